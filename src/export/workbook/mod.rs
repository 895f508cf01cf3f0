//! 影響度評価シート as an Excel workbook: filled in by a person, and read again by the program.
//!
//! Everything but the items stands on a form, with the key of each cell in a hidden cell immediately left of it. The items stand
//! on a table, one row an item, whose cells are named by the hidden keys of their row and column. So a cell is found again
//! wherever it is moved to.

mod draw;
mod fixed;
mod form;
mod front;
mod grid;
mod grid_draw;
mod guide;
mod heights;
mod marks;
mod outcome;
mod page;
mod sheet;
mod styles;
mod text;
mod walk;
mod write;

pub use fixed::{FIXED, MARK, mark, unlocked_formats};
pub use marks::{
    FORMAT, KEY_COLUMN, NEW, NUMBER, ShownDecision, TABLE_CORNER, VERSION, WITHOUT, made_item_ids, new_item_ids, property,
};
pub use walk::{Step, attribute, walk};
pub(super) use write::write;
