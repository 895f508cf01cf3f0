//! A table as CSV, for spreadsheets: UTF-8 with a byte order mark, CRLF, and no text that a spreadsheet would take for a formula.

use super::ExportError;
use super::report::Table;

/// Writes the header row and all rows. Small print follows the text it belongs to, on a line of its own.
pub(super) fn write(table: &Table) -> Result<Vec<u8>, ExportError> {
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    let failed = |error: csv::Error| ExportError::Packing { problem: error.to_string() };
    out.write_record(table.columns.iter().map(|column| harmless(&column.title))).map_err(failed)?;
    for row in &table.rows {
        let text = row.iter().map(|cell| match (cell.text.as_str(), cell.detail.as_str()) {
            (text, "") => harmless(text),
            ("", detail) => harmless(detail),
            (text, detail) => harmless(&format!("{text}\n{detail}")),
        });
        out.write_record(text).map_err(failed)?;
    }
    out.into_inner().map_err(|error| ExportError::Packing { problem: error.to_string() })
}

/// A text that no spreadsheet computes: an apostrophe before what might begin a formula, also full-width, as OWASP advises.
fn harmless(text: &str) -> String {
    let begins = text.trim_start().chars().next().or_else(|| text.chars().next());
    let acts = matches!(begins, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n' | '\0'));
    if acts { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::report::Cell;

    #[test]
    fn text_of_a_record_is_never_computed() {
        for text in ["=cmd|' /C calc'!A0", "+1", "-2", "@SUM(1)", "＝1", "  =1", "\n=1", "\t=1"] {
            assert!(harmless(text).starts_with('\''), "{text:?}");
        }
        for text in ["", "1-2", "会議", "'=1"] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn excel_opens_it_as_japanese_with_line_breaks_in_their_cells() {
        let mut table = Table::new("", &[("名称", 1), ("指摘", 1)]);
        table.rows.push(vec![Cell::new("会議, \"甲\""), Cell::new("一\n二").detail("id")]);
        let written = write(&table).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), "\u{FEFF}名称,指摘\r\n\"会議, \"\"甲\"\"\",\"一\n二\nid\"\r\n");
    }
}
