//! workbook

use super::report::Report;
use super::{ExportError, ExportInput};

pub(super) fn write(report: &Report, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Packing { problem: "not yet".to_owned() })
}
