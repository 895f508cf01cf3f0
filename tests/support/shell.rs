//! The whole window without a display: a disk in memory, scripted dialogs, a clock that stands still until it is set forward, ids that count.
#![allow(dead_code, reason = "each test that opens the window uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a window that does not do as told is to fail loudly")]

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use egui::accesskit::Role as NodeRole;
use egui::{Event, ImeEvent, Key, Modifiers, RawInput, ViewportCommand, ViewportId};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use egui_kittest::{Harness, Node};
use jiff::Timestamp;
use liu_wizard::catalogue::Catalogue;
use liu_wizard::file::{AppFolders, Entry, Holder, Lock, MemoryStorage, Storage, StorageError, WayThrough};
use liu_wizard::judgement::Judgement;
use liu_wizard::portfolio::Shelf;
use liu_wizard::reader::Reader;
use liu_wizard::record::{CommentId, ItemId, Record, RecordId};
use liu_wizard::window::dialogs::ScriptedDialogs;
use liu_wizard::window::{
    App, Clock, Command, Environment, IdSource, JobKind, LastState, OnTheSpot, Opener, Outside, Printing, Request, Workers,
};
use uuid::Uuid;

/// 1366×768, the smallest common screen.
pub const WIDE: [f32; 2] = [1366.0, 768.0];
/// The same at 200 % zoom.
pub const NARROW: [f32; 2] = [683.0, 384.0];

pub type Slot = Rc<RefCell<Option<App>>>;

/// What a test has in hand beside the window.
pub struct World {
    pub disk: MemoryStorage,
    pub dialogs: ScriptedDialogs,
    pub session: u128,
    /// Work that waits to be done by hand; without it, all is done on the spot.
    pub by_hand: Option<ByHand>,
    pub workers: HeldWork,
    /// What was opened with other programs.
    pub opener: NotedOpener,
    pub now: Rc<Cell<Timestamp>>,
    /// How long the program has run: goes on with [`Window::wait`], whatever is done to the clock.
    pub elapsed: Rc<Cell<Duration>>,
    /// Whether frames are drawn. What is done without looking goes faster without.
    pub draws: Rc<Cell<bool>>,
    /// The catalogue that the program is started with.
    pub in_use: Arc<Catalogue>,
    /// The file of it, if the command line named one.
    pub given: Option<PathBuf>,
    /// The way through the questions that the user took last.
    pub way: WayThrough,
}

impl Default for World {
    fn default() -> Self {
        Self::with(MemoryStorage::new().with_reader(super::reader()))
    }
}

impl World {
    /// A computer with this disk.
    pub fn with(disk: MemoryStorage) -> Self {
        let dialogs = ScriptedDialogs::default();
        let panicking = PanickingDisk { disk: disk.clone(), ..PanickingDisk::default() };
        let workers = HeldWork { disk: panicking, ..HeldWork::default() };
        let now = Rc::new(Cell::new("2026-11-23T05:32:00Z".parse().unwrap()));
        let in_use = Catalogue::shipped().unwrap();
        Self {
            disk,
            dialogs,
            session: 1,
            by_hand: None,
            workers,
            opener: NotedOpener::default(),
            now,
            elapsed: Rc::default(),
            draws: Rc::new(Cell::new(true)),
            in_use,
            given: None,
            way: WayThrough::Overview,
        }
    }
}

impl World {
    /// Another computer with a copy of all files of this disk, on which nothing goes wrong and no lock is held.
    pub fn on(disk: &MemoryStorage) -> Self {
        let copy = MemoryStorage::new().with_reader(super::reader());
        for path in disk.paths() {
            copy.put(&path, &disk.get(&path).unwrap());
        }
        Self::with(copy)
    }
}

type Work = Box<dyn FnOnce() + Send>;

/// Workers that do nothing until they are told to.
#[derive(Clone, Default)]
pub struct ByHand(Rc<RefCell<Vec<(String, Work)>>>);

