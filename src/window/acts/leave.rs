//! Leaving a record for something else, and showing another.

use std::sync::Arc;
use std::time::Duration;

use egui::{Context, ViewportCommand};

use crate::file::WayThrough;
use crate::portfolio::Rules;
use crate::record::{Record, Role};
use crate::text::window as words;
use crate::window::Command;
use crate::window::acts::open::Opening;
use crate::window::jobs::JobKind;
use crate::window::pages::Dialog;
use crate::window::state::{AfterSave, App, Leaving, OpenRecord};

impl App {
    /// Leaves the record, asking first if there are unsaved changes. A save under way is waited for.
    pub(in crate::window) fn leave(&mut self, leaving: Leaving) {
        let lang = self.lang();
        match &mut self.open {
            Some(open) => match open.saves.last() {
                Some(save) if save.hangs => {
                    let path = save.path.clone();
                    self.ask_whether_to_wait(path, leaving);
                }
                Some(_) if open.is_being_saved() => {
                    open.after_save = Some(AfterSave { leaving, gives_up: false });
                    words::leaving_after_save(lang).clone_into(&mut self.news);
                }
                _ if open.is_unsaved() => self.show_dialog(Dialog::Unsaved(leaving)),
                _ => self.now_leave(leaving),
            },
            None => self.now_leave(leaving),
        }
    }

    /// Leaves the record without saving what was changed. What is being saved is saved.
    pub(in crate::window) fn leave_unsaved(&mut self, leaving: Leaving) {
        match &mut self.open {
            Some(open) if !open.saves.is_empty() => {
                open.save_again = None;
                open.after_save = Some(AfterSave { leaving, gives_up: true });
                words::leaving_after_save(self.lang()).clone_into(&mut self.news);
            }
            // The file may turn out to be none that can be opened: what was typed goes when another record takes its place.
            Some(open) if open.restored_from.is_none() && leaving.is_for_another_file(open.outside.path.as_deref()) => {
                self.now_leave(leaving);
            }
            _ => {
                self.let_go();
                self.now_leave(leaving);
            }
        }
    }

    pub(in crate::window) fn now_leave(&mut self, leaving: Leaving) {
        match leaving {
            Leaving::ToStart => {
                self.close();
                self.refresh_start_page();
                self.read_recent();
            }
            Leaving::Quit => {
                self.close();
                self.frames.quitting = Some(self.env.clock.elapsed());
            }
            Leaving::For(Command::New(role)) => self.new_record(role),
            Leaving::For(Command::Tour) => self.begin_tour(),
            Leaving::For(Command::OpenExample(index)) => self.open_example(index),
            Leaving::For(Command::OpenPath(path)) => self.read_file(path, Opening::Normal),
            Leaving::LookAt(path) => self.read_file(path, Opening::LookAt),
            Leaving::ForContent(record) => self.show_content(*record),
            Leaving::For(other) => log::error!("{other:?} replaces no record"),
        }
    }

    fn close(&mut self) {
        self.beside.preview.forget();
        if let Some(open) = self.open.take() {
            self.note_last_state();
            self.discard_snapshot(&open.draft.record().id);
            self.let_go_of(open.access, &open.outside.path.unwrap_or_default());
        }
    }

    /// Closes the window once what little is left to do is done, such as taking a lock file away. It does not wait for a share that
    /// hangs.
    pub(in crate::window) fn finish_quitting(&mut self, ctx: &Context) {
        const PATIENCE: Duration = Duration::from_secs(2);
        let Some(since) = self.frames.quitting.filter(|_| !self.frames.may_close) else { return };
        let waited = self.env.clock.elapsed().saturating_sub(since);
        let is_done = ![JobKind::Unlock, JobKind::Snapshot, JobKind::Settings].into_iter().any(|kind| self.jobs.is_running(kind));
        if is_done || waited >= PATIENCE {
            self.frames.may_close = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        } else {
            ctx.request_repaint_after(PATIENCE - waited);
        }
    }

    /// Shows another record.
    pub(in crate::window) fn show_record(&mut self, mut open: OpenRecord) {
        open.page.guided.way = self.settings.way;
        self.close();
        self.pages.close_all_but_a_question();
        self.open = Some(open);
        if let Some(open) = &mut self.open {
            open.outside.export_folder.clone_from(&self.settings.export_folder);
        }
        self.focus_heading();
    }

    fn new_record(&mut self, role: Role) {
        let catalogue = Arc::clone(self.env.shelf.in_use());
        let Some(profile) = catalogue.profiles.first() else { return };
        let record = Record::new(self.env.ids.record_id(), role, self.today, profile.id.clone(), catalogue.pin());
        self.show_record(OpenRecord::begun(record, Rules::of(catalogue), self.today));
        if let Some(open) = &mut self.open {
            // Who begins anew is taken by the hand, whatever he looked at last.
            open.page.guided.way = WayThrough::Guided;
        }
    }
}
