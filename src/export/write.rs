//! Files that were made, and putting them where they go.

use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ExportError;
use crate::file::{Storage, StorageError, byte_count};

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// Its name: no folders, safe on every file system.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// What it is for.
    pub role: FileRole,
}

/// What a file of a set is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileRole {
    /// The printed form.
    Document,
    /// The record as JSON.
    RecordJson,
    /// The record as RON.
    RecordRon,
    /// The list of the others, with their digests.
    Manifest,
}

/// What to do where a file stands already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IfPresent {
    /// Leave it, and refuse.
    Refuse,
    /// Put the new one in its place.
    Replace,
}

/// Writes files into a folder, which is made if it does not exist. Returns their paths.
///
/// A file of the same content that is there already is left alone, so that an export may be repeated.
///
/// # Errors
/// [`ExportError::Storage`] for the first file that could not be written; those before it stand.
pub fn write_all(
    storage: &dyn Storage,
    folder: &Path,
    files: &[ExportedFile],
    if_present: IfPresent,
) -> Result<Vec<PathBuf>, ExportError> {
    storage.create_folder(folder)?;
    let mut paths = Vec::with_capacity(files.len());
    for file in files {
        let path = folder.join(&file.name);
        write_one(storage, &path, &file.bytes, if_present)?;
        paths.push(path);
    }
    Ok(paths)
}

/// Writes one file into a folder that exists. One of the same content that is there already is left alone.
///
/// # Errors
/// [`StorageError`] if it could not be written, or if another file is there and is not to be replaced.
pub fn write_one(storage: &dyn Storage, path: &Path, bytes: &[u8], if_present: IfPresent) -> Result<(), StorageError> {
    match if_present {
        IfPresent::Replace => storage.write_durably(path, bytes),
        IfPresent::Refuse if stands_already(storage, path, bytes) => Ok(()),
        IfPresent::Refuse => storage.create_new(path, bytes),
    }
}

fn stands_already(storage: &dyn Storage, path: &Path, bytes: &[u8]) -> bool {
    let most = byte_count(bytes);
    storage.read(path, most).is_ok_and(|there| there == bytes)
}
