//! What is no ordinary file is put in the place of one, at every door: a pipe that nobody writes into, a device that never ends, a
//! folder, a file that grows while it is read. The program never waits for it, and says truly what it is.

use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use liu_wizard::catalogue::Catalogue;
use liu_wizard::file::{
    AppFolders, Cause, DiskStorage, Holder, RecordLock, Session, Settings, SnapshotMeta, Storage, Taking, other_copies,
};
use liu_wizard::portfolio::{Shelf, load_catalogue};
use liu_wizard::record::Role;
use liu_wizard::text::Lang;
use tempfile::TempDir;

use crate::support::blank;
use crate::support::command_line::Desk;

/// So long nothing takes that does not wait for ever, however loaded the computer is.
const FOR_EVER: Duration = Duration::from_secs(120);

/// What stands where a file should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Pipe,
    Device,
    Folder,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Pipe, Self::Device, Self::Folder];

    fn put(self, path: &Path) {
        match self {
            Self::Pipe => assert!(Command::new("mkfifo").arg(path).status().unwrap().success()),
            Self::Device => symlink("/dev/zero", path).unwrap(),
            Self::Folder => std::fs::create_dir(path).unwrap(),
        }
    }

    const fn said(self) -> &'static str {
        match self {
            Self::Pipe | Self::Device => "ふつうのファイルではありません",
            Self::Folder => "フォルダーです",
        }
    }

    fn cause(self) -> Cause {
        if self == Self::Folder { Cause::IsFolder } else { Cause::NotAFile }
    }
}

/// Code and both outputs of a command; nothing if it waits for ever.
fn ends(desk: &Desk, arguments: &[&str]) -> Option<(i32, String, String)> {
    let mut command = desk.command(arguments);
    let child: Child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let id = child.id().to_string();
    let (say, heard) = mpsc::channel();
    let waiting = thread::spawn(move || say.send(child.wait_with_output()).unwrap());
    let output = match heard.recv_timeout(FOR_EVER) {
        Ok(output) => output.unwrap(),
        Err(_) => {
            Command::new("kill").args(["-9", &id]).status().unwrap();
            waiting.join().unwrap();
            return None;
        }
    };
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Some((output.status.code().unwrap(), text(output.stdout), text(output.stderr)))
}

/// A desk with a record as RON and JSON, its signature, a catalogue and a request.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.run(&["new", "--role", "csp", "--task", "LIU-A1", "ours"]);
    desk.run(&["new", "--role", "agency", "--task", "LIU-A1", "theirs"]);
    let key = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/signatures/ed25519");
    for made in [
        desk.run(&["package", "request", "ours.liu.ron", "--to", "made.liu.zip"]),
        desk.run(&["sign", "theirs.liu.ron", "--key", key]),
        desk.run(&["catalogue", "write", "own.ron"]),
        desk.run(&["export", "theirs.liu.ron", "--to", "sheet", "--format", "xlsx"]),
    ] {
        assert_eq!(made.code, 0, "{made:?}");
    }
    let sheet = std::fs::read_dir(desk.path("sheet")).unwrap().next().unwrap().unwrap().path();
    std::fs::rename(sheet, desk.path("sheet.xlsx")).unwrap();
    desk
}

/// Every command that reads a file, with `?` where what is no file is named.
const DOORS: &[(&str, &[&str])] = &[
    ("f.liu.ron", &["check", "?"]),
    ("f.liu.json", &["show", "?"]),
    ("f.pdf", &["show", "?"]),
    ("f.liu.zip", &["check", "?"]),
    ("f.liu.ron", &["history", "?"]),
    ("f.liu.ron", &["diff", "ours.liu.ron", "?"]),
    ("f.liu.ron", &["export", "?", "--to", "out", "--format", "json"]),
    ("f.liu.ron", &["catalogue", "compare", "?"]),
    ("f.liu.ron", &["catalogue", "move", "?"]),
    ("f.ron", &["catalogue", "check", "?"]),
    ("f.ron", &["catalogue", "diff", "own.ron", "?"]),
    ("f.ron", &["check", "ours.liu.ron", "--catalogue", "?"]),
    ("f.liu.ron", &["verify", "?"]),
    ("f.liu.zip", &["verify", "?"]),
    ("f.pdf", &["verify", "?"]),
    ("f.sig", &["verify", "theirs.liu.json", "--signature", "?"]),
    ("f.list", &["verify", "theirs.liu.json", "--signature", "theirs.liu.json.sig", "--allowed-signers", "?"]),
    ("f.key", &["sign", "ours.liu.ron", "--key", "?"]),
    ("f.liu.ron", &["sign", "?", "--key", "own.ron"]),
    ("f.xlsx", &["import", "?", "--into", "theirs.liu.ron", "--accept", "all"]),
    ("f.liu.ron", &["import", "sheet.xlsx", "--into", "?", "--accept", "all"]),
    ("f.liu.zip", &["new", "--request", "?", "begun"]),
    ("f.xlsx", &["new", "--request", "made.liu.zip", "--sheet", "?", "begun"]),
    ("f.liu.zip", &["package", "attachments", "?"]),
    ("f.liu.ron", &["package", "request", "?", "--to", "other.liu.zip"]),
    ("f.txt", &["package", "request", "ours.liu.ron", "--to", "other.liu.zip", "--attach", "?"]),
    ("f.liu.zip", &["package", "application", "ours.liu.ron", "--to", "other.liu.zip", "--with", "?"]),
];

