//! The record beside what it is under the catalogue in use, and moving it there.

use std::sync::Arc;

use crate::judgement::move_to;
use crate::record::Person;
use crate::text::{edit_error, rules as words};
use crate::window::jobs::{Desk, JobKind};
use crate::window::pages::RulesPage;
use crate::window::state::App;

impl App {
    pub(in crate::window) fn show_rules(&mut self) {
        let Some(open) = &self.open else { return };
        let page = RulesPage::new(open.draft.record(), open.draft.rules(), self.today, self.lang());
        self.pages.open(page);
    }

    /// Moves the record to the catalogue in use, as one act that can be undone.
    pub(in crate::window) fn move_to_catalogue_in_use(&mut self) {
        if !self.may_change() {
            return;
        }
        let (lang, today) = (self.lang(), self.today);
        let by = Person { name: self.settings.author.clone(), ..Person::default() };
        let Some(open) = &mut self.open else { return };
        let rules = open.draft.rules().clone();
        let record = Arc::clone(open.draft.record());
        let comment = words::move_comment(&record.catalogue, &rules.in_use.pin(), lang);
        let edit = match move_to(&record, &rules.in_use, by, today, comment) {
            Ok(edit) => edit,
            Err(blocked) => return self.tell(words::move_blocked(&blocked, &record, &rules.catalogue, lang)),
        };
        if let Err(error) = open.draft.apply(edit) {
            return self.tell(edit_error(&error, lang));
        }
        words::moved(lang).clone_into(&mut self.news);
        let Some(before) = rules.pinned().cloned() else { return };
        // The earlier contents of the history are to be judged by it later, too.
        let (storage, shelf) = (Arc::clone(&self.env.storage), self.env.shelf.clone());
        let work = move |_: &Desk<Self>| {
            if let Err(error) = shelf.keep(storage.as_ref(), &before) {
                log::warn!("{error}");
            }
        };
        self.jobs.begin(JobKind::KeepFormerCatalogue, work, |app: &mut Self, result| {
            if let Err(broken) = result {
                app.tell(broken.message(app.lang()));
            }
        });
    }
}
