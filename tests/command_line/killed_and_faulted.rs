//! The program is killed at any moment, and every call to the system fails once: what was said to be done is there, whole, and
//! nothing of ours is left lying.
//!
//! `LIU_WIZARD_ROUNDS=1000 nice cargo test --release --test command_line killed_and_faulted -- --nocapture` is the long form, which
//! prints what it counted.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "what a test cannot prepare fails it, and it counts as people read it"
)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use liu_wizard::export::{IfPresent, write_one};
use liu_wizard::file::{
    AppFolders, DiskStorage, Expected, Holder, RecordLock, Session, Settings, SnapshotMeta, Taking, open, parse, save, to_ron,
};
use liu_wizard::record::{Edit, Field, Record, TextField};
use uuid::Uuid;

use crate::support::command_line::{Desk, tree};
use crate::support::workbook::answered;

const GOOD: &str = include_str!("../data/format/v1.liu.ron");
const FILE: &str = "a.liu.ron";

/// How many rounds: few with all other tests, many where they are asked for.
fn rounds(few: usize) -> usize {
    std::env::var("LIU_WIZARD_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(few)
}

fn is_long() -> bool {
    std::env::var_os("LIU_WIZARD_ROUNDS").is_some()
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
        let meta = SnapshotMeta { original: Some(path.clone()), base: Some(digest.clone()), taken: jiff::Timestamp::now() };
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
        let name = "killed_and_faulted::a_kill_at_any_moment_of_editing_and_saving_loses_nothing_that_was_said_to_be_kept";
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
    eprintln!(
        "killed {rounds} times: {saves} saves and {snapshots} snapshots acknowledged, 0 lost, 0 torn; {strays} temporary files swept"
    );
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

/// What a command writes: how it is called, and the files that it may change or make, as they are once it has gone well.
struct Job {
    name: &'static str,
    arguments: Vec<&'static str>,
    whole: Vec<(PathBuf, Vec<u8>)>,
}

const RECORD: &str = "LIU-A1.liu.ron";

/// A desk with everything that the jobs need.
fn prepared() -> Desk {
    let desk = Desk::with_examples();
    let ran = desk.run(&["export", RECORD, "--to", ".", "--format", "xlsx"]);
    let sheet = std::fs::read(desk.path(ran.out.trim())).unwrap();
    desk.write("sheet.xlsx", answered(&sheet, &[("agency.users", "書き換えた")]));
    std::fs::remove_file(desk.path(ran.out.trim())).unwrap();
    std::fs::write(desk.path("old.liu.ron"), desk.read(RECORD).replace("2026-11-23", "2026-11-24")).unwrap();
    // Only what the jobs touch lies there, so that it can be laid anew for each.
    for (path, _) in tree(desk.folder.path()) {
        if !["LIU-A1.liu.ron", "sheet.xlsx"].contains(&name_of(&path)) {
            std::fs::remove_file(path).unwrap();
        }
    }
    desk
}

impl Job {
    fn all(desk: &Desk, before: &[(PathBuf, Vec<u8>)]) -> Vec<Self> {
        let jobs: [(&str, &[&str]); 6] = [
            ("new", &["new", "new"]),
            ("import", &["import", "sheet.xlsx", "--into", RECORD, "--accept", "agency.users"]),
            ("export", &["export", RECORD, "--to", "out", "--format", "md,ron"]),
            ("export --overwrite", &["export", RECORD, "--to", "out", "--format", "json", "--overwrite"]),
            ("package", &["package", "result", RECORD, "--to", "result"]),
            ("catalogue write", &["catalogue", "write", "catalogue.ron"]),
        ];
        let made = jobs.into_iter().map(|(name, arguments)| {
            lay(desk, before);
            let ran = desk.run(arguments);
            assert!(ran.code <= 1, "{name}: {ran:?}");
            Self { name, arguments: arguments.to_vec(), whole: changed(desk, before) }
        });
        made.collect()
    }
}

/// Puts the folder as it was.
fn lay(desk: &Desk, before: &[(PathBuf, Vec<u8>)]) {
    for (path, _) in tree(desk.folder.path()) {
        std::fs::remove_file(path).unwrap();
    }
    before.iter().for_each(|(path, bytes)| std::fs::write(path, bytes).unwrap());
    // An export makes this folder when it is there for the first time only.
    std::fs::create_dir_all(desk.path("out")).unwrap();
    std::fs::write(desk.path("out/earlier.md"), "earlier").unwrap();
}

fn changed(desk: &Desk, before: &[(PathBuf, Vec<u8>)]) -> Vec<(PathBuf, Vec<u8>)> {
    let mut now = tree(desk.folder.path());
    now.retain(|file| !before.contains(file) && name_of(&file.0) != "earlier.md");
    now
}

/// Every file is as it was or as it is to be; a command that says it went well has written all.
fn check(job: &Job, before: &[(PathBuf, Vec<u8>)], code: Option<i32>, said: &str, what: &str) {
    let what = format!("{} {what}: {code:?} {said}", job.name);
    assert!(!said.contains("WARN") && !said.contains("panicked") && !said.contains("ERROR"), "{what}");
    for (path, bytes) in before {
        let now = std::fs::read(path).unwrap_or_else(|error| panic!("{what}: {} is gone: {error}", path.display()));
        let is_whole = now == *bytes || is_as_made(job, path, &now);
        assert!(is_whole, "{what}: {} is torn", path.display());
    }
    let mut all_there = true;
    for (path, _) in &job.whole {
        let there = std::fs::read(path).ok();
        let is_new = there.as_ref().is_some_and(|there| is_as_made(job, path, there));
        let was_there = before.iter().any(|(earlier, _)| earlier == path);
        assert!(is_new || was_there || there.is_none(), "{what}: {} is torn", path.display());
        all_there &= is_new;
    }
    assert!(all_there || !matches!(code, Some(0 | 1)), "{what}: said to be done");
    // What is in its place is not said not to be written.
    if all_there && code == Some(3) {
        let true_ones = ["書き込みましたが", "置き換えましたが", "結果を出力できませんでした"];
        assert!(true_ones.iter().any(|words| said.contains(words)), "{what}");
    }
}

/// Whether a file is as the job makes it: byte for byte, but for the moments and ids that stand in records and packages.
fn is_as_made(job: &Job, path: &Path, bytes: &[u8]) -> bool {
    let Some((_, whole)) = job.whole.iter().find(|(made, _)| made == path) else { return false };
    match name_of(path) {
        "new.liu.ron" => parse(bytes, "new").is_ok_and(|(record, _)| to_ron(&record).unwrap().as_bytes() == bytes),
        name if name.ends_with(".liu.ron") && job.name == "import" => {
            parse(bytes, "a").is_ok_and(|(record, _)| record.agency.users.as_str() == "書き換えた")
        }
        _ => bytes == whole,
    }
}

#[test]
fn a_command_killed_at_any_moment_leaves_old_or_new_and_the_next_one_cleans_up() {
    let desk = prepared();
    let before = tree(desk.folder.path());
    let jobs = Job::all(&desk, &before);
    let (mut done, mut strays, rounds) = (0, 0, rounds(24));
    let mut usual = Duration::from_millis(300);
    for round in 0..rounds {
        let job = &jobs[round % jobs.len()];
        lay(&desk, &before);
        let begun = Instant::now();
        let mut child = desk.command(&job.arguments).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        any_moment(usual);
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        if output.status.code().is_some() {
            done += 1;
            usual = (usual + begun.elapsed()) / 2;
        } else {
            usual = (usual * 21 / 20).min(Duration::from_secs(2));
        }
        check(job, &before, output.status.code(), &String::from_utf8_lossy(&output.stderr), "killed");
        strays += tree(desk.folder.path()).iter().filter(|(path, _)| is_temporary(path)).count();
        clean_up(&desk, job, "killed");
    }
    eprintln!("commands killed {rounds} times ({done} had just ended): 0 lost, 0 torn; {strays} temporary files swept");
}

/// The next command goes through and leaves nothing of ours lying.
fn clean_up(desk: &Desk, job: &Job, what: &str) {
    let next = desk.run(&["import", "sheet.xlsx", "--into", RECORD, "--accept", "all"]);
    assert_eq!(next.code, 0, "{} {what}: the next one: {next:?}", job.name);
    let next = desk.run(&["export", RECORD, "--to", "out", "--format", "json", "--overwrite"]);
    assert_eq!(next.code, 0, "{} {what}: the next one: {next:?}", job.name);
    let left = tree(desk.folder.path()).into_iter().chain(desk.kept()).map(|(path, _)| path);
    let left: Vec<PathBuf> = left.filter(|path| is_ours_to_sweep(path)).collect();
    assert_eq!(left, Vec::<PathBuf>::new(), "{} {what}", job.name);
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

#[test]
fn whatever_call_to_the_system_fails_nothing_is_torn_and_nothing_false_is_said() {
    if Command::new("strace").arg("-V").stdout(Stdio::null()).status().is_err() {
        return;
    }
    let desk = prepared();
    let before = tree(desk.folder.path());
    let (mut runs, mut struck) = (0, 0);
    for job in &Job::all(&desk, &before) {
        for (call, faults, few) in CALLS {
            for fault in faults {
                for number in 1..=if is_long() { 400 } else { few } {
                    lay(&desk, &before);
                    let what = format!("{call}:{fault} at {number}");
                    let (code, said, hit) = faulted(&desk, job, call, fault, number);
                    runs += 1;
                    if !hit {
                        break;
                    }
                    struck += 1;
                    check(job, &before, code, &said, &what);
                    if code.is_some() && !call.starts_with("unlink") {
                        let left: Vec<_> = tree(desk.folder.path()).into_iter().filter(|(path, _)| is_temporary(path)).collect();
                        assert!(left.is_empty(), "{} {what}: a failed write leaves a temporary file", job.name);
                    }
                    // What ended by itself left nothing that a next one would have to take away, but where it could not.
                    if code.is_none() || call.starts_with("unlink") || is_long() {
                        clean_up(&desk, job, &what);
                    }
                }
            }
        }
    }
    assert!(struck > 50, "only {struck} of {runs} runs met a fault");
    eprintln!("{struck} faults struck in {runs} runs: 0 torn, 0 false messages, 0 temporary files left");
}

/// Runs a job in which the call of this number fails so: how it ended, what it said, and whether there was such a call.
fn faulted(desk: &Desk, job: &Job, call: &str, fault: &str, number: usize) -> (Option<i32>, String, bool) {
    let trace = desk.data().join("trace");
    let plain = desk.command(&job.arguments);
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-o"])
        .arg(&trace)
        .args(["-e", &format!("trace={call}"), "-e", &format!("inject={call}:{fault}:when={number}")])
        .arg(plain.get_program())
        .args(plain.get_args())
        .current_dir(desk.folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    let output = command.output().unwrap();
    let text = std::fs::read_to_string(&trace).unwrap_or_default();
    std::fs::remove_file(&trace).ok();
    let hit = text.contains("INJECTED") || text.contains("killed by SIGKILL");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned(), hit)
}

#[test]
fn a_disk_that_takes_no_more_is_said_and_tears_nothing() {
    let desk = prepared();
    let before = tree(desk.folder.path());
    for job in &Job::all(&desk, &before) {
        for blocks in [0, 1, 8] {
            // With the signal the limit sends, and without: then the write ends short, as on a full disk.
            for trap in ["trap '' XFSZ;", ""] {
                lay(&desk, &before);
                let plain = desk.command(&job.arguments);
                let script = format!("{trap} ulimit -c 0; ulimit -f {blocks}; exec \"$0\" \"$@\"");
                let mut command = Command::new("sh");
                command.args(["-c", &script]).arg(plain.get_program()).args(plain.get_args()).current_dir(desk.folder.path());
                for (name, value) in plain.get_envs() {
                    match value {
                        Some(value) => command.env(name, value),
                        None => command.env_remove(name),
                    };
                }
                let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
                let mut said = String::new();
                child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
                let status = child.wait().unwrap();
                let what = format!("{blocks} blocks {trap}");
                check(job, &before, status.code(), &said, &what);
                if status.code() == Some(3) {
                    assert!(said.contains("ディスクの空きがありません"), "{} {what}: {said}", job.name);
                    assert!(!tree(desk.folder.path()).iter().any(|(path, _)| is_temporary(path)), "{} {what}", job.name);
                }
                clean_up(&desk, job, &what);
            }
        }
    }
}
