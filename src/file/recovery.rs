//! Recovery snapshots: what was not saved yet when the program ended without saying good-bye.
//!
//! They lie in the program's own folder, so that they outlive the folder of the record, and nothing deletes one but
//! [`Session::discard`] and [`Session::remove_orphan`].

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::decode::text_of;
use super::folders::key;
use super::names::name_of;
use super::parse::{read_as, refuse_repeated_ids};
use super::ron_text::ron_pretty;
use super::{Cause, Entry, EntryKind, FileError, FileFormat, MAX_BYTES, Readers, Session, StorageError, VERSION};
use crate::record::{ContentDigest, Record, RecordId};

/// What a snapshot calls itself.
const SNAPSHOT_FORMAT: &str = "liu-wizard-snapshot";

/// What a snapshot knows beside the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SnapshotMeta {
    /// The file the record was opened from or saved to, if any.
    pub original: Option<PathBuf>,
    /// What that file held then.
    pub base: Option<ContentDigest>,
    /// When the snapshot was taken.
    pub taken: Timestamp,
    /// The save that was under way then, or was the last. If the program ends before it is acknowledged, what that file holds is
    /// no change of somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_save: Option<OwnSave>,
}

/// What a save of this program puts in place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnSave {
    /// The file.
    pub path: PathBuf,
    /// The SHA-256 of what it holds then.
    pub digest: ContentDigest,
}

/// A record as it was a moment before a crash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The record.
    pub record: Record,
    /// Where it came from.
    pub meta: SnapshotMeta,
}

/// A snapshot whose session is no longer alive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// Where it lies.
    pub path: PathBuf,
    /// What it holds, or why that cannot be read. Unreadable ones are kept and listed all the same.
    pub content: Result<Snapshot, FileError>,
    /// Whether it is the newest of its record; older ones stay until they are removed.
    pub newest: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SnapshotFile {
    #[expect(dead_code, reason = "looked at before")]
    format: String,
    #[expect(dead_code, reason = "looked at before")]
    version: u32,
    meta: SnapshotMeta,
    record: Record,
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    version: u32,
    meta: &'a SnapshotMeta,
    record: &'a Record,
}

impl Session {
    /// Writes the snapshot of a record in place of this session's former one.
    ///
    /// # Errors
    /// [`FileError`] if it was not written; the former one is whole then. The user is to be told.
    pub fn snapshot(&self, record: &Record, meta: &SnapshotMeta) -> Result<(), FileError> {
        self.write_snapshot(record, meta, &self.snapshot_file(&record.id))
    }

    fn write_snapshot(&self, record: &Record, meta: &SnapshotMeta, path: &Path) -> Result<(), FileError> {
        // A name that is no text cannot be written, and must not be the end of recovery.
        let meta = SnapshotMeta {
            original: meta.original.clone().filter(|path| path.to_str().is_some()),
            own_save: meta.own_save.clone().filter(|save| save.path.to_str().is_some()),
            ..meta.clone()
        };
        let written = Written { format: SNAPSHOT_FORMAT, version: VERSION, meta: &meta, record };
        let text = ron::Options::default()
            .to_string_pretty(&written, ron_pretty())
            .map_err(|error| FileError::NotWritable { said: error.to_string() })?;
        let write = || self.storage().write_for(path, text.as_bytes(), Readers::OwnerOnly);
        match write() {
            // Somebody cleared the folder away. That must not be the end of recovery.
            Err(error) if error.cause == Cause::NotFound => {
                self.storage().create_folder(&self.folders().recovery())?;
                write()?;
            }
            written => written?,
        }
        Ok(())
    }

    /// Writes a snapshot that outlives this session: of a record that is left although nobody knows whether its save will succeed.
    /// It is an orphan from the beginning, and nothing that is saved or discarded in this session takes it away. The number tells
    /// such snapshots of one session apart.
    ///
    /// # Errors
    /// [`FileError`] if it was not written.
    pub fn keep_for_later(&self, record: &Record, meta: &SnapshotMeta, number: u64) -> Result<(), FileError> {
        let nobody = Uuid::new_v5(&self.id(), &number.to_be_bytes());
        self.write_snapshot(record, meta, &self.folders().recovery().join(snapshot_name(nobody, &record.id)))
    }

