//! Opening the content for which the state of an approval was recorded.

use std::path::Path;

use crate::portfolio::check_ids;
use crate::record::Record;
use crate::text::window as words;
use crate::window::state::App;
use crate::window::state::Leaving;
use crate::window::state::OpenRecord;

impl App {
    /// Leaves the record for the content its approval covers, if that is known and the catalogue knows what stands in it.
    pub(in crate::window) fn open_covered(&mut self) {
        let lang = self.lang();
        let Some(open) = &self.open else { return };
        // A save under way reports to the record of this id: to the one that was saved, and not to its earlier content.
        if !open.saves.is_empty() {
            words::wait_for_save(lang).clone_into(&mut self.news);
            return;
        }
        let Some(record) = open.draft.record().as_covered() else { return };
        let path = open.outside.path.clone().unwrap_or_default();
        if let Err(error) = check_ids(&record, Path::new(&path), self.env.storage.as_ref(), &self.env.shelf) {
            return self.tell(error.message(lang));
        }
        self.leave(Leaving::ForContent(Box::new(record)));
    }

    pub(in crate::window) fn show_content(&mut self, record: Record) {
        let rules = self.rules(&record);
        self.show_record(OpenRecord::fresh(record, rules, self.today));
        words::covered_opened(self.lang()).clone_into(&mut self.news);
    }
}
