//! The window: one more reader of the judgement.
//!
//! A frame reads the record, collects edits and commands as values, and the one place in [`commands`] carries them out.
//!
//! **Invariants:** nothing here judges, nothing writes a file but through `file` and `export`, and no frame waits for a disk.

mod app;
mod approval;
mod catalogue;
mod commands;
mod comparison;
mod context;
mod covered;
pub mod dialogs;
mod environment;
mod export;
mod import;
mod jobs;
mod layout;
mod logic;
mod modals;
mod native;
mod open_record;
mod package;
pub mod panels;
mod precedents;
mod preview;
mod rules;
mod save;
mod signature;
pub mod steps;
pub mod theme;
pub mod widgets;

pub use app::App;
pub use commands::{Command, ExportOrder, Menu, MenuCommand, Situation};
pub use context::{
    CameFrom, ExportProgress, ExportState, ExportedFile, IdSource, LookedAt, Made, Outside, PackageState, PrecedentSearch,
    PrecedentState, ReceivedRecord, Request, SavedState, SavingAttachments, StepContext, ToAttach, Topic,
};
pub use environment::{Clock, Environment, OnTheSpot, RandomIds, SystemClock, Threads, Workers};
pub use jobs::JobKind;
pub use native::{CLOSE_VARIABLE, RENDERER_VARIABLE, Then, WindowError, WindowOptions, run};
pub use signature::{CheckOrder, SignOrder, Signature, SignatureDesk, SignaturePart, Work};
