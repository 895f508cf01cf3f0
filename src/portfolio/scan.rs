//! Looking through a folder for records.

use std::collections::{HashSet, VecDeque};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::{AtHand, OpenError, Rules, Shelf, open_checked};
use crate::bounds::FOLDER_DEPTH;
use crate::file::{Action, Cause, EntryKind, FileFormat, Storage, StorageError};
use crate::judgement::{Outcome, Severity, judge};
use crate::record::{
    ApprovalState, ApprovalStatement, Assessment, CataloguePin, Date, PerObjective, Record, RecordId, TaskChoice,
};

/// What a folder holds.
#[derive(Debug)]
pub struct Scan {
    /// The records in it and below it, in the order of their paths.
    pub records: Vec<ListedRecord>,
    /// Folders below it that could not be looked into, and records whose names cannot be shown as they are.
    pub problems: Vec<StorageError>,
}

/// A file that is a record by its name.
#[derive(Debug)]
pub struct ListedRecord {
    /// The file.
    pub path: PathBuf,
    /// What is in it, or why it cannot be read.
    pub content: Result<Summary, OpenError>,
}

/// What is worth knowing of one record among many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The record.
    pub id: RecordId,
    /// Name of the case.
    pub case_name: String,
    /// Name of the service.
    pub service: String,
    /// The agency.
    pub agency: String,
    /// The target task.
    pub task: TaskChoice,
    /// 判定
    pub outcome: Outcome,
    /// The level of each objective.
    pub objectives: PerObjective<Assessment>,
    /// The highest of them.
    pub overall: Assessment,
    /// How many findings are errors.
    pub errors: usize,
    /// How many findings are warnings.
    pub warnings: usize,
    /// Where the approval stands.
    pub state: ApprovalState,
    /// The last day on which an approval holds.
    pub expires_on: Option<Date>,
    /// Whether its validity has run out.
    pub has_run_out: bool,
    /// Whether the content was changed since.
    pub changed_since_approval: bool,
    /// Whether what stands in the approval is what was recorded.
    pub statement: ApprovalStatement,
    /// Whether it was approved, and the approver is the assessor.
    pub approved_by_assessor: bool,
    /// The catalogue it was made with.
    pub catalogue: CataloguePin,
    /// Whether that one judged it.
    pub at_hand: AtHand,
    /// What the approval says was judged, where the catalogue of then is not at hand.
    pub stated: Option<Outcome>,
}

impl Summary {
    /// The summary of a record, judged by its rules on a day.
    pub fn of(record: &Record, rules: &Rules, today: Date) -> Self {
        let judgement = judge(record, &rules.catalogue, today);
        let stated = record.approval.stated.as_ref().filter(|_| rules.at_hand == AtHand::InUseOnly);
        Self {
            id: record.id.clone(),
            case_name: record.case_name.to_string(),
            service: record.service.name.to_string(),
            agency: record.agency.name.to_string(),
            task: record.task.clone(),
            outcome: judgement.outcome,
            objectives: judgement.objectives,
            overall: judgement.overall,
            errors: judgement.count(Severity::Error),
            warnings: judgement.count(Severity::Warning),
            state: record.approval.state,
            expires_on: record.approval.expires_on(),
            has_run_out: record.approval.has_run_out(today),
            changed_since_approval: record.changed_since_approval(),
            statement: record.approval.statement(),
            approved_by_assessor: record.is_approved_by_assessor(),
            catalogue: record.catalogue.clone(),
            at_hand: rules.at_hand,
            stated: stated.map(|stated| stated.outcome),
        }
    }
}

/// Looks through a folder and those below it. `seen` is told of each file before it is read, with how many there are.
///
/// # Errors
/// [`StorageError`] if the folder itself cannot be looked into.
pub fn scan(
    storage: &dyn Storage,
    folder: &Path,
    shelf: &Shelf,
    today: Date,
    seen: &mut dyn FnMut(&Path, usize),
) -> Result<Scan, StorageError> {
    let mut problems = Vec::new();
    let paths = record_paths(storage, folder, &mut problems)?;
    let count = paths.len();
    let mut records = Vec::with_capacity(count);
    for path in paths {
        seen(&path, count);
        let summary = |record: &Record| Summary::of(record, &shelf.for_record(storage, record), today);
        let content = open_checked(storage, &path, shelf).map(|opened| summary(&opened.record));
        records.push(ListedRecord { path, content });
    }
    Ok(Scan { records, problems })
}

/// A folder that waits to be looked into.
struct Waiting {
    path: PathBuf,
    depth: usize,
}

/// Looks into folders, each once. What stands there by itself goes before what a link leads to, so that a record is told by its own
/// place where it has one.
struct Search<'a> {
    storage: &'a dyn Storage,
    unreadable: &'a mut Vec<StorageError>,
    seen: HashSet<OsString>,
    here: Vec<Waiting>,
    by_links: VecDeque<Waiting>,
    files: Vec<PathBuf>,
    files_by_links: Vec<PathBuf>,
}

