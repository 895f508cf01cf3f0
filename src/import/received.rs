//! A file that was received: its bytes, and what is noted of it.

use std::path::Path;

use crate::bounds::SHEET_LOOKED_AT;
use crate::file::{Storage, StorageError};
use crate::record::{ContentDigest, Date, Line, ReceivedFile};

/// The bytes of a file that is to be taken in. A far larger one than any sheet is refused without being read
/// whole.
///
/// # Errors
/// [`StorageError`] says why it cannot be read.
pub fn read_file(storage: &dyn Storage, path: &Path) -> Result<Vec<u8>, StorageError> {
    storage.read(path, SHEET_LOOKED_AT)
}

/// What is noted of a received file: its name without folders and without what a text may not hold.
pub fn received(path: &Path, sha256: &ContentDigest, on: Date) -> ReceivedFile {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A name that another system made may have folders in it that are none here.
    let name = name.rsplit(['/', '\\', ':']).next().unwrap_or_default();
    let name = Line::<200>::of_name(name);
    ReceivedFile { name, sha256: sha256.clone(), on }
}