impl ByHand {
    /// The names of what waits to be done.
    pub fn waiting(&self) -> Vec<String> {
        self.0.borrow().iter().map(|(name, _)| name.clone()).collect()
    }

    /// Does the work that waits first; false if none does.
    pub fn work(&self) -> bool {
        let is_there = !self.waiting().is_empty();
        if is_there {
            let (_, work) = self.0.borrow_mut().remove(0);
            work();
        }
        is_there
    }

    /// Breaks the work that waits first: it never comes to its end.
    pub fn break_down(&self) {
        let (_, work) = self.0.borrow_mut().remove(0);
        Break::Panics.befall(work, &PanickingDisk::default());
    }
}

impl Workers for ByHand {
    fn run(&self, name: &str, work: Work) {
        if name == JobKind::Dialog.thread_name() {
            OnTheSpot.run(name, work);
        } else {
            self.0.borrow_mut().push((name.to_owned(), work));
        }
    }
}

/// What befalls a piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// It panics before it has done anything.
    Panics,
    /// It panics as soon as it touches the disk.
    PanicsAtTheDisk,
    /// Nobody can be had to do it.
    IsNotBegun,
}

impl Break {
    fn befall(self, work: Work, disk: &PanickingDisk) {
        match self {
            Self::Panics => {
                let panicked = catch_unwind(AssertUnwindSafe(move || {
                    let _work = work;
                    panic!("a fault of the program, on purpose");
                }));
                assert!(panicked.is_err());
            }
            Self::PanicsAtTheDisk => {
                disk.panics.store(true, Ordering::Relaxed);
                work();
                disk.panics.store(false, Ordering::Relaxed);
            }
            Self::IsNotBegun => drop(work),
        }
    }
}

/// The disk in memory, which panics while it is told to.
#[derive(Clone, Debug, Default)]
pub struct PanickingDisk {
    disk: MemoryStorage,
    panics: Arc<AtomicBool>,
    /// What nobody may touch.
    hangs: Arc<Mutex<Option<PathBuf>>>,
    /// How many threads of [`HeldWork::on_threads`] wait for that.
    waiting: Arc<(Mutex<usize>, Condvar)>,
}

/// The name of threads that may wait for a share.
const PATIENT: &str = "waits for a share";

impl PanickingDisk {
    fn disk(&self, path: &Path) -> &MemoryStorage {
        assert!(!self.panics.load(Ordering::Relaxed), "the disk was touched, which panics on purpose");
        let hangs = || self.hangs.lock().unwrap().as_ref().is_some_and(|hangs| path.starts_with(hangs));
        if hangs() && std::thread::current().name() == Some(PATIENT) {
            let (waiting, changed) = &*self.waiting;
            let mut waiting = waiting.lock().unwrap();
            *waiting += 1;
            changed.notify_all();
            while hangs() {
                waiting = changed.wait(waiting).unwrap();
            }
            *waiting -= 1;
        }
        assert!(!hangs(), "the window waits for {} for ever", path.display());
        &self.disk
    }
}

impl Storage for PanickingDisk {
    fn read(&self, path: &Path, max_bytes: u64) -> Result<Vec<u8>, StorageError> {
        self.disk(path).read(path, max_bytes)
    }

    fn write_durably(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        self.disk(path).write_durably(path, bytes)
    }

