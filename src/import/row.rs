//! What a sheet says otherwise than the record, and what could not be taken from it.

use super::OutsideKind;
use super::place::CellPlace;
use super::remark::Remark;
use crate::catalogue::Catalogue;
use crate::export::Entry;
use crate::export::entered::{self, Pick};
use crate::record::{
    Choice, ContentDigest, Date, DateError, Edit, Field, FieldValue, ItemField, ItemId, Place, RaiseTo, ReceivedFile, Record,
    TextError,
};
use crate::text::{self, Lang, Message, difference, import as words};

/// A sheet beside the record it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// What the sheet says otherwise, in the order of the steps.
    pub rows: Vec<ImportRow>,
    /// What could not be taken.
    pub problems: Vec<Problem>,
    /// Whether the record's content is another than when the sheet was made.
    pub changed_since: bool,
    /// Whether it was looked for what is written outside the cells to be filled in.
    pub is_looked_through: bool,
    /// SHA-256 of the sheet.
    pub sha256: ContentDigest,
}

/// One place that the sheet fills in otherwise than the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// The place, and how it is entered.
    pub entry: Entry,
    /// The cell of the sheet.
    pub at: CellPlace,
    /// What stands in the record.
    pub old: Said,
    /// What the sheet says.
    pub new: Said,
    /// What makes the record say the same.
    pub edit: Edit,
    /// What is said of it besides: what was left out, or cannot be seen.
    pub remarks: Vec<Remark>,
}

/// What is said in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Nothing: the item is not there.
    Absent,
    /// A text.
    Text(String),
    /// A day, if one is set.
    Day(Option<Date>),
    /// Something that is picked from a list.
    Pick(Pick),
    /// A decision, with the proposal it is made against.
    Decision(Choice),
    /// All that is said of an item that is not there yet.
    Item(Vec<(Field, Said)>),
}

impl Said {
    /// It in words.
    pub fn words(&self, field: &Field, catalogue: &Catalogue, lang: Lang) -> String {
        let value = match self {
            Self::Absent => FieldValue::Absent,
            Self::Text(text) => FieldValue::Text(text),
            Self::Day(day) => FieldValue::Date(*day),
            Self::Decision(choice) => FieldValue::Choice(choice),
            Self::Item(said) => return item_words(said, catalogue, lang),
            Self::Pick(pick) => match pick {
                Pick::Answer(answer) => FieldValue::Answer(answer),
                Pick::Task(task) => FieldValue::Task(task),
                Pick::Confidentiality(grade) => FieldValue::ConfidentialityGrade(*grade),
                Pick::Grade(objective, grade) => FieldValue::Grade(*objective, *grade),
                Pick::Persons(count) => FieldValue::PersonCount(*count),
                Pick::Publication(plan) => FieldValue::Publication(*plan),
                Pick::Level(level) => FieldValue::Raise(level.map_or(RaiseTo::NotRaised, RaiseTo::Level)),
            },
        };
        difference::value(&value, &Place::Field(field.clone()), catalogue, lang)
    }
}

/// What is said of a new item: its name, how many answers, and all of them line by line.
fn item_words(said: &[(Field, Said)], catalogue: &Catalogue, lang: Lang) -> String {
    let name = said.iter().find(|(field, _)| matches!(field, Field::Item(_, ItemField::Name)));
    let name = name.map_or_else(String::new, |(field, said)| said.words(field, catalogue, lang));
    let others = said.iter().filter(|(field, _)| !matches!(field, Field::Item(_, ItemField::Name)));
    let lines: Vec<String> =
        others.map(|(field, said)| words::of_item(field, &said.words(field, catalogue, lang), catalogue, lang)).collect();
    let answers = said.iter().filter(|(field, _)| matches!(field, Field::Answer(..))).count();
    let head = words::item_with_answers(&name, answers, lang);
    std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
}

impl ImportRow {
    /// The item it is about.
    pub fn item(&self) -> Option<ItemId> {
        match self.field()? {
            Field::Item(id, _) | Field::Answer(id, _) | Field::Decision(id, _) | Field::Reason(id, _) => Some(id),
            _ => None,
        }
    }

    /// The place in the record.
    pub fn field(&self) -> Option<Field> {
        match self.entry.place() {
            Place::Field(field) => Some(field),
            Place::Id | Place::Role | Place::Created | Place::Received | Place::Asked | Place::AnswersRequest => None,
        }
    }

    /// The path by which the row is named, such as `items[…].answers.C2`.
    pub fn path(&self) -> String {
        entered::key(&self.entry).unwrap_or_default()
    }

