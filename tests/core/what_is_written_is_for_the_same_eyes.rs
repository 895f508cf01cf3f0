//! Who may read what the program writes, what it leaves lying, and under which names: on a real disk.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use liu_wizard::export::{IfPresent, write_one};
use liu_wizard::file::{
    AppFolders, DiskStorage, Expected, Holder, RecordLock, Session, SnapshotMeta, Storage, Taking, open, parse, save,
};
use liu_wizard::record::{Edit, Field, Record, TextField};
use tempfile::TempDir;
use uuid::Uuid;

const GOOD: &str = include_str!("../data/format/v1.liu.ron");
/// As another computer, and this one, would name a temporary file; the second part is a random UUID.
const OF_ANOTHER: &str = ".~liu-wizard-0123456789ab-0f0e0d0c0b0a4908870605040302010f.tmp";

fn named(name: &str) -> Record {
    let (mut record, _) = parse(GOOD.as_bytes(), "v1.liu.ron").unwrap();
    record.apply(Edit::SetText { field: Field::Text(TextField::CaseName), text: name.to_owned() }).unwrap();
    record
}

fn now() -> Timestamp {
    "2026-11-23T00:00:00Z".parse().unwrap()
}

fn begin(data: &Path) -> Session {
    Session::begin(Arc::new(DiskStorage::new()), AppFolders::at(data), Uuid::new_v4()).unwrap()
}

fn holder() -> Holder {
    Holder { user: "hanako".to_owned(), host: "PC-1".to_owned() }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// How this computer names a temporary file, learnt from one that is just being written.
fn of_this_computer(folder: &Path) -> String {
    let storage = DiskStorage::new();
    let probe = folder.join("probe");
    let stop = std::sync::atomic::AtomicBool::new(false);
    let found = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                storage.write_durably(&probe, &vec![b'x'; 100_000]).unwrap();
            }
        });
        let found = std::iter::repeat_with(|| names(folder)).flatten().find(|name| name.ends_with(".tmp"));
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        found
    });
    fs::remove_file(&probe).unwrap();
    let computer = found.unwrap().split('-').nth(2).unwrap().to_owned();
    OF_ANOTHER.replace("0123456789ab", &computer)
}

#[test]
fn only_files_that_can_be_nothing_but_ours_are_swept() {
    let folder = TempDir::new().unwrap();
    let ours = of_this_computer(folder.path());
    let put = |name: &str| fs::write(folder.path().join(name), b"half").unwrap();
    let foreign = [
        ".a.liu.ron.backup",
        ".a.liu.ron.aB3xY9",
        ".a.liu.ron.000001",
        ".a.liu.ron.swp",
        "a.liu.ron~",
        "a.liu.ron.bak",
        ".~lock.b.liu.ron#",
        "~$a.docx",
        ".goutputstream-AB12C3",
        ".tmpAbCdEf",
        ".~liu-wizard-notes.tmp",
        &ours.replace(".~liu", "~liu"),
        &ours.replace(".tmp", ".tmp.liu.ron"),
        &ours.replace("0f0e0d", "0F0E0D"),
        &ours.replace("4908", "1908"),
        &format!("{ours}.old"),
        OF_ANOTHER,
    ];
    foreign.iter().for_each(|name| put(name));
    put(&ours);
    let same_name_as_folder = ours.replace("010f.tmp", "0110.tmp");
    fs::create_dir(folder.path().join(&same_name_as_folder)).unwrap();
    let held_name = ours.replace("010f.tmp", "0111.tmp");
    put(&held_name);
    let held = File::options().write(true).open(folder.path().join(&held_name)).unwrap();
    held.lock().unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path().join("a.liu.ron~"), folder.path().join(ours.replace("010f.tmp", "0112.tmp")))
        .unwrap();

    let before = names(folder.path());
    DiskStorage::new().sweep(folder.path()).unwrap();
    let gone: Vec<_> = before.iter().filter(|name| !names(folder.path()).contains(name)).cloned().collect();
    assert_eq!(gone, [ours], "the one that nobody is writing, and nothing else");
    drop(held);
    DiskStorage::new().sweep(folder.path()).unwrap();
    assert!(!folder.path().join(held_name).exists(), "whoever wrote it has ended");
}

#[test]
fn what_another_computer_left_goes_after_a_day_by_the_clock_of_the_disk() {
    for (hours, stays) in [(23, true), (25, false)] {
        let folder = TempDir::new().unwrap();
        let left = folder.path().join(OF_ANOTHER);
        let file = File::create(&left).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_hours(hours)).unwrap();
        drop(file);
        write_one(&DiskStorage::new(), &folder.path().join("out.pdf"), b"pdf", IfPresent::Refuse).unwrap();
        assert_eq!(left.exists(), stays, "{hours} hours");
    }
}