    fn create_new(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        self.disk(path).create_new(path, bytes)
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, StorageError> {
        self.disk(folder).list(folder)
    }

    fn identity(&self, path: &Path) -> OsString {
        self.disk(path).identity(path)
    }

    fn remove(&self, path: &Path) -> Result<(), StorageError> {
        self.disk(path).remove(path)
    }

    fn create_folder(&self, path: &Path) -> Result<(), StorageError> {
        self.disk(path).create_folder(path)
    }

    fn lock(&self, path: &Path) -> Result<Box<dyn Lock>, StorageError> {
        self.disk(path).lock(path)
    }

    fn is_locked(&self, path: &Path) -> Result<bool, StorageError> {
        self.disk(path).is_locked(path)
    }

    fn reader(&self) -> Reader {
        self.disk.reader()
    }
}

/// Does the work on the spot, but for the kind that a test holds back to let it go later, and that which it breaks. Clones share
/// what is held.
#[derive(Clone, Default)]
pub struct HeldWork {
    names: Rc<RefCell<Vec<&'static str>>>,
    held: Rc<RefCell<VecDeque<Work>>>,
    breaks: Rc<Cell<Option<(JobKind, Break)>>>,
    threaded: Rc<Cell<Option<JobKind>>>,
    threads: Rc<RefCell<Vec<JoinHandle<()>>>>,
    disk: PanickingDisk,
}

impl HeldWork {
    /// Holds back work of this name from now on.
    pub fn hold(&self, name: &'static str) {
        self.names.borrow_mut().push(name);
    }

    /// Breaks the next piece of work of this kind.
    pub fn break_next(&self, kind: JobKind, how: Break) {
        self.breaks.set(Some((kind, how)));
    }

    /// Whether what was to be broken was asked for.
    pub fn has_broken(&self) -> bool {
        self.breaks.get().is_none()
    }

    /// Does the piece of work that has waited longest.
    pub fn let_go(&self) {
        let work = self.held.borrow_mut().pop_front();
        work.unwrap()();
    }

    /// Does the piece of work that was asked for last.
    pub fn let_go_newest(&self) {
        let work = self.held.borrow_mut().pop_back();
        work.unwrap()();
    }

    /// Forgets what was held back, and holds nothing back any more, as when the program is killed.
    pub fn forget(&self) {
        self.names.borrow_mut().clear();
        self.held.borrow_mut().clear();
    }

    /// How many pieces of work are held back.
    pub fn held(&self) -> usize {
        self.held.borrow().len()
    }

    /// From now on nothing may touch what lies under this folder, as if a share hung: whoever did would wait for ever.
    pub fn hang(&self, folder: &str) {
        *self.disk.hangs.lock().unwrap() = Some(folder.into());
    }

    /// Work of this kind is done on threads, which wait where others may touch nothing.
    pub fn on_threads(&self, kind: JobKind) {
        self.threaded.set(Some(kind));
    }

    /// Waits until so many threads wait for the share.
    pub fn wait_for_waiting(&self, threads: usize) {
        let (waiting, changed) = &*self.disk.waiting;
        let guard = waiting.lock().unwrap();
        drop(changed.wait_while(guard, |waiting| *waiting < threads).unwrap());
    }

    /// Waits for the work of all threads.
    pub fn join(&self) {
        self.threads.take().into_iter().for_each(|thread| thread.join().unwrap());
    }

    /// Waits for the work that was begun last.
    pub fn join_newest(&self) {
        let waiting = *self.disk.waiting.0.lock().unwrap();
        let mut threads = self.threads.borrow_mut();
        assert!(threads.len() > waiting, "nothing was begun but what waits for the share");
        threads.pop().unwrap().join().unwrap();
    }

    /// The share works again.
    pub fn connect(&self) {
        let waiting = self.disk.waiting.0.lock().unwrap();
        *self.disk.hangs.lock().unwrap() = None;
        drop(waiting);
        self.disk.waiting.1.notify_all();
    }
}

impl Workers for HeldWork {
    fn run(&self, name: &str, work: Work) {
        if let Some((_, how)) = self.breaks.get().filter(|(kind, _)| kind.thread_name() == name) {
            self.breaks.set(None);
            how.befall(work, &self.disk);
        } else if self.threaded.get().is_some_and(|kind| kind.thread_name() == name) {
            self.threads.borrow_mut().push(std::thread::Builder::new().name(PATIENT.to_owned()).spawn(work).unwrap());
        } else if self.names.borrow().contains(&name) {
            self.held.borrow_mut().push_back(work);
        } else {
            OnTheSpot.run(name, work);
        }
    }
}

/// Notes what is opened with other programs, or refuses it.
#[derive(Clone, Default)]
pub struct NotedOpener {
    pub opened: Arc<Mutex<Vec<PathBuf>>>,
    pub printed: Arc<Mutex<Vec<PathBuf>>>,
    /// There is no printer: what is to be printed is opened.
    pub has_no_printer: Arc<AtomicBool>,
    pub refuses: Arc<AtomicBool>,
}

impl Opener for NotedOpener {
    fn open(&self, path: &Path) -> std::io::Result<()> {
        if self.refuses.load(Ordering::Relaxed) {
            return Err(std::io::Error::other("no program for it"));
        }
        self.opened.lock().unwrap().push(path.to_owned());
        Ok(())
    }

