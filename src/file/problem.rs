//! What the readers of RON and JSON say, as values that can be told in both languages, with line and column.

use ron::error::{Error as RonError, SpannedError};

use super::walk::Walk;
use crate::record::{List, excerpt as shown, too_many};
use crate::text::Lang;
use crate::text::file::spelling as words;

/// A place in a text file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What stands in that line, cut to what can be shown.
    pub excerpt: String,
    /// The path of the field that stands there, such as `agency.name`; empty if it is none.
    pub field: String,
}

/// What does not fit at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file ends in the middle.
    CutOff,
    /// Something stands after the end of the record.
    Trailing,
    /// More levels of brackets than any record has.
    TooDeep,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Zeros, as a cut of the power leaves them behind what was written.
    Zeros,
    /// A record that an editor saved in Shift_JIS.
    ShiftJis,
    /// The marks of a merge that somebody has to finish.
    MergeMarks,
    /// A full-width character where the plain one should stand.
    FullWidth {
        /// It.
        found: char,
        /// The plain one.
        expected: &'static str,
    },
    /// A quotation mark that is not closed in its line.
    QuoteNotClosed,
    /// A bracket that is not closed before a field of a part outside it.
    BracketNotClosed {
        /// The field that follows.
        before: String,
    },
    /// A field that a record does not have.
    UnknownField {
        /// Its name.
        found: String,
        /// The names that could stand there.
        known: Vec<String>,
    },
    /// A field that must be there is not.
    MissingField {
        /// Its name.
        field: String,
    },
    /// A field that stands twice.
    RepeatedField {
        /// Its name.
        field: String,
    },
    /// A word that is none of those that can stand there.
    UnknownWord {
        /// The word.
        found: String,
        /// The words that could stand there.
        known: Vec<String>,
    },
    /// A value of the wrong kind.
    WrongKind {
        /// What was expected.
        expected: Shape,
        /// What stood there, if the reader said so.
        found: Option<String>,
    },
    /// A text, id, date or digest that is not taken, as its type says it.
    Refused(Refused),
    /// A slip of spelling.
    Spelling(Slip),
}

/// A slip of spelling, as it happens to whoever writes by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// No comma, or one too many.
    Comma,
    /// No colon between name and value.
    Colon,
    /// A bracket that is not closed.
    Bracket,
    /// Something that is no value.
    Value,
    /// A name that is no name.
    Name,
    /// A `\\` with something after it that has no meaning.
    Escape,
    /// A control character within quotation marks.
    Control,
    /// A character that cannot stand there.
    Character(char),
    /// Something else, as the reader calls it.
    Other(String),
}

/// A kind of value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Text in quotation marks.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Number,
    /// A list in `[ ]`.
    List,
    /// Named fields.
    Fields,
    /// One of several words.
    Word,
    /// Something else, as the reader calls it.
    Other(String),
}

/// Why the type of a value did not take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A character that is not allowed in text.
    Character {
        /// Its code, such as `202E`.
        code: String,
        /// Where in the text, in characters, from 1.
        position: String,
    },
    /// A line break in a field of one line.
    LineBreak,
    /// More characters than any text may have.
    TooLong {
        /// How many.
        length: String,
    },
    /// A list with more entries than any may have.
    TooMany(List),
    /// Not a date.
    Date {
        /// What stood there.
        found: String,
    },
    /// Not a moment.
    Moment {
        /// What stood there.
        found: String,
    },
    /// Not an id.
    Id {
        /// What stood there.
        found: String,
    },
    /// Not a SHA-256.
    Digest,
    /// A question that is answered twice.
    AnsweredTwice {
        /// Which.
        question: String,
    },
    /// Something else, in the words of the type.
    Other(String),
}

/// The place at a line and a column of `text`.
pub(super) fn place(text: &str, line: usize, column: usize) -> Place {
    let excerpt = text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim();
    Place { line, column, excerpt: shown(excerpt, 80), field: Walk::to(text, offset(text, line, column)).path() }
}

/// Where a line and a column are in a text, in bytes.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n');
    let before: usize = lines.clone().take(line.saturating_sub(1)).map(str::len).sum();
    let within = lines.skip(line.saturating_sub(1)).flat_map(str::chars);
    before + within.take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}

