//! The disk itself.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use atomic_write_file::AtomicWriteFile;

use super::super::byte_count;
use super::error::is_sharing_violation;
use super::{Action, Cause, Entry, EntryKind, Lock, Storage, StorageError};
use crate::reader::Reader;

/// The disk of this computer, with the network shares and sticks on it.
#[derive(Clone, Debug)]
pub struct DiskStorage {
    pause: fn(Duration),
    reader: Reader,
}

impl DiskStorage {
    /// How long to wait before each further attempt when another program holds a file for a moment; two seconds in all.
    const PAUSES_MS: [u64; 6] = [30, 70, 150, 350, 600, 800];

    /// The disk, waiting in real time for virus scanners and indexers to let a file go.
    pub const fn new() -> Self {
        Self { pause: std::thread::sleep, reader: Reader::none() }
    }

    /// The same disk, with what reads strangers' files.
    #[must_use]
    pub fn with_reader(self, reader: Reader) -> Self {
        Self { reader, ..self }
    }

    fn patiently<T>(&self, attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
        patiently(self.pause, is_passing, attempt)
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let target = resolve(path)?;
        // Replacing by renaming would get around the mark that somebody set on purpose.
        if fs::metadata(&target).is_ok_and(|metadata| metadata.is_file() && metadata.permissions().readonly()) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        self.patiently(|| {
            let mut file = AtomicWriteFile::open(&target)?;
            file.write_all(bytes)?;
            match file.commit() {
                // Some network shares cannot confirm a folder. The content is there all the same.
                Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
                    if fs::read(&target)? == bytes { Ok(()) } else { Err(error) }
                }
                committed => committed,
            }
        })
    }
}

impl Default for DiskStorage {
    fn default() -> Self {
        Self::new()
    }
}

impl Storage for DiskStorage {
    fn read(&self, path: &Path, max_bytes: u64) -> Result<Vec<u8>, StorageError> {
        let failed = |cause| Err(StorageError { path: path.to_owned(), action: Action::Read, cause });
        match fs::metadata(path) {
            Err(error) => return Err(StorageError::new(path, Action::Read, &error)),
            Ok(metadata) if metadata.is_dir() => return failed(Cause::IsFolder),
            // Reading from a device or a pipe may never end.
            Ok(metadata) if !metadata.is_file() => return failed(Cause::NotAFile),
            Ok(metadata) if metadata.len() > max_bytes => return failed(Cause::TooLarge),
            Ok(_) => {}
        }
        let read = || {
            let mut bytes = Vec::new();
            // The file may have grown meanwhile: never take more than one byte too many.
            File::open(path)?.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        match self.patiently(read) {
            Ok(bytes) if byte_count(&bytes) > max_bytes => failed(Cause::TooLarge),
            Ok(bytes) => Ok(bytes),
            Err(error) => Err(StorageError::new(path, Action::Read, &error)),
        }
    }

    fn write_durably(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        if path.is_dir() {
            return Err(StorageError { path: path.to_owned(), action: Action::Write, cause: Cause::IsFolder });
        }
        self.replace(path, bytes).map_err(|error| StorageError::new(path, Action::Write, &error))
    }

    fn create_new(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        let failed = |error: io::Error| StorageError::new(path, Action::Write, &error);
        // A link to a file that is written whole beside it appears at once, and never replaces another.
        let linked = self.patiently(|| {
            let whole = write_beside(path, bytes)?;
            let linked = fs::hard_link(&whole, path);
            fs::remove_file(&whole).ok();
            linked
        });
        match linked {
            Ok(()) => sync_folder(path).map_err(failed),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(failed(error)),
            // Sticks and some shares know no links. What is torn when the power goes here was never there before.
            Err(_) => {
                let written = write_whole(path, bytes);
                if let Err(error) = &written
                    && error.kind() != ErrorKind::AlreadyExists
                {
                    fs::remove_file(path).ok();
                }
                written.and_then(|()| sync_folder(path)).map_err(failed)
            }
        }
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, StorageError> {
        let list = || {
            let mut entries = Vec::new();
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                let path = entry.path();
                let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
                // A link that points nowhere, or a file that went away just now, is no entry.
                let Ok(metadata) = (if is_link { fs::metadata(&path) } else { entry.metadata() }) else { continue };
                let (kind, bytes) = if metadata.is_dir() { (EntryKind::Folder, 0) } else { (EntryKind::File, metadata.len()) };
                entries.push(Entry { path, kind, bytes });
            }
            entries.sort();
            Ok(entries)
        };
        list().map_err(|error| StorageError::new(folder, Action::List, &error))
    }

    fn identity(&self, path: &Path) -> OsString {
        let by_number = fs::metadata(path).ok().and_then(|metadata| number_of_shared(&metadata));
        let by_path = || fs::canonicalize(path).map_or_else(|_| path.as_os_str().to_owned(), PathBuf::into_os_string);
        by_number.unwrap_or_else(by_path)
    }

    fn remove(&self, path: &Path) -> Result<(), StorageError> {
        self.patiently(|| fs::remove_file(path)).map_err(|error| StorageError::new(path, Action::Remove, &error))
    }

    fn create_folder(&self, path: &Path) -> Result<(), StorageError> {
        fs::create_dir_all(path).map_err(|error| StorageError::new(path, Action::CreateFolder, &error))
    }

    fn lock(&self, path: &Path) -> Result<Box<dyn Lock>, StorageError> {
        let failed = |cause| StorageError { path: path.to_owned(), action: Action::Lock, cause };
        let file = File::options().create(true).read(true).write(true).truncate(false).open(path);
        let file = file.map_err(|error| StorageError::new(path, Action::Lock, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Box::new(HeldFile { _file: file })),
            Err(TryLockError::WouldBlock) => Err(failed(Cause::InUse)),
            Err(TryLockError::Error(error)) => Err(StorageError::new(path, Action::Lock, &error)),
        }
    }

    fn is_locked(&self, path: &Path) -> Result<bool, StorageError> {
        let file = match File::options().read(true).write(true).open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(StorageError::new(path, Action::Lock, &error)),
        };
        match file.try_lock() {
            Ok(()) => Ok(false),
            Err(TryLockError::WouldBlock) => Ok(true),
            Err(TryLockError::Error(error)) => Err(StorageError::new(path, Action::Lock, &error)),
        }
    }

