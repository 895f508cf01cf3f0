//! Whatever is done in whatever order, on a disk that fails or a computer that stops at any step: nothing that was said to be saved is
//! lost, no file is torn, what was kept for recovery is offered again, and what the window says of saving is so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use liu_wizard::file::{Cause, Fault, Session, Unsynced, parse, to_ron};
use liu_wizard::record::{Edit, Field, Record, Role, TextField};
use liu_wizard::window::{Command, JobKind, Request, SavedState};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::support::shell::{NARROW, Window, World, folders};

const FILE: &str = "/cases/a.liu.ron";
const ELSEWHERE: &str = "/cases/b.liu.ron";
const CHANGED: &str = "ファイルがほかで変更されています";

/// What is done.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// A text is typed into one of two fields.
    Type(bool, u8),
    /// Several fields are filled at once, as by a sheet that is taken in.
    FillIn(u8),
    Undo,
    Redo,
    Save,
    SaveElsewhere,
    /// So many seconds go by.
    Wait(u8),
    /// The save that has waited longest comes to its end.
    SaveEnds,
    /// The record is left, saved first or not, and opened again.
    Leave(bool),
    /// A new record is begun from what is saved, and given up.
    NewFromThis,
    /// Something else writes the file.
    Outside(u8),
    /// Somebody opens the file in a second program.
    Second,
    /// The clock is set so many days forward or back.
    Clock(i8),
    /// Another window is turned to, and this one again.
    LookElsewhere,
}

/// An act, and what befalls it.
#[derive(Clone, Copy, Debug)]
enum Step {
    Plain(Act),
    /// The n-th step on the disk fails; or it and all after it in this act.
    Failing(Act, usize, bool),
    /// The program is killed at the n-th step on the disk, or after the act; or the power is lost.
    Crashing(Act, usize, Unsynced),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (any::<bool>(), 0..9u8).prop_map(|(field, text)| Act::Type(field, text)),
        1 => (0..9u8).prop_map(Act::FillIn),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        5 => Just(Act::Save),
        1 => Just(Act::SaveElsewhere),
        4 => prop_oneof![Just(1u8), Just(3), Just(11)].prop_map(Act::Wait),
        5 => Just(Act::SaveEnds),
        1 => any::<bool>().prop_map(Act::Leave),
        1 => Just(Act::NewFromThis),
        1 => (0..9u8).prop_map(Act::Outside),
        1 => Just(Act::Second),
        1 => prop_oneof![Just(-30i8), Just(-1), Just(1), Just(30)].prop_map(Act::Clock),
        1 => Just(Act::LookElsewhere),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let unsynced = prop_oneof![Just(Unsynced::Lost), Just(Unsynced::Kept)];
    prop_oneof![
        8 => act().prop_map(Step::Plain),
        3 => (act(), 1..16usize, any::<bool>()).prop_map(|(act, at, lasting)| Step::Failing(act, at, lasting)),
        2 => (act(), 1..24usize, unsynced).prop_map(|(act, at, unsynced)| Step::Crashing(act, at, unsynced)),
    ]
}

/// What tells contents apart.
fn shown(record: &Record) -> String {
    format!("{}/{}", record.case_name.as_str(), record.agency.purpose.as_str())
}

/// What must be true, whatever the program does.
#[derive(Default)]
struct Model {
    /// What each file may hold: what was said to be saved there, what was being saved since, what others wrote.
    may_hold: BTreeMap<PathBuf, BTreeSet<String>>,
    /// What must be found in the file or among its previous versions.
    never_lost: BTreeMap<PathBuf, String>,
    /// Files that somebody else wrote since they were saved.
    changed_outside: BTreeSet<PathBuf>,
    /// Whether the record on the screen was restored and not saved since, so that no file is known to hold it.
    is_restored: bool,
}

struct Machine {
    world: World,
    window: Option<Window>,
    model: Model,
    /// Whether saves take their time.
    is_slow: bool,
    /// Whether something goes wrong on the disk during this act.
    is_in_trouble: bool,
    /// Whether something did since the program began.
    had_trouble: bool,
    /// Whether all that the program knew of its files when it was killed could be written, and is what was restored.
    knows_its_files: bool,
    /// Whether the power was lost: then what was taken away may be back.
    had_no_power: bool,
}

