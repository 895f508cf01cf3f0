//! What the step 確認 remembers.

use crate::catalogue::StepId;

/// What the page remembers.
#[derive(Debug, Default)]
pub(in crate::window) struct ReviewStep {
    /// Lists of which more than the first rows are shown, and how many rows more.
    pub(in crate::window) more: Vec<(List, usize)>,
}

/// A list that may be long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::window) enum List {
    Explanation,
    Findings,
    Comments,
    Answers(StepId),
}
