//! Whether a file is whole, of a known version, and unchanged since it was approved.

use std::path::Path;

use super::{FileError, Found, Storage, VERSION, open};
use crate::record::{ApprovalState, ContentDigest, Record, RecordId};

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
    /// Where the approval stands.
    pub approval: ApprovalState,
    /// Whether the content is the one the approval was given for.
    pub since_approval: SinceApproval,
}

/// Whether a content is the one its approval was given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SinceApproval {
    /// No state was reached that is bound to a content.
    NotBound,
    /// The content is the same.
    Unchanged,
    /// The content was changed after.
    Changed,
}

impl SinceApproval {
    /// Whether the content of a record is the one its approval was given for.
    pub fn of(record: &Record) -> Self {
        match &record.approval.content {
            None => Self::NotBound,
            Some(_) if record.changed_since_approval() => Self::Changed,
            Some(_) => Self::Unchanged,
        }
    }
}

/// Looks at a file without touching it.
///
/// # Errors
/// Those of [`open`]: the file is not whole, not a record, or of another version.
pub fn verify(storage: &dyn Storage, path: &Path) -> Result<Verified, FileError> {
    let opened = open(storage, path)?;
    let record = opened.record;
    let since_approval = SinceApproval::of(&record);
    Ok(Verified {
        content: record.content_digest(),
        approval: record.approval.state,
        record: record.id,
        found: opened.found,
        version: VERSION,
        bytes: opened.digest,
        since_approval,
    })
}
