//! Leaving a record for something else, and showing another.

use std::sync::Arc;

use egui::ViewportCommand;

use crate::portfolio::Rules;
use crate::record::{Record, Role};
use crate::window::Command;
use crate::window::acts::open::Opening;
use crate::window::pages::Dialog;
use crate::window::state::{App, Leaving, OpenRecord};

impl App {
    /// Leaves the record, asking first if there are unsaved changes.
    pub(in crate::window) fn leave(&mut self, leaving: Leaving) {
        if self.open.as_ref().is_some_and(|open| open.draft.is_changed()) {
            self.show_dialog(Dialog::Unsaved(leaving));
        } else {
            self.now_leave(leaving);
        }
    }

    pub(in crate::window) fn now_leave(&mut self, leaving: Leaving) {
        match leaving {
            Leaving::ToStart => {
                self.close();
                self.refresh_start_page();
            }
            Leaving::Quit => {
                self.close();
                self.frames.may_close = true;
                self.ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Leaving::For(Command::New(role)) => self.new_record(role),
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
        }
    }

    /// Shows another record.
    pub(in crate::window) fn show_record(&mut self, open: OpenRecord) {
        self.close();
        self.pages.close_all_but_a_question();
        self.open = Some(open);
        self.focus_heading();
    }

    fn new_record(&mut self, role: Role) {
        let catalogue = Arc::clone(self.env.shelf.in_use());
        let Some(profile) = catalogue.profiles.first() else { return };
        let record = Record::new(self.env.ids.record_id(), role, self.today, profile.id.clone(), catalogue.pin());
        self.show_record(OpenRecord::fresh(record, Rules::of(catalogue), self.today));
    }
}
