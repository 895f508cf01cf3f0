//! How a record is written: RON for people and programs, JSON for programs, one envelope around both.

use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ron_text::ron_pretty;
use super::{FORMAT, FileError, SCHEMA_ID, VERSION};
use crate::record::Record;

/// What stands above a record in RON. The comments are for people; the reader skips them.
const HEAD: &str = "\
// liu-wizard 評価記録: ISMAP-LIU「業務・情報の影響度評価」の記録です。本書は公式様式ではありません。
// liu-wizard で開いてください。お持ちでないときは、このファイルを渡した人にお尋ねください。
// 形式: liu-wizard-record 第1版 (RON, UTF-8)。「//」の行は保存のたびに作り直します。書き加えた注釈は残りません。
//
// liu-wizard assessment record (ISMAP-LIU impact assessment). Not an official form.
// Open it with liu-wizard; if you do not have the program, ask whoever gave you this file.
// Format: liu-wizard-record, version 1 (RON, UTF-8). Lines with // are made anew on every save; comments you add are lost.
";

/// The two ways in which one and the same record is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileFormat {
    /// `.liu.ron`, the usual one.
    Ron,
    /// `.liu.json`, for other programs.
    Json,
}

impl FileFormat {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Ron, Self::Json];

    /// The end of a file name of this format, with its dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Ron => ".liu.ron",
            Self::Json => ".liu.json",
        }
    }

    /// The format that a file name asks for: JSON if it ends in `.json`, RON otherwise.
    pub fn of_path(path: &Path) -> Self {
        let json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if json { Self::Json } else { Self::Ron }
    }

    /// The record in this format.
    ///
    /// # Errors
    /// [`FileError::NotWritable`], which no record that was read or edited can bring about.
    pub fn write(self, record: &Record) -> Result<String, FileError> {
        match self {
            Self::Ron => to_ron(record),
            Self::Json => to_json(record),
        }
    }
}

/// The same path with the end of its name put right: `case` → `case.liu.ron`, `case.json` → `case.liu.json`.
pub fn completed_name(path: &Path) -> PathBuf {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return path.to_owned() };
    let lower = name.to_lowercase();
    if FileFormat::ALL.iter().any(|format| lower.ends_with(format.extension())) {
        return path.to_owned();
    }
    let stem = [".json", ".ron", ".liu"]
        .iter()
        .find_map(|end| lower.ends_with(end).then(|| name.get(..name.len() - end.len())))
        .flatten()
        .filter(|stem| !stem.is_empty())
        .unwrap_or(name);
    path.with_file_name(format!("{stem}{}", FileFormat::of_path(path).extension()))
}

/// The one shape of a record file of version 1.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("$id" = SCHEMA_ID))]
#[schemars(title = "liu-wizard record", description = "An ISMAP-LIU assessment record as liu-wizard writes it (*.liu.json)")]
pub(super) struct Envelope {
    /// Names the JSON Schema of the file.
    #[serde(rename = "$schema", default = "schema_id")]
    #[schemars(extend("const" = SCHEMA_ID))]
    #[expect(dead_code, reason = "for editors of JSON; the reader goes by format and version")]
    schema: String,
    /// What the file is.
    #[schemars(extend("const" = FORMAT))]
    #[expect(dead_code, reason = "the reader looked at it before, to know what the file is")]
    format: String,
    /// Version of the format.
    #[schemars(extend("const" = VERSION))]
    #[expect(dead_code, reason = "the reader looked at it before, to know which shape to read")]
    version: u32,
    /// The record.
    pub(super) record: Record,
}

fn schema_id() -> String {
    SCHEMA_ID.to_owned()
}

#[derive(Serialize)]
struct Written<'a> {
    /// Where an editor of JSON finds what may stand in the file. RON has no such custom.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: Option<&'a str>,
    format: &'a str,
    version: u32,
    record: &'a Record,
}

impl<'a> Written<'a> {
    const fn new(record: &'a Record) -> Self {
        Self { schema: None, format: FORMAT, version: VERSION, record }
    }
}

/// The record as it stands in a `.liu.ron` file, with its commented head. Equal records give equal text.
///
/// # Errors
/// [`FileError::NotWritable`], which no record that was read or edited can bring about.
pub fn to_ron(record: &Record) -> Result<String, FileError> {
    let body = ron::Options::default()
        .to_string_pretty(&Written::new(record), ron_pretty())
        .map_err(|error| FileError::NotWritable { said: error.to_string() })?;
    Ok(format!("{HEAD}{body}\n"))
}

/// The record as it stands in a `.liu.json` file: canonical JSON (RFC 8785), which other programs make byte for byte alike.
///
/// # Errors
/// [`FileError::NotWritable`], which no record that was read or edited can bring about.
pub fn to_json(record: &Record) -> Result<String, FileError> {
    serde_jcs::to_string(&Written { schema: Some(SCHEMA_ID), ..Written::new(record) })
        .map_err(|error| FileError::NotWritable { said: error.to_string() })
}

/// The JSON Schema (2020-12) of a `.liu.json` file, made from the types that read it.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Envelope).to_value()
}
