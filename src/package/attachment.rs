//! Files that are put into a package beside what the program makes. They are carried, and neither read nor run.

use std::path::Path;

use super::manifest::{Part, PartRole};
use super::{MakeError, Misfit};
use crate::file::{Cause, Storage};
use crate::record::Line;

/// A package carries so many of them at most.
pub const MOST_ATTACHMENTS: usize = 50;
/// None of them is larger than this, in bytes.
pub const LARGEST_ATTACHMENT: u64 = 20 * 1024 * 1024;
/// All of them together are not larger than this, in bytes.
pub const LARGEST_ATTACHMENTS: u64 = 100 * 1024 * 1024;

/// Endings under which an attachment is stored. Anything else is stored as `.bin`, so that no click ever runs it.
const KNOWN_ENDINGS: [&str; 12] = ["pdf", "txt", "md", "csv", "json", "png", "jpg", "jpeg", "xlsx", "docx", "pptx", "odt"];

/// A file to be put into a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// What it is called where it comes from.
    pub title: Line<200>,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Attachment {
    /// A file by its name and content. Characters that act are left out of the name.
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self { title: Line::from_typed(name).0, bytes }
    }

    /// The name under which it is stored as the `number`th: nothing of its own name but a harmless ending.
    pub(super) fn stored_name(&self, number: usize) -> String {
        let ending = self.title.as_str().rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        let ending = ending.filter(|ending| KNOWN_ENDINGS.contains(&ending.as_str()));
        format!("添付{number:02}.{}", ending.as_deref().unwrap_or("bin"))
    }
}

/// Reads a file that the user chose to attach.
///
/// # Errors
/// [`MakeError::Storage`] if it cannot be read, [`MakeError::Attachments`] if it is too large.
pub fn attachment(storage: &dyn Storage, path: &Path) -> Result<Attachment, MakeError> {
    let title = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let bytes = storage.read(path, LARGEST_ATTACHMENT).map_err(|error| match error.cause {
        Cause::TooLarge => Misfit::AttachmentTooLarge { title: title.to_string(), most: LARGEST_ATTACHMENT }.into(),
        _ => MakeError::Storage(error),
    })?;
    Ok(Attachment::new(&title, bytes))
}

/// Refuses more or larger attachments than a package may carry.
pub(super) fn check<'a>(sizes: impl Iterator<Item = (&'a str, u64)>) -> Result<(), Misfit> {
    let (mut count, mut all) = (0_usize, 0_u64);
    for (title, size) in sizes {
        count += 1;
        all = all.saturating_add(size);
        if size > LARGEST_ATTACHMENT {
            return Err(Misfit::AttachmentTooLarge { title: title.to_owned(), most: LARGEST_ATTACHMENT });
        }
    }
    if count > MOST_ATTACHMENTS {
        return Err(Misfit::TooManyAttachments { most: MOST_ATTACHMENTS });
    }
    if all > LARGEST_ATTACHMENTS {
        return Err(Misfit::AttachmentsTooLarge { most: LARGEST_ATTACHMENTS });
    }
    Ok(())
}

/// The same for the parts that a manifest lists.
pub(super) fn check_listed(parts: &[Part]) -> Result<(), Misfit> {
    let attachments = parts.iter().filter(|part| part.role == PartRole::Attachment);
    check(attachments.map(|part| (part.title.as_ref().map_or(part.name.as_str(), Line::as_str), part.size)))
}
