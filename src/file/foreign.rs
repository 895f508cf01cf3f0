//! Naming a file that is not a record for what it is.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::ron_text::ron_options;
use crate::text::Lang;
use crate::text::file::foreign as words;

/// What a file is that is not a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Foreign {
    /// Nothing, or white space only.
    Empty,
    /// Nothing but zeros.
    Zeros,
    /// A PDF document.
    Pdf,
    /// An Excel workbook.
    Xlsx,
    /// A Word document.
    Docx,
    /// A workbook or document of an Office before 2007.
    OldOffice,
    /// A ZIP archive.
    Zip,
    /// A picture.
    Image,
    /// A program.
    Program,
    /// Something else that is no text.
    Binary,
    /// A web page.
    Html,
    /// XML.
    Xml,
    /// Text in UTF-16.
    Utf16,
    /// Text in Shift_JIS (CP932).
    ShiftJis,
    /// A PIA of the CNIL's tool.
    CnilPia,
    /// An OSCAL document.
    Oscal,
    /// A record, where something else was wanted.
    Record,
    /// A catalogue of liu-wizard.
    Catalogue,
    /// A judgement that liu-wizard wrote (`show --json`).
    Judgement,
    /// The list of files of a set that liu-wizard wrote.
    Manifest,
    /// Other JSON.
    Json,
    /// Other RON.
    Ron,
    /// Other text.
    Text,
}

impl Foreign {
    /// What it is, in words that end a sentence.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Empty => words::empty(lang),
            Self::Zeros => words::zeros(lang),
            Self::Pdf => words::pdf(lang),
            Self::Xlsx => words::xlsx(lang),
            Self::Docx => words::docx(lang),
            Self::OldOffice => words::old_office(lang),
            Self::Zip => words::zip(lang),
            Self::Image => words::image(lang),
            Self::Program => words::program(lang),
            Self::Binary => words::binary(lang),
            Self::Html => words::html(lang),
            Self::Xml => words::xml(lang),
            Self::Utf16 => words::utf16(lang),
            Self::ShiftJis => words::shift_jis(lang),
            Self::CnilPia => words::cnil_pia(lang),
            Self::Oscal => words::oscal(lang),
            Self::Record => words::record(lang),
            Self::Catalogue => words::catalogue(lang),
            Self::Judgement => words::judgement(lang),
            Self::Manifest => words::manifest(lang),
            Self::Json => words::json(lang),
            Self::Ron => words::ron(lang),
            Self::Text => words::text(lang),
        }
    }

    /// What to do with it instead; empty if there is nothing special to say.
    pub const fn advice(self, lang: Lang) -> &'static str {
        match self {
            Self::Empty | Self::Zeros => words::look_for_the_original(lang),
            Self::Html => words::sign_in_first(lang),
            Self::Zip => words::unpack(lang),
            Self::Utf16 | Self::ShiftJis => words::save_as_utf8(lang),
            Self::Record => words::open_as_record(lang),
            Self::Catalogue => words::load_as_catalogue(lang),
            Self::Judgement | Self::Manifest => words::open_its_record(lang),
            Self::Pdf | Self::Xlsx | Self::Docx | Self::OldOffice => words::ask_for_its_record(lang),
            _ => words::choose_another(lang),
        }
    }

    /// What bytes are that are no record.
    pub fn of(bytes: &[u8]) -> Self {
        let text = || match std::str::from_utf8(bytes) {
            Ok(text) => Self::of_text(text.strip_prefix('\u{FEFF}').unwrap_or(text)),
            Err(_) => Self::of_other_encoding(bytes),
        };
        Self::of_bytes(bytes).unwrap_or_else(text)
    }

    /// What bytes are that cannot be text, by how they begin.
    pub(super) fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let begins = |magic: &[u8]| bytes.starts_with(magic);
        let contains = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        if bytes.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0)) || bytes == b"\xEF\xBB\xBF" {
            return Some(if bytes.contains(&0) { Self::Zeros } else { Self::Empty });
        }
        if begins(b"%PDF-") {
            Some(Self::Pdf)
        } else if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
            Some(match () {
                () if contains(b"xl/workbook") => Self::Xlsx,
                () if contains(b"word/document") => Self::Docx,
                () => Self::Zip,
            })
        } else if begins(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            Some(Self::OldOffice)
        } else if [&b"\x89PNG\r\n\x1A\n"[..], b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*"].into_iter().any(begins)
            || (begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
        {
            Some(Self::Image)
        } else if begins(b"\x7FELF") || (begins(b"MZ") && bytes.contains(&0)) {
            Some(Self::Program)
        } else if begins(b"\xFF\xFE") || begins(b"\xFE\xFF") || is_utf16_without_mark(bytes) {
            Some(Self::Utf16)
        } else if bytes.contains(&0) {
            Some(Self::Binary)
        } else {
            None
        }
    }

    /// What bytes are that are not UTF-8: Shift_JIS if they can be, else no text at all.
    pub(super) fn of_other_encoding(bytes: &[u8]) -> Self {
        if is_shift_jis(bytes) { Self::ShiftJis } else { Self::Binary }
    }

    /// What a text is that is not a record.
    pub(super) fn of_text(text: &str) -> Self {
        let start = text.trim_start();
        let begins = |tag: &str| start.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
        if begins("<!doctype html") || begins("<html") {
            return Self::Html;
        }
        if begins("<?xml") || begins("<") {
            return Self::Xml;
        }
        if let Ok(Keys(keys)) = serde_json::from_str::<Keys>(text) {
            return Self::of_json_keys(&keys);
        }
        if start.starts_with(['{', '[']) && !text.contains("//") {
            return Self::Json;
        }
        match ron_options().from_str::<Keys>(text) {
            Ok(Keys(keys)) if has_all(&keys, &["meta", "tasks", "questions"]) => Self::Catalogue,
            Ok(Keys(keys)) if !keys.is_empty() || start.starts_with(['(', '[', '{']) => Self::Ron,
            _ => Self::Text,
        }
    }

    fn of_json_keys(keys: &[String]) -> Self {
        const OSCAL: [&str; 8] = [
            "catalog",
            "profile",
            "mapping-collection",
            "component-definition",
            "system-security-plan",
            "assessment-plan",
            "assessment-results",
            "plan-of-action-and-milestones",
        ];
        let (main, rest): (Vec<_>, Vec<_>) = keys.iter().partition(|key| OSCAL.contains(&key.as_str()));
        if main.len() == 1 && rest.iter().all(|key| *key == "$schema") {
            Self::Oscal
        } else if has_all(keys, &["pia", "answers"]) || has_all(keys, &["author_name", "evaluator_name", "validator_name"]) {
            Self::CnilPia
        } else if has_all(keys, &["outcome", "condition_listed", "condition_low"]) {
            Self::Judgement
        } else if has_all(keys, &["meta", "tasks", "questions"]) {
            Self::Catalogue
        } else if has_all(keys, &["format", "files", "made_on"]) || has_all(keys, &["format", "parts", "made_on"]) {
            Self::Manifest
        } else {
            Self::Json
        }
    }
}

