//! What may stand in a workbook outside of the cells that are to be filled in.

use serde::{Deserialize, Serialize};

use super::CellPlace;

/// Something outside the cells to be filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outside {
    /// The worksheet, if it is in one.
    pub sheet: String,
    /// The cell it is at, if it is at one.
    pub at: Option<CellPlace>,
    /// What it is.
    pub what: OutsideKind,
}

/// What may stand outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutsideKind {
    /// A note or comment on a cell.
    Comment {
        /// Who wrote it, if that is said.
        by: String,
        /// What it says.
        text: String,
    },
    /// A text box, or a shape with text in it.
    TextBox(String),
    /// A picture.
    Picture,
    /// A line, a shape without text, a chart or the like.
    Drawing,
    /// A button or a box to tick, or an object of another program.
    Control,
    /// Rows that are hidden, with cells to be filled in; numbers from 1.
    HiddenRows(u32, u32),
    /// The worksheet is hidden.
    HiddenSheet,
    /// A filter, which may hide rows.
    Filter,
    /// Cells to be filled in were merged with others, so that only the first of them holds anything.
    Merged(String),
    /// The column of so many cells to be filled in is gone, or another was put in its place.
    LostColumn(usize),
    /// A macro.
    Macro,
    /// A worksheet that the program did not write.
    FurtherSheet {
        /// How many of its cells hold something.
        cells: usize,
        /// The first of them.
        first: String,
    },
    /// A text that the program did not write.
    Written(String),
    /// Cells beyond every row and column that a form has.
    FarOut {
        /// How many of them hold something.
        cells: usize,
        /// What stands in the first of them.
        first: String,
    },
    /// So many formulas that the program did not write.
    Formulas(usize),
    /// So many texts that the program wrote are not there any more.
    Missing(usize),
    /// A part that cannot be read.
    Unreadable(String),
    /// So many more things.
    More(usize),
}
