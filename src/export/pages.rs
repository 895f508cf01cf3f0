//! A document set into pages by Typst: once, to be written as PDF and to be looked at.

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Scalar};
use typst::{Feature, Library, LibraryExt as _, World};
use typst_layout::{Page, PagedDocument};
use typst_render::RenderOptions;

use super::glyphs::{fonts, make_printable};
use super::report::{Cell, Chapter, Report, Table};
use super::{Block, ExportError, page_text};
use crate::bounds::DOCUMENT_LINES;
use crate::file::PRINT_NOTE;
use crate::record::Date;
use crate::text::{Lang, report as words};

static TEMPLATE: &str = include_str!("../../assets/typst/report.typ");

/// How many settings ago something was last used when it is forgotten. Between two edits of a record almost all stays as it
/// was, and need not be set again; what is older would grow for ever.
const REMEMBERED_SETTINGS: usize = 4;

/// About so many characters stand on a line of a cell.
const CHARACTERS_OF_A_LINE: usize = 20;

/// The most pixels of a picture's longer side, whatever is asked for: what can be held and shown everywhere.
pub const LONGEST_SIDE: u32 = 8192;

/// A document as pages: what is printed, before it is a file.
#[derive(Clone, Debug)]
pub struct Pages(PagedDocument);

/// A picture of a page.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Red, green, blue and alpha of each pixel, row by row from the top left. Pages are opaque.
    pub rgba: Vec<u8>,
}

impl std::fmt::Debug for Pixels {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Pixels({} × {})", self.width, self.height)
    }
}

impl Pages {
    /// How many there are; at least one.
    pub fn count(&self) -> usize {
        self.0.pages().len()
    }

    /// Width and height of a page, from 0, in points of 1/72 inch; nothing if there is no such page.
    pub fn size(&self, page: usize) -> Option<(f32, f32)> {
        let page = self.page(page)?;
        #[expect(clippy::cast_possible_truncation, reason = "a page is a few hundred points wide")]
        let points = |length: typst::layout::Abs| length.to_pt() as f32;
        Some((points(page.frame.width()), points(page.frame.height())))
    }

    /// A picture of a page, from 0; nothing if there is no such page. At 1 pixel per point an A4 page is 595 pixels wide; no
    /// picture has more than [`LONGEST_SIDE`].
    pub fn picture(&self, page: usize, pixels_per_point: f32) -> Option<Pixels> {
        let (width, height) = self.size(page)?;
        let most = LONGEST_SIDE as f32 / width.max(height);
        let pixels_per_point = if pixels_per_point.is_finite() { pixels_per_point.clamp(0.01, most) } else { 1.0 };
        let options = RenderOptions { pixel_per_pt: Scalar::new(pixels_per_point.into()), render_bleed: false };
        let pixels = typst_render::render(self.page(page)?, &options);
        let side = |side: u32| usize::try_from(side).unwrap_or_default();
        Some(Pixels { width: side(pixels.width()), height: side(pixels.height()), rgba: pixels.take() })
    }

    /// What stands on a page, from 0, in reading order: a line for each line of text or row of a table, however it wraps.
    /// Nothing if there is no such page.
    pub fn text(&self, page: usize) -> String {
        self.page(page).map(|page| page_text::of(&page.frame)).unwrap_or_default()
    }

    /// What a PDF is made of.
    pub(super) fn document(&self) -> &PagedDocument {
        &self.0
    }

    fn page(&self, page: usize) -> Option<&Page> {
        self.0.pages().get(page)
    }
}

/// What is attached to a document.
#[derive(Default)]
pub(super) struct Attached {
    /// The record, as a file that the program opens.
    pub record: String,
    /// How the pages are printed; empty where they are only looked at.
    pub note: String,
}

