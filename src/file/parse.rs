//! Reading a record: what the file is, which version, then the record itself. Nothing is repaired in silence.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::format::{Envelope, ron_options};
use super::problem::{Problem, of_json, of_ron, place, shown};
use super::{Cause, FORMAT, FileError, FileFormat, Foreign, Storage, VERSION};
use crate::record::{ContentDigest, Record};

/// The largest file that is read, in bytes. A record of two hundred items has under a twentieth of it.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// A record as it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The record.
    pub record: Record,
    /// How the file is written.
    pub format: FileFormat,
    /// SHA-256 of the bytes of the file, by which a later save knows whether it was changed outside.
    pub digest: ContentDigest,
}

/// Opens a record. The file is not touched.
///
/// # Errors
/// [`FileError`] says what the file is or what does not fit in it, and where.
pub fn open(storage: &dyn Storage, path: &Path) -> Result<Opened, FileError> {
    let name = name_of(path);
    let bytes = match storage.read(path, MAX_BYTES) {
        Err(error) if error.cause == Cause::TooLarge => return Err(FileError::TooLarge { name }),
        read => read?,
    };
    let (record, format) = parse(&bytes, &name)?;
    Ok(Opened { record, format, digest: ContentDigest::of(&bytes) })
}

/// The name of a file as messages show it.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    shown(&name, 120)
}

/// Reads a record from the bytes of a file. `name` is for messages alone: what the bytes are is seen from the bytes.
///
/// # Errors
/// [`FileError`] says what the bytes are or what does not fit in them, and where.
pub fn parse(bytes: &[u8], name: &str) -> Result<(Record, FileFormat), FileError> {
    let name = shown(name, 120);
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_BYTES) {
        return Err(FileError::TooLarge { name });
    }
    if let Some(what) = Foreign::of_bytes(bytes) {
        return Err(FileError::Foreign { name, what });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(not_utf8(bytes, &error, name)),
    };
    let format = if outermost(text).starts_with('{') { FileFormat::Json } else { FileFormat::Ron };
    let record = read(text, format, &name)?;
    refuse_repeated_ids(&record, &name)?;
    Ok((record, format))
}

/// What a file says of itself before anything else is looked at. Everything besides may be of any shape.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Option<String>,
    #[serde(default)]
    version: Option<u32>,
}

fn read(text: &str, format: FileFormat, name: &str) -> Result<Record, FileError> {
    let unfit = |(place, problem)| FileError::Unfit { name: name.to_owned(), place, problem };
    let head: Result<Head, _> = match format {
        FileFormat::Ron => ron_options().from_str(text).map_err(|error| of_ron(text, error)),
        FileFormat::Json => serde_json::from_str(text).map_err(|error| of_json(text, &error)),
    };
    match head {
        Ok(Head { format: Some(own), version: Some(VERSION) }) if own == FORMAT => {}
        Ok(Head { format: Some(own), version: Some(found) }) if own == FORMAT => {
            return Err(FileError::OtherVersion { name: name.to_owned(), found });
        }
        Ok(Head { format: Some(own), version: None }) if own == FORMAT => {
            return Err(unfit((place(text, 1, 1), Problem::MissingField { field: "version".to_owned() })));
        }
        Err(found) if calls_itself_a_record(text) => return Err(unfit(found)),
        Ok(_) | Err(_) => return Err(FileError::Foreign { name: name.to_owned(), what: Foreign::of_text(text) }),
    }
    let envelope: Result<Envelope, _> = match format {
        FileFormat::Ron => ron_options().from_str(text).map_err(|error| of_ron(text, error)),
        FileFormat::Json => serde_json::from_str(text).map_err(|error| of_json(text, &error)),
    };
    envelope.map(|envelope| envelope.record).map_err(unfit)
}

/// Two things with one name could not be told apart by what points at them.
fn refuse_repeated_ids(record: &Record, name: &str) -> Result<(), FileError> {
    let mut items = BTreeSet::new();
    let mut flags = BTreeSet::new();
    let repeated = (record.items.iter().map(|item| &item.id).find(|id| !items.insert(*id)).map(ToString::to_string))
        .or_else(|| record.red_flags.iter().map(|reply| &reply.flag).find(|id| !flags.insert(*id)).map(ToString::to_string));
    repeated.map_or(Ok(()), |id| Err(FileError::RepeatedId { name: name.to_owned(), id }))
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

fn calls_itself_a_record(text: &str) -> bool {
    text.char_indices().nth(4096).and_then(|(end, _)| text.get(..end)).unwrap_or(text).contains(FORMAT)
}

fn not_utf8(bytes: &[u8], error: &std::str::Utf8Error, name: String) -> FileError {
    let good = bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or_default();
    // Text that was well-formed Japanese in UTF-8 up to here is a damaged record, not one in another encoding.
    if !calls_itself_a_record(good) || good.is_ascii() {
        return FileError::Foreign { name, what: Foreign::of_other_encoding(bytes) };
    }
    let line = good.matches('\n').count() + 1;
    let column = good.chars().rev().take_while(|character| *character != '\n').count() + 1;
    let problem = if error.error_len().is_none() { Problem::CutOff } else { Problem::NotUtf8 };
    FileError::Unfit { name, place: place(good, line, column), problem }
}
