//! What is there whatever is on the screen: help, the search, every command in its three places, the step shown, the name of what a
//! row is about; and words of state that mean one thing.

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::export::{Along, CopyKind, Data, Product};
use liu_wizard::package::PackageKind;
use liu_wizard::record::{DayField, Edit, Field, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, ExportOrder, Menu, MenuCommand, Request, Situation};

use crate::support::shell::{NARROW, WIDE, Window, World};

fn new(size: [f32; 2], role: Role) -> Window {
    let mut window = World::default().open(size);
    window.command(Command::New(role));
    window
}

fn write(window: &mut Window, field: TextField, text: &str) {
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(field), text: text.to_owned() }));
}

/// The entry of a step in the rail, with its state.
fn in_rail(window: &Window, step: &str) -> Option<(String, Rect)> {
    let mut tabs = window.harness.query_all(by().role(NodeRole::Tab));
    tabs.find_map(|tab| {
        let name = tab.accesskit_node().label().unwrap_or_default();
        name.starts_with(step).then(|| (name, tab.rect()))
    })
}

fn has_guidance(window: &Window) -> bool {
    window.harness.query_all(by().role(NodeRole::Complementary)).next().is_some()
}

#[test]
fn f1_helps_wherever_somebody_is_and_never_hides() {
    let mut start = World::default().open(WIDE);
    start.press(Modifiers::NONE, Key::F1);
    assert!(start.has_dialog() && start.has("キーの一覧"), "on the start page");
    start.press(Modifiers::NONE, Key::Escape);
    assert!(!start.has_dialog());
    for size in [WIDE, NARROW] {
        let mut window = new(size, Role::Agency);
        window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
        for _ in 0..3 {
            window.press(Modifiers::NONE, Key::F1);
            assert!(has_guidance(&window), "{size:?}");
        }
        assert!(window.focused().contains("機関名"), "the second time the guidance has the focus: {}", window.focused());
        if size == NARROW {
            window.press(Modifiers::NONE, Key::Escape);
            assert!(!has_guidance(&window), "Esc goes back one thing: the drawer");
            assert!(!window.focused().is_empty());
        }
        window.command(Command::OpenByPath);
        window.press(Modifiers::NONE, Key::F1);
        assert!(window.has("キーの一覧"), "over a question");
        window.press(Modifiers::NONE, Key::Escape);
        assert!(window.has_dialog() && !window.has("キーの一覧"), "and the question is still there");
    }
}

#[test]
fn ctrl_k_finds_wherever_somebody_is_and_the_nearest_first() {
    let mut window = World::default().open(WIDE);
    window.press(Modifiers::COMMAND, Key::K);
    window.commit("このプログラム");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.has("このプログラムについて"), "without a record too");
    window.press(Modifiers::NONE, Key::Escape);
    window.command(Command::New(Role::Agency));
    for (typed, heading) in [("確認", "次へ：承認"), ("出力", "最後の手順です"), ("前提確認", "次へ：G2 要機密情報")]
    {
        window.command(Command::ShowCatalogue);
        window.press(Modifiers::COMMAND, Key::K);
        window.commit(typed);
        window.press(Modifiers::NONE, Key::Enter);
        assert!(!window.has_dialog() && window.has(heading), "{typed} leads to what is called so");
    }
}

#[test]
fn every_command_is_in_the_menu_in_the_search_and_in_the_list_of_keys() {
    for role in [None, Some(Role::Agency), Some(Role::Csp)] {
        let mut window = World::default().open([1366.0, 3000.0]);
        if let Some(role) = role {
            window.command(Command::New(role));
        }
        let packages: &[PackageKind] = match role {
            Some(Role::Csp) => &[PackageKind::Request],
            Some(Role::Agency) => &[PackageKind::Result],
            None => &[],
        };
        let situation = Situation { has_record: role.is_some(), packages, ..Situation::default() };
        window.command(Command::ShowKeys);
        for command in MenuCommand::ALL.iter().filter(|command| command.is_offered(&situation)) {
            let (name, hint) = (command.name(Lang::Ja), command.hint(Lang::Ja));
            let row = |node: &egui_kittest::kittest::AccessKitNode<'_>| node.value().is_some_and(|value| value == hint);
            assert!(window.harness.query_all(by().predicate(row)).next().is_some(), "{command:?} in the list of keys");
            assert!(Menu::ALL.contains(&command.menu().0), "{name}");
        }
        window.press(Modifiers::NONE, Key::Escape);
        for command in MenuCommand::ALL.iter().filter(|command| command.is_offered(&situation)) {
            window.command(Command::Search);
            let name = command.name(Lang::Ja);
            window.commit(name);
            let found = by().role(NodeRole::ListBoxOption).label_contains(name);
            assert!(window.harness.query_all(found).next().is_some(), "{command:?} by the search");
            window.press(Modifiers::NONE, Key::Escape);
        }
    }
}

