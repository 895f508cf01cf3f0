//! Beginning, typing, undoing, going about.

use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;
use liu_wizard::record::{Field, TextField};
use liu_wizard::window::Command;

use crate::support::shell::{NARROW, WIDE, World};

#[test]
fn a_new_record_begins_on_its_first_step_with_the_focus_on_the_heading() {
    let mut window = World::default().open(WIDE);
    window.picture("start");
    window.click_button("政府機関等として評価する");
    assert!(window.has_record());
    assert!(window.has("未保存"));
    window.picture("introduction");
    assert_eq!(window.focused(), "はじめに", "the heading of the page has the focus");
}

#[test]
fn what_an_input_method_composes_reaches_the_record_only_when_committed() {
    let mut window = World::default().open(WIDE);
    window.click_button("政府機関等として評価する");
    window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
    assert_eq!(window.focused(), "機関名");
    window.compose("かくうしょう");
    assert_eq!(window.record().agency.name.as_str(), "");
    window.commit("架空省");
    assert_eq!(window.record().agency.name.as_str(), "架空省");
}

#[test]
fn typing_in_one_field_is_one_act_and_comes_back() {
    let mut window = World::default().open(WIDE);
    window.click_button("政府機関等として評価する");
    for (field, text) in [(TextField::AgencyName, "架空省"), (TextField::Bureau, "総務局")] {
        window.command(Command::JumpTo(Field::Text(field)));
        for character in text.chars() {
            window.commit(&character.to_string());
        }
    }
    window.command(Command::GoTo(liu_wizard::catalogue::StepId::Gate));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!((window.record().agency.name.as_str(), window.record().agency.bureau.as_str()), ("架空省", ""));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record().agency.name.as_str(), "");
    window.press(Modifiers::COMMAND, Key::Y);
    window.press(Modifiers::COMMAND, Key::Y);
    assert_eq!(window.record().agency.bureau.as_str(), "総務局");
}

#[test]
fn undo_in_a_field_takes_back_what_was_typed_there_first() {
    let mut window = World::default().open(WIDE);
    window.click_button("政府機関等として評価する");
    window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
    window.commit("架空省");
    window.wait(2.0);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record().agency.name.as_str(), "");
    assert_eq!(window.focused(), "機関名");
}

#[test]
fn steps_are_walked_by_buttons_and_by_keys() {
    let mut window = World::default().open(WIDE);
    window.click_button("政府機関等として評価する");
    window.click_button("次へ：サービス");
    assert!(window.has("次へ：利用機関と体制"));
    window.press(Modifiers::COMMAND, Key::PageDown);
    assert!(window.has("次へ：前提確認"));
    window.press(Modifiers::COMMAND, Key::PageUp);
    window.press(Modifiers::COMMAND, Key::PageUp);
    assert!(window.has("次へ：サービス"));
}

#[test]
fn a_jump_to_a_field_focuses_it_and_brings_it_into_view() {
    for size in [WIDE, NARROW] {
        let mut window = World::default().open(size);
        window.command(Command::New(liu_wizard::record::Role::Agency));
        window.command(Command::JumpTo(Field::Text(TextField::ApproverName)));
        assert_eq!(window.focused(), "承認者の氏名");
        let rect = window.field("承認者の氏名").rect();
        assert!(rect.top() > 0.0 && rect.bottom() < size[1], "{rect:?} within {size:?}");
        window.picture(&format!("jump-{}", size[0]));
    }
}

#[test]
fn tab_never_leaves_the_focus_out_of_sight() {
    let mut window = World::default().open(NARROW);
    window.command(Command::New(liu_wizard::record::Role::Agency));
    window.command(Command::GoTo(liu_wizard::catalogue::StepId::Agency));
    for _ in 0..30 {
        window.press(Modifiers::NONE, Key::Tab);
        let focused = window.harness.root().children_recursive().find(|node| node.is_focused()).map(|node| node.rect());
        if let Some(rect) = focused {
            let seen = rect.intersect(egui::Rect::from_min_size(egui::Pos2::ZERO, NARROW.into()));
            assert!(seen.height() > 8.0 && seen.width() > 8.0, "{} at {rect:?}", window.focused());
        }
    }
}

#[test]
fn the_search_finds_by_any_writing_and_goes_there() {
    let mut window = World::default().open(WIDE);
    window.click_button("政府機関等として評価する");
    window.press(Modifiers::COMMAND, Key::K);
    window.commit("ショウニンシャ　氏名");
    assert!(!window.has_containing("承認者の氏名"), "kanji are not guessed from kana");
    window.press(Modifiers::COMMAND, Key::A);
    window.commit("承認者　氏名");
    window.picture("search");
    assert!(window.has_containing("承認者の氏名"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.focused(), "承認者の氏名");
}

#[test]
fn the_language_changes_at_once() {
    let mut window = World::default().open(WIDE);
    window.click("English");
    assert!(window.has("Assess as a government agency"));
    window.click_button("Assess as a government agency");
    assert!(window.has("Not saved"));
    window.picture("introduction-en");
}
