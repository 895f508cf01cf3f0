//! Whatever fails while something is saved, and whenever: the old or the new content is there, whole, and the one before is kept.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use liu_wizard::file::{
    AppFolders, Cause, DiskStorage, Expected, Fault, FileError, Holder, MemoryStorage, RecordLock, Session, SnapshotMeta,
    Storage, Taking, Unsynced, open, parse, save, to_ron, verify, versions,
};
use liu_wizard::record::{ContentDigest, Edit, Field, Record, TextField};
use liu_wizard::text::Lang;
use uuid::Uuid;

const GOOD: &str = include_str!("../data/format/v1.liu.ron");

fn record() -> Record {
    parse(GOOD.as_bytes(), "v1.liu.ron").unwrap().0
}

fn named(name: &str) -> Record {
    let mut record = record();
    record.apply(Edit::SetText { field: Field::Text(TextField::CaseName), text: name.to_owned() }).unwrap();
    record
}

fn folders() -> AppFolders {
    AppFolders::at("/data")
}

fn at(hour: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(490_000 + hour)
}

fn document() -> PathBuf {
    PathBuf::from("/書類/a.liu.ron")
}

/// Every way in which things can go wrong at one step.
fn faults(step: usize) -> [Fault; 4] {
    [
        Fault::FailsAt(step, Cause::Other("input/output error".to_owned())),
        Fault::FailsFrom(step, Cause::Full),
        Fault::StopsAt(step, Unsynced::Lost),
        Fault::StopsAt(step, Unsynced::Kept),
    ]
}

/// Runs `act` on what `prepare` made, once for every step at which something goes wrong, and `check`s what is left.
fn at_every_step<T: std::fmt::Debug>(
    prepare: impl Fn(&MemoryStorage),
    act: impl Fn(&MemoryStorage) -> Result<T, FileError>,
    check: impl Fn(&MemoryStorage, &Result<T, FileError>, &Fault),
) {
    let whole = MemoryStorage::new();
    prepare(&whole);
    whole.set_fault(Fault::FailsAt(usize::MAX, Cause::Full));
    act(&whole).expect("nothing goes wrong");
    let steps = whole.steps();
    assert!(steps > 5, "only {steps} steps");
    for fault in (1..=steps).flat_map(faults) {
        let storage = MemoryStorage::new();
        prepare(&storage);
        storage.set_fault(fault.clone());
        let outcome = act(&storage);
        storage.restart();
        check(&storage, &outcome, &fault);
    }
}

#[test]
fn a_save_that_goes_wrong_at_any_step_leaves_the_old_or_the_new_content() {
    let (old, new) = (to_ron(&named("前")).unwrap(), to_ron(&named("後")).unwrap());
    let prepare = |storage: &MemoryStorage| storage.put(&document(), old.as_bytes());
    let expected = Expected::Digest(ContentDigest::of(old.as_bytes()));
    let act = |storage: &MemoryStorage| save(storage, &document(), &named("後"), &expected, &folders(), at(0));
    at_every_step(prepare, act, |storage, outcome, fault| {
        let found = storage.get(&document()).unwrap_or_else(|| panic!("{fault:?}: the file is gone"));
        assert!(found == old.as_bytes() || found == new.as_bytes(), "{fault:?}: {} bytes", found.len());
        if outcome.is_ok() {
            assert!(found == new.as_bytes(), "{fault:?}: said to be saved");
        }
        if found == new.as_bytes() {
            let kept = storage.paths().into_iter().filter(|path| *path != document());
            let kept = kept.filter(|path| storage.get(path).is_some_and(|bytes| bytes == old.as_bytes()));
            assert!(kept.count() >= 1, "{fault:?}: the previous version is kept");
        }
        // And the next save goes through, whatever the last one left behind, and takes that away.
        let opened = open(storage, &document()).unwrap();
        let next = save(storage, &document(), &named("次"), &Expected::Digest(opened.digest), &folders(), at(1));
        assert!(next.is_ok(), "{fault:?}: {next:?}");
        let temporary = storage.paths().into_iter().filter(|path| path.to_string_lossy().ends_with(".tmp"));
        assert_eq!(temporary.collect::<Vec<_>>(), Vec::<PathBuf>::new(), "{fault:?}");
    });
}