fn has_all(keys: &[String], wanted: &[&str]) -> bool {
    wanted.iter().all(|want| keys.iter().any(|key| key == want))
}

/// ASCII in UTF-16 has a zero in every second byte; no text in another encoding has.
pub(super) fn is_utf16_without_mark(bytes: &[u8]) -> bool {
    let is_text = |byte: u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
    let start = bytes.get(..bytes.len().min(16)).unwrap_or_default();
    start.len() >= 4
        && (start.chunks_exact(2).all(|pair| matches!(pair, [byte, 0] if is_text(*byte)))
            || start.chunks_exact(2).all(|pair| matches!(pair, [0, byte] if is_text(*byte))))
}

/// Whether bytes have the structure of Shift_JIS as Windows writes it.
fn is_shift_jis(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        match byte {
            0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA1..=0xDF => {}
            0x81..=0x9F | 0xE0..=0xFC => {
                if !matches!(rest.next(), Some(0x40..=0x7E | 0x80..=0xFC)) {
                    return false;
                }
            }
            _ => return false,
        }
    }
    true
}

/// The names that stand on the outermost level of a JSON or RON text.
struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Outermost;

        impl<'de> Visitor<'de> for Outermost {
            type Value = Keys;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a map or a list")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Keys, M::Error> {
                let mut keys = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    map.next_value::<IgnoredAny>()?;
                    keys.push(key);
                }
                Ok(Keys(keys))
            }

            fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Keys, S::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Keys(Vec::new()))
            }
        }

        deserializer.deserialize_any(Outermost)
    }
}
