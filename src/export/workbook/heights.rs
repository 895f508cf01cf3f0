//! Heights of rows that are right at first and still follow what is typed.
//!
//! A spreadsheet that does not compute heights when it opens a file needs them said. The writer can only say them as set by
//! hand, and such a row no longer grows with its text: so that is taken back here.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// What says that a height was set by hand. Texts of the record stand in another file.
const BY_HAND: &str = " customHeight=\"1\"";

/// The same workbook, in which heights are not set by hand in the rows that are told for each worksheet, from 0.
pub(super) fn let_go(workbook: &[u8], rows: &[Vec<u32>]) -> zip::result::ZipResult<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(workbook))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::with_capacity(workbook.len())));
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    for index in 0..from.len() {
        let mut file = from.by_index(index)?;
        let name = file.name()?.into_owned();
        let mut content = String::new();
        file.read_to_string(&mut content)?;
        let number = name.strip_prefix("xl/worksheets/sheet").and_then(|name| name.strip_suffix(".xml"));
        if let Some(rows) = number.and_then(|number| rows.get(number.parse::<usize>().ok()?.checked_sub(1)?)) {
            content = without_by_hand(&content, rows);
        }
        to.start_file(name, options)?;
        to.write_all(content.as_bytes())?;
    }
    Ok(to.finish()?.into_inner())
}

fn without_by_hand(sheet: &str, rows: &[u32]) -> String {
    let mut kept = String::with_capacity(sheet.len());
    for (index, part) in sheet.split("<row ").enumerate() {
        if index > 0 {
            kept.push_str("<row ");
        }
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        let number = tag.strip_prefix("r=\"").and_then(|tag| tag.split('"').next()).and_then(|number| number.parse::<u32>().ok());
        let is_free = number.and_then(|number| number.checked_sub(1)).is_some_and(|row| rows.binary_search(&row).is_ok());
        if index > 0 && is_free {
            kept.push_str(&tag.replace(BY_HAND, ""));
        } else {
            kept.push_str(tag);
        }
        if part.len() > tag.len() {
            kept.push('>');
        }
        kept.push_str(rest);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::without_by_hand;

    #[test]
    fn only_the_rows_that_are_told_are_let_go() {
        let sheet = "<sheetData><row r=\"1\" ht=\"42\" customHeight=\"1\"><c/></row><row r=\"2\" ht=\"15\" customHeight=\"1\"/></sheetData>";
        let let_go = sheet.replace("ht=\"15\" customHeight=\"1\"", "ht=\"15\"");
        assert_eq!(without_by_hand(sheet, &[1, 7]), let_go);
        assert_eq!(without_by_hand(sheet, &[]), sheet);
    }
}
