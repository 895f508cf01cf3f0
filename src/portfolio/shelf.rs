//! The catalogues at hand: the one in use, every one that was ever shipped, and those kept in the program's own folder, so that
//! a record made under an earlier one is still judged by it.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use thiserror::Error;

use super::{CatalogueFileError, load_catalogue};
use crate::catalogue::{Catalogue, CatalogueError};
use crate::file::{AppFolders, Cause, Readers, Storage, StorageError};
use crate::judgement::RulesComparison;
use crate::record::{CataloguePin, ContentDigest, Date, Record};
use crate::text::{self, Lang, Message};

/// The catalogues at hand. A clone knows the same ones.
#[derive(Clone, Debug)]
pub struct Shelf {
    in_use: Arc<Catalogue>,
    /// Where catalogues are kept; nothing where the program has no folder of its own.
    folder: Option<PathBuf>,
    memory: Arc<Mutex<Memory>>,
}

/// What was learnt of the catalogues while the program runs.
#[derive(Debug, Default)]
struct Memory {
    /// Those that were read already, by digest; nothing for a kept file that is not what its name says.
    read: HashMap<ContentDigest, Option<Arc<Catalogue>>>,
    /// Those that are known to be kept.
    kept: HashSet<ContentDigest>,
}

/// What a record is judged by.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    /// Whether it is the record's own.
    pub at_hand: AtHand,
    /// The catalogue in use, by which new records are made.
    pub in_use: Arc<Catalogue>,
}

impl Rules {
    /// One catalogue that is in use and the record's own.
    pub fn of(catalogue: Arc<Catalogue>) -> Self {
        Self { in_use: Arc::clone(&catalogue), catalogue, at_hand: AtHand::Pinned }
    }

    /// The record's own catalogue, if it is at hand.
    pub fn pinned(&self) -> Option<&Arc<Catalogue>> {
        match self.at_hand {
            AtHand::Pinned => Some(&self.catalogue),
            AtHand::InUseOnly => None,
        }
    }

    /// Whether the record was made with another catalogue than the one in use.
    pub fn are_not_in_use(&self, record: &Record) -> bool {
        record.catalogue != self.in_use.pin()
    }

    /// The record under its own catalogue, beside what it is under the one in use.
    pub fn compare(&self, record: &Record, today: Date) -> RulesComparison {
        RulesComparison::of(record, self.pinned().map(AsRef::as_ref), &self.in_use, today)
    }
}

/// Whether the catalogue that a record was made with is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtHand {
    /// It is, and judges the record.
    Pinned,
    /// It is not: the one in use judges in its place.
    InUseOnly,
}

/// Why a catalogue could not be kept. Nothing else is the worse for it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeepError {
    /// It could not be written to the disk.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// It could not be written as text that reads back as the same catalogue.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
}

impl KeepError {
    /// What is wrong, where, what was expected, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Storage(error) => error.message(lang),
            Self::Catalogue(error) => text::catalogue_error(error, lang),
        }
    }
}

impl Shelf {
    /// A shelf with the catalogue in use, those ever shipped, and those kept in `folders`, which are read when they are asked for.
    pub fn new(in_use: Arc<Catalogue>, folders: Option<&AppFolders>) -> Self {
        Self { in_use, folder: folders.map(AppFolders::catalogues), memory: Arc::default() }
    }

    /// The catalogue in use: new records are made with it.
    pub fn in_use(&self) -> &Arc<Catalogue> {
        &self.in_use
    }

    /// The same shelf with another catalogue in use. The one in use until now stays at hand while the program runs; to have
    /// it at hand for longer, [`Shelf::keep`] it.
    #[must_use]
    pub fn with_in_use(&self, catalogue: Arc<Catalogue>) -> Self {
        self.memory().read.insert(self.in_use.digest(), Some(Arc::clone(&self.in_use)));
        Self { in_use: catalogue, ..self.clone() }
    }

