//! A filled-in assessment sheet, read again: laid beside the record, difference by difference.
//!
//! **Invariants:** a file is not trusted, and read in bounded memory; nothing is guessed, and what cannot be read is said with
//! its cell; no record is changed here: every difference is an [`Edit`](crate::record::Edit) that somebody chooses to make.

mod cell;
mod compare;
mod decision;
mod error;
mod row;
mod scan;
mod sheet;

pub use compare::compare;
pub use error::{ImportError, Limit};
pub use row::{Import, ImportRow, Problem, ProblemKind, Said, accept};
pub use sheet::{CellPlace, Content, Sheet, SheetCell, read};

use std::path::Path;

use crate::file::{Storage, StorageError};
use crate::record::{ContentDigest, Date, Line, ReceivedFile};

/// The bytes of a file that is to be taken in. A larger one than any sheet is refused without being read whole.
///
/// # Errors
/// [`StorageError`] says why it cannot be read.
pub fn read_file(storage: &dyn Storage, path: &Path) -> Result<Vec<u8>, StorageError> {
    storage.read(path, scan::MAX_FILE)
}

/// What is noted of a received file: its name without folders and without what a text may not hold.
pub fn received(path: &Path, sha256: &ContentDigest, on: Date) -> ReceivedFile {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A name that another system made may have folders in it that are none here.
    let name = name.rsplit(['/', '\\', ':']).next().unwrap_or_default();
    let name = Line::<200>::from_typed(name).0;
    ReceivedFile { name, sha256: sha256.clone(), on }
}
