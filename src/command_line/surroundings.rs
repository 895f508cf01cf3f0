//! What a command finds around it.

use std::io;

use jiff::Timestamp;

use crate::file::{AppFolders, Holder, NoDataFolder, Session, SettingsError, Storage};
use crate::record::Line;
use crate::text::Lang;

/// What a command finds around it. The clock, ids and the disk come from outside, so that equal input gives equal bytes.
pub struct Surroundings<'a> {
    /// The disk.
    pub storage: &'a dyn Storage,
    /// The program's own folders, if it has any.
    pub folders: &'a Result<AppFolders, NoDataFolder>,
    /// The language of the settings.
    pub lang: Lang,
    /// The name of the settings, which stands in the history of what is saved.
    pub author: Line<60>,
    /// Why the settings are not those that were saved.
    pub settings_problem: Option<SettingsError>,
    /// The moment at which the program started.
    pub now: Timestamp,
    /// Who runs the command, as others see it who want to write to the same record.
    pub holder: Holder,
    /// Begins a run under which a record can be kept from others; nothing where the program has no folder of its own to begin it in.
    pub sessions: &'a dyn Fn() -> Option<Session>,
    /// Makes the id of a new record.
    pub new_id: &'a dyn Fn() -> String,
    /// Reads one line of standard input, of at most so many bytes, without its end.
    pub read_line: &'a dyn Fn(usize) -> io::Result<Vec<u8>>,
    /// Whether somebody sits before a terminal on standard error.
    pub on_terminal: bool,
}