    fn print(&self, path: &Path) -> std::io::Result<Printing> {
        if self.has_no_printer.load(Ordering::Relaxed) {
            return self.open(path).map(|()| Printing::Opened);
        }
        self.printed.lock().unwrap().push(path.to_owned());
        Ok(Printing::Sent)
    }
}

struct StoppedClock {
    now: Rc<Cell<Timestamp>>,
    elapsed: Rc<Cell<Duration>>,
}

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        self.now.get()
    }

    fn elapsed(&self) -> Duration {
        self.elapsed.get()
    }
}

#[derive(Default)]
struct CountedIds(usize);

impl IdSource for CountedIds {
    fn record_id(&mut self) -> RecordId {
        self.0 += 1;
        RecordId::new(format!("00000000-0000-4000-8000-{:012}", self.0)).unwrap()
    }

    fn item_id(&mut self) -> ItemId {
        self.0 += 1;
        ItemId::new(format!("item{}", self.0)).unwrap()
    }

    fn comment_id(&mut self) -> CommentId {
        self.0 += 1;
        CommentId::new(format!("comment{}", self.0)).unwrap()
    }
}

pub fn folders() -> AppFolders {
    AppFolders::at("/home/own")
}

impl World {
    fn environment(&self) -> Environment {
        Environment {
            shelf: Shelf::new(self.in_use.clone(), Some(&folders())),
            given_catalogue: self.given.clone(),
            storage: Arc::new(self.workers.disk.clone()),
            folders: folders(),
            home: Some(PathBuf::from("/home/own")),
            session_id: Uuid::from_u128(self.session),
            holder: Holder { user: "評価 花子".to_owned(), host: "pc1".to_owned() },
            clock: Box::new(StoppedClock { now: Rc::clone(&self.now), elapsed: Rc::clone(&self.elapsed) }),
            ids: Box::new(CountedIds::default()),
            dialogs: Box::new(self.dialogs.clone()),
            opener: Arc::new(self.opener.clone()),
            workers: match &self.by_hand {
                Some(by_hand) => Rc::new(by_hand.clone()),
                None => Rc::new(self.workers.clone()),
            },
        }
    }

    /// Sets the clock forward.
    pub fn later(&self, seconds: i64) {
        self.now.set(self.now.get() + jiff::SignedDuration::from_secs(seconds));
    }

    /// Opens the window on its start page.
    pub fn open(&self, size: [f32; 2]) -> Window {
        self.disk.create_folder(Path::new("/cases")).unwrap();
        self.open_despite_faults(size)
    }

