//! Where what agencies sent to a provider is kept: in a folder beside the provider's record, each file under its digest. Who moves
//! the record takes the folder along; what is not there is said.

use std::path::{Path, PathBuf};

use crate::export::{IfPresent, safe_name_part, write_one};
use crate::file::{Cause, Storage, StorageError};
use crate::package;
use crate::record::{ContentDigest, ReceivedFile, RecordId};
use crate::text::{Lang, Message, portfolio as words};

/// How the names of files end that are read by their content. A record alone would else be listed beside the provider's.
const ENDINGS: [&str; 3] = [".liu.zip", ".xlsx", ".pdf"];

/// Why a file that was taken in is not at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The record was never saved, so that nothing is kept beside it.
    NotSaved,
    /// It is not in the folder, or cannot be read.
    NotThere(PathBuf),
    /// What stands there is another file.
    Changed(PathBuf),
}

impl Lost {
    /// What is wrong, where, and what to do.
    pub fn message(&self, file: &ReceivedFile, lang: Lang) -> Message {
        let (what, place) = match self {
            Self::NotSaved => (words::kept_not_saved(file.name.as_str(), lang), String::new()),
            Self::NotThere(path) => (words::kept_not_there(file.name.as_str(), lang), crate::text::shown_path(path)),
            Self::Changed(path) => (words::kept_changed(file.name.as_str(), lang), crate::text::shown_path(path)),
        };
        Message { what, place, action: words::kept_read_again(file.sha256.short(), lang), ..Message::default() }
    }
}

/// Where a file that was taken into this record is kept.
fn place(record_file: &Path, record: &RecordId, file: &ReceivedFile) -> PathBuf {
    let folder = format!("LIU-{}_received", safe_name_part(record.short()));
    let name = file.name.as_str().to_lowercase();
    let ending = ENDINGS.into_iter().find(|ending| name.ends_with(ending)).unwrap_or(".kept");
    let digest: String = file.sha256.as_str().chars().take(16).collect();
    record_file.parent().unwrap_or(Path::new("")).join(folder).join(format!("{digest}{ending}"))
}

/// Where a file that was taken in stands, if it stands there as it came.
///
/// # Errors
/// [`Lost`] says why it is not at hand.
pub fn kept_at(
    storage: &dyn Storage,
    record_file: Option<&Path>,
    record: &RecordId,
    file: &ReceivedFile,
) -> Result<PathBuf, Lost> {
    let path = place(record_file.ok_or(Lost::NotSaved)?, record, file);
    match storage.read(&path, package::MAX_BYTES) {
        Ok(bytes) if ContentDigest::of(&bytes) == file.sha256 => Ok(path),
        Ok(_) => Err(Lost::Changed(path)),
        Err(_) => Err(Lost::NotThere(path)),
    }
}

/// Keeps a file that was taken in beside the record, unless it is there already. What no longer is what was taken in is not kept.
///
/// # Errors
/// [`StorageError`] says what could not be read or written.
pub fn keep(
    storage: &dyn Storage,
    record_file: &Path,
    record: &RecordId,
    file: &ReceivedFile,
    from: &Path,
) -> Result<(), StorageError> {
    if kept_at(storage, Some(record_file), record, file).is_ok() {
        return Ok(());
    }
    let bytes = storage.read(from, package::MAX_BYTES)?;
    if ContentDigest::of(&bytes) != file.sha256 {
        return Err(StorageError { path: from.to_owned(), action: crate::file::Action::Read, cause: Cause::NotFound });
    }
    let to = place(record_file, record, file);
    if let Some(folder) = to.parent() {
        storage.create_folder(folder)?;
    }
    write_one(storage, &to, &bytes, IfPresent::Replace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::MemoryStorage;
    use crate::record::{Date, Line};

    fn file(name: &str, bytes: &[u8]) -> ReceivedFile {
        let name = Line::new(name).unwrap();
        ReceivedFile { name, sha256: ContentDigest::of(bytes), on: Date::new(2026, 11, 27).unwrap() }
    }

    #[test]
    fn what_is_kept_is_found_again_and_what_is_gone_or_another_is_said() {
        let storage = MemoryStorage::new();
        let (record, record_file, from) =
            (RecordId::new("3f6c1a90-0000").unwrap(), Path::new("/own/a.liu.ron"), Path::new("/in/x.zip"));
        storage.create_folder(Path::new("/own")).unwrap();
        storage.create_folder(Path::new("/in")).unwrap();
        storage.create_new(from, b"package").unwrap();
        let result = file("結果.liu.zip", b"package");
        assert_eq!(kept_at(&storage, None, &record, &result), Err(Lost::NotSaved));
        assert!(matches!(kept_at(&storage, Some(record_file), &record, &result), Err(Lost::NotThere(_))));
        keep(&storage, record_file, &record, &result, from).unwrap();
        let kept = kept_at(&storage, Some(record_file), &record, &result).unwrap();
        assert!(kept.starts_with("/own/LIU-3f6c1a90_received") && kept.to_str().unwrap().ends_with(".liu.zip"), "{kept:?}");
        // The folder goes with the record wherever that goes.
        storage.remove(from).unwrap();
        keep(&storage, record_file, &record, &result, from).unwrap();
        storage.write_durably(&kept, b"another").unwrap();
        assert_eq!(kept_at(&storage, Some(record_file), &record, &result), Err(Lost::Changed(kept)));
        for lang in [Lang::Ja, Lang::En] {
            let message = Lost::NotSaved.message(&result, lang);
            assert!(message.what.contains("結果.liu.zip") && !message.action.is_empty(), "{message}");
        }
    }

    #[test]
    fn a_file_that_is_no_longer_what_was_taken_in_is_not_kept() {
        let storage = MemoryStorage::new();
        storage.create_folder(Path::new("/in")).unwrap();
        storage.create_new(Path::new("/in/x.xlsx"), b"changed since").unwrap();
        let (record, sheet) = (RecordId::new("r").unwrap(), file("x.xlsx", b"as it was"));
        assert!(keep(&storage, Path::new("/in/a.liu.ron"), &record, &sheet, Path::new("/in/x.xlsx")).is_err());
        assert!(kept_at(&storage, Some(Path::new("/in/a.liu.ron")), &record, &sheet).is_err());
    }
}
