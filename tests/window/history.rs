//! 変更の履歴 in the window: every save leaves a revision; any two are compared; one field or all come back.

use std::path::Path;

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::file::{Storage as _, parse};
use liu_wizard::record::{Edit, Field, HistoryError, Record, Role, TextField};
use liu_wizard::window::{Command, Request};

use crate::support::shell::{NARROW, WIDE, Window, World};

const FILE: &str = "/cases/web会議.liu.ron";

fn write(window: &mut Window, field: TextField, text: &str) {
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(field), text: text.to_owned() }));
}

fn save(window: &mut Window) {
    window.press(Modifiers::COMMAND, Key::S);
}

fn on_disk(world: &World) -> Record {
    parse(&world.disk.get(Path::new(FILE)).unwrap(), FILE).unwrap().0
}

/// A record saved three times, ten minutes apart: begun, the agency named, the agency renamed and the bureau named.
fn thrice_saved(world: &World, size: [f32; 2]) -> Window {
    let mut window = world.open(size);
    window.command(Command::New(Role::Agency));
    world.dialogs.answer(FILE);
    write(&mut window, TextField::CaseName, "Web会議");
    save(&mut window);
    world.later(600);
    write(&mut window, TextField::AgencyName, "架空庁");
    save(&mut window);
    world.later(600);
    write(&mut window, TextField::AgencyName, "架空省");
    write(&mut window, TextField::Bureau, "総務局");
    save(&mut window);
    window
}

fn click_button(window: &mut Window, name: &str) {
    window.click_at(NodeRole::Button, name);
}

fn revisions(record: &Record) -> Vec<(u32, usize)> {
    record.history.iter().map(|revision| (revision.number, revision.changes.len())).collect()
}

#[test]
fn every_save_of_a_changed_record_adds_a_revision() {
    let world = World::default();
    let mut window = thrice_saved(&world, WIDE);
    assert_eq!(revisions(&on_disk(&world)), [(1, 0), (2, 1), (3, 2)]);
    assert!(on_disk(&world).history.iter().all(|revision| revision.by.as_str().is_empty()), "no name is taken from the machine");
    world.later(600);
    save(&mut window);
    assert_eq!(on_disk(&world).history.len(), 3, "nothing was changed");
    assert_eq!(window.record(), on_disk(&world), "the window holds the history of the file");
    assert!(window.has("保存済み 14:32") || window.has_containing("保存済み"));
}

#[test]
fn undo_past_a_save_takes_no_revision_back() {
    let world = World::default();
    let mut window = thrice_saved(&world, WIDE);
    window.command(Command::Undo);
    window.command(Command::Undo);
    window.command(Command::Undo);
    assert!(window.has("未保存の変更があります"));
    assert_eq!(window.record().agency.name.as_str(), "");
    world.later(600);
    save(&mut window);
    assert_eq!(revisions(&on_disk(&world)), [(1, 0), (2, 1), (3, 2), (4, 2)]);
    assert_eq!(on_disk(&world).history_problems(), []);
    for _ in 0..3 {
        window.command(Command::Redo);
    }
    assert_eq!(window.record().agency.bureau.as_str(), "総務局");
    window.command(Command::Undo);
    window.command(Command::Undo);
    window.command(Command::Undo);
    assert!(window.has_containing("保存済み"), "undone back to what was saved nothing is unsaved");
}

#[test]
fn a_record_that_was_restored_after_a_crash_goes_on_with_its_history() {
    let mut world = World::default();
    let mut window = thrice_saved(&world, WIDE);
    write(&mut window, TextField::Section, "総務課");
    window.wait(3.0);
    drop(window);
    world.disk.restart();
    world.session = 2;
    world.later(600);
    let mut window = world.open(WIDE);
    window.click_button("復元する");
    save(&mut window);
    assert_eq!(revisions(&on_disk(&world)), [(1, 0), (2, 1), (3, 2), (4, 1)]);
    assert_eq!(on_disk(&world).history_problems(), []);
}

