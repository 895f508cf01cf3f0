//! Opening, saving, restoring: the work itself is done beside the window, and its outcome is told here.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use crate::file::{self, Expected, FileError, OwnSave, RecordLock, Saved, SnapshotMeta, Taking, completed_name, digest_to_be};
use crate::record::{ContentDigest, Moment, Record, RecordId};
use crate::text::{Lang, Message, window as words};
use crate::window::dialogs::Purpose;
use crate::window::environment::time_in_japan;
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::pages::Dialog;
use crate::window::state::{Access, AfterSave, App, Leaving, OpenRecord, Saving, UnderWay};

/// A record that was saved, with its new revision, or not.
struct SavedFile {
    record: Arc<Record>,
    result: Result<(Saved, Option<RecordLock>), FileError>,
}

/// After how long a save is taken to hang: nothing on a disk or a share that works takes so long.
pub(super) const HANGS_AFTER: Duration = Duration::from_secs(5);

impl App {
    /// 保存
    pub(in crate::window) fn save(&mut self) {
        let Some(open) = &mut self.open else { return };
        match (open.outside.path.clone(), open.is_read_only()) {
            (Some(path), false) => {
                let expected = open.file_digest.clone().map_or(Expected::New, Expected::Digest);
                self.start_save(path, expected);
            }
            // It is not known yet where the record will be.
            _ if !open.saves.is_empty() => self.save_again(),
            _ => self.ask(Purpose::SaveAs),
        }
    }

    /// Saves again where a first save of the record is under way.
    fn save_again(&mut self) {
        let place = self.open.as_ref().and_then(|open| open.saves.last()).map(|save| save.path.clone());
        if let Some(path) = place {
            self.start_save(path, Expected::New);
        }
    }

    pub(in crate::window) fn replace_file(&mut self, path: PathBuf) {
        self.start_save(path, Expected::Overwrite);
    }

    /// Saves the record as it is now. Where a save is under way at the same place, it is done after that, with what is newest then.
    pub(in crate::window) fn start_save(&mut self, path: PathBuf, expected: Expected) {
        let since = self.env.clock.elapsed();
        self.note_last_state();
        let last_state = self.last_state.clone();
        let Some(open) = &mut self.open else { return };
        let path = if expected == Expected::New { completed_name(&path) } else { path };
        if let Some(save) = open.saves.iter().find(|save| save.path == path) {
            // What the file holds is known when that has ended.
            open.save_again = Some((path.clone(), (expected == Expected::Overwrite).then_some(Expected::Overwrite)));
            let hangs = save.hangs;
            if hangs {
                let is_kept = self.is_kept();
                self.show_dialog(Dialog::Hangs { path, leaving: None, is_kept });
            }
            return;
        }
        self.latest_save += 1;
        let number = self.latest_save;
        let is_new_place = open.outside.path.as_deref() != Some(path.as_path()) || open.is_read_only();
        let record = Arc::clone(open.draft.record());
        let under_way = UnderWay { number, path: path.clone(), record: Arc::clone(&record), since, hangs: false };
        open.saves.push(under_way);
        let (before, author) = (Before::of(open), self.settings.author.clone());
        let (shelf, pinned) = (self.env.shelf.clone(), open.draft.rules().pinned().cloned());
        let (storage, folders) = (Arc::clone(&self.env.storage), self.env.folders.clone());
        let session = self.session.clone().filter(|_| is_new_place);
        let (holder, now) = (self.env.holder.clone(), self.env.clock.now());
        let (id, place) = (record.id.clone(), path.clone());
        let work = move |_: &Desk<Self>| {
            let (before, found) = before.read(storage.as_ref(), &record);
            // What this program put there before it was heard of is what is expected.
            let expected = match (expected, found) {
                (Expected::Digest(_), Some(found)) => Expected::Digest(found),
                (expected, _) => expected,
            };
            let record = Arc::new(record.with_revision(before.as_deref(), Moment::of(now), &author));
            if let Some(digest) = digest_to_be(&path, &record) {
                last_state.announce(&record.id, OwnSave { path: path.clone(), digest });
            }
            let result = save_file(storage.as_ref(), &path, &record, &expected, &folders, now, session.as_deref(), &holder);
            // So that what was saved can be judged by it later. That it cannot be kept is no harm to the record.
            if let Some(catalogue) = pinned.filter(|_| result.is_ok())
                && let Err(error) = shelf.keep(storage.as_ref(), &catalogue)
            {
                log::warn!("{error}");
            }
            SavedFile { record, result }
        };
        let ended = Ended { number, id, path: place.clone() };
        self.jobs.begin_at(JobKind::Save, &place, work, move |app: &mut Self, result| app.saved(ended, result));
        self.ctx.request_repaint_after(HANGS_AFTER);
    }

