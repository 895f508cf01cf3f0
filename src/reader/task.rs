//! What a reader is asked.

use std::ffi::OsString;

/// The first argument of the program when it is started as a reader. Nobody types it.
const AS_READER: &str = "--read-for-another-process";

/// What a reader is asked of the file that it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// The files that are attached to a PDF and may be records.
    AttachedToPdf,
    /// The cells of a filled-in sheet.
    Sheet,
}

impl Task {
    const ALL: [Self; 2] = [Self::AttachedToPdf, Self::Sheet];

    const fn name(self) -> &'static str {
        match self {
            Self::AttachedToPdf => "attached-to-pdf",
            Self::Sheet => "sheet",
        }
    }

    /// What the program was started for, if it was started as a reader. The program's own name stands first.
    pub fn asked(arguments: &[OsString]) -> Option<Self> {
        match arguments {
            [_, as_reader, task] if as_reader == AS_READER => Self::ALL.into_iter().find(|one| task == one.name()),
            _ => None,
        }
    }

    /// What the program is started with to do this.
    pub(super) const fn arguments(self) -> [&'static str; 2] {
        [AS_READER, self.name()]
    }
}
