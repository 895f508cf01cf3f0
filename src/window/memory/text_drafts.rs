//! Text being typed.

use std::collections::{HashMap, HashSet};

use egui::Id;
use egui::text_edit::TextEditState;

use crate::record::{Field, TextChanges};
use crate::text::{Lang, characters};
use crate::window::field_id::field_id;

/// Text being typed, by field. Text that an input method has not committed lives here and nowhere else.
#[derive(Debug, Default)]
pub struct TextDrafts {
    pub(in crate::window) drafts: HashMap<Field, Draft>,
    visited: HashSet<Field>,
    pub(in crate::window) composing: bool,
}

/// A text being typed.
#[derive(Debug)]
pub(in crate::window) struct Draft {
    pub(in crate::window) text: String,
    /// The record's text when the two were last the same.
    pub(in crate::window) base: String,
    /// What of the text was not taken as it was typed or pasted.
    pub(in crate::window) changes: TextChanges,
}

impl TextDrafts {
    /// Forgets all text being typed, for example because another record was opened.
    pub fn clear(&mut self) {
        *self = Self { composing: self.composing, ..Self::default() };
    }

    /// Whether the user has been in a field and left it.
    pub fn was_visited(&self, field: &Field) -> bool {
        self.visited.contains(field)
    }

    /// What of the text that is being typed into a field was not taken as it was typed or pasted, in words.
    pub(in crate::window) fn changes_of(&self, field: &Field, lang: Lang) -> Vec<String> {
        self.drafts.get(field).map(|draft| characters::changes(&draft.changes, lang)).unwrap_or_default()
    }

    pub(in crate::window) fn visit(&mut self, field: &Field) {
        self.visited.insert(field.clone());
    }

    /// Whether an input method is composing.
    pub fn is_composing(&self) -> bool {
        self.composing
    }

    /// Says whether an input method is composing. Nothing typed reaches the record meanwhile.
    pub fn set_composing(&mut self, composing: bool) {
        self.composing = composing;
    }

    /// Whether the widget with this id is a text field of the record that is being typed into.
    pub fn is_record_field(&self, id: Id) -> bool {
        self.drafts.keys().any(|field| field_id(field) == id)
    }

    /// Whether the text field with this id can undo typing of its own.
    pub fn has_own_undo(&self, ctx: &egui::Context, id: Id) -> bool {
        let Some((_, draft)) = self.drafts.iter().find(|(field, _)| field_id(field) == id) else { return false };
        let Some(state) = TextEditState::load(ctx, id) else { return false };
        let Some(range) = state.cursor.char_range() else { return false };
        state.undoer().has_undo(&(range, draft.text.clone()))
    }

    /// What stands in a date field: what is being typed, or the date of the record if that changed meanwhile.
    pub(in crate::window) fn typed_date<'a>(&'a self, field: &Field, stored: &'a str) -> &'a str {
        self.drafts.get(field).filter(|draft| draft.base == stored).map_or(stored, |draft| &draft.text)
    }

    /// Keeps what is being typed into a date field whose record now says `stored`.
    pub(in crate::window) fn keep_typed_date(&mut self, field: &Field, text: String, stored: String) {
        if text == stored {
            self.drafts.remove(field);
        } else {
            self.drafts.insert(field.clone(), Draft { text, base: stored, changes: TextChanges::default() });
        }
    }

    pub(in crate::window) fn forget(&mut self, field: &Field) {
        self.drafts.remove(field);
    }
}
