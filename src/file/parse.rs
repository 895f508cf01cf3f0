//! Reading the text of a record: what it is, which version, then the record itself. Nothing is repaired in silence.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::format::Envelope;
use super::problem::{Problem, Shape, of_json, of_ron, place, shown};
use super::ron_text::ron_options;
use super::{FORMAT, FileError, FileFormat, Foreign, VERSION};
pub use crate::bounds::RECORD_BYTES as MAX_BYTES;
use crate::record::Record;

/// Reads a record from the bytes of a file. `name` is for messages alone: what the bytes are is seen from the bytes.
///
/// # Errors
/// [`FileError`] says what the bytes are or what does not fit in them, and where.
pub fn parse(bytes: &[u8], name: &str) -> Result<(Record, FileFormat), FileError> {
    let name = shown(name, 120);
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_BYTES) {
        return Err(FileError::TooLarge { name });
    }
    let text = text_of(bytes, FORMAT, &name)?;
    let format = if outermost(text).starts_with('{') { FileFormat::Json } else { FileFormat::Ron };
    let Envelope { record, .. } = read_as(text, format, FORMAT, &name)?;
    refuse_repeated_ids(&record, &name)?;
    if format == FileFormat::Json {
        refuse_lists_as_fields(text, &record, &name)?;
    }
    Ok((record, format))
}

/// The text of a file that may be a record.
pub(super) fn text_of<'a>(bytes: &'a [u8], own: &str, name: &str) -> Result<&'a str, FileError> {
    if let Some(what) = Foreign::of_bytes(bytes) {
        return Err(FileError::Foreign { name: name.to_owned(), what });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, &error, own, name))
}

/// What a file says of itself before anything else is looked at. Everything besides may be of any shape.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Option<String>,
    #[serde(default)]
    version: Option<u32>,
}

/// Reads a text that calls itself `own`, of the version that is read.
pub(super) fn read_as<T: DeserializeOwned>(text: &str, format: FileFormat, own: &str, name: &str) -> Result<T, FileError> {
    let unfit = |(place, problem)| FileError::Unfit { name: name.to_owned(), place, problem };
    let head: Result<Head, _> = match format {
        FileFormat::Ron => ron_options().from_str(text).map_err(|error| of_ron(text, error)),
        FileFormat::Json => serde_json::from_str(text).map_err(|error| of_json(text, &error)),
    };
    match head {
        Ok(Head { format: Some(said), version: Some(VERSION) }) if said == own => {}
        Ok(Head { format: Some(said), version: Some(found) }) if said == own => {
            return Err(FileError::OtherVersion { name: name.to_owned(), found });
        }
        Ok(Head { format: Some(said), version: None }) if said == own => {
            return Err(unfit((place(text, 1, 1), Problem::MissingField { field: "version".to_owned() })));
        }
        Err(found) if calls_itself(text, own) => return Err(unfit(found)),
        Ok(_) | Err(_) => return Err(FileError::Foreign { name: name.to_owned(), what: Foreign::of_text(text) }),
    }
    let whole: Result<T, _> = match format {
        FileFormat::Ron => ron_options().from_str(text).map_err(|error| of_ron(text, error)),
        FileFormat::Json => serde_json::from_str(text).map_err(|error| of_json(text, &error)),
    };
    whole.map_err(unfit)
}

/// Two things with one name could not be told apart by what points at them.
pub(super) fn refuse_repeated_ids(record: &Record, name: &str) -> Result<(), FileError> {
    let mut items = BTreeSet::new();
    let mut flags = BTreeSet::new();
    let mut comments = BTreeSet::new();
    let repeated = (record.items.iter().map(|item| &item.id).find(|id| !items.insert(*id)).map(ToString::to_string))
        .or_else(|| record.red_flags.iter().map(|reply| &reply.flag).find(|id| !flags.insert(*id)).map(ToString::to_string))
        .or_else(|| record.comments.iter().map(|comment| &comment.id).find(|id| !comments.insert(*id)).map(ToString::to_string));
    match (repeated, &record.approval.covered) {
        (Some(id), _) => Err(FileError::RepeatedId { name: name.to_owned(), id }),
        (None, Some(copy)) => refuse_repeated_ids(copy, name),
        (None, None) => Ok(()),
    }
}

/// JSON's reader takes a list of bare values for named fields. A record does not: nobody could tell what they mean.
fn refuse_lists_as_fields(text: &str, record: &Record, name: &str) -> Result<(), FileError> {
    let read = serde_json::from_str::<serde_json::Value>(text).unwrap_or_default();
    let written = serde_json::to_value(record).unwrap_or_default();
    let Some(field) = read.get("record").and_then(|read| list_for_fields(read, &written, "record")) else { return Ok(()) };
    let opens_list = |(at, _): &(usize, &str)| {
        let after = text.get(at + field.len() + 2..).unwrap_or_default().trim_start();
        after.strip_prefix(':').is_some_and(|value| value.trim_start().starts_with('['))
    };
    let at = text.match_indices(&format!("\"{field}\"")).find(opens_list).map_or(0, |(at, _)| at);
    let before = text.get(..at).unwrap_or_default();
    let (line, column) = end_of(before);
    let problem = Problem::WrongKind { expected: Shape::Fields, found: None };
    Err(FileError::Unfit { name: name.to_owned(), place: place(text, line, column), problem })
}

/// The name of the first value that is a list where the record has named fields.
fn list_for_fields(read: &serde_json::Value, written: &serde_json::Value, name: &str) -> Option<String> {
    use serde_json::Value::{Array, Object};
    match (read, written) {
        (Array(_), Object(_)) => Some(name.to_owned()),
        (Array(read), Array(written)) => {
            read.iter().zip(written).find_map(|(read, written)| list_for_fields(read, written, name))
        }
        (Object(read), Object(written)) => read.iter().find_map(|(name, read)| list_for_fields(read, written.get(name)?, name)),
        _ => None,
    }
}

/// Line and column of the character that follows a text.
fn end_of(text: &str) -> (usize, usize) {
    (text.matches('\n').count() + 1, text.chars().rev().take_while(|character| *character != '\n').count() + 1)
}

/// The text after white space, RON's comments and RON's attributes.
fn outermost(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let end = if rest.starts_with("//") || rest.starts_with("#!") {
            rest.find('\n')
        } else if rest.starts_with("/*") {
            rest.find("*/").map(|end| end + 2)
        } else {
            return rest;
        };
        let Some(after) = end.and_then(|end| rest.get(end..)) else { return "" };
        rest = after.trim_start();
    }
}

/// Whether a text says in its first part what it is.
fn calls_itself(text: &str, own: &str) -> bool {
    text.char_indices().nth(4096).and_then(|(end, _)| text.get(..end)).unwrap_or(text).contains(own)
}

fn not_utf8(bytes: &[u8], error: &std::str::Utf8Error, own: &str, name: &str) -> FileError {
    let name = name.to_owned();
    let good = bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or_default();
    // Text that was well-formed Japanese in UTF-8 up to here is a damaged record, not one in another encoding.
    if !calls_itself(good, own) || good.is_ascii() {
        return FileError::Foreign { name, what: Foreign::of_other_encoding(bytes) };
    }
    let (line, column) = end_of(good);
    let problem = if error.error_len().is_none() { Problem::CutOff } else { Problem::NotUtf8 };
    FileError::Unfit { name, place: place(good, line, column), problem }
}