#[test]
fn the_step_shown_is_in_the_rail_at_every_zoom_and_a_long_name_does_not_push_it_away() {
    for zoom in [1.0, 1.25, 1.5] {
        for long in [false, true] {
            let mut window = World::default().open([1366.0 / zoom, 768.0 / zoom]);
            window.command(Command::New(Role::Agency));
            if long {
                write(&mut window, TextField::CaseName, &"とても長い案件名".repeat(40));
            }
            for step in [StepId::Output, StepId::Introduction, StepId::Approval, StepId::Service] {
                window.command(Command::GoTo(step));
                let label = liu_wizard::text::Label::label(&step, Lang::Ja);
                let Some((_, rect)) = in_rail(&window, label) else {
                    // The rail is a line that names the step.
                    assert!(window.has_containing(label), "{step:?} at {zoom}");
                    continue;
                };
                assert!(rect.top() > 90.0 && rect.bottom() < 768.0 / zoom - 40.0, "{step:?} at {zoom}, long: {long}: {rect:?}");
            }
        }
    }
}

#[test]
fn a_case_is_called_what_it_is_called_and_nothing_is_added() {
    let mut window = new(WIDE, Role::Agency);
    assert!(window.has("名前のない評価記録"));
    for name in ["会議", "会議の評価", "Assessment of B"] {
        write(&mut window, TextField::CaseName, name);
        assert!(window.has(name), "{name}");
        assert!(!window.has(&format!("{name} の評価")), "{name}");
    }
}

#[test]
fn a_blank_record_has_things_to_do_and_no_errors() {
    for role in [Role::Agency, Role::Csp] {
        let mut window = new(WIDE, role);
        window.command(Command::GoTo(StepId::Review));
        assert!(!window.has_containing("エラー 1") && window.has_containing("エラー 0"), "{role:?}");
        let badge = by().role(NodeRole::Label).predicate(|node| node.value().is_some_and(|value| value == "エラー"));
        assert!(window.harness.query_all(badge).next().is_none(), "{role:?}");
    }
}

#[test]
fn words_of_state_mean_one_thing() {
    let mut window = new(WIDE, Role::Agency);
    let state = |window: &Window, step: &str| in_rail(window, step).unwrap().0;
    for step in ["はじめに", "サービス", "前提確認", "出力"] {
        assert!(state(&window, step).contains("未着手") || step == "はじめに", "{}", state(&window, step));
    }
    window.command(Command::GoTo(StepId::Confidentiality));
    window.command(Command::GoTo(StepId::Service));
    assert!(!state(&window, "利用機関").contains("入力済"), "nothing was typed there");
    write(&mut window, TextField::ServiceName, "甲");
    assert!(state(&window, "サービス").contains("入力中"), "{}", state(&window, "サービス"));
}

#[test]
fn the_rail_knows_what_was_made() {
    let mut window = new(WIDE, Role::Agency);
    assert!(in_rail(&window, "出力").unwrap().0.contains("未着手"));
    let (folder, products) = ("/cases".into(), vec![Product::Data(Data::Json)]);
    let order = ExportOrder { folder, products, copy: CopyKind::Draft, lang: Lang::Ja, along: Along::default() };
    window.command(Command::Export(order));
    assert!(!in_rail(&window, "出力").unwrap().0.contains("未着手"), "{}", in_rail(&window, "出力").unwrap().0);
}

#[test]
fn restoring_and_discarding_are_far_apart_and_discarding_asks() {
    let mut world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::New(Role::Agency));
    write(&mut window, TextField::CaseName, "Web会議");
    window.wait(3.0);
    drop(window);
    world.disk.restart();
    world.session = 2;
    let mut window = world.open(WIDE);
    assert_eq!(window.focused(), "復元する", "the focus is on what loses nothing");
    let button = |window: &Window, name: &str| window.harness.get(by().role(NodeRole::Button).label(name)).rect();
    let (restore, discard) = (button(&window, "復元する"), button(&window, "消す…"));
    assert!(discard.top() > restore.bottom() + 5.0, "not beside each other: {restore:?} {discard:?}");
    window.click_button("消す…");
    assert_eq!(window.focused(), "消さない");
    window.click_button("消さない");
    assert!(window.has_button("復元する"), "it is still there");
    window.click_button("消す…");
    window.click_button("本当に消す");
    assert!(!window.has_dialog());
}

#[test]
fn one_place_says_which_keys_answer() {
    let mut window = World::default().open(WIDE);
    window.command(Command::OpenExample(0));
    for step in [StepId::Confidentiality, StepId::Integrity, StepId::Availability] {
        window.command(Command::GoTo(step));
        let says = by().role(NodeRole::Label).predicate(|node| node.value().is_some_and(|value| value.contains("Backspace")));
        assert!(window.harness.query_all(says).count() <= 1, "{step:?}");
    }
}

#[test]
fn a_mistyped_day_is_said_once_and_moves_nothing() {
    let mut window = World::default().open([1366.0, 1600.0]);
    window.command(Command::New(Role::Agency));
    window.command(Command::JumpTo(Field::Day(DayField::AssessedOn)));
    let place = |window: &Window| window.field("承認者の氏名").rect();
    let before = place(&window);
    for text in ["R8.13.40", ""] {
        window.press(Modifiers::COMMAND, Key::A);
        window.commit(text);
        window.press(Modifiers::NONE, Key::Tab);
        let said = by().role(NodeRole::Label).predicate(|node| {
            node.value().is_some_and(|value| value.contains("日付として読めません") || value.contains("まだ空です"))
        });
        assert_eq!(window.harness.query_all(said).count(), 1, "{text}");
        assert_eq!(place(&window), before, "{text}");
        window.command(Command::JumpTo(Field::Day(DayField::AssessedOn)));
    }
}
