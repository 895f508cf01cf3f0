//! What the program asks of the disk.

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

#[cfg(doc)]
use super::{Action, Cause};
use super::{Entry, EntryKind, Readers, StorageError};
use crate::reader::Reader;

/// Where files are read and written. All writing of the program goes through one of these.
///
/// Everything may fail, and every failure is a [`StorageError`] with its path. What is not said to be durable may be lost when
/// the power goes.
pub trait Storage: Send + Sync + fmt::Debug {
    /// The whole content of a file of at most `max_bytes`. A larger one is refused without being read whole.
    ///
    /// # Errors
    /// [`Cause::TooLarge`], [`Cause::NotFound`], [`Cause::IsFolder`] and what else may befall a reader.
    fn read(&self, path: &Path, max_bytes: u64) -> Result<Vec<u8>, StorageError>;

    /// Replaces or makes a file. Whatever happens, the file holds the old or the new content whole; on success it holds the new
    /// one even if the power goes the moment after. After an error the content is unknown: read it again.
    ///
    /// # Errors
    /// [`Cause::Full`], [`Cause::Denied`] and what else may befall a writer. With [`Action::Confirm`] the new content is in place,
    /// but the disk did not confirm that it is safe.
    fn write_durably(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError>;

    /// As [`Storage::write_durably`], and says who may read the file.
    ///
    /// # Errors
    /// As [`Storage::write_durably`].
    fn write_for(&self, path: &Path, bytes: &[u8], readers: Readers<'_>) -> Result<(), StorageError> {
        let _ = readers;
        self.write_durably(path, bytes)
    }

    /// Makes a file that must not exist yet. Never replaces one.
    ///
    /// # Errors
    /// [`Cause::Exists`] and those of [`Storage::write_durably`].
    fn create_new(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError>;

    /// As [`Storage::create_new`], and says who may read the file.
    ///
    /// # Errors
    /// As [`Storage::create_new`].
    fn create_new_for(&self, path: &Path, bytes: &[u8], readers: Readers<'_>) -> Result<(), StorageError> {
        let _ = readers;
        self.create_new(path, bytes)
    }

    /// What stands in a folder, in the order of the names.
    ///
    /// # Errors
    /// [`Cause::NotFound`] if there is no such folder, and what else may befall a reader.
    fn list(&self, folder: &Path) -> Result<Vec<Entry>, StorageError>;

    /// The files of a folder whose names begin so, in the order of the names.
    ///
    /// # Errors
    /// As [`Storage::list`].
    fn list_beginning(&self, folder: &Path, beginning: &str) -> Result<Vec<PathBuf>, StorageError> {
        let begins =
            |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(beginning));
        let files = self.list(folder)?.into_iter().filter(|entry| entry.kind == EntryKind::File);
        Ok(files.map(|entry| entry.path).filter(begins).collect())
    }

    /// What a path leads to in the end: two paths of one identity lead to one file or folder, by whatever links. Where nobody can
    /// tell, it is the path itself.
    fn identity(&self, path: &Path) -> OsString {
        path.as_os_str().to_owned()
    }

    /// The file itself where a path is a link to one: it is written there, and the link stays.
    fn target(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }

    /// How long ago a file was written, by the clock of the disk on which it lies; nothing where that cannot be told.
    fn age(&self, path: &Path) -> Option<Duration> {
        let _ = path;
        None
    }

    /// Waits, so that another program may come to its end. A disk that is none does not wait.
    fn pause(&self, pause: Duration) {
        let _ = pause;
    }

    /// Takes away the temporary files that killed programs left in a folder. Nothing that somebody may still be writing is touched,
    /// and nothing whose name is not exactly one of ours. Whoever writes to a folder does this by itself, once in each run.
    ///
    /// # Errors
    /// What may befall a reader of the folder or a remover.
    fn sweep(&self, folder: &Path) -> Result<(), StorageError> {
        let _ = folder;
        Ok(())
    }

    /// Takes a file away.
    ///
    /// # Errors
    /// [`Cause::NotFound`] if there is none, and what else may befall a writer.
    fn remove(&self, path: &Path) -> Result<(), StorageError>;

    /// Makes a folder and those above it, as far as they are missing.
    ///
    /// # Errors
    /// What may befall a writer.
    fn create_folder(&self, path: &Path) -> Result<(), StorageError>;

    /// Makes a folder, and those above it as far as they are missing, into which the user alone may look.
    ///
    /// # Errors
    /// What may befall a writer.
    fn create_own_folder(&self, path: &Path) -> Result<(), StorageError> {
        self.create_folder(path)
    }

    /// Holds a lock file until the returned value is dropped or the process ends, however it ends.
    ///
    /// # Errors
    /// [`Cause::InUse`] if another process, or this one, holds it.
    fn lock(&self, path: &Path) -> Result<Box<dyn Lock>, StorageError>;

    /// Whether somebody holds the lock file; a file that is missing is held by nobody.
    ///
    /// # Errors
    /// What may befall a reader; the caller then cannot know.
    fn is_locked(&self, path: &Path) -> Result<bool, StorageError>;

    /// By what strangers' files are read that cannot be read safely in this process. It comes from outside as the disk does.
    fn reader(&self) -> Reader {
        Reader::none()
    }
}

/// A lock file that is held. Dropping it lets it go; the file itself stays.
pub trait Lock: Send + Sync + fmt::Debug {}
