//! The previous versions of each saved file: the newest ten, and one a day for fourteen days.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{AppFolders, Cause, EntryKind, Readers, Storage, StorageError};
use crate::record::{ContentDigest, Date, RecordId};

/// How many of the newest versions are kept.
const NEWEST: usize = 10;
/// For how many days one version a day is kept.
const DAYS: i32 = 14;
/// How a version's moment stands in its name: sorts like time, and is a name on every system.
const STAMP: &str = "%Y%m%dT%H%M%S%3fZ";

/// A version of a record that a later save replaced. It is opened like any record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Where it is kept.
    pub path: PathBuf,
    /// When it was replaced.
    pub replaced: Timestamp,
    /// Its length in bytes.
    pub bytes: u64,
}

/// The versions that are kept of a record, newest first.
///
/// # Errors
/// [`StorageError`] if the folder cannot be read; none is no error.
pub fn versions(storage: &dyn Storage, folders: &AppFolders, record: &RecordId) -> Result<Vec<Version>, StorageError> {
    let entries = match storage.list(&folders.versions(record)) {
        Err(error) if error.cause == Cause::NotFound => return Ok(Vec::new()),
        listed => listed?,
    };
    let version = |entry: super::Entry| {
        let replaced = (entry.kind == EntryKind::File).then(|| moment(&entry.path)).flatten()?;
        Some(Version { path: entry.path, replaced, bytes: entry.bytes })
    };
    let mut versions: Vec<Version> = entries.into_iter().filter_map(version).collect();
    versions.sort_by(|one, other| other.replaced.cmp(&one.replaced).then_with(|| other.path.cmp(&one.path)));
    Ok(versions)
}

/// Keeps what is about to be replaced, for whoever may read `original`, and lets go of versions that are no longer needed.
pub(super) fn keep(
    storage: &dyn Storage,
    folders: &AppFolders,
    record: &RecordId,
    bytes: &[u8],
    extension: &str,
    original: &Path,
    now: Timestamp,
) -> Result<PathBuf, StorageError> {
    let folder = folders.versions(record);
    storage.create_own_folder(&folder)?;
    let digest = ContentDigest::of(bytes);
    let path = folder.join(format!("{}-{}{extension}", now.strftime(STAMP), digest.short()));
    storage.write_for(&path, bytes, Readers::As(original))?;
    if let Err(error) = prune(storage, folders, record, now) {
        // Too many versions are no harm to anybody's work; the next save tries again.
        log::warn!("{error}");
    }
    Ok(path)
}

fn prune(storage: &dyn Storage, folders: &AppFolders, record: &RecordId, now: Timestamp) -> Result<(), StorageError> {
    let versions = versions(storage, folders, record)?;
    let today = Date::in_japan(now);
    let mut days = BTreeSet::new();
    for (index, version) in versions.iter().enumerate() {
        let day = Date::in_japan(version.replaced);
        let first_of_its_day = days.insert(day);
        let recent = day.zip(today).is_some_and(|(day, today)| day.days_until(today) < DAYS);
        if index >= NEWEST && !(first_of_its_day && recent) {
            storage.remove(&version.path)?;
        }
    }
    Ok(())
}

/// When a version was replaced, by the name of its file; none if it is no version.
pub(super) fn moment(path: &Path) -> Option<Timestamp> {
    let (stamp, _) = path.file_name()?.to_str()?.split_once('-')?;
    jiff::civil::DateTime::strptime(STAMP, stamp).ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::MemoryStorage;

    #[test]
    fn the_newest_ten_and_one_a_day_for_a_fortnight_are_kept() {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        let id = RecordId::new("r").unwrap();
        let first: Timestamp = "2026-11-01T00:00:00Z".parse().unwrap();
        let mut now = first;
        // Four saves a day for thirty days.
        for save in 0..120 {
            now = first + jiff::SignedDuration::from_hours(save * 6);
            keep(&storage, &folders, &id, save.to_string().as_bytes(), ".liu.ron", Path::new("/書類/a.liu.ron"), now).unwrap();
        }
        let kept = versions(&storage, &folders, &id).unwrap();
        assert_eq!(kept.first().map(|version| version.replaced), Some(now), "newest first");
        let six_hours = jiff::SignedDuration::from_hours(6);
        assert!(
            kept.iter().zip(kept.iter().skip(1)).take(9).all(|(new, old)| new.replaced.duration_since(old.replaced) == six_hours)
        );
        let days: BTreeSet<_> = kept.iter().filter_map(|version| Date::in_japan(version.replaced)).collect();
        assert_eq!(days.len(), 14);
        assert!(kept.len() <= 10 + 14, "{}", kept.len());
        let text = |version: &Version| String::from_utf8(storage.get(&version.path).unwrap()).unwrap();
        assert_eq!(kept.first().map(text).as_deref(), Some("119"));
    }

    #[test]
    fn other_files_in_the_folder_are_left_alone() {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        let id = RecordId::new("r").unwrap();
        let note = folders.versions(&id).join("メモ.txt");
        storage.put(&note, b"x");
        let now = "2026-11-01T00:00:00Z".parse().unwrap();
        keep(&storage, &folders, &id, b"a", ".liu.ron", Path::new("/書類/a.liu.ron"), now).unwrap();
        assert_eq!(versions(&storage, &folders, &id).unwrap().len(), 1);
        assert!(storage.get(&note).is_some());
    }
}
