//! A report, written as a Word document.

use super::package;
use crate::export::report::Report;
use crate::export::{ExportError, ExportInput};

/// Writes a report as Office Open XML (ISO/IEC 29500, transitional).
///
/// # Errors
/// [`ExportError::Layout`], only if the program is at fault.
pub(in crate::export) fn write(report: &Report, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    package::pack(report, input).map_err(|error| ExportError::Layout { problem: error.to_string() })
}
