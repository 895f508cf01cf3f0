//! Saving, closing, recovering, being in somebody's way.

use std::path::Path;

use egui::{Key, Modifiers};
use liu_wizard::file::{Cause, Fault};
use liu_wizard::record::{Edit, Field, Role, TextField};
use liu_wizard::window::{Command, Request};

use crate::support::shell::{WIDE, Window, World};

const FILE: &str = "/cases/web会議.liu.ron";

fn begin(world: &World) -> Window {
    let mut window = world.open(WIDE);
    window.command(Command::New(Role::Agency));
    name(&mut window, "Web会議");
    window
}

fn name(window: &mut Window, name: &str) {
    let field = Field::Text(TextField::CaseName);
    window.ask(Request::Edit(Edit::SetText { field, text: name.to_owned() }));
}

#[test]
fn saving_asks_for_a_place_once_and_says_when_it_was_done() {
    let world = World::default();
    let mut window = begin(&world);
    world.dialogs.answer("/cases/web会議");
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(world.dialogs.asked().len(), 1);
    assert_eq!(world.dialogs.asked()[0].name, "Web会議.liu.ron");
    assert!(window.has("保存済み 14:32"));
    assert!(world.disk.get(Path::new(FILE)).is_some());
    name(&mut window, "Web会議サービス");
    assert!(window.has("未保存の変更があります"));
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(world.dialogs.asked().len(), 1);
    assert!(String::from_utf8(world.disk.get(Path::new(FILE)).unwrap()).unwrap().contains("Web会議サービス"));
}

#[test]
fn undone_back_to_what_was_saved_nothing_is_unsaved() {
    let world = World::default();
    let mut window = begin(&world);
    world.dialogs.answer(FILE);
    window.press(Modifiers::COMMAND, Key::S);
    name(&mut window, "別の名前");
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.has("保存済み 14:32"));
}

#[test]
fn a_file_of_that_name_is_replaced_only_when_asked() {
    let world = World::default();
    world.disk.put(Path::new(FILE), b"something else");
    let mut window = begin(&world);
    world.dialogs.answer(FILE);
    window.press(Modifiers::COMMAND, Key::S);
    assert!(window.has("同じ名前のファイルがあります"));
    window.picture("dialog-exists");
    window.click_button("やめる");
    assert_eq!(world.disk.get(Path::new(FILE)).unwrap(), b"something else");
    world.dialogs.answer(FILE);
    window.press(Modifiers::COMMAND, Key::S);
    window.click_button("置き換える");
    assert!(window.has("保存済み 14:32"));
}

#[test]
fn a_full_disk_is_said_at_once_and_the_record_stays() {
    let world = World::default();
    let mut window = begin(&world);
    world.dialogs.answer(FILE);
    world.disk.set_fault(Fault::FailsFrom(1, Cause::Full));
    window.press(Modifiers::COMMAND, Key::S);
    window.picture("save-failed");
    assert!(window.has("できませんでした"));
    assert_eq!(window.record().case_name.as_str(), "Web会議");
    window.click_button("閉じる");
    assert!(window.has("保存できませんでした"));
}

#[test]
fn a_change_from_outside_is_never_overwritten_unasked() {
    let world = World::default();
    let mut window = begin(&world);
    world.dialogs.answer(FILE);
    window.press(Modifiers::COMMAND, Key::S);
    world.disk.put(Path::new(FILE), b"changed elsewhere");
    name(&mut window, "変更");
    window.press(Modifiers::COMMAND, Key::S);
    assert!(window.has("ファイルがほかで変更されています"));
    for choice in ["比べる", "別名で保存…", "上書きする"] {
        assert!(window.has(choice), "{choice}");
    }
    window.click_button("やめる");
    assert_eq!(world.disk.get(Path::new(FILE)).unwrap(), b"changed elsewhere");
}

#[test]
fn leaving_unsaved_changes_asks_first() {
    let world = World::default();
    let mut window = begin(&world);
    window.command(Command::CloseRecord);
    assert!(window.has("保存していない変更があります"));
    window.picture("dialog-unsaved");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.has_record(), "Esc goes back");
    window.command(Command::CloseRecord);
    world.dialogs.answer(FILE);
    window.click_button("保存する");
    assert!(!window.has_record(), "saved, then left");
    assert!(world.disk.get(Path::new(FILE)).is_some());
}

#[test]
fn a_record_that_was_not_touched_is_left_without_a_question() {
    let mut window = World::default().open(WIDE);
    window.command(Command::New(Role::Csp));
    window.command(Command::CloseRecord);
    assert!(!window.has_record());
}

#[test]
fn the_close_button_of_the_window_asks_as_well() {
    let world = World::default();
    let mut window = begin(&world);
    let viewport = egui::ViewportId::ROOT;
    let info = window.harness.input_mut().viewports.entry(viewport).or_default();
    info.events.push(egui::ViewportEvent::Close);
    window.harness.step();
    let output = window.harness.output().viewport_output.get(&viewport).map(|output| output.commands.clone());
    assert!(output.unwrap_or_default().contains(&egui::ViewportCommand::CancelClose));
    window.harness.input_mut().viewports.entry(viewport).or_default().events.clear();
    window.run();
    assert!(window.has("保存していない変更があります"));
}

#[test]
fn what_was_not_saved_is_offered_after_a_crash() {
    let mut world = World::default();
    let mut window = begin(&world);
    window.wait(3.0);
    drop(window);
    world.disk.restart();
    world.session = 2;
    let mut window = world.open(WIDE);
    window.picture("dialog-recovery");
    assert!(window.has("前回、保存されずに終わった記録があります"));
    window.press(Modifiers::NONE, Key::Escape);
    drop(window);
    world.disk.restart();
    world.session = 3;
    let mut window = world.open(WIDE);
    window.click_button("復元する");
    assert_eq!(window.record().case_name.as_str(), "Web会議");
    assert!(window.has("未保存"));
}

#[test]
fn a_record_open_elsewhere_can_be_read_but_not_saved_over() {
    let mut world = World::default();
    let mut first = begin(&world);
    world.dialogs.answer(FILE);
    first.press(Modifiers::COMMAND, Key::S);
    world.session = 2;
    let mut second = world.open(WIDE);
    second.command(Command::OpenPath(FILE.into()));
    assert!(second.has("この記録は、ほかで開かれています"));
    second.picture("dialog-locked");
    second.click_button("読み取り専用で開く");
    assert_eq!(second.record().case_name.as_str(), "Web会議");
    assert!(second.has("読み取り専用"));
    world.dialogs.cancel();
    second.press(Modifiers::COMMAND, Key::S);
    assert_eq!(world.dialogs.asked().len(), 2, "it asks for another place");
}

#[test]
fn a_bad_file_changes_nothing_on_the_screen() {
    let world = World::default();
    let mut window = begin(&world);
    world.dialogs.answer(FILE);
    window.press(Modifiers::COMMAND, Key::S);
    world.disk.put(Path::new("/cases/bad.liu.ron"), b"(this is no record");
    window.command(Command::OpenPath("/cases/bad.liu.ron".into()));
    window.picture("bad-file");
    assert!(window.has("できませんでした"));
    window.click_button("閉じる");
    assert_eq!(window.record().case_name.as_str(), "Web会議");
    assert_eq!(window.path().as_deref(), Some(Path::new(FILE)));
}

#[test]
fn an_example_opens_without_a_file_and_leaves_the_original_alone() {
    let mut window = World::default().open(WIDE);
    window.click("記入例 14件");
    window.click("有識者会議のWeb会議");
    assert!(window.has_record() && window.path().is_none());
    window.picture("example");
}
