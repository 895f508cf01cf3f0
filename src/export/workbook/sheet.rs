//! The worksheets of a workbook before they are drawn.

use super::grid::{Grid, GridRow};
use super::page::Page;

/// A worksheet of either kind.
pub(super) enum Sheet {
    /// Rows of slots.
    Page(Page),
    /// One row an item.
    Grid(Grid),
}

impl Sheet {
    /// How many of its cells can be filled in.
    pub fn answers(&self) -> usize {
        match self {
            Self::Page(page) => page.answers().count(),
            Self::Grid(grid) => grid.rows.iter().map(GridRow::answers).sum(),
        }
    }
}
