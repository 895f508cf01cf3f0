//! Saving so that nothing is lost: read back before, keep the previous version, write durably, read back after.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::names::{name_of, with_affixes};
use super::{
    Action, AppFolders, Cause, FileError, FileFormat, MAX_BYTES, Readers, Storage, StorageError, completed_name, parse, versions,
};
use crate::record::{ContentDigest, Record};

/// What the caller knows of the file it saves to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// There is none; the name is completed to `.liu.ron` or `.liu.json`, and nothing is ever replaced.
    New,
    /// It holds the bytes of this digest, as it did when it was opened or last saved.
    Digest(ContentDigest),
    /// Whatever it holds, the user chose to replace it.
    Overwrite,
}

/// What was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The file.
    pub path: PathBuf,
    /// How it is written.
    pub format: FileFormat,
    /// SHA-256 of its bytes: what the next save expects.
    pub digest: ContentDigest,
    /// Where its previous content is kept, if it had any.
    pub previous: Option<PathBuf>,
}

/// The digest of what a save of this record puts in place at `path`; nothing if it cannot be written.
pub fn digest_to_be(path: &Path, record: &Record) -> Option<ContentDigest> {
    FileFormat::of_path(path).write(record).ok().map(|text| ContentDigest::of(text.as_bytes()))
}

/// Saves a record. Whatever fails, the file holds its old or its new content whole.
///
/// # Errors
/// [`FileError::ChangedOutside`], [`FileError::Vanished`] and [`FileError::Exists`] if the file is not what was expected;
/// [`FileError::Storage`] and others if the disk fails. Nothing was replaced then, except after [`FileError::NotConfirmed`],
/// [`FileError::NotReadBack`] and [`FileError::ReadsBackDifferently`].
pub fn save(
    storage: &dyn Storage,
    path: &Path,
    record: &Record,
    expected: &Expected,
    folders: &AppFolders,
    now: Timestamp,
) -> Result<Saved, FileError> {
    let path = if *expected == Expected::New { completed_name(path) } else { path.to_owned() };
    let format = FileFormat::of_path(&path);
    let text = written_and_read_back(record, &path, format)?;
    let bytes = text.as_bytes();
    let digest = ContentDigest::of(bytes);
    let saved = |previous| Saved { path: path.clone(), format, digest: digest.clone(), previous };

    let old = read_old(storage, &path)?;
    if let Some(Old::Bytes(old)) = &old
        && *old == bytes
    {
        // A save that was not confirmed is repeated; there is no other content to keep.
        return match storage.write_durably(&path, bytes) {
            Err(error) if error.action == Action::Confirm => Err(FileError::NotConfirmed { path, digest, error }),
            Err(error) => Err(error.into()),
            Ok(()) => Ok(saved(None)),
        };
    }
    match (&old, expected) {
        (Some(_), Expected::New) => return Err(FileError::Exists { path }),
        (None, Expected::Digest(_)) => return Err(FileError::Vanished { path }),
        (Some(Old::Bytes(old)), Expected::Digest(known)) if ContentDigest::of(old) == *known => {}
        (Some(_), Expected::Digest(_)) => return Err(FileError::ChangedOutside { path }),
        (Some(Old::TooLarge), Expected::Overwrite) => return Err(FileError::TooLarge { name: name_of(&path) }),
        (Some(Old::Bytes(_)) | None, Expected::Overwrite) | (None, Expected::New) => {}
    }
    let Some(Old::Bytes(old)) = old else {
        match storage.create_new(&path, bytes) {
            Err(error) if error.cause == Cause::Exists => return Err(FileError::Exists { path }),
            Err(error) => confirm(storage, &path, bytes, &digest, error)?,
            Ok(()) => {}
        }
        read_back(storage, &path, &digest)?;
        return Ok(saved(None));
    };
    let previous = keep_previous(storage, &path, record, &old, folders, now)
        .map_err(|error| FileError::PreviousNotKept { path: path.clone(), error })?;
    if let Err(error) = storage.write_durably(&path, bytes) {
        confirm(storage, &path, bytes, &digest, error)?;
    }
    read_back(storage, &path, &digest)?;
    Ok(saved(Some(previous)))
}

/// The record in words that were read back and mean the same record.
fn written_and_read_back(record: &Record, path: &Path, format: FileFormat) -> Result<String, FileError> {
    let text = format.write(record)?;
    let said = match parse(text.as_bytes(), "") {
        Ok((same, _)) if same == *record => return Ok(text),
        Ok(_) => "the record reads back differently".to_owned(),
        Err(FileError::TooLarge { .. }) => return Err(FileError::TooLarge { name: name_of(path) }),
        Err(error) => error.to_string(),
    };
    Err(FileError::NotWritable { said })
}

enum Old {
    Bytes(Vec<u8>),
    TooLarge,
}

fn read_old(storage: &dyn Storage, path: &Path) -> Result<Option<Old>, StorageError> {
    match storage.read(path, MAX_BYTES) {
        Ok(bytes) => Ok(Some(Old::Bytes(bytes))),
        Err(error) => match error.cause {
            Cause::NotFound => Ok(None),
            Cause::TooLarge => Ok(Some(Old::TooLarge)),
            _ => Err(error),
        },
    }
}

/// Keeps the old content among the program's own data, or beside the file where that is not possible.
fn keep_previous(
    storage: &dyn Storage,
    path: &Path,
    record: &Record,
    old: &[u8],
    folders: &AppFolders,
    now: Timestamp,
) -> Result<PathBuf, StorageError> {
    // What is replaced may be another record, or no record at all.
    let (id, extension) = match parse(old, "") {
        Ok((replaced, format)) => (replaced.id, format.extension()),
        Err(_) => (record.id.clone(), ".replaced"),
    };
    versions::keep(storage, folders, &id, old, extension, path, now).or_else(|error| {
        log::warn!("{error}");
        let end = format!(".{}.bak", ContentDigest::of(old).short());
        let beside = path.with_file_name(with_affixes("", path.file_name().unwrap_or_default(), &end));
        match storage.create_new_for(&beside, old, Readers::As(path)) {
            Err(beside) if beside.cause != Cause::Exists => Err(error),
            _ => Ok(beside),
        }
    })
}

/// An error while writing may leave the content unknown: looks at it, and tries once more if the new content is there.
fn confirm(
    storage: &dyn Storage,
    path: &Path,
    bytes: &[u8],
    digest: &ContentDigest,
    error: StorageError,
) -> Result<(), FileError> {
    let (path, digest) = (path.to_owned(), digest.clone());
    match (storage.read(&path, MAX_BYTES), error.action) {
        (Ok(now), _) if now == bytes => match storage.write_durably(&path, bytes) {
            Err(error) => Err(FileError::NotConfirmed { path, digest, error }),
            Ok(()) => Ok(()),
        },
        // It was put in place, and something else is there now, or nothing can be seen.
        (Ok(_), Action::Confirm) => Err(FileError::ReadsBackDifferently { path }),
        (Err(error), Action::Confirm) => Err(FileError::NotReadBack { path, digest, error }),
        _ => Err(error.into()),
    }
}

/// Looks whether the file holds what was put in its place.
fn read_back(storage: &dyn Storage, path: &Path, digest: &ContentDigest) -> Result<(), FileError> {
    match storage.read(path, MAX_BYTES) {
        Ok(bytes) if ContentDigest::of(&bytes) == *digest => Ok(()),
        Ok(_) => Err(FileError::ReadsBackDifferently { path: path.to_owned() }),
        Err(error) => Err(FileError::NotReadBack { path: path.to_owned(), digest: digest.clone(), error }),
    }
}
