//! What 案内 remembers: which way through the questions is taken, and where on each step it stands.

use std::collections::HashMap;

use crate::catalogue::StepId;
use crate::file::WayThrough;
use crate::record::{ItemId, Objective, QuestionId};

/// What is done at one time in 案内.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::window) enum Spot {
    /// A question, for all items.
    Question(QuestionId),
    /// The decisions that need no reason.
    AsProposed,
    /// The decision on a cell.
    Cell(ItemId, Objective),
    /// What came out, or what is left to be said for the whole.
    End,
}

/// The way that is taken, and where it stands.
#[derive(Debug, Default)]
pub(in crate::window) struct Guided {
    /// Which way is taken.
    pub(in crate::window) way: WayThrough,
    /// Where it stands on each step.
    at: HashMap<StepId, Spot>,
    /// What was shown in the last frame.
    pub(in crate::window) shown: Option<(StepId, Spot)>,
}

impl Guided {
    /// Where it stands on a step, once it was there.
    pub(in crate::window) fn at(&self, step: StepId) -> Option<&Spot> {
        self.at.get(&step)
    }

    /// Goes there.
    pub(in crate::window) fn go(&mut self, step: StepId, spot: Spot) {
        self.at.insert(step, spot);
    }
}