#[test]
fn what_is_in_place_is_never_said_not_to_be_written() {
    let (old, new) = (to_ron(&named("前")).unwrap(), to_ron(&named("後")).unwrap());
    let expected = Expected::Digest(ContentDigest::of(old.as_bytes()));
    let act = |storage: &MemoryStorage| save(storage, &document(), &named("後"), &expected, &folders(), at(0));
    let whole = MemoryStorage::new();
    whole.put(&document(), old.as_bytes());
    act(&whole).unwrap();
    let mut in_place = 0;
    for step in 1..=whole.steps() {
        let cause = Cause::Other("input/output error".to_owned());
        for fault in [Fault::FailsAt(step, cause.clone()), Fault::FailsFrom(step, cause)] {
            let storage = MemoryStorage::new();
            storage.put(&document(), old.as_bytes());
            storage.set_fault(fault.clone());
            let outcome = act(&storage);
            storage.restart();
            let holds_new = storage.get(&document()).unwrap() == new.as_bytes();
            let Err(error) = outcome else { continue };
            let said_to_be_there = match &error {
                FileError::NotConfirmed { digest, .. } | FileError::NotReadBack { digest, .. } => {
                    assert_eq!(*digest, ContentDigest::of(new.as_bytes()));
                    true
                }
                _ => false,
            };
            assert_eq!(said_to_be_there, holds_new, "{fault:?}: {error}");
            in_place += usize::from(holds_new);
            for lang in [Lang::Ja, Lang::En] {
                let said = error.message(lang).what;
                assert_eq!(
                    said.contains("Could not") || said.contains("込めませんでした"),
                    !holds_new && !matches!(error, FileError::PreviousNotKept { .. }),
                    "{fault:?}: {said}"
                );
            }
        }
    }
    assert!(in_place >= 3, "only {in_place} faults after the new content was in place");
}

#[test]
fn a_first_save_that_goes_wrong_at_any_step_leaves_the_whole_file_or_none() {
    let new = to_ron(&record()).unwrap();
    let prepare = |storage: &MemoryStorage| storage.create_folder(Path::new("/書類")).unwrap();
    let act = |storage: &MemoryStorage| save(storage, &document(), &record(), &Expected::New, &folders(), at(0));
    at_every_step(prepare, act, |storage, outcome, fault| {
        let found = storage.get(&document());
        assert!(found.as_deref().is_none_or(|found| found == new.as_bytes()), "{fault:?}");
        if outcome.is_ok() {
            assert!(found.is_some(), "{fault:?}");
        }
    });
}

#[test]
fn a_save_over_something_else_keeps_that_too() {
    let prepare = |storage: &MemoryStorage| storage.put(&document(), b"not a record");
    let act = |storage: &MemoryStorage| save(storage, &document(), &record(), &Expected::Overwrite, &folders(), at(0));
    at_every_step(prepare, act, |storage, _, fault| {
        let all: Vec<_> = storage.paths().iter().filter_map(|path| storage.get(path)).collect();
        assert!(all.iter().any(|bytes| bytes == b"not a record"), "{fault:?}");
    });
}

