//! Recovery snapshots of the record on the screen.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use crate::file::{FileError, SnapshotMeta};
use crate::record::RecordId;
use crate::window::jobs::{Broken, JobKind};
use crate::window::state::{App, Unsaved};

/// How long after the last change a snapshot is written, in seconds.
const SNAPSHOT_AFTER_SECS: f64 = 2.0;
/// How long after the first change that no snapshot holds one is written, however much is typed.
const SNAPSHOT_AT_LATEST_SECS: f64 = 30.0;
/// How long after a snapshot that failed it is tried again if nothing was changed since, in seconds.
const RETRIED_AFTER_SECS: f64 = 30.0;
impl App {
    /// Writes a recovery snapshot when it is time, and sees to it that the time is not missed.
    pub(in crate::window) fn autosave(&mut self, ctx: &Context, now: f64, composing: bool) {
        let Some(open) = &mut self.open else {
            self.last_state.set(None);
            return;
        };
        let Some(session) = &self.session else { return };
        let revision = open.draft.revision();
        let auto = &mut open.autosave;
        if auto.seen != revision {
            auto.seen = revision;
            let first = auto.changed.map_or(now, |(first, _)| first);
            auto.changed = Some((first, now));
            let unsaved = open.draft.is_changed().then(|| Unsaved {
                session: Arc::clone(session),
                record: Arc::clone(open.draft.record()),
                meta: meta(open.outside.path.clone(), open.file_digest.clone(), self.env.clock.now()),
            });
            self.last_state.set(unsaved);
        }
        let Some((first, last)) = auto.changed else { return };
        if self.jobs.is_running(JobKind::Snapshot) {
            return;
        }
        if !open.draft.is_changed() {
            // All was undone, or saved: there is nothing to recover.
            auto.changed = None;
            let record = open.draft.record().id.clone();
            return self.discard_snapshot(&record);
        }
        let due = (last + SNAPSHOT_AFTER_SECS).min(first + SNAPSHOT_AT_LATEST_SECS);
        if composing || now < due {
            ctx.request_repaint_after(Duration::from_secs_f64((due - now).max(0.1)));
            return;
        }
        auto.changed = None;
        let record = Arc::clone(open.draft.record());
        let meta = meta(open.outside.path.clone(), open.file_digest.clone(), self.env.clock.now());
        let (session, id) = (Arc::clone(session), record.id.clone());
        self.jobs.begin(
            JobKind::Snapshot,
            move |_| session.snapshot(&record, &meta),
            move |app: &mut Self, result| app.snapshot_done(&id, revision, result),
        );
    }

    fn snapshot_done(&mut self, record: &RecordId, revision: u64, result: Result<Result<(), FileError>, Broken>) {
        let (lang, now) = (self.lang(), self.ctx.input(|input| input.time));
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
                open.autosave.revision = revision;
                open.autosave.failure_told = false;
                if !open.draft.is_changed() {
                    self.discard_snapshot(record);
                }
            }
            Err(message) => {
                // As if it had been changed later: it is tried again, also if nobody goes on typing.
                let changed = now + RETRIED_AFTER_SECS - SNAPSHOT_AFTER_SECS;
                open.autosave.changed.get_or_insert((changed, changed));
                if !std::mem::replace(&mut open.autosave.failure_told, true) {
                    self.tell(message);
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

fn meta(original: Option<PathBuf>, base: Option<crate::record::ContentDigest>, taken: jiff::Timestamp) -> SnapshotMeta {
    SnapshotMeta { original, base, taken }
}