    /// A save came to its end.
    fn saved(&mut self, ended: Ended, result: Result<SavedFile, Broken>) {
        let lang = self.lang();
        let Ended { number, id, path } = ended;
        if let Ok(SavedFile { result, .. }) = &result {
            self.note_whether_confirmed(result.as_ref().map(|(saved, _)| saved));
        }
        let is_of = |open: &&mut OpenRecord| open.saves.iter().any(|save| save.number == number);
        let Some(open) = self.open.as_mut().filter(is_of) else { return self.saved_too_late(&id, result) };
        let save_again = open.save_again.take_if(|(place, _)| *place == path);
        let SavedFile { record, result } = match result {
            Ok(saved) => saved,
            Err(broken) => {
                let message = broken.message(lang);
                return self.save_failed(number, message, |app, message| app.tell(message));
            }
        };
        match result {
            Ok((saved, lock)) => {
                // One that began earlier elsewhere is of no interest any more.
                open.saves.retain(|save| save.number > number);
                let moved = open.is_read_only() || open.outside.path.as_deref() != Some(saved.path.as_path());
                let former = moved.then(|| std::mem::replace(&mut open.access, Access::Full { lock }));
                open.draft.keep(Arc::clone(&record));
                let former_path = open.outside.path.replace(saved.path.clone());
                open.file_digest = Some(saved.digest);
                open.outside.looked_at = None;
                open.own_save = None;
                open.saving = Saving::Done { at: time_in_japan(self.env.clock.now()) };
                let restored_from = open.restored_from.take();
                let is_unsaved = open.is_unsaved();
                let after = open.after_save.take();
                if let (Some(orphan), Some(session)) = (restored_from, &self.session)
                    && let Err(error) = session.remove_orphan(&orphan)
                {
                    log::warn!("{error}");
                }
                if !is_unsaved {
                    self.discard_snapshot(&record.id);
                }
                if let (Some(access), Some(path)) = (former, former_path) {
                    self.let_go_of(access, &path);
                }
                self.settings.remember(&saved.path);
                self.save_settings();
                self.keep_received();
                self.after_save(save_again, after);
            }
            Err(FileError::Exists { path }) => {
                self.save_ended(number);
                self.show_dialog(Dialog::Exists { path });
            }
            Err(error @ (FileError::ChangedOutside { .. } | FileError::Vanished { .. })) => {
                let is_gone = matches!(error, FileError::Vanished { .. });
                let show = |app: &mut Self, message| app.show_dialog(Dialog::ChangedOutside { path, message, is_gone });
                self.save_failed(number, error.message(lang), show);
            }
            Err(error @ FileError::Locked { .. }) => {
                let message = Message { action: words::locked_save_elsewhere(lang).to_owned(), ..error.message(lang) };
                self.save_failed(number, message, |app, message| app.tell(message));
            }
            Err(error) => {
                log::error!("{error}");
                // What was put in place is what the next save finds there, and nobody else's change.
                if let FileError::NotConfirmed { digest, .. } | FileError::NotReadBack { digest, .. } = &error
                    && open.outside.path.as_deref() == Some(path.as_path())
                {
                    open.file_digest = Some(digest.clone());
                }
                self.save_failed(number, error.message(lang), |app, message| app.tell(message));
            }
        }
    }

