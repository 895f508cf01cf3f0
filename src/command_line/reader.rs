//! The program as a reader: it answers one question about a file that it gets on standard input, and nothing else.

use std::io::{self, Read, Write};

use super::Exit;
use crate::reader::{Task, confine, limits, write};
use crate::{file, import};

/// Answers what the program was started for as a reader. It takes memory and time from itself first, reads no settings, keeps no log
/// and says nothing but the answer.
pub fn read_for_another_process(task: Task, input: impl Read, mut out: impl Write) -> Exit {
    answer(task, input, &mut out).map_or(Exit::Unreadable, |()| Exit::Fine)
}

fn answer(task: Task, input: impl Read, out: &mut dyn Write) -> io::Result<()> {
    let confined = confine()?;
    let mut bytes = Vec::new();
    input.take(limits::INPUT.saturating_add(1)).read_to_end(&mut bytes)?;
    let parts = match task {
        Task::AttachedToPdf => file::answer_attached_to_pdf(&bytes, &confined),
        Task::Sheet => import::answer_sheet(&bytes, &confined),
    };
    write(&parts, out)
}
