//! The window: one more reader of the judgement.
//!
//! A frame reads the record, collects edits and commands as values, and the one place in `acts` carries them out.
//!
//! Its parts, ground floor first: [`theme`], `field_id`, what is around the record (`outside`, `signature`), [`dialogs`] of the
//! system, `ids`, `environment`, `jobs`, [`commands`](Command), what the steps remember (`memory`), [`StepContext`], [`widgets`],
//! [`steps`], [`panels`], `preview`, the `stack` of pages, the `state`, `pages` over the window, `acts`, and the `shell` around it
//! all.
//!
//! **Invariants:** nothing here judges, nothing writes a file but through `file` and `export`, and no frame waits for a disk.

mod acts;
mod commands;
mod context;
pub mod dialogs;
mod environment;
mod field_id;
mod ids;
mod jobs;
mod memory;
mod outside;
mod pages;
pub mod panels;
mod preview;
mod printer;
mod shell;
mod signature;
mod stack;
mod state;
pub mod steps;
pub mod theme;
pub mod widgets;

use commands::PrintWay;
pub use commands::{Command, ExportOrder, Menu, MenuCommand, Situation, ToPrint};
pub use context::{Request, StepContext, Topic};
pub use environment::{Clock, Environment, OnTheSpot, Opener, RandomIds, SystemClock, SystemOpener, Threads, Workers};
pub use ids::IdSource;
pub use jobs::JobKind;
pub use outside::{
    AtWork, CameFrom, ExportProgress, ExportState, ExportedFile, LookedAt, Made, Outside, PackageState, PagesState,
    PrecedentSearch, PrecedentState, ReceivedRecord, SavedState, SavingAttachments, ToAttach,
};
pub use printer::Printing;
pub use shell::{CLOSE_VARIABLE, RENDERER_VARIABLE, Then, WindowError, WindowOptions, run};
pub use signature::{CheckOrder, SignOrder, Signature, SignatureDesk, SignaturePart, Work};
pub use state::{App, LastState};
