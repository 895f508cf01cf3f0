//! Opening a record together with the catalogue it is judged by.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::Shelf;
use crate::catalogue::DanglingId;
use crate::file::{self, Cause, FileError, Foreign, Found, Opened, Storage};
use crate::package::{self, Package, PackageError};
use crate::record::{CataloguePin, ContentDigest, Record};
use crate::text::{Lang, Message, portfolio as words};

/// Why a record could not be opened with a catalogue. The file is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OpenError {
    /// The file could not be read as a record.
    #[error(transparent)]
    File(#[from] FileError),
    /// The file is a ZIP file, and no package that can be read.
    #[error("{}: {error}", .path.display())]
    Package {
        /// The file.
        path: PathBuf,
        /// Why it was refused.
        error: Box<PackageError>,
    },
    /// The record names things that the catalogue does not know, so that a part of it could not be judged.
    #[error("{}: ids that catalogue {} {} does not know: {}", .path.display(), .in_use.id, .in_use.version, listed(.ids))]
    DanglingIds {
        /// The file.
        path: PathBuf,
        /// The ids, with where they stand.
        ids: Vec<DanglingId>,
        /// The catalogue the record was made with.
        made_with: Box<CataloguePin>,
        /// The catalogue it was to be judged by.
        in_use: Box<CataloguePin>,
    },
}

impl OpenError {
    /// What is wrong, where, what was expected, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::File(error) => error.message(lang),
            Self::Package { path, error } => words::in_file(error.message(lang), path),
            Self::DanglingIds { path, ids, made_with, in_use } => {
                let ids: Vec<_> = ids.iter().map(|dangling| (dangling.id.as_str(), dangling.field.to_string())).collect();
                words::dangling_ids(path, &ids, made_with, in_use, lang)
            }
        }
    }
}

/// What a file was opened as.
#[derive(Clone, Debug)]
pub enum OpenedFile {
    /// A record: in a file of its own, or attached to a PDF.
    Record(Box<Opened>),
    /// A package, with SHA-256 of the bytes of the file.
    Package(Box<Package>, ContentDigest),
}

impl OpenedFile {
    /// The record; of a package the one that it is about, without an assessment that is not given.
    pub fn into_record(self) -> Opened {
        match self {
            Self::Record(opened) => *opened,
            Self::Package(package, digest) => {
                Opened { record: package.about(), found: Found::InPackage, told: Vec::new(), print_note: None, digest }
            }
        }
    }
}

/// Opens a record and makes sure that the catalogue it is judged by knows everything it names. Of a package it is the record
/// that the package is about; of a request that was sent back, without the assessment that is not given.
///
/// # Errors
/// [`OpenError`]; the file is as it was.
pub fn open_checked(storage: &dyn Storage, path: &Path, shelf: &Shelf) -> Result<Opened, OpenError> {
    open_file(storage, path, shelf).map(OpenedFile::into_record)
}

/// Opens a record or a package, and makes sure that the catalogues they are judged by know everything that the records in it
/// name.
///
/// # Errors
/// [`OpenError`]; the file is as it was.
pub fn open_file(storage: &dyn Storage, path: &Path, shelf: &Shelf) -> Result<OpenedFile, OpenError> {
    let opened = open_despite_attachments(storage, path, shelf)?;
    if let OpenedFile::Package(package, _) = &opened {
        let refused = |error| OpenError::Package { path: path.to_owned(), error: Box::new(error) };
        package.refuse_if_damaged().map_err(refused)?;
    }
    Ok(opened)
}

/// The same, but a package may lack attachments or have other ones than were put into it; see [`Package::damaged`]. For somebody
/// who is told so.
///
/// # Errors
/// [`OpenError`]; the file is as it was.
pub fn open_despite_attachments(storage: &dyn Storage, path: &Path, shelf: &Shelf) -> Result<OpenedFile, OpenError> {
    let is_zip_by_name = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"));
    let opened = if is_zip_by_name { open_package(storage, path)? } else { open_by_content(storage, path)? };
    match &opened {
        OpenedFile::Record(opened) => check_ids(&opened.record, path, storage, shelf)?,
        OpenedFile::Package(package, _) => {
            check_ids(&package.record, path, storage, shelf)?;
            package.results.iter().try_for_each(|result| check_ids(result, path, storage, shelf))?;
        }
    }
    Ok(opened)
}

/// A file whose name does not say that it is a ZIP file may be one all the same.
fn open_by_content(storage: &dyn Storage, path: &Path) -> Result<OpenedFile, OpenError> {
    let bytes = file::bytes_of(storage, path)?;
    match file::read(&storage.reader(), &bytes, &file::name_of(path)) {
        Err(FileError::Foreign { what: Foreign::Zip, .. }) => package_of(&bytes, path),
        opened => Ok(OpenedFile::Record(Box::new(opened?))),
    }
}

fn open_package(storage: &dyn Storage, path: &Path) -> Result<OpenedFile, OpenError> {
    let bytes = storage.read(path, package::MAX_BYTES).map_err(|error| match error.cause {
        Cause::TooLarge => refused(PackageError::TooLarge, path),
        _ => OpenError::File(error.into()),
    })?;
    package_of(&bytes, path)
}

fn package_of(bytes: &[u8], path: &Path) -> Result<OpenedFile, OpenError> {
    let package = package::read_despite_attachments(bytes).map_err(|error| refused(error, path))?;
    Ok(OpenedFile::Package(Box::new(package), ContentDigest::of(bytes)))
}

fn refused(error: PackageError, path: &Path) -> OpenError {
    OpenError::Package { path: path.to_owned(), error: Box::new(error) }
}

/// Makes sure that the catalogue by which a record is judged knows everything that it names. `path` is where it was found.
///
/// # Errors
/// [`OpenError::DanglingIds`].
pub fn check_ids(record: &Record, path: &Path, storage: &dyn Storage, shelf: &Shelf) -> Result<(), OpenError> {
    let catalogue = shelf.for_record(storage, record).catalogue;
    let ids = catalogue.dangling_ids(record);
    if ids.is_empty() {
        return Ok(());
    }
    let made_with = Box::new(record.catalogue.clone());
    Err(OpenError::DanglingIds { path: path.to_owned(), ids, made_with, in_use: Box::new(catalogue.pin()) })
}

fn listed(ids: &[DanglingId]) -> String {
    ids.iter().map(|dangling| format!("{} ({})", dangling.id, dangling.field)).collect::<Vec<_>>().join(", ")
}