#[test]
fn a_snapshot_that_goes_wrong_at_any_step_leaves_the_former_or_the_new_one() {
    let meta = |hour| SnapshotMeta { original: Some(document()), base: None, taken: at(hour), own_save: None };
    let begin = |storage: &MemoryStorage, id| {
        Session::begin(Arc::new(storage.clone()), folders(), Uuid::from_u128(id)).expect("a fresh session")
    };
    let steps = {
        let storage = MemoryStorage::new();
        let session = begin(&storage, 1);
        session.snapshot(&named("前"), &meta(0)).unwrap();
        storage.set_fault(Fault::FailsAt(usize::MAX, Cause::Full));
        session.snapshot(&named("後"), &meta(1)).unwrap();
        storage.steps()
    };
    assert_eq!(steps, 5);
    for fault in (1..=steps).flat_map(faults) {
        let storage = MemoryStorage::new();
        let crashed = begin(&storage, 1);
        crashed.snapshot(&named("前"), &meta(0)).unwrap();
        storage.set_fault(fault.clone());
        let outcome = crashed.snapshot(&named("後"), &meta(1));
        std::mem::forget(crashed);
        storage.restart();

        let next = begin(&storage, 2);
        let orphans = next.orphans().unwrap();
        assert_eq!(orphans.len(), 1, "{fault:?}");
        let found = orphans[0].content.as_ref().unwrap();
        assert!(found.record == named("前") || found.record == named("後"), "{fault:?}");
        if outcome.is_ok() {
            assert_eq!(found.record, named("後"), "{fault:?}");
        }
        next.sweep().unwrap();
        assert_eq!(storage.list(&folders().recovery()).unwrap().len(), 1, "{fault:?}: temporary files are swept, snapshots stay");
    }
}

#[test]
fn a_crashed_session_is_offered_and_a_living_one_is_not() {
    let storage = MemoryStorage::new();
    let begin = |id| Session::begin(Arc::new(storage.clone()), folders(), Uuid::from_u128(id)).unwrap();
    let meta = |hour| SnapshotMeta { original: None, base: None, taken: at(hour), own_save: None };
    let other = {
        let mut other = record();
        other.id = liu_wizard::record::RecordId::new("another").unwrap();
        other
    };
    for (session, hour) in [(1, 1), (2, 2)] {
        let crashed = begin(session);
        crashed.snapshot(&named(&format!("{hour} 時")), &meta(hour)).unwrap();
        crashed.snapshot(&other, &meta(hour + 10)).unwrap();
        std::mem::forget(crashed);
    }
    storage.restart();
    let living = begin(3);
    living.snapshot(&named("編集中"), &meta(3)).unwrap();
    let broken = folders().recovery().join(format!("{}.{}.ron", Uuid::from_u128(1), "0123456789ab"));
    storage.put(&broken, b"(format: \"liu-wizard-snapshot\", version: 1, meta: (");

    let started = begin(4);
    let orphans = started.orphans().unwrap();
    let told: Vec<_> = orphans
        .iter()
        .map(|orphan| (orphan.newest, orphan.content.as_ref().ok().map(|found| found.record.case_name.as_str().to_owned())))
        .collect();
    let name = |name: &str| Some(name.to_owned());
    let case = record().case_name.as_str().to_owned();
    let expected = [(true, Some(case.clone())), (false, Some(case)), (true, name("2 時")), (false, name("1 時")), (false, None)];
    assert_eq!(told, expected, "newest first, unreadable last, nothing of the living session");
    assert!(orphans[4].content.as_ref().unwrap_err().message(liu_wizard::text::Lang::Ja).place.contains("0123456789ab"));

    assert_eq!(started.orphans().unwrap(), orphans, "looking at them changes nothing");
    started.sweep().unwrap();
    assert_eq!(started.orphans().unwrap(), orphans, "nor does sweeping");
    started.remove_orphan(&orphans[2]).unwrap();
    assert_eq!(started.orphans().unwrap().len(), 4);
    assert!(storage.get(&broken).is_some());
}

#[test]
fn an_orderly_end_leaves_nothing_to_recover() {
    let storage = MemoryStorage::new();
    let session = Session::begin(Arc::new(storage.clone()), folders(), Uuid::from_u128(1)).unwrap();
    let meta = SnapshotMeta { original: None, base: None, taken: at(0), own_save: None };
    session.snapshot(&record(), &meta).unwrap();
    session.discard(&record().id).unwrap();
    session.discard(&record().id).unwrap();
    drop(session);
    assert_eq!(storage.paths(), Vec::<PathBuf>::new());
}

