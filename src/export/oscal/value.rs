//! Values in the forms that OSCAL allows: strings, Markdown, UUIDs, base64. What the types hold fits the schema.

use serde::Serialize;
use uuid::Uuid;

use super::names::NAMESPACE;
use crate::export::markdown;
use crate::record::{RecordId, is_invisible};

/// What OSCAL calls a string: one line with something to read in it, and no white space at either end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Value(String);

/// Markdown of one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Title(String);

/// Markdown of several paragraphs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Prose(String);

impl Value {
    /// The lines of a text as one, trimmed; none if there is nothing to read.
    pub(super) fn new(text: &str) -> Option<Self> {
        let lines: Vec<&str> = lines(text).collect();
        let line = lines.join(" ");
        let readable = !line.chars().all(|character| is_space(character) || is_invisible(character));
        readable.then_some(Self(line))
    }

    /// A value of the program itself, which is neither empty nor broken into lines.
    pub(super) fn fixed(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The same as Markdown.
    pub(super) fn title(&self) -> Title {
        Title(markdown::inline(&self.0))
    }
}

impl Prose {
    /// Every line of a text as a paragraph of its own; none if there is nothing to read.
    pub(super) fn new(text: &str) -> Option<Self> {
        Value::new(text)?;
        Some(Self(lines(text).map(markdown::inline).collect::<Vec<_>>().join("\n\n")))
    }

    /// Text of the program itself, in which nothing acts as markup.
    pub(super) fn fixed(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// The lines of a text, trimmed, without the empty ones.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let breaks = |character: char| character.is_control() || matches!(character, '\u{2028}' | '\u{2029}');
    text.split(breaks).map(|line| line.trim_matches(is_space)).filter(|line| !line.is_empty())
}

/// White space as readers of the schema see it: U+3000 is, and to some of them U+FEFF.
fn is_space(character: char) -> bool {
    character.is_whitespace() || character == '\u{FEFF}'
}

/// Names the parts of one record by UUIDs, the same every time.
pub(super) struct Names(Uuid);

impl Names {
    /// The names of this record's parts.
    pub(super) fn of(record: &RecordId) -> Self {
        let program = Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE.as_bytes());
        Self(Uuid::new_v5(&program, record.as_str().as_bytes()))
    }

    /// The UUID of the part that goes by this name.
    pub(super) fn uuid(&self, part: &str) -> Uuid {
        Uuid::new_v5(&self.0, part.as_bytes())
    }
}

/// Base64 (RFC 4648) with padding.
pub(super) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut written = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for (place, shift) in [18_u32, 12, 6, 0].into_iter().enumerate() {
            let digit = ALPHABET.get((bits >> shift & 63) as usize).filter(|_| place <= group.len());
            written.push(digit.map_or('=', |digit| char::from(*digit)));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_one_line_without_white_space_around_it() {
        for (text, expected) in [
            ("\u{3000}会議 音声\u{3000}\n", Some("会議 音声")),
            ("一行目\r\n\n\u{3000}二行目", Some("一行目 二行目")),
            ("間の\u{3000}空白", Some("間の\u{3000}空白")),
            ("\u{FEFF}a\u{0085}b\u{2028}c\u{00A0}", Some("a b c")),
            ("", None),
            (" \u{3000}\n", None),
            ("\u{200B}\n\u{200D}", None),
        ] {
            assert_eq!(Value::new(text).map(|value| value.0).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn markdown_of_a_record_does_not_act_and_keeps_its_lines() {
        let prose = Prose::new("<b>一</b>\n\n\u{3000}*二* \n").unwrap();
        assert_eq!(prose.0, "&lt;b&gt;一&lt;/b&gt;\n\n\\*二\\*");
        assert_eq!(Value::new("# 題").unwrap().title().0, "\\# 題");
        assert_eq!(Prose::new("\u{3000}\n"), None);
    }

    #[test]
    fn base64_is_that_of_the_rfc() {
        for (bytes, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
        assert_eq!(base64(&[0xFB, 0xFF, 0xBF]), "+/+/");
    }
}
