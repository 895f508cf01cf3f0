//! Text as the user typed it, free of characters that act or hide.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::TextChanges;
use super::character::{is_invisible, is_refused, visible};
pub use crate::bounds::RECORD_TEXT as HARD_LENGTH;

/// A single line. `SOFT` is the length in characters beyond which a field says that it is long.
pub type Line<const SOFT: usize> = Text<SOFT, false>;

/// Text of several lines. `SOFT` is the length in characters beyond which a field says that it is long.
pub type Prose<const SOFT: usize> = Text<SOFT, true>;

/// Text as typed: nothing is folded or trimmed, since NFC alone would change 神 and other name kanji.
///
/// Only line ends become LF, TAB becomes a space, and kana followed by a combining voiced mark are composed.
/// What becomes of each character stands in [`CharacterClass`](super::CharacterClass).
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<const SOFT: usize, const LINES: bool>(String);

/// Why a text was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TextError {
    /// A control, bidi control or noncharacter stands in the text.
    #[error("character U+{code:04X} at position {position} is not allowed in text; remove it")]
    RefusedCharacter {
        /// Its code point.
        code: u32,
        /// Where it stands, in characters, from 1.
        position: usize,
    },
    /// A line break in a field of a single line.
    #[error("line break at position {position}; this field takes a single line")]
    LineBreak {
        /// Where it stands, in characters, from 1.
        position: usize,
    },
    /// More than [`HARD_LENGTH`] characters.
    #[error("{length} characters; at most {HARD_LENGTH} are taken")]
    TooLong {
        /// How many there are.
        length: usize,
    },
}

impl<const SOFT: usize, const LINES: bool> Text<SOFT, LINES> {
    /// The length in characters beyond which a field says that it is long.
    pub const SOFT_LENGTH: usize = SOFT;
    /// Whether the text may have several lines.
    pub const MULTILINE: bool = LINES;

    /// Takes a text that must be clean, for example from a file.
    ///
    /// # Errors
    /// [`TextError`] names the first character that is not allowed.
    pub fn new(raw: &str) -> Result<Self, TextError> {
        let (text, _) = as_stored(raw);
        let length = text.chars().count();
        if length > HARD_LENGTH {
            return Err(TextError::TooLong { length });
        }
        for (index, character) in text.chars().enumerate() {
            let position = index + 1;
            if character == '\n' && !LINES {
                return Err(TextError::LineBreak { position });
            }
            if is_refused(character) {
                return Err(TextError::RefusedCharacter { code: character.into(), position });
            }
        }
        Ok(Self(text))
    }

    /// Takes what can be taken of a text that is being typed or pasted, and says what was changed.
    ///
    /// In a single line breaks at its ends are left out without a word: spreadsheets put one behind each cell.
    pub fn from_typed(raw: &str) -> (Self, TextChanges) {
        let (stored, changes) = as_stored(raw);
        Self::taken(if LINES { &stored } else { without_breaks_at_ends(&stored) }, changes)
    }

    /// Takes a whole text that was pasted or stood in a cell, like [`from_typed`](Self::from_typed), and without the line breaks
    /// behind it: spreadsheets leave them there, and nobody means them.
    pub fn from_whole(raw: &str) -> (Self, TextChanges) {
        let (stored, changes) = as_stored(raw);
        Self::taken(if LINES { without_last_breaks(&stored) } else { without_breaks_at_ends(&stored) }, changes)
    }

    fn taken(stored: &str, mut changes: TextChanges) -> (Self, TextChanges) {
        let mut text = String::with_capacity(stored.len());
        for (index, character) in stored.chars().enumerate() {
            if index >= HARD_LENGTH {
                changes.cut_from = Some(stored.chars().count());
                break;
            }
            if character == '\n' && !LINES {
                text.push(' ');
                changes.breaks += 1;
            } else if is_refused(character) {
                changes.leave_out(character, index + 1);
            } else {
                changes.joined += usize::from(push_joined(&mut text, character));
            }
        }
        (Self(text), changes)
    }

    /// A name that is only shown, of a file for example: one line in which the code of what no text has stands in its place, cut at
    /// the most that a text may have.
    pub fn of_name(name: &str) -> Self {
        Self(visible(name).chars().map(|character| if character == '\n' { ' ' } else { character }).take(HARD_LENGTH).collect())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was typed, not even a space.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether there is nothing to read: no character, or only white space and invisible ones.
    pub fn is_blank(&self) -> bool {
        self.0.chars().all(|character| character.is_whitespace() || is_invisible(character))
    }
}

/// A text without the line breaks behind it, and without blanks behind the first of those.
pub fn without_last_breaks(text: &str) -> &str {
    let kept = text.trim_end();
    let behind = text.get(kept.len()..).unwrap_or_default();
    let blanks = behind.find(['\n', '\r']).unwrap_or(behind.len());
    text.get(..kept.len() + blanks).unwrap_or(text)
}

/// A text without line breaks at either end, and without blanks outside those.
pub fn without_breaks_at_ends(text: &str) -> &str {
    let text = without_last_breaks(text);
    let before = text.len() - text.trim_start().len();
    let last = text.get(..before).and_then(|before| before.rfind(['\n', '\r']));
    last.and_then(|last| text.get(last + 1..)).unwrap_or(text)
}

/// What of a text in a file is stored otherwise than it stands there, although it is taken.
pub fn stored_otherwise(raw: &str) -> TextChanges {
    as_stored(raw).1
}

/// Line ends to LF, TAB to a space, kana with a combining mark to one character; nothing else.
fn as_stored(raw: &str) -> (String, TextChanges) {
    let mut changes = TextChanges::default();
    let mut stored = String::with_capacity(raw.len());
    let mut characters = raw.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                if characters.peek() == Some(&'\n') {
                    characters.next();
                }
                stored.push('\n');
            }
            '\t' => {
                stored.push(' ');
                changes.tabs += 1;
            }
            other => changes.joined += usize::from(push_joined(&mut stored, other)),
        }
    }
    (stored, changes)
}

