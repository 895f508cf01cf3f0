//! A filled-in assessment sheet, read again: laid beside the record, difference by difference; and rows pasted from a
//! spreadsheet.
//!
//! **Invariants:** a file is not trusted, and read in bounded memory; nothing is guessed, and what cannot be read is said with
//! its cell; no record is changed here: every difference is an [`Edit`](crate::record::Edit) that somebody chooses to make.

mod answer;
mod beside;
mod cell;
mod compare;
mod content;
mod decision;
mod erasure;
mod error;
mod others;
mod outside;
mod outside_kind;
mod parts;
pub mod pasted_items;
pub mod pasted_task;
mod place;
mod received;
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
pub use outside_kind::{Outside, OutsideKind};
pub use place::{CellPlace, SheetCell};
pub use received::{read_file, received};
pub use recognise::FileKind;
pub use remark::Remark;
pub use row::{Import, ImportRow, Problem, ProblemKind, Said, accept};
pub use sheet::{Sheet, answer_sheet, read};
