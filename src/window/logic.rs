//! What happens once per frame, also while nothing is drawn: answers of threads and dialogs, keys, snapshots, closing.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use egui::{Context, ViewportCommand};

use super::app::App;
use super::catalogue::may_be_catalogue;
use super::commands::Focus;
use super::dialogs::Purpose;
use super::environment::moment_in_japan;
use super::jobs::{Broken, JobKind};
use super::modals::{Dialog, Leaving};
use super::open_record::OpenRecord;
use super::widgets::FocusGuide;
use super::{Command, MenuCommand, Request, panels};
use crate::catalogue::StepId;
use crate::file::{FileError, Session, Settings, SnapshotMeta};
use crate::record::{Record, RecordId, Role};
use crate::text::window as words;

/// How long after the last change a snapshot is written, in seconds.
const SNAPSHOT_AFTER_SECS: f64 = 2.0;
/// How long after the first change that no snapshot holds one is written, however much is typed.
const SNAPSHOT_AT_LATEST_SECS: f64 = 30.0;
/// How long after a snapshot that failed it is tried again if nothing was changed since, in seconds.
const RETRIED_AFTER_SECS: f64 = 30.0;
/// A dialog that answers with nothing so soon was never seen by anybody.
const NOBODY_IS_SO_QUICK_SECS: f64 = 0.3;

/// The state to be written should the program break down: shared with the panic hook.
#[derive(Clone, Default)]
pub struct LastState(Arc<Mutex<Option<Unsaved>>>);

struct Unsaved {
    session: Arc<Session>,
    record: Arc<Record>,
    meta: SnapshotMeta,
}

impl LastState {
    /// Writes the record on the screen as a snapshot, if it holds unsaved changes. For a panic hook.
    pub fn write_snapshot(&self) {
        let Some(unsaved) = self.0.lock().unwrap_or_else(PoisonError::into_inner).take() else { return };
        if let Err(error) = unsaved.session.snapshot(&unsaved.record, &unsaved.meta) {
            log::error!("the last state could not be kept: {error}");
        }
    }

    fn set(&self, unsaved: Option<Unsaved>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = unsaved;
    }
}

impl App {
    /// Begins the run: settings, session, what a former run left behind.
    pub(super) fn begin(&mut self) {
        let (settings, problem) = Settings::load(self.env.storage.as_ref(), &self.env.folders);
        self.settings = settings;
        self.ctx.set_zoom_factor(f32::from(self.settings.zoom_percent) / 100.0);
        if let Some(problem) = problem {
            self.tell(problem.message(self.lang()));
        }
        self.honour_set_catalogue();
        match Session::begin(Arc::clone(&self.env.storage), self.env.folders.clone(), self.env.session_id) {
            Ok(session) => self.session = Some(Arc::new(session)),
            Err(error) => self.tell(error.message(self.lang())),
        }
        self.refresh_start_page();
        self.offer_recovery();
    }

    fn offer_recovery(&mut self) {
        let Some(session) = &self.session else { return };
        // What is swept is nobody's work; a next start tries again.
        if let Err(error) = session.sweep() {
            log::warn!("{error}");
        }
        match session.orphans() {
            Ok(orphans) if orphans.is_empty() => {}
            Ok(orphans) => {
                let when = orphans
                    .iter()
                    .map(|orphan| {
                        orphan.content.as_ref().map_or_else(|_| String::new(), |snapshot| moment_in_japan(snapshot.meta.taken))
                    })
                    .collect();
                self.show_dialog(Dialog::Recovery { orphans, when, to_discard: None });
            }
            Err(error) => self.tell(error.message(self.lang())),
        }
    }

    /// Does what a frame needs before it is drawn. Call it once per frame, also when the window is hidden.
    pub fn logic(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        self.today = self.env.clock.today();
        while let Some(act) = self.jobs.next_act() {
            act(self);
        }
        let composing = ctx.with_plugin::<FocusGuide, _>(|guide| guide.is_composing()).unwrap_or_default();
        self.keys(ctx, composing);
        self.dropped_files(ctx);
        if let Some(open) = &mut self.open {
            open.drafts.set_composing(composing);
            open.draft.set_today(self.today);
            if let Some(wait) = open.draft.drop_hidden_answers(now) {
                ctx.request_repaint_after(Duration::from_secs_f64(wait));
            }
            count_down_target(open);
        }
        self.keep_precedents();
        self.tell_of_lost_catalogue();
        self.autosave(ctx, now, composing);
        self.close_requests(ctx);
        self.window_title(ctx);
    }

