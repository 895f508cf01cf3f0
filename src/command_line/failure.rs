//! Why a command stopped before its end.

use std::io;

use super::Exit;
use crate::text::command_line::ArgumentProblem;
use crate::text::{Lang, Message};

/// Why a command stopped before its end.
#[derive(Debug)]
pub enum Failure {
    /// It says so in this message.
    Said(Message, Exit),
    /// The result could not be written to standard output.
    Output(io::Error),
}

impl Failure {
    /// Something could not be read.
    pub(super) fn unreadable(message: Message) -> Self {
        Self::Said(message, Exit::Unreadable)
    }
    /// The arguments were not understood.
    pub(super) fn not_understood(problem: &ArgumentProblem, lang: Lang) -> Self {
        Self::unreadable(problem.message(lang))
    }
}
