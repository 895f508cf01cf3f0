//! The record for the outside: one report without a format, and thin writers of it.
//!
//! Beside what people read (PDF, Markdown) stand the record as a file that the program opens again (JSON, RON), the judgement as
//! data, and the pre-application set, which holds them together with a manifest.
//!
//! **Invariant:** nothing is judged here, and no clock is read: equal input gives equal bytes. Text of the record is data in every
//! format; none of it ever acts as markup.

mod build;
mod copy;
mod error;
mod file_name;
mod glyphs;
mod judgement_json;
mod markdown;
mod pdf;
mod report;
mod set;
mod write;

pub use copy::Copy;
pub use error::ExportError;
pub use file_name::{file_name, set_name};
pub use glyphs::{SUBSTITUTE, unprintable};
pub use judgement_json::{JudgementDocument, judgement_json};
pub use report::{Block, Cell, Chapter, Column, Emphasis, Fact, Place, Report, Running, Table, Verdict};
pub use set::{
    MANIFEST_NAME, Manifest, ManifestFile, SetCheck, SetProblem, pre_application, pre_application_zip, read_zip, verify_set,
};
pub use write::{ExportedFile, FileRole, IfPresent, write_all};

use crate::catalogue::Catalogue;
use crate::file;
use crate::judgement::Judgement;
use crate::record::{Date, Record};
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
}

/// A format that one file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The printed form, PDF/A-3a and PDF/UA-1, with the record attached.
    Pdf,
    /// The record as `*.liu.json`: it opens again.
    Json,
    /// The printed form's text as Markdown.
    Markdown,
    /// The record as `*.liu.ron`: it opens again.
    Ron,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Json, Self::Markdown, Self::Ron];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Ron => "ron",
        }
    }

    /// The format with this name on the command line.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// What its files end in, with the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => ".pdf",
            Self::Json => ".liu.json",
            Self::Markdown => ".md",
            Self::Ron => ".liu.ron",
        }
    }
}

/// The document that people read, without a format.
pub fn report(input: &ExportInput<'_>) -> Report {
    build::report(input)
}

/// Makes one file.
///
/// # Errors
/// [`ExportError::NotFinal`] if a final copy is asked for and the record does not allow one; the others only if the program itself
/// is at fault.
pub fn render(format: Format, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    input.copy.check(input)?;
    match format {
        Format::Pdf => pdf::write(report(input), input, file::to_json(input.record)?),
        Format::Json => Ok(file::to_json(input.record)?.into_bytes()),
        Format::Markdown => Ok(markdown::write(&report(input)).into_bytes()),
        Format::Ron => Ok(file::to_ron(input.record)?.into_bytes()),
    }
}
