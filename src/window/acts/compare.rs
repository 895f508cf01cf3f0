//! Laying another record beside the one on the screen: it is read and judged beside the window.

use std::path::PathBuf;
use std::sync::Arc;

use crate::portfolio::{OpenError, open_checked};
use crate::record::RecordId;
use crate::text::comparison as words;
use crate::window::dialogs::Purpose;
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::pages::{ComparisonPage, Other, Present};
use crate::window::state::App;

impl App {
    /// 別の記録と比べる: asks for a file, and remembers where the focus was.
    pub(in crate::window) fn ask_what_to_compare(&mut self) {
        if let Some(open) = &mut self.open {
            open.focus_before = self.ctx.memory(egui::Memory::focused);
            self.ask(Purpose::Compare);
        }
    }

    /// Reads and judges another record beside the window.
    pub(in crate::window) fn compare_with(&mut self, path: PathBuf) {
        let (lang, today) = (self.lang(), self.today);
        let Some(open) = &self.open else { return };
        let (record, judgement) = (Arc::clone(open.draft.record()), Arc::clone(open.draft.judgement()));
        let catalogue = Arc::clone(open.draft.catalogue());
        let (own_path, is_changed) = (open.outside.path.clone(), open.draft.is_changed());
        let (storage, shelf) = (Arc::clone(&self.env.storage), self.env.shelf.clone());
        let id = record.id.clone();
        words::reading(lang).clone_into(&mut self.news);
        let work = move |_: &Desk<Self>| {
            open_checked(storage.as_ref(), &path, &shelf).map(|opened| {
                let catalogue_of_other = shelf.for_record(storage.as_ref(), &opened.record).catalogue;
                let other = Other { record: opened.record, catalogue: catalogue_of_other, path, found: opened.found };
                let present = Present {
                    record: &record,
                    catalogue: &catalogue,
                    judgement: &judgement,
                    path: own_path.as_deref(),
                    is_changed,
                    today,
                };
                ComparisonPage::new(present, other, lang)
            })
        };
        self.jobs.begin(JobKind::Compare, work, move |app: &mut Self, result| app.laid_beside(&id, result));
    }

    /// The other record was read, or not. What is on the screen stays as it is.
    fn laid_beside(&mut self, record: &RecordId, result: Result<Result<ComparisonPage, OpenError>, Broken>) {
        let lang = self.lang();
        let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == *record) else { return };
        self.news.clear();
        match result {
            Err(broken) => self.tell(broken.message(lang)),
            // What is on the screen must not be lost, nor be covered by what was asked for before it.
            _ if self.pages.are_in_use() => words::put_off(lang).clone_into(&mut self.news),
            Ok(Ok(mut page)) => {
                page.focus_before = open.focus_before.take();
                self.pages.open(page);
            }
            Ok(Err(error)) => self.tell(error.message(lang)),
        }
    }
}
