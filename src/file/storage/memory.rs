//! A disk in memory that fails, or stops as if the process were killed or the power lost, at the n-th step.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use uuid::Builder;

use super::super::byte_count;
use super::super::machine::this_computer;
use super::temporary::{computer_of, name};
use super::{Action, Cause, Entry, EntryKind, Lock, Storage, StorageError};
use crate::reader::Reader;

/// Files in memory, for tests. Clones share them.
///
/// What a real disk does in several steps counts as several steps here: replacing a file is to make a temporary file, write it,
/// sync it, rename it, sync the folder.
#[derive(Clone, Debug, Default)]
pub struct MemoryStorage {
    state: Arc<Mutex<State>>,
    reader: Reader,
}

/// What goes wrong, and at which step; steps count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The step, and that step alone, fails with this cause.
    FailsAt(usize, Cause),
    /// This step and all after it fail with this cause, like a disk that is full.
    FailsFrom(usize, Cause),
    /// The step does not happen, and nothing after it until [`MemoryStorage::restart`].
    StopsAt(usize, Unsynced),
}

/// What becomes of changes that were not yet synced when the storage stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsynced {
    /// They are lost, as when the power goes.
    Lost,
    /// They stay, as when the process is killed.
    Kept,
}

#[derive(Debug, Default)]
struct State {
    visible: BTreeMap<PathBuf, Vec<u8>>,
    durable: BTreeMap<PathBuf, Vec<u8>>,
    folders: BTreeSet<PathBuf>,
    locked: BTreeSet<PathBuf>,
    temporary: u128,
    boots: usize,
    steps: usize,
    fault: Option<Fault>,
    stopped: bool,
}

impl MemoryStorage {
    /// An empty disk on which nothing goes wrong.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same disk, with what reads strangers' files.
    #[must_use]
    pub fn with_reader(self, reader: Reader) -> Self {
        Self { reader, ..self }
    }

    /// Counts steps from 1 again and lets this go wrong.
    pub fn set_fault(&self, fault: Fault) {
        let mut state = self.state();
        state.steps = 0;
        state.fault = Some(fault);
    }

    /// How many steps were taken since the start or the last [`MemoryStorage::set_fault`].
    pub fn steps(&self) -> usize {
        self.state().steps
    }

    /// What is there when the computer, or the process, is started again. No lock is held then, and nothing goes wrong.
    pub fn restart(&self) {
        let mut state = self.state();
        if matches!(state.fault, Some(Fault::StopsAt(_, Unsynced::Lost))) && state.stopped {
            state.visible = state.durable.clone();
        } else {
            state.durable = state.visible.clone();
        }
        state.locked.clear();
        state.boots += 1;
        state.fault = None;
        state.stopped = false;
        state.steps = 0;
    }

    /// Puts a file there as if somebody else had, at once and for good.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        state.visible.insert(path.to_owned(), bytes.to_vec());
        state.durable.insert(path.to_owned(), bytes.to_vec());
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        state.make_folders(&folder);
    }

    /// What a file holds, without counting as a step.
    pub fn get(&self, path: &Path) -> Option<Vec<u8>> {
        self.state().visible.get(path).cloned()
    }

    /// All files, without counting as a step.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.state().visible.keys().cloned().collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn step(&mut self, path: &Path, action: Action) -> Result<(), StorageError> {
        let failed = |cause| StorageError { path: path.to_owned(), action, cause };
        if self.stopped {
            return Err(failed(Cause::Stopped));
        }
        self.steps += 1;
        match &self.fault {
            Some(Fault::FailsAt(step, cause)) if *step == self.steps => Err(failed(cause.clone())),
            Some(Fault::FailsFrom(step, cause)) if *step <= self.steps => Err(failed(cause.clone())),
            Some(Fault::StopsAt(step, _)) if *step == self.steps => {
                self.stopped = true;
                Err(failed(Cause::Stopped))
            }
            _ => Ok(()),
        }
    }

    fn make_folders(&mut self, path: &Path) {
        for folder in path.ancestors() {
            self.folders.insert(folder.to_owned());
        }
    }

    /// The steps up to a temporary file that is written and synced. It is taken away again when a step fails, unless all stopped.
    fn write_temporary(&mut self, path: &Path, bytes: &[u8]) -> Result<PathBuf, StorageError> {
        let failed = |cause| StorageError { path: path.to_owned(), action: Action::Write, cause };
        if self.folders.contains(path) {
            return Err(failed(Cause::IsFolder));
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        if self.visible.keys().any(|file| folder.starts_with(file)) {
            return Err(failed(Cause::NotAFolder));
        }
        if !self.folders.contains(folder) {
            return Err(failed(Cause::NotFound));
        }
        // One at a time is written here, so that whatever else is there was left.
        self.sweep(folder);
        self.temporary += 1;
        let unique = Builder::from_random_bytes(self.temporary.to_be_bytes()).into_uuid();
        let temporary = path.with_file_name(name(this_computer(), unique));
        self.step(path, Action::Write)?;
        let half = bytes.get(..bytes.len() / 2).unwrap_or_default().to_vec();
        self.visible.insert(temporary.clone(), half);
        for _ in ["write", "sync"] {
            if let Err(error) = self.step(path, Action::Write) {
                self.forget(&temporary);
                return Err(error);
            }
            self.visible.insert(temporary.clone(), bytes.to_vec());
        }
        Ok(temporary)
    }

    fn sweep(&mut self, folder: &Path) {
        let is_ours =
            |path: &Path| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| computer_of(name).is_some());
        self.visible.retain(|path, _| path.parent() != Some(folder) || !is_ours(path));
    }

    fn forget(&mut self, temporary: &Path) {
        if !self.stopped {
            self.visible.remove(temporary);
        }
    }

    /// The steps that make a temporary file the file itself.
    fn put_in_place(&mut self, temporary: &Path, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        if let Err(error) = self.step(path, Action::Write) {
            self.forget(temporary);
            return Err(error);
        }
        self.visible.remove(temporary);
        self.visible.insert(path.to_owned(), bytes.to_vec());
        self.step(path, Action::Confirm)?;
        self.durable.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }
}