impl Machine {
    fn begin(is_slow: bool) -> Self {
        let world = World::default();
        world.draws.set(false);
        let mut machine = Self {
            world,
            window: None,
            model: Model::default(),
            is_slow,
            is_in_trouble: false,
            had_trouble: false,
            knows_its_files: true,
            had_no_power: false,
        };
        machine.open();
        machine
    }

    fn window(&mut self) -> &mut Window {
        self.window.as_mut().unwrap()
    }

    fn screen(&self) -> String {
        self.window.as_ref().filter(|window| window.has_record()).map(|window| shown(&window.record())).unwrap_or_default()
    }

    fn saved(&self) -> SavedState {
        self.window.as_ref().unwrap().with_outside(|outside| outside.saved.clone())
    }

    /// The file of the record, or where it is saved first.
    fn file(&self) -> PathBuf {
        self.window.as_ref().and_then(Window::path).unwrap_or_else(|| PathBuf::from(FILE))
    }

    /// Starts the program: what is offered is restored, else the file is opened, else a record is begun.
    fn open(&mut self) {
        self.knows_its_files = !self.had_trouble && !self.had_no_power && self.offered().len() <= 1;
        self.had_trouble = false;
        if self.is_slow {
            self.world.workers.hold(JobKind::Save.thread_name());
        }
        self.world.draws.set(true);
        let mut window = self.world.open(NARROW);
        self.model.is_restored = false;
        if window.has("前回、保存されずに終わった記録があります") {
            window.click_first_button("復元する");
            self.model.is_restored = window.has_record();
            if let Some(file) = window.path().filter(|file| self.world.disk.get(file).is_some()) {
                assert!(is_locked(&self.world, &file), "what is restored is open for others to see");
            }
        }
        self.window = Some(window);
        self.open_something();
        self.world.draws.set(false);
    }

    fn open_something(&mut self) {
        let is_there = self.world.disk.get(Path::new(FILE)).is_some();
        let window = self.window();
        if !window.has_record() && is_there {
            window.command(Command::OpenPath(FILE.into()));
        }
        self.answer("写しとして開く");
        self.close_dialogs();
        let window = self.window();
        if !window.has_record() {
            window.command(Command::New(Role::Agency));
        }
    }

    fn answer(&mut self, button: &str) {
        if self.window().has_button(button) {
            self.window().click_button(button);
        }
    }

    /// Answers what may have been asked: what is there is replaced, and all else is closed.
    fn close_dialogs(&mut self) {
        self.world.draws.set(true);
        self.window().run();
        for _ in 0..3 {
            if self.window().has(CHANGED) {
                let file = self.asked_for();
                let is_true = self.model.changed_outside.contains(&file) || !self.knows_its_files;
                assert!(is_true, "nobody else changed {}", file.display());
            }
            if self.window().has_button("置き換える") {
                let file = self.asked_for();
                // What is replaced is kept as the previous version, unless that fails, and then nothing is replaced.
                let there = self.world.disk.get(&file).and_then(|bytes| parse(&bytes, "").ok());
                self.may_hold(&file);
                self.window().click_button("置き換える");
                if let (Some((there, _)), SavedState::Saved { .. }) = (there, self.saved()) {
                    self.model.never_lost.insert(file.clone(), shown(&there));
                    self.check_not_lost(&file).unwrap();
                }
            }
            if !self.window().has_dialog() {
                break;
            }
            self.window().press(egui::Modifiers::NONE, egui::Key::Escape);
        }
        self.world.draws.set(false);
    }

    /// The file that is asked about.
    fn asked_for(&mut self) -> PathBuf {
        let names = [FILE, ELSEWHERE];
        let asked = names.into_iter().find(|name| self.window().has_containing(name));
        asked.map_or_else(|| self.file(), PathBuf::from)
    }

    fn may_hold(&mut self, file: &Path) {
        let screen = self.screen();
        self.model.may_hold.entry(file.to_owned()).or_default().insert(screen);
    }

