//! The world outside the window, behind traits: clock, ids, disk, file dialogs, threads.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use uuid::Uuid;

use super::IdSource;
use super::dialogs::FileDialogs;
use super::printer::{self, Printing};
use crate::file::{AppFolders, Holder, Storage};
use crate::portfolio::Shelf;
use crate::record::{CommentId, Date, ItemId, RecordId};

/// The world outside the window. Tests give another one.
pub struct Environment {
    /// The catalogue in use, with which new records are made, and those by which others were judged.
    pub shelf: Shelf,
    /// The file of the one in use, if the command line named it: then the settings name no other in this run.
    pub given_catalogue: Option<PathBuf>,
    /// The disk.
    pub storage: Arc<dyn Storage>,
    /// Where the program keeps what is its own.
    pub folders: AppFolders,
    /// Where a user's files are looked for before any was opened.
    pub home: Option<PathBuf>,
    /// What names this run of the program.
    pub session_id: Uuid,
    /// Who opens records, as others see it.
    pub holder: Holder,
    /// Tells the time.
    pub clock: Box<dyn Clock>,
    /// Makes ids.
    pub ids: Box<dyn IdSource>,
    /// Asks for files and folders.
    pub dialogs: Box<dyn FileDialogs>,
    /// Opens files with other programs.
    pub opener: Arc<dyn Opener>,
    /// Does what takes time.
    pub workers: Rc<dyn Workers>,
}

/// Opens files and folders with the programs that the system has for them.
pub trait Opener: Send + Sync {
    /// Opens it. Waits until the system has taken it.
    ///
    /// # Errors
    /// What the system said.
    fn open(&self, path: &Path) -> std::io::Result<()>;

    /// Prints it on the printer that is used when none is named; where the system has no command for that, opens it.
    ///
    /// # Errors
    /// What the system said when it could not even be opened.
    fn print(&self, path: &Path) -> std::io::Result<Printing>;
}

/// The system's own way: what a double click does.
#[derive(Clone, Copy, Debug)]
pub struct SystemOpener;

impl Opener for SystemOpener {
    fn open(&self, path: &Path) -> std::io::Result<()> {
        let program = if cfg!(windows) {
            "explorer"
        } else if cfg!(target_os = "macos") {
            "open"
        } else {
            "xdg-open"
        };
        let status = Command::new(program).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        // Explorer ends with 1 also where all went well.
        if status.success() || cfg!(windows) { Ok(()) } else { Err(std::io::Error::other(status.to_string())) }
    }

    fn print(&self, path: &Path) -> std::io::Result<Printing> {
        printer::print(path, &|path| self.open(path))
    }
}

/// Tells the time.
pub trait Clock {
    /// The present instant, as the computer's clock has it. Somebody may set that, forwards or back.
    fn now(&self) -> Timestamp;

    /// How much time has gone by since some moment of this run. It never goes back and never jumps: spans are measured by it.
    fn elapsed(&self) -> Duration;

    /// The day in Japan.
    fn today(&self) -> Date {
        day_in_japan(self.now())
    }
}

/// The computer's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    /// A day to be taken for today, if one was asked for.
    today: Option<Date>,
    begun: Instant,
}

impl SystemClock {
    /// The clock, by which it is always this day if one is named.
    pub fn new(today: Option<Date>) -> Self {
        Self { today, begun: Instant::now() }
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that is handed to everybody else")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    fn today(&self) -> Date {
        self.today.unwrap_or_else(|| day_in_japan(self.now()))
    }
}

/// The day in Japan at an instant. A clock that says a year beyond 9999 is taken to say the first day there is.
#[expect(clippy::unreachable, reason = "a constant day, without which there is no day to name")]
fn day_in_japan(now: Timestamp) -> Date {
    Date::in_japan(now).or_else(|| Date::new(1970, 1, 1)).unwrap_or_else(|| unreachable!("1970-01-01 is a day"))
}

/// The time of day in Japan, such as 14:32.
pub(super) fn time_in_japan(now: Timestamp) -> String {
    in_japan(now, "%H:%M")
}

/// Day and time in Japan, such as 2026-11-23 14:32.
pub(super) fn moment_in_japan(now: Timestamp) -> String {
    in_japan(now, "%Y-%m-%d %H:%M")
}

fn in_japan(now: Timestamp, format: &str) -> String {
    jiff::tz::Offset::from_hours(9).map_or_else(|_| String::new(), |japan| japan.to_datetime(now).strftime(format).to_string())
}

/// Random ids.
#[derive(Clone, Copy, Debug, Default)]
pub struct RandomIds;

impl IdSource for RandomIds {
    fn record_id(&mut self) -> RecordId {
        uuid_as(RecordId::new)
    }

    fn item_id(&mut self) -> ItemId {
        uuid_as(ItemId::new)
    }

    fn comment_id(&mut self) -> CommentId {
        uuid_as(CommentId::new)
    }
}

#[expect(clippy::unreachable, reason = "the form of a UUID is constant: 36 hexadecimal digits and hyphens")]
fn uuid_as<T, E: std::fmt::Debug>(make: impl FnOnce(String) -> Result<T, E>) -> T {
    make(Uuid::new_v4().to_string()).unwrap_or_else(|error| unreachable!("a UUID is an id: {error:?}"))
}

/// Does work beside the window.
pub trait Workers {
    /// Does a piece of work; returns at once, or when it is done. Work that cannot be begun is dropped, which tells of it.
    fn run(&self, name: &str, work: Box<dyn FnOnce() + Send>);
}

/// A named thread for each piece of work.
#[derive(Clone, Copy, Debug, Default)]
pub struct Threads;

impl Workers for Threads {
    fn run(&self, name: &str, work: Box<dyn FnOnce() + Send>) {
        if let Err(error) = std::thread::Builder::new().name(name.to_owned()).spawn(work) {
            log::error!("no thread for {name}: {error}");
        }
    }
}

/// Does the work on the spot: for tests, in which nothing may depend on how fast threads are.
#[derive(Clone, Copy, Debug, Default)]
pub struct OnTheSpot;

impl Workers for OnTheSpot {
    fn run(&self, _name: &str, work: Box<dyn FnOnce() + Send>) {
        work();
    }
}
