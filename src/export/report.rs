//! The record as a document that has no format yet. Writers turn it into pages or Markdown and add nothing of their own.

use serde::Serialize;

pub use super::cell::{Cell, Column, Emphasis, Entry, Table};
use super::picture::Picture;

/// A whole document: title, result, chapters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Language tag of the document, `ja` or `en`.
    pub language: &'static str,
    /// What the document is called.
    pub title: String,
    /// Whose it is, and of what.
    pub subtitle: String,
    /// To whom it goes, and what the paper itself is; nothing of it in a document that is no letter and no decision.
    pub head: Head,
    /// What stands at the head and foot of every page.
    pub running: Running,
    /// What the reader must know before anything else, such as 「本書は公式様式ではありません」.
    pub notices: Vec<String>,
    /// The result at a glance; missing in the document of a provider who has not been assessed.
    pub verdict: Option<Verdict>,
    /// The case at a glance.
    pub cover: Vec<Fact>,
    /// The chapters. Those before the first that has a number stand on the front page.
    pub chapters: Vec<Chapter>,
    /// What a list of the chapters is called that stands before the first one with a number, where the document is long; empty
    /// if it never has one.
    pub contents: String,
    /// Whether the document is set small, to fit on one page.
    pub compact: bool,
    /// What stands on the first page of a document that is meant for one page and takes more; empty if nothing does.
    #[serde(rename = "goes-on")]
    pub goes_on: String,
}

/// What stands at the head and foot of every page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Running {
    /// Case and service, then the record's id and the short digest of its content.
    pub identity: String,
    /// What the document is called in the list of its windows and files: title, case and service.
    pub name: String,
    /// The state of the approval, in words.
    pub state: String,
    /// What a draft says on every page; empty on a final copy.
    pub draft: String,
    /// The notice that this is no official form.
    pub notice: String,
    /// What the note of how the pages were printed is called among what is attached to them.
    #[serde(rename = "print-note")]
    pub print_note: String,
}

/// What stands above and beside the title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Head {
    /// To whom it goes (宛先); may be empty.
    pub addressee: Cell,
    /// How the paper itself is graded and handled (格付・取扱制限); may be empty.
    pub handling: Cell,
    /// Its number, its day, and who made it.
    pub facts: Vec<Fact>,
}

/// The result at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// 判定
    pub label: String,
    /// The outcome in words.
    pub outcome: Cell,
    /// 承認の状態
    pub state_label: String,
    /// The state of the approval in words, as large as the outcome.
    pub state: Cell,
    /// Both conditions, each with a sentence that says why, and what to look at.
    pub parts: Vec<Fact>,
}

/// A chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Chapter {
    /// The title of the part of the document that begins with this chapter; empty where the part before goes on.
    pub part: String,
    /// Its number as it is printed: 第3章, 付録1. Empty for what has none.
    pub number: String,
    /// Its title, without a number.
    pub title: String,
    /// Whether it belongs to the annex, which is printed by choice and begins on a page of its own.
    pub annex: bool,
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

impl Chapter {
    /// A chapter that goes on in the part before it.
    pub fn new(title: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { title: title.into(), blocks, ..Self::default() }
    }

    /// The same with its number.
    #[must_use]
    pub fn numbered(mut self, number: impl Into<String>) -> Self {
        self.number = number.into();
        self
    }

    /// Its title with its number, if it has one.
    pub fn heading(&self) -> String {
        format!("{} {}", self.number, self.title).trim().to_owned()
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

    /// What a list of the chapters lists: the place of each among the chapters, and its heading. Empty in a document without one.
    pub fn listed(&self) -> impl Iterator<Item = (usize, &Chapter)> {
        let has_list = !self.contents.is_empty();
        self.chapters.iter().enumerate().filter(move |(_, chapter)| has_list && !chapter.number.is_empty())
    }

    /// Every cell of the document, in reading order.
    pub fn cells(&self) -> Vec<&Cell> {
        let verdict =
            self.verdict.iter().flat_map(|verdict| [&verdict.outcome, &verdict.state].into_iter().chain(values(&verdict.parts)));
        let chapters = self.chapters.iter().flat_map(|chapter| &chapter.blocks).flat_map(Block::cells);
        let head = [&self.head.addressee, &self.head.handling].into_iter().chain(values(&self.head.facts));
        head.chain(verdict).chain(values(&self.cover)).chain(chapters).collect()
    }

    /// Gives every text of the document to `change`, with the number of its chapter and the heading, label or table it stands
    /// under.
    pub fn change_texts(&mut self, change: &mut dyn FnMut(Spot<'_>, &mut String)) {
        let front = Spot { chapter: "", label: "" };
        let running = &mut self.running;
        for text in [&mut self.title, &mut self.subtitle, &mut running.identity, &mut running.name, &mut running.state] {
            change(front, text);
        }
        for cell in [&mut self.head.addressee, &mut self.head.handling] {
            change_cell(cell, front, change);
        }
        change_facts(&mut self.head.facts, "", change);
        self.notices.iter_mut().for_each(|text| change(front, text));
        if let Some(verdict) = &mut self.verdict {
            change(front, &mut verdict.label);
            change_cell(&mut verdict.outcome, front, change);
            change(front, &mut verdict.state_label);
            change_cell(&mut verdict.state, front, change);
            change_facts(&mut verdict.parts, "", change);
        }
        change_facts(&mut self.cover, "", change);
        for chapter in &mut self.chapters {
            change_chapter(chapter, change);
        }
    }
}

fn values(facts: &[Fact]) -> impl Iterator<Item = &Cell> {
    facts.iter().map(|fact| &fact.value)
}

/// Where a text stands in a document.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// The chapter as it is numbered; empty before the first that is.
    pub chapter: &'a str,
    /// The heading, label or table it stands under; may be empty.
    pub label: &'a str,
}

fn change_chapter(chapter: &mut Chapter, change: &mut dyn FnMut(Spot<'_>, &mut String)) {
    let mut heading = chapter.title.clone();
    let number = chapter.number.as_str();
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

fn change_facts(facts: &mut [Fact], chapter: &str, change: &mut dyn FnMut(Spot<'_>, &mut String)) {
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