#[test]
fn no_command_waits_for_what_is_no_file_and_each_says_what_it_is() {
    let desk = desk();
    let before = desk.read("theirs.liu.ron");
    for kind in Kind::ALL {
        for (name, door) in DOORS {
            let place = desk.path(&format!("{kind:?}-{name}"));
            if place.symlink_metadata().is_err() {
                kind.put(&place);
            }
            let named = place.file_name().unwrap().to_str().unwrap().to_owned();
            let arguments: Vec<&str> = door.iter().map(|part| if *part == "?" { named.as_str() } else { part }).collect();
            let (code, out, err) = ends(&desk, &arguments).unwrap_or_else(|| panic!("{kind:?}: {arguments:?} waits for ever"));
            assert!(code > 0 && code != 101, "{kind:?}: {arguments:?}: {code} {out} {err}");
            // A folder may hold a set, so that `verify` looks into it.
            let said = if kind == Kind::Folder && door[0] == "verify" && door.len() == 2 && !name.ends_with("zip") {
                "manifest.json"
            } else {
                kind.said()
            };
            assert!(err.contains(said) && err.contains(&named), "{kind:?}: {arguments:?}: {err}");
        }
    }
    assert_eq!(desk.read("theirs.liu.ron"), before);
    assert!(!desk.path("begun.liu.ron").exists() && !desk.path("other.liu.zip").exists());
}

#[test]
fn a_folder_is_looked_through_past_what_is_no_file() {
    let desk = desk();
    for kind in Kind::ALL {
        kind.put(&desk.path(&format!("{kind:?}.liu.ron")));
    }
    let (_, out, err) = ends(&desk, &["list", "."]).expect("waits for ever");
    assert!(out.contains("ours.liu.ron") && out.contains("theirs.liu.ron"), "{out}");
    for kind in [Kind::Pipe, Kind::Device] {
        assert!(format!("{out}{err}").contains(&format!("{kind:?}.liu.ron")), "{out}{err}");
    }
}

/// What the program itself keeps, and what it looks for beside a record.
#[test]
fn nothing_of_the_programs_own_is_waited_for_either() {
    for kind in Kind::ALL {
        let folder = TempDir::new().unwrap();
        let (say, heard) = mpsc::channel();
        let root = folder.path().to_owned();
        thread::spawn(move || {
            own_files(kind, &root);
            say.send(()).unwrap();
        });
        match heard.recv_timeout(FOR_EVER) {
            Ok(()) => {}
            Err(mpsc::RecvTimeoutError::Timeout) => panic!("{kind:?}: waits for ever"),
            Err(mpsc::RecvTimeoutError::Disconnected) => panic!("{kind:?}: see above"),
        }
    }
}

