//! The disk itself.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use atomic_write_file::AtomicWriteFile;

use super::error::is_sharing_violation;
use super::{Action, Cause, Entry, EntryKind, Lock, Storage, StorageError};

/// The disk of this computer, with the network shares and sticks on it.
#[derive(Clone, Copy, Debug)]
pub struct DiskStorage {
    pause: fn(Duration),
}

impl DiskStorage {
    /// How long to wait before each further attempt when another program holds a file for a moment; two seconds in all.
    const PAUSES_MS: [u64; 6] = [30, 70, 150, 350, 600, 800];

    /// The disk, waiting in real time for virus scanners and indexers to let a file go.
    pub const fn new() -> Self {
        Self { pause: std::thread::sleep }
    }

    /// Tries again while Windows says that another program holds the file.
    fn patiently<T>(&self, mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
        for pause in Self::PAUSES_MS {
            match attempt() {
                Err(error) if is_passing(&error) => (self.pause)(Duration::from_millis(pause)),
                done => return done,
            }
        }
        attempt()
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
        let read = || {
            let file = File::open(path)?;
            let metadata = file.metadata()?;
            if metadata.is_dir() {
                return Err(ErrorKind::IsADirectory.into());
            }
            if metadata.len() > max_bytes {
                return Ok(None);
            }
            let mut bytes = Vec::new();
            // The length may lie, for example of a device: never take more than one byte too many.
            file.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
            Ok((u64::try_from(bytes.len()).unwrap_or(u64::MAX) <= max_bytes).then_some(bytes))
        };
        match self.patiently(read) {
            Ok(Some(bytes)) => Ok(bytes),
            Ok(None) => Err(StorageError { path: path.to_owned(), action: Action::Read, cause: Cause::TooLarge }),
            // Windows refuses to open a folder as if a right were missing.
            Err(_) if path.is_dir() => Err(StorageError { path: path.to_owned(), action: Action::Read, cause: Cause::IsFolder }),
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
        let whole = whole_beside(path);
        let linked = self.patiently(|| {
            write_whole(&whole, bytes)?;
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
                let path = entry?.path();
                // A link that points nowhere, or a file that went away just now, is no entry.
                let Ok(metadata) = fs::metadata(&path) else { continue };
                let (kind, bytes) = if metadata.is_dir() { (EntryKind::Folder, 0) } else { (EntryKind::File, metadata.len()) };
                entries.push(Entry { path, kind, bytes });
            }
            entries.sort();
            Ok(entries)
        };
        list().map_err(|error| StorageError::new(folder, Action::List, &error))
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
}

/// A lock file; the operating system lets it go when the file is closed, also when the process is killed.
#[derive(Debug)]
struct HeldFile {
    _file: File,
}

impl Lock for HeldFile {}

/// The file itself where `path` is a link to one: the link is to stay.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path.to_owned()),
        resolved => resolved,
    }
}

/// A name beside a file for its content while it is written. One process writes one file once at a time.
fn whole_beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{:06}", std::process::id() % 1_000_000));
    path.with_file_name(name)
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

/// Whether an error goes away when a scanner or indexer lets the file go.
fn is_passing(error: &io::Error) -> bool {
    const ACCESS_DENIED: i32 = 5;
    is_sharing_violation(error) || (cfg!(windows) && error.raw_os_error() == Some(ACCESS_DENIED))
}