    /// The catalogue of this pin, if it is at hand. A kept file counts only if its content has the digest of its name.
    pub fn pinned(&self, storage: &dyn Storage, pin: &CataloguePin) -> Option<Arc<Catalogue>> {
        // A pin that gives another name to a known content is no pin of it.
        self.of_digest(storage, &pin.digest).filter(|catalogue| catalogue.pin() == *pin)
    }

    fn of_digest(&self, storage: &dyn Storage, digest: &ContentDigest) -> Option<Arc<Catalogue>> {
        if self.in_use.digest() == *digest {
            return Some(Arc::clone(&self.in_use));
        }
        if let Some(shipped) = Catalogue::ever_shipped(digest) {
            return Some(shipped);
        }
        if let Some(read) = self.memory().read.get(digest) {
            return read.clone();
        }
        let found = match load_catalogue(storage, &self.file_of(digest)?) {
            Ok(catalogue) => Some(catalogue).filter(|catalogue| catalogue.digest() == *digest).map(Arc::new),
            Err(CatalogueFileError::Storage(error)) => {
                // Another run of the program may keep it later.
                if error.cause != Cause::NotFound {
                    log::warn!("{error}");
                }
                return None;
            }
            Err(CatalogueFileError::Other { .. } | CatalogueFileError::Unfit { .. } | CatalogueFileError::Catalogue(_)) => None,
        };
        let mut memory = self.memory();
        if found.is_some() {
            memory.kept.insert(digest.clone());
        } else {
            log::warn!("the file kept for catalogue {digest} is not that catalogue");
        }
        memory.read.insert(digest.clone(), found.clone());
        found
    }

    /// What a record is judged by: the catalogue it was made with if that is at hand, else the one in use.
    pub fn for_record(&self, storage: &dyn Storage, record: &Record) -> Rules {
        let in_use = Arc::clone(&self.in_use);
        match self.pinned(storage, &record.catalogue) {
            Some(catalogue) => Rules { catalogue, at_hand: AtHand::Pinned, in_use },
            None => Rules { catalogue: Arc::clone(&in_use), at_hand: AtHand::InUseOnly, in_use },
        }
    }

    /// Keeps a catalogue in the program's own folder, so that records made with it can be judged by it later. One that was
    /// shipped is in the program itself, and one that is kept already is not written again. Without a folder of its own the
    /// program keeps it only while it runs.
    ///
    /// # Errors
    /// [`KeepError`]; the records are as they were.
    pub fn keep(&self, storage: &dyn Storage, catalogue: &Catalogue) -> Result<(), KeepError> {
        let digest = catalogue.digest();
        if Catalogue::ever_shipped(&digest).is_some() || self.memory().kept.contains(&digest) {
            return Ok(());
        }
        if let (Some(folder), Some(file)) = (&self.folder, self.file_of(&digest)) {
            if !load_catalogue(storage, &file).is_ok_and(|kept| kept.digest() == digest) {
                storage.create_own_folder(folder)?;
                storage.write_for(&file, text_of(catalogue)?.as_bytes(), Readers::OwnerOnly)?;
            }
            self.memory().kept.insert(digest.clone());
        }
        self.memory().read.insert(digest, Some(Arc::new(catalogue.clone())));
        Ok(())
    }