    /// What is wanted after a save that succeeded: another one first, if there is something to save, and then to leave.
    fn after_save(&mut self, again: Option<(PathBuf, Option<Expected>)>, after: Option<AfterSave>) {
        let Some(open) = &mut self.open else { return };
        if let Some((path, expected)) = again.filter(|_| open.draft.is_changed() && !after.as_ref().is_some_and(|it| it.gives_up))
        {
            open.after_save = after;
            let known = open.file_digest.clone().map_or(Expected::New, Expected::Digest);
            self.start_save(path, expected.unwrap_or(known));
        } else if let Some(AfterSave { leaving, gives_up }) = after {
            if gives_up {
                self.let_go();
                self.now_leave(leaving);
            } else {
                self.leave(leaving);
            }
        }
    }

    /// Forgets a save that came to nothing, with what was to follow it.
    fn save_ended(&mut self, number: u64) {
        let Some(open) = &mut self.open else { return };
        open.saves.retain(|save| save.number != number);
        open.after_save = None;
        if !open.is_unsaved() {
            let record = open.draft.record().id.clone();
            self.discard_snapshot(&record);
        }
    }

    fn save_failed(&mut self, number: u64, message: Message, show: impl FnOnce(&mut Self, Message)) {
        self.save_ended(number);
        if let Some(open) = &mut self.open {
            open.saving = Saving::Failed(message.clone());
        }
        show(self, message);
    }

    /// Remembers what was put in place without the disk saying that it is safe, until it is saved again.
    fn note_whether_confirmed(&mut self, result: Result<&Saved, &FileError>) {
        match result {
            Ok(saved) => {
                self.unconfirmed.remove(&saved.path);
            }
            Err(FileError::NotConfirmed { path, digest, .. } | FileError::NotReadBack { path, digest, .. }) => {
                // What was there before and is the same is as safe as it was.
                let before = self.open.as_ref().filter(|open| open.outside.path.as_ref() == Some(path));
                if before.and_then(|open| open.file_digest.as_ref()) != Some(digest) {
                    self.unconfirmed.insert(path.clone(), digest.clone());
                }
            }
            Err(_) => {}
        }
    }

    /// A save came to its end after the record was left, or saved elsewhere.
    fn saved_too_late(&mut self, id: &RecordId, result: Result<SavedFile, Broken>) {
        let lang = self.lang();
        let is_open = self.open.as_ref().is_some_and(|open| open.draft.record().id == *id);
        let message = match result {
            Ok(SavedFile { result: Ok((saved, lock)), .. }) => return self.let_go_of(Access::Full { lock }, &saved.path),
            Ok(SavedFile { result: Err(error), .. }) => error.message(lang),
            Err(broken) => broken.message(lang),
        };
        log::warn!("a save that nobody waits for: {}", message.what);
        if !is_open {
            self.tell(message);
        }
    }

    /// Takes the lock file of a record that was left away, beside the window: it may lie on a share that hangs.
    pub(in crate::window) fn let_go_of(&mut self, access: Access, path: &Path) {
        if let Access::Full { lock: Some(lock) } = access {
            self.jobs.begin_at(
                JobKind::Unlock,
                path,
                move |_| drop(lock),
                |_: &mut Self, result| {
                    if let Err(broken) = result {
                        log::warn!("{}", broken.message(Lang::En).what);
                    }
                },
            );
        }
    }

    /// Notices saves that hang, and says so to whoever waits for one.
    pub(in crate::window) fn watch_saves(&mut self, ctx: &Context) {
        let now = self.env.clock.elapsed();
        let Some(open) = &mut self.open else { return };
        let Some(save) = open.saves.last_mut().filter(|save| !save.hangs) else { return };
        let taken = now.saturating_sub(save.since);
        if taken < HANGS_AFTER {
            return ctx.request_repaint_after(HANGS_AFTER - taken);
        }
        save.hangs = true;
        let path = save.path.clone();
        if let Some(after) = open.after_save.take() {
            self.ask_whether_to_wait(path, after.leaving);
        }
    }

