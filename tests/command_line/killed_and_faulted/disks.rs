//! Real disks that are full or cannot be written, and folders that vanish while something is written to them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::commands::{FULL, Job, RECORD, check, clean_up, lay, prepared};
use super::{any_moment, is_temporary, report, rounds};
use crate::support::command_line::{Desk, tree};

/// A small disk, mounted over a folder until it is dropped.
struct Disk(PathBuf);

impl Disk {
    /// Mounts one; nothing where that is not permitted.
    fn over(folder: &Path) -> Option<Self> {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"]).arg(folder).stderr(Stdio::null());
        mount.status().is_ok_and(|status| status.success()).then(|| Self(folder.to_owned()))
    }

    /// Makes it one that cannot be written, or one that can.
    fn writable(&self, is_writable: bool) {
        let how = if is_writable { "remount,rw" } else { "remount,ro" };
        assert!(Command::new("mount").args(["-o", how]).arg(&self.0).status().unwrap().success());
    }

    /// Fills it, so that only so many bytes are left.
    fn fill(&self, room: u64) {
        let filler = self.filler();
        let mut file = fs::File::create(&filler).unwrap();
        while std::io::Write::write(&mut file, &[0; 4096]).is_ok_and(|written| written > 0) {}
        let filled = file.metadata().unwrap().len();
        file.set_len(filled.saturating_sub(room)).unwrap();
    }

    fn filler(&self) -> PathBuf {
        self.0.join("filler")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(&self.0).status().ok();
    }
}

const NO_MOUNT: &str = "nobody may mount a disk here";

/// How much room a full disk has: none, or some for what is written first.
const ROOMS: [u64; 6] = [0, 4096, 16_384, 65_536, 131_072, 400_000];

#[test]
fn a_disk_that_is_full_is_said_and_tears_nothing() {
    let desk = prepared();
    let before = tree(desk.folder.path());
    let jobs = Job::all(&desk, &before);
    let told = "the same commands, a real disk with 0 to 400,000 bytes left under the record and under the program's own folder";
    let (mut runs, mut refused) = (0, 0);
    // The disk of the record, and the one of what the program keeps.
    for folder in [desk.folder.path(), desk.data()] {
        let Some(disk) = Disk::over(folder) else { return report(told, "not run", NO_MOUNT) };
        for (job, room) in jobs.iter().flat_map(|job| ROOMS.map(|room| (job, room))) {
            lay(&desk, &before);
            disk.fill(room);
            let ran = desk.run(&job.arguments);
            let what = format!("{} bytes left in {}", room, folder.display());
            runs += 1;
            check(job, &before, Some(ran.code), &ran.err, &what);
            if ran.code == 3 {
                refused += 1;
                assert!(ran.err.contains(FULL), "{} {what}: {}", job.name, ran.err);
            }
            let left: Vec<_> = tree(folder).into_iter().map(|(path, _)| path).filter(|path| is_temporary(path)).collect();
            assert!(left.is_empty(), "{} {what}: {left:?}", job.name);
            fs::remove_file(disk.filler()).unwrap();
            clean_up(&desk, job, &what);
        }
    }
    assert!(refused > 6, "only {refused} of {runs} runs found the disk full");
    report(told, &format!("{runs} runs, {refused} found it full"), "old or new, “disk is full” said, none left");
}

#[test]
fn a_disk_that_cannot_be_written_is_said_and_stays_as_it_is() {
    let desk = prepared();
    let before = tree(desk.folder.path());
    let jobs = Job::all(&desk, &before);
    let told = "the same commands, the record or the program's own folder on a real disk that cannot be written";
    let Some(disk) = Disk::over(desk.folder.path()) else { return report(told, "not run", NO_MOUNT) };
    lay(&desk, &before);
    let laid = tree(desk.folder.path());
    disk.writable(false);
    for job in &jobs {
        let ran = desk.run(&job.arguments);
        check(job, &before, Some(ran.code), &ran.err, "read-only");
        assert_eq!(ran.code, 3, "{}: {ran:?}", job.name);
        assert_eq!(tree(desk.folder.path()), laid, "{}", job.name);
    }
    disk.writable(true);
    drop(disk);
    // What the program keeps may be on such a disk: records are saved all the same, with the previous version beside them.
    let Some(disk) = Disk::over(desk.data()) else { return report(told, "not run", NO_MOUNT) };
    disk.writable(false);
    for job in &jobs {
        lay(&desk, &before);
        let ran = desk.run(&job.arguments);
        check(job, &before, Some(ran.code), &ran.err, "own folder read-only");
        assert!(ran.code <= 1, "{}: {ran:?}", job.name);
        let kept = tree(desk.folder.path()).into_iter().filter(|(path, _)| path.to_string_lossy().ends_with(".bak"));
        assert_eq!(kept.count(), usize::from(job.name == "import"), "{}", job.name);
    }
    report(told, "12 runs", "said, nothing changed; a save keeps the previous version beside the record");
}

/// The arguments of a job with whole paths, so that it can be run from elsewhere.
fn with_whole_paths(desk: &Desk, arguments: &[&'static str]) -> Vec<String> {
    let is_path = |place: usize| {
        let before = place.checked_sub(1).map(|before| arguments[before]);
        let argument = arguments[place];
        before == Some("--to") || [RECORD, "sheet.xlsx", "catalogue.ron"].contains(&argument) || (place == 1 && argument == "new")
    };
    let whole = |(place, argument): (usize, &&'static str)| {
        if is_path(place) { desk.path(argument).display().to_string() } else { (*argument).to_owned() }
    };
    arguments.iter().enumerate().map(whole).collect()
}

/// Puts what was written into a folder that was made anew in place of the one that vanished into that one, and brings it back.
fn bring_back(gone: &Path, folder: &Path) {
    if folder.exists() {
        for (path, _) in tree(folder) {
            let place = gone.join(path.strip_prefix(folder).unwrap());
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::rename(&path, place).unwrap();
        }
        fs::remove_dir_all(folder).unwrap();
    }
    fs::rename(gone, folder).unwrap();
}

#[test]
fn a_folder_that_vanishes_at_any_moment_tears_nothing_and_nothing_false_is_said() {
    let desk = prepared();
    let before = tree(desk.folder.path());
    let jobs = Job::all(&desk, &before);
    let gone = desk.folder.path().with_extension("gone");
    let (rounds, mut failed, mut usual) = (rounds(24), 0, Duration::from_millis(300));
    for round in 0..rounds {
        let job = &jobs[round % jobs.len()];
        lay(&desk, &before);
        let arguments = with_whole_paths(&desk, &job.arguments);
        let begun = Instant::now();
        let mut command = desk.command(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        let child = command.current_dir("/").stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        any_moment(usual);
        fs::rename(desk.folder.path(), &gone).unwrap();
        let output = child.wait_with_output().unwrap();
        usual = (usual + begun.elapsed()) / 2;
        bring_back(&gone, desk.folder.path());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code().is_some(), "{}: {output:?}", job.name);
        failed += usize::from(output.status.code().is_some_and(|code| code > 1));
        check(job, &before, output.status.code(), &said, "its folder vanished");
        clean_up(&desk, job, "its folder vanished");
    }
    report(
        "the same commands, their folder vanishes at a random moment",
        &format!("{rounds} times, {failed} could not go on"),
        "old or new, 0 torn, 0 false messages, none left",
    );
}
