//! Why a record could not be opened or saved: what is wrong, where, what was expected, what to do.

use std::path::PathBuf;

use thiserror::Error;

use super::names::{at_name, at_path};
use super::problem::{Place, Problem, Refused};
use super::words::problem_in_words;
use super::{Foreign, PdfProblem, StorageError, VERSION};
use crate::record::ContentDigest;
use crate::text::file::disk::because;
use crate::text::file::{pdf, place, record as words, spelling};
use crate::text::{Lang, Message, path_in_words};

/// Why a file could not be opened or saved. The file on disk is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileError {
    /// Reading or writing failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// Larger than any record.
    #[error("{name}: more than 16 MiB")]
    TooLarge {
        /// The file.
        name: String,
    },
    /// Not a record at all.
    #[error("{name}: not a record but {}", .what.name(Lang::En))]
    Foreign {
        /// The file.
        name: String,
        /// What it is.
        what: Foreign,
    },
    /// A PDF from which no record can be taken.
    #[error("{name}: {}", .problem.words(Lang::En).0)]
    Pdf {
        /// The file.
        name: String,
        /// Why.
        problem: PdfProblem,
    },
    /// A record of a version that this program does not know.
    #[error("{name}: format version {found}, this program reads 1 to {VERSION}")]
    OtherVersion {
        /// The file.
        name: String,
        /// The version it says.
        found: u32,
    },
    /// A record in which something does not fit.
    #[error("{name}: line {}, column {}: {problem:?}", .place.line, .place.column)]
    Unfit {
        /// The file.
        name: String,
        /// Where.
        place: Box<Place>,
        /// What does not fit.
        problem: Problem,
    },
    /// Two items, two replies or two comments with one id.
    #[error("{name}: id {id} stands twice")]
    RepeatedId {
        /// The file.
        name: String,
        /// The id.
        id: String,
    },
    /// The record could not be put into words, or not be read back from them.
    #[error("the record could not be written: {said}")]
    NotWritable {
        /// What the writer or the reader said.
        said: String,
    },
    /// A file of this name is there already, and was not to be replaced.
    #[error("{}: exists already", .path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file is no longer the one that was opened.
    #[error("{}: changed by something else since it was opened", .path.display())]
    ChangedOutside {
        /// The file.
        path: PathBuf,
    },
    /// The file that was opened is no longer there.
    #[error("{}: no longer there", .path.display())]
    Vanished {
        /// The file.
        path: PathBuf,
    },
    /// What was written is not what can be read now.
    #[error("{}: reads back differently from what was written", .path.display())]
    ReadsBackDifferently {
        /// The file.
        path: PathBuf,
    },
    /// The new content is in place and can be read, but the disk did not confirm that it is safe.
    #[error("{}: written, but not confirmed by the disk: {error}", .path.display())]
    NotConfirmed {
        /// The file.
        path: PathBuf,
        /// What it holds now.
        digest: ContentDigest,
        /// What the disk said.
        error: StorageError,
    },
    /// The new content was put in place, but could not be read again to see that it is whole.
    #[error("{}: written, but could not be read again: {error}", .path.display())]
    NotReadBack {
        /// The file.
        path: PathBuf,
        /// What it holds if all is well.
        digest: ContentDigest,
        /// What the disk said.
        error: StorageError,
    },
    /// The previous version could not be kept, so that nothing was written.
    #[error("{}: the previous version could not be kept: {error}", .path.display())]
    PreviousNotKept {
        /// The file that was to be replaced.
        path: PathBuf,
        /// What the disk said.
        error: StorageError,
    },
    /// Somebody has the record open.
    #[error("{}: open by {} since {}", .path.display(), .by.as_deref().unwrap_or("?"), .since.as_deref().unwrap_or("?"))]
    Locked {
        /// The file.
        path: PathBuf,
        /// Who, if the lock says it.
        by: Option<String>,
        /// Since when, as ISO date and time in Japan, if the lock says it.
        since: Option<String>,
        /// Whether it is only being written by a command, which ends soon.
        by_command: bool,
    },
}