    /// A save hangs that has to be waited for before the record is left.
    pub(in crate::window) fn ask_whether_to_wait(&mut self, path: PathBuf, leaving: Leaving) {
        let is_kept = self.is_kept();
        self.show_dialog(Dialog::Hangs { path, leaving: Some(leaving), is_kept });
    }

    /// Leaves the record although its save hangs. What is on the screen is kept, to be offered when the program starts again, unless
    /// the user was told that it is lost.
    pub(in crate::window) fn leave_hanging(&mut self, leaving: Leaving, is_kept: bool) {
        let Some(open) = &self.open else { return };
        let Some(session) = self.session.clone().filter(|_| is_kept) else {
            self.let_go();
            return self.now_leave(leaving);
        };
        self.snapshot_since = self.env.clock.elapsed();
        let number = open.saves.last().map_or(0, |save| save.number);
        let record = Arc::clone(open.draft.record());
        let meta = SnapshotMeta {
            original: open.outside.path.clone(),
            base: open.file_digest.clone(),
            taken: self.env.clock.now(),
            own_save: self.last_state.own_save_of(&record.id),
        };
        let work = move |_: &Desk<Self>| session.keep_for_later(&record, &meta, number);
        self.jobs.begin(JobKind::Snapshot, work, move |app: &mut Self, result| {
            let lang = app.lang();
            match result {
                Ok(Ok(())) => {
                    app.let_go();
                    app.now_leave(leaving);
                }
                Ok(Err(error)) => app.tell(error.message(lang)),
                Err(broken) => app.tell(broken.message(lang)),
            }
        });
    }
}

/// A save that came to its end.
struct Ended {
    number: u64,
    id: RecordId,
    path: PathBuf,
}

/// What was saved before, from which a save tells what it changed.
enum Before {
    /// Nothing: the record is new.
    Nothing,
    /// This.
    Kept(Arc<Record>),
    /// What this file holds, if its bytes have one of these digests. The record was restored and is kept nowhere else.
    File(PathBuf, Vec<ContentDigest>),
}

impl Before {
    fn of(open: &OpenRecord) -> Self {
        match (open.draft.saved(), &open.outside.path, &open.file_digest) {
            // A record that began as an example, or in the window, has not been saved before.
            (Some(began), None, _) if began.history.is_empty() => Self::Nothing,
            (Some(kept), ..) => Self::Kept(Arc::clone(kept)),
            (None, Some(path), Some(digest)) => {
                let own = open.own_save.as_ref().filter(|save| save.path == *path).map(|save| save.digest.clone());
                Self::File(path.clone(), own.into_iter().chain([digest.clone()]).collect())
            }
            (None, ..) => Self::Nothing,
        }
    }

    /// What was saved before, and by which digest it was found in the file, if it had to be looked for.
    fn read(self, storage: &dyn file::Storage, record: &Record) -> (Option<Arc<Record>>, Option<ContentDigest>) {
        match self {
            Self::Nothing => (None, None),
            Self::Kept(kept) => (Some(kept), None),
            Self::File(path, known) => {
                let opened = file::open(storage, &path).ok();
                let opened = opened.filter(|opened| known.contains(&opened.digest) && opened.record.id == record.id);
                opened.map_or((None, None), |opened| (Some(Arc::new(opened.record)), Some(opened.digest)))
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
    let lay = |path: &Path, taking| session.map(|session| RecordLock::acquire(session, path, holder, now, taking));
    // What somebody has open is not replaced under his hands.
    let before = match (*expected == Expected::Overwrite).then(|| lay(path, Taking::IfFree)).flatten() {
        Some(Err(error @ FileError::Locked { .. })) => return Err(error),
        lock => lock.and_then(Result::ok),
    };
    let saved = file::save(storage, path, record, expected, folders, now)?;
    let lock = before.or_else(|| lay(&saved.path, Taking::Anyway)?.map_err(|error| log::warn!("{error}")).ok());
    Ok((saved, lock))
}
