//! A run that edits, keeps and saves without end, killed at any moment.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use liu_wizard::export::{IfPresent, write_one};
use liu_wizard::file::{
    AppFolders, DiskStorage, Expected, Holder, RecordLock, Settings, SnapshotMeta, Taking, open, save, to_ron,
};

use super::{FILE, any_below, any_moment, begin, is_long, is_ours_to_sweep, is_temporary, number, numbered, report, rounds};
use crate::support::command_line::tree;

/// Edits, snapshots, saves, exports and remembers settings until it is killed; says each thing once it is done.
fn edit_for_ever(folder: &Path) {
    let (path, own, storage) = (folder.join(FILE), folder.join("own"), DiskStorage::new());
    let (session, folders) = (begin(&own), AppFolders::at(&own));
    session.sweep().unwrap();
    let now = jiff::Timestamp::now();
    let _lock = RecordLock::acquire(&session, &path, &Holder::here(), now, Taking::IfFree).unwrap();
    let opened = open(&storage, &path).unwrap();
    let (mut digest, first) = (opened.digest, number(&opened.record));
    // Past the tests' own hold on what is printed.
    let mut out = std::io::stdout();
    let mut say = |what: &str, number: u64| out.write_all(format!("{what} {number}\n").as_bytes()).unwrap();
    for number in first + 1.. {
        let record = numbered(number);
        let meta = SnapshotMeta {
            original: Some(path.clone()),
            base: Some(digest.clone()),
            taken: jiff::Timestamp::now(),
            own_save: None,
        };
        session.snapshot(&record, &meta).unwrap();
        say("kept", number);
        if number % 3 == 0 {
            digest = save(&storage, &path, &record, &Expected::Digest(digest), &folders, jiff::Timestamp::now()).unwrap().digest;
            say("saved", number);
            session.discard(&record.id).unwrap();
            Settings { zoom_percent: 100 + u16::try_from(number % 50).unwrap(), ..Settings::default() }
                .save(&storage, &folders)
                .unwrap();
            write_one(&storage, &folder.join("out.md"), &vec![b'x'; 50_000], IfPresent::Replace).unwrap();
        }
    }
}

/// The child of the next test.
const CHILD: &str = "LIU_WIZARD_TEST_EDIT_FOR_EVER";

#[test]
fn a_kill_at_any_moment_of_editing_and_saving_loses_nothing_that_was_said_to_be_kept() {
    if let Some(folder) = std::env::var_os(CHILD) {
        return edit_for_ever(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let (path, own) = (folder.path().join(FILE), folder.path().join("own"));
    std::fs::write(&path, to_ron(&numbered(0)).unwrap()).unwrap();
    let (mut saves, mut snapshots, mut strays, rounds) = (0, 0, 0, rounds(20));
    for round in 0..rounds {
        let name =
            "killed_and_faulted::editing::a_kill_at_any_moment_of_editing_and_saving_loses_nothing_that_was_said_to_be_kept";
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name])
            .env(CHILD, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut said: Vec<String> = Vec::new();
        // From before it has begun to some way into its work.
        let wait_for = usize::try_from(any_below(12)).unwrap();
        while said.iter().filter(|line| line.starts_with("kept")).count() < wait_for {
            said.push(lines.next().expect("it goes on until it is killed"));
        }
        any_moment(Duration::from_millis(12));
        child.kill().unwrap();
        said.extend(lines);
        child.wait().unwrap();
        let last = |what: &str| said.iter().filter_map(|line| line.strip_prefix(what)?.trim().parse::<u64>().ok()).max();
        saves += said.iter().filter(|line| line.starts_with("saved")).count();
        snapshots += said.iter().filter(|line| line.starts_with("kept")).count();

        let opened = open(&DiskStorage::new(), &path).unwrap_or_else(|error| panic!("round {round}: torn: {error}"));
        assert!(last("saved").is_none_or(|saved| number(&opened.record) >= saved), "round {round}: a save is lost: {said:?}");
        strays += tree(folder.path()).iter().filter(|(path, _)| is_temporary(path)).count();
        let next = begin(&own);
        let orphans = next.orphans().unwrap();
        let recovered: Vec<u64> = orphans.iter().map(|orphan| number(&orphan.content.as_ref().unwrap().record)).collect();
        let newest = recovered.iter().copied().max().unwrap_or_default().max(number(&opened.record));
        assert!(last("kept").is_none_or(|kept| newest >= kept), "round {round}: a snapshot is lost: {said:?} {recovered:?}");
        let (settings, problem) = Settings::load(&DiskStorage::new(), &AppFolders::at(&own));
        assert_eq!((problem, settings.zoom_percent >= 100), (None, true), "round {round}");

        // The next start: what nobody is writing goes, what is somebody's work stays, and the record is free.
        next.sweep().unwrap();
        assert_eq!(next.orphans().unwrap().len(), orphans.len(), "round {round}");
        let lock = RecordLock::acquire(&next, &path, &Holder::here(), jiff::Timestamp::now(), Taking::IfFree);
        drop(lock.unwrap_or_else(|error| panic!("round {round}: {error}")));
        for orphan in &orphans {
            next.remove_orphan(orphan).unwrap();
        }
        drop(next);
        let left: Vec<PathBuf> =
            tree(folder.path()).into_iter().map(|(path, _)| path).filter(|path| is_ours_to_sweep(path)).collect();
        assert_eq!(left, Vec::<PathBuf>::new(), "round {round}");
    }
    assert!(!is_long() || saves > rounds, "killed before it did anything");
    report(
        "edit, snapshot, save, settings and export in a loop: `kill -9` at a random moment",
        &format!("{rounds} kills, {saves} saves and {snapshots} snapshots acknowledged"),
        &format!("0 lost, 0 torn, {strays} temporary files swept by the next start, none left"),
    );
}
