//! From the bytes of a file to its text. What can be read without loss is read, and it is told how it stood there.

use std::borrow::Cow;

use super::foreign::is_utf16_without_mark;
use super::problem::{Problem, place};
use super::{FileError, Foreign};
use crate::record::{TextChanges, excerpt};
use crate::text::file::reading as words;
use crate::text::{Lang, characters, marks, path_in_words};

/// How a file differs from what the program writes, although nothing of it was lost. The next save writes it as always.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A byte order mark stands before it.
    ByteOrderMark,
    /// Lines end in CR LF.
    LineEnds,
    /// It is text in UTF-16.
    Utf16,
    /// A text was taken otherwise than it stands there.
    Text {
        /// The path of its field.
        path: String,
        /// What was changed.
        changes: TextChanges,
    },
}

impl Told {
    /// It in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::ByteOrderMark => words::byte_order_mark(lang).to_owned(),
            Self::LineEnds => words::line_ends(lang).to_owned(),
            Self::Utf16 => words::utf16(lang).to_owned(),
            Self::Text { path, changes } => {
                let changes = characters::changes(changes, lang).join(marks::between_sentences(lang));
                format!("{}{}{changes}", path_in_words(path, lang), marks::colon(lang))
            }
        }
    }

    /// Whether a text of the record is another now than it was in the file.
    pub const fn changes_a_text(&self) -> bool {
        matches!(self, Self::Text { .. })
    }
}

/// The text of a file that may be what calls itself `own`.
pub(super) fn text_of<'a>(bytes: &'a [u8], own: &str, name: &str) -> Result<(Cow<'a, str>, Vec<Told>), FileError> {
    if let Some((text, is_whole)) = utf16(bytes)
        && calls_itself(&text, own)
    {
        if !is_whole {
            let good = text.split(char::REPLACEMENT_CHARACTER).next().unwrap_or_default();
            return Err(unfit(good, Problem::NotUtf8, name));
        }
        let mut told = vec![Told::Utf16];
        told.extend(text.contains("\r\n").then_some(Told::LineEnds));
        return Ok((Cow::Owned(text), told));
    }
    let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF");
    let bare = unmarked.unwrap_or(bytes);
    let written = bare.split(|byte| *byte == 0).next().unwrap_or_default();
    let is_own = std::str::from_utf8(written).is_ok_and(|good| calls_itself(good, own));
    if is_own && written.len() < bare.len() {
        // A single one is a character that no text has; a file whose end was never written has nothing else.
        let good = std::str::from_utf8(written).unwrap_or_default();
        if bare.iter().skip(written.len()).all(|byte| *byte == 0) {
            return Err(unfit(good, Problem::Zeros, name));
        }
    } else if let Some(what) = Foreign::of_bytes(bytes) {
        return Err(FileError::Foreign { name: name.to_owned(), what });
    }
    let text = std::str::from_utf8(bare).map_err(|error| not_utf8(bare, &error, own, name))?;
    let mut told = Vec::new();
    told.extend(unmarked.is_some().then_some(Told::ByteOrderMark));
    told.extend(text.contains("\r\n").then_some(Told::LineEnds));
    Ok((Cow::Borrowed(text), told))
}

/// The text of a file that is no record, without a byte order mark.
///
/// # Errors
/// What the file is, if it is no text.
pub fn text_or_foreign(bytes: &[u8]) -> Result<Cow<'_, str>, Foreign> {
    if let Some((text, true)) = utf16(bytes) {
        return Ok(Cow::Owned(text));
    }
    if let Some(what) = Foreign::of_bytes(bytes) {
        return Err(what);
    }
    let bare = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bare).map(Cow::Borrowed).map_err(|_| Foreign::of_other_encoding(bare))
}

/// Text in UTF-16, with its mark or without, and whether all of it was text.
fn utf16(bytes: &[u8]) -> Option<(String, bool)> {
    let encoding = match bytes {
        [0xFF, 0xFE, ..] => encoding_rs::UTF_16LE,
        [0xFE, 0xFF, ..] => encoding_rs::UTF_16BE,
        [0, _, ..] if is_utf16_without_mark(bytes) => encoding_rs::UTF_16BE,
        _ if is_utf16_without_mark(bytes) => encoding_rs::UTF_16LE,
        _ => return None,
    };
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    Some((text.into_owned(), !had_errors))
}

/// Whether a text says in its first part what it is.
pub(super) fn calls_itself(text: &str, own: &str) -> bool {
    text.char_indices().nth(4096).and_then(|(end, _)| text.get(..end)).unwrap_or(text).contains(own)
}

fn not_utf8(bytes: &[u8], error: &std::str::Utf8Error, own: &str, name: &str) -> FileError {
    let good = bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or_default();
    // Text that was well-formed Japanese in UTF-8 up to here is a damaged record, not one in another encoding.
    if calls_itself(good, own) && !good.is_ascii() {
        return unfit(good, if error.error_len().is_none() { Problem::CutOff } else { Problem::NotUtf8 }, name);
    }
    let what = Foreign::of_other_encoding(bytes);
    // What an editor could not write in Shift_JIS stands there as `?` since, and text in EUC-JP would read as Shift_JIS, too:
    // taking it would make a record of other words. Whoever sees the text can tell.
    if what == Foreign::ShiftJis && bytes.windows(own.len()).any(|window| window == own.as_bytes()) {
        return unfit(good, Problem::ShiftJis, name);
    }
    FileError::Foreign { name: name.to_owned(), what }
}

/// Something does not fit right after the text that could be read.
fn unfit(good: &str, problem: Problem, name: &str) -> FileError {
    let line = good.matches('\n').count() + 1;
    let column = good.chars().rev().take_while(|character| *character != '\n').count() + 1;
    FileError::Unfit { name: excerpt(name, 120), place: Box::new(place(good, line, column)), problem }
}
