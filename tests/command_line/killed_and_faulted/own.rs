//! What the program keeps in its own folder, and a save with its previous version, while every call to the system fails once.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use liu_wizard::catalogue::Catalogue;
use liu_wizard::file::{
    AppFolders, DiskStorage, Expected, Holder, RecordLock, Session, Settings, SnapshotMeta, Taking, open, parse, save, to_ron,
    versions,
};
use liu_wizard::portfolio::Shelf;
use liu_wizard::record::ContentDigest;
use uuid::Uuid;

use super::{
    CALLS, FILE, Faulted, begin, has_strace, is_long, is_ours_to_sweep, is_temporary, number, numbered, report, under_strace,
};
use crate::support::another_catalogue;
use crate::support::command_line::tree;

/// What the child of the next test keeps, and where.
const CHILD: &str = "LIU_WIZARD_TEST_KEEP_ONCE";
const THIS: &str = "killed_and_faulted::own::whatever_call_fails_while_something_is_kept_the_former_or_the_new_one_is_there";
/// What it says once that is done.
const DONE: &str = "kept all of it";

/// So many files are opened and written in vain first, on the thread that keeps: more than the tests' own thread, whose calls are
/// counted alike, opens and writes. Faults in those would keep the child from anything.
const AHEAD: usize = 64;

/// The run whose snapshot is replaced.
const RUN: Uuid = Uuid::from_u128(5);
const FORMER_ZOOM: u16 = 110;
const NEW_ZOOM: u16 = 120;

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeping {
    /// A snapshot, in place of a former one.
    Snapshot,
    /// The settings.
    Settings,
    /// A record, whose previous version is kept.
    Record,
    /// A catalogue.
    Catalogue,
}

impl Keeping {
    const ALL: [Self; 4] = [Self::Snapshot, Self::Settings, Self::Record, Self::Catalogue];

    /// Keeps it; whether that went well.
    fn keep(self, folder: &Path) -> bool {
        let (storage, folders) = (DiskStorage::new(), AppFolders::at(folder.join("own")));
        match self {
            Self::Snapshot => {
                let session = Session::begin(Arc::new(storage), folders, RUN);
                session.is_ok_and(|session| session.snapshot(&numbered(2), &meta()).is_ok())
            }
            Self::Settings => Settings { zoom_percent: NEW_ZOOM, ..Settings::default() }.save(&storage, &folders).is_ok(),
            Self::Record => {
                let former = Expected::Digest(ContentDigest::of(to_ron(&numbered(0)).unwrap().as_bytes()));
                save(&storage, &folder.join(FILE), &numbered(2), &former, &folders, now()).is_ok()
            }
            Self::Catalogue => shelf(&folders).keep(&storage, &another_catalogue()).is_ok(),
        }
    }
}

fn now() -> jiff::Timestamp {
    "2026-11-23T00:00:00Z".parse().unwrap()
}

fn meta() -> SnapshotMeta {
    SnapshotMeta { original: None, base: None, taken: now(), own_save: None }
}

fn shelf(folders: &AppFolders) -> Shelf {
    Shelf::new(Catalogue::shipped().unwrap(), Some(folders))
}

/// A folder in which something of each kind is kept already.
fn lay(folder: &Path) {
    std::fs::remove_dir_all(folder).unwrap();
    std::fs::create_dir(folder).unwrap();
    let folders = AppFolders::at(folder.join("own"));
    std::fs::write(folder.join(FILE), to_ron(&numbered(0)).unwrap()).unwrap();
    let former = Session::begin(Arc::new(DiskStorage::new()), folders.clone(), RUN).unwrap();
    former.snapshot(&numbered(1), &meta()).unwrap();
    Settings { zoom_percent: FORMER_ZOOM, ..Settings::default() }.save(&DiskStorage::new(), &folders).unwrap();
}

