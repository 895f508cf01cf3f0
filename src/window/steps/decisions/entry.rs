//! An item with its judgement.

use crate::judgement::CellJudgement;
use crate::record::{InformationItem, PerObjective};
use crate::text::numbered_item_name;
use crate::window::StepContext;

/// One item with its judgement.
#[derive(Clone, Copy)]
pub(in crate::window) struct Entry<'a> {
    pub item: &'a InformationItem,
    pub cells: &'a PerObjective<CellJudgement>,
    /// Its place in the list, from 1.
    pub place: usize,
}

impl Entry<'_> {
    pub fn name(&self, cx: &StepContext<'_>) -> String {
        numbered_item_name(self.item, self.place, cx.lang)
    }
}
