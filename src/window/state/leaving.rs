//! What follows once the record on the screen is left.

use std::path::PathBuf;

use crate::record::Record;
use crate::window::Command;

/// What the user wants after leaving the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::window) enum Leaving {
    /// The start page.
    ToStart,
    /// The end of the program.
    Quit,
    /// Something that replaces the record.
    For(Command),
    /// The record in this package, to be looked at.
    LookAt(PathBuf),
    /// This content, as a record without a file.
    ForContent(Box<Record>),
}