#[test]
fn an_example_and_a_copy_under_another_name_begin_or_go_on_as_they_should() {
    let world = World::default();
    let mut window = thrice_saved(&world, WIDE);
    world.later(600);
    write(&mut window, TextField::Section, "総務課");
    world.dialogs.answer("/cases/copy.liu.ron");
    window.command(Command::SaveAs);
    let copy = parse(&world.disk.get(Path::new("/cases/copy.liu.ron")).unwrap(), "copy").unwrap().0;
    assert_eq!(revisions(&copy), [(1, 0), (2, 1), (3, 2), (4, 1)]);

    window.command(Command::OpenExample(0));
    world.dialogs.answer("/cases/example.liu.ron");
    save(&mut window);
    let example = parse(&world.disk.get(Path::new("/cases/example.liu.ron")).unwrap(), "example").unwrap().0;
    assert_eq!(revisions(&example), [(1, 0)]);
}

#[test]
fn the_history_is_listed_newest_first_with_who_when_and_how_much() {
    let world = World::default();
    let mut window = thrice_saved(&world, WIDE);
    window.command(Command::ShowHistory);
    window.picture("history");
    let order = ["第3版", "第2版", "第1版"]
        .map(|name| window.harness.get(by().role(NodeRole::Button).label(&format!("{name}の変更を見る"))).rect().top());
    assert!(order[0] < order[1] && order[1] < order[2], "{order:?}");
    for said in ["2026年11月23日（令和8年11月23日） 14:52", "2か所を変更", "1か所を変更", "作成", "（名前なし）"]
    {
        assert!(window.has(said), "{said}");
    }
    assert!(window.has("履歴はつながっています。どの版の内容も組み立て直せます。"));
    assert!(window.has_containing("閉じる"));
}

#[test]
fn the_menu_and_the_search_lead_to_the_history() {
    let world = World::default();
    let mut window = thrice_saved(&world, WIDE);
    window.click_button("表示");
    window.click_button("変更の履歴…");
    assert!(window.has("第3版の変更を見る"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.has("第3版の変更を見る"));
    window.press(Modifiers::COMMAND, Key::K);
    window.commit("変更の履歴");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.has("第3版の変更を見る"));
}

#[test]
fn one_field_is_brought_back_and_the_others_stay() {
    let world = World::default();
    let mut window = thrice_saved(&world, WIDE);
    window.command(Command::ShowHistory);
    click_button(&mut window, "第3版の変更を見る");
    window.picture("history-changes");
    for said in ["第3版での変更", "第3版の前", "機関名", "架空庁", "架空省", "部局"] {
        assert!(window.has(said), "{said}");
    }
    click_button(&mut window, "機関名を元に戻す");
    assert_eq!((window.record().agency.name.as_str(), window.record().agency.bureau.as_str()), ("架空庁", "総務局"));
    assert!(window.has_containing("戻しました。"));
    click_button(&mut window, "機関名を元に戻す");
    assert!(window.has("もうその内容です。"));
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record().agency.name.as_str(), "架空省", "an act like any other");
    window.press(Modifiers::COMMAND, Key::Y);
    world.later(600);
    save(&mut window);
    assert_eq!(revisions(&on_disk(&world)), [(1, 0), (2, 1), (3, 2), (4, 1)]);
}

#[test]
fn a_whole_revision_is_brought_back_as_a_new_one() {
    let world = World::default();
    let mut window = thrice_saved(&world, WIDE);
    window.command(Command::ShowHistory);
    click_button(&mut window, "第1版に戻す");
    assert_eq!((window.record().agency.name.as_str(), window.record().case_name.as_str()), ("", "Web会議"));
    window.press(Modifiers::NONE, Key::Escape);
    world.later(600);
    save(&mut window);
    let saved = on_disk(&world);
    assert_eq!(revisions(&saved), [(1, 0), (2, 1), (3, 2), (4, 2)]);
    assert_eq!(saved.content_at(3).unwrap().agency.name.as_str(), "架空省", "what was left is still remembered");
}

