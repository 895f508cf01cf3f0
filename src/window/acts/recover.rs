//! What was not saved: given up, or restored.

use crate::draft::Draft;
use crate::file::Orphan;
use crate::window::pages::Dialog;
use crate::window::state::{App, OpenRecord};

impl App {
    /// The user gives up the unsaved changes of the record on the screen.
    pub(in crate::window) fn let_go(&mut self) {
        let Some(open) = self.open.take() else { return };
        self.discard_snapshot(&open.draft.record().id);
        if let (Some(orphan), Some(session)) = (open.restored_from, &self.session)
            && let Err(error) = session.remove_orphan(&orphan)
        {
            log::warn!("{error}");
        }
        self.note_last_state();
        self.let_go_of(open.access, &open.outside.path.unwrap_or_default());
    }

    pub(in crate::window) fn restore(&mut self, mut orphans: Vec<Orphan>, index: usize) {
        if index >= orphans.len() {
            return;
        }
        let orphan = orphans.swap_remove(index);
        let Ok(snapshot) = &orphan.content else { return };
        let rules = self.rules(&snapshot.record);
        let mut open = OpenRecord::new(Draft::unsaved(snapshot.record.clone(), rules, self.today));
        open.outside.path.clone_from(&snapshot.meta.original);
        open.file_digest.clone_from(&snapshot.meta.base);
        open.restored_from = Some(orphan);
        self.show_record(open);
    }

    pub(in crate::window) fn discard_orphan(&mut self, mut orphans: Vec<Orphan>, mut when: Vec<String>, index: usize) {
        if let (Some(orphan), Some(session)) = (orphans.get(index), &self.session) {
            if let Err(error) = session.remove_orphan(orphan) {
                return self.tell(error.message(self.lang()));
            }
            orphans.remove(index);
            when.remove(index);
        }
        if !orphans.is_empty() {
            self.show_dialog(Dialog::Recovery { orphans, when, to_discard: None });
        }
    }
}