#[test]
fn on_the_disk_a_session_is_alive_until_it_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let begin = |id| Session::begin(Arc::new(DiskStorage::new()), AppFolders::at(folder.path()), Uuid::from_u128(id)).unwrap();
    let meta = SnapshotMeta { original: Some(document()), base: Some(ContentDigest::of(b"x")), taken: at(0), own_save: None };
    let (first, second) = (begin(1), begin(2));
    first.snapshot(&record(), &meta).unwrap();
    assert_eq!(second.orphans().unwrap(), []);
    drop(first);
    let orphans = second.orphans().unwrap();
    assert_eq!(orphans.len(), 1);
    let found = orphans[0].content.as_ref().unwrap();
    assert_eq!((&found.record, &found.meta), (&record(), &meta));
}

#[test]
fn a_lock_of_a_crashed_session_is_taken_over_and_that_of_a_living_one_is_not() {
    let storage = Arc::new(MemoryStorage::new());
    storage.put(&document(), GOOD.as_bytes());
    let begin = |data: &str, id| Session::begin(storage.clone(), AppFolders::at(data), Uuid::from_u128(id)).unwrap();
    let holder = Holder { user: "hanako".to_owned(), host: "PC-1".to_owned() };
    let acquire = |session: &Session, hour, taking| RecordLock::acquire(session, &document(), &holder, at(hour), taking);

    let crashed = begin("/data", 1);
    std::mem::forget(acquire(&crashed, 0, Taking::IfFree).unwrap());
    let elsewhere = begin("/other-data", 2);
    assert!(matches!(acquire(&elsewhere, 1, Taking::IfFree), Err(FileError::Locked { .. })));
    std::mem::forget(crashed);
    storage.restart();

    let elsewhere = begin("/other-data", 3);
    assert!(matches!(acquire(&elsewhere, 2, Taking::IfFree), Err(FileError::Locked { .. })), "cannot know from elsewhere");
    let same = begin("/data", 4);
    let lock = acquire(&same, 2, Taking::IfFree).expect("the session of this folder is dead");
    assert!(acquire(&elsewhere, 13, Taking::IfFree).is_err());
    let forced = acquire(&elsewhere, 3, Taking::Anyway).expect("the user knows better");
    drop(lock);
    assert!(acquire(&same, 4, Taking::IfFree).is_err(), "a lock that was taken over is not taken away by its former holder");
    assert!(acquire(&same, 15, Taking::IfFree).is_ok(), "forgotten for twelve hours");
    drop(forced);
}

#[test]
fn a_dead_session_with_nothing_to_recover_is_swept() {
    let storage = MemoryStorage::new();
    let begin = |id| Session::begin(Arc::new(storage.clone()), folders(), Uuid::from_u128(id)).unwrap();
    let (empty, with_work) = (begin(1), begin(2));
    with_work.snapshot(&record(), &SnapshotMeta { original: None, base: None, taken: at(0), own_save: None }).unwrap();
    std::mem::forget((empty, with_work));
    storage.restart();
    let started = begin(3);
    started.sweep().unwrap();
    let locks = storage.list(&Path::new("/data").join("sessions")).unwrap();
    let names: Vec<_> = locks.iter().filter_map(|entry| entry.path.file_stem()?.to_str()).collect();
    assert_eq!(names, [Uuid::from_u128(2).to_string(), Uuid::from_u128(3).to_string()]);
}

#[test]
fn previous_versions_open_like_any_record() {
    let storage = MemoryStorage::new();
    storage.create_folder(Path::new("/書類")).unwrap();
    let mut expected = Expected::New;
    for hour in 0..3 {
        let saved = save(&storage, &document(), &named(&hour.to_string()), &expected, &folders(), at(hour)).unwrap();
        assert_eq!(saved.previous.is_some(), hour > 0);
        expected = Expected::Digest(saved.digest);
    }
    let kept = versions(&storage, &folders(), &record().id).unwrap();
    let names: Vec<_> = kept.iter().map(|version| open(&storage, &version.path).unwrap().record.case_name).collect();
    assert_eq!(names.iter().map(|name| name.as_str()).collect::<Vec<_>>(), ["1", "0"]);
    assert_eq!(kept.iter().map(|version| version.replaced).collect::<Vec<_>>(), [at(2), at(1)]);
}

