//! What the three steps of the objectives remember.

use egui::Id;

use crate::record::{Answer, ItemId, Objective, QuestionId};

/// What the three pages remember.
#[derive(Debug, Default)]
pub(in crate::window) struct ObjectiveSteps {
    /// One item at a time although there is room for the table.
    pub(in crate::window) one_by_one: bool,
    /// The item that is answered when it is one at a time.
    pub(in crate::window) item: Option<ItemId>,
    /// How far the table is scrolled to the right, in points. The three pages share it, so that the same items stay in view.
    pub(in crate::window) offset: f32,
    /// How wide the scrolled part of the table is, in points.
    pub(in crate::window) room: f32,
    /// The table is to be scrolled to `offset`.
    pub(in crate::window) scroll: bool,
    /// The page on which `offset` was last in effect.
    pub(in crate::window) shown: Option<Objective>,
    /// The widget that had the focus in the last frame.
    pub(in crate::window) focused: Option<Id>,
    /// From which item to which answers are to be copied, while that is asked.
    pub(in crate::window) copying: Option<(ItemId, ItemId)>,
    /// A pasted block that would replace something, until that is decided.
    pub(in crate::window) block: Option<Block>,
    /// The cell that is to be scrolled to once it is laid out.
    pub(in crate::window) reveal: Option<Id>,
}

/// Answers for many cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::window) struct Block {
    /// What would change.
    pub(in crate::window) changes: Vec<BlockChange>,
    /// How many cells have no place, or are no answer.
    pub(in crate::window) left_out: usize,
    /// Whether circles and crosses were read, which do not mean the same everywhere.
    pub(in crate::window) has_circles: bool,
}

/// A new answer of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::window) struct BlockChange {
    pub(in crate::window) item: ItemId,
    pub(in crate::window) question: QuestionId,
    pub(in crate::window) from: Answer,
    pub(in crate::window) to: Answer,
}