    fn reader(&self) -> Reader {
        self.reader.clone()
    }
}

/// A lock file; the operating system lets it go when the file is closed, also when the process is killed.
#[derive(Debug)]
struct HeldFile {
    _file: File,
}

impl Lock for HeldFile {}

/// The number by which the disk knows a file that has several names. Numbers of others are not asked for: some shares give them out
/// more than once.
#[cfg(unix)]
fn number_of_shared(metadata: &fs::Metadata) -> Option<OsString> {
    use std::os::unix::fs::MetadataExt as _;
    (metadata.is_file() && metadata.nlink() > 1).then(|| format!("{}:{}", metadata.dev(), metadata.ino()).into())
}

#[cfg(not(unix))]
fn number_of_shared(_: &fs::Metadata) -> Option<OsString> {
    None
}

/// The file itself where `path` is a link to one: the link is to stay.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    // Some network drives cannot say where a path leads, so that only links are asked.
    if is_link && path.exists() { fs::canonicalize(path) } else { Ok(path.to_owned()) }
}

/// Writes a file whole beside where it is to be, under a name that nobody has.
fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let unique: String = uuid::Uuid::new_v4().simple().to_string().chars().take(6).collect();
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{unique}"));
    let whole = path.with_file_name(name);
    match write_whole(&whole, bytes) {
        Ok(()) => Ok(whole),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => write_beside(path, bytes),
        Err(error) => {
            fs::remove_file(&whole).ok();
            Err(error)
        }
    }
}

fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes the name of a new file survive a loss of power, where folders can be told to.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

/// Tries again, after pauses, while an error is one that passes.
fn patiently<T>(
    pause: impl Fn(Duration),
    is_passing: impl Fn(&io::Error) -> bool,
    mut attempt: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    for milliseconds in DiskStorage::PAUSES_MS {
        match attempt() {
            Err(error) if is_passing(&error) => pause(Duration::from_millis(milliseconds)),
            done => return done,
        }
    }
    attempt()
}

/// Whether an error goes away when a scanner or indexer lets the file go.
fn is_passing(error: &io::Error) -> bool {
    const ACCESS_DENIED: i32 = 5;
    is_sharing_violation(error) || (cfg!(windows) && error.raw_os_error() == Some(ACCESS_DENIED))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Attempts that fail so many times; how many were made, how long was waited, and whether the last went well.
    fn tried(failures: usize, passes: bool) -> (usize, u128, bool) {
        let (attempts, waited) = (Cell::new(0), Cell::new(Duration::ZERO));
        let done = patiently(
            |pause| waited.set(waited.get() + pause),
            |_| passes,
            || {
                attempts.set(attempts.get() + 1);
                if attempts.get() > failures { Ok(()) } else { Err(ErrorKind::PermissionDenied.into()) }
            },
        );
        (attempts.get(), waited.get().as_millis(), done.is_ok())
    }

    #[test]
    fn a_scanner_that_lets_go_is_waited_for_two_seconds_and_no_longer() {
        assert_eq!(tried(0, true), (1, 0, true));
        assert_eq!(tried(2, true), (3, 100, true));
        assert_eq!(tried(6, true), (7, 2000, true));
        assert_eq!(tried(99, true), (7, 2000, false));
        assert_eq!(tried(99, false), (1, 0, false), "what does not pass is said at once");
    }

    #[test]
    fn a_new_file_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let disk = DiskStorage::new();
        disk.create_new(&path, b"one").unwrap();
        assert_eq!(disk.create_new(&path, b"two").unwrap_err().cause, Cause::Exists);
        let missing = folder.path().join("none").join("a");
        assert_eq!(disk.create_new(&missing, b"x").unwrap_err().cause, Cause::NotFound);
        let entries = disk.list(folder.path()).unwrap();
        assert_eq!(entries, [Entry { path, kind: EntryKind::File, bytes: 3 }]);
    }
}