/// What RON's reader said.
pub(super) fn said_by_ron(text: &str, error: SpannedError) -> (Place, Problem) {
    let place = place(text, error.span.start.line, error.span.start.col);
    let kind = |expected| Problem::WrongKind { expected, found: None };
    let problem = match error.code {
        RonError::Eof | RonError::ExpectedStringEnd | RonError::UnclosedBlockComment => Problem::CutOff,
        RonError::TrailingCharacters => Problem::Trailing,
        RonError::ExceededRecursionLimit => Problem::TooDeep,
        RonError::Utf8Error(_) => Problem::NotUtf8,
        RonError::NoSuchStructField { expected, found, .. } => Problem::UnknownField { found, known: owned(expected) },
        RonError::NoSuchEnumVariant { expected, found, .. } => Problem::UnknownWord { found, known: owned(expected) },
        RonError::MissingStructField { field, .. } => Problem::MissingField { field: field.to_owned() },
        RonError::DuplicateStructField { field, .. } => Problem::RepeatedField { field: field.to_owned() },
        RonError::InvalidValueForType { expected, found } => {
            Problem::WrongKind { expected: Shape::named(&expected), found: Some(found) }
        }
        RonError::ExpectedString => kind(Shape::Text),
        RonError::ExpectedBoolean => kind(Shape::Boolean),
        RonError::ExpectedInteger | RonError::IntegerOutOfBounds => kind(Shape::Number),
        RonError::ExpectedArray => kind(Shape::List),
        RonError::ExpectedMap | RonError::ExpectedStructLike | RonError::ExpectedNamedStructLike(_) => kind(Shape::Fields),
        RonError::ExpectedIdentifier => kind(Shape::Word),
        RonError::Message(said) => Problem::Refused(Refused::of(&said)),
        RonError::ExpectedComma => Problem::Spelling(Slip::Comma),
        RonError::ExpectedMapColon => Problem::Spelling(Slip::Colon),
        RonError::ExpectedArrayEnd | RonError::ExpectedMapEnd | RonError::ExpectedStructLikeEnd | RonError::ExpectedOptionEnd => {
            Problem::Spelling(Slip::Bracket)
        }
        RonError::InvalidEscape(_) => Problem::Spelling(Slip::Escape),
        RonError::InvalidIdentifier(_) | RonError::SuggestRawIdentifier(_) => Problem::Spelling(Slip::Name),
        RonError::UnexpectedChar(character) => Problem::Spelling(Slip::Character(character)),
        other => Problem::Spelling(Slip::Other(other.to_string())),
    };
    match problem {
        // A file that was cut off ends where RON still waits for something.
        Problem::Spelling(_) if is_end(text, error.span.end) => (place, Problem::CutOff),
        problem => (place, problem),
    }
}

/// Whether nothing but white space follows a position.
fn is_end(text: &str, position: ron::error::Position) -> bool {
    let text = text.trim_end();
    let last = text.lines().count();
    let columns = text.lines().last().map_or(0, |line| line.chars().count());
    position.line > last || (position.line == last && position.col > columns)
}

/// What JSON's reader said.
pub(super) fn said_by_json(text: &str, error: &serde_json::Error) -> (Place, Problem) {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line.bytes().take(error.column()).filter(|byte| (*byte & 0xC0) != 0x80).count();
    let place = place(text, error.line(), before.max(1));
    let whole = error.to_string();
    let said = whole.rfind(" at line ").and_then(|end| whole.get(..end)).unwrap_or(&whole);
    let problem = match error.classify() {
        serde_json::error::Category::Eof => Problem::CutOff,
        _ if said == "recursion limit exceeded" => Problem::TooDeep,
        _ if said == "trailing characters" => Problem::Trailing,
        serde_json::error::Category::Data => of_serde(said),
        _ => Problem::Spelling(slip_in_json(said)),
    };
    (place, problem)
}

fn slip_in_json(said: &str) -> Slip {
    match said {
        "expected `,` or `}`" | "expected `,` or `]`" | "trailing comma" => Slip::Comma,
        "expected `:`" => Slip::Colon,
        "expected value" | "expected ident" | "invalid number" => Slip::Value,
        "key must be a string" => Slip::Name,
        "invalid escape" | "invalid unicode code point" | "lone leading surrogate in hex escape" => Slip::Escape,
        _ if said.starts_with("control character") => Slip::Control,
        _ => Slip::Other(shown(said, 100)),
    }
}

/// The sentences of serde itself, in which a JSON reader says what does not fit.
fn of_serde(said: &str) -> Problem {
    let quoted = quoted(said);
    let first = || quoted.first().cloned().unwrap_or_default();
    let rest = || quoted.iter().skip(1).cloned().collect();
    if said.starts_with("unknown field ") {
        Problem::UnknownField { found: first(), known: rest() }
    } else if said.starts_with("unknown variant ") {
        Problem::UnknownWord { found: first(), known: rest() }
    } else if said.starts_with("missing field ") {
        Problem::MissingField { field: first() }
    } else if said.starts_with("duplicate field ") {
        Problem::RepeatedField { field: first() }
    } else if let Some((found, expected)) = said
        .strip_prefix("invalid type: ")
        .or_else(|| said.strip_prefix("invalid value: "))
        .or_else(|| said.strip_prefix("invalid length "))
        .and_then(|rest| rest.rsplit_once(", expected "))
    {
        Problem::WrongKind { expected: Shape::named(expected), found: Some(shown(found, 60)) }
    } else {
        Problem::Refused(Refused::of(said))
    }
}

