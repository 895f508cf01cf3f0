//! A worksheet before it is drawn: rows of slots. Each slot is a visible column with a hidden one immediately left of it.

use super::super::report::Emphasis;
use super::text::lines;

/// One worksheet of rows of slots.
#[derive(Debug)]
pub(super) struct Page {
    /// What its tab says.
    pub name: String,
    /// Its rows from the top.
    pub rows: Vec<Row>,
    /// Widths of its slots, in characters.
    pub widths: Vec<f64>,
    /// How many rows from the top stay in view and are repeated on every printed page.
    pub head: u32,
    /// Whether it is printed upright.
    pub is_upright: bool,
    /// How it is printed.
    pub print: Print,
}

/// How a worksheet is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Print {
    /// Not at all.
    Not,
    /// As wide as a page, and as long as it takes.
    Wide,
    /// On one page.
    One,
}

/// One row.
#[derive(Debug)]
pub(super) enum Row {
    /// A text across the page.
    Across(Across, String),
    /// Titles of the slots below; those that are keyed have answer cells below.
    Header(Vec<(String, Keyed)>),
    /// Cells.
    Slots(Vec<Slot>),
    /// Cells to be signed in.
    Sign(Vec<Slot>),
    /// Nothing.
    Gap,
}

/// What a text across the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Across {
    Title,
    Heading,
    Text,
    Note,
    Notice,
}

/// Whether the hidden column left of a slot holds keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keyed {
    Yes,
    No,
}

/// One cell.
#[derive(Clone, Debug)]
pub(super) enum Slot {
    /// Nothing, without a frame.
    Empty,
    /// What the slots below are about.
    Heading(String),
    /// Protected.
    Fixed(String, Emphasis),
    /// To be filled in.
    Answer(Answer),
}

/// A cell to be filled in.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    /// What stands in the hidden cell left of it.
    pub key: String,
    /// What it says now; empty if nothing was entered.
    pub text: String,
    /// What may be entered, and what is said about that.
    pub guide: Guide,
}

/// What may be entered in a cell, and what is said about that when it is selected.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Guide {
    pub takes: Takes,
    pub title: String,
    pub message: String,
}

/// What a cell takes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Takes {
    /// Any text of a record.
    Text,
    /// One of these words, or nothing.
    OneOf(Vec<String>),
}

impl Slot {
    /// What it says.
    pub fn text(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Heading(text) | Self::Fixed(text, _) => text,
            Self::Answer(answer) => &answer.text,
        }
    }
}

impl Page {
    /// The cells to be filled in.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        let slots = self.rows.iter().flat_map(|row| match row {
            Row::Slots(slots) | Row::Sign(slots) => slots.as_slice(),
            Row::Across(..) | Row::Header(_) | Row::Gap => &[],
        });
        slots.filter_map(|slot| match slot {
            Slot::Answer(answer) => Some(answer),
            Slot::Empty | Slot::Heading(_) | Slot::Fixed(..) => None,
        })
    }

    /// How many lines the highest of these slots takes.
    pub fn lines(&self, slots: &[Slot]) -> f64 {
        slots.iter().zip(&self.widths).map(|(slot, width)| lines(slot.text(), *width)).fold(1.0, f64::max)
    }
}
