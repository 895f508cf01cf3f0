//! What the program leaves on a computer: everything in its own folder, by kind, and taking it away.

use std::path::PathBuf;

use super::recovery::session_of as snapshot_session;
use super::versions::said_by_name;
use super::{AppFolders, Cause, Entry, EntryKind, Session, Storage, StorageError};
use crate::record::ContentDigest;

/// A kind of thing that the program keeps in its own folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trace {
    /// Language, name, zoom, recent files.
    Settings,
    /// Previous versions of records, kept at every save.
    Versions,
    /// Snapshots of what was not saved.
    Recovery,
    /// Catalogues with which records were made.
    Catalogues,
    /// What was made to be printed.
    Printed,
    /// Who is running.
    Sessions,
    /// Something else that stands there.
    Other,
}

/// How much of a kind there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The kind.
    pub trace: Trace,
    /// The files.
    pub files: Vec<Entry>,
}

/// What was taken away, and what was left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Emptied {
    /// How many files were removed.
    pub removed: usize,
    /// How many were left, since this or another running program uses them.
    pub in_use: usize,
    /// Why others could not be removed.
    pub failed: Vec<StorageError>,
}

impl Trace {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] =
        [Self::Settings, Self::Versions, Self::Recovery, Self::Catalogues, Self::Printed, Self::Sessions, Self::Other];

    /// Whether a user can take all of it away here. The settings are in use, and locks go by themselves.
    pub const fn can_be_emptied(self) -> bool {
        matches!(self, Self::Versions | Self::Recovery | Self::Catalogues | Self::Printed)
    }
}

impl Kept {
    /// How many bytes they are.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }
}

/// Everything that stands in the program's own folder.
///
/// # Errors
/// [`StorageError`] if the folder cannot be listed.
pub fn kept(storage: &dyn Storage, folders: &AppFolders) -> Result<Vec<Kept>, StorageError> {
    let mut kept: Vec<Kept> = Trace::ALL.into_iter().map(|trace| Kept { trace, files: Vec::new() }).collect();
    let mut to_look = vec![(folders.data().to_owned(), 0_usize)];
    while let Some((folder, depth)) = to_look.pop() {
        for entry in listed(storage, &folder)? {
            if entry.kind == EntryKind::Folder {
                // Nothing of ours lies deeper; a link around in a circle ends here.
                if depth < 3 {
                    to_look.push((entry.path, depth + 1));
                }
                continue;
            }
            let trace = trace_of(&entry, folders);
            if let Some(kind) = kept.iter_mut().find(|kept| kept.trace == trace) {
                kind.files.push(entry);
            }
        }
    }
    kept.retain(|kept| kept.trace != Trace::Other || !kept.files.is_empty());
    Ok(kept)
}

/// What a file is, by its folder and its name together: what somebody else put into one of our folders is not ours.
fn trace_of(entry: &Entry, folders: &AppFolders) -> Trace {
    let path = entry.path.as_path();
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Trace::Other };
    let stands_in = |folder: PathBuf| path.parent() == Some(folder.as_path());
    if name.starts_with("settings.ron") && path.parent() == Some(folders.data()) {
        Trace::Settings
    } else if path.ancestors().nth(2) == Some(folders.all_versions().as_path()) && said_by_name(path).is_some() {
        Trace::Versions
    } else if stands_in(folders.recovery()) && snapshot_session(path).is_some() {
        Trace::Recovery
    } else if stands_in(folders.catalogues()) && digest_of(name).is_some() {
        Trace::Catalogues
    } else if stands_in(folders.printed()) && name.ends_with(".pdf") {
        Trace::Printed
    } else if stands_in(folders.sessions()) && name.ends_with(".lock") {
        Trace::Sessions
    } else {
        Trace::Other
    }
}

