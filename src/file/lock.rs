//! Who has a record open: a small file beside it, as office programs lay one.
//!
//! It is advice. What protects a record on a share is that a save refuses a file that changed outside.

use std::cell::OnceCell;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::machine::{has_ended, host_name, processes_here};
use super::names::with_affixes;
use super::{Cause, FileError, Readers, Session, Storage, StorageError};
use crate::record::excerpt as shown;

use crate::bounds::LOCK_BYTES;

/// A lock of another computer is taken to be forgotten after this time.
const FORGOTTEN_AFTER: Duration = Duration::from_hours(12);

/// The pauses in which a command is waited for, which holds a record for a moment: longer and longer, and these at most.
const FIRST_PAUSE: Duration = Duration::from_millis(15);
const LONGEST_PAUSE: Duration = Duration::from_millis(250);
const A_COMMAND_WAITS: Duration = Duration::from_secs(15);
const THE_WINDOW_WAITS: Duration = Duration::from_secs(2);

/// Who opens a record, for the eyes of whoever finds it open. It stays on the disk while the record is open and goes into no
/// export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The user's name on this computer.
    pub user: String,
    /// The computer's name.
    pub host: String,
}

/// What to do about a lock of somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// Leave it alone.
    IfFree,
    /// Leave it alone, and keep the record for the moment of one command only. Another command is waited for.
    ForACommand,
    /// Take it over, because the user knows better.
    Anyway,
}

/// The lock file of a record that this program has open. Dropping it takes the file away.
#[derive(Debug)]
pub struct RecordLock {
    path: PathBuf,
    content: Vec<u8>,
    storage: Arc<dyn Storage>,
}

/// Renews the lock file of a record that stands open for long, so that nobody takes it for a forgotten one.
#[derive(Debug)]
pub struct Renewal {
    path: PathBuf,
    content: Vec<u8>,
    storage: Arc<dyn Storage>,
}

impl Renewal {
    /// Writes the lock file again. Whether nobody else has taken the record over; one whose lock file is gone nobody has.
    ///
    /// # Errors
    /// [`StorageError`] if it could not be looked at, or not be written.
    pub fn renew(&self) -> Result<bool, StorageError> {
        match self.storage.read(&self.path, LOCK_BYTES) {
            Ok(found) if found == self.content => self.storage.write_durably(&self.path, &self.content).map(|()| true),
            Ok(_) => Ok(false),
            Err(error) if error.cause == Cause::NotFound => Ok(true),
            Err(error) => Err(error),
        }
    }
}

#[derive(Clone, Serialize, Deserialize)]
struct Content {
    user: String,
    host: String,
    process: u32,
    session: Uuid,
    desk: String,
    since: Timestamp,
    /// Among which processes the number of this one means anything; empty if that cannot be told.
    #[serde(default)]
    processes: String,
    /// Whether it is held for the moment of a command.
    #[serde(default)]
    brief: bool,
}

/// What came of one attempt.
enum Attempt {
    Taken,
    /// Somebody has it; who, if the lock file tells.
    Held(Option<Content>),
    /// It has just gone, or somebody else is just taking it over.
    Moving,
}

impl Holder {
    /// The user and the computer as the operating system calls them.
    pub fn here() -> Self {
        let user = ["USERNAME", "USER"].into_iter().find_map(|name| std::env::var(name).ok());
        Self { user: user.unwrap_or_default(), host: host_name() }
    }
}

impl RecordLock {
    /// Lays the lock file of the record at `record`. One whose holder is no longer alive is taken over, and a command, which holds
    /// it for a moment only, is waited for.
    ///
    /// # Errors
    /// [`FileError::Locked`] with who has it open; [`FileError::Storage`] if the folder cannot be written, where the record may be
    /// opened all the same.
    pub fn acquire(session: &Session, record: &Path, holder: &Holder, now: Timestamp, taking: Taking) -> Result<Self, FileError> {
        let storage = session.storage();
        let record = storage.target(record);
        let path = sidecar(&record);
        let own = Content {
            user: holder.user.clone(),
            host: holder.host.clone(),
            process: std::process::id(),
            session: session.id(),
            desk: session.folders().desk(&holder.host),
            since: now,
            processes: processes_here().unwrap_or_default(),
            brief: taking == Taking::ForACommand,
        };
        let written = ron::to_string(&own).map_err(|error| FileError::NotWritable { said: error.to_string() })?;
        let laying =
            Laying { session, record: &record, path: &path, own: &own, written: written.as_bytes(), age: OnceCell::new() };
        let most = if own.brief { A_COMMAND_WAITS } else { THE_WINDOW_WAITS };
        // Those who came together are not to come again together.
        let apart = Duration::from_millis(u64::from(session.id().as_bytes().first().copied().unwrap_or_default() % 16));
        let (mut pause, mut waited) = (FIRST_PAUSE + apart, Duration::ZERO);
        loop {
            let held = match laying.attempt(taking)? {
                Attempt::Taken => break,
                Attempt::Held(Some(other)) if other.brief => Some(other),
                Attempt::Held(other) => return Err(locked(&record, other.as_ref())),
                Attempt::Moving => None,
            };
            if waited >= most {
                return Err(locked(&record, held.as_ref()));
            }
            storage.pause(pause);
            waited += pause;
            pause = (pause * 2).min(LONGEST_PAUSE + apart);
        }
        if let Some(Err(error)) = record.parent().map(|folder| storage.sweep(folder)) {
            log::info!("{error}");
        }
        Ok(Self { path, content: written.into_bytes(), storage: Arc::clone(storage) })
    }
}

