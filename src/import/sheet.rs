//! The cells of a received workbook that have a name, read one by one.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Reader as _, SheetType, Xlsx, XlsxError};
use serde::{Deserialize, Serialize};

use super::content::{Content, in_brief};
use super::others::Others;
use super::outside::beside_cells;
use super::place::{CellPlace, Contents, SheetCell};
use super::scan::scan;
use super::table;
use super::{FileKind, ImportError, Limit};
use super::{Outside, OutsideKind};
use crate::bounds::{SHEET_CELLS, SHEET_COLUMN, SHEET_ROW, SHEET_SHEETS, SHEET_TEXT};
use crate::export::workbook::{FORMAT, KEY_COLUMN, TABLE_CORNER, VERSION, property};
use crate::reader::{Confined, Parts, Reader, ReaderProblem, Task};
use crate::record::ContentDigest;
use crate::text::Lang;

/// A received workbook that this program made: what names it, and its cells that have a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The id of the record it was made of.
    pub record: String,
    /// The digest of that record's content when it was made.
    pub content: String,
    /// Id, version and digest of the catalogue it was made with.
    pub catalogue: [String; 3],
    /// The language of its words.
    pub lang: Lang,
    /// The cells to be filled in, in the order of the worksheets.
    pub cells: Vec<SheetCell>,
    /// How many of the cells that it was made with have no key any more.
    pub lost: usize,
    /// What stands outside the cells to be filled in.
    pub outside: Vec<Outside>,
    /// Whether it could be seen what was written outside: sheets of before do not say what the program wrote there.
    pub says_what_was_written: bool,
    /// Rows of items that were torn apart: what stands in them is of several items.
    pub torn: Vec<CellPlace>,
    /// SHA-256 of the file.
    pub sha256: ContentDigest,
}

/// Reads a workbook, by a reader process.
///
/// # Errors
/// [`ImportError`]: what the file is instead, or what it has too much of.
pub fn read(reader: &Reader, bytes: &[u8]) -> Result<Sheet, ImportError> {
    let parts = reader.ask(Task::Sheet, bytes).map_err(ImportError::Reader)?;
    let said: Option<Result<Sheet, ImportError>> = match parts.as_slice() {
        [said] => serde_json::from_slice(said).ok(),
        _ => None,
    };
    said.unwrap_or(Err(ImportError::Reader(ReaderProblem::Nonsense)))
}

/// Answers [`Task::Sheet`]: the sheet, or why there is none.
pub fn answer_sheet(bytes: &[u8], confined: &Confined) -> Parts {
    let said = scan(bytes).and_then(|()| read_scanned(bytes, confined));
    // What it is made of is text and numbers, which are always written.
    vec![serde_json::to_vec(&said).unwrap_or_default()]
}

fn read_scanned(bytes: &[u8], _: &Confined) -> Result<Sheet, ImportError> {
    #[expect(clippy::disallowed_methods, reason = "this is the reader process")]
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let properties = workbook.workbook_properties().map_err(broken)?.custom_properties;
    let said = |name: &str| properties.get(name).map(String::as_str).unwrap_or_default();
    if said(property::FORMAT) != FORMAT {
        return Err(ImportError::NotSheet);
    }
    let version = said(property::VERSION).parse().map_err(|_| ImportError::NotSheet)?;
    if version > VERSION {
        return Err(ImportError::Newer { version, known: VERSION });
    }
    let lang = Lang::from_code(said(property::LANG)).ok_or(ImportError::NotSheet)?;
    let promised: usize = said(property::ANSWERS).parse().map_err(|_| ImportError::NotSheet)?;
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    if names.len() > SHEET_SHEETS {
        return Err(ImportError::TooLarge(Limit::Sheets));
    }
    let mut others = Others::default();
    let (mut cells, mut torn, mut far) = (Vec::new(), Vec::new(), Vec::new());
    let mut left = Left { cells: SHEET_CELLS, text: SHEET_TEXT };
    for name in names {
        let found = cells_of(&mut workbook, name, &mut left, &mut others)?;
        cells.extend(found.cells);
        torn.extend(found.torn);
        far.extend(found.far);
    }
    if cells.is_empty() && torn.is_empty() {
        return Err(ImportError::NoKeys);
    }
    Ok(Sheet {
        record: said(property::RECORD).to_owned(),
        content: said(property::CONTENT).to_owned(),
        catalogue: [property::CATALOGUE, property::CATALOGUE_VERSION, property::CATALOGUE_DIGEST]
            .map(|name| said(name).to_owned()),
        lang,
        // What a torn row holds is told as one thing.
        lost: if torn.is_empty() { promised.saturating_sub(cells.len()) } else { 0 },
        torn,
        says_what_was_written: others.are_known(),
        outside: beside_cells(bytes, &cells).into_iter().chain(others.outside(&cells)).chain(far).collect(),
        cells,
        sha256: ContentDigest::of(bytes),
    })
}

