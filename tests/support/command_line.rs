//! Runs the program as a user's shell would, without a display, with its own data kept aside.
#![allow(dead_code, reason = "each test of the command line uses its part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What came of running the program.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// A folder of one's own to run the program in.
pub struct Desk {
    pub folder: TempDir,
    data: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap(), data: TempDir::new().unwrap() }
    }

    /// A desk on which `example` was run, into the folder itself.
    pub fn with_examples() -> Self {
        let desk = Self::new();
        let ran = desk.run(&["example", "."]);
        assert_eq!(ran.code, 0, "{ran:?}");
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).unwrap();
    }

    /// The folder of the program's own data.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// Puts a file among the program's own data.
    pub fn keep(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.data.path().join(name), content).unwrap();
    }

    /// What the program keeps among its own data.
    pub fn kept(&self) -> Vec<(PathBuf, Vec<u8>)> {
        tree(self.data.path())
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        self.command_on("2026-11-23", arguments)
    }

    /// A command as it would be given on another day.
    pub fn command_on(&self, day: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liu-wizard"));
        command
            .args(arguments)
            .args(["--today", day])
            .current_dir(self.folder.path())
            .env("LIU_WIZARD_DATA", self.data.path())
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .env_remove("RUST_LOG")
            .env_remove("RUST_BACKTRACE")
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        let output = self.command(arguments).output().unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The files below a folder with their bytes, in the order of their paths.
pub fn tree(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(tree(&path));
        } else {
            files.push((path.clone(), std::fs::read(&path).unwrap()));
        }
    }
    files.sort();
    files
}
