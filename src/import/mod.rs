//! A filled-in assessment sheet, read again: laid beside the record, difference by difference; and rows pasted from a
//! spreadsheet.
//!
//! **Invariants:** a file is not trusted, and read in bounded memory; nothing is guessed, and what cannot be read is said with
//! its cell; no record is changed here: every difference is an [`Edit`](crate::record::Edit) that somebody chooses to make.

mod answer;
mod cell;
mod compare;
mod content;
mod decision;
mod erasure;
mod error;
mod others;
mod outside;
mod parts;
pub mod pasted_items;
pub mod pasted_task;
mod recognise;
mod remark;
mod row;
mod scan;
mod sheet;
mod table;
mod told;

pub use answer::{AnswerError, Answered, answer};
pub use compare::compare;
pub use content::Content;
pub use error::{ImportError, Limit};
pub use outside::{Outside, OutsideKind};
pub use recognise::FileKind;
pub use remark::Remark;
pub use row::{Import, ImportRow, Problem, ProblemKind, Said, accept};
pub use sheet::{CellPlace, Sheet, SheetCell, read};

use std::path::Path;

use crate::file::{Storage, StorageError};
use crate::record::{ContentDigest, Date, Line, ReceivedFile};

/// The bytes of a file that is to be taken in. A far larger one than any sheet is refused without being read
/// whole.
///
/// # Errors
/// [`StorageError`] says why it cannot be read.
pub fn read_file(storage: &dyn Storage, path: &Path) -> Result<Vec<u8>, StorageError> {
    storage.read(path, scan::MAX_READ)
}

/// What is noted of a received file: its name without folders and without what a text may not hold.
pub fn received(path: &Path, sha256: &ContentDigest, on: Date) -> ReceivedFile {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A name that another system made may have folders in it that are none here.
    let name = name.rsplit(['/', '\\', ':']).next().unwrap_or_default();
    let name = Line::<200>::from_typed(name).0;
    ReceivedFile { name, sha256: sha256.clone(), on }
}