/// What one worksheet holds.
struct Found {
    cells: Vec<SheetCell>,
    torn: Vec<CellPlace>,
    /// What stands far from all cells of the form.
    far: Option<Outside>,
}

/// What may still be read.
struct Left {
    cells: usize,
    text: usize,
}

impl Left {
    fn take_cells(&mut self, number: usize) -> Result<(), ImportError> {
        self.cells = self.cells.checked_sub(number).ok_or(ImportError::TooLarge(Limit::Cells))?;
        Ok(())
    }

    fn take(&mut self, content: &Content) -> Result<(), ImportError> {
        self.take_cells(1)?;
        self.text = self.text.checked_sub(content.size()).ok_or(ImportError::TooLarge(Limit::Unpacked))?;
        Ok(())
    }
}

/// The cells of one worksheet that have a key.
fn cells_of(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: String,
    left: &mut Left,
    others: &mut Others,
) -> Result<Found, ImportError> {
    let mut reader = workbook.worksheet_cells_reader(&name).map_err(broken)?;
    let mut found = Contents::new();
    let mut key_columns: BTreeSet<u32> = BTreeSet::new();
    let mut corners: Vec<(u32, u32)> = Vec::new();
    let mut far: Option<((u32, u32), String, usize)> = None;
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(broken)? {
        let content = if cell.formula.is_some() { Content::Formula } else { Content::of(&cell.value) };
        left.take(&content)?;
        let (row, column) = cell.pos;
        if content.is_empty() {
            continue;
        }
        if row > SHEET_ROW || column > SHEET_COLUMN {
            far.get_or_insert_with(|| ((row, column), content.told(), 0)).2 += 1;
            continue;
        }
        match &content {
            Content::Text(text) if text == KEY_COLUMN => {
                key_columns.insert(column);
            }
            Content::Text(text) if text == TABLE_CORNER => corners.push((row, column)),
            _ => {
                found.insert((row, column), content);
            }
        }
    }
    let cell = |key: String, (row, column): (u32, u32)| {
        let content = found.get(&(row, column)).cloned().unwrap_or(Content::Text(String::new()));
        SheetCell { key, at: CellPlace { sheet: name.clone(), row, column }, content }
    };
    let mut cells = Vec::new();
    let mut torn: BTreeSet<u32> = BTreeSet::new();
    for corner in corners {
        for row in table::rows_of(&found, corner) {
            left.take_cells(row.keys.len())?;
            if row.is_torn {
                torn.insert(row.row);
            } else {
                cells.extend(row.keys.into_iter().map(|(column, key)| cell(key, (row.row, column))));
            }
        }
    }
    for ((row, column), content) in found.iter().filter(|((row, column), _)| key_columns.contains(column) && !torn.contains(row))
    {
        if let Content::Text(key) = content {
            cells.push(cell(key.clone(), (*row, column + 1)));
        }
    }
    cells.sort_by(|one, other| one.at.cmp(&other.at));
    others.add(&name, &found, (&cells, &torn));
    let torn = torn.into_iter().map(|row| CellPlace { sheet: name.clone(), row, column: 0 }).collect();
    let far = far.map(|((row, column), first, cells)| Outside {
        sheet: name.clone(),
        at: Some(CellPlace { sheet: name, row, column }),
        what: OutsideKind::FarOut { cells, first },
    });
    Ok(Found { cells, torn, far })
}

fn broken(error: XlsxError) -> ImportError {
    match error {
        XlsxError::Password => ImportError::Another(FileKind::Encrypted),
        other => ImportError::Broken { problem: in_brief(&other.to_string()) },
    }
}