/// Puts a character behind a text; a voiced mark becomes one with the kana before it, also where what stood between was left out.
/// Whether it did.
fn push_joined(text: &mut String, character: char) -> bool {
    let is_mark = matches!(character, '\u{3099}' | '\u{309A}');
    let base = text.chars().last().filter(|_| is_mark);
    if let Some(joined) = base.and_then(|base| unicode_normalization::char::compose(base, character)) {
        text.pop();
        text.push(joined);
        true
    } else {
        text.push(character);
        false
    }
}

impl<const SOFT: usize, const LINES: bool> fmt::Debug for Text<SOFT, LINES> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

impl<const SOFT: usize, const LINES: bool> fmt::Display for Text<SOFT, LINES> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<const SOFT: usize, const LINES: bool> TryFrom<&str> for Text<SOFT, LINES> {
    type Error = TextError;

    fn try_from(raw: &str) -> Result<Self, TextError> {
        Self::new(raw)
    }
}

impl<const SOFT: usize, const LINES: bool> Serialize for Text<SOFT, LINES> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de, const SOFT: usize, const LINES: bool> Deserialize<'de> for Text<SOFT, LINES> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        Self::new(&raw).map_err(serde::de::Error::custom)
    }
}

impl<const SOFT: usize, const LINES: bool> JsonSchema for Text<SOFT, LINES> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        if LINES { "Prose".into() } else { "Line".into() }
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let lines = if LINES { "text of several lines" } else { "a single line" };
        json_schema!({
            "type": "string",
            "maxLength": HARD_LENGTH,
            "description": format!("{lines}; longer than {SOFT} characters is said to be long"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::LeftOut;
    use super::*;

    #[test]
    fn names_stay_as_typed() {
        for name in ["髙﨑", "神", "葛\u{E0100}飾", "𠮷野家", "㈱①ｶﾞ～", "Straße"] {
            assert_eq!(Line::<10>::new(name).map(|line| line.as_str().to_owned()), Ok(name.to_owned()));
        }
    }

    #[test]
    fn only_line_ends_tabs_and_combining_voiced_marks_change() {
        let (text, problems) = Prose::<10>::from_typed("か\u{3099}は\u{309A}\r\na\tb\rc");
        let expected = TextChanges { tabs: 1, joined: 2, ..TextChanges::default() };
        assert_eq!((text.as_str(), problems), ("がぱ\na b\nc", expected));
    }

    #[test]
    fn controls_and_bidi_controls_are_refused_by_name() {
        for (raw, code) in
            [("a\0", 0), ("\u{202E}x", 0x202E), ("\u{FEFF}x", 0xFEFF), ("\u{200F}", 0x200F), ("\u{7}", 7), ("\u{FFFF}", 0xFFFF)]
        {
            assert!(
                matches!(Line::<10>::new(raw), Err(TextError::RefusedCharacter { code: found, .. }) if found == code),
                "{raw:?}"
            );
            let (typed, problems) = Line::<10>::from_typed(raw);
            assert!(!typed.as_str().chars().any(is_refused) && problems.left_out.len() == 1, "{raw:?}");
        }
        assert_eq!(Line::<10>::new("a\nb"), Err(TextError::LineBreak { position: 2 }));
        assert_eq!(Prose::<10>::new(&"あ".repeat(HARD_LENGTH + 1)), Err(TextError::TooLong { length: HARD_LENGTH + 1 }));
    }

    #[test]
    fn what_is_left_out_is_counted_and_told_once_with_its_first_place() {
        let (text, changes) = Line::<10>::from_typed("\na\0b\0c\u{202E}\nd\n");
        assert_eq!(text.as_str(), "abc d");
        let left_out = |code, count, position| LeftOut { code, count, position };
        let expected = vec![left_out(0, 2, 2), left_out(0x202E, 1, 6)];
        assert_eq!(changes, TextChanges { left_out: expected, breaks: 1, ..TextChanges::default() });
        let (text, changes) = Line::<10>::from_typed(&"a".repeat(HARD_LENGTH + 5));
        assert_eq!((text.as_str().len(), changes.cut_from), (HARD_LENGTH, Some(HARD_LENGTH + 5)));
    }

    #[test]
    fn in_a_name_that_is_shown_nothing_acts_and_nothing_goes_missing() {
        assert_eq!(Line::<10>::of_name("a\u{202E}fdp.exe\n\u{7}").as_str(), "a〔U+202E〕fdp.exe 〔U+0007〕");
    }

    #[test]
    fn text_of_white_space_and_invisible_characters_is_blank() {
        for (raw, blank) in [("", true), (" \u{3000}\n", true), ("\u{200B}", true), ("。", false)] {
            assert_eq!(Prose::<10>::new(raw).map(|text| text.is_blank()), Ok(blank), "{raw:?}");
        }
    }
}
