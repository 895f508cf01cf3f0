//! What was restored belongs to its file again: what the last save put there is known as our own, and others see that it is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Key, Modifiers};
use liu_wizard::file::{AppFolders, Fault, Holder, RecordLock, Session, Taking, Unsynced, open, to_ron};
use liu_wizard::record::{Edit, Field, Record, Role, TextField};
use liu_wizard::window::{Command, JobKind, Request, SavedState};

use crate::support::example;
use crate::support::shell::{Break, WIDE, Window, World};

const FILE: &str = "/share/case.liu.ron";
const ELSEWHERE: &str = "/home/case.liu.ron";
const CHANGED: &str = "ファイルがほかで変更されています";

fn name(window: &mut Window, name: &str) {
    let field = Field::Text(TextField::CaseName);
    window.ask(Request::Edit(Edit::SetText { field, text: name.to_owned() }));
}

fn in_file(world: &World, path: &str) -> Record {
    open(&world.disk, Path::new(path)).unwrap().record
}

fn saved(window: &Window) -> SavedState {
    window.with_outside(|outside| outside.saved.clone())
}

/// How a record is saved when the program is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Saving {
    /// For the first time.
    First,
    /// Where it was opened.
    InPlace,
    /// Under another name.
    Elsewhere,
}

impl Saving {
    const ALL: [Self; 3] = [Self::First, Self::InPlace, Self::Elsewhere];

    fn place(self) -> &'static str {
        match self {
            Self::First | Self::InPlace => FILE,
            Self::Elsewhere => ELSEWHERE,
        }
    }

    /// A window with a record that has the name 「甲」 and is not saved so.
    fn begin(self, world: &World) -> Window {
        world.disk.put(Path::new("/home/readme"), b"");
        world.disk.put(Path::new("/share/readme"), b"");
        if self != Self::First {
            world.disk.put(Path::new(FILE), to_ron(&example()).unwrap().as_bytes());
        }
        let mut window = world.open(WIDE);
        window.command(if self == Self::First { Command::New(Role::Agency) } else { Command::OpenPath(FILE.into()) });
        name(&mut window, "甲");
        window
    }

    fn save(self, world: &World, window: &mut Window) {
        world.dialogs.answer(self.place());
        window.command(if self == Self::Elsewhere { Command::SaveAs } else { Command::Save });
    }
}

/// Kills the program and starts it again.
fn crash(world: &mut World, window: Window, unsynced: Unsynced) -> Window {
    // Nothing says good-bye.
    world.disk.set_fault(Fault::StopsAt(1, unsynced));
    drop(window);
    world.workers.forget();
    world.disk.restart();
    world.session += 1;
    world.open(WIDE)
}

/// A record that was being saved under the name 「甲」 when the program was killed at this step of it: the window after the next
/// start, and whether the record was offered.
fn killed_while_saving(saving: Saving, step: usize, unsynced: Unsynced, typed_since: bool) -> (World, Window, bool) {
    let mut world = World::default();
    let mut window = saving.begin(&world);
    if typed_since {
        world.workers.hold(JobKind::Save.thread_name());
        saving.save(&world, &mut window);
        name(&mut window, "乙");
        world.disk.set_fault(Fault::StopsAt(step, unsynced));
        world.workers.let_go();
    } else {
        world.disk.set_fault(Fault::StopsAt(step, unsynced));
        saving.save(&world, &mut window);
    }
    let mut window = crash(&mut world, window, unsynced);
    let is_offered = window.has_button("復元する");
    if is_offered {
        window.click_first_button("復元する");
    }
    (world, window, is_offered)
}

/// A record whose save was done before the program was killed, and nobody had heard of it: the window after the next start.
fn killed_before_a_save_was_heard_of() -> (World, Window) {
    let mut world = World::default();
    let mut window = Saving::InPlace.begin(&world);
    world.workers.hold(JobKind::Save.thread_name());
    window.command(Command::Save);
    world.workers.let_go();
    let window = crash(&mut world, window, Unsynced::Kept);
    (world, window)
}

/// A record that had a snapshot when the program was killed: the window after the next start.
fn killed_after_a_snapshot() -> (World, Window) {
    let mut world = World::default();
    let mut window = Saving::InPlace.begin(&world);
    window.wait(3.0);
    let window = crash(&mut world, window, Unsynced::Kept);
    (world, window)
}

/// Somebody at another computer opens the file.
fn colleague_opens(world: &World, taking: Taking) -> Result<RecordLock, impl std::fmt::Debug> {
    let colleague = Session::begin(Arc::new(world.disk.clone()), AppFolders::at("/colleague"), uuid::Uuid::from_u128(7)).unwrap();
    let holder = Holder { user: "taro".to_owned(), host: "PC-2".to_owned() };
    RecordLock::acquire(&colleague, Path::new(FILE), &holder, "2026-11-23T06:00:00Z".parse().unwrap(), taking)
}

/// How many steps on the disk such a save takes.
fn steps_of(saving: Saving) -> usize {
    let world = World::default();
    let mut window = saving.begin(&world);
    world.disk.set_fault(Fault::StopsAt(usize::MAX, Unsynced::Kept));
    saving.save(&world, &mut window);
    world.disk.steps()
}

