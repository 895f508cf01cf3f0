//! Opening, saving, restoring: the work itself is done beside the window, and its outcome is told here.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::file::{self, Expected, FileError, RecordLock, Saved, Taking};
use crate::record::{ContentDigest, Moment, Record, RecordId};
use crate::window::dialogs::Purpose;
use crate::window::environment::time_in_japan;
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::pages::Dialog;
use crate::window::state::App;
use crate::window::state::{Access, OpenRecord, Saving};

/// A record that was saved, with its new revision, or not.
struct SavedFile {
    record: Arc<Record>,
    result: Result<(Saved, Option<RecordLock>), FileError>,
}

impl App {
    /// 保存
    pub(in crate::window) fn save(&mut self) {
        let Some(open) = &mut self.open else { return };
        if self.jobs.is_running(JobKind::Save) {
            // What the file holds is known when that has ended.
            open.save_again = true;
            return;
        }
        match (open.outside.path.clone(), open.is_read_only()) {
            (Some(path), false) => {
                let expected = open.file_digest.clone().map_or(Expected::New, Expected::Digest);
                self.start_save(path, expected);
            }
            _ => self.ask(Purpose::SaveAs),
        }
    }

    pub(in crate::window) fn replace_file(&mut self, path: PathBuf) {
        self.start_save(path, Expected::Overwrite);
    }

    pub(in crate::window) fn start_save(&mut self, path: PathBuf, expected: Expected) {
        let Some(open) = &mut self.open else { return };
        open.saving = Saving::Running;
        let is_new_place = open.outside.path.as_deref() != Some(path.as_path()) || open.is_read_only();
        let record = Arc::clone(open.draft.record());
        let (before, author) = (Before::of(open), self.settings.author.clone());
        let (shelf, pinned) = (self.env.shelf.clone(), open.draft.rules().pinned().cloned());
        let (storage, folders) = (Arc::clone(&self.env.storage), self.env.folders.clone());
        let session = self.session.clone().filter(|_| is_new_place);
        let (holder, now) = (self.env.holder.clone(), self.env.clock.now());
        let (id, to) = (record.id.clone(), path.clone());
        let work = move |_: &Desk<Self>| {
            let before = before.read(storage.as_ref(), &record);
            let record = Arc::new(record.with_revision(before.as_deref(), Moment::of(now), &author));
            let result = save_file(storage.as_ref(), &path, &record, &expected, &folders, now, session.as_deref(), &holder);
            // So that what was saved can be judged by it later. That it cannot be kept is no harm to the record.
            if let Some(catalogue) = pinned.filter(|_| result.is_ok())
                && let Err(error) = shelf.keep(storage.as_ref(), &catalogue)
            {
                log::warn!("{error}");
            }
            SavedFile { record, result }
        };
        self.jobs.begin(JobKind::Save, work, move |app: &mut Self, result| app.saved(&id, to, result));
    }

    fn saved(&mut self, id: &RecordId, path: PathBuf, result: Result<SavedFile, Broken>) {
        let lang = self.lang();
        let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == *id) else { return };
        let save_again = std::mem::take(&mut open.save_again);
        let SavedFile { record, result } = match result {
            Ok(saved) => saved,
            Err(broken) => {
                let message = broken.message(lang);
                open.after_save = None;
                open.saving = Saving::Failed(message.clone());
                return self.tell(message);
            }
        };
        match result {
            Ok((saved, lock)) => {
                if lock.is_some() || open.is_read_only() {
                    open.access = Access::Full { _lock: lock };
                }
                open.draft.keep(Arc::clone(&record));
                open.outside.path = Some(saved.path.clone());
                open.file_digest = Some(saved.digest);
                open.outside.looked_at = None;
                open.saving = Saving::Done { at: time_in_japan(self.env.clock.now()) };
                let restored_from = open.restored_from.take();
                let is_changed = open.draft.is_changed();
                let leaving = open.after_save.take();
                if let (Some(orphan), Some(session)) = (restored_from, &self.session)
                    && let Err(error) = session.remove_orphan(&orphan)
                {
                    log::warn!("{error}");
                }
                if !is_changed {
                    self.discard_snapshot(&record.id);
                }
                self.settings.remember(&saved.path);
                self.save_settings();
                if save_again && is_changed {
                    if let Some(open) = &mut self.open {
                        open.after_save = leaving;
                    }
                    self.save();
                } else if let Some(leaving) = leaving {
                    self.leave(leaving);
                }
            }
            Err(error) => {
                open.after_save = None;
                let message = error.message(lang);
                // What was put in place is what the next save finds there, and nobody else's change.
                if let FileError::NotConfirmed { digest, .. } | FileError::NotReadBack { digest, .. } = &error
                    && open.outside.path.as_deref() == Some(path.as_path())
                {
                    open.file_digest = Some(digest.clone());
                }
                match error {
                    FileError::Exists { path } => {
                        open.saving = Saving::Idle;
                        self.show_dialog(Dialog::Exists { path });
                    }
                    FileError::ChangedOutside { .. } | FileError::Vanished { .. } => {
                        open.saving = Saving::Failed(message.clone());
                        self.show_dialog(Dialog::ChangedOutside { path, message });
                    }
                    _ => {
                        log::error!("{error}");
                        open.saving = Saving::Failed(message.clone());
                        self.tell(message);
                    }
                }
            }
        }
    }
}

/// What was saved before, from which a save tells what it changed.
enum Before {
    /// Nothing: the record is new.
    Nothing,
    /// This.
    Kept(Arc<Record>),
    /// What this file holds, if its bytes still have this digest. The record was restored and is kept nowhere else.
    File(PathBuf, ContentDigest),
}

impl Before {
    fn of(open: &OpenRecord) -> Self {
        match (open.draft.saved(), &open.outside.path, &open.file_digest) {
            // A record that began as an example, or in the window, has not been saved before.
            (Some(began), None, _) if began.history.is_empty() => Self::Nothing,
            (Some(kept), ..) => Self::Kept(Arc::clone(kept)),
            (None, Some(path), Some(digest)) => Self::File(path.clone(), digest.clone()),
            (None, ..) => Self::Nothing,
        }
    }

    fn read(self, storage: &dyn file::Storage, record: &Record) -> Option<Arc<Record>> {
        match self {
            Self::Nothing => None,
            Self::Kept(kept) => Some(kept),
            Self::File(path, digest) => {
                let opened = file::open(storage, &path).ok()?;
                (opened.digest == digest && opened.record.id == record.id).then(|| Arc::new(opened.record))
            }
        }
    }
}

fn save_file(
    storage: &dyn file::Storage,
    path: &Path,
    record: &Record,
    expected: &Expected,
    folders: &file::AppFolders,
    now: jiff::Timestamp,
    session: Option<&file::Session>,
    holder: &file::Holder,
) -> Result<(Saved, Option<RecordLock>), FileError> {
    let saved = file::save(storage, path, record, expected, folders, now)?;
    let lock = session.map(|session| RecordLock::acquire(session, &saved.path, holder, now, Taking::Anyway));
    let lock = lock.and_then(|lock| lock.map_err(|error| log::warn!("{error}")).ok());
    Ok((saved, lock))
}
