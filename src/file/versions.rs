//! The previous versions of each saved file: the newest ten, and the last of each of the fourteen latest days on which it was saved.
//!
//! What is newest is told by a number in the name and not by the clock, which may be set forward and back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{AppFolders, Cause, EntryKind, Readers, Storage, StorageError};
use crate::record::{ContentDigest, Date, RecordId};

/// How many of the newest versions are kept.
const NEWEST: usize = 10;
/// Of how many days, the latest on which there are versions, one is kept.
const DAYS: usize = 14;
/// How a version's moment stands in its name: a name on every system.
const STAMP: &str = "%Y%m%dT%H%M%S%3fZ";

/// A version of a record that a later save replaced. It is opened like any record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Where it is kept.
    pub path: PathBuf,
    /// When it was replaced, as the clock said then.
    pub replaced: Timestamp,
    /// Later ones have higher numbers. Those of earlier versions of the program have none and are older than all others.
    number: u64,
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
        let (replaced, number) = (entry.kind == EntryKind::File).then(|| said_by_name(&entry.path)).flatten()?;
        Some(Version { path: entry.path, replaced, number, bytes: entry.bytes })
    };
    let mut versions: Vec<Version> = entries.into_iter().filter_map(version).collect();
    versions.sort_by(|one, other| (other.number, other.replaced, &other.path).cmp(&(one.number, one.replaced, &one.path)));
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
    let number = versions(storage, folders, record)?.first().map_or(0, |newest| newest.number).saturating_add(1);
    let path = folder.join(format!("{}-{number:06}-{}{extension}", now.strftime(STAMP), digest.short()));
    storage.write_for(&path, bytes, Readers::As(original))?;
    if let Err(error) = prune(storage, folders, record) {
        // Too many versions are no harm to anybody's work; the next save tries again.
        log::warn!("{error}");
    }
    Ok(path)
}

fn prune(storage: &dyn Storage, folders: &AppFolders, record: &RecordId) -> Result<(), StorageError> {
    let mut days = BTreeSet::new();
    for (index, version) in versions(storage, folders, record)?.iter().enumerate() {
        // Which day it is now does not count: a clock that was wrong once must not take the days before away.
        let is_last_of_a_late_day = days.len() < DAYS && days.insert(Date::in_japan(version.replaced));
        if index >= NEWEST && !is_last_of_a_late_day {
            storage.remove(&version.path)?;
        }
    }
    Ok(())
}

/// When a version was replaced, and its number: `20261123T053200000Z-000012-0123456789ab.liu.ron`, or without the number.
pub(super) fn said_by_name(path: &Path) -> Option<(Timestamp, u64)> {
    let (stamp, rest) = path.file_name()?.to_str()?.split_once('-')?;
    let zoned = jiff::civil::DateTime::strptime(STAMP, stamp).ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    let number = rest.split_once('-').and_then(|(number, _)| number.parse().ok()).unwrap_or_default();
    Some((zoned.timestamp(), number))
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
    fn a_clock_that_jumps_takes_none_of_the_newest_and_no_day_away() {
        let day = |days: i64| jiff::SignedDuration::from_hours(24 * days);
        for jump in [-3650, -400, -1, 1, 400, 3650] {
            let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
            let id = RecordId::new("r").unwrap();
            let first: Timestamp = "2026-11-01T00:00:00Z".parse().unwrap();
            let keep = |text: &str, now| {
                keep(&storage, &folders, &id, text.as_bytes(), ".liu.ron", Path::new("/書類/a.liu.ron"), now).unwrap();
            };
            // Of an earlier version of the program, without numbers.
            let earlier = folders.versions(&id).join("20261031T000000000Z-0123456789ab.liu.ron");
            storage.put(&earlier, b"earlier");
            for save in 0..8 {
                keep(&save.to_string(), first + day(save));
            }
            // The clock is wrong for one save, or for more than are kept of the newest.
            for wrong in [1, 12] {
                for save in 0..wrong {
                    keep(&format!("{jump} {wrong} {save}"), first + day(8 + jump) + jiff::SignedDuration::from_secs(save));
                }
                let text = |version: &Version| String::from_utf8(storage.get(&version.path).unwrap()).unwrap();
                let kept: Vec<String> = versions(&storage, &folders, &id).unwrap().iter().map(text).collect();
                let newest: Vec<String> = (0..wrong).rev().map(|save| format!("{jump} {wrong} {save}")).collect();
                assert_eq!(
                    kept.iter().take(newest.len().min(10)).collect::<Vec<_>>(),
                    newest.iter().take(10).collect::<Vec<_>>()
                );
                for day in 0..8 {
                    assert!(kept.contains(&day.to_string()) || jump == -1, "{jump}: of day {day} is something kept: {kept:?}");
                }
                assert!(kept.len() <= NEWEST + DAYS, "{jump}: {kept:?}");
                assert_eq!(kept.last().map(String::as_str), Some("earlier"), "without a number it is the oldest");
            }
            // And when it is right again, what is saved then is the newest.
            keep("right again", first + day(9));
            assert_eq!(storage.get(&versions(&storage, &folders, &id).unwrap()[0].path).unwrap(), b"right again");
        }
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
