//! Several commands, or a command and a window, that want to write to one record: one after the other, and nothing is lost.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::Arc;

use liu_wizard::file::{AppFolders, DiskStorage, Holder, RecordLock, Session, Taking};
use uuid::Uuid;

use crate::support::command_line::Desk;
use crate::support::workbook::answered;

const RECORD: &str = "LIU-A1.liu.ron";
/// What each sheet says otherwise; none touches what another does.
const PLACES: [&str; 8] = [
    "case_name",
    "agency.bureau",
    "agency.section",
    "agency.task_name",
    "agency.purpose",
    "agency.users",
    "service.summary",
    "service.functions",
];

fn new_text(place: &str) -> String {
    format!("書き換えた {place}")
}

/// A desk with a record and sheets of it, each with another text.
fn with_sheets() -> Desk {
    let desk = Desk::with_examples();
    let ran = desk.run(&["export", RECORD, "--to", ".", "--format", "xlsx"]);
    let sheet = std::fs::read(desk.path(ran.out.trim())).unwrap();
    for place in PLACES {
        desk.write(&format!("{place}.xlsx"), answered(&sheet, &[(place, &new_text(place))]));
    }
    desk
}

fn begin_import(desk: &Desk, place: &str) -> Child {
    let mut command = desk.command(&["import", &format!("{place}.xlsx"), "--into", RECORD, "--accept", place]);
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

/// How many of those that said they wrote are not in the record, and how many said so.
fn lost(desk: &Desk, places: &[&str]) -> (usize, usize) {
    let running: Vec<_> = places.iter().map(|place| (*place, begin_import(desk, place))).collect();
    let ended: Vec<_> = running.into_iter().map(|(place, child)| (place, child.wait_with_output().unwrap())).collect();
    let text = desk.read(RECORD);
    let holds = |place: &str| text.contains(&format!("\"{}\"", new_text(place)));
    liu_wizard::file::parse(text.as_bytes(), RECORD).unwrap();
    let (mut lost, mut written) = (0, 0);
    for (place, output) in ended {
        let code = output.status.code().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!said.contains("WARN"), "{said}");
        assert!(code == 0 || (code == 4 && !holds(place)), "{place}: {code} {said}");
        written += usize::from(code == 0);
        lost += usize::from(code == 0 && !holds(place));
    }
    (lost, written)
}

fn tidy(desk: &Desk) -> Vec<String> {
    let names = std::fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.')).collect()
}

#[test]
fn two_commands_at_once_lose_nothing() {
    let desk = with_sheets();
    let before = desk.read(RECORD);
    for round in 0..25 {
        desk.write(RECORD, &before);
        let (lost, written) = lost(&desk, &["agency.users", "agency.purpose"]);
        assert_eq!((lost, written), (0, 2), "round {round}");
    }
    assert_eq!(tidy(&desk), Vec::<String>::new());
}

#[test]
fn many_commands_at_once_lose_nothing_also_after_one_was_killed() {
    let desk = with_sheets();
    let before = desk.read(RECORD);
    for round in 0..4 {
        desk.write(RECORD, &before);
        // A command that was killed while it kept the record: its lock file stays, and so does what it had begun to write.
        let session = Session::begin(Arc::new(DiskStorage::new()), AppFolders::at(desk.data()), Uuid::new_v4()).unwrap();
        let holder = Holder { user: "hanako".to_owned(), ..Holder::here() };
        let lock = RecordLock::acquire(&session, &desk.path(RECORD), &holder, now(), Taking::ForACommand).unwrap();
        let left = std::fs::read(lock_file(&desk)).unwrap();
        drop((lock, session));
        std::fs::write(lock_file(&desk), left).unwrap();
        let (lost, written) = lost(&desk, &PLACES);
        assert_eq!((lost, written), (0, PLACES.len()), "round {round}");
    }
    assert_eq!(tidy(&desk), Vec::<String>::new());
}

fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

fn lock_file(desk: &Desk) -> std::path::PathBuf {
    desk.path(&format!(".~lock.{RECORD}#"))
}

