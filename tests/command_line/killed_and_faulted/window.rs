//! The real window on a screen that nobody sees: typed into and saved by its keys, and killed at any moment.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use liu_wizard::file::{DiskStorage, Holder, RecordLock, Taking, open, parse, to_ron, versions};
use liu_wizard::record::{Edit, Field, Record, TextField};
use liu_wizard::text::{Label as _, Lang};

use super::{FILE, any_below, begin, is_long, is_ours_to_sweep, is_temporary, number, report, rounds};
use crate::support::command_line::tree;

/// A record that is judged by the catalogue in use, without any other at hand.
const EXAMPLE: &str = include_str!("../../../assets/examples/LIU-A1.liu.ron");

/// A pause in typing of two seconds has a snapshot, and typing without one every ten; a slow computer takes a little longer.
const KEPT_AFTER: Duration = Duration::from_secs(16);

/// How long is waited for a window that stands and takes a first text: a computer may be busy with other tests.
const UNTIL_TYPED: Duration = Duration::from_secs(300);

/// The longest time the window is given to answer one key.
const LONGEST_PATIENCE: Duration = Duration::from_secs(5);

/// A screen that nobody sees.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    /// Nothing where there is none to be had.
    fn begin() -> Option<Self> {
        let is_there =
            |tool: &str| Command::new(tool).arg("-version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
        if !is_there("xdotool") {
            return None;
        }
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]);
        let mut server = server.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let mut display = String::new();
        BufReader::new(server.stdout.take()?).read_line(&mut display).ok()?;
        Some(Self { server, display: format!(":{}", display.trim()) })
    }

    /// What a helper says that works the keys and reads the title.
    fn helper(&self, arguments: &[&str]) -> String {
        let output = Command::new("xdotool").args(arguments).env("DISPLAY", &self.display).stderr(Stdio::null()).output();
        output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

/// The program with its window, and what was seen of it.
struct Typist<'a> {
    screen: &'a Screen,
    window: String,
    is_over: &'a AtomicBool,
    said: Sender<Event>,
}

/// What is known of a number that was typed as the name of the case.
#[derive(Clone, Copy, Debug)]
enum Event {
    /// It stands in the title.
    Typed(u64, Instant),
    /// The title says that it is saved.
    Saved(u64),
}

impl Typist<'_> {
    /// Waits for a title; false if it does not come.
    fn sees(&self, is_it: impl Fn(&str) -> bool, patience: Duration) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < patience && !self.is_over.load(Ordering::Relaxed) {
            if is_it(&self.screen.helper(&["getwindowname", &self.window])) {
                return true;
            }
        }
        false
    }

    fn presses(&self, keys: &str) {
        self.screen.helper(&["key", "--clearmodifiers", keys]);
    }

    /// Finds the field by its name.
    ///
    /// What was found is read on the screen by who sits before it; here the window is given `patience` to show it. A computer
    /// that was too slow for that answers with whatever stood first in the list, so what may be open is closed before.
    fn goes_to_the_field(&self, patience: Duration) {
        for keys in ["Escape", "Escape", "ctrl+k"] {
            self.presses(keys);
            self.sees(|_| false, patience);
        }
        self.screen.helper(&["type", TextField::CaseName.label(Lang::En)]);
        self.sees(|_| false, patience);
        self.presses("Return");
        self.sees(|_| false, patience);
    }

    /// Types and saves until it is over.
    fn types_for_ever(&self, first: u64) {
        let mut patience = Duration::from_millis(300);
        self.goes_to_the_field(patience);
        for number in first.. {
            if self.is_over.load(Ordering::Relaxed) {
                return;
            }
            let name = number.to_string();
            self.presses("ctrl+a");
            self.screen.helper(&["type", "--delay", "5", &name]);
            if !self.sees(|title| title.starts_with(&format!("*{name} ")), Duration::from_secs(3)) {
                patience = (patience * 2).min(LONGEST_PATIENCE);
                self.goes_to_the_field(patience);
                continue;
            }
            self.said.send(Event::Typed(number, Instant::now())).ok();
            match any_below(3) {
                0 => {
                    self.presses("ctrl+s");
                    if self.sees(|title| title.starts_with(&format!("{name} ")), Duration::from_secs(5)) {
                        self.said.send(Event::Saved(number)).ok();
                    }
                }
                1 => drop(self.sees(|_| false, Duration::from_millis(any_below(3000)))),
                _ => {}
            }
        }
    }
}

fn numbered(number: u64) -> Record {
    let (mut record, _) = parse(EXAMPLE.as_bytes(), FILE).unwrap();
    record.apply(Edit::SetText { field: Field::Text(TextField::CaseName), text: number.to_string() }).unwrap();
    record
}

fn start(screen: &Screen, folder: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_liu-wizard"))
        .args(["--lang", "en", FILE])
        .current_dir(folder)
        .env("LIU_WIZARD_DATA", folder.join("own"))
        .env("DISPLAY", &screen.display)
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env_remove("RUST_LOG")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(folder.join("window.log")).unwrap())
        .spawn()
        .unwrap()
}

