//! Whether a file is whole and of a known version, and which content it holds.

use std::path::Path;

use super::{FileError, Found, Storage, VERSION, open};
use crate::record::{ContentDigest, RecordId};

/// What is to be said of a file that is whole. One that is not whole is a [`FileError`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The record.
    pub record: RecordId,
    /// Where the record was found.
    pub found: Found,
    /// Version of the format.
    pub version: u32,
    /// SHA-256 of the bytes of the file.
    pub bytes: ContentDigest,
    /// SHA-256 of the content without the approval, as exports show it.
    pub content: ContentDigest,
}

/// Looks at a file without touching it.
///
/// # Errors
/// Those of [`open`]: the file is not whole, not a record, or of another version.
pub fn verify(storage: &dyn Storage, path: &Path) -> Result<Verified, FileError> {
    let opened = open(storage, path)?;
    let record = opened.record;
    Ok(Verified {
        content: record.content_digest(),
        record: record.id,
        found: opened.found,
        version: VERSION,
        bytes: opened.digest,
    })
}
