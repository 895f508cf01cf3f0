//! The disk itself.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::super::byte_count;
use super::error::is_sharing_violation;
use super::temporary::{Access, Temporary, folder_of, sweep};
use super::{Action, Cause, Entry, EntryKind, Lock, Readers, Storage, StorageError};
use crate::bounds::LINKS;
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

    /// Writes a file whole under another name, which then becomes its own.
    fn whole(&self, target: &Path, bytes: &[u8], access: Access, put: impl Fn(Temporary) -> io::Result<()>) -> io::Result<()> {
        self.patiently(|| {
            let mut temporary = Temporary::beside(target, &access)?;
            temporary.fill(bytes, &access)?;
            put(temporary)
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
        self.write_for(path, bytes, Readers::AsBefore)
    }

    fn write_for(&self, path: &Path, bytes: &[u8], readers: Readers<'_>) -> Result<(), StorageError> {
        let failed = |cause| Err(StorageError { path: path.to_owned(), action: Action::Write, cause });
        let target = self.target(path);
        match fs::metadata(&target) {
            Ok(metadata) if metadata.is_dir() => return failed(Cause::IsFolder),
            // Replacing by renaming would get around the mark that somebody set on purpose.
            Ok(metadata) if metadata.is_file() && metadata.permissions().readonly() => return failed(Cause::Denied),
            _ => {}
        }
        self.whole(&target, bytes, Access::of(readers, &target), |temporary| temporary.replace(&target))
            .map_err(|error| StorageError::new(path, Action::Write, &error))?;
        sync_folder(&target).map_err(|error| StorageError::new(path, Action::Confirm, &error))
    }

    fn create_new(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        self.create_new_for(path, bytes, Readers::AsBefore)
    }

    fn create_new_for(&self, path: &Path, bytes: &[u8], readers: Readers<'_>) -> Result<(), StorageError> {
        // What is there is not looked into, and nothing is written beside it in vain.
        if fs::symlink_metadata(path).is_ok() {
            return Err(StorageError { path: path.to_owned(), action: Action::Write, cause: Cause::Exists });
        }
        self.whole(path, bytes, Access::of(readers, path), |temporary| temporary.become_new(path))
            .map_err(|error| StorageError::new(path, Action::Write, &error))?;
        sync_folder(path).map_err(|error| StorageError::new(path, Action::Confirm, &error))
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

    fn list_beginning(&self, folder: &Path, beginning: &str) -> Result<Vec<PathBuf>, StorageError> {
        // By name alone: to ask for more of each file of a large folder on a share takes long.
        let list = || {
            let mut paths = Vec::new();
            for entry in fs::read_dir(folder_of(&folder.join("name")))? {
                let entry = entry?;
                let begins = entry.file_name().to_str().is_some_and(|name| name.starts_with(beginning));
                if begins && entry.file_type().is_ok_and(|kind| !kind.is_dir()) {
                    paths.push(entry.path());
                }
            }
            paths.sort();
            Ok(paths)
        };
        list().map_err(|error| StorageError::new(folder, Action::List, &error))
    }

    fn identity(&self, path: &Path) -> OsString {
        let by_number = fs::metadata(path).ok().and_then(|metadata| number_of_shared(&metadata));
        let by_path = || fs::canonicalize(path).map_or_else(|_| path.as_os_str().to_owned(), PathBuf::into_os_string);
        by_number.unwrap_or_else(by_path)
    }

    fn target(&self, path: &Path) -> PathBuf {
        // Some network drives cannot say where a path leads, so that only links are asked; one that leads nowhere yet, step by step.
        let mut target = path.to_owned();
        for _ in 0..LINKS {
            let Ok(next) = fs::read_link(&target) else { break };
            target = fs::canonicalize(&target).unwrap_or_else(|_| folder_of(&target).join(next));
        }
        target
    }

    fn age(&self, path: &Path) -> Option<Duration> {
        let written = fs::metadata(path).and_then(|metadata| metadata.modified()).ok()?;
        // The clock of the disk tells, which is not always that of this computer.
        let now = Temporary::beside(path, &Access::OwnerOnly).and_then(|temporary| temporary.time()).ok()?;
        now.duration_since(written).ok()
    }

    fn pause(&self, pause: Duration) {
        (self.pause)(pause);
    }

    fn sweep(&self, folder: &Path) -> Result<(), StorageError> {
        sweep(folder, None).map_err(|error| StorageError::new(folder, Action::Remove, &error))
    }

    fn remove(&self, path: &Path) -> Result<(), StorageError> {
        self.patiently(|| fs::remove_file(path)).map_err(|error| StorageError::new(path, Action::Remove, &error))
    }

    fn create_folder(&self, path: &Path) -> Result<(), StorageError> {
        fs::create_dir_all(path).map_err(|error| StorageError::new(path, Action::CreateFolder, &error))
    }

    fn create_own_folder(&self, path: &Path) -> Result<(), StorageError> {
        for folder in path.ancestors().collect::<Vec<_>>().into_iter().rev() {
            if !folder.as_os_str().is_empty() && !folder.exists() {
                create_for_owner(folder).map_err(|error| StorageError::new(path, Action::CreateFolder, &error))?;
            }
        }
        keep_to_owner(path);
        Ok(())
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

#[cfg(unix)]
fn create_for_owner(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    ignoring_existing(fs::DirBuilder::new().mode(0o700).create(folder))
}

#[cfg(not(unix))]
fn create_for_owner(folder: &Path) -> io::Result<()> {
    ignoring_existing(fs::create_dir(folder))
}

/// A folder that an earlier version made so that others could look into it. Where that cannot be changed, its files say who may.
#[cfg(unix)]
fn keep_to_owner(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let is_open = fs::metadata(folder).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0);
    if is_open {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).ok();
    }
}

#[cfg(not(unix))]
const fn keep_to_owner(_: &Path) {}

/// Another run may have been quicker.
fn ignoring_existing(created: io::Result<()>) -> io::Result<()> {
    match created {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        created => created,
    }
}

/// Makes the name of a new file survive a loss of power, where folders can be told to.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    match File::open(folder_of(path))?.sync_all() {
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
