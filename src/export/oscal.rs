//! oscal

use super::{ExportError, ExportInput};

pub(super) fn write(input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Packing { problem: "not yet".to_owned() })
}
