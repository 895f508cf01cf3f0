//! Files that are put into a package beside what the program makes. They are carried, and neither read nor run.
//!
//! What came attached goes on by nobody's hand but the user's: it is saved to a folder, and attached again where it is wanted.

use std::path::{Path, PathBuf};

use super::manifest::{Part, PartRole};
use super::{MakeError, Misfit};
pub use crate::bounds::{
    PACKAGE_ATTACHED as LARGEST_ATTACHMENTS, PACKAGE_ATTACHMENT as LARGEST_ATTACHMENT, PACKAGE_ATTACHMENTS as MOST_ATTACHMENTS,
};
use crate::export::{self, SetProblem};
use crate::file::{Cause, Storage, StorageError};
use crate::record::{ContentDigest, Line};
use crate::text::package as words;
use crate::text::{Lang, Message};

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
        Self { title: Line::of_name(name), bytes }
    }
}

/// How the name ends under which it is stored, which has nothing of its own name but a harmless ending.
pub(super) fn stored_ending(title: &str) -> String {
    known_ending(title).unwrap_or_else(|| "bin".to_owned())
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

/// A file that came attached in a package. The program does not look into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameAttached {
    /// What it was called where it came from. Shown, and never used as a path.
    pub title: Line<200>,
    /// Its name in the package.
    pub name: String,
    /// Its size in bytes, as it was attached.
    pub size: u64,
    /// SHA-256 of its bytes, as it was attached.
    pub sha256: ContentDigest,
    /// Its bytes if they are those that were attached, or what became of them.
    pub content: Result<Vec<u8>, SetProblem>,
}

impl CameAttached {
    /// The name under which it is saved as the `number`th of a package: what of its own name no path, shell or file system takes
    /// for its own, and an ending that no click runs.
    pub fn file_name(&self, number: usize) -> String {
        let title = self.title.as_str();
        let (stem, ending) = match (known_ending(title), title.rsplit_once('.')) {
            (Some(ending), Some((stem, _))) => (stem, ending),
            _ => (title, "bin".to_owned()),
        };
        let stem = export::safe_name_part(stem);
        let between = if stem.is_empty() { "" } else { "_" };
        format!("{}{between}{stem}.{ending}", words::attached(number))
    }
}

/// How many names are tried for one attachment before it is given up.
const MOST_OF_ONE_NAME: usize = 99;

/// Saves what came attached, the `number`th of its package, into a folder that exists, and returns where. No file is replaced:
/// where another stands it is called `name (2).pdf` and so on, and where the same stands already that will do.
///
/// # Errors
/// [`AttachmentError::Damaged`] if it is not what was attached; then nothing is written. [`AttachmentError::Storage`] if it could
/// not be written.
pub fn save_attachment(
    storage: &dyn Storage,
    folder: &Path,
    came: &CameAttached,
    number: usize,
) -> Result<PathBuf, AttachmentError> {
    let bytes = came.content.as_ref().map_err(|problem| AttachmentError::Damaged(problem.clone()))?;
    let name = came.file_name(number);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, "bin"));
    let mut copy = 1;
    loop {
        let name = if copy == 1 { name.clone() } else { format!("{stem} ({copy}).{ending}") };
        let path = folder.join(name);
        match export::write_one(storage, &path, bytes, export::IfPresent::Refuse) {
            Ok(()) => return Ok(path),
            Err(error) if error.cause == Cause::Exists && copy < MOST_OF_ONE_NAME => copy += 1,
            Err(error) => return Err(AttachmentError::Storage(error)),
        }
    }
}

/// Why an attachment was not saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AttachmentError {
    /// It is not in the package, or not as it was attached.
    #[error("{0:?}")]
    Damaged(SetProblem),
    /// It could not be written.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl AttachmentError {
    /// What is wrong, where, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Damaged(problem) => problem.message(lang),
            Self::Storage(error) => error.message(lang),
        }
    }
}

fn known_ending(name: &str) -> Option<String> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.filter(|ending| KNOWN_ENDINGS.contains(&ending.as_str()))
}

/// Refuses more or larger attachments than a package may carry: each by its name and its size in bytes.
///
/// # Errors
/// [`Misfit`] says which limit is passed.
pub fn check_attachments<'a>(sizes: impl Iterator<Item = (&'a str, u64)>) -> Result<(), Misfit> {
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
    check_attachments(attachments.map(|part| (part.title.as_ref().map_or(part.name.as_str(), Line::as_str), part.size)))
}
