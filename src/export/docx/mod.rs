//! A report as a Word document, to be edited further.
//!
//! Built of styles, so that a person can change how it looks in one place. It is written element by element: a library that
//! repeats header rows and sets title and language of a document was not at hand.

mod body;
mod frame;
mod layout;
mod package;
mod properties;
mod styles;
mod table;
mod text;
mod xml;

use super::report::Report;
use super::{ExportError, ExportInput};

/// Writes a report as Office Open XML (ISO/IEC 29500, transitional).
///
/// # Errors
/// [`ExportError::Layout`], only if the program is at fault.
pub(super) fn write(report: &Report, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    package::pack(report, input).map_err(|error| ExportError::Layout { problem: error.to_string() })
}