    fn do_it(&mut self, act: Act) {
        self.world.later(7);
        // Only a save that comes to its end finds out that somebody else wrote the file.
        let may_save = match act {
            Act::Save | Act::SaveElsewhere => true,
            Act::SaveEnds => self.world.workers.held() > 0,
            _ => false,
        };
        let text = |number: u8| if number == 0 { String::new() } else { format!("案{number}") };
        let set = |field, text| Edit::SetText { field: Field::Text(field), text };
        match act {
            Act::Type(field, number) => {
                let field = if field { TextField::CaseName } else { TextField::Purpose };
                self.window().ask(Request::Edit(set(field, text(number))));
            }
            Act::FillIn(number) => {
                let edits = vec![set(TextField::CaseName, text(number)), set(TextField::Purpose, text(9 - number))];
                self.window().ask(Request::Edit(Edit::Together(edits)));
            }
            Act::Undo => self.window().command(Command::Undo),
            Act::Redo => self.window().command(Command::Redo),
            Act::Save | Act::SaveElsewhere => {
                let is_else = matches!(act, Act::SaveElsewhere);
                let file = if is_else { PathBuf::from(ELSEWHERE) } else { self.file() };
                self.may_hold(&file);
                self.world.dialogs.answer(&file);
                self.window().command(if is_else { Command::SaveAs } else { Command::Save });
                self.world.dialogs.forget();
                // A save that hung at the former place would write there much later, when nobody remembers.
                while is_else && self.world.workers.held() > 0 {
                    self.world.workers.let_go();
                    self.window().run();
                }
            }
            Act::Wait(seconds) => self.window().wait(f64::from(seconds)),
            Act::SaveEnds => {
                let file = self.file();
                self.may_hold(&file);
                if self.world.workers.held() > 0 {
                    self.world.workers.let_go();
                }
                self.window().run();
                if self.window().has_record() {
                    self.may_hold(&file);
                }
            }
            Act::Leave(saves) => {
                let file = self.file();
                self.may_hold(&file);
                self.world.draws.set(true);
                self.world.dialogs.answer(&file);
                self.window().command(Command::CloseRecord);
                self.answer(if saves { "保存する" } else { "保存しない" });
                self.world.dialogs.forget();
                if !self.window().has_record() {
                    self.model.is_restored = false;
                }
                self.close_dialogs();
                self.world.draws.set(true);
                self.open_something();
                self.world.draws.set(false);
            }
            Act::NewFromThis => {
                if matches!(self.saved(), SavedState::Saved { .. }) {
                    self.model.is_restored = false;
                    self.window().command(Command::New(Role::Agency));
                    self.window().command(Command::OpenPath(FILE.into()));
                    self.world.draws.set(true);
                    self.open_something();
                    self.world.draws.set(false);
                }
            }
            Act::Outside(number) => {
                let file = self.file();
                if let Some((mut record, _)) = self.world.disk.get(&file).and_then(|bytes| parse(&bytes, "").ok()) {
                    record.apply(set(TextField::CaseName, format!("他{number}"))).unwrap();
                    let shown = shown(&record);
                    self.world.disk.put(&file, to_ron(&record).unwrap().as_bytes());
                    self.model.never_lost.insert(file.clone(), shown.clone());
                    self.model.may_hold.entry(file.clone()).or_default().insert(shown);
                    self.model.changed_outside.insert(file);
                }
            }
            Act::Clock(days) => self.world.later(i64::from(days) * 86_400),
            Act::LookElsewhere => {
                self.world.draws.set(true);
                self.window().leave_and_come_back();
                self.world.draws.set(false);
            }
            Act::Second => {
                let file = self.file();
                if self.world.disk.get(&file).is_some() && is_locked(&self.world, &file) {
                    let second = World { session: 1000, ..World::with(self.world.disk.clone()) };
                    let mut other = second.open_despite_faults(NARROW);
                    if other.has_dialog() {
                        other.press(egui::Modifiers::NONE, egui::Key::Escape);
                    }
                    other.command(Command::OpenPath(file));
                    // Who cannot read or lay lock files is not kept from reading: the save will tell.
                    let is_told = self.is_in_trouble || !other.has_record();
                    assert!(is_told, "a record that is open is not opened by a second program without a word");
                }
            }
        }
        if !self.window().has_record() {
            // It was left once its save was done.
            self.model.is_restored = false;
            self.open_something();
        }
        self.close_dialogs_if_any(act);
        if let SavedState::Saved { .. } = self.saved() {
            let (file, screen) = (self.file(), self.screen());
            if !self.model.changed_outside.contains(&file) || may_save {
                self.model.changed_outside.remove(&file);
                self.model.never_lost.insert(file.clone(), screen.clone());
                self.model.may_hold.insert(file, BTreeSet::from([screen]));
                self.model.is_restored = false;
            }
        }
    }

