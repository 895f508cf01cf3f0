//! Why a file was not read as an assessment sheet.

use thiserror::Error;

use crate::text::import as words;
use crate::text::{Lang, Message};

/// Why a file was not taken. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// It is no `.xlsx` file.
    #[error("this is no .xlsx file")]
    NotWorkbook,
    /// It is protected by a password, or of Excel before 2007.
    #[error("this file is protected by a password, or of Excel before 2007")]
    Protected,
    /// It is larger than any sheet.
    #[error("this file has more than a sheet can have: {0:?}")]
    TooLarge(Limit),
    /// It is a broken `.xlsx` file.
    #[error("this .xlsx file is broken: {problem}")]
    Broken {
        /// What the reader said.
        problem: String,
    },
    /// It is a workbook, and none that this program made.
    #[error("this workbook was not made by this program")]
    NotSheet,
    /// It was made by a later version of this program.
    #[error("this sheet has version {version}, this program reads versions up to {known}")]
    Newer {
        /// Its version.
        version: u32,
        /// The latest version that is read.
        known: u32,
    },
    /// It is the sheet of another record.
    #[error("this is the sheet of record {found}, not of {expected}")]
    AnotherRecord {
        /// The record it is of.
        found: String,
        /// The record that is open.
        expected: String,
    },
    /// It was made with another catalogue, whose words may mean something else.
    #[error("this sheet was made with catalogue {found}, the one in use is {expected}")]
    AnotherCatalogue {
        /// The catalogue it was made with.
        found: String,
        /// The catalogue in use.
        expected: String,
    },
    /// No cell of it has a name any more.
    #[error("the hidden columns of this sheet are gone")]
    NoKeys,
}

/// What a file has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Bytes, as it came.
    File,
    /// Files inside it.
    Entries,
    /// Bytes when unpacked.
    Unpacked,
    /// Worksheets.
    Sheets,
    /// Rows or columns in use.
    Extent,
    /// Cells.
    Cells,
}

impl ImportError {
    /// What is wrong, what was expected, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        let (what, expected, action) = match self {
            Self::NotWorkbook => (words::not_workbook(lang).to_owned(), words::a_sheet(lang), words::choose_sheet(lang)),
            Self::Protected => (words::protected(lang).to_owned(), words::an_open_sheet(lang), words::take_password_off(lang)),
            Self::TooLarge(limit) => (words::too_large(limit.words(lang), lang), words::a_sheet(lang), words::ask_again(lang)),
            Self::Broken { problem } => (words::broken(problem, lang), words::a_whole_sheet(lang), words::ask_again(lang)),
            Self::NotSheet => (words::not_sheet(lang).to_owned(), words::a_sheet(lang), words::keep_properties(lang)),
            Self::Newer { version, known } => (words::newer(*version, *known, lang), "", words::update(lang)),
            Self::AnotherRecord { found, expected } => {
                (words::another_record(found, expected, lang), words::sheet_of_this_record(lang), words::open_other(lang))
            }
            Self::AnotherCatalogue { found, expected } => {
                (words::another_catalogue(found, expected, lang), words::same_catalogue(lang), words::export_again(lang))
            }
            Self::NoKeys => (words::no_keys(lang).to_owned(), words::hidden_columns(lang), words::copy_answers(lang)),
        };
        Message { what, place: String::new(), expected: expected.to_owned(), action: action.to_owned() }
    }
}

impl Limit {
    const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::File => words::limit_file(lang),
            Self::Entries => words::limit_entries(lang),
            Self::Unpacked => words::limit_unpacked(lang),
            Self::Sheets => words::limit_sheets(lang),
            Self::Extent => words::limit_extent(lang),
            Self::Cells => words::limit_cells(lang),
        }
    }
}
