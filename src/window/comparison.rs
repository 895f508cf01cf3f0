//! Laying another record beside the one on the screen: it is read and judged beside the window.

use std::path::PathBuf;
use std::sync::Arc;

use super::app::App;
use super::dialogs::Purpose;
use super::jobs::{Broken, Desk, JobKind};
use super::panels::{ComparisonPage, Other, Present};
use super::widgets::{FocusGuide, is_on_screen, page_heading_id};
use crate::portfolio::{OpenError, open_checked};
use crate::record::RecordId;
use crate::text::comparison as words;

impl App {
    /// 別の記録と比べる: asks for a file, and remembers where the focus was.
    pub(super) fn ask_what_to_compare(&mut self) {
        if self.open.is_some() {
            self.focus_to_return = self.ctx.memory(egui::Memory::focused);
            self.ask(Purpose::Compare);
        }
    }

    /// Reads and judges another record beside the window.
    pub(super) fn compare_with(&mut self, path: PathBuf) {
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
        if self.open.as_ref().is_none_or(|open| open.draft.record().id != *record) {
            return;
        }
        self.news.clear();
        match result {
            // The question on the screen must not be lost.
            _ if self.dialog.is_some() || self.history.is_some() || self.rules_page.is_some() => {
                words::put_off(lang).clone_into(&mut self.news);
            }
            Ok(Ok(page)) => {
                self.search = None;
                self.comparison = Some(page);
            }
            Ok(Err(error)) => self.tell(error.message(lang)),
            Err(broken) => self.tell(broken.message(lang)),
        }
    }

    /// Closes the comparison; the focus goes back to where it was.
    pub(super) fn close_comparison(&mut self) {
        self.comparison = None;
        let before = self.focus_to_return.take().filter(|id| is_on_screen(&self.ctx, *id));
        let id = before.unwrap_or_else(page_heading_id);
        self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want(id));
        self.ctx.request_repaint();
    }
}
