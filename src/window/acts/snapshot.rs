//! Recovery snapshots of the record on the screen.

use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use crate::file::{FileError, Session, SnapshotMeta};
use crate::record::RecordId;
use crate::text::{Lang, window as words};
use crate::window::environment::time_in_japan;
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::state::{App, OpenRecord, Unsaved};

/// How long after the last change a snapshot is written.
const AFTER: Duration = Duration::from_secs(2);
/// How long after the first change that no snapshot holds one is written, however much is typed.
const AT_LATEST: Duration = Duration::from_secs(10);
/// The same while an input method composes: its text is not in the record, and an end of it is waited for, but not for ever.
const AT_LATEST_COMPOSING: Duration = Duration::from_secs(20);
/// How long after a snapshot that failed it is tried again if nothing was changed since.
const RETRIED_AFTER: Duration = Duration::from_secs(30);
/// A snapshot that takes longer is none to be relied on.
const SLOW: Duration = Duration::from_secs(5);

impl App {
    /// Writes a recovery snapshot when it is time, and sees to it that the time is not missed.
    pub(in crate::window) fn autosave(&mut self, ctx: &Context, composing: bool) {
        let now = self.env.clock.elapsed();
        let Some(open) = &mut self.open else { return };
        if self.session.is_none() {
            return self.begin_session_again(ctx);
        }
        let revision = open.draft.revision();
        let is_unsaved = open.is_unsaved();
        let auto = &mut open.autosave;
        if auto.seen != revision {
            auto.seen = revision;
            let first = auto.changed.map_or(now, |(first, _)| first);
            auto.changed = Some((first, now));
        }
        let Some((first, last)) = auto.changed else { return };
        if self.jobs.is_running(JobKind::Snapshot) {
            return;
        }
        if !is_unsaved {
            // All was undone, or saved: there is nothing to recover.
            auto.changed = None;
            auto.trouble = None;
            let record = open.draft.record().id.clone();
            return self.discard_snapshot(&record);
        }
        // Who turns to another window, or logs off, may not come back to this one.
        let is_left = !ctx.input(|input| input.raw.focused);
        let due = match (is_left, composing) {
            (true, _) => first,
            (false, true) => first + AT_LATEST_COMPOSING,
            (false, false) => (last + AFTER).min(first + AT_LATEST),
        };
        if now < due {
            ctx.request_repaint_after(due - now);
            return;
        }
        auto.changed = None;
        self.snapshot_since = now;
        let id = open.draft.record().id.clone();
        self.note_last_state();
        let last_state = self.last_state.clone();
        let then = move |app: &mut Self, result| app.snapshot_done(&id, result);
        self.jobs.begin(JobKind::Snapshot, move |_| last_state.write(), then);
    }

    /// There was no place for snapshots when the program began: tries again now and then, as long as there is something to be kept.
    fn begin_session_again(&mut self, ctx: &Context) {
        let now = self.env.clock.elapsed();
        let is_unsaved = self.open.as_ref().is_some_and(OpenRecord::is_unsaved);
        if !is_unsaved || self.jobs.is_running(JobKind::Snapshot) {
            return;
        }
        let due = self.snapshot_since + RETRIED_AFTER;
        if now < due {
            return ctx.request_repaint_after(due - now);
        }
        self.snapshot_since = now;
        let (storage, folders, id) = (Arc::clone(&self.env.storage), self.env.folders.clone(), self.env.session_id);
        let work = move |_: &Desk<Self>| Session::begin(storage, folders, id);
        self.jobs.begin(JobKind::Snapshot, work, |app: &mut Self, result| match result {
            Ok(Ok(session)) => app.session = Some(Arc::new(session)),
            Ok(Err(error)) => log::warn!("{error}"),
            Err(broken) => log::warn!("{}", broken.message(Lang::En).what),
        });
    }

    /// Whether what is on the screen can be kept for recovery, as far as is known.
    pub(in crate::window) fn is_kept(&self) -> bool {
        let is_slow = self.env.clock.elapsed().saturating_sub(self.snapshot_since) > SLOW;
        let hangs = is_slow && self.jobs.is_running(JobKind::Snapshot);
        let fails = self.open.as_ref().is_some_and(|open| open.autosave.trouble.is_some());
        self.session.is_some() && !hangs && !fails
    }

    /// That nothing can be kept, in short, as long as that lasts.
    pub(in crate::window) fn not_kept(&self, lang: Lang) -> Option<&'static str> {
        let open = self.open.as_ref().filter(|open| open.is_unsaved())?;
        let is_in_trouble = self.session.is_none() || open.autosave.trouble.is_some();
        is_in_trouble.then(|| words::not_kept_in_short(lang))
    }

    /// Notes what the window holds and no file does, for whoever writes it when the program ends.
    pub(in crate::window) fn note_last_state(&self) {
        let unsaved = self.open.as_ref().filter(|open| open.is_unsaved()).zip(self.session.as_ref());
        self.last_state.set(unsaved.map(|(open, session)| Unsaved {
            session: Arc::clone(session),
            record: Arc::clone(open.draft.record()),
            meta: SnapshotMeta {
                original: open.outside.path.clone(),
                base: open.file_digest.clone(),
                taken: self.env.clock.now(),
                // Whoever writes it adds what is known then.
                own_save: None,
            },
        }));
    }

    fn snapshot_done(&mut self, record: &RecordId, result: Result<Result<(), FileError>, Broken>) {
        let (lang, now) = (self.lang(), self.env.clock.elapsed());
        let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == *record) else {
            // The record was left meanwhile: saved, or let go.
            self.discard_snapshot(record);
            return;
        };
        let result = match result {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => {
                log::error!("{error}");
                Err(error.message(lang))
            }
            Err(broken) => Err(broken.message(lang)),
        };
        match result {
            Ok(()) => {
                open.autosave.trouble = None;
                open.autosave.kept_at = Some(time_in_japan(self.env.clock.now()));
                if !open.is_unsaved() {
                    self.discard_snapshot(record);
                }
            }
            Err(message) => {
                // As if it had been changed later: it is tried again, also if nobody goes on typing.
                let changed = now + RETRIED_AFTER - AFTER;
                open.autosave.changed.get_or_insert((changed, changed));
                open.autosave.trouble = Some(message.clone());
                if !std::mem::replace(&mut open.autosave.is_told, true) {
                    let kept_at = open.autosave.kept_at.clone();
                    self.tell(words::not_kept(&message, kept_at.as_deref(), lang));
                }
            }
        }
    }

    /// Takes this run's snapshot of a record away.
    pub(in crate::window) fn discard_snapshot(&self, record: &RecordId) {
        if let Some(session) = &self.session
            && let Err(error) = session.discard(record)
        {
            log::error!("{error}");
        }
    }
}
