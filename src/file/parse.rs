//! Reading the text of a record: what it is, which version, then the record itself. Nothing is repaired in silence.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::decode::{Told, calls_itself, text_of};
use super::diagnose::{of_json, of_ron};
use super::format::Envelope;
use super::problem::{Place, Problem, Shape, place};
use super::ron_text::ron_options;
use super::walk::{Token, Walk, tokens};
use super::{FORMAT, FileError, FileFormat, Foreign, VERSION};
pub use crate::bounds::RECORD_BYTES as MAX_BYTES;
use crate::record::{Record, excerpt as shown, stored_otherwise};

/// A record as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The record.
    pub record: Record,
    /// How it was written.
    pub format: FileFormat,
    /// How the file differed from what the program writes, although nothing of it was lost.
    pub told: Vec<Told>,
}

/// Reads a record from the bytes of a file. `name` is for messages alone: what the bytes are is seen from the bytes.
///
/// # Errors
/// [`FileError`] says what the bytes are or what does not fit in them, and where.
pub fn parse(bytes: &[u8], name: &str) -> Result<(Record, FileFormat), FileError> {
    parse_told(bytes, name).map(|read| (read.record, read.format))
}

/// The same, for somebody who is told how the file stood on the disk.
///
/// # Errors
/// As [`parse`].
pub fn parse_told(bytes: &[u8], name: &str) -> Result<Read, FileError> {
    let name = shown(name, 120);
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_BYTES) {
        return Err(FileError::TooLarge { name });
    }
    let (text, mut told) = text_of(bytes, FORMAT, &name)?;
    let format = if outermost(&text).starts_with('{') { FileFormat::Json } else { FileFormat::Ron };
    let Envelope { record, .. } = read_as(&text, format, FORMAT, &name)?;
    refuse_repeated_ids(&record, &name)?;
    if format == FileFormat::Json {
        refuse_lists_as_fields(&text, &record, &name)?;
    }
    told.extend(texts_taken_otherwise(&text));
    Ok(Read { record, format, told })
}

/// The texts of which a tab or a separate voiced mark was put in order. What the history says stays as it stands.
fn texts_taken_otherwise(text: &str) -> Vec<Told> {
    // Most files have none, and need no second look.
    let may_have = ["\t", "\\t", "\u{3099}", "\u{309A}", "\\u", "\\x"].iter().any(|mark| text.contains(mark));
    let mut found = Vec::new();
    let mut walk = Walk::default();
    for (_, _, token) in tokens(text).take_while(|_| may_have) {
        if let Token::Text(written) = &token {
            let changes = stored_otherwise(written);
            if !changes.is_empty() {
                found.push(Told::Text { path: walk.path(), changes });
            }
        }
        walk.pass(&token);
    }
    found.retain(|told| !matches!(told, Told::Text { path, .. } if path.starts_with("history")));
    found
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
    let unfit = |(place, problem)| FileError::Unfit { name: name.to_owned(), place: Box::new(place), problem };
    let head = whole::<Head>(text, format);
    match head {
        Ok(Head { format: Some(said), version: Some(VERSION) }) if said == own => {}
        Ok(Head { format: Some(said), version: Some(found) }) if said == own => {
            return Err(FileError::OtherVersion { name: name.to_owned(), found });
        }
        Ok(Head { format: Some(said), version: None }) if said == own => {
            return Err(unfit((place(text, 1, 1), Problem::MissingField { field: "version".to_owned() })));
        }
        // Where brackets do not match, the end of the file is only where that comes out: the record itself may say where it begins.
        Err(found) if calls_itself(text, own) => {
            let last = text.trim_end().lines().count();
            let earlier = whole::<T>(text, format).err().filter(|(place, _)| found.1 == Problem::CutOff && place.line < last);
            return Err(unfit(earlier.unwrap_or(found)));
        }
        Ok(_) | Err(_) => return Err(FileError::Foreign { name: name.to_owned(), what: Foreign::of_text(text) }),
    }
    whole(text, format).map_err(unfit)
}

/// Reads all of a text.
fn whole<T: DeserializeOwned>(text: &str, format: FileFormat) -> Result<T, (Place, Problem)> {
    match format {
        FileFormat::Ron => ron_options().from_str(text).map_err(|error| of_ron(text, error)),
        FileFormat::Json => serde_json::from_str(text).map_err(|error| of_json(text, &error)),
    }
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
    Err(FileError::Unfit { name: name.to_owned(), place: Box::new(place(text, line, column)), problem })
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
