//! Where a cell of a received workbook is, and what it is called.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::content::Content;

/// What stands on a worksheet, by row and column.
pub(super) type Contents = BTreeMap<(u32, u32), Content>;

/// A cell to be filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetCell {
    /// Its key: what stands in the hidden cell left of it, or the keys of its row and its column.
    pub key: String,
    /// Where it is.
    pub at: CellPlace,
    /// What stands in it.
    pub content: Content,
}

/// Where a cell is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CellPlace {
    /// The name of the worksheet.
    pub sheet: String,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

impl fmt::Display for CellPlace {
    /// As people call it: 9 取り扱う情報 D12.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}{}", self.sheet, column_letters(self.column), self.row + 1)
    }
}

fn column_letters(column: u32) -> String {
    let (mut left, mut letters) = (column + 1, Vec::new());
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}
