//! One file of a record: a document in a medium, or data.

use super::pages::Attached;
use super::report::Report;
use super::{CopyKind, Data, Document, ExportError, ExportInput, Medium, Pages, PrintNote, Printed};
use super::{build, csv, docx, markdown, oscal, pages, pdf, workbook};
use crate::bounds::{RECORD_BYTES, SHEET_BYTES};
use crate::file::{self, byte_count};
use crate::judgement::{Severity, judge};
use crate::record::Role;

/// A document that people read, without a format.
///
/// # Errors
/// [`ExportError::NoSuchItem`] if it is about an item that the record does not have.
pub fn report(document: &Document, input: &ExportInput<'_>) -> Result<Report, ExportError> {
    build::report(document, input)
}

/// Sets a document into pages, as they are printed: to be looked at.
///
/// What was set is remembered for a while, so that the same record after an edit is set quickly.
///
/// # Errors
/// As [`render`](super::render).
pub fn typeset(document: &Document, input: &ExportInput<'_>) -> Result<Pages, ExportError> {
    check_copy(input)?;
    as_shown(document, input, |input| {
        let attached = Attached { record: file::to_json(input.record)?, ..Attached::default() };
        pages::set(report(document, input)?, input.today, input.lang, attached)
    })
}

/// Hands on what a document is made of: what is for people that the provider has no dealings with yet holds no more than it shows.
fn as_shown<T>(document: &Document, input: &ExportInput<'_>, make: impl FnOnce(&ExportInput<'_>) -> T) -> T {
    if *document != Document::Partner || input.record.role != Role::Csp {
        return make(input);
    }
    let record = build::for_strangers(input.record);
    let judgement = judge(&record, input.catalogue, input.today);
    // It never says what a copy is, and so it is made as one that any record allows.
    make(&ExportInput { record: &record, judgement: &judgement, copy: CopyKind::Draft, ..*input })
}

/// Makes a document.
pub(super) fn document(document: &Document, medium: Medium, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    check_copy(input)?;
    let record = input.along.of(input.record);
    let input = &ExportInput { record: &record, ..*input };
    as_shown(document, input, |input| write(report(document, input)?, medium, &Printed::Alone(document.clone()), input))
}

/// Makes data.
pub(super) fn data(data: Data, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    check_copy(input)?;
    let record = input.along.of(input.record);
    let input = &ExportInput { record: &record, ..*input };
    match data {
        Data::Workbook => no_larger(workbook::write(&report(&Document::Sheet, input)?, input)?, SHEET_BYTES),
        Data::Json => no_larger(file::to_json(input.record)?.into_bytes(), RECORD_BYTES),
        Data::Oscal => oscal::write(input),
        Data::ItemsCsv => csv::write(&build::items_table(input)),
        Data::FindingsCsv => csv::write(&build::findings_data(input)),
        Data::Ron => no_larger(file::to_ron(input.record)?.into_bytes(), RECORD_BYTES),
    }
}

/// Writes a document that is built already; a PDF has the record attached, and a note that this was printed.
///
/// # Errors
/// Only if the program itself is at fault.
pub fn write_report(report: Report, medium: Medium, printed: &Printed, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    let record = input.along.of(input.record);
    write(report, medium, printed, &ExportInput { record: &record, ..*input })
}

/// Writes a document that is built already as a PDF that says so of how it was printed.
///
/// # Errors
/// Only if the program itself is at fault.
pub fn print(report: Report, note: &PrintNote, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    let record = input.along.of(input.record);
    let input = &ExportInput { record: &record, ..*input };
    let attached = Attached { record: file::to_json(&record)?, note: note.write()? };
    let said = pdf::Said { of: record.id.as_str(), today: input.today, lang: input.lang, program: note.program() };
    no_larger(pdf::write(report, attached, &said)?, RECORD_BYTES)
}

/// Refuses what could not be opened again.
fn no_larger(made: Vec<u8>, most: u64) -> Result<Vec<u8>, ExportError> {
    let bytes = byte_count(&made);
    if bytes > most { Err(ExportError::TooLargeToReadAgain { bytes, most }) } else { Ok(made) }
}

/// The same, where the record holds no more than what goes along.
fn write(report: Report, medium: Medium, printed: &Printed, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    match medium {
        Medium::Pdf => print(report, &PrintNote::of(printed.clone(), input), input),
        Medium::Docx => docx::write(&report, input),
        Medium::Markdown => Ok(markdown::write(&report).into_bytes()),
    }
}

/// Refuses a final copy that the record does not allow.
///
/// # Errors
/// [`ExportError::NotFinal`].
pub fn check_copy(input: &ExportInput<'_>) -> Result<(), ExportError> {
    match (input.copy, CopyKind::at_hand(input.record, input.judgement)) {
        (CopyKind::Draft, _) | (CopyKind::Final, CopyKind::Final) => Ok(()),
        (CopyKind::Final, CopyKind::Draft) => Err(ExportError::NotFinal {
            state: (input.record.role == Role::Agency).then_some(input.record.approval.state),
            errors: input.judgement.count(Severity::Error),
        }),
    }
}
