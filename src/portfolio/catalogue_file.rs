//! Reading a catalogue of the user's own from a file.

use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::bounds::CATALOGUE_BYTES;
use crate::catalogue::{Catalogue, CatalogueError};
use crate::file::{Storage, StorageError};
use crate::text::{self, Lang, Message, portfolio as words};

/// Why a catalogue file was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CatalogueFileError {
    /// It could not be read from the disk.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// It is not text.
    #[error("{}: not text in UTF-8", .path.display())]
    NotText {
        /// The file.
        path: PathBuf,
    },
    /// It is text, and no catalogue.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
}

impl CatalogueFileError {
    /// What is wrong, where, what was expected, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Storage(error) => error.message(lang),
            Self::NotText { path } => words::catalogue_not_text(path, lang),
            Self::Catalogue(error) => text::catalogue_error(error, lang),
        }
    }
}

/// Reads a catalogue of the user's own.
///
/// # Errors
/// [`CatalogueFileError`] says what does not fit, and where.
pub fn load_catalogue(storage: &dyn Storage, path: &Path) -> Result<Catalogue, CatalogueFileError> {
    let bytes = storage.read(path, CATALOGUE_BYTES as u64)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let text = std::str::from_utf8(&bytes).map_err(|_| CatalogueFileError::NotText { path: path.to_owned() })?;
    Ok(Catalogue::from_ron(&name, text.strip_prefix('\u{FEFF}').unwrap_or(text))?)
}