#[test]
fn who_has_a_record_open_is_said_and_nothing_is_written() {
    let desk = with_sheets();
    let before = desk.read(RECORD);
    let session = Session::begin(Arc::new(DiskStorage::new()), AppFolders::at(desk.data()), Uuid::new_v4()).unwrap();
    let holder = Holder { user: "hanako".to_owned(), host: "PC-1".to_owned() };
    let since = "2026-11-23T00:00:00Z".parse().unwrap();
    let lock = RecordLock::acquire(&session, &desk.path(RECORD), &holder, since, Taking::IfFree).unwrap();
    for (arguments, lang) in [
        (vec!["import", "agency.users.xlsx", "--into", RECORD, "--accept", "agency.users"], "ja"),
        (vec!["import", "agency.users.xlsx", "--into", RECORD, "--accept", "agency.users"], "en"),
        (vec!["catalogue", "move", RECORD], "ja"),
        (vec!["export", RECORD, "--to", ".", "--format", "md", "--overwrite"], "none"),
    ] {
        let ran = desk.run(&[arguments.as_slice(), if lang == "en" { &["--lang", "en"] } else { &[] }].concat());
        if lang == "none" {
            assert_eq!(ran.code, 0, "what writes no record asks nobody: {ran:?}");
            continue;
        }
        assert_eq!(ran.code, 4, "{arguments:?}: {ran:?}");
        for said in ["hanako (PC-1)", "2026-11-23 09:00", RECORD, ".~lock."] {
            assert!(ran.err.contains(said), "{said}: {}", ran.err);
        }
        assert!(!ran.err.contains("WARN"), "{}", ran.err);
    }
    assert_eq!(desk.read(RECORD), before);
    // What only reads, or writes elsewhere, is in nobody's way.
    assert_eq!(desk.run(&["import", "agency.users.xlsx", "--into", RECORD]).code, 1);
    let elsewhere = desk.run(&["import", "agency.users.xlsx", "--into", RECORD, "--accept", "agency.users", "--to", "other"]);
    assert_eq!(elsewhere.code, 0, "{elsewhere:?}");
    drop(lock);
    assert_eq!(desk.run(&["import", "agency.users.xlsx", "--into", RECORD, "--accept", "agency.users"]).code, 0);
}

#[test]
fn a_record_that_somebody_has_open_is_not_written_over_by_an_export() {
    let desk = with_sheets();
    let ran = desk.run(&["export", RECORD, "--to", "out", "--format", "ron,json"]);
    let made: Vec<_> = ran.out.lines().map(|path| desk.path(path)).collect();
    let session = Session::begin(Arc::new(DiskStorage::new()), AppFolders::at(desk.data()), Uuid::new_v4()).unwrap();
    let locks: Vec<_> =
        made.iter().map(|path| RecordLock::acquire(&session, path, &Holder::here(), now(), Taking::IfFree).unwrap()).collect();
    made.iter().for_each(|path| std::fs::write(path, "worked on").unwrap());
    let ran = desk.run(&["export", RECORD, "--to", "out", "--format", "ron,json", "--overwrite"]);
    assert_eq!((ran.code, ran.err.matches("開いています").count()), (4, 2), "{ran:?}");
    assert!(made.iter().all(|path| std::fs::read_to_string(path).unwrap() == "worked on"));
    drop(locks);
    assert_eq!(desk.run(&["export", RECORD, "--to", "out", "--format", "ron,json", "--overwrite"]).code, 0);
}

#[test]
fn what_stands_where_a_lock_file_should_be_is_somebodys_until_it_is_old() {
    let desk = with_sheets();
    let import = ["import", "agency.users.xlsx", "--into", RECORD, "--accept", "agency.users"];
    // As another office program would lay it, as one that was cut off, and as something far too large.
    for content in ["hanako,PC-1,hanako,23.11.2026 09:00,file:///home/hanako;".to_owned(), String::new(), "x".repeat(70_000)] {
        std::fs::write(lock_file(&desk), content).unwrap();
        let ran = desk.run(&import);
        assert_eq!(ran.code, 4, "{ran:?}");
        assert!(ran.err.contains("ほかの人かほかのプログラム") && ran.err.contains("いつからか"), "{}", ran.err);
        set_age(&lock_file(&desk), 11);
        assert_eq!(desk.run(&import).code, 4);
    }
    set_age(&lock_file(&desk), 13);
    let ran = desk.run(&import);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!lock_file(&desk).exists());
}

