//! Who has a record open: a small file beside it, as office programs lay one.
//!
//! It is advice. What protects a record on a share is that a save refuses a file that changed outside.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::problem::shown;
use super::{Cause, FileError, Session, Storage};

/// A lock of another computer is taken to be forgotten after so many hours.
const FORGOTTEN_AFTER_HOURS: i64 = 12;

/// Far more than any lock file has.
const MAX_LOCK_BYTES: u64 = 64 * 1024;

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

#[derive(Serialize, Deserialize)]
struct Content {
    user: String,
    host: String,
    process: u32,
    session: Uuid,
    desk: String,
    since: Timestamp,
}

impl Holder {
    /// The user and the computer as the operating system calls them.
    pub fn here() -> Self {
        let variable = |names: [&str; 2]| names.into_iter().find_map(|name| std::env::var(name).ok());
        let user = variable(["USERNAME", "USER"]);
        let host = variable(["COMPUTERNAME", "HOSTNAME"])
            .or_else(|| std::fs::read_to_string("/proc/sys/kernel/hostname").ok().map(|name| name.trim().to_owned()));
        Self { user: user.unwrap_or_default(), host: host.unwrap_or_default() }
    }
}

impl RecordLock {
    /// Lays the lock file of the record at `record`. One of a session that is no longer alive is taken over.
    ///
    /// # Errors
    /// [`FileError::Locked`] with who has it open; [`FileError::Storage`] if the folder cannot be written, where the record may be
    /// opened all the same.
    pub fn acquire(session: &Session, record: &Path, holder: &Holder, now: Timestamp, taking: Taking) -> Result<Self, FileError> {
        let storage = session.storage();
        let path = sidecar(record);
        let content = Content {
            user: holder.user.clone(),
            host: holder.host.clone(),
            process: std::process::id(),
            session: session.id(),
            desk: session.folders().desk(&holder.host),
            since: now,
        };
        let written = ron::to_string(&content).map_err(|error| FileError::NotWritable { said: error.to_string() })?;
        match storage.create_new(&path, written.as_bytes()) {
            Err(error) if error.cause == Cause::Exists => {
                let other = read(storage.as_ref(), &path);
                let forgotten = other.as_ref().is_some_and(|other| other.is_forgotten(&content, session));
                if taking == Taking::IfFree && !forgotten {
                    return Err(locked(record, other.as_ref()));
                }
                storage.write_durably(&path, written.as_bytes())?;
            }
            created => created?,
        }
        sweep_beside(storage.as_ref(), record);
        Ok(Self { path, content: written.into_bytes(), storage: Arc::clone(storage) })
    }
}

/// Takes away temporary files of a save of this record that was killed. Whoever holds the lock is not saving just now.
fn sweep_beside(storage: &dyn Storage, record: &Path) {
    let Some(folder) = record.parent() else { return };
    let mut temporary = std::ffi::OsString::from(".");
    temporary.push(record.file_name().unwrap_or_default());
    temporary.push(".");
    let is_temporary = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let unique = name.strip_prefix(&*temporary.to_string_lossy());
        unique.is_some_and(|unique| unique.len() == 6 && unique.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    };
    let swept = storage.list(folder).and_then(|entries| {
        entries.iter().filter(|entry| is_temporary(&entry.path)).try_for_each(|entry| storage.remove(&entry.path))
    });
    if let Err(error) = swept {
        log::warn!("{error}");
    }
}

impl Drop for RecordLock {
    /// Takes the lock file away, unless somebody took the record over meanwhile.
    fn drop(&mut self) {
        if self.storage.read(&self.path, MAX_LOCK_BYTES).is_ok_and(|found| found == self.content)
            && let Err(error) = self.storage.remove(&self.path)
        {
            log::warn!("{error}");
        }
    }
}

impl Content {
    /// Whether nobody has the record open any more: the session of this data folder is dead, or a lock of elsewhere is old.
    fn is_forgotten(&self, own: &Self, session: &Session) -> bool {
        if self.desk == own.desk {
            !session.is_alive(self.session)
        } else {
            own.since.duration_since(self.since).as_hours() >= FORGOTTEN_AFTER_HOURS
        }
    }
}

fn read(storage: &dyn Storage, path: &Path) -> Option<Content> {
    let bytes = storage.read(path, MAX_LOCK_BYTES).ok()?;
    ron::de::from_bytes(&bytes).ok()
}

fn locked(record: &Path, other: Option<&Content>) -> FileError {
    let by = other.map(|other| match (other.user.as_str(), other.host.as_str()) {
        ("", "") => "?".to_owned(),
        ("", name) | (name, "") => shown(name, 60),
        (user, host) => format!("{} ({})", shown(user, 60), shown(host, 60)),
    });
    let in_japan = |since: Timestamp| jiff::tz::Offset::from_hours(9).ok().map(|japan| japan.to_datetime(since));
    let since = other.and_then(|other| in_japan(other.since)).map(|since| since.strftime("%Y-%m-%d %H:%M").to_string());
    FileError::Locked {
        path: record.to_owned(),
        by: by.unwrap_or_else(|| "?".to_owned()),
        since: since.unwrap_or_else(|| "?".to_owned()),
    }
}

/// `.~lock.NAME#`, as office programs call it, so that sync programs and people know what it is.
fn sidecar(record: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".~lock.");
    name.push(record.file_name().unwrap_or_default());
    name.push("#");
    record.with_file_name(name)
}