impl Search<'_> {
    fn look_into(&mut self, Waiting { path, depth }: &Waiting) -> Result<(), StorageError> {
        let identity = self.storage.identity(path);
        let itself = PathBuf::from(&identity);
        if !self.seen.insert(identity) {
            return Ok(());
        }
        for entry in self.storage.list(path)? {
            let is_link = |identity: &OsString| {
                entry.path.file_name().is_none_or(|name| itself.join(name).as_os_str() != identity.as_os_str())
            };
            match entry.kind {
                EntryKind::File if is_record_by_name(&entry.path) => {
                    let is_link = is_link(&self.storage.identity(&entry.path));
                    if is_link { self.files_by_links.push(entry.path) } else { self.files.push(entry.path) }
                }
                EntryKind::File => {}
                EntryKind::Folder => {
                    let is_link = is_link(&self.storage.identity(&entry.path));
                    let waiting = Waiting { path: entry.path, depth: depth + 1 };
                    if is_link { self.by_links.push_back(waiting) } else { self.here.push(waiting) }
                }
            }
        }
        Ok(())
    }

    fn next(&mut self) -> Option<Waiting> {
        self.here.pop().or_else(|| self.by_links.pop_front())
    }
}

/// The files in a folder and those below it that are records by their names, each once by whatever links, in the order of their
/// paths. What could not be looked into, and names that cannot be shown as they are, are added to `unreadable`.
///
/// # Errors
/// [`StorageError`] if the folder itself cannot be looked into.
pub(super) fn record_paths(
    storage: &dyn Storage,
    folder: &Path,
    unreadable: &mut Vec<StorageError>,
) -> Result<Vec<PathBuf>, StorageError> {
    let (seen, here, by_links) = (HashSet::new(), Vec::new(), VecDeque::new());
    let mut search = Search { storage, unreadable, seen, here, by_links, files: Vec::new(), files_by_links: Vec::new() };
    search.look_into(&Waiting { path: folder.to_owned(), depth: 0 })?;
    while let Some(waiting) = search.next() {
        let problem = if waiting.depth > FOLDER_DEPTH {
            let cause = Cause::TooDeep;
            Some(StorageError { path: waiting.path, action: Action::List, cause })
        } else {
            search.look_into(&waiting).err()
        };
        search.unreadable.extend(problem);
    }
    let Search { unreadable, mut files, mut files_by_links, .. } = search;
    files.sort();
    files_by_links.sort();
    let mut seen = HashSet::new();
    let mut paths: Vec<PathBuf> =
        files.into_iter().chain(files_by_links).filter(|path| seen.insert(storage.identity(path))).collect();
    paths.sort();
    let not_utf8 = paths.iter().filter(|path| path.to_str().is_none());
    unreadable.extend(not_utf8.map(|path| StorageError { path: path.clone(), action: Action::Read, cause: Cause::NotUtf8 }));
    Ok(paths)
}

/// By the end of its name, whatever stands before that.
fn is_record_by_name(path: &Path) -> bool {
    let Some(name) = path.file_name() else { return false };
    let name = name.to_string_lossy().to_lowercase();
    !name.starts_with('.') && FileFormat::ALL.iter().any(|format| name.ends_with(format.extension()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::file::MemoryStorage;
    use crate::record::{Role, TaskChoice};

    fn record(id: &str, catalogue: &Catalogue, today: Date) -> String {
        let profile = catalogue.profiles.first().unwrap().id.clone();
        let record = Record::new(RecordId::new(id).unwrap(), Role::Agency, today, profile, catalogue.pin());
        crate::file::to_ron(&record).unwrap()
    }

    #[test]
    fn records_are_found_at_every_depth_and_what_is_no_record_by_name_is_left_alone() {
        let storage = MemoryStorage::new();
        let catalogue = Catalogue::shipped().unwrap();
        let today = Date::new(2026, 11, 23).unwrap();
        storage.create_folder(Path::new("/cases/2026/spring")).unwrap();
        for (path, content) in [
            ("/cases/b.liu.ron", record("b", &catalogue, today)),
            ("/cases/2026/spring/a.LIU.RON", record("a", &catalogue, today)),
            ("/cases/torn.liu.json", "{".to_owned()),
            ("/cases/.~lock.b.liu.ron#", "held".to_owned()),
            ("/cases/.hidden.liu.ron", "?".to_owned()),
            ("/cases/notes.ron", "()".to_owned()),
        ] {
            storage.create_new(Path::new(path), content.as_bytes()).unwrap();
        }
        let mut told = Vec::new();
        let mut seen = |path: &Path, count| told.push((path.to_owned(), count));
        let scan = scan(&storage, Path::new("/cases"), &Shelf::new(catalogue, None), today, &mut seen).unwrap();
        let found: Vec<_> = scan.records.iter().map(|record| (record.path.to_str().unwrap(), record.content.is_ok())).collect();
        assert_eq!(found, [("/cases/2026/spring/a.LIU.RON", true), ("/cases/b.liu.ron", true), ("/cases/torn.liu.json", false)]);
        assert_eq!(told.len(), 3);
        assert!(told.iter().all(|(_, count)| *count == 3));
        let summary = scan.records.first().unwrap().content.as_ref().unwrap();
        assert_eq!((summary.outcome, &summary.task), (Outcome::Undetermined, &TaskChoice::NotChosen));
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_and_no_empty_list() {
        let catalogue = Catalogue::shipped().unwrap();
        let today = Date::new(2026, 11, 23).unwrap();
        let shelf = Shelf::new(catalogue, None);
        assert!(scan(&MemoryStorage::new(), Path::new("/nowhere"), &shelf, today, &mut |_, _| {}).is_err());
    }
}
