//! The record as a document that has no format yet. Writers turn it into pages or Markdown and add nothing of their own.

use serde::Serialize;

use super::picture::Picture;
use crate::record::{Field, Place};

/// A whole document: title, result, chapters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Language tag of the document, `ja` or `en`.
    pub language: &'static str,
    /// What the document is called.
    pub title: String,
    /// Whose it is, and of what.
    pub subtitle: String,
    /// What stands at the head and foot of every page.
    pub running: Running,
    /// What the reader must know before anything else, such as 「本書は公式様式ではありません」.
    pub notices: Vec<String>,
    /// The result at a glance; missing in the document of a provider who has not been assessed.
    pub verdict: Option<Verdict>,
    /// The case at a glance.
    pub cover: Vec<Fact>,
    /// The chapters, numbered by the writer.
    pub chapters: Vec<Chapter>,
    /// Whether the document is set small, to fit on one page.
    pub compact: bool,
}

/// What stands at the head and foot of every page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Running {
    /// The record's id and the short digest of its content.
    pub identity: String,
    /// The state of the approval, in words.
    pub state: String,
    /// What a draft says on every page; empty on a final copy.
    pub draft: String,
    /// The notice that this is no official form.
    pub notice: String,
    /// What precedes a chapter's number: 第 …
    pub chapter_before: &'static str,
    /// … and what follows it: … 章.
    pub chapter_after: &'static str,
}

/// The result at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// 判定
    pub label: String,
    /// The outcome in words.
    pub outcome: Cell,
    /// The three objectives, the whole and both conditions.
    pub parts: Vec<Fact>,
}

/// A chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Chapter {
    /// The title of the part of the document that begins with this chapter; empty where the part before goes on.
    pub part: String,
    /// Its title, without a number.
    pub title: String,
    /// What it holds, in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A heading below the chapter's.
    Heading {
        /// Its text.
        text: String,
    },
    /// Running text. A line break in it is kept.
    Paragraph {
        /// Its text.
        text: String,
    },
    /// Small print: what a statement rests on, how to read a table.
    Note {
        /// Its text.
        text: String,
    },
    /// Something that must not be overlooked.
    Notice {
        /// Its text.
        text: String,
    },
    /// Labels with their values.
    Facts {
        /// In reading order.
        facts: Vec<Fact>,
    },
    /// A table with a header row.
    Table(Table),
    /// Points without an order.
    List {
        /// The points.
        points: Vec<String>,
    },
    /// Items × objectives at a glance.
    Picture(Picture),
}

/// A label with its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it is worth.
    pub value: Cell,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What stands above it; may be empty.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
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
        Self { text: text.into(), detail: String::new(), emphasis, entry: None }
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

    /// A cell that is left empty, to be written by hand.
    pub fn to_write() -> Self {
        Self::with("", Emphasis::ToWrite)
    }
}

impl Chapter {
    /// A chapter that goes on in the part before it.
    pub fn new(title: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { part: String::new(), title: title.into(), blocks }
    }

    /// The same as the first chapter of a part.
    #[must_use]
    pub fn begins(mut self, part: impl Into<String>) -> Self {
        self.part = part.into();
        self
    }
}

impl Fact {
    /// A label with its value.
    pub fn new(label: impl Into<String>, value: Cell) -> Self {
        Self { label: label.into(), value }
    }
}

impl Table {
    /// A table without rows. `columns` are headers with their shares of the width.
    pub fn new(title: impl Into<String>, columns: &[(&str, u8)]) -> Self {
        let columns = columns.iter().map(|(title, share)| Column { title: (*title).to_owned(), share: *share }).collect();
        Self { title: title.into(), columns, rows: Vec::new() }
    }
}

