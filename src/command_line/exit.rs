//! How a command ended.

use std::process::ExitCode;

/// How a command ended. The worst of several files counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing to object to.
    Fine,
    /// Everything could be read, and there is something to object to.
    Objections,
    /// Something could not be read, or the arguments were not understood.
    Unreadable,
    /// The result could not be written.
    NotWritten,
    /// Somebody has the record open or is writing to it: nothing was done, and it may be tried again.
    InUse,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Fine => Self::SUCCESS,
            Exit::Objections => Self::from(1),
            Exit::Unreadable => Self::from(2),
            Exit::NotWritten => Self::from(3),
            Exit::InUse => Self::from(4),
        }
    }
}