#[test]
fn any_two_contents_are_compared_the_unsaved_one_among_them() {
    let world = World::default();
    let mut window = thrice_saved(&world, WIDE);
    write(&mut window, TextField::Section, "総務課");
    window.command(Command::ShowHistory);
    let compare = |window: &Window| {
        window.harness.get(by().role(NodeRole::Button).label("選んだ二つを比べる")).accesskit_node().is_disabled()
    };
    assert!(compare(&window));
    window.click_at(NodeRole::CheckBox, "第1版を比べる");
    window.click_at(NodeRole::CheckBox, "保存していないいまの内容を比べる");
    assert!(!compare(&window));
    click_button(&mut window, "選んだ二つを比べる");
    for said in ["第1版と保存していないいまの内容の違い", "架空省", "総務局", "総務課"] {
        assert!(window.has(said), "{said}");
    }
    window.picture("history-compare");
    click_button(&mut window, "部局を元に戻す");
    assert!(!window.has("総務局"), "what was brought back differs no more");
    click_button(&mut window, "一覧に戻る");
    assert!(window.has("第3版の変更を見る"));
}

#[test]
fn the_name_is_the_one_the_user_gives_and_is_remembered() {
    let mut world = World::default();
    let mut window = thrice_saved(&world, WIDE);
    window.command(Command::ShowHistory);
    window.field("お名前").focus();
    window.run();
    window.commit("架空 花子");
    window.press(Modifiers::NONE, Key::Escape);
    world.later(600);
    write(&mut window, TextField::Section, "総務課");
    save(&mut window);
    assert_eq!(on_disk(&world).history.last().unwrap().by.as_str(), "架空 花子");
    drop(window);
    world.session = 2;
    let mut window = world.open(WIDE);
    window.command(Command::OpenPath(FILE.into()));
    window.command(Command::ShowHistory);
    assert!(window.has("架空 花子"));
    assert_eq!(window.field("お名前").value().unwrap_or_default(), "架空 花子");
}

#[test]
fn a_file_edited_outside_is_named_and_what_it_says_is_still_shown() {
    let world = World::default();
    let window = thrice_saved(&world, WIDE);
    drop(window);
    let text = String::from_utf8(world.disk.get(Path::new(FILE)).unwrap()).unwrap();
    world.disk.put(Path::new(FILE), text.replacen("総務局", "外の局", 1).as_bytes());
    assert_eq!(on_disk(&world).history_problems(), [HistoryError::ChangedSince { number: 3 }]);
    let mut world = world;
    world.session = 2;
    let mut window = world.open(WIDE);
    window.command(Command::OpenPath(FILE.into()));
    window.command(Command::ShowHistory);
    assert!(window.has("最後の第3版のあとに、履歴に残らない変更があります。"));
    assert!(!window.has("履歴はつながっています。どの版の内容も組み立て直せます。"));
    click_button(&mut window, "第3版の変更を見る");
    window.picture("history-outside");
    assert!(window.has("/agency/bureau") && window.has_containing("総務局"));
    assert!(!window.has_containing("を元に戻す"), "nothing is brought back from what is not certain");
}

#[test]
fn the_history_fits_a_narrow_window() {
    let world = World::default();
    let mut window = thrice_saved(&world, NARROW);
    window.command(Command::ShowHistory);
    window.picture("history-narrow");
    click_button(&mut window, "第3版の変更を見る");
    window.picture("history-changes-narrow");
    let close = window.harness.get(by().role(NodeRole::Button).label("閉じる")).rect();
    assert!(close.bottom() < NARROW[1] && close.right() < NARROW[0], "{close:?}");
    assert!(world.disk.list(Path::new("/cases")).is_ok());
}
