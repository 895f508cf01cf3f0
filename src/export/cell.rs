//! Cells and tables: what every document is made of, and which place of the record each cell shows.

use serde::Serialize;

use crate::record::{Field, Place};

/// A table. Every row has as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What stands above it; may be empty.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// Whether it is set small, since it has many rows or columns.
    pub dense: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its header.
    pub title: String,
    /// Its share of the width of the page, in parts of the sum of all shares.
    pub share: u8,
}

/// What stands in a table's cell or beside a label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// What it says. Whatever `emphasis` stands for is said here in words, too.
    pub text: String,
    /// What is added in small print; may be empty.
    pub detail: String,
    /// How it stands out.
    pub emphasis: Emphasis,
    /// What of the record it shows; nothing if it was put together, repeats what stands elsewhere, or is the program's own.
    #[serde(skip)]
    pub entry: Option<Entry>,
    /// What else of the record it shows, where several places stand in one cell.
    #[serde(skip)]
    pub also: Vec<Entry>,
}

/// What of the record a cell shows, and how it may be entered there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// It is changed nowhere but in the program.
    Fixed(Place),
    /// A text.
    Text(Field),
    /// はい, いいえ, 不明, or an option of the question.
    Answer(Field),
    /// A day.
    Date(Field),
    /// One of a few names: a grade, a count, a plan, a level, a target task.
    Choice(Field),
}

impl Entry {
    /// The place of the record.
    pub fn place(&self) -> Place {
        match self {
            Self::Fixed(place) => place.clone(),
            Self::Text(field) | Self::Answer(field) | Self::Date(field) | Self::Choice(field) => Place::Field(field.clone()),
        }
    }
}

/// How a cell stands out. It never carries a meaning of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Emphasis {
    /// Not at all.
    #[default]
    Plain,
    /// By weight alone.
    Strong,
    /// A result that fits.
    Good,
    /// A result that does not fit.
    Bad,
    /// 引下げ: decided below the proposal.
    Lowered,
    /// Not assessed, not answered, not decided.
    Open,
    /// 未記入 and 対象外: nothing stands here, and that is said.
    Faint,
    /// Left empty on purpose: to be written by hand.
    ToWrite,
}

impl Cell {
    /// Plain text.
    pub fn new(text: impl Into<String>) -> Self {
        Self::with(text, Emphasis::Plain)
    }

    /// Text that stands out.
    pub fn with(text: impl Into<String>, emphasis: Emphasis) -> Self {
        Self { text: text.into(), emphasis, ..Self::default() }
    }

    /// The same with small print.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The same, and what of the record it shows.
    #[must_use]
    pub fn of(mut self, entry: Entry) -> Self {
        self.entry = Some(entry);
        self
    }

    /// The same, and what else of the record it shows.
    #[must_use]
    pub fn and(mut self, also: impl IntoIterator<Item = Entry>) -> Self {
        self.also.extend(also);
        self
    }

    /// All that it shows of the record.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entry.iter().chain(&self.also)
    }

    /// A cell that is left empty, to be written by hand.
    pub fn to_write() -> Self {
        Self::with("", Emphasis::ToWrite)
    }
}

impl Table {
    /// A table without rows. `columns` are headers with their shares of the width.
    pub fn new(title: impl Into<String>, columns: &[(&str, u8)]) -> Self {
        let columns = columns.iter().map(|(title, share)| Column { title: (*title).to_owned(), share: *share }).collect();
        Self { title: title.into(), columns, rows: Vec::new(), dense: false }
    }

    /// The same, set small if there is so much of it.
    #[must_use]
    pub fn dense_if(mut self, dense: bool) -> Self {
        self.dense = dense;
        self
    }
}