/// What was seen in one round, in which the window is killed this long after it stood there.
fn killed_after(screen: &Screen, folder: &Path, first: u64, moment: Duration) -> (Vec<Event>, Instant) {
    let mut program = start(screen, folder);
    let window = screen.helper(&["search", "--sync", "--onlyvisible", "--limit", "1", "--name", "liu-wizard"]);
    screen.helper(&["windowfocus", "--sync", &window]);
    let (is_over, (said, heard)): (_, (_, Receiver<Event>)) = (AtomicBool::new(false), channel());
    let mut seen = Vec::new();
    let killed = std::thread::scope(|threads| {
        let typist = Typist { screen, window, is_over: &is_over, said };
        let is_over = &is_over;
        threads.spawn(move || {
            if typist.sees(|title| title.starts_with(&(first - 1).to_string()), UNTIL_TYPED) {
                typist.types_for_ever(first);
            }
        });
        // The first number is waited for, since until then there is nothing to lose.
        seen.extend(heard.recv_timeout(UNTIL_TYPED));
        let until = Instant::now() + moment;
        while let Ok(event) = heard.recv_timeout(until.saturating_duration_since(Instant::now())) {
            seen.push(event);
        }
        program.kill().unwrap();
        let killed = Instant::now();
        is_over.store(true, Ordering::Relaxed);
        program.wait().unwrap();
        killed
    });
    (seen, killed)
}

#[test]
fn the_real_window_killed_at_any_moment_loses_nothing_that_it_said_to_be_saved_or_had_time_to_keep() {
    let what = "the real window, typed into and saved by its keys: `kill -9` at a random moment";
    let Some(screen) = Screen::begin() else {
        return report(what, "not run", "there is no Xvfb or no xdotool here");
    };
    let folder = tempfile::tempdir().unwrap();
    let (path, own) = (folder.path().join(FILE), folder.path().join("own"));
    std::fs::write(&path, to_ron(&numbered(0)).unwrap()).unwrap();
    let id = numbered(0).id;
    let rounds = if is_long() { rounds(0).div_ceil(20) } else { 2 };
    let (mut first, mut saves, mut typed, mut recovered, mut strays) = (1, 0, 0, 0, 0);
    for round in 0..rounds {
        let moment = Duration::from_millis(any_below(if is_long() { 25_000 } else { 6_000 }));
        let (seen, killed) = killed_after(&screen, folder.path(), first, moment);
        let log = std::fs::read_to_string(folder.path().join("window.log")).unwrap();
        assert!(!log.contains("panicked") && !log.contains("WARN"), "{log}");
        assert!(!seen.is_empty(), "round {round}: nothing could be typed: {log}");
        let last_saved =
            seen.iter().filter_map(|event| if let Event::Saved(number) = event { Some(*number) } else { None }).max();
        let had_time = |event: &Event| match event {
            Event::Typed(number, at) if killed.duration_since(*at) > KEPT_AFTER => Some(*number),
            Event::Typed(..) | Event::Saved(_) => None,
        };
        let kept = seen.iter().filter_map(had_time).max();
        saves += seen.iter().filter(|event| matches!(event, Event::Saved(_))).count();
        typed += seen.iter().filter(|event| matches!(event, Event::Typed(..))).count();

        let opened = open(&DiskStorage::new(), &path).unwrap_or_else(|error| panic!("round {round}: torn: {error}"));
        let saved = number(&opened.record);
        assert!(last_saved.is_none_or(|last| saved >= last), "round {round}: a save is lost: {saved} {seen:?}");
        strays += tree(folder.path()).iter().filter(|(path, _)| is_temporary(path)).count();
        let next = begin(&own);
        let orphans = next.orphans().unwrap();
        let offered = orphans.iter().map(|orphan| number(&orphan.content.as_ref().unwrap().record)).max();
        recovered += usize::from(offered.is_some());
        let newest = offered.unwrap_or_default().max(saved);
        assert!(kept.is_none_or(|kept| newest >= kept), "round {round}: a snapshot is lost: {newest} {seen:?}");
        for version in versions(&DiskStorage::new(), next.folders(), &id).unwrap() {
            open(&DiskStorage::new(), &version.path).unwrap_or_else(|error| panic!("round {round}: torn: {error}"));
        }
        next.sweep().unwrap();
        let lock = RecordLock::acquire(&next, &path, &Holder::here(), jiff::Timestamp::now(), Taking::IfFree);
        drop(lock.unwrap_or_else(|error| panic!("round {round}: {error}")));
        for orphan in &orphans {
            next.remove_orphan(orphan).unwrap();
        }
        let left: Vec<PathBuf> =
            tree(folder.path()).into_iter().map(|(path, _)| path).filter(|path| is_ours_to_sweep(path)).collect();
        assert_eq!(left, Vec::<PathBuf>::new(), "round {round}");
        // The next round begins with a number that no title of this one had, so that it is seen when the record is there.
        first = seen.len() as u64 + newest.max(saved) + 100;
        std::fs::write(&path, to_ron(&numbered(first - 1)).unwrap()).unwrap();
    }
    report(
        what,
        &format!("{rounds} kills, {typed} texts typed, {saves} saves acknowledged"),
        &format!("0 lost, 0 torn, {recovered} times offered at the next start, {strays} temporary files swept, none left"),
    );
}
