//! What a field of text is called, and what helps to fill it.

/// What a field of text is called, and what helps to fill it.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec<'a> {
    pub(super) label: &'a str,
    pub(super) hint: &'a str,
    pub(super) rows: usize,
    pub(super) width: f32,
    pub(super) read_only: bool,
    pub(super) picked: &'a [String],
}

impl<'a> FieldSpec<'a> {
    /// A field with this label.
    pub const fn new(label: &'a str) -> Self {
        Self { label, hint: "", rows: 3, width: f32::INFINITY, read_only: false, picked: &[] }
    }

    /// A sentence under the label that helps to fill it.
    #[must_use]
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Whether the text can be read and copied, and not changed.
    #[must_use]
    pub const fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }

    /// Pieces of the text that were picked from elsewhere: they are dotted, so that one's own words are seen.
    #[must_use]
    pub const fn picked(mut self, pieces: &'a [String]) -> Self {
        self.picked = pieces;
        self
    }

    /// Its label.
    pub const fn label(&self) -> &'a str {
        self.label
    }

    /// How many lines a field of several lines shows at least.
    #[must_use]
    pub const fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// The most points the field is wide; it is narrower where there is less room.
    #[must_use]
    pub const fn width(mut self, points: f32) -> Self {
        self.width = points;
        self
    }
}
