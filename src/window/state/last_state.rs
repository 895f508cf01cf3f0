//! What is kept should the program break down.

use std::sync::{Arc, Mutex, PoisonError};

use crate::file::{Session, SnapshotMeta};
use crate::record::Record;

/// The state to be written should the program break down: shared with the panic hook.
#[derive(Clone, Default)]
pub struct LastState(Arc<Mutex<Option<Unsaved>>>);

/// A record with changes that no file holds.
pub(in crate::window) struct Unsaved {
    pub session: Arc<Session>,
    pub record: Arc<Record>,
    pub meta: SnapshotMeta,
}

impl LastState {
    /// Writes the record on the screen as a snapshot, if it holds unsaved changes. For a panic hook.
    pub fn write_snapshot(&self) {
        let Some(unsaved) = self.0.lock().unwrap_or_else(PoisonError::into_inner).take() else { return };
        if let Err(error) = unsaved.session.snapshot(&unsaved.record, &unsaved.meta) {
            log::error!("the last state could not be kept: {error}");
        }
    }

    pub(in crate::window) fn set(&self, unsaved: Option<Unsaved>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = unsaved;
    }
}
