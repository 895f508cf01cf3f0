//! Opening a record from a file of its own, or from a PDF to which one is attached.

use std::path::Path;

use super::names::name_of;
use super::parse::{MAX_BYTES, Read, parse_told};
use super::pdf::{Attached, attached, is_pdf};
use super::{Cause, FileError, FileFormat, Storage, Told};
use crate::reader::Reader;
use crate::record::{ContentDigest, Record};

/// A record as it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The record.
    pub record: Record,
    /// Where it was found.
    pub found: Found,
    /// How the file differed from what the program writes, although nothing of it was lost.
    pub told: Vec<Told>,
    /// How a PDF says that it was printed, as it stands there; nothing if it does not say, or is no PDF.
    pub print_note: Option<String>,
    /// SHA-256 of the bytes of the file, by which a later save knows whether it was changed outside.
    pub digest: ContentDigest,
}

/// Where a record was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Found {
    /// In a file of its own, written so.
    File(FileFormat),
    /// Attached to a PDF. It has no file of its own yet.
    AttachedToPdf,
    /// In a package with other things. It has no file of its own yet.
    InPackage,
}

/// Opens a record: a file of its own, or a PDF with a record attached. The file is not touched.
///
/// # Errors
/// [`FileError`] says what the file is or what does not fit in it, and where.
pub fn open(storage: &dyn Storage, path: &Path) -> Result<Opened, FileError> {
    read(&storage.reader(), &bytes_of(storage, path)?, &name_of(path))
}

/// The bytes of a file that may be a record, for whoever looks at more than one thing that it may be: a file that is read twice may
/// be two files.
///
/// # Errors
/// [`FileError::TooLarge`], [`FileError::Storage`].
pub fn bytes_of(storage: &dyn Storage, path: &Path) -> Result<Vec<u8>, FileError> {
    storage.read(path, MAX_BYTES).map_err(|error| match error.cause {
        Cause::TooLarge => FileError::TooLarge { name: name_of(path) },
        _ => error.into(),
    })
}

/// Reads a record from the bytes of a file: a file of its own, or a PDF with a record attached, which `reader` reads. `name` is for
/// messages alone.
///
/// # Errors
/// As [`open`].
pub fn read(reader: &Reader, bytes: &[u8], name: &str) -> Result<Opened, FileError> {
    let digest = ContentDigest::of(bytes);
    if is_pdf(bytes) {
        let Attached { record, print_note, told } = attached(reader, bytes, name)?;
        return Ok(Opened { record, found: Found::AttachedToPdf, told, print_note, digest });
    }
    let Read { record, format, told } = parse_told(bytes, name)?;
    Ok(Opened { record, found: Found::File(format), told, print_note: None, digest })
}
