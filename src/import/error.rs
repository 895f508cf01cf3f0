//! Why a file was not read as an assessment sheet.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{FileKind, OutsideKind};
use crate::file::Foreign;
use crate::reader::ReaderProblem;
use crate::record::{List, too_many};
use crate::text::import as words;
use crate::text::{Lang, Message};

/// Why a file was not taken. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum ImportError {
    /// It is something else than an `.xlsx` file.
    #[error("this is no .xlsx file, but {0:?}")]
    Another(FileKind),
    /// It is larger than any sheet.
    #[error("this file has more than a sheet can have: {0:?}")]
    TooLarge(Limit),
    /// The process that reads it gave no answer.
    #[error("the reader gave no answer: {0:?}")]
    Reader(ReaderProblem),
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
    /// With it a list of the record would have more entries than it may have.
    #[error("{}", too_many(*.0))]
    TooMany(List),
    /// No cell of it has a name any more.
    #[error("the hidden columns of this sheet are gone")]
    NoKeys,
}

/// What a file has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// Bytes, as it came.
    File,
    /// Files inside it.
    Entries,
    /// Bytes when unpacked.
    Unpacked,
    /// Worksheets.
    Sheets,
    /// Cell formats.
    Styles,
    /// Texts that cells share.
    Texts,
    /// Cells.
    Cells,
}

impl ImportError {
    /// What is wrong, what was expected, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        let (what, expected, action) = match self {
            Self::TooMany(list) => return crate::text::too_many(*list, lang),
            Self::Another(kind) => (words::another_kind(&kind.name(lang), lang), words::a_sheet(lang), kind.advice(lang)),
            Self::TooLarge(limit) => (words::too_large(limit.words(lang), lang), words::a_sheet(lang), words::ask_again(lang)),
            Self::Reader(problem) => (problem.words(lang), words::a_sheet(lang), problem.action(lang)),
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
            Self::Styles => words::limit_styles(lang),
            Self::Texts => words::limit_texts(lang),
            Self::Cells => words::limit_cells(lang),
        }
    }
}

impl FileKind {
    fn name(&self, lang: Lang) -> String {
        let name = match self {
            Self::OldExcel => words::kind_old_excel(lang),
            Self::BinaryExcel => words::kind_binary_excel(lang),
            Self::XmlExcel => words::kind_xml_excel(lang),
            Self::OpenDocument => words::kind_open_document(lang),
            Self::Numbers => words::kind_numbers(lang),
            Self::Encrypted => words::kind_encrypted(lang),
            Self::WebPage => words::kind_web_page(lang),
            Self::TextTable => words::kind_text_table(lang),
            Self::Document => words::kind_document(lang),
            Self::Slides => words::kind_slides(lang),
            Self::Mail => words::kind_mail(lang),
            Self::Record => words::kind_record(lang),
            Self::Package => words::kind_package(lang),
            Self::ZipWithSheet(name) => return words::kind_zip_with_sheet(name, lang),
            Self::Archive => words::kind_archive(lang),
            Self::OwnerFile => words::kind_owner_file(lang),
            Self::Other(foreign) => foreign.name(lang),
        };
        name.to_owned()
    }

    const fn advice(&self, lang: Lang) -> &'static str {
        match self {
            Self::OldExcel | Self::BinaryExcel | Self::XmlExcel | Self::OpenDocument => words::save_as_xlsx(lang),
            Self::Numbers => words::export_from_numbers(lang),
            Self::Encrypted => words::take_password_off(lang),
            Self::WebPage | Self::TextTable => words::names_are_lost(lang),
            Self::Record => words::open_the_record(lang),
            Self::Package => words::open_the_package(lang),
            Self::ZipWithSheet(_) | Self::Archive | Self::Other(Foreign::Zip) => words::unpack_first(lang),
            Self::Mail => words::save_attachment(lang),
            Self::OwnerFile => words::choose_without_mark(lang),
            Self::Other(Foreign::Empty) => words::ask_for_whole(lang),
            Self::Document | Self::Slides | Self::Other(_) => words::choose_sheet(lang),
        }
    }
}

impl OutsideKind {
    /// What is outside, and what to do with it.
    pub(super) fn message(&self, lang: Lang) -> Message {
        let (what, action) = match self {
            Self::Comment { by, text } => (words::a_comment(by, text, lang), words::enter_as_comment(lang)),
            Self::TextBox(text) => (words::a_text_box(text, lang), words::enter_in_cells(lang)),
            Self::Picture => (words::a_picture(lang).to_owned(), words::attach_it(lang)),
            Self::Drawing => (words::a_drawing(lang).to_owned(), words::enter_in_cells(lang)),
            Self::Control => (words::a_control(lang).to_owned(), words::enter_in_cells(lang)),
            Self::HiddenRows(first, last) => (words::hidden_rows(*first, *last, lang), words::look_at_hidden(lang)),
            Self::HiddenSheet => (words::hidden_sheet(lang).to_owned(), words::look_at_hidden(lang)),
            Self::Filter => (words::a_filter(lang).to_owned(), words::look_at_hidden(lang)),
            Self::Merged(range) => (words::merged(range, lang), words::enter_merged(lang)),
            Self::Macro => (words::a_macro(lang).to_owned(), words::enter_in_cells(lang)),
            Self::FurtherSheet { cells, first } => (words::further_sheet(*cells, first, lang), words::enter_in_cells(lang)),
            Self::Written(text) => (words::written_outside(text, lang), words::enter_in_cells(lang)),
            Self::FarOut { cells, first } => (words::far_out(*cells, first, lang), words::enter_in_cells(lang)),
            Self::Formulas(number) => (words::formulas_outside(*number, lang), words::enter_in_cells(lang)),
            Self::Missing(number) => (words::missing_texts(*number, lang), words::look_in_the_file(lang)),
            Self::LostColumn(number) => (words::lost_column(*number, lang), words::enter_merged(lang)),
            Self::Unreadable(part) => (words::unreadable_part(part, lang), words::look_in_the_file(lang)),
            Self::More(number) => (words::more_outside(*number, lang), words::look_in_the_file(lang)),
        };
        Message { what, place: String::new(), expected: String::new(), action: action.to_owned() }
    }
}