    /// The same on a disk that may fail.
    pub fn open_despite_faults(&self, size: [f32; 2]) -> Window {
        let slot: Slot = Rc::default();
        let (made, draws, way) = (Rc::clone(&slot), Rc::clone(&self.draws), self.way);
        let environment = self.environment();
        let harness = Harness::builder()
            .with_size(size)
            .with_max_steps(20)
            .with_step_dt(1.0 / 60.0)
            .with_render_cursor(false)
            .with_theme(egui::Theme::Light)
            .renderer(super::cpu_renderer::CpuRenderer::default())
            .with_context_setup(move |ctx| {
                let mut app = App::new(ctx, environment);
                app.go_through(way);
                *made.borrow_mut() = Some(app);
            })
            .build_ui_state(
                move |ui, slot: &mut Slot| {
                    let mut app = slot.borrow_mut();
                    let app = app.as_mut().unwrap();
                    app.logic(ui.ctx());
                    if draws.get() {
                        // Like a real window: without the margin that the harness puts around.
                        let whole = ui.ctx().content_rect();
                        let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(whole));
                        ui.set_clip_rect(whole);
                        app.ui(&mut ui);
                    }
                },
                Rc::clone(&slot),
            );
        let mut window = Window { harness, slot, dialogs: Vec::new(), elapsed: Rc::clone(&self.elapsed) };
        window.run();
        window
    }
}

/// A file that falls on the window. The window asks for its path and reads it itself.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window reads files through its own storage".to_owned())
    }
}

/// The window as a user meets it.
pub struct Window {
    pub harness: Harness<'static, Slot>,
    slot: Slot,
    /// The dialogs and pages over the window that were there after the last act.
    dialogs: Vec<String>,
    elapsed: Rc<Cell<Duration>>,
}

impl Window {
    /// Lets the window come to rest. Whatever opened over it meanwhile must have the focus: on its heading, its first control, or
    /// what it asks for.
    pub fn run(&mut self) {
        self.harness.run();
        let before = std::mem::take(&mut self.dialogs);
        let (dialogs, focus_is_inside): (Vec<String>, Vec<bool>) = self
            .harness
            .query_all(by().role(NodeRole::Dialog))
            .map(|dialog| {
                let is_inside = dialog.children_recursive().any(|node| node.is_focused() && !node.accesskit_node().is_disabled());
                (dialog.accesskit_node().label().unwrap_or_default(), is_inside)
            })
            .unzip();
        let is_new = dialogs.iter().any(|dialog| !before.contains(dialog));
        let focused = self.focused();
        assert!(!is_new || focus_is_inside.contains(&true), "{dialogs:?} opened, and the focus is on “{focused}”");
        self.dialogs = dialogs;
    }

    pub fn record(&self) -> Record {
        self.slot.borrow().as_ref().unwrap().record().unwrap().clone()
    }

    pub fn judgement(&self) -> Judgement {
        self.slot.borrow().as_ref().unwrap().judgement().unwrap().clone()
    }

    pub fn has_record(&self) -> bool {
        self.slot.borrow().as_ref().unwrap().record().is_some()
    }

    /// Whether the window closes.
    pub fn closes(&self) -> bool {
        self.slot.borrow().as_ref().unwrap().closes()
    }

    pub fn path(&self) -> Option<PathBuf> {
        self.slot.borrow().as_ref().unwrap().outside().and_then(|outside| outside.path.clone())
    }

    pub fn with_outside<R>(&self, read: impl FnOnce(&Outside) -> R) -> R {
        read(self.slot.borrow().as_ref().unwrap().outside().unwrap())
    }

    /// Takes a catalogue into use while the window is open.
    pub fn use_catalogue(&mut self, catalogue: Arc<Catalogue>) {
        self.slot.borrow_mut().as_mut().unwrap().use_catalogue(catalogue);
        self.run();
    }

    pub fn ask(&mut self, request: Request) {
        self.slot.borrow_mut().as_mut().unwrap().carry_out(request);
        self.run();
    }

    /// The same for a command, without a frame after it.
    pub fn ask_without_waiting(&mut self, command: Command) {
        self.slot.borrow_mut().as_mut().unwrap().carry_out(Request::Command(command));
    }

