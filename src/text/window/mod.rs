//! What the window says around its steps: menus, panels, start page, dialogs, states.

mod catalogue;
mod commands;
mod field;
mod help;
mod import;
mod jobs;
mod keys;
mod left;
mod made;
mod preview;
mod provider;
mod saving;
mod shell;
mod start;
mod tour;
pub mod traces;

pub use catalogue::*;
pub use commands::*;
pub use field::{date_hint, left_empty, length, length_in_short, required, required_and_empty};
pub use help::{step_help, step_purpose};
pub use import::*;
pub use jobs::*;
pub use keys::*;
pub use left::*;
pub use made::*;
pub use preview::*;
pub use provider::*;
pub use saving::*;
pub use shell::*;
pub use start::*;
pub use tour::*;
