//! The window: one more reader of the judgement.
//!
//! A frame reads the record, collects edits and commands as values, and the one place in [`commands`] carries them out.
//!
//! **Invariants:** nothing here judges, nothing writes a file but through `file` and `export`, and no frame waits for a disk.

mod commands;
mod context;
pub mod steps;
pub mod theme;
pub mod widgets;

pub use commands::{Command, ExportKind, ExportOrder};
pub use context::{
    ExportProgress, ExportState, ExportedFile, IdSource, Outside, ReceivedRecord, Request, SavedState, StepContext, Topic,
};
