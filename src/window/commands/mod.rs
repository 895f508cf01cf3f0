//! Everything the window can be asked to do, the table of what menus and keys offer of it, and the one place where it takes effect.

mod act;
mod command;
mod table;
mod taken_back;

pub(super) use command::Focus;
pub use command::{Command, ExportOrder};
pub use table::{Menu, MenuCommand, Situation};
