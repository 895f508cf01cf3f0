//! Why an export was not made.

use thiserror::Error;

use super::{ArchiveProblem, MANIFEST_NAME, ManifestProblem, SetProblem};
use crate::file::{FileError, StorageError};
use crate::record::ApprovalState;
use crate::text::export as words;
use crate::text::{Label as _, Lang, Message, partner};

/// Why an export was not made, written or read.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A final copy was asked for of a record on which nothing was decided, or that has findings of severity error.
    #[error("no final copy: the record is {state:?} and has {errors} findings of severity error")]
    NotFinal {
        /// The state of the approval; nothing for a provider's record, on which nobody decides.
        state: Option<ApprovalState>,
        /// How many findings are errors.
        errors: usize,
    },
    /// The approved content was asked for of a record that was never approved, or whose approved content is not known.
    #[error("no approved content: the record is {state:?}, or the content of then is not known")]
    NoApprovedContent {
        /// The state of the approval.
        state: ApprovalState,
    },
    /// A document was asked for about an item that the record does not have.
    #[error("there is no information item `{item}`")]
    NoSuchItem {
        /// What was asked for.
        item: String,
    },
    /// A document was asked for that is made of providers' records alone.
    #[error("the introduction for agencies is made of a provider's record alone")]
    OnlyOfProvider,
    /// The record cannot be said in OSCAL without saying more than it holds.
    #[error("no OSCAL of this record: {problem}")]
    NotOscal {
        /// What is missing, in words.
        problem: String,
    },
    /// The pages could not be set: the program is at fault.
    #[error("the pages could not be set: {problem}")]
    Layout {
        /// What the typesetter said.
        problem: String,
    },
    /// The document would have more lines than are set into pages.
    #[error("the document would have about {lines} lines, at most {most} are set into pages")]
    TooLong {
        /// About so many.
        lines: usize,
        /// So many are set.
        most: usize,
    },
    /// What was made is larger than the program opens again. Nothing of it was written.
    #[error("what was made has {bytes} bytes, at most {most} can be opened again")]
    TooLargeToReadAgain {
        /// Its size.
        bytes: u64,
        /// What is opened.
        most: u64,
    },
    /// The record could not be written as a file.
    #[error(transparent)]
    File(#[from] FileError),
    /// A file could not be put where it should go.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The set could not be packed: the program is at fault.
    #[error("the set could not be packed: {problem}")]
    Packing {
        /// What the packer said.
        problem: String,
    },
    /// The ZIP file cannot be read, or holds what no set holds.
    #[error("this is no set that can be read: {}", .0.words(Lang::En))]
    Unpacking(ArchiveProblem),
    /// There is no manifest among the files.
    #[error("there is no manifest.json among the files")]
    NoManifest,
    /// The manifest cannot be read.
    #[error("manifest.json: {problem}")]
    Manifest {
        /// What is wrong with it.
        problem: String,
    },
    /// The manifest is of a later version of the program.
    #[error("manifest.json has version {version}, this program knows versions up to {known}")]
    ManifestNewer {
        /// Its version.
        version: u32,
        /// The latest version that is known.
        known: u32,
    },
}

impl From<ManifestProblem> for ExportError {
    fn from(problem: ManifestProblem) -> Self {
        match problem {
            ManifestProblem::Missing => Self::NoManifest,
            ManifestProblem::Unreadable(problem) => Self::Manifest { problem },
            ManifestProblem::OtherFormat(found) => Self::Manifest { problem: format!("format {found:?}") },
            ManifestProblem::Newer { version, known } => Self::ManifestNewer { version, known },
        }
    }
}

impl ExportError {
    /// What went wrong, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        let (what, expected, action) = match self {
            Self::File(error) => return error.message(lang),
            Self::Storage(error) => return error.message(lang),
            Self::NotFinal { state: Some(state), errors } => {
                let what = words::not_final(state.label(lang), *errors, lang);
                (what, words::approved_without_errors(lang), words::settle_and_approve(lang))
            }
            Self::NotFinal { state: None, errors } => {
                (words::part_not_final(*errors, lang), words::complete_part(lang), words::settle(lang))
            }
            Self::NoApprovedContent { state: state @ (ApprovalState::Approved | ApprovalState::Lapsed) } => {
                let what = words::approved_content_unknown(state.label(lang), lang);
                (what, words::with_approved_copy(lang), words::look_for_approved(lang))
            }
            Self::NoApprovedContent { state } => {
                let what = words::not_approved(state.label(lang), lang);
                (what, words::an_approved_record(lang), words::leave_out_approved(lang))
            }
            Self::NoSuchItem { item } => {
                (words::no_such_item(item, lang), words::number_or_id(lang), words::look_up_number(lang))
            }
            Self::OnlyOfProvider => {
                (partner::only_of_provider(lang).to_owned(), partner::a_providers_record(lang), partner::choose_other(lang))
            }
            Self::NotOscal { problem } => {
                (words::not_oscal(problem, lang), words::assessed_record(lang), words::settle_or_other_format(lang))
            }
            Self::Layout { problem } => (words::not_set(problem, lang), "", words::export_and_report(lang)),
            Self::TooLong { lines, most } => (words::too_long(*lines, *most, lang), "", words::shorten_or_other_medium(lang)),
            Self::TooLargeToReadAgain { bytes, most } => {
                let mebibytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
                let what = words::too_large_to_read_again(mebibytes(*bytes), mebibytes(*most), lang);
                (what, "", words::leave_out_or_other_medium(lang))
            }
            Self::Packing { problem } => (words::not_packed(problem, lang), "", words::export_to_folder(lang)),
            Self::Unpacking(problem) => {
                let action = problem.action(lang).unwrap_or(words::ask_again(lang));
                (words::not_a_set(&problem.words(lang), lang), words::a_zip_of_a_set(lang), action)
            }
            Self::NoManifest => (words::no_manifest(lang).to_owned(), words::folder_or_zip(lang), words::choose_set(lang)),
            Self::Manifest { problem } => {
                let what = words::manifest_unreadable(problem, lang);
                (what, words::manifest_as_exported(lang), words::ask_again(lang))
            }
            Self::ManifestNewer { version, known } => {
                (words::manifest_newer(*version, *known, lang), "", words::verify_with_newer(lang))
            }
        };
        Message { what, expected: expected.to_owned(), action: action.to_owned(), ..Message::default() }
    }
}

impl SetProblem {
    /// The file that it is about.
    pub fn file(&self) -> &str {
        match self {
            Self::Missing(name)
            | Self::Changed(name)
            | Self::NotListed(name)
            | Self::Unreadable(name)
            | Self::AnotherRecord(name) => name,
            Self::ManifestChanged => MANIFEST_NAME,
        }
    }

    /// What does not fit, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        let what = match self {
            Self::Missing(_) => words::missing(lang),
            Self::Changed(_) => words::changed(lang),
            Self::NotListed(_) => words::not_listed(lang),
            Self::Unreadable(_) => words::unreadable(lang),
            Self::AnotherRecord(_) => words::another_record(lang),
            Self::ManifestChanged => words::manifest_changed(lang),
        };
        Message {
            what: what.to_owned(),
            place: self.file().to_owned(),
            expected: words::as_exported(lang).to_owned(),
            action: words::ask_again(lang).to_owned(),
        }
    }
}
