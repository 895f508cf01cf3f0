//! What a Word document says of itself. No login name, no machine and no clock: only what the record and the day given hold.

use super::xml::{Element, el};
use crate::export::ExportInput;
use crate::export::report::Report;
use crate::file;

const PROGRAM: &str = "liu-wizard";
/// Tells readers that a custom property is the user's own.
const USER_DEFINED: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/// Title, language and day.
pub(super) fn core(report: &Report, input: &ExportInput<'_>) -> Element {
    let day = |name| el(name).with("xsi:type", "dcterms:W3CDTF").text(&format!("{}T00:00:00Z", input.today));
    el("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .child(el("dc:title").text(&report.title))
        .child(el("dc:creator").text(PROGRAM))
        .child(el("cp:lastModifiedBy").text(PROGRAM))
        .child(el("dc:language").text(input.lang.tag()))
        .child(day("dcterms:created"))
        .child(day("dcterms:modified"))
}

/// The program that made it.
pub(super) fn app() -> Element {
    el("Properties")
        .with("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
        .child(el("Application").text(concat!("liu-wizard ", env!("CARGO_PKG_VERSION"))))
}

/// Which record it was made of.
pub(super) fn custom(input: &ExportInput<'_>) -> Element {
    let values = [
        ("record", el("vt:lpwstr").text(input.record.id.as_str())),
        ("content", el("vt:lpwstr").text(input.record.content_digest().as_str())),
        ("record_format_version", el("vt:i4").text(&file::VERSION.to_string())),
    ];
    // The format begins to count at 2.
    let properties = values.into_iter().zip(2..).map(|((name, value), number)| {
        el("property").with("fmtid", USER_DEFINED).with("pid", number).with("name", name).child(value)
    });
    el("Properties")
        .with("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties")
        .with("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes")
        .children(properties)
}