impl Block {
    /// Running text.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph { text: text.into() }
    }

    /// Small print.
    pub fn note(text: impl Into<String>) -> Self {
        Self::Note { text: text.into() }
    }

    fn cells(&self) -> Vec<&Cell> {
        match self {
            Self::Facts { facts } => values(facts).collect(),
            Self::Table(table) => table.rows.iter().flatten().collect(),
            // The picture repeats what stands elsewhere.
            Self::Heading { .. }
            | Self::Paragraph { .. }
            | Self::Note { .. }
            | Self::Notice { .. }
            | Self::List { .. }
            | Self::Picture(_) => Vec::new(),
        }
    }

    /// A heading below the chapter's.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { text: text.into() }
    }
}

impl Report {
    /// Whether it has parts, which then are the first level of headings, and chapters the second.
    pub fn has_parts(&self) -> bool {
        self.chapters.iter().any(|chapter| !chapter.part.is_empty())
    }

    /// Every cell of the document, in reading order.
    pub fn cells(&self) -> Vec<&Cell> {
        let verdict = self.verdict.iter().flat_map(|verdict| std::iter::once(&verdict.outcome).chain(values(&verdict.parts)));
        let chapters = self.chapters.iter().flat_map(|chapter| &chapter.blocks).flat_map(Block::cells);
        verdict.chain(values(&self.cover)).chain(chapters).collect()
    }

    /// Gives every text of the document to `change`, with the number of its chapter (0 before the first) and the heading,
    /// label or table it stands under.
    pub fn change_texts(&mut self, change: &mut dyn FnMut(Spot<'_>, &mut String)) {
        let front = Spot { chapter: 0, label: "" };
        for text in [&mut self.title, &mut self.subtitle, &mut self.running.identity, &mut self.running.state] {
            change(front, text);
        }
        self.notices.iter_mut().for_each(|text| change(front, text));
        if let Some(verdict) = &mut self.verdict {
            change(front, &mut verdict.label);
            change_cell(&mut verdict.outcome, front, change);
            change_facts(&mut verdict.parts, 0, change);
        }
        change_facts(&mut self.cover, 0, change);
        for (index, chapter) in self.chapters.iter_mut().enumerate() {
            change_chapter(chapter, index + 1, change);
        }
    }
}

fn values(facts: &[Fact]) -> impl Iterator<Item = &Cell> {
    facts.iter().map(|fact| &fact.value)
}

/// Where a text stands in a document.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// Number of the chapter, from 1; 0 before the first.
    pub chapter: usize,
    /// The heading, label or table it stands under; may be empty.
    pub label: &'a str,
}

fn change_chapter(chapter: &mut Chapter, number: usize, change: &mut dyn FnMut(Spot<'_>, &mut String)) {
    let mut heading = chapter.title.clone();
    change(Spot { chapter: number, label: "" }, &mut chapter.part);
    change(Spot { chapter: number, label: "" }, &mut chapter.title);
    for block in &mut chapter.blocks {
        let place = Spot { chapter: number, label: &heading };
        match block {
            Block::Heading { text } => {
                let before = text.clone();
                change(place, text);
                heading = before;
            }
            Block::Paragraph { text } | Block::Note { text } | Block::Notice { text } => change(place, text),
            Block::List { points } => points.iter_mut().for_each(|point| change(place, point)),
            Block::Facts { facts } => change_facts(facts, number, change),
            Block::Picture(picture) => picture.texts().for_each(|text| change(place, text)),
            Block::Table(table) => {
                change(place, &mut table.title);
                table.columns.iter_mut().for_each(|column| change(place, &mut column.title));
                table.rows.iter_mut().flatten().for_each(|cell| change_cell(cell, place, change));
            }
        }
    }
}

fn change_facts(facts: &mut [Fact], chapter: usize, change: &mut dyn FnMut(Spot<'_>, &mut String)) {
    for fact in facts {
        let label = fact.label.clone();
        let place = Spot { chapter, label: &label };
        change(place, &mut fact.label);
        change_cell(&mut fact.value, place, change);
    }
}

fn change_cell(cell: &mut Cell, place: Spot<'_>, change: &mut dyn FnMut(Spot<'_>, &mut String)) {
    change(place, &mut cell.text);
    change(place, &mut cell.detail);
}
