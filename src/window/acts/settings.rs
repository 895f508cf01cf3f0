//! Keeping the settings.

use std::sync::Arc;

use crate::text::Message;
use crate::window::jobs::{Desk, JobKind};
use crate::window::pages::CataloguePage;
use crate::window::state::App;

impl App {
    /// Saves the settings beside the window.
    pub(in crate::window) fn save_settings(&mut self) {
        let settings = self.settings.clone();
        let (storage, folders, lang) = (Arc::clone(&self.env.storage), self.env.folders.clone(), self.lang());
        let work = move |_: &Desk<Self>| settings.save(storage.as_ref(), &folders).map_err(|error| error.message(lang));
        self.jobs.begin(JobKind::Settings, work, |app: &mut Self, result| {
            match result.unwrap_or_else(|broken| Err(broken.message(app.lang()))) {
                Ok(()) => app.settings_told = false,
                // Said once, until they can be saved again.
                Err(_) if std::mem::replace(&mut app.settings_told, true) => {}
                Err(message) => app.settings_not_saved(message),
            }
        });
    }

    fn settings_not_saved(&mut self, message: Message) {
        if self.pages.has::<CataloguePage>() {
            // Where a catalogue was just chosen, there is no footer to say that the next run will not know of it.
            self.tell(message);
        } else {
            self.news = message.what;
        }
    }

    pub(in crate::window) fn refresh_start_page(&mut self) {
        let lang = self.lang();
        self.start.own_catalogue = self.own_catalogue_words(lang);
        self.start.list(&self.settings.recent);
        self.start.examples =
            crate::examples::all().iter().map(|example| (example.task.to_owned(), example.title(lang).to_owned())).collect();
    }
}
