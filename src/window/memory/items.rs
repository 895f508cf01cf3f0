//! What the step 取り扱う情報 remembers.

use std::collections::BTreeSet;

use egui::Id;

use crate::record::ItemId;

/// What the page remembers.
#[derive(Debug, Default)]
pub(in crate::window) struct ItemsStep {
    /// The item that is shown in full.
    pub(in crate::window) selected: Option<ItemId>,
    /// The items that are changed together.
    pub(in crate::window) marked: BTreeSet<ItemId>,
    /// The name of this item is to get the focus.
    pub(in crate::window) name_to_focus: Option<ItemId>,
    /// The widget that had the focus in the last frame.
    pub(in crate::window) focused: Option<Id>,
    /// What stands in the paste box, while it is open.
    pub(in crate::window) pasting: Option<String>,
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