impl FileError {
    /// What the user is told.
    pub fn message(&self, lang: Lang) -> Message {
        let (what, place, expected, action) = match self {
            Self::Storage(error) => return error.message(lang),
            Self::OtherVersion { name, found } => return other_version(name, *found, lang),
            Self::Unfit { name, place, problem } => return does_not_fit(name, place, problem, lang),
            Self::Foreign { name, what } => {
                let said = words::not_a_record(what.name(lang), lang);
                (said, at_name(name, lang), words::a_record(lang), what.advice(lang))
            }
            Self::Pdf { name, problem } => {
                let (what, action) = problem.words(lang);
                (what, at_name(name, lang), pdf::with_one_record(lang), action)
            }
            Self::RepeatedId { name, id } => {
                let what = words::id_twice(id, lang);
                (what, at_name(name, lang), words::each_id_once(lang), words::correct_what_was_edited(lang))
            }
            Self::Locked { path, by, since, by_command } => {
                let by = by.as_deref().unwrap_or(words::somebody(lang));
                let what = match (by_command, since) {
                    (true, _) => words::being_written(by, lang),
                    (false, Some(since)) => words::locked(by, since, lang),
                    (false, None) => words::locked_since_unknown(by, lang),
                };
                let action = if *by_command { words::wait_a_moment(lang) } else { words::close_or_read_only(lang) };
                (what, at_path(path, lang), "", action)
            }
            Self::TooLarge { name } => {
                let what = words::too_large(lang).to_owned();
                (what, at_name(name, lang), words::usual_size(lang), words::choose_another_not_read(lang))
            }
            Self::NotWritable { said } => (words::not_writable(lang).to_owned(), said.clone(), "", words::keep_by_export(lang)),
            Self::Exists { path } => (words::exists(lang).to_owned(), at_path(path, lang), "", words::rename_or_replace(lang)),
            Self::ChangedOutside { path } => {
                let what = words::changed_outside(lang).to_owned();
                (what, at_path(path, lang), words::as_opened(lang), words::save_and_compare(lang))
            }
            Self::Vanished { path } => {
                (words::vanished(lang).to_owned(), at_path(path, lang), "", words::save_under_another_name(lang))
            }
            Self::ReadsBackDifferently { path } => {
                (words::reads_back_differently(lang).to_owned(), at_path(path, lang), "", words::save_elsewhere(lang))
            }
            Self::NotConfirmed { path, error, .. } => {
                let what = because(words::not_confirmed(lang), &error.reason(lang), lang);
                (what, at_path(path, lang), "", words::save_again(lang))
            }
            Self::NotReadBack { path, error, .. } => {
                let what = because(words::not_read_back(lang), &error.reason(lang), lang);
                (what, at_path(path, lang), "", words::save_again_previous_kept(lang))
            }
            Self::PreviousNotKept { path, error } => {
                let place = format!("{} ({})", at_path(path, lang), error.reason(lang));
                (words::previous_not_kept(lang).to_owned(), place, "", words::save_without_previous(lang))
            }
        };
        Message { what, place, expected: expected.to_owned(), action: action.to_owned() }
    }
}

fn other_version(name: &str, found: u32, lang: Lang) -> Message {
    let (what, expected, action) = if found > VERSION {
        (words::made_by_newer(found, lang), words::reads_up_to(VERSION, lang), words::open_with_newer(lang))
    } else {
        (words::no_such_version(found, lang), words::known_versions(VERSION, lang), words::correct_what_was_edited(lang))
    };
    Message { what, place: at_name(name, lang), expected, action: action.to_owned() }
}

/// What does not fit in a file at a place, what was expected, and what to do.
pub fn does_not_fit(name: &str, place: &Place, problem: &Problem, lang: Lang) -> Message {
    let (what, expected) = problem_in_words(problem, lang);
    let mut at = place::column(name, place.line, place.column, lang);
    if !place.field.is_empty() {
        at.push_str(&place::in_field(&path_in_words(&place.field, lang), lang));
    }
    if !place.excerpt.is_empty() {
        at.push_str(&place::excerpt(&place.excerpt, lang));
    }
    let action = match problem {
        Problem::Refused(Refused::TooMany(list)) => crate::text::too_many(*list, lang).action,
        Problem::CutOff | Problem::NotUtf8 | Problem::Zeros => words::get_the_original(lang).to_owned(),
        Problem::ShiftJis => spelling::save_again_as_utf8(lang).to_owned(),
        Problem::MergeMarks => spelling::choose_a_version(lang).to_owned(),
        _ => words::correct_what_was_edited(lang).to_owned(),
    };
    Message { what, place: at, expected, action }
}
