//! Heights of rows that are right at first and still follow what is typed.
//!
//! A spreadsheet that does not compute heights when it opens a file needs them said. The writer can only say them as set by
//! hand, and such a row no longer grows with its text: so that is taken back here.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// What says that a height was set by hand. Texts of the record stand in another file.
const BY_HAND: &str = " customHeight=\"1\"";

/// The same workbook with heights that are not set by hand.
pub(super) fn let_go(workbook: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(workbook))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::with_capacity(workbook.len())));
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    for index in 0..from.len() {
        let mut file = from.by_index(index)?;
        let name = file.name()?.into_owned();
        let mut content = String::new();
        file.read_to_string(&mut content)?;
        if name.starts_with("xl/worksheets/sheet") {
            content = content.replace(BY_HAND, "");
        }
        to.start_file(name, options)?;
        to.write_all(content.as_bytes())?;
    }
    Ok(to.finish()?.into_inner())
}