impl Storage for MemoryStorage {
    fn read(&self, path: &Path, max_bytes: u64) -> Result<Vec<u8>, StorageError> {
        let failed = |cause| StorageError { path: path.to_owned(), action: Action::Read, cause };
        let mut state = self.state();
        state.step(path, Action::Read)?;
        if state.folders.contains(path) {
            return Err(failed(Cause::IsFolder));
        }
        match state.visible.get(path) {
            None => Err(failed(Cause::NotFound)),
            Some(bytes) if byte_count(bytes) > max_bytes => Err(failed(Cause::TooLarge)),
            Some(bytes) => Ok(bytes.clone()),
        }
    }

    fn write_durably(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        let mut state = self.state();
        let temporary = state.write_temporary(path, bytes)?;
        state.put_in_place(&temporary, path, bytes)
    }

    fn create_new(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        let mut state = self.state();
        let temporary = state.write_temporary(path, bytes)?;
        if state.visible.contains_key(path) {
            state.forget(&temporary);
            return Err(StorageError { path: path.to_owned(), action: Action::Write, cause: Cause::Exists });
        }
        state.put_in_place(&temporary, path, bytes)
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, StorageError> {
        let mut state = self.state();
        state.step(folder, Action::List)?;
        if !state.folders.contains(folder) {
            return Err(StorageError { path: folder.to_owned(), action: Action::List, cause: Cause::NotFound });
        }
        let file =
            |(path, bytes): (&PathBuf, &Vec<u8>)| Entry { path: path.clone(), kind: EntryKind::File, bytes: byte_count(bytes) };
        let files = state.visible.iter().filter(|(path, _)| path.parent() == Some(folder)).map(file);
        let below = state.folders.iter().filter(|path| path.parent() == Some(folder));
        let folders = below.map(|path| Entry { path: path.clone(), kind: EntryKind::Folder, bytes: 0 });
        let mut entries: Vec<Entry> = files.chain(folders).collect();
        entries.sort();
        Ok(entries)
    }

    fn sweep(&self, folder: &Path) -> Result<(), StorageError> {
        let mut state = self.state();
        state.step(folder, Action::Remove)?;
        state.sweep(folder);
        Ok(())
    }

    fn remove(&self, path: &Path) -> Result<(), StorageError> {
        let mut state = self.state();
        state.step(path, Action::Remove)?;
        if state.visible.remove(path).is_none() {
            return Err(StorageError { path: path.to_owned(), action: Action::Remove, cause: Cause::NotFound });
        }
        // A removal is never synced: after a loss of power the file may be back.
        Ok(())
    }

    fn create_folder(&self, path: &Path) -> Result<(), StorageError> {
        let mut state = self.state();
        state.step(path, Action::CreateFolder)?;
        if state.visible.keys().any(|file| path.starts_with(file)) {
            return Err(StorageError { path: path.to_owned(), action: Action::CreateFolder, cause: Cause::NotAFolder });
        }
        state.make_folders(path);
        Ok(())
    }

    fn lock(&self, path: &Path) -> Result<Box<dyn Lock>, StorageError> {
        let mut state = self.state();
        state.step(path, Action::Lock)?;
        let failed = |cause| StorageError { path: path.to_owned(), action: Action::Lock, cause };
        if !state.folders.contains(path.parent().unwrap_or(Path::new(""))) {
            return Err(failed(Cause::NotFound));
        }
        if !state.locked.insert(path.to_owned()) {
            return Err(failed(Cause::InUse));
        }
        state.visible.entry(path.to_owned()).or_default();
        Ok(Box::new(HeldName { state: Arc::clone(&self.state), path: path.to_owned(), boot: state.boots }))
    }

    fn is_locked(&self, path: &Path) -> Result<bool, StorageError> {
        let mut state = self.state();
        state.step(path, Action::Lock)?;
        Ok(state.locked.contains(path))
    }

    fn reader(&self) -> Reader {
        self.reader.clone()
    }
}

#[derive(Debug)]
struct HeldName {
    state: Arc<Mutex<State>>,
    path: PathBuf,
    boot: usize,
}

impl Lock for HeldName {}

impl Drop for HeldName {
    fn drop(&mut self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.boots == self.boot {
            state.locked.remove(&self.path);
        }
    }
}
