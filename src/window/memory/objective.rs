//! What the three steps of the objectives remember.

use egui::Id;

use crate::record::{ItemId, Objective};

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
    /// The cell that is to be scrolled to once it is laid out.
    pub(in crate::window) reveal: Option<Id>,
}
