//! What the step 影響度の決定 remembers.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use egui::Id;

use crate::record::{ItemId, Objective};

/// What the page remembers.
#[derive(Debug, Default)]
pub(in crate::window) struct DecisionsStep {
    /// The items that were not settled when only those were asked for; they stay in view while they are being settled.
    pub(in crate::window) only: Option<Vec<ItemId>>,
    /// Cells whose reason is to be written although none is needed.
    pub(in crate::window) reasons: Vec<(ItemId, Objective)>,
    /// How high the row of an item was when it was last laid out, in points.
    pub(in crate::window) heights: HashMap<ItemId, f32>,
    /// The width for which the heights hold.
    pub(in crate::window) width: f32,
    /// How high the head of the table is, and the whole of it, in points.
    pub(in crate::window) table: (f32, f32),
    /// The item whose row holds the focus; it is laid out wherever it is.
    pub(in crate::window) focused: Option<ItemId>,
    /// The widget that had the focus in the last frame.
    pub(in crate::window) focus_seen: Option<Id>,
    /// Which precedents are open, and how many are shown.
    pub(in crate::window) precedents: PrecedentsSection,
}

/// What the section remembers.
#[derive(Debug, Default)]
pub(in crate::window) struct PrecedentsSection {
    /// The precedents that are open, by their files.
    pub(in crate::window) open: BTreeSet<PathBuf>,
    /// How many more than at first are shown.
    pub(in crate::window) more: usize,
    /// The precedent whose button is to get the focus: the first of those that were just asked for.
    pub(in crate::window) to_focus: Option<PathBuf>,
    /// Whether the unreadable files are named.
    pub(in crate::window) unreadable_open: bool,
}
