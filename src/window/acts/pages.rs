//! Checking the pages of a PDF that was opened, or of those in a package, against the records in them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::package::Package;
use crate::portfolio::Pages;
use crate::record::{ContentDigest, Record};
use crate::window::PagesState;
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::state::App;

impl App {
    /// Checks the pages of the PDF from which the record on the screen was just opened. Nothing waits for it.
    pub(in crate::window) fn check_pages(&mut self, path: PathBuf, digest: ContentDigest, record: Record, note: Option<String>) {
        let Some(open) = &mut self.open else { return };
        open.outside.pages = PagesState::Checking(digest.clone());
        let (storage, shelf, its_digest) = (Arc::clone(&self.env.storage), self.env.shelf.clone(), digest.clone());
        let work = move |_: &Desk<Self>| Pages::of_file(&path, &its_digest, &record, note.as_deref(), (storage.as_ref(), &shelf));
        self.jobs.begin(JobKind::CheckPages, work, move |app: &mut Self, result| {
            app.pages_checked(&digest, result.map(PagesState::Known));
        });
    }

    /// Checks the pages of the PDFs in the package from which the record on the screen was just taken. Nothing waits for it.
    pub(in crate::window) fn check_pages_of_package(&mut self, package: Package, path: &Path) {
        let Some(open) = &mut self.open else { return };
        let digest = ContentDigest::of(path.as_os_str().as_encoded_bytes());
        open.outside.pages = PagesState::CheckingPackage(digest.clone());
        let (storage, shelf) = (Arc::clone(&self.env.storage), self.env.shelf.clone());
        let work = move |_: &Desk<Self>| Pages::of_package(&package, (storage.as_ref(), &shelf));
        self.jobs.begin(JobKind::CheckPages, work, move |app: &mut Self, result| {
            app.pages_checked(&digest, result.map(PagesState::OfPackage));
        });
    }

    fn pages_checked(&mut self, checked: &ContentDigest, result: Result<PagesState, Broken>) {
        let lang = self.lang();
        let is_waited_for = |pages: &PagesState| match pages {
            PagesState::Checking(digest) | PagesState::CheckingPackage(digest) => digest == checked,
            PagesState::NoPdf | PagesState::Known(_) | PagesState::OfPackage(_) | PagesState::Broken(_) => false,
        };
        // Another record may be on the screen by now.
        if let Some(open) = self.open.as_mut().filter(|open| is_waited_for(&open.outside.pages)) {
            open.outside.pages = result.unwrap_or_else(|broken| PagesState::Broken(broken.message(lang)));
        }
    }
}
