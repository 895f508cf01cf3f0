//! The picture: items × objectives at a glance, as every writer draws it.

use serde::Serialize;

use super::cell::{Cell, Column, Emphasis, Table};

/// Items × objectives, the whole task below them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// What the marks mean that stand in it; empty where there are none.
    pub legend: String,
    /// Headers: what is handled, then the objectives.
    pub columns: Vec<String>,
    /// An item each, or several that are equal.
    pub rows: Vec<PictureRow>,
    /// The task as a whole.
    pub whole: PictureRow,
}

/// A row of the picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PictureRow {
    /// Which item, or how many.
    pub name: String,
    /// Which items, by number, where it stands for several; else empty.
    pub detail: String,
    /// A cell for each objective.
    pub cells: Vec<PictureCell>,
}

/// A field of the picture. What it draws is also said in words, and nothing in it needs a colour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PictureCell {
    /// How many of three bars are filled; 0 where it is not assessed, which is drawn otherwise than as empty bars.
    pub bars: u8,
    /// The level in words, or that it is not assessed.
    pub level: String,
    /// ▽, △ and what else is to be said of the decision; may be empty.
    pub mark: String,
    /// How it stands out.
    pub emphasis: Emphasis,
}

impl Picture {
    /// The same as a table, for writers that draw no bars.
    pub fn table(&self) -> Table {
        let columns = self.columns.iter().zip([5, 3, 3, 3]).map(|(title, share)| Column { title: title.clone(), share });
        let rows = self.rows.iter().chain([&self.whole]).map(|row| {
            let name = Cell::new(row.name.as_str()).detail(row.detail.as_str());
            std::iter::once(name).chain(row.cells.iter().map(PictureCell::cell)).collect()
        });
        Table { title: String::new(), columns: columns.collect(), rows: rows.collect(), dense: false }
    }

    /// Every text of it, to be changed.
    pub(super) fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let rows = self.rows.iter_mut().chain([&mut self.whole]).flat_map(|row| {
            let cells = row.cells.iter_mut().flat_map(|cell| [&mut cell.level, &mut cell.mark]);
            [&mut row.name, &mut row.detail].into_iter().chain(cells)
        });
        std::iter::once(&mut self.legend).chain(&mut self.columns).chain(rows)
    }
}

impl PictureCell {
    /// The same as a cell of a table, with bars of letters that every font has.
    pub fn cell(&self) -> Cell {
        let bars = match self.bars {
            0 => "",
            1 => "■□□ ",
            2 => "■■□ ",
            _ => "■■■ ",
        };
        Cell::with(format!("{bars}{}", self.level), self.emphasis).detail(self.mark.as_str())
    }
}