    fn close_dialogs_if_any(&mut self, act: Act) {
        if !matches!(act, Act::Type(..) | Act::FillIn(_) | Act::Undo | Act::Redo | Act::Outside(_)) {
            self.close_dialogs();
        }
    }

    fn step(&mut self, step: Step) -> Result<(), TestCaseError> {
        self.is_in_trouble = !matches!(step, Step::Plain(_));
        match step {
            Step::Plain(act) => self.do_it(act),
            Step::Failing(act, at, lasting) => {
                let fault = if lasting { Fault::FailsFrom(at, Cause::Full) } else { Fault::FailsAt(at, Cause::Denied) };
                self.had_trouble = true;
                self.world.disk.set_fault(fault);
                self.do_it(act);
                self.world.disk.set_fault(Fault::FailsAt(usize::MAX, Cause::Full));
            }
            Step::Crashing(act, at, unsynced) => {
                self.had_no_power |= unsynced == Unsynced::Lost;
                let was_unsaved = !matches!(self.saved(), SavedState::Saved { .. });
                let before = self.screen();
                // A snapshot that can be read although its write failed may be lost with the power: nobody was told that it is safe.
                let is_durable = unsynced == Unsynced::Kept || !self.had_trouble;
                let was_kept = is_durable && self.offered().contains(&before);
                self.world.disk.set_fault(Fault::StopsAt(at, unsynced));
                self.do_it(act);
                let state = self.saved();
                let is_unsaved = was_unsaved && !matches!(state, SavedState::Saved { .. });
                let after = self.screen();
                // If it was not stopped on the way, it is now; nothing says good-bye.
                self.world.disk.set_fault(Fault::StopsAt(1, unsynced));
                drop(self.window.take());
                self.world.workers.forget();
                self.world.disk.restart();
                let offered = self.offered();
                let is_kept = offered.contains(&before) || offered.contains(&after);
                // Undone to what a record without a file began as, there is nothing to be kept.
                let changes = matches!(act, Act::Type(..) | Act::FillIn(_) | Act::Undo | Act::Redo);
                let is_as_begun = changes && matches!(state, SavedState::NeverSaved);
                let lets_go = is_as_begun || matches!(act, Act::Leave(_) | Act::NewFromThis);
                prop_assert!(!was_kept || !is_unsaved || lets_go || is_kept, "{before} was kept, and {offered:?} is offered");
                self.world.session += 1;
                self.open();
            }
        }
        self.check()
    }

    /// What would be offered if the program were killed now.
    fn offered(&self) -> Vec<String> {
        let copy = World::on(&self.world.disk).disk;
        let session = Session::begin(std::sync::Arc::new(copy), folders(), uuid::Uuid::from_u128(77)).unwrap();
        let orphans = session.orphans().unwrap();
        orphans.iter().map(|orphan| shown(&orphan.content.as_ref().expect("no snapshot is torn").record)).collect()
    }

