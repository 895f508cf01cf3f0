//! Whether a file is whole and of a known version, which content it holds, and whether its history holds.

use std::path::Path;

use super::{FileError, Found, Opened, Storage, VERSION, open};
use crate::record::{ContentDigest, HistoryError, RecordId};

/// What is to be said of a file that is whole. One that is not whole is a [`FileError`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The record.
    pub record: RecordId,
    /// Where the record was found.
    pub found: Found,
    /// How a PDF says that it was printed; nothing if it does not say, or is no PDF.
    pub print_note: Option<String>,
    /// Version of the format.
    pub version: u32,
    /// SHA-256 of the bytes of the file.
    pub bytes: ContentDigest,
    /// SHA-256 of the content without the approval, as exports show it.
    pub content: ContentDigest,
    /// How many revisions its history keeps.
    pub revisions: usize,
    /// In what its history does not hold.
    pub history_problems: Vec<HistoryError>,
}

impl Verified {
    /// What is to be said of a file that was opened.
    pub fn of(opened: &Opened) -> Self {
        let record = &opened.record;
        Self {
            content: record.content_digest(),
            revisions: record.history.len(),
            history_problems: record.history_problems(),
            record: record.id.clone(),
            found: opened.found,
            print_note: opened.print_note.clone(),
            version: VERSION,
            bytes: opened.digest.clone(),
        }
    }
}

/// Looks at a file without touching it.
///
/// # Errors
/// Those of [`open`]: the file is not whole, not a record, or of another version.
pub fn verify(storage: &dyn Storage, path: &Path) -> Result<Verified, FileError> {
    open(storage, path).map(|opened| Verified::of(&opened))
}
