//! What may happen while a record is being saved: one save at a time of each place, the newest content in the end, and a share that
//! does not answer holds nothing up.

use std::path::Path;

use egui::{Key, Modifiers};
use liu_wizard::export::{Along, CopyKind, Data, Product};
use liu_wizard::file::{Cause, Fault, Storage as _, Unsynced, open, to_ron};
use liu_wizard::package::PackageKind;
use liu_wizard::record::{ApprovalState, Edit, Field, RecordId, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, ExportOrder, JobKind, Request, SavedState};

use crate::support::example;
use crate::support::shell::{WIDE, Window, World};

const FILE: &str = "/share/case.liu.ron";
const ELSEWHERE: &str = "/home/case.liu.ron";
const OTHER: &str = "/cases/other.liu.ron";

/// A window with a record of an agency that stands in a file on a share, and another record on the disk.
fn with_record(world: &World) -> Window {
    let mut other = example();
    world.disk.put(Path::new(FILE), to_ron(&other).unwrap().as_bytes());
    other.id = RecordId::new("other").unwrap();
    world.disk.put(Path::new(OTHER), to_ron(&other).unwrap().as_bytes());
    world.disk.put(Path::new("/home/readme"), b"");
    let mut window = world.open(WIDE);
    window.command(Command::OpenPath(FILE.into()));
    window
}

/// The same while it is being saved, under the name 「甲」; the saves are held back.
fn while_saving(world: &World) -> Window {
    let mut window = with_record(world);
    name(&mut window, "甲");
    world.workers.hold(JobKind::Save.thread_name());
    window.command(Command::Save);
    window
}

fn name(window: &mut Window, name: &str) {
    let field = Field::Text(TextField::CaseName);
    window.ask(Request::Edit(Edit::SetText { field, text: name.to_owned() }));
}

fn saved_name(world: &World, path: &str) -> String {
    open(&world.disk, Path::new(path)).unwrap().record.case_name.as_str().to_owned()
}

fn let_go(world: &World, window: &mut Window) {
    world.workers.let_go();
    window.run();
}

fn state(window: &Window) -> SavedState {
    window.with_outside(|outside| outside.saved.clone())
}

#[test]
fn a_second_save_waits_for_the_first_and_saves_what_is_newest() {
    let world = World::default();
    let mut window = while_saving(&world);
    assert!(window.has("保存しています"));
    name(&mut window, "乙");
    assert!(window.has("保存しています・後の変更は未保存"), "it is not said that all is being saved");
    window.press(Modifiers::COMMAND, Key::S);
    name(&mut window, "丙");
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(world.workers.held(), 1, "one save at a time");
    let_go(&world, &mut window);
    assert_eq!(saved_name(&world, FILE), "甲");
    assert_eq!(world.workers.held(), 1, "both later ones are one save of the newest content");
    let_go(&world, &mut window);
    assert_eq!(saved_name(&world, FILE), "丙");
    assert_eq!(world.workers.held(), 0);
    assert!(window.has("保存済み 14:32") && !window.has("できませんでした"));
}

#[test]
fn what_is_changed_during_a_save_is_unsaved_after_it() {
    let world = World::default();
    let mut window = while_saving(&world);
    name(&mut window, "乙");
    let_go(&world, &mut window);
    assert!(window.has("未保存の変更があります"));
}

#[test]
fn undone_during_a_save_the_record_is_unsaved_after_it() {
    let world = World::default();
    let mut window = while_saving(&world);
    window.command(Command::Undo);
    assert_eq!(state(&window), SavedState::Saving { newer: true, hangs: false });
    window.command(Command::CloseRecord);
    assert!(window.has("保存していない変更があります"), "the file will hold what was undone");
    window.press(Modifiers::NONE, Key::Escape);
    let_go(&world, &mut window);
    assert!(window.has("未保存の変更があります"));
    window.command(Command::Redo);
    assert!(window.has("保存済み 14:32"));
}

#[test]
fn approved_during_a_save_the_approval_is_unsaved_after_it_and_saved_by_the_next() {
    let world = World::default();
    let mut window = while_saving(&world);
    let by = window.record().agency.approver.clone();
    let on = crate::support::today();
    for to in [ApprovalState::Submitted, ApprovalState::Approved] {
        window.ask(Request::Edit(Edit::MoveApproval { to, by: by.clone(), on, comment: String::new() }));
    }
    let_go(&world, &mut window);
    assert!(window.has("未保存の変更があります"));
    window.command(Command::Save);
    let_go(&world, &mut window);
    assert_eq!(open(&world.disk, Path::new(FILE)).unwrap().record.approval.state, ApprovalState::Approved);
}

#[test]
fn who_leaves_during_a_save_leaves_once_it_is_done() {
    let world = World::default();
    let mut window = while_saving(&world);
    window.command(Command::OpenPath(OTHER.into()));
    assert_eq!(window.path().as_deref(), Some(Path::new(FILE)), "not before it is saved");
    assert!(window.has_containing("保存が終わりしだい"));
    let_go(&world, &mut window);
    assert_eq!(window.path().as_deref(), Some(Path::new(OTHER)));
    assert_eq!(saved_name(&world, FILE), "甲");
}

