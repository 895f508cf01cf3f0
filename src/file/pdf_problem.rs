//! Why no record can be taken from a PDF.

use serde::{Deserialize, Serialize};

use crate::reader::ReaderProblem;
use crate::text::Lang;
use crate::text::file::pdf as words;

/// Why no record can be taken from a PDF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PdfProblem {
    /// No record is attached to it.
    NoRecord,
    /// Records that differ are attached to it, so many.
    Several(usize),
    /// It is protected by a password.
    Protected,
    /// It cannot be read as a PDF.
    Unreadable {
        /// What the reader said.
        said: String,
    },
    /// The process that reads it gave no answer.
    Reader(ReaderProblem),
}

impl PdfProblem {
    /// What is wrong, and what to do.
    pub(super) fn words(&self, lang: Lang) -> (String, &'static str) {
        match self {
            Self::NoRecord => (words::no_record(lang).to_owned(), words::choose_as_exported(lang)),
            Self::Several(count) => (words::several(*count, lang), words::ask_which(lang)),
            Self::Protected => (words::protected(lang).to_owned(), words::ask_without_protection(lang)),
            Self::Reader(problem) => (problem.words(lang), problem.action(lang)),
            Self::Unreadable { said } => (words::unreadable(said, lang), words::send_again(lang)),
        }
    }
}
