//! Who may read a file that is written.

use std::path::Path;

/// Who may read a file that is written. Where a system has no such marks, the folder says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers<'a> {
    /// Whoever may read the file that is replaced; a new file as the user's system has it (umask).
    AsBefore,
    /// The user alone: what is the program's own.
    OwnerOnly,
    /// Whoever may read this file, of which the new one is a copy; the user alone if that cannot be told.
    As(&'a Path),
}
