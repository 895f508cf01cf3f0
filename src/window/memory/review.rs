//! What the step 確認 remembers.

use crate::catalogue::StepId;

/// What the page remembers.
#[derive(Debug, Default)]
pub(in crate::window) struct ReviewStep {
    /// Lists of which more than the first rows are shown, and how many rows more.
    pub(in crate::window) more: Vec<(List, usize)>,
    /// Branches of the tree that stand otherwise than at first, by their places.
    pub(in crate::window) turned: std::collections::BTreeSet<String>,
    /// Whether every branch is open to begin with.
    pub(in crate::window) all_open: bool,
    /// Whether the answers are to be brought into view.
    pub(in crate::window) to_answers: bool,
}

/// A list that may be long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::window) enum List {
    Findings,
    Notes,
    Comments,
    Answers(StepId),
}
