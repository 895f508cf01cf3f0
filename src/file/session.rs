//! A run of the program, known by a lock file that the operating system lets go however the run ends.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use uuid::Uuid;

use super::{AppFolders, Cause, Lock, Storage, StorageError};

/// One run of the program. While it lives its lock file is held; after a crash anybody can see that it is not.
pub struct Session {
    id: Uuid,
    storage: Arc<dyn Storage>,
    folders: AppFolders,
    _lock: Box<dyn Lock>,
}

impl Session {
    /// Begins a run under an id made outside.
    ///
    /// # Errors
    /// [`StorageError`] if the program's own folder cannot be written: then nothing can be recovered after a crash, and the user
    /// is to be told.
    pub fn begin(storage: Arc<dyn Storage>, folders: AppFolders, id: Uuid) -> Result<Self, StorageError> {
        storage.create_own_folder(&folders.sessions())?;
        storage.create_own_folder(&folders.recovery())?;
        let path = lock_file(&folders, id);
        let mut lock = storage.lock(&path)?;
        // Another run may have swept the file away between its making and its locking.
        if !storage.is_locked(&path)? {
            lock = storage.lock(&path)?;
        }
        Ok(Self { id, storage, folders, _lock: lock })
    }

    /// Its id.
    pub const fn id(&self) -> Uuid {
        self.id
    }

    /// The disk it works on.
    pub fn storage(&self) -> &Arc<dyn Storage> {
        &self.storage
    }

    /// The folders it works in.
    pub const fn folders(&self) -> &AppFolders {
        &self.folders
    }

    /// Whether any other run of this data folder is alive.
    pub(super) fn others_are_alive(&self) -> Result<bool, StorageError> {
        let locks = self.storage.list(&self.folders.sessions())?;
        let ids = locks.iter().filter_map(|lock| lock.path.file_stem()?.to_str()?.parse().ok());
        Ok(ids.filter(|id: &Uuid| *id != self.id).any(|id| self.is_alive(id)))
    }

    /// Whether another run of this data folder is alive. In doubt it is.
    pub(super) fn is_alive(&self, id: Uuid) -> bool {
        id == self.id || is_alive(self.storage.as_ref(), &self.folders, id)
    }
}

fn is_alive(storage: &dyn Storage, folders: &AppFolders, id: Uuid) -> bool {
    storage.is_locked(&lock_file(folders, id)).unwrap_or_else(|error| {
        log::warn!("{error}");
        true
    })
}

fn lock_file(folders: &AppFolders, id: Uuid) -> PathBuf {
    folders.sessions().join(format!("{id}.lock"))
}

impl Drop for Session {
    /// An orderly end takes the lock file away. It is held until it is gone, so that nobody takes the run for a crashed one.
    fn drop(&mut self) {
        match self.storage.remove(&lock_file(&self.folders, self.id)) {
            Err(error) if error.cause != Cause::NotFound => log::warn!("{error}"),
            _ => {}
        }
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Session").field(&self.id).finish()
    }
}