    fn file_of(&self, digest: &ContentDigest) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(format!("{digest}.ron")))
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A catalogue as text. What would not be taken when it is needed is not worth keeping.
fn text_of(catalogue: &Catalogue) -> Result<String, CatalogueError> {
    let text = catalogue.to_ron()?;
    if Catalogue::from_ron(catalogue.meta.id.as_str(), &text)?.digest() == catalogue.digest() {
        return Ok(text);
    }
    Err(CatalogueError::Unwritable { problem: "another digest when read back".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Fault, MemoryStorage};
    use crate::record::{ProfileId, RecordId, Role};

    fn shipped() -> Arc<Catalogue> {
        Catalogue::shipped().unwrap()
    }

    fn another() -> Catalogue {
        let mut catalogue = Catalogue::clone(&shipped());
        catalogue.meta.version = "2027-04-01".to_owned();
        catalogue
    }

    fn folders() -> AppFolders {
        AppFolders::at("/data")
    }

    fn shelf() -> Shelf {
        Shelf::new(shipped(), Some(&folders()))
    }

    fn file(catalogue: &Catalogue) -> PathBuf {
        folders().catalogues().join(format!("{}.ron", catalogue.digest()))
    }

    #[test]
    fn what_was_kept_is_at_hand_in_the_next_run() {
        let (storage, other) = (MemoryStorage::new(), another());
        assert!(shelf().pinned(&storage, &other.pin()).is_none());
        shelf().keep(&storage, &other).unwrap();
        assert_eq!(shelf().pinned(&storage, &other.pin()).as_deref(), Some(&other));
        assert_eq!(storage.get(&file(&other)), Some(other.to_ron().unwrap().into_bytes()));
        storage.set_fault(Fault::FailsFrom(2, Cause::Full));
        shelf().keep(&storage, &other).expect("what is kept already is read and not written again");
    }

    #[test]
    fn what_was_ever_shipped_is_not_written_to_the_disk() {
        let storage = MemoryStorage::new();
        shelf().keep(&storage, &shipped()).unwrap();
        assert!(storage.paths().is_empty());
    }

    #[test]
    fn the_shipped_one_is_at_hand_whatever_is_in_use() {
        let (storage, other) = (MemoryStorage::new(), Arc::new(another()));
        let shelf = Shelf::new(Arc::clone(&other), None);
        assert_eq!(shelf.pinned(&storage, &shipped().pin()), Some(shipped()));
        assert_eq!(shelf.pinned(&storage, &other.pin()), Some(Arc::clone(&other)));
        assert_eq!(shelf.with_in_use(shipped()).pinned(&storage, &other.pin()), Some(other), "it was in use until now");
    }

    #[test]
    fn a_kept_file_with_a_false_digest_is_not_taken_and_is_replaced_by_the_true_one() {
        let (storage, other) = (MemoryStorage::new(), another());
        for false_one in [b"(".to_vec(), vec![0xFF], vec![b' '; 5 * 1024 * 1024], shipped().to_ron().unwrap().into_bytes()] {
            storage.put(&file(&other), &false_one);
            assert!(shelf().pinned(&storage, &other.pin()).is_none());
        }
        let shelf = shelf();
        assert!(shelf.pinned(&storage, &other.pin()).is_none());
        shelf.keep(&storage, &other).unwrap();
        assert_eq!(shelf.pinned(&storage, &other.pin()).as_deref(), Some(&other));
    }

    #[test]
    fn a_record_is_judged_by_its_own_catalogue_and_else_by_the_one_in_use() {
        let (storage, other) = (MemoryStorage::new(), another());
        let day = "2026-11-23".parse().unwrap();
        let record = Record::new(RecordId::new("r").unwrap(), Role::Agency, day, ProfileId::new("p").unwrap(), other.pin());
        let rules = shelf().for_record(&storage, &record);
        assert_eq!((rules.at_hand, rules.catalogue), (AtHand::InUseOnly, shipped()));
        shelf().keep(&storage, &other).unwrap();
        let rules = shelf().for_record(&storage, &record);
        assert_eq!((rules.at_hand, rules.catalogue), (AtHand::Pinned, Arc::new(other)));
        let misnamed = CataloguePin { version: "2020".try_into().unwrap(), ..shipped().pin() };
        assert!(shelf().pinned(&storage, &misnamed).is_none());
    }

    #[test]
    fn a_full_disk_is_said() {
        let (storage, other) = (MemoryStorage::new(), another());
        storage.set_fault(Fault::FailsFrom(2, Cause::Full));
        assert!(matches!(shelf().keep(&storage, &other), Err(KeepError::Storage(_))));
        assert!(shelf().pinned(&storage, &other.pin()).is_none());
    }
}
