//! The workbook as a file.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::marks::{FORMAT, VERSION, property};
use super::sheet::Sheet;
use super::{draw, fixed, form, front, grid, heights};
use crate::export::report::Report;
use crate::export::{ExportError, ExportInput};

/// Writes the report as a workbook.
///
/// # Errors
/// [`ExportError::Packing`] if a record has more rows than a worksheet; [`ExportError::NoSuchItem`] only if the report is of
/// another record.
pub(in crate::export) fn write(report: &Report, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
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