#[test]
fn who_leaves_during_a_save_that_fails_stays_and_is_told() {
    let world = World::default();
    let mut window = while_saving(&world);
    window.command(Command::CloseRecord);
    world.disk.set_fault(Fault::FailsFrom(1, Cause::Full));
    let_go(&world, &mut window);
    assert_eq!(window.record().case_name.as_str(), "甲");
    assert!(window.has("できませんでした"));
}

#[test]
fn who_gives_up_later_changes_during_a_save_has_what_was_being_saved() {
    let world = World::default();
    let mut window = while_saving(&world);
    name(&mut window, "乙");
    window.command(Command::CloseRecord);
    window.click_button("保存しない");
    assert!(window.has_record(), "what is being saved is waited for");
    let_go(&world, &mut window);
    assert!(!window.has_record());
    assert_eq!((saved_name(&world, FILE), world.workers.held()), ("甲".to_owned(), 0));
}

#[test]
fn who_chooses_no_place_when_leaving_is_not_sent_away_by_a_later_save() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::New(Role::Agency));
    name(&mut window, "甲");
    window.command(Command::CloseRecord);
    world.dialogs.cancel();
    window.click_button("保存する");
    world.dialogs.answer(ELSEWHERE);
    world.disk.put(Path::new("/home/readme"), b"");
    window.command(Command::Save);
    assert!(window.has_record() && window.has("保存済み 14:32"));
}

#[test]
fn what_is_typed_while_another_record_is_read_is_not_lost() {
    let world = World::default();
    let mut window = with_record(&world);
    world.workers.hold(JobKind::Open.thread_name());
    window.command(Command::OpenPath(OTHER.into()));
    name(&mut window, "甲");
    let_go(&world, &mut window);
    assert_eq!(window.record().case_name.as_str(), "甲");
    assert!(window.has("保存していない変更があります"));
}

#[test]
fn files_and_packages_are_made_during_a_save() {
    let world = World::default();
    let mut window = while_saving(&world);
    let (folder, products, along) = ("/cases/out".into(), vec![Product::Data(Data::Json)], Along::default());
    window.command(Command::Export(ExportOrder { folder, products, copy: CopyKind::Draft, lang: Lang::Ja, along }));
    world.dialogs.answer("/cases/result.liu.zip");
    window.command(Command::MakePackage(PackageKind::Returned));
    world.dialogs.answer("/cases/result.liu.zip");
    window.command(Command::MakePackage(PackageKind::Result));
    assert!(world.disk.paths().iter().any(|path| path.starts_with("/cases/out")));
    let_go(&world, &mut window);
    assert_eq!(saved_name(&world, FILE), "甲");
}

/// The same while the save does not come to its end: the share does not answer.
fn while_hanging(world: &World) -> Window {
    let mut window = while_saving(world);
    world.workers.hold(JobKind::Unlock.thread_name());
    world.workers.hang("/share");
    window.wait(3.0);
    assert!(window.has("保存しています"), "a slow share is none that hangs");
    window.wait(3.0);
    window
}

#[test]
fn a_share_that_does_not_answer_is_said_and_what_can_be_done_about_it() {
    let world = World::default();
    let mut window = while_hanging(&world);
    assert!(window.has("保存の応答を待っています"));
    assert!(window.has_containing("別の場所に「別名で保存」できます。"));
    window.picture("save-hangs");
    name(&mut window, "乙");
    window.press(Modifiers::COMMAND, Key::S);
    assert!(window.has("保存が終わりません"));
    window.picture("save-hangs-asked");
    window.click_button("待つ");
    world.workers.connect();
    let_go(&world, &mut window);
    let_go(&world, &mut window);
    assert_eq!(saved_name(&world, FILE), "乙");
    assert!(window.has("保存済み 14:32") && !window.has_containing("別の場所に「別名で保存」できます。"));
}

#[test]
fn another_place_is_saved_to_while_a_share_does_not_answer() {
    let world = World::default();
    let mut window = while_hanging(&world);
    name(&mut window, "乙");
    world.dialogs.answer(ELSEWHERE);
    window.command(Command::SaveAs);
    world.workers.let_go_newest();
    window.run();
    assert_eq!(saved_name(&world, ELSEWHERE), "乙");
    assert_eq!(window.path().as_deref(), Some(Path::new(ELSEWHERE)));
    assert!(window.has("保存済み 14:32"));
    name(&mut window, "丙");
    window.command(Command::Save);
    world.workers.let_go_newest();
    window.run();
    assert_eq!(saved_name(&world, ELSEWHERE), "丙", "and saved there again");
    // The share answers at last.
    world.workers.connect();
    let_go(&world, &mut window);
    assert_eq!(window.path().as_deref(), Some(Path::new(ELSEWHERE)), "the record does not go back to where it hung");
    assert!(window.has("保存済み 14:32") && !window.has("できませんでした"));
    window.command(Command::CloseRecord);
    assert!(!window.has_record());
}

