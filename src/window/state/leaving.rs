//! What follows once the record on the screen is left.

use std::path::{Path, PathBuf};

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

impl Leaving {
    /// Whether it is for another file than this one, which may turn out to be none that can be opened.
    pub(in crate::window) fn is_for_another_file(&self, than: Option<&Path>) -> bool {
        match self {
            Self::For(Command::OpenPath(path)) | Self::LookAt(path) => than != Some(path.as_path()),
            Self::ToStart | Self::Quit | Self::For(_) | Self::ForContent(_) => false,
        }
    }
}
