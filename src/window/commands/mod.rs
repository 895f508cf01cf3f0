//! Everything the window can be asked to do, and the table of what menus and keys offer of it. It takes effect in `acts`.

mod asks;
mod command;
mod menu;
mod situation;
mod table;

pub use command::{Command, ExportOrder, ToPrint};
pub(super) use command::{Focus, PrintWay};
pub use menu::Menu;
pub use situation::Situation;
pub use table::MenuCommand;
