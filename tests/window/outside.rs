//! What happens to the file of the record while the window is elsewhere: seen when it is come back to, and before a save.

use std::path::Path;

use egui::{Key, Modifiers};
use liu_wizard::file::{AppFolders, Holder, RecordLock, Session, Storage as _, Taking, open, to_ron};
use liu_wizard::record::{Edit, Field, Record, TextField};
use liu_wizard::window::{Command, Request, SavedState};

use crate::support::example;
use crate::support::shell::{WIDE, Window, World};

const FILE: &str = "/cases/case.liu.ron";

fn named(name: &str) -> Record {
    let mut record = example();
    record.apply(Edit::SetText { field: Field::Text(TextField::CaseName), text: name.to_owned() }).unwrap();
    record
}

fn put(world: &World, path: &str, record: &Record) {
    world.disk.put(Path::new(path), to_ron(record).unwrap().as_bytes());
}

fn with_record(world: &World) -> Window {
    put(world, FILE, &named("元の名前"));
    let mut window = world.open(WIDE);
    window.command(Command::OpenPath(FILE.into()));
    window
}

fn name(window: &mut Window, name: &str) {
    let field = Field::Text(TextField::CaseName);
    window.ask(Request::Edit(Edit::SetText { field, text: name.to_owned() }));
}

fn in_file(world: &World, path: &str) -> String {
    open(&world.disk, Path::new(path)).unwrap().record.case_name.as_str().to_owned()
}

#[test]
fn a_change_of_somebody_else_is_seen_when_the_window_is_come_back_to_and_said_once() {
    let world = World::default();
    let mut window = with_record(&world);
    name(&mut window, "こちらの名前");
    window.leave_and_come_back();
    assert!(!window.has("ファイルがほかで変更されています"), "nothing happened yet");
    put(&world, FILE, &named("あちらの名前"));
    window.leave_and_come_back();
    assert!(window.has("ファイルがほかで変更されています"));
    window.picture("dialog-changed-outside");
    window.click_button("やめる");
    assert_eq!(window.record().case_name.as_str(), "こちらの名前", "what is on the screen stays");
    window.leave_and_come_back();
    assert!(!window.has("ファイルがほかで変更されています"), "it was said already");
    put(&world, FILE, &named("またあちらの名前"));
    window.leave_and_come_back();
    assert!(window.has("ファイルがほかで変更されています"), "that is another change");
}

#[test]
fn what_somebody_else_wrote_is_compared_saved_beside_or_replaced() {
    for choice in ["比べる", "別名で保存…", "上書きする"] {
        for on_saving in [false, true] {
            let world = World::default();
            let mut window = with_record(&world);
            name(&mut window, "こちらの名前");
            put(&world, FILE, &named("あちらの名前"));
            if on_saving {
                window.press(Modifiers::COMMAND, Key::S);
            } else {
                window.leave_and_come_back();
            }
            world.dialogs.answer("/cases/mine.liu.ron");
            window.click_button(choice);
            let what = format!("{choice}, on saving: {on_saving}");
            match choice {
                "比べる" => {
                    assert!(window.has("記録の比較"), "{what}");
                    assert!(window.has_containing("あちらの名前"), "{what}");
                    assert_eq!(in_file(&world, FILE), "あちらの名前", "{what}");
                }
                "別名で保存…" => {
                    assert_eq!(in_file(&world, "/cases/mine.liu.ron"), "こちらの名前", "{what}");
                    assert_eq!(in_file(&world, FILE), "あちらの名前", "{what}");
                }
                _ => {
                    assert_eq!(in_file(&world, FILE), "こちらの名前", "{what}");
                    let is_kept =
                        |path: &std::path::PathBuf| path.starts_with("/data") || path.to_string_lossy().contains("versions");
                    let kept: Vec<_> = world.disk.paths().into_iter().filter(is_kept).collect();
                    let of_other = |path: &std::path::PathBuf| {
                        open(&world.disk, path).is_ok_and(|opened| opened.record.case_name.as_str() == "あちらの名前")
                    };
                    assert!(kept.iter().any(of_other), "{what}: what was replaced is kept: {kept:?}");
                }
            }
            assert_eq!(window.record().case_name.as_str(), "こちらの名前", "{what}");
        }
    }
}

