//! Which document is built by what.

use super::{explanation, item, partner, sheet, whole};
use crate::export::report::Report;
use crate::export::{Document, ExportError, ExportInput};

/// Builds a document.
pub(in crate::export) fn report(document: &Document, input: &ExportInput<'_>) -> Result<Report, ExportError> {
    match document {
        Document::Record => Ok(whole::report(input)),
        Document::Sheet => Ok(sheet::report(input)),
        Document::Explanation => Ok(explanation::report(input)),
        Document::Item(id) => item::report(id, input),
        Document::Partner => partner::report(input),
    }
}
