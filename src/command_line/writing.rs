//! What a command does that writes into a record which is there: it keeps the record to itself from reading to writing, as the window does.

use std::path::Path;

use super::{Context, Exit, Failure};
use crate::file::{FileError, RecordLock, Saved, Session, Taking};
use crate::text::file::record as words;
use crate::text::{Message, command_line};

/// A record that nobody else of this program writes to until this is dropped. Nothing is held where no lock file can be laid: then
/// the save refuses what was changed meanwhile, as it does in any case.
pub(super) struct Kept {
    _lock: Option<RecordLock>,
    // Ends after the lock, which names it.
    _session: Option<Session>,
}

impl Context<'_, '_> {
    /// Keeps a record to this command. Another command is waited for; whoever has it open in a window is named.
    pub(super) fn keep_to_itself(&self, record: &Path) -> Result<Kept, Failure> {
        let session = (self.around.sessions)();
        let lock = session
            .as_ref()
            .map(|session| RecordLock::acquire(session, record, &self.around.holder, self.around.now, Taking::ForACommand));
        match lock.transpose() {
            Ok(lock) => Ok(Kept { _lock: lock, _session: session }),
            Err(error @ FileError::Locked { .. }) => Err(self.in_use(&error)),
            Err(_) => Ok(Kept { _lock: None, _session: session }),
        }
    }

    fn in_use(&self, error: &FileError) -> Failure {
        let lang = self.lang();
        let message = error.message(lang);
        let action = match error {
            FileError::Locked { by_command: false, .. } => words::close_first(lang).to_owned(),
            _ => message.action.clone(),
        };
        Failure::Said(Message { action, ..message }, Exit::InUse)
    }

    /// Why a record was not saved.
    pub(super) fn not_saved(&self, error: &FileError) -> Failure {
        Failure::Said(error.message(self.lang()), Exit::NotWritten)
    }

    /// Says where the previous version is if it is not where it usually is.
    pub(super) fn tell_of_previous(&mut self, saved: &Saved) {
        if let Some(previous) = saved.previous.as_ref().filter(|previous| previous.parent() == saved.path.parent()) {
            let lang = self.lang();
            self.console.note(&command_line::previous_kept_beside(previous, lang));
        }
    }
}
