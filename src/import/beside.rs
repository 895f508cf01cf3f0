//! A cell of a sheet, and the record that it is read beside.

use super::content::Content;
use super::place::CellPlace;
use super::row::{Problem, ProblemKind};
use crate::catalogue::Catalogue;
use crate::record::{Record, TaskChoice};
use crate::text::Lang;

/// What a cell is read beside.
pub(super) struct Beside<'a> {
    /// The record.
    pub record: &'a Record,
    /// Its catalogue.
    pub catalogue: &'a Catalogue,
    /// The language of the sheet.
    pub lang: Lang,
    /// The row that was pasted as target task, if the sheet has one and the record has none.
    pub pasted: Option<TaskChoice>,
}

/// A cell with what stands behind its key.
pub(super) struct KeyedCell<'a> {
    /// Where it is.
    pub at: &'a CellPlace,
    /// What stands in it.
    pub content: &'a Content,
    /// What follows the key: the proposal a decision is made against.
    pub shown: Option<&'a str>,
    /// Whether it is of an item that may be added.
    pub is_new: bool,
}

impl KeyedCell<'_> {
    /// What is wrong with it.
    pub(super) fn problem(&self, kind: ProblemKind) -> Problem {
        Problem { at: Some(self.at.clone()), kind }
    }
}