    fn check_not_lost(&self, file: &Path) -> Result<(), TestCaseError> {
        let Some(content) = self.model.never_lost.get(file) else { return Ok(()) };
        let read =
            |path: &Path| self.world.disk.get(path).and_then(|bytes| parse(&bytes, "").ok()).map(|(record, _)| shown(&record));
        let mut found = Vec::from_iter(read(file));
        for path in self.world.disk.paths() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // What stopped half-way lies under a hidden name.
            if !name.starts_with('.') && (path.starts_with(folders().data().join("versions")) || name.ends_with(".bak")) {
                let kept = read(&path);
                prop_assert!(kept.is_some(), "a version is torn: {}", path.display());
                found.extend(kept);
            }
        }
        prop_assert!(found.contains(content), "{content} was saved, and there is only {found:?}");
        Ok(())
    }

    fn check(&mut self) -> Result<(), TestCaseError> {
        for (file, may_hold) in &self.model.may_hold {
            let Some(bytes) = self.world.disk.get(file) else { continue };
            let holds = parse(&bytes, "").map(|(record, _)| shown(&record));
            prop_assert!(holds.is_ok(), "{} is torn: {holds:?}", file.display());
            let holds = holds.unwrap();
            prop_assert!(may_hold.contains(&holds), "{} holds {holds}, and may hold {may_hold:?}", file.display());
        }
        for file in [FILE, ELSEWHERE] {
            self.check_not_lost(Path::new(file))?;
        }
        self.offered();
        let (file, screen, saved) = (self.file(), self.screen(), self.saved());
        let holds = self.world.disk.get(&file).and_then(|bytes| parse(&bytes, "").ok()).map(|(record, _)| shown(&record));
        if self.model.changed_outside.contains(&file) {
            return Ok(());
        }
        match saved {
            SavedState::Saved { .. } => prop_assert_eq!(holds, Some(screen), "it says saved"),
            SavedState::Changed if !self.model.is_restored => {
                let last = self.model.never_lost.get(&file);
                prop_assert!(
                    last != Some(&screen) || holds != Some(screen.clone()),
                    "it says {screen} is unsaved, and it is saved"
                );
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether the lock file beside this one is of the program that runs.
fn is_locked(world: &World, file: &Path) -> bool {
    let lock = file.with_file_name(format!(".~lock.{}#", file.file_name().unwrap().to_string_lossy()));
    let held = world.disk.get(&lock).and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    held.contains(&uuid::Uuid::from_u128(world.session).to_string())
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::with_cases(16) })]

    #[test]
    fn nothing_that_was_saved_or_kept_is_lost_and_the_window_says_what_is_so(is_slow in any::<bool>(), steps in prop::collection::vec(step(), 1..25)) {
        let mut machine = Machine::begin(is_slow);
        for step in steps {
            machine.step(step)?;
        }
    }
}

/// After three quiet seconds on a disk that works, what is unsaved is kept.
#[test]
fn what_is_unsaved_is_kept_after_three_quiet_seconds() {
    let mut machine = Machine::begin(true);
    for act in [Act::Type(true, 1), Act::Save, Act::Type(false, 2), Act::Save, Act::Undo, Act::SaveEnds, Act::Type(true, 3)] {
        machine.step(Step::Plain(act)).unwrap();
        machine.step(Step::Plain(Act::Wait(3))).unwrap();
        let is_unsaved = !matches!(machine.saved(), SavedState::Saved { .. } | SavedState::NeverSaved);
        assert!(!is_unsaved || machine.offered().contains(&machine.screen()), "{act:?}");
    }
}

/// Killed at any step of a save, whoever goes on is told of nobody's change, and what he saves then is saved.
#[test]
fn a_kill_at_any_step_of_a_save_is_nobody_elses_change() {
    for at in 1..=24 {
        let mut machine = Machine::begin(false);
        machine.step(Step::Plain(Act::Type(true, 1))).unwrap();
        machine.step(Step::Plain(Act::Save)).unwrap();
        machine.step(Step::Plain(Act::Type(true, 2))).unwrap();
        machine.step(Step::Plain(Act::Wait(3))).unwrap();
        machine.step(Step::Crashing(Act::Save, at, Unsynced::Kept)).unwrap();
        for act in [Act::LookElsewhere, Act::Type(false, 3), Act::Save] {
            machine.step(Step::Plain(act)).unwrap();
        }
        assert!(matches!(machine.saved(), SavedState::Saved { .. }), "killed at {at}: {:?}", machine.saved());
    }
}