fn own_files(kind: Kind, root: &Path) {
    let (disk, folders) = (Arc::new(DiskStorage::new()), AppFolders::at(root.join("own")));
    let storage: Arc<dyn Storage> = disk.clone();
    let begin = |id| Session::begin(Arc::clone(&storage), folders.clone(), uuid::Uuid::from_u128(id)).unwrap();
    let session = begin(1);
    kind.put(&folders.settings_file());
    let (settings, problem) = Settings::load(storage.as_ref(), &folders);
    assert!(settings == Settings::default() && problem.unwrap().message(Lang::Ja).to_string().contains(kind.said()));

    let meta = SnapshotMeta { original: None, base: None, taken: jiff::Timestamp::UNIX_EPOCH, own_save: None };
    begin(2).keep_for_later(&blank(Role::Agency), &meta, 1).unwrap();
    let kept: Vec<_> = std::fs::read_dir(folders.recovery()).unwrap().map(|entry| entry.unwrap().path()).collect();
    for snapshot in &kept {
        std::fs::remove_file(snapshot).unwrap();
        kind.put(snapshot);
    }
    let orphans = session.orphans().unwrap();
    // A folder is no snapshot, whatever it is called.
    assert_eq!(orphans.len(), usize::from(kind != Kind::Folder) * kept.len(), "{orphans:?}");
    assert!(orphans.iter().all(|orphan| orphan.content.is_err()), "{orphans:?}");

    let record = root.join("a.liu.ron");
    std::fs::write(&record, "").unwrap();
    kind.put(&root.join(".~lock.a.liu.ron#"));
    let holder = Holder { user: "a".into(), host: "b".into() };
    RecordLock::acquire(&session, &record, &holder, jiff::Timestamp::UNIX_EPOCH, Taking::IfFree).unwrap_err();
    kind.put(&root.join("a (1).liu.ron"));
    assert_eq!(other_copies(storage.as_ref(), &record, &blank(Role::Agency)).unwrap(), Vec::<std::path::PathBuf>::new());

    let own = root.join("own.ron");
    kind.put(&own);
    assert!(load_catalogue(storage.as_ref(), &own).unwrap_err().message(Lang::Ja).to_string().contains(kind.said()));
    let shipped = Catalogue::shipped().unwrap();
    let mut other = Catalogue::clone(&shipped);
    other.meta.version = "2027-04-01".to_owned();
    let shelf = Shelf::new(shipped, Some(&folders));
    shelf.keep(storage.as_ref(), &other).unwrap();
    for kept in std::fs::read_dir(folders.catalogues()).unwrap().map(|entry| entry.unwrap().path()) {
        std::fs::remove_file(&kept).unwrap();
        kind.put(&kept);
    }
    // A shelf of another run remembers nothing.
    assert!(Shelf::new(Catalogue::shipped().unwrap(), Some(&folders)).pinned(storage.as_ref(), &other.pin()).is_none());
    for (name, most) in [("one", 0), ("two", u64::MAX)] {
        kind.put(&root.join(name));
        assert_eq!(disk.read(&root.join(name), most).unwrap_err().cause, kind.cause());
    }
}

/// A file to which somebody goes on writing is read as far as is allowed, and no further.
#[test]
fn a_file_that_grows_while_it_is_read_is_read_once_and_not_for_ever() {
    let desk = desk();
    let (whole, stop) = (desk.read("theirs.liu.ron"), Arc::new(AtomicBool::new(false)));
    for (name, door, begins) in [
        ("grows.liu.ron", &["check", "grows.liu.ron"][..], whole.as_bytes()),
        ("grows.liu.json", &["verify", "grows.liu.json"], b"{"),
        ("grows.liu.zip", &["verify", "grows.liu.zip"], b"PK\x03\x04"),
        ("grows.xlsx", &["import", "grows.xlsx", "--into", "theirs.liu.ron"], b"PK\x03\x04"),
        ("grows.ron", &["catalogue", "check", "grows.ron"], b"("),
    ] {
        stop.store(false, Ordering::SeqCst);
        let place = desk.path(name);
        std::fs::write(&place, begins).unwrap();
        let (may_stop, at) = (Arc::clone(&stop), place.clone());
        let writing = thread::spawn(move || {
            let mut file = std::fs::File::options().append(true).open(at).unwrap();
            let more = vec![b'\n'; 1 << 16];
            // Far more than any reader takes; a disk has an end.
            for _ in 0..(1 << 13) {
                if may_stop.load(Ordering::SeqCst) {
                    break;
                }
                file.write_all(&more).unwrap();
            }
        });
        let ended = ends(&desk, door);
        stop.store(true, Ordering::SeqCst);
        writing.join().unwrap();
        std::fs::remove_file(&place).unwrap();
        let (code, _, err) = ended.unwrap_or_else(|| panic!("{name}: waits for ever"));
        // Blank lines behind a record are none of its content, so that it is read, or too large.
        assert!(matches!(code, 0..=2) && (code < 2 || err.contains(name)), "{name}: {code} {err}");
        assert!(!err.contains("panic") && !err.contains("WARN"), "{name}: {err}");
    }
}
