//! はじめに

use egui::accesskit::Role as Kind;
use egui::{Event, ImeEvent, Key};
use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{Field, Role};
use liu_wizard::window::widgets::field_id;
use liu_wizard::window::{Command, Topic};

use super::service::type_into;
use super::views::TALL;
use crate::support::host::{Host, empty_record, focused, press, window};

const PROCUREMENT: &str = "調達時確認（2025-04〜・公式文書で要確認）";
const PRE_APPLICATION: &str = "事前申請（2022-11〜2025-03）";

#[test]
fn the_procedure_is_chosen_by_click_or_by_key_and_explained_in_the_guidance() {
    let mut window = window(Host::new(StepId::Introduction, empty_record(Role::Agency)), TALL);
    assert_eq!(window.state().record.profile.as_str(), "pre_application");
    window.get_by_role_and_label(Kind::RadioButton, PROCUREMENT).click();
    window.run();
    assert_eq!(window.state().record.profile.as_str(), "procurement");
    window.get_by_role_and_label(Kind::RadioButton, PRE_APPLICATION).focus();
    window.run();
    assert_eq!(window.state().topic, Topic::Field(Field::Profile));
    press(&mut window, &[Key::Space]);
    assert_eq!(window.state().record.profile.as_str(), "pre_application");
}

#[test]
fn a_jump_to_the_procedure_finds_the_chosen_card() {
    let mut window = window(Host::new(StepId::Introduction, empty_record(Role::Agency)), TALL);
    window.ctx.memory_mut(|memory| memory.request_focus(field_id(&Field::Profile)));
    window.run();
    assert_eq!(focused(&window), PRE_APPLICATION);
}

#[test]
fn a_name_being_composed_reaches_the_record_only_when_it_is_committed() {
    let mut window = window(Host::new(StepId::Introduction, empty_record(Role::Agency)), TALL);
    window.get_by_role_and_label(Kind::TextInput, "案件名").focus();
    window.run();
    window.event(Event::Ime(ImeEvent::Preedit { text: "ひょうか".to_owned(), active_range_chars: Some(0..4) }));
    window.run();
    assert_eq!((window.state().record.case_name.as_str(), window.state().undo.len()), ("", 0));
    window.event(Event::Ime(ImeEvent::Commit("評価".to_owned())));
    window.run();
    assert_eq!((window.state().record.case_name.as_str(), window.state().undo.len()), ("評価", 1));
}

#[test]
fn either_role_says_here_what_the_documents_are_to_say_at_their_head() {
    for role in [Role::Agency, Role::Csp] {
        let mut window = window(Host::new(StepId::Introduction, empty_record(role)), TALL);
        type_into(&mut window, "文書番号", "架情第1号");
        type_into(&mut window, "文書の宛先", "情報システム課長　殿");
        window.get_by_label("文書の格付・取扱制限の候補").click();
        window.run();
        window.get_by_label("機密性2情報・関係者限り").click();
        window.run();
        type_into(&mut window, "文書の格付・取扱制限", "（写し）");
        let paper = &window.state().record.paper;
        assert_eq!((paper.number.as_str(), paper.addressee.as_str()), ("架情第1号", "情報システム課長　殿"));
        let handling = paper.handling.as_str();
        assert!(handling.contains("機密性2情報・関係者限り") && handling.contains("（写し）"), "{handling}");
    }
}

#[test]
fn each_role_is_told_what_it_is_for() {
    for (role, meaning) in [(Role::Agency, "サービスを利用する側として"), (Role::Csp, "サービスを提供する側として")]
    {
        let window = window(Host::new(StepId::Introduction, empty_record(role)), TALL);
        window.get_by_label_contains(meaning);
        window.get_by_label_contains("公式の数字ではありません");
        window.get_by_label_contains("①業務が対象業務一覧に当たり");
    }
}

#[test]
fn a_worked_example_can_be_opened() {
    let mut window = window(Host::new(StepId::Introduction, empty_record(Role::Agency)), TALL);
    window.get_by_label_contains("LIU-A2").click_accesskit();
    window.run();
    assert_eq!(window.state().commands, [Command::OpenExample(1)]);
}
