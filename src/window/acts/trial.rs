//! What if: trying answers, and taking them over or letting them go.

use crate::record::Edit;
use crate::text::trial as words;
use crate::window::state::{App, Trial};

impl App {
    /// Begins to try answers, or says that it has begun.
    pub(in crate::window) fn begin_trial(&mut self) {
        if !self.may_change() {
            return;
        }
        let lang = self.lang();
        let Some(open) = &mut self.open else { return };
        let trial = open.trial.take().unwrap_or_else(|| Trial::of(&open.draft));
        open.trial = Some(trial);
        words::begun(lang).clone_into(&mut self.news);
    }

    /// Takes a change as one that is tried. Returns it where it is none.
    pub(in crate::window) fn try_out(&mut self, edit: Edit) -> Option<Edit> {
        let today = self.today;
        let Some(open) = &mut self.open else { return Some(edit) };
        let Some(trial) = &mut open.trial else { return Some(edit) };
        if !Trial::takes(&edit) {
            return Some(edit);
        }
        trial.add(edit, &open.draft, today);
        None
    }

    /// Takes back what was tried last. Returns whether there was something.
    pub(in crate::window) fn undo_trial(&mut self) -> bool {
        let today = self.today;
        let Some(open) = &mut self.open else { return false };
        open.trial.as_mut().is_some_and(|trial| trial.undo(&open.draft, today))
    }

    /// 採用: what was tried becomes the record's, as one act.
    pub(in crate::window) fn adopt_trial(&mut self) {
        let lang = self.lang();
        let Some(open) = &mut self.open else { return };
        let Some(trial) = open.trial.take() else { return };
        let edit = trial.into_edit();
        if let Some(edit) = edit {
            self.edit(edit);
        }
        words::adopted(lang).clone_into(&mut self.news);
    }

    /// 捨てる: the record stays as it is.
    pub(in crate::window) fn discard_trial(&mut self) {
        let lang = self.lang();
        let Some(open) = &mut self.open else { return };
        if open.trial.take().is_some() {
            words::discarded(lang).clone_into(&mut self.news);
        }
    }
}
