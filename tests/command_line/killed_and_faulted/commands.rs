//! Commands that are killed, whose calls to the system fail, and whose disk takes no more.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use liu_wizard::file::{parse, to_ron};

use super::{
    CALLS, Faulted, any_moment, has_strace, is_long, is_ours_to_sweep, is_temporary, like, name_of, report, rounds, under_strace,
};
use crate::support::command_line::{Desk, tree};
use crate::support::workbook::answered;

/// What a command writes: how it is called, and the files that it may change or make, as they are once it has gone well.
pub struct Job {
    pub name: &'static str,
    pub arguments: Vec<&'static str>,
    whole: Vec<(PathBuf, Vec<u8>)>,
}

pub const RECORD: &str = "LIU-A1.liu.ron";

/// What is said of a disk that is full.
pub const FULL: &str = "ディスクの空きがありません";

/// A desk with everything that the jobs need.
pub fn prepared() -> Desk {
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
    pub fn all(desk: &Desk, before: &[(PathBuf, Vec<u8>)]) -> Vec<Self> {
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
pub fn lay(desk: &Desk, before: &[(PathBuf, Vec<u8>)]) {
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
pub fn check(job: &Job, before: &[(PathBuf, Vec<u8>)], code: Option<i32>, said: &str, what: &str) {
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
    report(
        "`new`, `import`, `export`, `export --overwrite`, `package result`, `catalogue write`: `kill -9` at a random moment",
        &format!("{rounds} kills, {done} had just ended"),
        &format!("0 lost, 0 torn, {strays} temporary files swept by the next command, none left"),
    );
}

/// The next command goes through and leaves nothing of ours lying.
pub fn clean_up(desk: &Desk, job: &Job, what: &str) {
    let next = desk.run(&["import", "sheet.xlsx", "--into", RECORD, "--accept", "all"]);
    assert_eq!(next.code, 0, "{} {what}: the next one: {next:?}", job.name);
    let next = desk.run(&["export", RECORD, "--to", "out", "--format", "json", "--overwrite"]);
    assert_eq!(next.code, 0, "{} {what}: the next one: {next:?}", job.name);
    let left = tree(desk.folder.path()).into_iter().chain(desk.kept()).map(|(path, _)| path);
    let left: Vec<PathBuf> = left.filter(|path| is_ours_to_sweep(path)).collect();
    assert_eq!(left, Vec::<PathBuf>::new(), "{} {what}", job.name);
}

#[test]
fn whatever_call_to_the_system_fails_nothing_is_torn_and_nothing_false_is_said() {
    let what = "`new`, `import`, `export`, `export --overwrite`, `package result`, `catalogue write`: each call of openat, write, \
                fsync, rename, link, unlink fails once, or the command is killed there";
    if !has_strace() {
        return report(what, "not run", "there is no strace here");
    }
    let desk = prepared();
    let before = tree(desk.folder.path());
    let (mut runs, mut struck) = (0, 0);
    for job in &Job::all(&desk, &before) {
        for (call, faults, few) in CALLS {
            for fault in faults {
                for number in 1..=if is_long() { 400 } else { few } {
                    lay(&desk, &before);
                    let at = format!("{call}:{fault} at {number}");
                    let trace = desk.data().join("trace");
                    let Faulted { code, err, hit, .. } = under_strace(&desk.command(&job.arguments), &trace, call, fault, number);
                    runs += 1;
                    if !hit {
                        break;
                    }
                    struck += 1;
                    check(job, &before, code, &err, &at);
                    if code.is_some() && !call.starts_with("unlink") {
                        let left: Vec<_> = tree(desk.folder.path()).into_iter().filter(|(path, _)| is_temporary(path)).collect();
                        assert!(left.is_empty(), "{} {at}: a failed write leaves a temporary file", job.name);
                    }
                    // What ended by itself left nothing that a next one would have to take away, but where it could not.
                    if code.is_none() || call.starts_with("unlink") || is_long() {
                        clean_up(&desk, job, &at);
                    }
                }
            }
        }
    }
    assert!(struck > 50, "only {struck} of {runs} runs met a fault");
    report(what, &format!("{struck} faults in {runs} runs"), "0 torn, 0 false messages, 0 temporary files left");
}

#[test]
fn a_disk_that_takes_no_more_is_said_and_tears_nothing() {
    let desk = prepared();
    let before = tree(desk.folder.path());
    let mut runs = 0;
    for job in &Job::all(&desk, &before) {
        for blocks in [0, 1, 8] {
            // With the signal the limit sends, and without: then the write ends short, as on a full disk.
            for trap in ["trap '' XFSZ;", ""] {
                lay(&desk, &before);
                runs += 1;
                let plain = desk.command(&job.arguments);
                let script = format!("{trap} ulimit -c 0; ulimit -f {blocks}; exec \"$0\" \"$@\"");
                let mut shell = Command::new("sh");
                shell.args(["-c", &script]).arg(plain.get_program());
                let output = like(shell, &plain).output().unwrap();
                let said = String::from_utf8_lossy(&output.stderr);
                let what = format!("{blocks} blocks {trap}");
                check(job, &before, output.status.code(), &said, &what);
                if output.status.code() == Some(3) {
                    assert!(said.contains(FULL), "{} {what}: {said}", job.name);
                    assert!(!tree(desk.folder.path()).iter().any(|(path, _)| is_temporary(path)), "{} {what}", job.name);
                }
                clean_up(&desk, job, &what);
            }
        }
    }
    report(
        "the same commands, files limited to 0, 1 and 8 blocks",
        &format!("{runs} runs"),
        "old or new, “disk is full” said, none left",
    );
}