/// The former or the new one of each is there and whole, and what was said to be done is; the next start leaves nothing lying.
fn check(keeping: Keeping, folder: &Path, is_done: bool, what: &str) {
    let (storage, folders) = (DiskStorage::new(), AppFolders::at(folder.join("own")));
    let is_new = |kind| is_done && keeping == kind;
    let next = begin(folders.data());
    let orphans = next.orphans().unwrap();
    assert_eq!(orphans.len(), 1, "{what}: a snapshot is lost");
    let kept = number(&orphans[0].content.as_ref().unwrap_or_else(|error| panic!("{what}: torn: {error}")).record);
    assert!(kept == 2 || (kept == 1 && !is_new(Keeping::Snapshot)), "{what}: the snapshot is {kept}");
    let (settings, problem) = Settings::load(&storage, &folders);
    assert_eq!(problem, None, "{what}: the settings are torn");
    let zoom = settings.zoom_percent;
    assert!(zoom == NEW_ZOOM || (zoom == FORMER_ZOOM && !is_new(Keeping::Settings)), "{what}: the settings are {zoom}");
    let opened = open(&storage, &folder.join(FILE)).unwrap_or_else(|error| panic!("{what}: torn: {error}"));
    let saved = number(&opened.record);
    assert!(saved == 2 || (saved == 0 && !is_new(Keeping::Record)), "{what}: the record is {saved}");
    let earlier = versions(&storage, &folders, &opened.record.id).unwrap();
    // One that could not be kept there lies beside the record.
    let beside = tree(folder).into_iter().filter(|(path, _)| path.to_string_lossy().ends_with(".bak"));
    let earlier = earlier.iter().map(|version| std::fs::read(&version.path).unwrap()).chain(beside.map(|(_, bytes)| bytes));
    let earlier: Vec<u64> = earlier.map(|bytes| number(&parse(&bytes, what).unwrap().0)).collect();
    assert!(saved == 0 || earlier.contains(&0), "{what}: the previous version is lost: {earlier:?}");
    let catalogue = another_catalogue();
    let is_there = folders.catalogues().join(format!("{}.ron", catalogue.digest())).exists();
    let is_kept = shelf(&folders).pinned(&storage, &catalogue.pin()).is_some();
    assert_eq!(is_there, is_kept, "{what}: the catalogue is torn");
    assert!(is_kept || !is_new(Keeping::Catalogue), "{what}: the catalogue is lost");

    next.sweep().unwrap();
    drop(RecordLock::acquire(&next, &folder.join(FILE), &Holder::here(), now(), Taking::IfFree).unwrap());
    drop(next);
    let left: Vec<_> = tree(folder).into_iter().map(|(path, _)| path).filter(|path| is_ours_to_sweep(path)).collect();
    assert!(left.is_empty(), "{what}: {left:?}");
}

#[test]
fn whatever_call_fails_while_something_is_kept_the_former_or_the_new_one_is_there() {
    if let Ok(keeping) = std::env::var(CHILD) {
        let (keeping, folder) = keeping.split_once('|').unwrap();
        let keeping = Keeping::ALL.into_iter().find(|kind| format!("{kind:?}") == keeping).unwrap();
        let folder = folder.to_owned();
        // On a thread of its own, since calls are counted by thread.
        let keep = move || {
            for _ in 0..AHEAD {
                std::fs::File::options().write(true).open("/dev/null").unwrap().write_all(b"x").unwrap();
            }
            keeping.keep(Path::new(&folder))
        };
        if std::thread::spawn(keep).join().unwrap_or(false) {
            // Past the tests' own hold on what is printed.
            std::io::stdout().write_all(format!("{DONE}\n").as_bytes()).ok();
        }
        return;
    }
    let kept = "a snapshot, the settings, a record with its previous version, a catalogue are kept: each call of openat, write, \
                fsync, rename, link, unlink fails once, or the program is killed there";
    if !has_strace() {
        return report(kept, "not run", "there is no strace here");
    }
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().join("desk");
    std::fs::create_dir(&folder).unwrap();
    let (mut runs, mut struck, mut done) = (0, 0, 0);
    for keeping in Keeping::ALL {
        for (call, faults, few) in CALLS {
            for fault in faults {
                let ahead = if ["openat", "write"].contains(&call) { AHEAD } else { 0 };
                for number in 1..=if is_long() { 400 } else { few.max(2) } {
                    lay(&folder);
                    let mut child = Command::new(std::env::current_exe().unwrap());
                    child.args(["--exact", THIS]).env(CHILD, format!("{keeping:?}|{}", folder.display()));
                    let ran = under_strace(&child, &scratch.path().join("trace"), call, fault, ahead + number);
                    runs += 1;
                    let Faulted { code, out, err, hit: true } = ran else { break };
                    struck += 1;
                    let is_done = out.contains(DONE);
                    done += usize::from(is_done);
                    let what = format!("{keeping:?}, {call}:{fault} at {number}, {code:?}: {err}");
                    if code.is_some() && !call.starts_with("unlink") {
                        let left: Vec<_> =
                            tree(&folder).into_iter().map(|(path, _)| path).filter(|path| is_temporary(path)).collect();
                        assert!(left.is_empty(), "{what}: what failed leaves {left:?}");
                    }
                    check(keeping, &folder, is_done, &what);
                }
            }
        }
    }
    assert!(struck > 30, "only {struck} of {runs} runs met a fault");
    report(
        kept,
        &format!("{struck} faults in {runs} runs, {done} of them kept it all the same"),
        "the former or the new one, 0 torn, none left",
    );
}