#[test]
fn a_record_that_stands_open_for_long_is_seen_to_be_open_until_somebody_takes_it_over_which_is_said() {
    let world = World::default();
    let mut window = with_record(&world);
    let lock = Path::new("/cases/.~lock.case.liu.ron#");
    let laid = world.disk.get(lock).unwrap();
    // The disk of this test knows no age of a file: that it is written anew is seen by the steps that takes.
    let before = world.disk.steps();
    window.wait(3000.0);
    assert_eq!(world.disk.steps(), before, "not all the time");
    window.wait(700.0);
    assert!(world.disk.steps() > before, "once an hour");
    assert_eq!(world.disk.get(lock).unwrap(), laid, "and says the same");
    world.disk.put(lock, b"(somebody else)");
    window.wait(3700.0);
    assert!(window.has_containing("この記録はほかの人も開いています"));
    window.command(Command::CloseRecord);
    assert_eq!(world.disk.get(lock).unwrap(), b"(somebody else)", "it is not his to take away");
}

#[test]
fn a_file_that_is_gone_is_not_called_changed() {
    for on_saving in [false, true] {
        let world = World::default();
        let mut window = with_record(&world);
        name(&mut window, "こちらの名前");
        world.disk.remove(Path::new(FILE)).unwrap();
        if on_saving {
            window.press(Modifiers::COMMAND, Key::S);
        } else {
            window.leave_and_come_back();
        }
        assert!(window.has("ファイルが元の場所にありません"), "{on_saving}");
        assert!(!window.has_containing("変更されています") && !window.has_containing("書き換えています"), "{on_saving}");
        assert!(!window.has("比べる"), "there is nothing to compare with");
        window.click_button("元の場所に保存し直す");
        assert_eq!(in_file(&world, FILE), "こちらの名前");
        assert!(matches!(window.with_outside(|outside| outside.saved.clone()), SavedState::Saved { .. }));
    }
}

#[test]
fn a_record_that_somebody_has_open_is_read_or_copied_and_not_replaced_under_his_hands() {
    let world = World::default();
    put(&world, FILE, &named("元の名前"));
    let colleague =
        Session::begin(std::sync::Arc::new(world.disk.clone()), AppFolders::at("/colleague"), uuid::Uuid::from_u128(7)).unwrap();
    let holder = Holder { user: "taro".to_owned(), host: "PC-2".to_owned() };
    let since = "2026-11-23T00:00:00Z".parse().unwrap();
    let lock = RecordLock::acquire(&colleague, Path::new(FILE), &holder, since, Taking::IfFree).unwrap();
    let mut window = world.open(WIDE);
    window.command(Command::OpenPath(FILE.into()));
    assert!(window.has_containing("taro (PC-2)") && window.has_containing("2026-11-23 09:00"));
    assert!(window.has("読み取り専用で開く") && window.has("写しとして開く"));
    window.click_button("読み取り専用で開く");
    // Saved elsewhere for others to see; then this window is told, and not asked what to do with a file it does not write.
    put(&world, FILE, &named("太郎が直した"));
    window.leave_and_come_back();
    assert!(window.has_containing("ほかの人がこのファイルを保存しました"));
    window.command(Command::OpenPath(FILE.into()));
    window.press(Modifiers::NONE, Key::Escape);
    window.command(Command::CloseRecord);

    // A copy is saved elsewhere, and not over what he has open.
    window.command(Command::OpenPath(FILE.into()));
    window.click_button("写しとして開く");
    name(&mut window, "写しの名前");
    world.dialogs.answer(FILE);
    window.press(Modifiers::COMMAND, Key::S);
    window.click_button("置き換える");
    assert!(window.has_containing("taro (PC-2)") && window.has_containing("何も置き換えていません"));
    assert_eq!(in_file(&world, FILE), "太郎が直した");
    window.click_button("閉じる");
    drop(lock);
    world.dialogs.answer(FILE);
    window.press(Modifiers::COMMAND, Key::S);
    window.click_button("置き換える");
    assert_eq!(in_file(&world, FILE), "写しの名前");
}

#[test]
fn what_a_sync_program_left_beside_the_record_is_said_on_opening_and_laid_beside_it() {
    let world = World::default();
    let copy = "/cases/case.liu (Taro の競合コピー 2026-11-23).ron";
    put(&world, copy, &named("太郎が直した"));
    put(&world, "/cases/case-archive.liu.ron", &named("元の名前"));
    let mut window = with_record(&world);
    assert!(window.has("同じ記録の別の写しがあります"));
    assert!(window.has_containing("case.liu (Taro の競合コピー 2026-11-23).ron"));
    window.picture("dialog-other-copies");
    assert!(!window.has_containing("case-archive"), "it holds nothing else");
    window.click_button("case.liu (Taro の競合コピー 2026-11-23).ron と比べる");
    assert!(window.has("記録の比較") && window.has_containing("太郎が直した"));
    window.press(Modifiers::NONE, Key::Escape);
    window.leave_and_come_back();
    assert!(!window.has("同じ記録の別の写しがあります"), "it was said already");
}
