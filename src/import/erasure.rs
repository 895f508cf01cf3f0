//! Whether a difference takes something away: such a one is never among all that is taken at once.

use super::row::{ImportRow, Said};
use crate::export::entered::{self, Pick};
use crate::record::Choice;

impl ImportRow {
    /// Whether the sheet says nothing where the record says something. That may be meant, or somebody emptied a cell by mistake.
    pub fn erases(&self) -> bool {
        match (&self.old, &self.new) {
            (Said::Absent, _) | (_, Said::Absent) => false,
            (old, Said::Text(text)) => text.trim().is_empty() && !matches!(old, Said::Text(old) if old.trim().is_empty()),
            (old, Said::Day(None)) => *old != Said::Day(None),
            (old, Said::Decision(Choice::NotDecided)) => *old != Said::Decision(Choice::NotDecided),
            (old, Said::Pick(Pick::Level(None))) => *old != Said::Pick(Pick::Level(None)),
            (old, Said::Pick(new)) => {
                let nothing = self.field().and_then(|field| entered::nothing(&field));
                nothing.as_ref() == Some(new) && !matches!(old, Said::Pick(old) if old == new)
            }
            (_, Said::Day(Some(_)) | Said::Decision(Choice::Decided { .. }) | Said::Item(_)) => false,
        }
    }
}