#[test]
fn where_the_program_has_no_folder_of_its_own_the_previous_version_is_kept_beside_the_file() {
    let storage = MemoryStorage::new();
    storage.put(&document(), GOOD.as_bytes());
    storage.put(Path::new("/data"), b"a file where the folder should be");
    let saved = save(&storage, &document(), &named("後"), &Expected::Overwrite, &folders(), at(0)).unwrap();
    let beside = saved.previous.unwrap();
    assert_eq!(beside.parent(), document().parent());
    assert_eq!(storage.get(&beside).as_deref(), Some(GOOD.as_bytes()));
}

#[test]
fn saving_what_is_there_already_changes_and_keeps_nothing() {
    let storage = MemoryStorage::new();
    storage.put(&document(), GOOD.as_bytes());
    let saved = save(&storage, &document(), &record(), &Expected::Digest(ContentDigest::of(b"old")), &folders(), at(0)).unwrap();
    assert_eq!((saved.previous, saved.digest), (None, ContentDigest::of(GOOD.as_bytes())));
    assert_eq!(storage.paths(), [document()]);
}

#[test]
fn a_file_tells_its_content_apart_from_its_approval() {
    let storage = MemoryStorage::new();
    let check = |record: &Record| {
        storage.put(&document(), to_ron(record).unwrap().as_bytes());
        verify(&storage, &document()).unwrap()
    };
    let submitted = check(&record());
    assert_eq!((submitted.version, &submitted.content), (1, &record().content_digest()));
    assert_ne!(check(&named("後から")).content, submitted.content);
    let mut draft = record();
    draft.approval = liu_wizard::record::Approval::default();
    let draft = check(&draft);
    assert_eq!(draft.content, submitted.content, "the approval is not part of the content");
    assert_ne!(draft.bytes, submitted.bytes);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_its_file_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("本体.liu.ron"), folder.path().join("link.liu.ron"));
    std::fs::write(&file, GOOD).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let own = AppFolders::at(folder.path().join("data"));
    let saved = save(&DiskStorage::new(), &link, &named("後"), &Expected::Overwrite, &own, at(0)).unwrap();
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(open(&DiskStorage::new(), &file).unwrap().digest, saved.digest);
}

/// The child of the next test: saves for ever, and is killed.
const CHILD: &str = "LIU_WIZARD_TEST_SAVE_FOR_EVER";

#[test]
fn a_process_killed_while_it_saves_leaves_the_old_or_the_new_content() {
    if let Some(folder) = std::env::var_os(CHILD) {
        let (path, own) = (Path::new(&folder).join("a.liu.ron"), AppFolders::at(Path::new(&folder).join("data")));
        for round in 0.. {
            let name = "名".repeat(round % 50);
            save(&DiskStorage::new(), &path, &named(&name), &Expected::Overwrite, &own, at(0)).unwrap();
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.liu.ron");
    std::fs::write(&path, GOOD).unwrap();
    let this = std::env::current_exe().unwrap();
    let mut saved = std::collections::BTreeSet::new();
    for round in 0..20 {
        let mut child = std::process::Command::new(&this)
            .args(["--exact", "a_killed_save_loses_nothing::a_process_killed_while_it_saves_leaves_the_old_or_the_new_content"])
            .env(CHILD, folder.path())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        // Wait for it to be in the middle of its work: some saves further than before, more in each round.
        let first = std::fs::read(&path).unwrap();
        let mut changes = 0;
        let mut last = first;
        while changes <= round % 7 {
            let now = std::fs::read(&path).expect("the file is never gone");
            changes += usize::from(now != last);
            last = now;
            assert!(child.try_wait().unwrap().is_none(), "the child saves until it is killed");
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let opened = open(&DiskStorage::new(), &path).unwrap_or_else(|error| panic!("round {round}: {error}"));
        saved.insert(opened.record.case_name.as_str().chars().count());
    }
    assert!(!saved.is_empty());
    let own = AppFolders::at(folder.path().join("data"));
    for version in versions(&DiskStorage::new(), &own, &record().id).unwrap() {
        open(&DiskStorage::new(), &version.path).unwrap_or_else(|error| panic!("{error}"));
    }
}