    /// Takes this session's snapshot of a record away, because it was saved or the user let it go.
    ///
    /// # Errors
    /// [`StorageError`] if it is still there.
    pub fn discard(&self, record: &RecordId) -> Result<(), StorageError> {
        match self.storage().remove(&self.snapshot_file(record)) {
            Err(error) if error.cause != Cause::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// The snapshots of sessions that ended without good-bye, newest first, unreadable ones last. Nothing is changed.
    ///
    /// # Errors
    /// [`StorageError`] if the folder of the snapshots cannot be read.
    pub fn orphans(&self) -> Result<Vec<Orphan>, StorageError> {
        let entries = self.storage().list(&self.folders().recovery())?;
        let mut found: Vec<(Option<Timestamp>, Orphan)> = Vec::new();
        for entry in entries.into_iter().filter(|entry| entry.kind == EntryKind::File) {
            let Some(session) = session_of(&entry.path) else { continue };
            if self.is_alive(session) {
                continue;
            }
            let content = self.read(&entry.path);
            let taken = content.as_ref().ok().map(|snapshot| snapshot.meta.taken);
            found.push((taken, Orphan { path: entry.path, content, newest: false }));
        }
        found.sort_by(|(one, first), (other, second)| other.cmp(one).then_with(|| first.path.cmp(&second.path)));
        let mut seen = BTreeSet::new();
        for (_, orphan) in &mut found {
            if let Ok(snapshot) = &orphan.content {
                orphan.newest = seen.insert(snapshot.record.id.clone());
            }
        }
        Ok(found.into_iter().map(|(_, orphan)| orphan).collect())
    }

    /// Takes an orphan away, because the user restored and saved it, or let it go.
    ///
    /// # Errors
    /// [`StorageError`] if it is still there.
    pub fn remove_orphan(&self, orphan: &Orphan) -> Result<(), StorageError> {
        self.storage().remove(&orphan.path)
    }

    /// Takes away what dead sessions left that is nobody's work: temporary files, and lock files without a snapshot.
    ///
    /// # Errors
    /// [`StorageError`] with the first that could not be taken away.
    pub fn sweep(&self) -> Result<(), StorageError> {
        self.sweep_temporary_files()?;
        let mut with_snapshot = BTreeSet::new();
        for entry in self.storage().list(&self.folders().recovery())? {
            with_snapshot.extend(session_of(&entry.path));
        }
        for entry in self.storage().list(&self.folders().sessions())? {
            let name = entry.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let session = name.strip_suffix(".lock").and_then(|session| session.parse().ok());
            if session.is_some_and(|session| !with_snapshot.contains(&session) && !self.is_alive(session)) {
                self.storage().remove(&entry.path)?;
            }
        }
        Ok(())
    }

    /// In every folder in which the program keeps what is its own.
    fn sweep_temporary_files(&self) -> Result<(), StorageError> {
        let (storage, folders) = (self.storage(), self.folders());
        let own = [folders.data().to_owned(), folders.recovery(), folders.sessions(), folders.catalogues()];
        let versions = self.list_if_there(&folders.all_versions())?.into_iter().filter(|entry| entry.kind == EntryKind::Folder);
        for folder in own.into_iter().chain(versions.map(|entry| entry.path)) {
            match storage.sweep(&folder) {
                Err(error) if error.cause != Cause::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    fn list_if_there(&self, folder: &Path) -> Result<Vec<Entry>, StorageError> {
        match self.storage().list(folder) {
            Err(error) if error.cause == Cause::NotFound => Ok(Vec::new()),
            listed => listed,
        }
    }

    fn read(&self, path: &Path) -> Result<Snapshot, FileError> {
        let bytes = self.storage().read(path, MAX_BYTES)?;
        read_snapshot(&bytes, &name_of(path))
    }

    fn snapshot_file(&self, record: &RecordId) -> PathBuf {
        self.folders().recovery().join(snapshot_name(self.id(), record))
    }
}

fn snapshot_name(session: Uuid, record: &RecordId) -> String {
    format!("{session}.{}.ron", key(record))
}

/// Reads a recovery snapshot, which is a record with a few words on where it came from.
fn read_snapshot(bytes: &[u8], name: &str) -> Result<Snapshot, FileError> {
    let (text, _) = text_of(bytes, SNAPSHOT_FORMAT, name)?;
    let SnapshotFile { meta, record, .. } = read_as(&text, FileFormat::Ron, SNAPSHOT_FORMAT, name)?;
    refuse_repeated_ids(&record, name)?;
    Ok(Snapshot { record, meta })
}

/// Which session wrote a snapshot, by the name of its file: session, record, `ron`.
pub(super) fn session_of(path: &Path) -> Option<Uuid> {
    let name = path.file_name()?.to_str()?;
    let mut parts = name.split('.');
    let session = parts.next()?.parse().ok()?;
    let is_snapshot = parts.next().is_some_and(|key| key.len() == 12) && parts.next() == Some("ron") && parts.next().is_none();
    is_snapshot.then_some(session)
}