#[test]
fn snapshots_go_on_while_a_share_does_not_answer() {
    let world = World::default();
    let mut window = while_hanging(&world);
    name(&mut window, "乙");
    window.wait(3.0);
    let snapshots: Vec<_> = world.disk.paths().into_iter().filter(|path| path.starts_with("/home/own/recovery")).collect();
    assert_eq!(snapshots.len(), 1);
    assert!(String::from_utf8(world.disk.get(&snapshots[0]).unwrap()).unwrap().contains("乙"));
    world.workers.connect();
}

#[test]
fn the_window_closes_although_a_share_does_not_answer_and_what_was_typed_is_offered_again() {
    let mut world = World::default();
    let mut window = while_hanging(&world);
    name(&mut window, "乙");
    window.command(Command::Quit);
    assert!(window.has("保存が終わりません"));
    window.picture("save-hangs-closing");
    window.click_button("控えを残して閉じる");
    assert!(!window.has_record());
    window.wait(1.0);
    assert!(!window.closes(), "the lock file may yet go");
    window.wait(2.0);
    assert!(window.closes());
    drop(window);
    world.disk.restart();
    world.workers.connect();
    world.session = 2;
    let mut window = world.open(WIDE);
    window.click_button("復元する");
    assert_eq!(window.record().case_name.as_str(), "乙");
}

#[test]
fn a_record_that_is_left_while_its_save_hangs_is_kept_although_it_is_opened_and_saved_again() {
    let world = World::default();
    let mut window = while_hanging(&world);
    name(&mut window, "乙");
    window.command(Command::CloseRecord);
    window.click_button("控えを残して閉じる");
    assert!(!window.has_record());
    world.workers.connect();
    // The share answers at last, the record is opened again, changed and saved.
    while world.workers.held() > 0 {
        let_go(&world, &mut window);
    }
    window.command(Command::OpenPath(FILE.into()));
    name(&mut window, "丁");
    window.command(Command::Save);
    while world.workers.held() > 0 {
        let_go(&world, &mut window);
    }
    assert_eq!(saved_name(&world, FILE), "丁");
    let kept = world.disk.paths().into_iter().filter(|path| path.starts_with("/home/own/recovery"));
    let kept: Vec<_> = kept.map(|path| String::from_utf8(world.disk.get(&path).unwrap()).unwrap()).collect();
    assert!(kept.len() == 1 && kept[0].contains("乙"), "what nobody knows to be saved is still there");
}

#[test]
fn who_waits_to_leave_is_asked_when_the_save_hangs() {
    let world = World::default();
    let mut window = while_saving(&world);
    window.command(Command::Quit);
    assert!(!window.has("保存が終わりません"));
    window.wait(6.0);
    assert!(window.has("保存が終わりません"));
}

#[test]
fn the_close_button_does_not_wait_for_a_lock_file_on_a_share_that_does_not_answer() {
    let world = World::default();
    let mut window = with_record(&world);
    world.workers.hold(JobKind::Unlock.thread_name());
    world.workers.hang("/share");
    window.command(Command::Quit);
    window.wait(3.0);
    assert!(!window.has_record() && window.closes());
    world.workers.connect();
}

#[test]
fn closed_in_peace_the_lock_file_is_gone_before_the_window_is() {
    let world = World::default();
    let mut window = with_record(&world);
    let is_locked = || world.disk.get(Path::new("/share/.~lock.case.liu.ron#")).is_some();
    assert!(is_locked());
    window.command(Command::Quit);
    assert!(!is_locked());
    window.wait(0.1);
    assert!(window.closes());
}

/// Whatever fails in a save: what is opened again afterwards and said to be saved is there after the power went.
#[test]
fn what_the_disk_did_not_confirm_is_still_to_be_saved_when_it_is_opened_again() {
    let mut unconfirmed = 0;
    for step in 1..=40 {
        let world = World::default();
        let mut window = with_record(&world);
        name(&mut window, "甲");
        world.disk.set_fault(Fault::FailsFrom(step, Cause::Full));
        window.command(Command::Save);
        while window.has_dialog() {
            window.press(Modifiers::NONE, Key::Escape);
        }
        world.disk.set_fault(Fault::FailsAt(usize::MAX, Cause::Full));
        window.command(Command::CloseRecord);
        if window.has_dialog() {
            window.click_button("保存しない");
        }
        window.command(Command::OpenPath(FILE.into()));
        let shown = window.record().case_name.as_str().to_owned();
        if state(&window) == SavedState::Changed {
            unconfirmed += 1;
            assert_eq!(shown, "甲", "{step}");
            window.command(Command::Save);
        }
        assert!(matches!(state(&window), SavedState::Saved { .. }), "{step}");
        world.disk.set_fault(Fault::StopsAt(1, Unsynced::Lost));
        assert!(world.disk.list(Path::new("/share")).is_err(), "the power is gone");
        world.disk.restart();
        assert_eq!(saved_name(&world, FILE), shown, "{step}");
    }
    assert!(unconfirmed > 0, "no step left a save unconfirmed");
}