/// What stands between backquotes.
fn quoted(said: &str) -> Vec<String> {
    said.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

impl Shape {
    /// The kind of value that serde calls so.
    fn named(serde: &str) -> Self {
        match serde {
            "a string" | "a borrowed string" | "str" => Self::Text,
            "a boolean" => Self::Boolean,
            "u32" | "u64" | "an integer" => Self::Number,
            "a sequence" => Self::List,
            "a map" | "a map from question to answer" => Self::Fields,
            other if other.starts_with("struct ") => Self::Fields,
            other if other.starts_with("enum ") || other == "variant identifier" || other == "string or map" => Self::Word,
            other => Self::Other(other.to_owned()),
        }
    }

    /// The kind in words.
    pub fn name(&self, lang: Lang) -> String {
        let name = match self {
            Self::Text => words::kind_text(lang),
            Self::Boolean => words::kind_boolean(lang),
            Self::Number => words::kind_number(lang),
            Self::List => words::kind_list(lang),
            Self::Fields => words::kind_fields(lang),
            Self::Word => words::kind_word(lang),
            Self::Other(said) => said,
        };
        name.to_owned()
    }
}

impl Refused {
    /// Recognises what the types of the record say, so that it can be said in Japanese too.
    fn of(said: &str) -> Self {
        let between = |before: &str, after: &str| {
            let rest = said.strip_prefix(before)?;
            Some(rest.get(..rest.find(after)?)?.to_owned())
        };
        if let Some((code, position)) = between("character U+", " is not allowed").and_then(|rest| {
            let (code, position) = rest.split_once(" at position ")?;
            Some((code.to_owned(), position.to_owned()))
        }) {
            Self::Character { code, position }
        } else if said.starts_with("line break at ") {
            Self::LineBreak
        } else if let Some(length) = between("", " characters; at most ") {
            Self::TooLong { length }
        } else if let Some(list) = List::ALL.into_iter().find(|list| said == too_many(*list)) {
            Self::TooMany(list)
        } else if let Some(found) = between("`", "` is not a date") {
            Self::Date { found: shown(&found, 40) }
        } else if let Some(found) = between("`", "` is not a moment") {
            Self::Moment { found: shown(&found, 40) }
        } else if let Some(found) = between("`", "` is not an id") {
            Self::Id { found: shown(&found, 40) }
        } else if let Some(question) = between("question ", " is answered twice") {
            Self::AnsweredTwice { question }
        } else if said.contains("(SHA-256)") {
            Self::Digest
        } else {
            Self::Other(shown(said, 200))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr as _;

    use super::*;
    use crate::record::{ContentDigest, Date, HARD_LENGTH, Line, Moment, QuestionId};

    #[test]
    fn what_the_types_of_the_record_say_is_recognised() {
        let character = Line::<5>::new("a\u{202E}").unwrap_err().to_string();
        assert_eq!(Refused::of(&character), Refused::Character { code: "202E".to_owned(), position: "2".to_owned() });
        assert_eq!(Refused::of(&Line::<5>::new("a\nb").unwrap_err().to_string()), Refused::LineBreak);
        let long = Line::<5>::new(&"x".repeat(HARD_LENGTH + 1)).unwrap_err().to_string();
        assert_eq!(Refused::of(&long), Refused::TooLong { length: (HARD_LENGTH + 1).to_string() });
        // What an approval states has the items of the record, by the same name.
        for list in List::ALL.into_iter().filter(|list| *list != List::Stated) {
            assert_eq!(Refused::of(&too_many(list)), Refused::TooMany(list));
        }
        let date = Date::from_str("明日").unwrap_err().to_string();
        assert_eq!(Refused::of(&date), Refused::Date { found: "明日".to_owned() });
        let moment = serde_json::from_str::<Moment>("\"明日\"").unwrap_err().to_string();
        assert_eq!(Refused::of(&moment), Refused::Moment { found: "明日".to_owned() });
        let id = QuestionId::new("C 1").unwrap_err().to_string();
        assert_eq!(Refused::of(&id), Refused::Id { found: "C 1".to_owned() });
        let digest = serde_json::from_str::<ContentDigest>("\"ab\"").unwrap_err().to_string();
        assert_eq!(Refused::of(&digest), Refused::Digest);
        let twice = serde_json::from_str::<crate::record::Answers>(r#"{"C1":"yes","C1":"no"}"#).unwrap_err().to_string();
        assert_eq!(Refused::of(&twice), Refused::AnsweredTwice { question: "C1".to_owned() });
    }
}
