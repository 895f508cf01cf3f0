//! What is kept should the program end without good-bye.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

use crate::file::{FileError, OwnSave, Session, SnapshotMeta};
use crate::record::{Record, RecordId};

/// What the window holds and no file does. Whoever writes it as a snapshot writes what is newest then, so that nothing older can
/// come after it: the window's own snapshots, the panic hook, and the end of the program.
#[derive(Clone, Default)]
pub struct LastState(Arc<Shared>);

#[derive(Default)]
struct Shared {
    unsaved: Mutex<Option<Unsaved>>,
    /// The latest save that was begun, and of which record.
    own_save: Mutex<Option<(RecordId, OwnSave)>>,
    /// Held while a snapshot is written.
    writing: Mutex<()>,
}

/// A record with changes that no file holds.
#[derive(Clone)]
pub(in crate::window) struct Unsaved {
    pub session: Arc<Session>,
    pub record: Arc<Record>,
    pub meta: SnapshotMeta,
}

impl LastState {
    /// Writes the record on the screen as a snapshot, if it holds unsaved changes.
    ///
    /// # Errors
    /// [`FileError`] if it was not written; the snapshot before it is whole then.
    pub(in crate::window) fn write(&self) -> Result<(), FileError> {
        let _writing = self.0.writing.lock().unwrap_or_else(PoisonError::into_inner);
        self.write_now()
    }

    /// The same at the end of the program, whose end is near whatever comes of it.
    pub fn write_at_last(&self) {
        log_failure(self.write());
    }

    /// The same for a panic hook. It waits for nobody: the panic may have come while a snapshot was written.
    pub fn write_when_panicking(&self) {
        match self.0.writing.try_lock() {
            Ok(_writing) => log_failure(self.write_now()),
            Err(TryLockError::Poisoned(_) | TryLockError::WouldBlock) => log_failure(self.write_now()),
        }
    }

    fn write_now(&self) -> Result<(), FileError> {
        let Some(Unsaved { session, record, meta }) = self.unsaved().clone() else { return Ok(()) };
        session.snapshot(&record, &SnapshotMeta { own_save: self.own_save_of(&record.id), ..meta })
    }

    /// Says what a save of the record is about to put in place, so that the next start knows it again, should nobody hear of its end.
    pub(in crate::window) fn announce(&self, record: &RecordId, save: OwnSave) {
        *self.0.own_save.lock().unwrap_or_else(PoisonError::into_inner) = Some((record.clone(), save));
        log_failure(self.write());
    }

    /// What the latest save of this record puts in place.
    pub(in crate::window) fn own_save_of(&self, record: &RecordId) -> Option<OwnSave> {
        let save = self.0.own_save.lock().unwrap_or_else(PoisonError::into_inner).clone();
        save.filter(|(of, _)| of == record).map(|(_, save)| save)
    }

    /// Goes on with what was known of the latest save of a record when an earlier run ended.
    pub(in crate::window) fn go_on_with(&self, record: &RecordId, save: Option<OwnSave>) {
        *self.0.own_save.lock().unwrap_or_else(PoisonError::into_inner) = save.map(|save| (record.clone(), save));
    }

    pub(in crate::window) fn set(&self, unsaved: Option<Unsaved>) {
        *self.unsaved() = unsaved;
    }

    fn unsaved(&self) -> MutexGuard<'_, Option<Unsaved>> {
        self.0.unsaved.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn log_failure(result: Result<(), FileError>) {
    if let Err(error) = result {
        log::error!("the last state could not be kept: {error}");
    }
}
