//! 登録できるか: opening the five questions, and keeping their result on paper.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::export::{self, IfPresent};
use crate::text::{Message, catalogue_error};
use crate::window::jobs::{Desk, JobKind};
use crate::window::pages::EligibilityPage;
use crate::window::state::App;

impl App {
    pub(in crate::window) fn ask_eligibility(&mut self) {
        match Catalogue::shipped() {
            Ok(shipped) => self.pages.open(EligibilityPage::new(shipped)),
            Err(error) => self.tell(catalogue_error(&error, self.lang())),
        }
    }

    /// Writes the result as one page, beside the window.
    pub(in crate::window) fn write_eligibility(&mut self, path: &Path, if_present: IfPresent) {
        let Some(page) = self.pages.get_mut::<EligibilityPage>() else { return };
        let (answers, catalogue) = page.answered();
        let path = completed_pdf_name(path);
        let (storage, today, lang) = (Arc::clone(&self.env.storage), self.today, self.lang());
        let (to, place) = (path.clone(), path.clone());
        let work = move |_: &Desk<Self>| {
            let pdf = export::eligibility_pdf(&answers, &catalogue, today, lang).map_err(|error| error.message(lang))?;
            export::write_one(storage.as_ref(), &to, &pdf, if_present).map_err(|error| error.message(lang))
        };
        self.jobs.begin_at(JobKind::WriteEligibility, &place, work, move |app: &mut Self, result| {
            app.eligibility_written(&path, result.unwrap_or_else(|broken| Err(broken.message(lang))));
        });
    }

    fn eligibility_written(&mut self, path: &Path, result: Result<(), Message>) {
        let lang = self.lang();
        match (result, self.pages.get_mut::<EligibilityPage>()) {
            (result, Some(page)) => page.tell_saved(path, result, lang),
            (Ok(()), None) => self.news = crate::text::eligibility::written(&crate::text::shown_path(path), lang),
            (Err(message), None) => self.tell(message),
        }
    }
}

/// The name of a page with its ending.
pub(in crate::window) fn completed_pdf_name(path: &Path) -> PathBuf {
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf")) {
        return path.to_owned();
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".pdf");
    path.with_file_name(name)
}
