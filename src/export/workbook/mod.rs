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
mod styles;
mod text;
mod walk;

pub use fixed::{FIXED, MARK, mark, unlocked_formats};
pub use marks::{
    FORMAT, KEY_COLUMN, NEW, NUMBER, ShownDecision, TABLE_CORNER, VERSION, WITHOUT, is_made_id, new_item_ids, property,
};

pub use walk::{Step, attribute, walk};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::report::Report;
use super::{ExportError, ExportInput};
use page::Sheet;

/// Writes the report as a workbook.
///
/// # Errors
/// [`ExportError::Packing`] if a record has more rows than a worksheet; [`ExportError::NoSuchItem`] only if the report is of
/// another record.
pub(super) fn write(report: &Report, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    let mut sheets =
        vec![Sheet::Page(front::front(report, input)), Sheet::Page(form::form(report, input)), Sheet::Grid(grid::grid(input)?)];
    sheets.extend(front::comments(report, input).map(Sheet::Page));
    let (drawn, free) = drawn(report, &sheets, input).map_err(|error| ExportError::Packing { problem: error.to_string() })?;
    let drawn = heights::let_go(&drawn, &free).and_then(|drawn| fixed::note(&drawn));
    drawn.map_err(|error| ExportError::Packing { problem: error.to_string() })
}

fn drawn(report: &Report, sheets: &[Sheet], input: &ExportInput<'_>) -> Result<(Vec<u8>, Vec<Vec<u32>>), XlsxError> {
    let mut workbook = Workbook::new();
    let free = draw::draw(&mut workbook, sheets, (&report.running, input))?;
    workbook.set_properties(&properties(report, sheets, input)?);
    Ok((workbook.save_to_buffer()?, free))
}

fn properties(report: &Report, sheets: &[Sheet], input: &ExportInput<'_>) -> Result<DocProperties, XlsxError> {
    let (pin, today, content) = (input.catalogue.pin(), input.today, input.record.content_digest());
    let number = |part: i8| u8::try_from(part).unwrap_or(1);
    let day = ExcelDateTime::from_ymd(u16::try_from(today.year()).unwrap_or(1900), number(today.month()), number(today.day()))?;
    let answers: usize = sheets.iter().map(Sheet::answers).sum();
    let properties = DocProperties::new().set_title(report.title.as_str()).set_creation_datetime(&day);
    let (version, answers) = (VERSION.to_string(), answers.to_string());
    let named = [
        (property::FORMAT, FORMAT),
        (property::VERSION, &version),
        (property::RECORD, input.record.id.as_str()),
        (property::CONTENT, content.as_str()),
        (property::CATALOGUE, pin.id.as_str()),
        (property::CATALOGUE_VERSION, pin.version.as_str()),
        (property::CATALOGUE_DIGEST, pin.digest.as_str()),
        (property::LANG, input.lang.code()),
        (property::ANSWERS, &answers),
    ];
    Ok(named.into_iter().fold(properties, |properties, (name, value)| properties.set_custom_property(name, value)))
}