    fn keys(&mut self, ctx: &Context, composing: bool) {
        let pages = [
            self.search.is_some(),
            self.history.is_some(),
            self.comparison.is_some(),
            self.rules_page.is_some(),
            self.catalogue_page.is_some(),
        ];
        if composing || self.dialog.is_some() || pages.contains(&true) {
            return;
        }
        let focus = match (ctx.text_edit_focused(), ctx.memory(egui::Memory::focused), &self.open) {
            (true, Some(id), Some(open)) if open.drafts.is_record_field(id) && !open.drafts.has_own_undo(ctx, id) => Focus::Text,
            (true, ..) => Focus::TextWithUndo,
            (false, ..) => Focus::Elsewhere,
        };
        let os = ctx.os();
        let pressed = ctx.input_mut(|input| MenuCommand::pressed(input, focus, os));
        if let Some(command) = pressed {
            self.carry_out(Request::Command(command.command()));
        }
    }

    fn dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let paths: Vec<_> = dropped.iter().map(|file| file.path()).filter(|path| !path.as_os_str().is_empty()).collect();
        if !paths.is_empty() && self.takes_attachments() && paths.iter().all(|path| is_surely_no_record(path)) {
            for path in paths {
                self.carry_out(Request::Command(Command::AddAttachmentPath(path.to_owned())));
            }
        } else if let Some(path) = paths.first() {
            let is_for_page = self.catalogue_page.is_some() && may_be_catalogue(path);
            let command = if is_for_page { Command::LoadCataloguePath } else { Command::OpenPath };
            self.carry_out(Request::Command(command((*path).to_owned())));
        }
    }

    /// Whether the page on the screen is one on which a package is made.
    pub(super) fn takes_attachments(&self) -> bool {
        self.dialog.is_none()
            && self.open.as_ref().is_some_and(|open| match open.step {
                StepId::Request | StepId::Application => true,
                StepId::Output => open.draft.record().role == Role::Agency,
                _ => false,
            })
    }

    /// A system dialog was answered, or could not be shown.
    pub(super) fn answered(&mut self, purpose: Purpose, asked_at: f64, answer: Result<Option<PathBuf>, Broken>) {
        let lang = self.lang();
        let is_too_quick = self.ctx.input(|input| input.time) - asked_at < NOBODY_IS_SO_QUICK_SECS;
        match answer {
            Ok(Some(path)) => self.picked(purpose, path),
            Ok(None) if is_too_quick && self.env.dialogs.may_be_missing() => {
                self.ask_for_path(purpose, words::no_dialog(lang));
            }
            Ok(None) => words::dialog_nothing(lang).clone_into(&mut self.news),
            Err(_) => self.ask_for_path(purpose, words::no_dialog(lang)),
        }
    }

    /// Writes a recovery snapshot when it is time, and sees to it that the time is not missed.
    fn autosave(&mut self, ctx: &Context, now: f64, composing: bool) {
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
    pub(super) fn discard_snapshot(&self, record: &RecordId) {
        if let Some(session) = &self.session
            && let Err(error) = session.discard(record)
        {
            log::error!("{error}");
        }
    }

    fn close_requests(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.may_close {
            return;
        }
        let is_changed = self.open.as_ref().is_some_and(|open| open.draft.is_changed());
        if is_changed {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.leave(Leaving::Quit);
        }
    }

    fn window_title(&mut self, ctx: &Context) {
        let lang = self.lang();
        let title = match &self.open {
            None => words::app_title(lang).to_owned(),
            Some(open) => {
                let name = panels::case_name(open.draft.record(), open.outside.path.as_ref());
                words::window_title(&name, open.draft.is_changed(), lang)
            }
        };
        if title != self.shown_title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }
}

fn meta(original: Option<PathBuf>, base: Option<crate::record::ContentDigest>, taken: jiff::Timestamp) -> SnapshotMeta {
    SnapshotMeta { original, base, taken }
}

/// Whether a dropped file can only be meant as evidence: by its ending it is nothing that the program opens.
fn is_surely_no_record(path: &Path) -> bool {
    const OPENED: [&str; 5] = ["ron", "json", "zip", "pdf", "xlsx"];
    path.extension().is_some_and(|ending| !OPENED.iter().any(|opened| ending.eq_ignore_ascii_case(opened)))
}

/// A target is asked for in a few frames only; then the user is free to close its section again.
fn count_down_target(open: &mut OpenRecord) {
    open.target = open.target.take().and_then(|(field, frames)| frames.checked_sub(1).map(|left| (field, left)));
}