fn set_age(path: &Path, hours: u64) {
    let file = std::fs::File::options().write(true).open(path).unwrap();
    file.set_modified(std::time::SystemTime::now() - std::time::Duration::from_hours(hours)).unwrap();
}

#[test]
fn a_lock_of_another_computer_is_old_by_the_clock_of_the_disk_alone() {
    let desk = with_sheets();
    let import = ["import", "agency.users.xlsx", "--into", RECORD, "--accept", "agency.users"];
    let lock = |since: &str| {
        let other = Uuid::from_u128(7);
        format!("(user:\"taro\",host:\"PC-2\",process:1,session:\"{other}\",desk:\"0123456789ab\",since:\"{since}\")")
    };
    let before = desk.read(RECORD);
    // The other computer's clock is a year behind, or a year ahead: it says nothing about how long the record is open.
    for since in ["2025-11-23T00:00:00Z", "2099-11-23T00:00:00Z"] {
        std::fs::write(lock_file(&desk), lock(since)).unwrap();
        let ran = desk.run(&import);
        assert_eq!(ran.code, 4, "{since}: {ran:?}");
        assert!(ran.err.contains("taro (PC-2)"), "{}", ran.err);
        set_age(&lock_file(&desk), 13);
        assert_eq!(desk.run(&import).code, 0, "{since}");
        desk.write(RECORD, &before);
    }
}

#[test]
fn a_lock_that_was_renewed_is_not_old() {
    let desk = with_sheets();
    let own = tempfile::tempdir().unwrap();
    let session = Session::begin(Arc::new(DiskStorage::new()), AppFolders::at(own.path()), Uuid::new_v4()).unwrap();
    let elsewhere = Holder { user: "taro".to_owned(), host: "PC-2".to_owned() };
    let lock = RecordLock::acquire(&session, &desk.path(RECORD), &elsewhere, now(), Taking::IfFree).unwrap();
    set_age(&lock_file(&desk), 13);
    assert!(lock.renewal().renew().unwrap());
    let ran = desk.run(&["import", "agency.users.xlsx", "--into", RECORD, "--accept", "agency.users"]);
    assert_eq!(ran.code, 4, "{ran:?}");
    std::fs::write(lock_file(&desk), "(somebody else)").unwrap();
    assert!(!lock.renewal().renew().unwrap(), "what somebody else laid stays");
    assert_eq!(std::fs::read(lock_file(&desk)).unwrap(), b"(somebody else)");
    std::fs::remove_file(lock_file(&desk)).unwrap();
    assert!(lock.renewal().renew().unwrap() && !lock_file(&desk).exists(), "what somebody took away is not laid again");
}

#[test]
fn a_lock_of_a_process_of_this_computer_that_has_ended_is_taken_over() {
    let desk = with_sheets();
    let import = ["import", "agency.users.xlsx", "--into", RECORD, "--accept", "agency.users"];
    // Another user of this computer, or another folder of data: its session cannot be seen from here.
    let elsewhere = tempfile::TempDir::new().unwrap();
    let session = Session::begin(Arc::new(DiskStorage::new()), AppFolders::at(elsewhere.path()), Uuid::new_v4()).unwrap();
    let lock = RecordLock::acquire(&session, &desk.path(RECORD), &Holder::here(), now(), Taking::IfFree).unwrap();
    let alive = std::fs::read_to_string(lock_file(&desk)).unwrap();
    assert_eq!(desk.run(&import).code, 4, "this very process is alive");
    drop(lock);
    if !Path::new("/proc/1").exists() {
        return;
    }
    // Of a process that surely has ended.
    let mut ended = std::process::Command::new("true").spawn().unwrap();
    ended.wait().unwrap();
    let dead = alive.replace(&format!("process:{}", std::process::id()), &format!("process:{}", ended.id()));
    assert_ne!(dead, alive);
    std::fs::write(lock_file(&desk), dead).unwrap();
    assert_eq!(desk.run(&import).code, 0);
}
