//! Checking the pages of a PDF that was opened against the record in it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::portfolio::Pages;
use crate::record::{ContentDigest, Record};
use crate::window::PagesState;
use crate::window::jobs::{Desk, JobKind};
use crate::window::state::App;

impl App {
    /// Checks the pages of the PDF from which the record on the screen was just opened. Nothing waits for it.
    pub(in crate::window) fn check_pages(&mut self, path: PathBuf, digest: ContentDigest, record: Record, note: Option<String>) {
        let Some(open) = &mut self.open else { return };
        open.outside.pages = PagesState::Checking(digest.clone());
        let (storage, shelf, its_digest) = (Arc::clone(&self.env.storage), self.env.shelf.clone(), digest.clone());
        let work = move |_: &Desk<Self>| Pages::of_file(&path, &its_digest, &record, note.as_deref(), (storage.as_ref(), &shelf));
        self.jobs.begin(JobKind::CheckPages, work, move |app: &mut Self, result| {
            let lang = app.lang();
            // Another record may be on the screen by now.
            if let Some(open) = app.open.as_mut().filter(|open| open.outside.pages == PagesState::Checking(digest)) {
                open.outside.pages = match result {
                    Ok(pages) => PagesState::Known(pages),
                    Err(broken) => PagesState::Broken(broken.message(lang)),
                };
            }
        });
    }
}
