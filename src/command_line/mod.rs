//! The program without a window: one file per command, each thin.
//!
//! **Invariant:** no logic that a window would need too. Results go to standard output, messages to standard error.

mod approval;
mod arguments;
mod asked;
mod catalogue;
mod check;
mod console;
mod context;
mod diff;
mod eligibility;
mod example;
mod exit;
mod export;
mod failure;
mod history;
mod import;
mod licences;
mod list;
mod new;
mod package;
mod package_arguments;
mod packing;
mod reader;
mod rules;
mod run;
mod schema;
mod show;
mod sign;
mod started;
mod surroundings;
mod verify;
mod writing;

pub use exit::Exit;
pub use failure::Failure;
pub use reader::read_for_another_process;
pub use run::run;
pub use started::{Started, WindowWish};
pub use surroundings::Surroundings;

use context::Context;