/// Sets a report, and attaches what is attached.
pub(super) fn set(mut report: Report, today: Date, lang: Lang, attached: Attached) -> Result<Pages, ExportError> {
    refuse_too_long(&mut report)?;
    add_appendix(&mut report, lang);
    let data = serde_json::to_vec(&report).map_err(|error| failed(error.to_string()))?;
    let desk = Desk::new(data, attached, midnight(today)?)?;
    let compiled = typst::compile::<PagedDocument>(&desk);
    forget(REMEMBERED_SETTINGS);
    compiled.output.map(Pages).map_err(|problems| failed(sentence(&problems)))
}

/// Refuses what would take the typesetter more memory than a computer has: some 10 KiB for each line of each cell.
fn refuse_too_long(report: &mut Report) -> Result<(), ExportError> {
    let mut lines = 0_usize;
    report.change_texts(&mut |_, text| {
        // A line that was ended costs as much as four that wrap.
        let breaks = text.bytes().filter(|byte| *byte == b'\n').count();
        lines = lines.saturating_add(1 + text.chars().count() / CHARACTERS_OF_A_LINE + 4 * breaks);
    });
    if lines > DOCUMENT_LINES { Err(ExportError::TooLong { lines, most: DOCUMENT_LINES }) } else { Ok(()) }
}

/// Forgets what the typesetter remembers and has not used for so many settings.
pub(super) fn forget(settings: usize) {
    typst::comemo::evict(settings);
}

/// The first instant of the day of the export.
pub(super) fn midnight(today: Date) -> Result<Datetime, ExportError> {
    let part = |part: i8| u8::try_from(part).ok();
    let day = part(today.month()).zip(part(today.day()));
    day.and_then(|(month, day)| Datetime::from_ymd_hms(today.year().into(), month, day, 0, 0, 0))
        .ok_or_else(|| failed(format!("{today} is no day Typst knows")))
}

/// Prints 〓 for what no font has, and adds an appendix that tells what stood there.
fn add_appendix(report: &mut Report, lang: Lang) {
    let substituted = make_printable(report);
    if substituted.is_empty() {
        return;
    }
    let columns = [(words::code_point(lang), 1), (words::where_it_stands(lang), 4)];
    let mut table = Table::new("", &columns);
    for found in substituted {
        let places = found.places.iter().map(|(chapter, label)| words::place(chapter, label, lang));
        let code = format!("U+{:04X}", u32::from(found.character));
        table.rows.push(vec![Cell::new(code), Cell::new(places.collect::<Vec<_>>().join(words::between_points(lang)))]);
    }
    let blocks = vec![Block::paragraph(words::unprintable_explained(lang)), Block::Table(table)];
    let chapter = Chapter { annex: true, ..Chapter::new(words::unprintable_characters(lang), blocks) };
    report.chapters.push(chapter.numbered(words::annex(lang)));
}

pub(super) fn failed(problem: impl Into<String>) -> ExportError {
    ExportError::Layout { problem: problem.into() }
}

/// What the typesetter says, as one sentence.
pub(super) fn sentence(problems: &[SourceDiagnostic]) -> String {
    problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// All the world there is for the template: itself, the report, the record and the fonts. Nothing else can be read.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    template: Source,
    report: (FileId, Bytes),
    attached: [(FileId, Bytes); 2],
    today: Datetime,
}

impl Desk {
    fn new(report: Vec<u8>, attached: Attached, today: Datetime) -> Result<Self, ExportError> {
        // Ids of files are kept for the life of the program, hence paths that never change.
        Ok(Self {
            // The feature gives a row its header cell, so that a screen reader says what a value belongs to.
            library: LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()),
            book: LazyHash::new(FontBook::from_fonts(fonts())),
            template: Source::new(file("/report.typ")?, TEMPLATE.to_owned()),
            report: (file("/report.json")?, Bytes::new(report)),
            attached: [
                (file("/record.liu.json")?, Bytes::from_string(attached.record)),
                (file(&format!("/{PRINT_NOTE}"))?, Bytes::from_string(attached.note)),
            ],
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
        for (known, bytes) in std::iter::once(&self.report).chain(&self.attached) {
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
