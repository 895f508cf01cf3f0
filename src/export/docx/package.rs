//! The files that make up a Word document, and how they belong together.

use std::io;

use super::frame::{FOOTER, HEADER};
use super::layout::Layout;
use super::xml::{Element, el, file};
use super::{body, frame, properties, styles};
use crate::export::report::Report;
use crate::export::{ExportInput, archive};

const OFFICE_TYPE: &str = "application/vnd.openxmlformats-officedocument";
const OFFICE_RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_TYPE: &str = "application/vnd.openxmlformats-package";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A file of the package.
struct Part {
    path: &'static str,
    content_type: String,
    /// What it is to the file that refers to it. The end of it is also the id of the reference.
    relation: String,
    root: Element,
}

/// Writes the files and packs them into one, those first that list the others.
pub(super) fn pack(report: &Report, input: &ExportInput<'_>) -> io::Result<Vec<u8>> {
    let (of_package, of_document) = (parts_of_package(report, input), parts_of_document(report, input));
    let all = || of_package.iter().chain(&of_document);
    let mut files = vec![
        ("[Content_Types].xml", file(&content_types(all()))?),
        ("_rels/.rels", file(&relations(&of_package))?),
        ("word/_rels/document.xml.rels", file(&relations(&of_document))?),
    ];
    for part in all() {
        files.push((part.path, file(&part.root)?));
    }
    Ok(archive::pack(files.iter().map(|(name, bytes)| (*name, bytes.as_slice())))?)
}

/// What the package refers to: the document, and what it says of itself.
fn parts_of_package(report: &Report, input: &ExportInput<'_>) -> Vec<Part> {
    let properties = |path, kind: &str, root| Part {
        path,
        content_type: format!("{OFFICE_TYPE}.{kind}-properties+xml"),
        relation: format!("{OFFICE_RELATION}/{kind}-properties"),
        root,
    };
    vec![
        Part {
            path: "word/document.xml",
            content_type: format!("{OFFICE_TYPE}.wordprocessingml.document.main+xml"),
            relation: format!("{OFFICE_RELATION}/officeDocument"),
            root: body::document(report, Layout::of(report.compact), input.lang),
        },
        Part {
            path: "docProps/core.xml",
            content_type: format!("{PACKAGE_TYPE}.core-properties+xml"),
            relation: format!("{PACKAGE}/relationships/metadata/core-properties"),
            root: properties::core(report, input),
        },
        properties("docProps/app.xml", "extended", properties::app()),
        properties("docProps/custom.xml", "custom", properties::custom(input)),
    ]
}

/// What the document refers to.
fn parts_of_document(report: &Report, input: &ExportInput<'_>) -> Vec<Part> {
    let layout = Layout::of(report.compact);
    let part = |path, kind: &str, root| Part {
        path,
        content_type: format!("{OFFICE_TYPE}.wordprocessingml.{kind}+xml"),
        relation: format!("{OFFICE_RELATION}/{kind}"),
        root,
    };
    vec![
        part("word/styles.xml", "styles", styles::styles(report, layout, input.lang)),
        part("word/settings.xml", "settings", frame::settings()),
        part("word/fontTable.xml", "fontTable", frame::font_table()),
        part("word/numbering.xml", "numbering", frame::numbering(layout)),
        part("word/header1.xml", HEADER, frame::header(&report.running, layout)),
        part("word/footer1.xml", FOOTER, frame::footer(&report.running, layout)),
    ]
}

fn content_types<'a>(parts: impl Iterator<Item = &'a Part>) -> Element {
    let default = |extension, kind| el("Default").with("Extension", extension).with("ContentType", kind);
    let types = el("Types")
        .with("xmlns", format!("{PACKAGE}/content-types"))
        .child(default("rels", format!("{PACKAGE_TYPE}.relationships+xml")))
        .child(default("xml", "application/xml".to_owned()));
    types.children(
        parts.map(|part| el("Override").with("PartName", format!("/{}", part.path)).with("ContentType", &part.content_type)),
    )
}

fn relations(parts: &[Part]) -> Element {
    let relation = |part: &Part| {
        el("Relationship")
            .with("Id", part.relation.rsplit('/').next().unwrap_or_default())
            .with("Type", &part.relation)
            .with("Target", format!("/{}", part.path))
    };
    el("Relationships").with("xmlns", format!("{PACKAGE}/relationships")).children(parts.iter().map(relation))
}
