//! What the step 取り扱う情報 remembers.

use std::collections::BTreeSet;

use egui::Id;

use crate::import::pasted_items::{Leftover, PastedRow};
use crate::record::{Edit, ItemField, ItemId};

/// What the page remembers.
#[derive(Debug, Default)]
pub(in crate::window) struct ItemsStep {
    /// The item that is shown in full.
    pub(in crate::window) selected: Option<ItemId>,
    /// The items that are changed together.
    pub(in crate::window) marked: BTreeSet<ItemId>,
    /// The name of this item is to get the focus.
    pub(in crate::window) name_to_focus: Option<ItemId>,
    /// The row of this item is to be scrolled to once it is laid out.
    pub(in crate::window) reveal: Option<ItemId>,
    /// For how many frames the page is still to show the row in focus.
    pub(in crate::window) showing: u8,
    /// The widget that had the focus in the last frame.
    pub(in crate::window) focused: Option<Id>,
    /// What stands in the paste box, while it is open.
    pub(in crate::window) pasting: Option<String>,
    /// A block pasted into the table that would replace something, until that is decided.
    pub(in crate::window) block: Option<ItemsBlock>,
    /// Typical information is shown although there are items.
    pub(in crate::window) suggesting: bool,
    /// What was deleted last.
    pub(in crate::window) removed: Vec<Removed>,
}

/// An item that was deleted.
#[derive(Debug)]
pub(in crate::window) struct Removed {
    pub(in crate::window) id: ItemId,
    pub(in crate::window) name: String,
}

/// Rows of a spreadsheet for a part of the table.
#[derive(Clone, Debug, Default)]
pub(in crate::window) struct ItemsBlock {
    /// What would change in rows that are there.
    pub(in crate::window) changes: Vec<ItemChange>,
    /// Rows that would be added.
    pub(in crate::window) added: Vec<PastedRow>,
    /// What was not understood.
    pub(in crate::window) leftovers: Vec<Leftover>,
}

/// A new value of a cell.
#[derive(Clone, Debug)]
pub(in crate::window) struct ItemChange {
    pub(in crate::window) item: ItemId,
    pub(in crate::window) attribute: ItemField,
    pub(in crate::window) edit: Edit,
    /// Whether something stands there that would be lost.
    pub(in crate::window) replaces: bool,
}
