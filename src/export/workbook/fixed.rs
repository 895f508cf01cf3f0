//! What the program wrote outside the cells to be filled in, noted in the workbook itself: what somebody else wrote there is
//! known by it when the workbook comes back, wherever rows and columns were moved to.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::marks::{KEY_COLUMN, TABLE_CORNER};
use super::walk::{Step, attribute, walk};
use crate::record::ContentDigest;

/// What a cell begins with that notes what was written.
pub const FIXED: &str = "liu-wizard-fixed";
/// How many characters note a text.
pub const MARK: usize = 8;
/// How many texts one cell notes. More than four thousand do not fit into one.
const TEXTS: usize = 3_000;

/// What notes a text, whatever its blanks and breaks; nothing if there is nothing else in it.
pub fn mark(text: &str) -> Option<String> {
    let squeezed: String = text.split_whitespace().collect();
    (!squeezed.is_empty()).then(|| ContentDigest::of(squeezed.as_bytes()).as_str().chars().take(MARK).collect())
}

/// The same workbook, with a note of its locked texts on its last worksheet, which nobody sees.
pub(super) fn note(workbook: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(workbook))?;
    let mut parts = Vec::with_capacity(from.len());
    for index in 0..from.len() {
        let mut file = from.by_index(index)?;
        let name = file.name()?.into_owned();
        let mut content = String::new();
        file.read_to_string(&mut content)?;
        parts.push((name, content));
    }
    let part = |wanted: &str| parts.iter().find(|(name, _)| name == wanted).map_or("", |(_, content)| content.as_str());
    let (texts, unlocked) = (texts(part("xl/sharedStrings.xml")), unlocked_formats(part("xl/styles.xml").as_bytes()));
    let sheet = |number: usize| format!("xl/worksheets/sheet{number}.xml");
    let last = (1..).take_while(|number| !part(&sheet(*number)).is_empty()).last().unwrap_or_default();
    let mut written = Written::default();
    (1..last).for_each(|number| written.add(part(&sheet(number)), &texts, &unlocked));
    let last = sheet(last);
    let row = written.row(first_format(part(&last)));
    let mut to = ZipWriter::new(Cursor::new(Vec::with_capacity(workbook.len())));
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    for (name, content) in &parts {
        to.start_file(name.as_str(), options)?;
        if *name == last {
            let open = content.replacen("<sheetData/>", "<sheetData></sheetData>", 1);
            to.write_all(open.replacen("</sheetData>", &format!("{row}</sheetData>"), 1).as_bytes())?;
        } else {
            to.write_all(content.as_bytes())?;
        }
    }
    Ok(to.finish()?.into_inner())
}

/// The texts that cells share.
fn texts(content: &str) -> Vec<String> {
    let (mut texts, mut in_text) = (Vec::new(), false);
    walk(content.as_bytes(), &mut |step| match step {
        Step::Open(tag) => match tag.local_name().as_ref() {
            "si" => texts.push(String::new()),
            "t" => in_text = true,
            _ => {}
        },
        Step::Text(found) => {
            if in_text && let Some(text) = texts.last_mut() {
                text.push_str(found);
            }
        }
        Step::Close(name) => in_text = in_text && name != "t",
    });
    texts
}

/// For each format of a list of them whether its cells can be filled in.
pub fn unlocked_formats(content: &[u8]) -> Vec<bool> {
    let (mut formats, mut in_formats) = (Vec::new(), false);
    walk(content, &mut |step| match step {
        Step::Open(tag) => match tag.local_name().as_ref() {
            "cellXfs" => in_formats = true,
            "xf" if in_formats => formats.push(false),
            "protection"
                if in_formats && attribute(tag, "locked").as_deref().is_some_and(|locked| matches!(locked, "0" | "false")) =>
            {
                if let Some(format) = formats.last_mut() {
                    *format = true;
                }
            }
            _ => {}
        },
        Step::Close("cellXfs") => in_formats = false,
        Step::Close(_) | Step::Text(_) => {}
    });
    formats
}

/// The format of the first cell of a worksheet: here that of text which nobody computes with.
fn first_format(sheet: &str) -> Option<usize> {
    let mut first = None;
    walk(sheet.as_bytes(), &mut |step| {
        if let Step::Open(tag) = step
            && tag.local_name().as_ref() == "c"
            && first.is_none()
        {
            first = attribute(tag, "s").and_then(|format| format.parse().ok());
        }
    });
    first
}

/// What was written.
#[derive(Default)]
struct Written {
    marks: Vec<String>,
    formulas: usize,
}

impl Written {
    fn add(&mut self, sheet: &str, texts: &[String], unlocked: &[bool]) {
        let (mut is_fixed, mut shares, mut in_value) = (false, false, false);
        walk(sheet.as_bytes(), &mut |step| match step {
            Step::Open(tag) => match tag.local_name().as_ref() {
                "c" => {
                    let format = attribute(tag, "s").and_then(|format| format.parse::<usize>().ok()).unwrap_or_default();
                    is_fixed = !unlocked.get(format).copied().unwrap_or_default();
                    shares = attribute(tag, "t").as_deref() == Some("s");
                }
                "f" if is_fixed => self.formulas += 1,
                "v" => in_value = is_fixed && shares,
                _ => {}
            },
            Step::Text(found) if in_value => {
                let text = found.trim().parse::<usize>().ok().and_then(|index| texts.get(index));
                let text = text.filter(|text| !matches!(text.as_str(), KEY_COLUMN | TABLE_CORNER));
                self.marks.extend(text.and_then(|text| mark(text)));
            }
            Step::Text(_) => {}
            Step::Close(_) => in_value = false,
        });
    }

    /// The row that notes it, far below what can be chosen.
    fn row(&self, format: Option<usize>) -> String {
        let format = format.map_or_else(String::new, |format| format!(" s=\"{format}\""));
        const ROW: u32 = 60_000;
        let first = std::iter::once(format!("{FIXED} {} ", self.formulas));
        let texts = first.chain(self.marks.chunks(TEXTS).map(|marks| format!("{FIXED} 0 {}", marks.concat())));
        let cells: String = texts
            .zip(0_u16..)
            .map(|(text, column)| {
                let column = rust_xlsxwriter::utility::column_number_to_name(column);
                format!("<c r=\"{column}{ROW}\"{format} t=\"inlineStr\"><is><t>{text}</t></is></c>")
            })
            .collect();
        format!("<row r=\"{ROW}\">{cells}</row>")
    }
}
