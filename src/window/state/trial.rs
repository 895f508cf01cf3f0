//! What if: answers that are tried. They lie beside the record and never in it: nothing of them is saved, kept as a snapshot, exported or
//! approved, until they are taken over as one act.

use std::sync::Arc;

use crate::catalogue::StepId;
use crate::draft::Draft;
use crate::judgement::{Judgement, judge};
use crate::record::{Date, Edit, Record};

/// Answers that are tried, and what would come of them.
#[derive(Debug)]
pub(in crate::window) struct Trial {
    edits: Vec<Edit>,
    /// The revision of the draft for which the rest holds.
    of: u64,
    record: Arc<Record>,
    judgement: Arc<Judgement>,
}

impl Trial {
    /// Begins with nothing tried.
    pub(in crate::window) fn of(draft: &Draft) -> Self {
        let (record, judgement) = (Arc::clone(draft.record()), Arc::clone(draft.judgement()));
        Self { edits: Vec::new(), of: draft.revision(), record, judgement }
    }

    /// Whether a step shows what is tried.
    pub(in crate::window) const fn is_shown_on(step: StepId) -> bool {
        matches!(
            step,
            StepId::Gate | StepId::Items | StepId::Confidentiality | StepId::Integrity | StepId::Availability | StepId::Decisions
        )
    }

    /// Whether a change can be tried: answers, what they rest on, and decisions.
    pub(in crate::window) fn takes(edit: &Edit) -> bool {
        match edit {
            Edit::Together(edits) => edits.iter().all(Self::takes),
            Edit::AnswerItems(..)
            | Edit::AnswerGate(..)
            | Edit::GradeConfidentiality(..)
            | Edit::GradeIntegrity(..)
            | Edit::GradeAvailability(..)
            | Edit::CountPersons(..)
            | Edit::Decide { .. }
            | Edit::DecideAsProposed(_)
            | Edit::Undecide(..) => true,
            _ => false,
        }
    }

    /// Tries a change.
    pub(in crate::window) fn add(&mut self, edit: Edit, draft: &Draft, today: Date) {
        self.edits.push(edit);
        self.refresh(draft, today, true);
    }

    /// Takes the last change back. Returns whether there was one.
    pub(in crate::window) fn undo(&mut self, draft: &Draft, today: Date) -> bool {
        let was_there = self.edits.pop().is_some();
        self.refresh(draft, today, true);
        was_there
    }

    /// Lays what is tried upon the record as it is now. What no longer fits it is tried no more.
    pub(in crate::window) fn refresh(&mut self, draft: &Draft, today: Date, is_changed: bool) {
        if !is_changed && self.of == draft.revision() {
            return;
        }
        let mut record = Record::clone(draft.record());
        self.edits.retain(|edit| record.apply(edit.clone()).is_ok());
        self.judgement = Arc::new(judge(&record, draft.catalogue(), today));
        self.record = Arc::new(record);
        self.of = draft.revision();
    }

    /// How many changes are tried.
    pub(in crate::window) fn count(&self) -> usize {
        self.edits.len()
    }

    /// The record as it would be.
    pub(in crate::window) const fn record(&self) -> &Arc<Record> {
        &self.record
    }

    /// What would come of it.
    pub(in crate::window) const fn judgement(&self) -> &Arc<Judgement> {
        &self.judgement
    }

    /// All that was tried, as one act.
    pub(in crate::window) fn into_edit(self) -> Option<Edit> {
        (!self.edits.is_empty()).then_some(Edit::Together(self.edits))
    }
}