/// The digest by which a kept catalogue is named.
fn digest_of(name: &str) -> Option<&str> {
    let digest = name.strip_suffix(".ron")?;
    (digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(digest)
}

/// Takes away what there is of a kind, but what this run or another one uses: the catalogue in use is named by its digest. Of the
/// snapshots only those of ended runs go, which is to be asked first: they may be the only copy of somebody's work.
///
/// # Errors
/// [`StorageError`] if it cannot be told what there is, or who else is running.
pub fn empty(session: &Session, trace: Trace, in_use: &[ContentDigest]) -> Result<Emptied, StorageError> {
    let (storage, folders) = (session.storage().as_ref(), session.folders());
    let mut emptied = Emptied::default();
    let files: Vec<PathBuf> = match trace {
        Trace::Recovery => session.orphans()?.into_iter().map(|orphan| orphan.path).collect(),
        Trace::Versions | Trace::Catalogues | Trace::Printed => {
            let kept = kept(storage, folders)?;
            kept.into_iter().filter(|kept| kept.trace == trace).flat_map(|kept| kept.files).map(|file| file.path).collect()
        }
        Trace::Settings | Trace::Sessions | Trace::Other => return Ok(emptied),
    };
    // Another run may be writing one just now, or be about to read it.
    let others_run = session.others_are_alive()?;
    let is_in_use = |path: &PathBuf| {
        let digest = path.file_name().and_then(|name| digest_of(name.to_str()?));
        let is_named = digest.is_some_and(|digest| in_use.iter().any(|used| used.to_string() == digest));
        trace != Trace::Recovery && (others_run || is_named)
    };
    for path in files {
        if is_in_use(&path) {
            emptied.in_use += 1;
            continue;
        }
        match storage.remove(&path) {
            Ok(()) => emptied.removed += 1,
            Err(error) if error.cause == Cause::NotFound => {}
            Err(error) => emptied.failed.push(error),
        }
    }
    Ok(emptied)
}

fn listed(storage: &dyn Storage, folder: &std::path::Path) -> Result<Vec<Entry>, StorageError> {
    match storage.list(folder) {
        Err(error) if error.cause == Cause::NotFound => Ok(Vec::new()),
        listed => listed,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::file::{MemoryStorage, SnapshotMeta, parse};

    const GOOD: &str = include_str!("../../tests/data/format/v1.liu.ron");

    fn world() -> (MemoryStorage, AppFolders, Session) {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        let session = Session::begin(Arc::new(storage.clone()), folders.clone(), Uuid::from_u128(1)).unwrap();
        storage.put(Path::new("/data/settings.ron"), b"()");
        storage.put(Path::new("/data/versions/0123456789ab/20261101T120000000Z-0123456789ab.liu.ron"), b"12345");
        storage.put(Path::new("/data/versions/0123456789ab/20261102T120000000Z-0123456789ab.liu.ron"), b"12345");
        storage.put(Path::new(&format!("/data/catalogues/{}.ron", ContentDigest::of(b"own"))), b"own");
        storage.put(Path::new(&format!("/data/catalogues/{}.ron", ContentDigest::of(b"old"))), b"old");
        (storage, folders, session)
    }

    fn count(storage: &MemoryStorage, folders: &AppFolders, trace: Trace) -> usize {
        kept(storage, folders).unwrap().iter().find(|kept| kept.trace == trace).map_or(0, |kept| kept.files.len())
    }

    #[test]
    fn everything_in_the_folder_is_counted_by_kind() {
        let (storage, folders, _session) = world();
        storage.put(Path::new("/data/notes.txt"), b"1");
        storage.put(Path::new("/data/printed/説明.pdf"), b"%PDF");
        let kept: Vec<_> =
            kept(&storage, &folders).unwrap().iter().map(|kept| (kept.trace, kept.files.len(), kept.bytes())).collect();
        let sessions = count(&storage, &folders, Trace::Sessions);
        let expected = [
            (Trace::Settings, 1, 2),
            (Trace::Versions, 2, 10),
            (Trace::Recovery, 0, 0),
            (Trace::Catalogues, 2, 6),
            (Trace::Printed, 1, 4),
        ];
        assert_eq!(kept.iter().filter(|(trace, ..)| *trace < Trace::Sessions).copied().collect::<Vec<_>>(), expected);
        assert_eq!((sessions, count(&storage, &folders, Trace::Other)), (1, 1));
        assert_eq!(super::kept(&MemoryStorage::new(), &folders).unwrap().iter().map(|kept| kept.files.len()).sum::<usize>(), 0);
    }

    #[test]
    fn emptying_leaves_what_is_in_use_here_and_all_that_another_program_may_use() {
        let (storage, folders, session) = world();
        let emptied = empty(&session, Trace::Catalogues, &[ContentDigest::of(b"own")]).unwrap();
        assert_eq!((emptied.removed, emptied.in_use), (1, 1));
        let other = Session::begin(Arc::new(storage.clone()), folders.clone(), Uuid::from_u128(2)).unwrap();
        let emptied = empty(&session, Trace::Versions, &[]).unwrap();
        assert_eq!((emptied.removed, emptied.in_use, count(&storage, &folders, Trace::Versions)), (0, 2, 2));
        drop(other);
        let emptied = empty(&session, Trace::Versions, &[]).unwrap();
        assert_eq!((emptied.removed, count(&storage, &folders, Trace::Versions)), (2, 0));
        assert_eq!(empty(&session, Trace::Settings, &[]).unwrap(), Emptied::default());
        assert_eq!(count(&storage, &folders, Trace::Settings), 1);
    }

    #[test]
    fn what_somebody_else_put_there_is_told_apart_and_never_taken_away() {
        let (storage, folders, session) = world();
        let strange = [
            "/data/versions/note.liu.ron",
            "/data/versions/0123456789ab/my own.liu.ron",
            "/data/versions/0123456789ab/deeper/20261101T120000000Z-0123456789ab.liu.ron",
            "/data/recovery/my work.ron",
            "/data/catalogues/our agency.ron",
            "/data/sessions/note.txt",
            "/data/copy/settings.ron",
        ];
        for path in strange {
            storage.put(Path::new(path), b"mine");
        }
        assert_eq!(count(&storage, &folders, Trace::Other), strange.len());
        for trace in Trace::ALL {
            empty(&session, trace, &[]).unwrap();
        }
        assert!(strange.iter().all(|path| storage.get(Path::new(path)).is_some()));
        assert_eq!(count(&storage, &folders, Trace::Versions) + count(&storage, &folders, Trace::Catalogues), 0);
    }

    #[test]
    fn snapshots_of_running_programs_stay() {
        let (storage, folders, session) = world();
        let (record, _) = parse(GOOD.as_bytes(), "v1.liu.ron").unwrap();
        let meta = SnapshotMeta { original: None, base: None, taken: jiff::Timestamp::UNIX_EPOCH, own_save: None };
        session.snapshot(&record, &meta).unwrap();
        let other = Session::begin(Arc::new(storage.clone()), folders.clone(), Uuid::from_u128(2)).unwrap();
        other.snapshot(&record, &meta).unwrap();
        assert_eq!(empty(&session, Trace::Recovery, &[]).unwrap().removed, 0);
        std::mem::forget(other);
        storage.restart();
        let session = Session::begin(Arc::new(storage.clone()), folders.clone(), Uuid::from_u128(3)).unwrap();
        assert_eq!(empty(&session, Trace::Recovery, &[]).unwrap().removed, 2);
        assert_eq!(count(&storage, &folders, Trace::Recovery), 0);
    }
}
