//! How a PDF was printed, attached to it: what it takes to set its pages again and to compare them.
//!
//! The note is a hint and proves nothing. Only pages that come out of it as they are in the PDF prove that it is true.

use serde::{Deserialize, Serialize};

use super::{Along, CopyKind, Document, ExportError, ExportInput};
use crate::catalogue::Catalogue;
use crate::judgement::Judgement;
use crate::record::{CataloguePin, Date, Record};
use crate::text::Lang;

/// What the note says it is.
const FORMAT: &str = "liu-wizard-print";
/// Its version.
const VERSION: u32 = 1;
/// No version of the program has a longer name, in characters.
const LONGEST_PROGRAM: usize = 40;

/// The version of this program, as its PDFs name it.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// What was printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Printed {
    /// A document of a record.
    Alone(Document),
    /// The same as it stands in a package, where outcome and state are told otherwise.
    InPackage(Document),
    /// 依頼文 of a package.
    Letter,
    /// Why a request is sent back.
    Reason,
    /// Cover and check-list of an application.
    Cover {
        /// The catalogues by which the results in it were judged, in their order.
        judged_by: Vec<CataloguePin>,
        /// What the applicant left out, row by row: of whom, of which service, and why.
        left_out: Vec<[String; 3]>,
    },
}

/// How a PDF was printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintNote {
    /// Always `liu-wizard-print`.
    format: String,
    /// Version of the note's format.
    version: u32,
    /// The version of the program that printed it, by its own account.
    program: String,
    /// What was printed.
    pub printed: Printed,
    /// The language, as its code.
    language: String,
    /// The day on which it was printed.
    pub day: Date,
    /// As a draft, or final.
    copy: CopyKind,
    /// What went along beside the content.
    along: Along,
    /// The catalogue that the record was judged by.
    pub catalogue: CataloguePin,
}

impl PrintNote {
    /// How something is printed by this program.
    pub fn of(printed: Printed, input: &ExportInput<'_>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            program: PROGRAM.to_owned(),
            printed,
            language: input.lang.code().to_owned(),
            day: input.today,
            copy: input.copy,
            along: input.along,
            catalogue: input.catalogue.pin(),
        }
    }

    /// Reads a note; nothing if it is none that this program knows.
    pub fn read(text: &str) -> Option<Self> {
        let note: Self = serde_json::from_str(text).ok()?;
        let is_version = |name: &str| name.chars().all(|letter| letter.is_ascii_alphanumeric() || ".+-".contains(letter));
        let is_known = note.format == FORMAT
            && note.version == VERSION
            && note.program.len() <= LONGEST_PROGRAM
            && is_version(&note.program)
            && Lang::from_code(&note.language).is_some();
        is_known.then_some(note)
    }

    /// The version of the program that printed it, by its own account.
    pub fn program(&self) -> &str {
        &self.program
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.language).unwrap_or_default()
    }

    /// What it was made of, with the record, its catalogue, and the judgement of that on the day of the note.
    pub fn input<'a>(&self, record: &'a Record, catalogue: &'a Catalogue, judgement: &'a Judgement) -> ExportInput<'a> {
        let (today, lang, copy, along) = (self.day, self.lang(), self.copy, self.along);
        ExportInput { record, catalogue, judgement, today, lang, copy, along }
    }

    /// The note as it is attached.
    pub(super) fn write(&self) -> Result<String, ExportError> {
        serde_jcs::to_string(self).map_err(|error| ExportError::Packing { problem: error.to_string() })
    }
}
