//! The beginning of a run: settings, session, what a former run left behind.

use std::sync::Arc;

use crate::file::{self, Session, Settings};
use crate::window::environment::moment_in_japan;
use crate::window::pages::Dialog;
use crate::window::state::App;
use crate::window::theme;

impl App {
    /// Begins the run: settings, session, what a former run left behind.
    pub(in crate::window) fn begin(&mut self) {
        let (settings, problem) = Settings::load(self.env.storage.as_ref(), &self.env.folders);
        self.settings = settings;
        theme::apply(&self.ctx, self.settings.look);
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
        self.read_recent();
        self.offer_recovery();
    }

    fn offer_recovery(&mut self) {
        let Some(session) = &self.session else { return };
        // What is swept is nobody's work; a next start tries again.
        if let Err(error) = session.sweep() {
            log::warn!("{error}");
        }
        file::forget_printed(self.env.storage.as_ref(), &self.env.folders);
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
}