    pub fn command(&mut self, command: Command) {
        self.ask(Request::Command(command));
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).scroll_to_me();
        self.run();
        self.harness.get_by_label(label).click();
        self.run();
    }

    pub fn click_button(&mut self, label: &str) {
        self.click_at(NodeRole::Button, label);
    }

    pub fn click_first_button(&mut self, label: &str) {
        self.harness.query_all(by().role(NodeRole::Button).label(label)).next().unwrap().scroll_to_me();
        self.run();
        self.harness.query_all(by().role(NodeRole::Button).label(label)).next().unwrap().click();
        self.run();
    }

    pub fn has_button(&self, label: &str) -> bool {
        self.harness.query_all(by().role(NodeRole::Button).label(label)).next().is_some()
    }

    /// Whether something lies over the window.
    pub fn has_dialog(&self) -> bool {
        self.harness.query_all(by().role(NodeRole::Dialog)).next().is_some()
    }

    /// Scrolls to what has this role and name, and clicks it.
    pub fn click_at(&mut self, role: NodeRole, label: &str) {
        self.harness.get(by().role(role).label(label)).scroll_to_me();
        self.run();
        self.harness.get(by().role(role).label(label)).click();
        self.run();
    }

    /// Whether something with this name is on the screen or in the tree.
    pub fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    pub fn has_containing(&self, label: &str) -> bool {
        self.harness.query_all(by().label_contains(label)).next().is_some()
    }

    pub fn field<'a>(&'a self, label: &'a str) -> Node<'a> {
        let mut fields = self
            .harness
            .get_all_by_label(label)
            .filter(|node| matches!(node.accesskit_node().role(), NodeRole::TextInput | NodeRole::MultilineTextInput));
        fields.next().unwrap_or_else(|| panic!("no field {label}"))
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.run();
    }

    /// Types by an input method: the pre-edit text first, then what it is converted to.
    pub fn compose(&mut self, preedit: &str) {
        self.harness.event(Event::Ime(ImeEvent::Preedit { text: preedit.to_owned(), active_range_chars: None }));
        self.run();
    }

    pub fn commit(&mut self, text: &str) {
        self.harness.event(Event::Ime(ImeEvent::Commit(text.to_owned())));
        self.run();
    }

    /// Lets a file fall on the window.
    pub fn drop_file(&mut self, path: &Path) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_owned())));
        self.run();
    }

    /// Another window takes the focus, and then this one again.
    pub fn leave_and_come_back(&mut self) {
        for has_focus in [false, true] {
            self.harness.input_mut().focused = has_focus;
            self.run();
        }
    }

    /// Lets time go by.
    pub fn wait(&mut self, seconds: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + seconds);
        self.elapsed.set(self.elapsed.get() + Duration::from_secs_f64(seconds));
        self.run();
    }

    /// Lets time go by while nothing of the window is shown: the time of the screen stands still then.
    pub fn hidden(&mut self, seconds: f64) {
        self.elapsed.set(self.elapsed.get() + Duration::from_secs_f64(seconds));
        let ctx = self.harness.ctx.clone();
        let mut app = self.slot.borrow_mut();
        drop(ctx.run_logic(&RawInput::default(), |ctx| app.as_mut().unwrap().logic(ctx)));
    }

    /// The system ends the program. Returns what is left of the window, and what it asks for in its last frame.
    pub fn end(&mut self) -> (LastState, Vec<ViewportCommand>) {
        let last_state = {
            let app = self.slot.borrow();
            app.as_ref().unwrap().end();
            app.as_ref().unwrap().last_state()
        };
        self.harness.step();
        let output = self.harness.output().viewport_output.get(&ViewportId::ROOT).map(|output| output.commands.clone());
        (last_state, output.unwrap_or_default())
    }

    /// What has the focus, by its accessible name.
    pub fn focused(&self) -> String {
        let node = self.harness.root().children_recursive().find(|node| node.is_focused());
        node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    /// Keeps a picture where somebody can look at it, when `LIU_WIZARD_PICTURES` names a folder.
    pub fn picture(&mut self, name: &str) {
        if let Ok(folder) = std::env::var("LIU_WIZARD_PICTURES") {
            self.harness.render().unwrap().save(format!("{folder}/{name}.png")).unwrap();
        }
    }
}
