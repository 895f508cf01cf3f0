//! What happens to the file of the record outside: looked at, beside the window, when the window is come back to and when a record
//! was opened.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use crate::file::{self, Cause, FileError, MAX_BYTES, Storage};
use crate::record::{ContentDigest, Record, RecordId};
use crate::text::{Lang, Message, window as words};
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::pages::Dialog;
use crate::window::state::{Access, App, FileNow};

/// What was found outside.
struct Found {
    file: FileNow,
    copies: Vec<PathBuf>,
}

/// A record whose file is looked at, as it was known then.
struct LookedAt {
    id: RecordId,
    path: PathBuf,
    digest: ContentDigest,
}

/// How often the lock file of a record that stands open is renewed. Others take it for forgotten after twelve hours.
const LOCK_RENEWED_AFTER: Duration = Duration::from_hours(1);

impl App {
    /// Renews the lock file now and then, beside the window.
    pub(in crate::window) fn renew_lock(&mut self, ctx: &Context) {
        let now = self.env.clock.elapsed();
        let Some(open) = &mut self.open else { return };
        let (Access::Full { lock: Some(lock) }, Some(path)) = (&open.access, open.outside.path.clone()) else { return };
        let due = open.lock_renewed + LOCK_RENEWED_AFTER;
        if now < due {
            return ctx.request_repaint_after(due - now);
        }
        open.lock_renewed = now;
        let renewal = lock.renewal();
        let work = move |_: &Desk<Self>| renewal.renew();
        let place = path.clone();
        self.jobs.begin_at(JobKind::Unlock, &place, work, move |app: &mut Self, result| match result {
            Ok(Ok(true)) => {}
            Ok(Ok(false)) => app.lock_is_lost(&path),
            Ok(Err(error)) => log::info!("{error}"),
            Err(broken) => log::warn!("{}", broken.message(Lang::En).what),
        });
    }

    /// Somebody took the record over, for whom it looked forgotten. A save looks first whether the file was changed.
    fn lock_is_lost(&mut self, path: &Path) {
        let lang = self.lang();
        let Some(open) = self.open.as_mut().filter(|open| open.outside.path.as_deref() == Some(path)) else { return };
        if matches!(open.access, Access::Full { lock: Some(_) }) {
            let access = std::mem::replace(&mut open.access, Access::Full { lock: None });
            self.let_go_of(access, path);
            words::lock_is_lost(lang).clone_into(&mut self.news);
        }
    }

    /// Looks at the file when the window is come back to.
    pub(in crate::window) fn look_when_back(&mut self, ctx: &Context) {
        let has_focus = ctx.input(|input| input.focused);
        let was_away = !std::mem::replace(&mut self.frames.had_focus, has_focus);
        if has_focus && was_away {
            self.look_beside();
        }
    }

    /// Looks, beside the window, whether somebody else changed the file of the record, and whether copies of it lie there.
    pub(in crate::window) fn look_beside(&mut self) {
        // It is not known yet what the file of a record that was restored is to hold.
        let is_known = !self.jobs.is_running(JobKind::Reclaim);
        let Some(open) = self.open.as_ref().filter(|open| is_known && open.saves.is_empty()) else { return };
        let (Some(path), Some(digest)) = (open.outside.path.clone(), open.file_digest.clone()) else { return };
        let (storage, record) = (Arc::clone(&self.env.storage), Arc::clone(open.draft.saved_or_present()));
        let looked_at = LookedAt { id: record.id.clone(), path: path.clone(), digest: digest.clone() };
        let work = move |_: &Desk<Self>| look(storage.as_ref(), &path, &digest, &record);
        self.jobs.begin(JobKind::LookBeside, work, move |app: &mut Self, found| app.looked_beside(&looked_at, found));
    }

    fn looked_beside(&mut self, looked_at: &LookedAt, found: Result<Found, Broken>) {
        let lang = self.lang();
        let Found { file, copies } = match found {
            Ok(found) => found,
            // No harm is done: a save looks again.
            Err(broken) => return self.news = broken.message(lang).what,
        };
        let is_as_then = |open: &&mut crate::window::state::OpenRecord| {
            open.saves.is_empty()
                && open.draft.record().id == looked_at.id
                && open.outside.path.as_deref() == Some(looked_at.path.as_path())
                && open.file_digest.as_ref() == Some(&looked_at.digest)
        };
        let Some(open) = self.open.as_mut().filter(is_as_then) else { return };
        let path = looked_at.path.clone();
        let is_news = std::mem::replace(&mut open.told_file, file.clone()) != file;
        let is_read_only = open.is_read_only();
        let known: BTreeSet<PathBuf> = open.told_copies.iter().cloned().collect();
        let new_copies = copies.iter().any(|copy| !known.contains(copy));
        open.told_copies.clone_from(&copies);
        let error = match file {
            FileNow::Changed(_) => Some(FileError::ChangedOutside { path: path.clone() }),
            FileNow::Gone => Some(FileError::Vanished { path: path.clone() }),
            FileNow::AsKnown => None,
        };
        match error.filter(|_| is_news) {
            Some(_) if is_read_only => words::changed_while_reading(lang).clone_into(&mut self.news),
            Some(error) => {
                let is_gone = matches!(error, FileError::Vanished { .. });
                let message = error.message(lang);
                let action = if is_gone { message.action.clone() } else { words::outside_change_choose(lang).to_owned() };
                let message = Message { action, ..message };
                self.tell_by(Dialog::ChangedOutside { path, message: message.clone(), is_gone }, message);
            }
            None if new_copies => {
                let message = words::other_copies(copies.len(), lang);
                self.tell_by(Dialog::OtherCopies { message: message.clone(), copies }, message);
            }
            None => {}
        }
    }

    /// Opens a dialog unless a question is on the screen, which must not be lost: then it stands in the footer.
    fn tell_by(&mut self, dialog: Dialog, message: Message) {
        if self.pages.has_question() {
            self.news = message.what;
        } else {
            self.show_dialog(dialog);
        }
    }
}

fn look(storage: &dyn Storage, path: &Path, digest: &ContentDigest, record: &Record) -> Found {
    let file = match storage.read(path, MAX_BYTES) {
        Ok(bytes) if ContentDigest::of(&bytes) == *digest => FileNow::AsKnown,
        Ok(bytes) => FileNow::Changed(ContentDigest::of(&bytes)),
        Err(error) if error.cause == Cause::NotFound => FileNow::Gone,
        // What cannot be read just now is not said to be changed.
        Err(_) => FileNow::AsKnown,
    };
    let copies = match file {
        FileNow::AsKnown => file::other_copies(storage, path, record).unwrap_or_default(),
        FileNow::Changed(_) | FileNow::Gone => Vec::new(),
    };
    Found { file, copies }
}