#[test]
fn whoever_writes_to_a_folder_takes_away_what_was_left_there() {
    let of_here = of_this_computer(TempDir::new().unwrap().path());
    let record = named("前");
    type Writer<'a> = (&'a str, &'a dyn Fn(&Path));
    let writers: [Writer<'_>; 5] = [
        ("a save", &|folder| {
            save(&DiskStorage::new(), &folder.join("a"), &record, &Expected::New, &AppFolders::at(folder.join("own")), now())
                .unwrap();
        }),
        ("an export", &|folder| write_one(&DiskStorage::new(), &folder.join("a.pdf"), b"pdf", IfPresent::Refuse).unwrap()),
        ("an export that replaces", &|folder| {
            write_one(&DiskStorage::new(), &folder.join("a.pdf"), b"pdf", IfPresent::Replace).unwrap();
        }),
        ("opening", &|folder| {
            let path = folder.join("a.liu.ron");
            RecordLock::acquire(&begin(&folder.join("own")), &path, &holder(), now(), Taking::IfFree).unwrap();
        }),
        ("settings", &|folder| liu_wizard::file::Settings::default().save(&DiskStorage::new(), &AppFolders::at(folder)).unwrap()),
    ];
    for (what, write) in writers {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join(&of_here), b"half").unwrap();
        write(folder.path());
        assert!(!folder.path().join(&of_here).exists(), "{what}");
    }
    // The program's own folders, when a run begins.
    let data = TempDir::new().unwrap();
    for own in ["", "recovery", "sessions", "catalogues", "versions/0123456789ab"] {
        fs::create_dir_all(data.path().join(own)).unwrap();
        fs::write(data.path().join(own).join(&of_here), b"half").unwrap();
    }
    begin(data.path()).sweep().unwrap();
    for own in ["", "recovery", "sessions", "catalogues", "versions/0123456789ab"] {
        assert!(!data.path().join(own).join(&of_here).exists(), "{own}");
    }
}

#[test]
fn a_write_that_fails_leaves_no_temporary_file() {
    let folder = TempDir::new().unwrap();
    let storage = DiskStorage::new();
    fs::create_dir(folder.path().join("taken")).unwrap();
    storage.write_durably(&folder.path().join("taken"), b"x").unwrap_err();
    storage.create_new(&folder.path().join("taken"), b"x").unwrap_err();
    storage.write_durably(&folder.path().join("none/a"), b"x").unwrap_err();
    storage.create_new(&folder.path().join("x".repeat(256)), b"x").unwrap_err();
    storage.write_durably(&folder.path().join("x".repeat(256)), b"x").unwrap_err();
    assert_eq!(names(folder.path()), ["taken"]);
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    fn saved_again(path: &Path, data: &Path) -> PathBuf {
        let storage = DiskStorage::new();
        let opened = open(&storage, path).unwrap();
        let saved = save(&storage, path, &named("後"), &Expected::Digest(opened.digest), &AppFolders::at(data), now()).unwrap();
        saved.previous.unwrap()
    }

    #[test]
    fn a_copy_may_be_read_by_whom_the_original_may_be_read() {
        for original in [0o600, 0o640, 0o660, 0o644, 0o400 | 0o200] {
            let (folder, data) = (TempDir::new().unwrap(), TempDir::new().unwrap());
            let path = folder.path().join("a.liu.ron");
            fs::write(&path, GOOD).unwrap();
            set_mode(&path, original);
            let lock = RecordLock::acquire(&begin(data.path()), &path, &holder(), now(), Taking::IfFree).unwrap();
            assert_eq!(mode(&folder.path().join(".~lock.a.liu.ron#")), original, "the lock file");
            drop(lock);
            let previous = saved_again(&path, data.path());
            assert_eq!(mode(&previous), original, "the previous version");
            assert_eq!(mode(previous.parent().unwrap()), 0o700);
            assert_eq!(mode(&path), original, "the file itself");

            // Where the program has no folder of its own the copy stands beside the file.
            fs::write(&path, GOOD).unwrap();
            let beside = saved_again(&path, &path);
            assert_eq!((mode(&beside), beside.parent()), (original, path.parent()));
        }
    }

    #[test]
    fn what_is_the_programs_own_is_for_the_user_alone() {
        let data = TempDir::new().unwrap();
        // As an earlier version left it.
        fs::create_dir(data.path().join("recovery")).unwrap();
        set_mode(&data.path().join("recovery"), 0o755);
        let session = begin(data.path());
        session.snapshot(&named("前"), &SnapshotMeta { original: None, base: None, taken: now(), own_save: None }).unwrap();
        liu_wizard::file::Settings::default().save(&DiskStorage::new(), &AppFolders::at(data.path())).unwrap();
        let snapshot = fs::read_dir(data.path().join("recovery")).unwrap().next().unwrap().unwrap().path();
        assert_eq!((mode(&snapshot), mode(snapshot.parent().unwrap())), (0o600, 0o700));
        assert_eq!(mode(&data.path().join("sessions")), 0o700);
        assert_eq!(mode(&data.path().join("settings.ron")), 0o600);
    }

    #[test]
    fn what_is_new_follows_the_umask_as_any_file_does() {
        let folder = TempDir::new().unwrap();
        let usual = folder.path().join("usual");
        File::create(&usual).unwrap();
        let saved = save(
            &DiskStorage::new(),
            &folder.path().join("a"),
            &named("前"),
            &Expected::New,
            &AppFolders::at(folder.path()),
            now(),
        );
        let exported = folder.path().join("a.pdf");
        write_one(&DiskStorage::new(), &exported, b"pdf", IfPresent::Refuse).unwrap();
        assert_eq!((mode(&saved.unwrap().path), mode(&exported)), (mode(&usual), mode(&usual)));
    }

    #[test]
    fn a_record_behind_a_link_is_replaced_where_it_lies() {
        let (folder, data) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let (path, there) = (folder.path().join("link.liu.ron"), folder.path().join("there"));
        fs::create_dir(&there).unwrap();
        fs::write(there.join("a.liu.ron"), GOOD).unwrap();
        set_mode(&there.join("a.liu.ron"), 0o640);
        symlink("there/a.liu.ron", folder.path().join("middle")).unwrap();
        symlink("middle", &path).unwrap();
        let session = begin(data.path());
        let lock = RecordLock::acquire(&session, &path, &holder(), now(), Taking::IfFree).unwrap();
        let by_its_own_name = RecordLock::acquire(&session, &there.join("a.liu.ron"), &holder(), now(), Taking::IfFree);
        assert!(by_its_own_name.is_err(), "it is one record, by whatever name");
        drop(lock);
        let previous = saved_again(&path, data.path());
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        assert_eq!(open(&DiskStorage::new(), &there.join("a.liu.ron")).unwrap().record, named("後"));
        assert_eq!((mode(&there.join("a.liu.ron")), mode(&previous)), (0o640, 0o640));
        assert_eq!(names(folder.path()), ["link.liu.ron", "middle", "there"]);
        assert_eq!(names(&there), ["a.liu.ron"]);
    }

    #[test]
    fn the_group_stays_where_the_system_lets_it() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, b"old").unwrap();
        set_mode(&path, 0o640);
        let own = fs::metadata(&path).unwrap().gid();
        // Only a superuser, or a member, can give a file to another group; then there is nothing to look at.
        if std::os::unix::fs::chown(&path, None, Some(own + 4711)).is_err() {
            return;
        }
        DiskStorage::new().write_durably(&path, b"new").unwrap();
        assert_eq!((fs::metadata(&path).unwrap().gid(), mode(&path)), (own + 4711, 0o640));
    }
}

