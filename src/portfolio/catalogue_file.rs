//! Reading a catalogue of the user's own from a file.

use std::path::Path;

use thiserror::Error;

use crate::bounds::CATALOGUE_BYTES;
use crate::catalogue::{Catalogue, CatalogueError};
use crate::file::{Foreign, Place, Problem, Storage, StorageError, diagnosed, does_not_fit, name_of, parse, text_or_foreign};
use crate::text::{self, Lang, Message, file::place::file as in_file};

/// Why a catalogue file was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CatalogueFileError {
    /// It could not be read from the disk.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// It is something else.
    #[error("{name}: not a catalogue but {}", .what.name(Lang::En))]
    Other {
        /// The file.
        name: String,
        /// What it is.
        what: Foreign,
    },
    /// Something does not fit in it.
    #[error("{name}: line {}, column {}: {problem:?}", .place.line, .place.column)]
    Unfit {
        /// The file.
        name: String,
        /// Where.
        place: Box<Place>,
        /// What does not fit.
        problem: Problem,
    },
    /// It reads well, and is no catalogue that can be judged by.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
}

impl CatalogueFileError {
    /// What is wrong, where, what was expected, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Storage(error) => error.message(lang),
            Self::Other { name, what } => Message {
                what: text::no_catalogue(name, what.name(lang), lang),
                place: in_file(name, lang),
                expected: text::catalogue_expected(lang).to_owned(),
                action: what.advice(lang).to_owned(),
            },
            Self::Unfit { name, place, problem } => {
                let message = does_not_fit(name, place, problem, lang);
                let needs_more_than_a_line = matches!(problem, Problem::CutOff | Problem::MergeMarks);
                Message {
                    what: text::catalogue_unread(name, &message.what, lang),
                    action: if needs_more_than_a_line { message.action } else { text::correct_catalogue(lang).to_owned() },
                    ..message
                }
            }
            Self::Catalogue(error) => text::catalogue_error(error, lang),
        }
    }
}

/// Reads a catalogue of the user's own, in UTF-8 or UTF-16.
///
/// # Errors
/// [`CatalogueFileError`] says what does not fit, and where.
pub fn load_catalogue(storage: &dyn Storage, path: &Path) -> Result<Catalogue, CatalogueFileError> {
    let bytes = storage.read(path, CATALOGUE_BYTES as u64)?;
    let name = name_of(path);
    let text = match text_or_foreign(&bytes) {
        Ok(text) => text,
        Err(what) => return Err(CatalogueFileError::Other { name, what }),
    };
    Catalogue::from_ron(&name, &text).map_err(|error| match error {
        CatalogueError::Syntax { .. } if parse(text.as_bytes(), &name).is_ok() => {
            CatalogueFileError::Other { name: name.clone(), what: Foreign::Record }
        }
        CatalogueError::Syntax { said, .. } => match Foreign::of(text.as_bytes()) {
            what @ (Foreign::Html | Foreign::Xml | Foreign::Json | Foreign::Oscal | Foreign::CnilPia | Foreign::Judgement) => {
                CatalogueFileError::Other { name: name.clone(), what }
            }
            // Anything else is taken for a catalogue that somebody edited.
            _ => {
                let (place, problem) = diagnosed(&text, *said);
                CatalogueFileError::Unfit { name: name.clone(), place: Box::new(place), problem }
            }
        },
        error => error.into(),
    })
}