    /// What the place is called.
    pub fn place(&self, record: &Record, catalogue: &Catalogue, lang: Lang) -> String {
        match self.field() {
            _ if matches!(self.new, Said::Item(_)) => words::new_item(lang).to_owned(),
            Some(field) => {
                let name = text::field_place(&field, record, catalogue, lang);
                let is_word = matches!(self.entry, Entry::Text(Field::RedFlag(_)));
                if is_word { words::word_on(&name, lang) } else { name }
            }
            None => self.path(),
        }
    }

    /// What stands in the record, in words.
    pub fn old_words(&self, catalogue: &Catalogue, lang: Lang) -> String {
        self.field().map_or_else(String::new, |field| self.old.words(&field, catalogue, lang))
    }

    /// What the sheet says, in words.
    pub fn new_words(&self, catalogue: &Catalogue, lang: Lang) -> String {
        self.field().map_or_else(String::new, |field| self.new.words(&field, catalogue, lang))
    }
}

/// Something in a sheet that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The cell; nothing if it is about the sheet as a whole.
    pub at: Option<CellPlace>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// Why something in a sheet was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Cells have lost their keys, so that nobody knows what they answer.
    LostKeys(usize),
    /// A row of the table is of several items: a part of its columns was sorted or moved.
    TornRow,
    /// A key stands twice or more, so that nobody knows which cell counts.
    DuplicateKey(String),
    /// No record has such a place.
    UnknownKey(String),
    /// The item was removed from the record since.
    ItemGone(String),
    /// A formula stands where an answer should.
    Formula,
    /// A day, a truth value or an error stands where text should.
    NotText(String),
    /// A number stands where text should, and has more digits than a spreadsheet keeps.
    LongNumber(String),
    /// The text is longer than a cell can have.
    TooLong,
    /// The text was not taken.
    Text(TextError),
    /// The text is no day.
    NotDay(DateError),
    /// The word is none of those that can be chosen.
    UnknownWord {
        /// What stands there.
        found: String,
        /// What could stand there.
        expected: Vec<String>,
    },
    /// The proposal against which was decided cannot be read.
    NoProposal,
    /// A text of a pasted row, while the sheet chooses no pasted row.
    NoPastedRow,
    /// Something stands outside the cells to be filled in.
    Outside {
        /// The worksheet, if it is in one.
        sheet: String,
        /// What it is.
        what: OutsideKind,
    },
}

impl Problem {
    /// Whether nothing is lost by it: what it is about was read, and somebody should look at it.
    pub const fn is_to_be_checked(&self) -> bool {
        let ProblemKind::Outside { what, .. } = &self.kind else { return false };
        matches!(what, OutsideKind::HiddenRows(..) | OutsideKind::HiddenSheet | OutsideKind::Filter)
    }

    /// What is wrong, where, what was expected, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        let place = match (&self.at, &self.kind) {
            (Some(at), _) => at.to_string(),
            (None, ProblemKind::Outside { sheet, .. }) => sheet.clone(),
            (None, _) => String::new(),
        };
        let message = match &self.kind {
            ProblemKind::LostKeys(number) => words::lost_keys(*number, lang),
            ProblemKind::TornRow => words::torn_row(lang),
            ProblemKind::DuplicateKey(key) => words::duplicate_key(key, lang),
            ProblemKind::UnknownKey(key) => words::unknown_key(key, lang),
            ProblemKind::ItemGone(key) => words::item_gone(key, lang),
            ProblemKind::Formula => words::formula(lang),
            ProblemKind::NotText(found) => words::not_text(found, lang),
            ProblemKind::LongNumber(found) => words::long_number(found, lang),
            ProblemKind::TooLong => words::too_long(lang),
            ProblemKind::Text(error) => text::text_error(error, lang),
            ProblemKind::NotDay(found) => text::date_error(found, lang),
            ProblemKind::UnknownWord { found, expected } => words::unknown_word(found, expected, lang),
            ProblemKind::NoProposal => words::no_proposal(lang),
            ProblemKind::NoPastedRow => words::no_pasted_row(lang),
            ProblemKind::Outside { what, .. } => what.message(lang),
        };
        Message { place, ..message }
    }
}

/// One act that takes the chosen rows into the record, and notes the file they came from. Where none is chosen nothing changes:
/// an approval must not lapse because somebody looked at a sheet.
pub fn accept<'a>(rows: impl IntoIterator<Item = &'a ImportRow>, received: ReceivedFile) -> Edit {
    let mut edits: Vec<Edit> = rows.into_iter().map(|row| row.edit.clone()).collect();
    if !edits.is_empty() {
        edits.push(Edit::NoteReceived(received));
    }
    Edit::Together(edits)
}
