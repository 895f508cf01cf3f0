//! Printing: by which command of the system, and what becomes of a file that none of them takes.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

/// What became of a file that was to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printing {
    /// The system took it for the printer that is used when none is named.
    Sent,
    /// No command took it. It was opened with the program that the system has for it, and is printed there.
    Opened,
}

/// The environment variable by which the Windows shell is told the file: no character in a name can be taken for a command.
const FILE_VARIABLE: &str = "LIU_WIZARD_PRINTS";

/// A command of the system that prints a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PrintCommand {
    /// That of CUPS, on Linux and macOS.
    Lp,
    /// The verb `print` of the Windows shell, which the program that opens PDFs may offer. Asked for by PowerShell, which every
    /// Windows has.
    ShellVerb,
}

impl PrintCommand {
    /// Those of a system, the one to be tried first in front. The names of systems are those of `std::env::consts::OS`.
    fn of(system: &str) -> &'static [Self] {
        match system {
            "windows" => &[Self::ShellVerb],
            "linux" | "macos" | "freebsd" => &[Self::Lp],
            _ => &[],
        }
    }

    /// The program, what it is given, and the variable that it finds.
    fn parts(self, path: &Path) -> (&'static str, Vec<OsString>, Option<(&'static str, OsString)>) {
        match self {
            Self::Lp => ("lp", vec![path.into()], None),
            Self::ShellVerb => {
                let asks =
                    format!("Start-Process -FilePath $env:{FILE_VARIABLE} -Verb Print -WindowStyle Hidden -ErrorAction Stop");
                let arguments = ["-NoProfile", "-NonInteractive", "-Command", &asks].map(OsString::from);
                ("powershell.exe", arguments.into(), Some((FILE_VARIABLE, path.into())))
            }
        }
    }

    /// Runs it. Whether it took the file.
    fn run(self, path: &Path) -> bool {
        let (program, arguments, variable) = self.parts(path);
        let mut command = Command::new(program);
        command.args(arguments).envs(variable).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        without_window(&mut command);
        match command.status() {
            Ok(status) => status.success(),
            Err(error) => {
                log::info!("{program} does not print: {error}");
                false
            }
        }
    }
}

/// A console program opens no window of its own.
#[cfg(windows)]
fn without_window(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
const fn without_window(_command: &mut Command) {}

/// Prints a file by the first command of this system that takes it; else opens it.
pub(super) fn print(path: &Path, open: &dyn Fn(&Path) -> io::Result<()>) -> io::Result<Printing> {
    print_by(PrintCommand::of(std::env::consts::OS), path, &PrintCommand::run, open)
}

fn print_by(
    commands: &[PrintCommand],
    path: &Path,
    run: &dyn Fn(PrintCommand, &Path) -> bool,
    open: &dyn Fn(&Path) -> io::Result<()>,
) -> io::Result<Printing> {
    if commands.iter().any(|command| run(*command, path)) {
        return Ok(Printing::Sent);
    }
    open(path).map(|()| Printing::Opened)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn what_a_command_takes_is_sent_and_what_none_takes_is_opened() {
        let path = Path::new("/cases/説明.pdf");
        let opened = Cell::new(0);
        let open = |_: &Path| {
            opened.set(opened.get() + 1);
            Ok(())
        };
        let both = [PrintCommand::ShellVerb, PrintCommand::Lp];
        assert_eq!(print_by(&both, path, &|command, _| command == PrintCommand::Lp, &open).unwrap(), Printing::Sent);
        assert_eq!(opened.get(), 0, "what is printed is not opened besides");
        assert_eq!(print_by(&both, path, &|_, _| false, &open).unwrap(), Printing::Opened);
        assert_eq!(print_by(PrintCommand::of("plan9"), path, &|_, _| true, &open).unwrap(), Printing::Opened);
        assert_eq!(opened.get(), 2);
        assert!(print_by(&[], path, &|_, _| true, &|_| Err(io::Error::other("no program for it"))).is_err());
    }

    #[test]
    fn each_system_has_its_own_command_and_no_name_is_taken_for_one() {
        let path = Path::new("/cases/'; rm x; '.pdf");
        assert_eq!(
            (PrintCommand::of("windows"), PrintCommand::of("linux")),
            (&[PrintCommand::ShellVerb][..], &[PrintCommand::Lp][..])
        );
        let (program, arguments, variable) = PrintCommand::ShellVerb.parts(path);
        assert_eq!(program, "powershell.exe");
        assert!(arguments.iter().all(|argument| !argument.to_string_lossy().contains("rm x")), "{arguments:?}");
        assert_eq!(variable, Some((FILE_VARIABLE, path.into())));
        assert_eq!(PrintCommand::Lp.parts(path), ("lp", vec![path.into()], None), "one argument, whatever stands in it");
    }
}
