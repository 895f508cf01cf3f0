//! What it depends on whether a command can be given.

use super::command::Command;
use crate::file::Look;
use crate::package::PackageKind;
use crate::text::Lang;

/// What it depends on whether a command can be given.
#[derive(Clone, Copy, Debug, Default)]
pub struct Situation<'a> {
    /// Whether a record is open.
    pub has_record: bool,
    /// The kinds of packages that can be made of it.
    pub packages: &'a [PackageKind],
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Whether a jump from a step that looks over the whole led here.
    pub can_go_back: bool,
    /// Whether a tour through a worked example is under way.
    pub in_tour: bool,
    /// Whether a choice had the focus last that can be taken back.
    pub can_take_back: bool,
    /// The language of the screens.
    pub lang: Lang,
    /// The colours of the window.
    pub look: Look,
}

impl Situation<'_> {
    /// Whether a command asks for what holds now, of a few of which one always does: a language, a look.
    pub fn holds(&self, command: &Command) -> bool {
        match command {
            Command::SetLang(lang) => self.lang == *lang,
            Command::SetLook(look) => self.look == *look,
            _ => false,
        }
    }
}
