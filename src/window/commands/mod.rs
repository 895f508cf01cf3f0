//! Everything the window can be asked to do, and the table of what menus and keys offer of it. It takes effect in `acts`.

mod command;
mod table;

pub(super) use command::Focus;
pub use command::{Command, ExportOrder};
pub use table::{Menu, MenuCommand, Situation};
