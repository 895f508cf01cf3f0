//! The printed form: a report set by Typst into PDF/A-3a and PDF/UA-1, with the record attached.

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::glyphs::{fonts, make_printable};
use super::report::{Block, Cell, Chapter, Report, Table};
use super::{ExportError, ExportInput};
use crate::text::report as words;

static TEMPLATE: &str = include_str!("../../assets/typst/report.typ");

/// Sets a report, and attaches `attachment`, the record as a file that the program opens.
pub(super) fn write(mut report: Report, input: &ExportInput<'_>, attachment: String) -> Result<Vec<u8>, ExportError> {
    add_appendix(&mut report, input);
    let data = serde_json::to_vec(&report).map_err(|error| failed(error.to_string()))?;
    let date = midnight(input).ok_or_else(|| failed(format!("{} is no day Typst knows", input.today)))?;
    let desk = Desk::new(data, attachment, date)?;
    let compiled = typst::compile::<PagedDocument>(&desk);
    let made = compiled.output.and_then(|document| typst_pdf::pdf(&document, &options(input, date)));
    // What was remembered between two exports would grow for ever.
    typst::comemo::evict(0);
    made.map_err(|problems| failed(sentence(&problems)))
}

fn options(input: &ExportInput<'_>, date: Datetime) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(input.record.id.to_string()),
        creator: Smart::Custom(Some(concat!("liu-wizard ", env!("CARGO_PKG_VERSION")).into())),
        timestamp: Some(Timestamp::new_utc(date)),
        standards: PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).unwrap_or_default(),
        tagged: true,
        ..PdfOptions::default()
    }
}

fn midnight(input: &ExportInput<'_>) -> Option<Datetime> {
    let (month, day) = (u8::try_from(input.today.month()).ok()?, u8::try_from(input.today.day()).ok()?);
    Datetime::from_ymd_hms(input.today.year().into(), month, day, 0, 0, 0)
}

/// Prints 〓 for what no font has, and adds an appendix that tells what stood there.
fn add_appendix(report: &mut Report, input: &ExportInput<'_>) {
    let substituted = make_printable(report);
    if substituted.is_empty() {
        return;
    }
    let lang = input.lang;
    let columns = [(words::code_point(lang), 1), (words::where_it_stands(lang), 4)];
    let mut table = Table::new("", &columns);
    for found in substituted {
        let places = found.places.iter().map(|(chapter, label)| words::place(*chapter, label, lang));
        let code = format!("U+{:04X}", u32::from(found.character));
        table.rows.push(vec![Cell::new(code), Cell::new(places.collect::<Vec<_>>().join(words::between_points(lang)))]);
    }
    let blocks = vec![Block::paragraph(words::unprintable_explained(lang)), Block::Table(table)];
    report.chapters.push(Chapter::new(words::unprintable_characters(lang), blocks));
}

fn failed(problem: impl Into<String>) -> ExportError {
    ExportError::Layout { problem: problem.into() }
}

fn sentence(problems: &[SourceDiagnostic]) -> String {
    problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// All the world there is for the template: itself, the report, the record and the fonts. Nothing else can be read.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    template: Source,
    report: (FileId, Bytes),
    attachment: (FileId, Bytes),
    today: Datetime,
}

impl Desk {
    fn new(report: Vec<u8>, attachment: String, today: Datetime) -> Result<Self, ExportError> {
        // Ids of files are kept for the life of the program, hence paths that never change.
        Ok(Self {
            // The feature gives a row its header cell, so that a screen reader says what a value belongs to.
            library: LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()),
            book: LazyHash::new(FontBook::from_fonts(fonts())),
            template: Source::new(file("/report.typ")?, TEMPLATE.to_owned()),
            report: (file("/report.json")?, Bytes::new(report)),
            attachment: (file("/record.liu.json")?, Bytes::from_string(attachment)),
            today,
        })
    }
}

fn file(path: &str) -> Result<FileId, ExportError> {
    let path = VirtualPath::new(path).map_err(|error| failed(format!("{path}: {error:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            return Ok(self.template.clone());
        }
        Err(FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        for (known, bytes) in [&self.report, &self.attachment] {
            if id == *known {
                return Ok(bytes.clone());
            }
        }
        Err(FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        Some(self.today)
    }
}
