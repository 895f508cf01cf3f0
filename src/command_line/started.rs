//! What is to be done after the arguments were read.

use std::path::PathBuf;

use super::Exit;
use crate::record::Date;
use crate::text::Lang;

/// What is to be done after the arguments were read.
pub enum Started {
    /// A command was carried out.
    Finished(Exit),
    /// The window is wanted.
    Window(WindowWish),
}

/// What the window is wanted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowWish {
    /// A record to open.
    pub file: Option<PathBuf>,
    /// The language, if one was asked for.
    pub lang: Option<Lang>,
    /// The day taken for today, if one was given.
    pub today: Option<Date>,
    /// A catalogue to use instead of the one shipped.
    pub catalogue: Option<PathBuf>,
}
