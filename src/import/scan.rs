//! What a file must be before it is given to the reader of spreadsheets: small when unpacked, and free of numbers that make
//! that reader ask for more memory than there is.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::recognise::recognise;
use super::{ImportError, Limit};
use crate::file::byte_count;

/// The largest file that is looked at, to say what it is.
pub(super) const MAX_READ: u64 = 64 * 1024 * 1024;
/// The largest workbook, as it comes.
const MAX_FILE: u64 = 16 * 1024 * 1024;
/// The most files inside it. Comments, drawings and settings of printers are files of their own for each worksheet.
const MAX_ENTRIES: usize = 1024;
/// The largest of them, unpacked. The texts of the largest record have a third of it.
pub(super) const MAX_ENTRY: u64 = 48 * 1024 * 1024;
/// All of them, unpacked.
const MAX_TOTAL: u64 = 96 * 1024 * 1024;
/// The most formats, fonts, fills and borders each. Excel itself ends at half of it; workbooks that were copied together for
/// years come near.
const MAX_STYLES: usize = 131_072;
/// The longest tag among them, and all of it if each format has it once more, as the reader keeps them.
const MAX_STYLE_TAG: usize = 1024;
const MAX_STYLE_TEXT: usize = 64 * 1024 * 1024;
/// The most shared texts, and the most digits of the number that announces them: the reader makes room for what is announced.
const MAX_TEXTS: usize = 999_999;
const MAX_TEXTS_DIGITS: usize = 6;

/// Refuses what is no `.xlsx` file or would not fit into memory. Sizes that the file itself declares are not believed.
pub(super) fn scan(bytes: &[u8]) -> Result<(), ImportError> {
    if let Some(kind) = recognise(bytes) {
        return Err(ImportError::Another(kind));
    }
    if byte_count(bytes) > MAX_FILE {
        return Err(ImportError::TooLarge(Limit::File));
    }
    let broken = |error: &dyn std::fmt::Display| ImportError::Broken { problem: error.to_string() };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if archive.len() > MAX_ENTRIES {
        return Err(ImportError::TooLarge(Limit::Entries));
    }
    let mut left = MAX_TOTAL;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|error| broken(&error))?;
        let name = file.name().map_err(|error| broken(&error))?.to_ascii_lowercase();
        let kind = Kind::of(&name);
        let most = MAX_ENTRY.min(left);
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
                "sst" => longest_number(tag.attributes_raw()) <= MAX_TEXTS_DIGITS,
                "si" => {
                    texts += 1;
                    texts <= MAX_TEXTS
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
        self.longest <= MAX_STYLE_TAG
            && self.formats <= MAX_STYLES
            && self.parts <= MAX_STYLES
            && self.formats.saturating_mul(self.longest) <= MAX_STYLE_TEXT
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
