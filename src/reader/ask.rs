//! Starting a reader and hearing what it says.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::{self, Builder};

use super::confined::USED_TOO_MUCH;
use super::limits;
use super::parts::{Parts, parts_of};
use super::problem::ReaderProblem;
use super::task::Task;

/// By what strangers' files are read: this program, started once more for each.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    program: Option<Arc<Path>>,
}

impl Reader {
    /// Readers are started from this program.
    pub fn of(program: impl Into<PathBuf>) -> Self {
        Self { program: Some(program.into().into()) }
    }

    /// There is no program to start, so that no such file can be read.
    pub const fn none() -> Self {
        Self { program: None }
    }

    /// Asks a reader of its own about a file. What it says is not believed in any way but that it is whole.
    ///
    /// # Errors
    /// [`ReaderProblem`] says why there is no answer.
    pub fn ask(&self, task: Task, file: &[u8]) -> Result<Parts, ReaderProblem> {
        let not_started = |said: String| ReaderProblem::NotStarted { said };
        let program = self.program.as_deref().ok_or_else(|| not_started("no program".to_owned()))?;
        let child = command(program, task).spawn().map_err(|error| not_started(error.to_string()))?;
        let mut child = Ended(child);
        let (answer, in_time) = hear(&mut child.0, file).map_err(|error| not_started(error.to_string()))?;
        // It has said all that it will say.
        child.0.kill().ok();
        let status = child.0.wait().ok();
        if u64::try_from(answer.len()).is_ok_and(|length| length > limits::ANSWER) {
            return Err(ReaderProblem::Nonsense);
        }
        match parts_of(&answer) {
            Some(parts) => Ok(parts),
            None if !in_time => Err(ReaderProblem::TooLong),
            None => Err(status.map_or(ReaderProblem::BrokeDown, why)),
        }
    }
}

/// A process that does not outlive whoever started it.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn command(program: &Path, task: Task) -> Command {
    let mut command = Command::new(program);
    command.args(task.arguments()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt as _;
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(CREATE_NO_WINDOW);
    }
    command
}

/// Gives a reader its file and hears its answer, and whether it had ended it in time.
fn hear(child: &mut Child, file: &[u8]) -> std::io::Result<(Vec<u8>, bool)> {
    let (input, output) = (child.stdin.take(), child.stdout.take());
    thread::scope(|scope| {
        let (say, heard) = mpsc::channel();
        let giving = move || {
            // One that ends before it has read all of it says why by how it ends.
            if let Some(mut input) = input {
                input.write_all(file).ok();
            }
        };
        let hearing = move || {
            let mut answer = Vec::new();
            if let Some(output) = output {
                output.take(limits::ANSWER.saturating_add(1)).read_to_end(&mut answer).ok();
            }
            say.send(answer).ok();
        };
        let begun = Builder::new()
            .name("reader's file".to_owned())
            .spawn_scoped(scope, giving)
            .and_then(|_| Builder::new().name("reader's answer".to_owned()).spawn_scoped(scope, hearing));
        let answer = heard.recv_timeout(limits::WALL);
        // Both threads wait for the reader, and end with it.
        if begun.is_err() || answer.is_err() {
            child.kill().ok();
        }
        begun?;
        let in_time = answer.is_ok();
        Ok((answer.unwrap_or_default(), in_time))
    })
}

/// Why a reader ended without a whole answer.
#[cfg(unix)]
fn why(status: ExitStatus) -> ReaderProblem {
    use std::os::unix::process::ExitStatusExt as _;
    const ABORTED: i32 = 6;
    const KILLED: i32 = 9;
    const OUT_OF_PROCESSOR_TIME: i32 = 24;
    match (status.signal(), status.code()) {
        (_, Some(0)) => ReaderProblem::Nonsense,
        (Some(OUT_OF_PROCESSOR_TIME), _) => ReaderProblem::TooLong,
        // Rust aborts where no memory is to be had; the system kills where it has none.
        (Some(ABORTED | KILLED), _) | (_, Some(USED_TOO_MUCH)) => ReaderProblem::TooMuch,
        _ => ReaderProblem::BrokeDown,
    }
}

/// Why a reader ended without a whole answer.
#[cfg(not(unix))]
fn why(status: ExitStatus) -> ReaderProblem {
    match status.code() {
        Some(0) => ReaderProblem::Nonsense,
        Some(USED_TOO_MUCH) => ReaderProblem::TooMuch,
        _ => ReaderProblem::BrokeDown,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt as _;

    use super::*;

    #[test]
    fn how_a_reader_ended_says_why() {
        for (status, problem) in [
            (24, ReaderProblem::TooLong),
            (6, ReaderProblem::TooMuch),
            (9, ReaderProblem::TooMuch),
            (USED_TOO_MUCH << 8, ReaderProblem::TooMuch),
            (101 << 8, ReaderProblem::BrokeDown),
            (11, ReaderProblem::BrokeDown),
            (0, ReaderProblem::Nonsense),
        ] {
            assert_eq!(why(ExitStatus::from_raw(status)), problem, "{status}");
        }
    }
}
