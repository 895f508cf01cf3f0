//! The program is killed at any moment, every call to the system fails once, disks are full, cannot be written and vanish: what was
//! said to be done is there, whole, and nothing of ours is left lying.
//!
//! `LIU_WIZARD_ROUNDS=1000 cargo test --release --test command_line killed_and_faulted -- --nocapture` is the long form, which
//! prints what it counted as one table at its end.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "what a test cannot prepare fails it, and it counts as people read it"
)]

mod commands;
mod disks;
mod editing;
mod own;
mod window;

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use liu_wizard::file::{AppFolders, DiskStorage, Session, parse};
use liu_wizard::record::{Edit, Field, Record, TextField};
use uuid::Uuid;

const GOOD: &str = include_str!("../../data/format/v1.liu.ron");
const FILE: &str = "a.liu.ron";

/// How many rounds: few with all other tests, many where they are asked for.
fn rounds(few: usize) -> usize {
    std::env::var("LIU_WIZARD_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(few)
}

fn is_long() -> bool {
    std::env::var_os("LIU_WIZARD_ROUNDS").is_some()
}

/// How many tests of these tell what they counted.
const REPORTS: usize = 9;

/// Tells what a test counted; when all have, as one table.
fn report(what: &str, rounds: &str, result: &str) {
    static ROWS: Mutex<Vec<String>> = Mutex::new(Vec::new());
    let row = format!("| {what} | {rounds} | {result} |");
    eprintln!("{row}");
    let mut rows = ROWS.lock().unwrap();
    rows.push(row);
    if rows.len() == REPORTS {
        rows.sort();
        eprintln!("\n| what | how often | what came of it |\n|---|---|---|\n{}\n", rows.join("\n"));
    }
}

/// A number below `most` that nobody can foresee.
fn any_below(most: u64) -> u64 {
    u64::from_le_bytes(Uuid::new_v4().as_bytes()[..8].try_into().unwrap()) % most.max(1)
}

/// Lets a moment of any length pass, up to this.
fn any_moment(most: Duration) {
    let (begun, moment) = (Instant::now(), Duration::from_micros(any_below(u64::try_from(most.as_micros()).unwrap())));
    while begun.elapsed() < moment {
        std::thread::yield_now();
    }
}

fn numbered(number: u64) -> Record {
    let (mut record, _) = parse(GOOD.as_bytes(), FILE).unwrap();
    record.apply(Edit::SetText { field: Field::Text(TextField::CaseName), text: number.to_string() }).unwrap();
    record
}

fn number(record: &Record) -> u64 {
    record.case_name.as_str().parse().unwrap()
}

fn begin(own: &Path) -> Session {
    Session::begin(Arc::new(DiskStorage::new()), AppFolders::at(own), Uuid::new_v4()).unwrap()
}

fn name_of(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn is_temporary(path: &Path) -> bool {
    name_of(path).ends_with(".tmp")
}

fn is_ours_to_sweep(path: &Path) -> bool {
    is_temporary(path) || name_of(path).starts_with(".~lock.")
}

/// The calls of which each may fail, the faults that befall each, and how many of each are tried when all tests run.
const CALLS: [(&str, &[&str], usize); 6] = [
    ("openat", &["error=EACCES", "error=EMFILE", "signal=SIGKILL"], 0),
    ("write", &["error=ENOSPC", "error=EIO", "signal=SIGKILL"], 1),
    ("fsync", &["error=EIO", "signal=SIGKILL"], 3),
    ("rename,renameat,renameat2", &["error=EIO", "error=EACCES", "signal=SIGKILL"], 1),
    ("link,linkat", &["error=EPERM", "error=EIO", "signal=SIGKILL"], 2),
    ("unlink,unlinkat", &["error=EACCES", "signal=SIGKILL"], 1),
];

/// Whether calls to the system can be made to fail here.
fn has_strace() -> bool {
    Command::new("strace").arg("-V").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// A program in which the call of this number, in each of its threads, fails so: how it ended, what it said on both outputs, and
/// whether there was such a call.
fn under_strace(program: &Command, trace: &Path, call: &str, fault: &str, number: usize) -> Faulted {
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-o"])
        .arg(trace)
        .args(["-e", &format!("trace={call}"), "-e", &format!("inject={call}:{fault}:when={number}")])
        .arg(program.get_program());
    let output = like(command, program).output().unwrap();
    let text = std::fs::read_to_string(trace).unwrap_or_default();
    std::fs::remove_file(trace).ok();
    Faulted {
        code: output.status.code(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
        hit: text.contains("INJECTED") || text.contains("killed by SIGKILL"),
    }
}

/// What came of a program in which a call failed.
struct Faulted {
    code: Option<i32>,
    out: String,
    err: String,
    hit: bool,
}

/// A program that starts another, with the arguments, the folder and the environment of that.
fn like(mut starter: Command, program: &Command) -> Command {
    starter.args(program.get_args()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    starter.current_dir(program.get_current_dir().unwrap_or(Path::new(".")));
    let set = |(name, value): (&OsStr, Option<&OsStr>)| match value {
        Some(value) => drop(starter.env(name, value)),
        None => drop(starter.env_remove(name)),
    };
    program.get_envs().for_each(set);
    starter
}