impl RecordLock {
    /// What renews it, beside whoever holds it.
    pub fn renewal(&self) -> Renewal {
        Renewal { path: self.path.clone(), content: self.content.clone(), storage: Arc::clone(&self.storage) }
    }
}

/// A lock file that is to be laid.
struct Laying<'a> {
    session: &'a Session,
    record: &'a Path,
    path: &'a Path,
    own: &'a Content,
    written: &'a [u8],
    /// How old the lock file that is there was when it was looked at first.
    age: OnceCell<Option<Duration>>,
}

impl Laying<'_> {
    fn attempt(&self, taking: Taking) -> Result<Attempt, StorageError> {
        let storage = self.session.storage();
        match storage.create_new_for(self.path, self.written, Readers::As(self.record)) {
            Err(error) if error.cause == Cause::Exists => {}
            created => return created.map(|()| Attempt::Taken),
        }
        let Some(bytes) = self.there()? else { return Ok(Attempt::Moving) };
        let other: Option<Content> = ron::de::from_bytes(&bytes).ok();
        if taking == Taking::Anyway {
            storage.write_for(self.path, self.written, Readers::As(self.record))?;
            return Ok(Attempt::Taken);
        }
        if !self.is_forgotten(other.as_ref()) {
            return Ok(Attempt::Held(other));
        }
        // Of several that find it forgotten one at a time takes it over, and looks first whether another has.
        let _guard = match storage.lock(&self.session.folders().taking_over()) {
            Err(error) if error.cause == Cause::InUse => return Ok(Attempt::Moving),
            guard => guard.ok(),
        };
        if self.there()?.as_deref() != Some(&bytes) {
            return Ok(Attempt::Moving);
        }
        storage.write_for(self.path, self.written, Readers::As(self.record))?;
        Ok(Attempt::Taken)
    }

    fn there(&self) -> Result<Option<Vec<u8>>, StorageError> {
        match self.session.storage().read(self.path, LOCK_BYTES) {
            Err(error) if error.cause == Cause::NotFound => Ok(None),
            // What is no lock file of ours is somebody's all the same.
            Err(error) if error.cause == Cause::TooLarge => Ok(Some(Vec::new())),
            read => read.map(Some),
        }
    }

    /// Whether nobody has the record open any more: the session of this data folder is dead, the process of this computer has ended,
    /// or a lock of elsewhere is old by the clock of the disk on which it lies, which is nobody's own.
    fn is_forgotten(&self, other: Option<&Content>) -> bool {
        let storage = self.session.storage();
        let age = || *self.age.get_or_init(|| storage.age(self.path));
        let Some(other) = other else { return age().is_some_and(|age| age >= FORGOTTEN_AFTER) };
        if other.desk == self.own.desk {
            return !self.session.is_alive(other.session);
        }
        let ended = !other.processes.is_empty() && other.processes == self.own.processes && has_ended(other.process);
        ended
            || match age() {
                Some(age) => age >= FORGOTTEN_AFTER,
                None => self.own.since.duration_since(other.since) >= jiff::SignedDuration::from_hours(12),
            }
    }
}

impl Drop for RecordLock {
    /// Takes the lock file away, unless somebody took the record over meanwhile.
    fn drop(&mut self) {
        if self.storage.read(&self.path, LOCK_BYTES).is_ok_and(|found| found == self.content)
            && let Err(error) = self.storage.remove(&self.path)
        {
            // The session ends as well, by which everybody here sees that nobody has it.
            log::info!("{error}");
        }
    }
}

fn locked(record: &Path, other: Option<&Content>) -> FileError {
    let by = other.and_then(|other| match (other.user.as_str(), other.host.as_str()) {
        ("", "") => None,
        ("", name) | (name, "") => Some(shown(name, 60)),
        (user, host) => Some(format!("{} ({})", shown(user, 60), shown(host, 60))),
    });
    let in_japan = |since: Timestamp| jiff::tz::Offset::from_hours(9).ok().map(|japan| japan.to_datetime(since));
    let since = other.and_then(|other| in_japan(other.since)).map(|since| since.strftime("%Y-%m-%d %H:%M").to_string());
    FileError::Locked { path: record.to_owned(), by, since, by_command: other.is_some_and(|other| other.brief) }
}

/// `.~lock.NAME#`, as office programs call it, so that sync programs and people know what it is.
fn sidecar(record: &Path) -> PathBuf {
    record.with_file_name(with_affixes(".~lock.", record.file_name().unwrap_or(OsStr::new("")), "#"))
}