#[test]
fn what_the_last_save_put_in_place_before_the_program_was_killed_is_not_taken_for_anothers_change() {
    let mut known_again = 0;
    let killed = Saving::ALL.into_iter().flat_map(|saving| [(saving, Unsynced::Kept, false), (saving, Unsynced::Kept, true)]);
    for (saving, unsynced, typed_since) in killed.chain([(Saving::InPlace, Unsynced::Lost, false)]) {
        for step in 1..=steps_of(saving) {
            let what = format!("{saving:?}, step {step}, {unsynced:?}, typed since: {typed_since}");
            let (mut world, mut window, is_offered) = killed_while_saving(saving, step, unsynced, typed_since);
            if !is_offered {
                continue;
            }
            let newest = if typed_since { "乙" } else { "甲" };
            assert_eq!(window.record().case_name.as_str(), newest, "{what}");
            let file = world.disk.get(Path::new(saving.place()));
            let holds = file.map(|_| in_file(&world, saving.place()).case_name.as_str().to_owned());
            if holds.as_deref() == Some("甲") {
                known_again += 1;
                assert_eq!(window.path().as_deref(), Some(Path::new(saving.place())), "{what}");
                assert!(window.has_containing("プログラムが終わる直前の保存は済んでいました。"), "{what}");
                assert_eq!(matches!(saved(&window), SavedState::Saved { .. }), !typed_since, "{what}: {:?}", saved(&window));
            } else {
                assert!(!matches!(saved(&window), SavedState::Saved { .. }), "{what}");
            }
            window.leave_and_come_back();
            assert!(!window.has(CHANGED), "{what}");
            name(&mut window, "丙");
            if holds.as_deref() == Some("甲") {
                window.command(Command::Save);
            } else {
                saving.save(&world, &mut window);
            }
            assert!(!window.has(CHANGED) && !window.has_dialog(), "{what}");
            let after = in_file(&world, saving.place());
            assert_eq!((after.case_name.as_str(), after.history_problems()), ("丙", Vec::new()), "{what}");
            let window = crash(&mut world, window, unsynced);
            // What was taken away may be back when the power was lost.
            let is_offered = unsynced == Unsynced::Kept && window.has_button("復元する");
            assert!(!is_offered, "{what}: nothing is left to be offered");
        }
    }
    assert!(known_again > 20, "only {known_again} saves were done and not heard of");
}

#[test]
fn a_save_in_place_is_known_again_although_the_share_answers_only_after_the_next_save_was_asked_for() {
    let (world, mut window) = killed_before_a_save_was_heard_of();
    world.workers.hold(JobKind::Reclaim.thread_name());
    world.workers.hang("/share");
    window.click_first_button("復元する");
    assert_eq!(window.record().case_name.as_str(), "甲", "a share that does not answer keeps nobody from what was restored");
    world.workers.connect();
    name(&mut window, "乙");
    window.command(Command::Save);
    assert!(!window.has(CHANGED));
    assert_eq!(in_file(&world, FILE).case_name.as_str(), "乙");
    world.workers.let_go();
    window.run();
    assert!(matches!(saved(&window), SavedState::Saved { .. }), "{:?}", saved(&window));
    assert!(world.disk.get(Path::new("/share/.~lock.case.liu.ron#")).is_some());
}

#[test]
fn what_somebody_else_wrote_after_the_crash_is_still_told() {
    let (world, mut window) = killed_after_a_snapshot();
    let mut others = example();
    others.apply(Edit::SetText { field: Field::Text(TextField::CaseName), text: "太郎が直した".to_owned() }).unwrap();
    world.disk.put(Path::new(FILE), to_ron(&others).unwrap().as_bytes());
    window.click_first_button("復元する");
    window.command(Command::Save);
    assert!(window.has(CHANGED));
    assert_eq!(in_file(&world, FILE).case_name.as_str(), "太郎が直した");
}

#[test]
fn a_restored_record_is_open_for_others_to_see_and_closed_when_it_is_left() {
    let (world, mut window) = killed_after_a_snapshot();
    window.click_first_button("復元する");
    let lock = PathBuf::from("/share/.~lock.case.liu.ron#");
    let held = String::from_utf8(world.disk.get(&lock).unwrap()).unwrap();
    assert!(held.contains(&uuid::Uuid::from_u128(world.session).to_string()), "by this run: {held}");
    assert!(colleague_opens(&world, Taking::IfFree).is_err());
    window.command(Command::Save);
    window.command(Command::CloseRecord);
    assert!(world.disk.get(&lock).is_none());
}

#[test]
fn what_somebody_opened_after_the_crash_is_restored_as_a_copy() {
    let (world, mut window) = killed_after_a_snapshot();
    // The crashed run's lock is gone, as if it had been taken over and let go.
    world.disk.put(Path::new("/share/.~lock.case.liu.ron#"), b"");
    let _lock = colleague_opens(&world, Taking::Anyway).unwrap();
    window.click_first_button("復元する");
    assert!(window.has_containing("taro (PC-2)") && window.has_containing("写しとして開いています"));
    window.picture("restored-as-a-copy");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!((window.record().case_name.as_str(), window.path()), ("甲", None));
    world.dialogs.answer(ELSEWHERE);
    window.command(Command::Save);
    assert_eq!(in_file(&world, ELSEWHERE).case_name.as_str(), "甲");
    assert_eq!(in_file(&world, FILE), example(), "what he has open is as it was");
}

#[test]
fn a_look_at_the_file_that_breaks_down_is_said_and_the_next_save_still_knows_its_own() {
    for how in [Break::Panics, Break::PanicsAtTheDisk, Break::IsNotBegun] {
        let (world, mut window) = killed_before_a_save_was_heard_of();
        world.workers.break_next(JobKind::Reclaim, how);
        window.click_first_button("復元する");
        assert!(world.workers.has_broken());
        assert_eq!(window.record().case_name.as_str(), "甲", "{how:?}");
        name(&mut window, "乙");
        window.command(Command::Save);
        assert!(!window.has(CHANGED), "{how:?}");
        assert_eq!(in_file(&world, FILE).case_name.as_str(), "乙", "{how:?}");
    }
}
