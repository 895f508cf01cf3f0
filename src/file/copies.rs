//! Copies of a record beside it that hold something else: what sync programs leave where two people changed one file. They are
//! known by what they hold, since each program, in each language, calls them otherwise.

use std::path::{Path, PathBuf};

use super::{Storage, StorageError, parse};
use crate::bounds::{COPIES, COPY_BYTES};
use crate::record::{ApprovalState, Record};

/// How record files end.
const ENDINGS: [&str; 4] = [".liu.ron", ".liu.json", ".ron", ".json"];

/// The copies of a record beside its file which hold what it neither holds nor held. An older copy is none. The folder is looked
/// through by name, and only what begins like the file is read.
///
/// # Errors
/// [`StorageError`] if the folder cannot be read; a copy that cannot be read is none.
pub fn other_copies(storage: &dyn Storage, path: &Path, record: &Record) -> Result<Vec<PathBuf>, StorageError> {
    let path = storage.target(path);
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return Ok(Vec::new());
    };
    let beside = storage.list_beginning(folder, beginning(name))?;
    let might_be = |other: &PathBuf| {
        let other = other.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_lowercase();
        other != name.to_lowercase() && ENDINGS.iter().any(|ending| other.ends_with(ending))
    };
    let holds_other = |other: &PathBuf| {
        let bytes = storage.read(other, COPY_BYTES).ok();
        bytes.and_then(|bytes| parse(&bytes, "").ok()).is_some_and(|(other, _)| holds_what_is_not_in(&other, record))
    };
    Ok(beside.into_iter().filter(might_be).take(COPIES).filter(holds_other).collect())
}

/// What the names of a record and of its copies begin with. Sync programs write before the last dot, some after a space or a mark.
fn beginning(name: &str) -> &str {
    let lower = name.to_lowercase();
    let ending = ENDINGS.iter().find(|ending| lower.ends_with(*ending)).map_or(0, |ending| ending.len());
    let stem = name.get(..name.len().saturating_sub(ending)).unwrap_or(name);
    [".sync-conflict-", " ("]
        .iter()
        .filter_map(|mark| stem.split_once(mark))
        .map(|(begun, _)| begun)
        .find(|begun| !begun.is_empty())
        .unwrap_or(stem)
}

/// Whether a copy of a record holds something that the record does not hold and has not held.
fn holds_what_is_not_in(copy: &Record, record: &Record) -> bool {
    if copy.id != record.id {
        return false;
    }
    let content = copy.content_digest();
    if content != record.content_digest() {
        return !record.history.iter().any(|revision| revision.content == content);
    }
    let comment_is_new = |id| !record.comments.iter().any(|comment| comment.id == id);
    copy.comments.iter().any(|comment| comment_is_new(comment.id.clone()))
        || (copy.approval != record.approval
            && copy.approval.state != ApprovalState::Draft
            && record.approval.state == ApprovalState::Draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{MemoryStorage, to_json, to_ron};
    use crate::record::{Edit, Field, Moment, RecordId, TextField};

    fn record() -> Record {
        let example = crate::examples::all().first().unwrap();
        parse(example.ron.as_bytes(), "").unwrap().0
    }

    fn named(record: &Record, name: &str) -> Record {
        let mut record = record.clone();
        record.apply(Edit::SetText { field: Field::Text(TextField::CaseName), text: name.to_owned() }).unwrap();
        record
    }

    #[test]
    fn what_sync_programs_leave_is_known_whatever_they_call_it() {
        let (record, path) = (record(), PathBuf::from("/書類/案件.liu.ron"));
        let other = to_ron(&named(&record, "ほかの人が書いた")).unwrap();
        for name in [
            "案件.liu-PC01.ron",
            "案件.liu (太郎 の競合コピー 2026-11-27).ron",
            "案件.liu (conflicted copy 2026-11-27 101010).ron",
            "案件.liu.sync-conflict-20261127-101010-ABCDEFG.ron",
            "案件 (1).liu.ron",
            "案件 - コピー.liu.json",
            "案件.LIU-PC01.RON",
        ] {
            let storage = MemoryStorage::new();
            storage.put(&path, to_ron(&record).unwrap().as_bytes());
            let copy = path.with_file_name(name);
            let text = if name.ends_with("json") {
                to_json(&named(&record, "ほかの人が書いた")).unwrap()
            } else {
                other.clone()
            };
            storage.put(&copy, text.as_bytes());
            assert_eq!(other_copies(&storage, &path, &record).unwrap(), [copy], "{name}");
        }
        // And from the copy, if that is what was opened.
        let storage = MemoryStorage::new();
        storage.put(&path, to_ron(&record).unwrap().as_bytes());
        for name in ["案件.liu.sync-conflict-20261127-101010-ABCDEFG.ron", "案件.liu (conflicted copy).ron"] {
            let found = other_copies(&storage, &path.with_file_name(name), &named(&record, "ほか")).unwrap();
            assert_eq!(found, std::slice::from_ref(&path), "{name}");
        }
    }

    #[test]
    fn what_holds_nothing_else_is_no_copy_to_speak_of() {
        let path = PathBuf::from("/書類/案件.liu.ron");
        let moment = |at: &str| Moment::of(at.parse().unwrap());
        let before = record().with_revision(None, moment("2026-11-20T00:00:00Z"), &"花子".try_into().unwrap());
        let now = named(&before, "後").with_revision(Some(&before), moment("2026-11-23T00:00:00Z"), &"花子".try_into().unwrap());
        let mut another = named(&before, "別の案件");
        another.id = RecordId::new("another").unwrap();
        let storage = MemoryStorage::new();
        for (name, content) in [
            ("案件.liu.ron", to_ron(&now).unwrap()),
            ("案件 - コピー.liu.ron", to_ron(&now).unwrap()),
            ("案件_先週.liu.ron", to_ron(&before).unwrap()),
            ("案件2.liu.ron", to_ron(&another).unwrap()),
            ("案件 (壊れた).liu.ron", "(".to_owned()),
            ("案件.liu.ron.bak", to_ron(&named(&now, "ほか")).unwrap()),
            ("別.liu.ron", to_ron(&named(&now, "ほか")).unwrap()),
        ] {
            storage.put(&path.with_file_name(name), content.as_bytes());
        }
        assert_eq!(other_copies(&storage, &path, &now).unwrap(), Vec::<PathBuf>::new());
        assert_eq!(other_copies(&storage, &path.with_file_name("案件_先週.liu.ron"), &before).unwrap(), Vec::<PathBuf>::new());
        // The older one does not know what the present one holds.
        storage.put(&path, to_ron(&before).unwrap().as_bytes());
        storage.put(&path.with_file_name("案件 (新).liu.ron"), to_ron(&now).unwrap().as_bytes());
        assert_eq!(other_copies(&storage, &path, &before).unwrap().len(), 2);
    }

    #[test]
    fn a_folder_full_of_files_is_looked_into_no_further_than_said() {
        let (record, path) = (record(), PathBuf::from("/書類/案件.liu.ron"));
        let storage = MemoryStorage::new();
        storage.put(&path, to_ron(&record).unwrap().as_bytes());
        let other = to_ron(&named(&record, "ほか")).unwrap();
        for number in 0..40 {
            storage.put(&path.with_file_name(format!("案件 ({number}).liu.ron")), other.as_bytes());
        }
        assert_eq!(other_copies(&storage, &path, &record).unwrap().len(), COPIES);
    }
}
