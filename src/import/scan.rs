//! What a file must be before it is given to the reader of spreadsheets: small when unpacked, and free of numbers that make
//! that reader ask for more memory than there is.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::recognise::recognise;
use super::{ImportError, Limit};
use crate::bounds::{
    SHEET_BYTES, SHEET_PART, SHEET_PARTS, SHEET_STYLE_TAG, SHEET_STYLE_TEXT, SHEET_STYLES, SHEET_TEXTS, SHEET_TEXTS_DIGITS,
    SHEET_UNPACKED,
};
use crate::file::byte_count;

/// Refuses what is no `.xlsx` file or would not fit into memory. Sizes that the file itself declares are not believed.
pub(super) fn scan(bytes: &[u8]) -> Result<(), ImportError> {
    if let Some(kind) = recognise(bytes) {
        return Err(ImportError::Another(kind));
    }
    if byte_count(bytes) > SHEET_BYTES {
        return Err(ImportError::TooLarge(Limit::File));
    }
    let broken = |error: &dyn std::fmt::Display| ImportError::Broken { problem: error.to_string() };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if archive.len() > SHEET_PARTS {
        return Err(ImportError::TooLarge(Limit::Entries));
    }
    let mut left = SHEET_UNPACKED;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|error| broken(&error))?;
        let name = file.name().map_err(|error| broken(&error))?.to_ascii_lowercase();
        let kind = Kind::of(&name);
        let most = SHEET_PART.min(left);
        let mut kept = Vec::new();
        let taken = if kind == Kind::Other {
            std::io::copy(&mut (&mut file).take(most + 1), &mut std::io::sink()).map_err(|error| broken(&error))?
        } else {
            (&mut file).take(most + 1).read_to_end(&mut kept).map_err(|error| broken(&error))?;
            byte_count(&kept)
        };
        if taken > most {
            return Err(ImportError::TooLarge(Limit::Unpacked));
        }
        left -= taken;
        kind.check(&kept)?;
    }
    Ok(())
}

/// The parts of a workbook for which the reader makes room beyond their size.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Texts,
    Styles,
    Other,
}

impl Kind {
    /// The reader finds these two in whatever folder, and whatever the case of their letters.
    fn of(name: &str) -> Self {
        if name.ends_with("sharedstrings.xml") {
            Self::Texts
        } else if name.ends_with("styles.xml") {
            Self::Styles
        } else {
            Self::Other
        }
    }

    fn check(self, content: &[u8]) -> Result<(), ImportError> {
        let (mut texts, mut styles) = (0, Styles::default());
        match self {
            Self::Other => Ok(()),
            Self::Styles => each_tag(content, Limit::Styles, &mut |tag| styles.fit(tag)),
            Self::Texts => each_tag(content, Limit::Texts, &mut |tag| match tag.local_name().as_ref() {
                "sst" => longest_number(tag.attributes_raw()) <= SHEET_TEXTS_DIGITS,
                "si" => {
                    texts += 1;
                    texts <= SHEET_TEXTS
                }
                _ => true,
            }),
        }
    }
}

/// What was seen of the formats.
#[derive(Default)]
struct Styles {
    formats: usize,
    parts: usize,
    longest: usize,
}

impl Styles {
    /// Whether they still fit with this one.
    fn fit(&mut self, tag: &BytesStart<'_>) -> bool {
        match tag.local_name().as_ref() {
            "xf" => self.formats += 1,
            "font" | "fill" | "border" | "numFmt" => self.parts += 1,
            _ => {}
        }
        self.longest = self.longest.max(tag.len());
        self.longest <= SHEET_STYLE_TAG
            && self.formats <= SHEET_STYLES
            && self.parts <= SHEET_STYLES
            && self.formats.saturating_mul(self.longest) <= SHEET_STYLE_TEXT
    }
}

fn each_tag(content: &[u8], limit: Limit, fits: &mut dyn FnMut(&BytesStart<'_>) -> bool) -> Result<(), ImportError> {
    let mut reader = Reader::from_reader(content);
    // As lenient as the reader that comes after.
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) if !fits(&tag) => return Err(ImportError::TooLarge(limit)),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(ImportError::Broken { problem: error.to_string() }),
        }
    }
}

fn longest_number(text: &str) -> usize {
    text.split(|character: char| !character.is_ascii_digit()).map(str::len).max().unwrap_or(0)
}