#[test]
fn a_name_as_long_as_the_disk_takes_is_saved_all_the_same() {
    let japanese = format!("{}.liu.ron", "案".repeat(82));
    assert_eq!(japanese.len(), 254);
    for name in [format!("{}.liu.ron", "x".repeat(247)), japanese.clone(), format!("{}.ron", "影".repeat(83))] {
        let (folder, data) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let folders = AppFolders::at(data.path());
        let (path, storage) = (folder.path().join(&name), DiskStorage::new());
        storage.create_new(&path, GOOD.as_bytes()).unwrap();
        let session = begin(data.path());
        let lock = RecordLock::acquire(&session, &path, &holder(), now(), Taking::IfFree).unwrap();
        assert!(RecordLock::acquire(&session, &path, &holder(), now(), Taking::IfFree).is_err());
        let opened = open(&storage, &path).unwrap();
        session
            .snapshot(&opened.record, &SnapshotMeta { original: Some(path.clone()), base: None, taken: now(), own_save: None })
            .unwrap();
        let saved = save(&storage, &path, &named("後"), &Expected::Digest(opened.digest), &folders, now()).unwrap();
        assert!(saved.previous.unwrap().starts_with(data.path()));
        drop(lock);
        assert_eq!(names(folder.path()), std::slice::from_ref(&name));
        // The copy beside the file, where there is no folder of the program's own.
        let saved = save(&storage, &path, &named("次"), &Expected::Overwrite, &AppFolders::at(&path), now()).unwrap();
        let beside = saved.previous.unwrap();
        assert_eq!(open(&storage, &beside).unwrap().record, named("後"));
        assert!(beside.file_name().unwrap().len() <= 255);
    }
    // Without a directory above it that would let a path of 4,096 bytes be typed.
    let folder = TempDir::new().unwrap();
    let mut deep = folder.path().to_owned();
    while deep.as_os_str().len() + 251 < 3_700 {
        deep.push("深".repeat(80));
    }
    fs::create_dir_all(&deep).unwrap();
    let saved =
        save(&DiskStorage::new(), &deep.join(japanese), &named("前"), &Expected::New, &AppFolders::at(folder.path()), now());
    assert!(saved.is_ok(), "{saved:?}");
}
