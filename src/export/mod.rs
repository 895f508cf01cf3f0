//! The record for the outside: one report without a format, and thin writers of it.
//!
//! Beside what people read (PDF, Markdown) stand the record as a file that the program opens again (JSON, RON), the judgement as
//! data, and the set, which holds them together with a manifest.
//!
//! What leaves the house is the content with its approval. Comments and history go along only where they are asked for ([`Along`]).
//!
//! **Invariant:** nothing is judged here, and no clock is read: equal input gives equal bytes. Text of the record is data in every
//! format; none of it ever acts as markup.

mod approval_json;
mod archive;
mod build;
pub mod carried;
mod copy;
mod csv;
mod docx;
pub mod entered;
mod error;
mod file_name;
mod glyphs;
mod judgement_json;
mod listed;
mod markdown;
mod oscal;
mod page_text;
mod pages;
mod pdf;
mod picture;
mod product;
mod report;
mod set;
mod unseen;
pub mod workbook;
mod write;

pub use approval_json::{ApprovalDocument, ChangeDocument, ChangesDocument, OpinionDocument, StatementDocument};
pub use archive::{ArchiveProblem, Forgiven, Limits, NamedFile, Unpacked, pack, unpack};
pub use build::{check_list, empty_report, full_picture, picture, text_or_blank, what_comes_next};
pub use copy::Copy;
pub use error::ExportError;
pub use file_name::{distinct as distinct_name, safe as safe_name_part, stem as file_stem};
pub use glyphs::{SUBSTITUTE, unprintable};
pub use judgement_json::{JudgementDocument, judgement_json};
pub use listed::{Listed, MANIFEST_NAME, ManifestProblem, SetProblem, check_listed, not_listed, read_manifest, recognise};
pub use pages::{LONGEST_SIDE, Pages, Pixels};
pub use picture::{Picture, PictureCell, PictureRow};
pub use product::{Data, Document, Medium, Packing, Product};
pub use report::{Block, Cell, Chapter, Column, Emphasis, Entry, Fact, Head, Report, Running, Spot, Table, Verdict};
pub use set::{Manifest, ManifestFile, SET_FORMAT, SetCheck, of_folder, pre_application, read_zip, verify_set};
pub use write::{ExportedFile, FileRole, IfPresent, write_all, write_one};

use crate::catalogue::Catalogue;
use crate::file;
use crate::judgement::Judgement;
use crate::record::{Date, History, Record};
use crate::text::Lang;

/// Everything an export is made of.
#[derive(Clone, Copy, Debug)]
pub struct ExportInput<'a> {
    /// The record.
    pub record: &'a Record,
    /// The catalogue it was judged by.
    pub catalogue: &'a Catalogue,
    /// The judgement of the record by that catalogue on that day.
    pub judgement: &'a Judgement,
    /// The day of the export.
    pub today: Date,
    /// The language of what people read. Data are the same in both.
    pub lang: Lang,
    /// Whether every page says 作成中. [`Copy::at_hand`] is what the record's state allows.
    pub copy: Copy,
    /// What goes along beside the content.
    pub along: Along,
}

/// What stands beside the content and leaves the house only if somebody asks for it: it is the house's own talk, and a reader of a
/// document does not see that the record in it carries more than the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Along {
    /// The comments: a chapter of the whole record and of 影響度評価シート, and part of the record as data.
    pub comments: bool,
    /// The history, with every earlier wording: a list of the versions in 事前申請記録, and part of the record as data.
    pub history: bool,
    /// The annex of 事前申請記録: criteria, terms, questions with what they rest on, sources. It holds nothing of the record.
    /// Sets and applications have it without being asked, once.
    pub annex: bool,
}

impl Along {
    /// All of it.
    pub const EVERYTHING: Self = Self { comments: true, history: true, annex: true };

    /// The record as it leaves the house.
    #[must_use]
    pub fn of(self, record: &Record) -> Record {
        let comments = if self.comments { record.comments.clone() } else { Vec::new() };
        let history = if self.history { record.history.clone() } else { History::default() };
        Record { comments, history, ..record.clone() }
    }
}

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
/// As [`render`].
pub fn typeset(document: &Document, input: &ExportInput<'_>) -> Result<Pages, ExportError> {
    input.copy.check(input)?;
    pages::set(report(document, input)?, input, file::to_json(input.record)?)
}

/// Makes one file.
///
/// # Errors
/// [`ExportError::NotFinal`] if a final copy is asked for and the record does not allow one; [`ExportError::NoSuchItem`] as
/// [`report`]; [`ExportError::NotOscal`] if OSCAL would have to say more than the record holds; the others only if the program
/// itself is at fault.
pub fn render(product: &Product, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    input.copy.check(input)?;
    let record = input.along.of(input.record);
    let input = &ExportInput { record: &record, ..*input };
    match product {
        Product::Document(document, medium) => write_report(report(document, input)?, *medium, input),
        Product::Data(data) => match data {
            Data::Workbook => workbook::write(&report(&Document::Sheet, input)?, input),
            Data::Json => Ok(file::to_json(input.record)?.into_bytes()),
            Data::Oscal => oscal::write(input),
            Data::ItemsCsv => csv::write(&build::items_table(input)),
            Data::FindingsCsv => csv::write(&build::findings_data(input)),
            Data::Ron => Ok(file::to_ron(input.record)?.into_bytes()),
        },
        Product::Set(_, documents) => set::pack(&pre_application(documents, input)?),
    }
}

/// Writes a document that is built already; a PDF has the record attached.
///
/// # Errors
/// Only if the program itself is at fault.
pub fn write_report(report: Report, medium: Medium, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    match medium {
        Medium::Pdf => pdf::write(report, input, file::to_json(&input.along.of(input.record))?),
        Medium::Docx => docx::write(&report, input),
        Medium::Markdown => Ok(markdown::write(&report).into_bytes()),
    }
}

/// Makes a product: one file, or the files of the set, which then belong into a folder of the product's name.
///
/// # Errors
/// As [`render`].
pub fn make(product: &Product, input: &ExportInput<'_>) -> Result<Vec<ExportedFile>, ExportError> {
    match product {
        Product::Set(Packing::Folder, documents) => pre_application(documents, input),
        one_file => {
            let name = one_file.file_name(input.record, input.lang);
            Ok(vec![ExportedFile { name, bytes: render(one_file, input)?, role: FileRole::Document }])
        }
    }
}
