//! Where in the steps the window is.

use crate::catalogue::StepId;
use crate::judgement::StepProgress;
use crate::record::ApprovalState;
use crate::text::{Label as _, Lang, window as words};

/// Where in the steps the window is.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The step shown.
    pub step: StepId,
    /// The steps of this record, in their order, with how far each has come.
    pub steps: &'a [(StepId, StepProgress)],
    /// Where the approval stands.
    pub approval: ApprovalState,
}

impl Place<'_> {
    /// How far a step has come, in words. 承認 says the state that was recorded, unless something stands out there.
    pub fn said(&self, step: StepId, progress: StepProgress, lang: Lang) -> String {
        let is_recorded = step == StepId::Approval && progress.findings == 0 && self.approval != ApprovalState::Draft;
        if is_recorded { self.approval.label(lang).to_owned() } else { words::progress(progress, lang) }
    }

    /// The place of the step shown among the steps, from 0.
    pub fn index(&self) -> usize {
        self.steps.iter().position(|(step, _)| *step == self.step).unwrap_or_default()
    }

    /// The step after the one shown.
    pub fn next(&self) -> Option<StepId> {
        self.steps.get(self.index() + 1).map(|(step, _)| *step)
    }

    /// The step before the one shown.
    pub fn previous(&self) -> Option<StepId> {
        let index = self.index().checked_sub(1)?;
        self.steps.get(index).map(|(step, _)| *step)
    }
}
