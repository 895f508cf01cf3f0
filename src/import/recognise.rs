//! What a file is that is no assessment sheet, so that it can be said what to do with it.

use std::io::{Cursor, Read as _};

use serde::{Deserialize, Serialize};

use crate::export::MANIFEST_NAME;
use crate::file::{self, Foreign};

/// What a file is instead of a workbook that can be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    /// A workbook of Excel before 2007 (`.xls`).
    OldExcel,
    /// A binary workbook (`.xlsb`).
    BinaryExcel,
    /// A workbook in XML of Excel 2003.
    XmlExcel,
    /// An OpenDocument spreadsheet (`.ods`).
    OpenDocument,
    /// A spreadsheet of Apple Numbers.
    Numbers,
    /// A file that opens with a password, or only for some people.
    Encrypted,
    /// A web page, or a table of one under the name of a workbook.
    WebPage,
    /// A table as text: CSV, or with tabs.
    TextTable,
    /// A document of a word processor.
    Document,
    /// A presentation.
    Slides,
    /// A mail.
    Mail,
    /// An assessment record of this program.
    Record,
    /// A package, or a set of documents, of this program.
    Package,
    /// A ZIP file with a workbook in it.
    ZipWithSheet(String),
    /// An archive of another kind.
    Archive,
    /// What Excel keeps beside a workbook while somebody has it open.
    OwnerFile,
    /// Something else that is known.
    Other(Foreign),
}

/// What a file is, unless it is a workbook that can be read.
pub(super) fn recognise(bytes: &[u8]) -> Option<FileKind> {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        return in_zip(bytes);
    }
    if begins(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(compound(bytes));
    }
    if begins(b"7z\xBC\xAF\x27\x1C") || begins(b"Rar!") || begins(b"\x1F\x8B") {
        return Some(FileKind::Archive);
    }
    if begins(b"{\\rtf") {
        return Some(FileKind::Document);
    }
    // The name of whoever has it open, once in bytes and once in UTF-16.
    if bytes.len() == 165 && bytes.first().is_some_and(|length| (1..=54).contains(length)) && bytes.contains(&0) {
        return Some(FileKind::OwnerFile);
    }
    let start = bytes.get(..bytes.len().min(64 * 1024)).unwrap_or_default();
    let lower = String::from_utf8_lossy(start).to_ascii_lowercase();
    if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Some(FileKind::XmlExcel);
    }
    if lower.contains("urn:oasis:names:tc:opendocument") {
        return Some(FileKind::OpenDocument);
    }
    if ["<html", "<!doctype html", "<table", "mime-version:"].iter().any(|mark| lower.contains(mark)) && !begins(b"%PDF-") {
        return Some(FileKind::WebPage);
    }
    let foreign = Foreign::of(bytes);
    Some(match foreign {
        Foreign::Ron | Foreign::Json | Foreign::Text if file::parse(bytes, "").is_ok() => FileKind::Record,
        Foreign::Text | Foreign::ShiftJis | Foreign::Utf16 | Foreign::Json | Foreign::Ron if is_table(start) => {
            FileKind::TextTable
        }
        // Text in an encoding of mails or of Unix.
        Foreign::Binary if !bytes.contains(&0) && is_table(start) => FileKind::TextTable,
        Foreign::Docx => FileKind::Document,
        other => FileKind::Other(other),
    })
}

/// Whether most lines have the same separator.
fn is_table(start: &[u8]) -> bool {
    let start: Vec<u8> = start.iter().copied().filter(|byte| *byte != 0).collect();
    let lines: Vec<&[u8]> = start.split(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.is_empty()).take(40).collect();
    let with = |separator: u8| lines.iter().filter(|line| line.contains(&separator)).count();
    !lines.is_empty() && [b'\t', b',', b';'].into_iter().any(|separator| with(separator) * 2 > lines.len())
}

/// What a compound file holds, by the names of its streams, which are in UTF-16.
fn compound(bytes: &[u8]) -> FileKind {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") || has("DataSpaces") {
        FileKind::Encrypted
    } else if has("Workbook") || has("Book\0") {
        FileKind::OldExcel
    } else if has("WordDocument") {
        FileKind::Document
    } else if has("PowerPoint Document") {
        FileKind::Slides
    } else if has("__properties_version1.0") {
        FileKind::Mail
    } else {
        FileKind::Other(Foreign::OldOffice)
    }
}

/// What a ZIP file is, unless it holds a workbook. A damaged one is left to whoever reads it.
fn in_zip(bytes: &[u8]) -> Option<FileKind> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect();
    let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let ends = |ending: &str| names.iter().find(|name| name.to_ascii_lowercase().ends_with(ending)).cloned();
    if has("xl/workbook.bin") {
        return Some(FileKind::BinaryExcel);
    }
    if has("[Content_Types].xml") && names.iter().any(|name| name.to_ascii_lowercase().replace('\\', "/").starts_with("xl/")) {
        return None;
    }
    if ends("word/document.xml").is_some() {
        return Some(FileKind::Document);
    }
    if ends("ppt/presentation.xml").is_some() {
        return Some(FileKind::Slides);
    }
    if ends(".iwa").is_some() {
        return Some(FileKind::Numbers);
    }
    if has("mimetype") {
        let mut kind = String::new();
        archive.by_name("mimetype").ok()?.take(200).read_to_string(&mut kind).ok()?;
        return Some(match kind.trim() {
            kind if kind.contains("opendocument.spreadsheet") => FileKind::OpenDocument,
            kind if kind.contains("opendocument.presentation") => FileKind::Slides,
            _ => FileKind::Document,
        });
    }
    if ends(MANIFEST_NAME).is_some() {
        return Some(FileKind::Package);
    }
    Some(ends(".xlsx").map_or(FileKind::Other(Foreign::Zip), FileKind::ZipWithSheet))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn zip_of(names: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in names {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(content.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn compound_with(stream: &str) -> Vec<u8> {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain([0; 504]).chain(name).chain([0; 80]).collect()
    }

    #[test]
    fn a_file_is_recognised_by_what_is_in_it() {
        let ods = zip_of(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")]);
        let odt = zip_of(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
        let utf16: Vec<u8> = "\u{FEFF}名称,内容\r\n名簿,委員\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let owner: Vec<u8> = [&b"\x04user"[..], &[b' '; 50], &[0; 110]].concat();
        for (bytes, expected) in [
            (compound_with("Workbook"), FileKind::OldExcel),
            (compound_with("EncryptedPackage"), FileKind::Encrypted),
            (compound_with("WordDocument"), FileKind::Document),
            (compound_with("Other"), FileKind::Other(Foreign::OldOffice)),
            (ods, FileKind::OpenDocument),
            (odt, FileKind::Document),
            (zip_of(&[("[Content_Types].xml", ""), ("xl/workbook.bin", "")]), FileKind::BinaryExcel),
            (zip_of(&[("[Content_Types].xml", ""), ("word/document.xml", "")]), FileKind::Document),
            (zip_of(&[("[Content_Types].xml", ""), ("ppt/presentation.xml", "")]), FileKind::Slides),
            (zip_of(&[("Index/Document.iwa", "")]), FileKind::Numbers),
            (zip_of(&[("manifest.json", "{}")]), FileKind::Package),
            (zip_of(&[("a/評価.xlsx", "")]), FileKind::ZipWithSheet("a/評価.xlsx".to_owned())),
            (zip_of(&[("a.txt", "")]), FileKind::Other(Foreign::Zip)),
            (b"7z\xBC\xAF\x27\x1C..".to_vec(), FileKind::Archive),
            (b"{\\rtf1 ".to_vec(), FileKind::Document),
            (b"%PDF-1.7\n<html".to_vec(), FileKind::Other(Foreign::Pdf)),
            (b"\x89PNG\r\n\x1A\n".to_vec(), FileKind::Other(Foreign::Image)),
            (b"<html><body><table><tr><td>1</td></tr></table>".to_vec(), FileKind::WebPage),
            (
                b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>".to_vec(),
                FileKind::XmlExcel,
            ),
            ("名称,内容\r\n名簿,委員\r\n".into(), FileKind::TextTable),
            ("\u{FEFF}名称\t内容\n名簿\t委員\n".into(), FileKind::TextTable),
            (b"\x96\xBC\x8F\xCC,\x93\xE0\x97e\r\n1,2\r\n".to_vec(), FileKind::TextTable),
            (utf16, FileKind::TextTable),
            (b"\xCC\xBE\xBE\xCE,\xFD\xFE\n1,2\n".to_vec(), FileKind::TextTable),
            (Vec::new(), FileKind::Other(Foreign::Empty)),
            (b"a few words".to_vec(), FileKind::Other(Foreign::Text)),
            (owner, FileKind::OwnerFile),
            (b"\0\x01\x02".to_vec(), FileKind::Other(Foreign::Binary)),
            (include_bytes!("../../assets/examples/LIU-A1.liu.ron").to_vec(), FileKind::Record),
        ] {
            assert_eq!(recognise(&bytes), Some(expected.clone()), "{expected:?}");
        }
        assert_eq!(recognise(&zip_of(&[("[Content_Types].xml", ""), ("xl/workbook.xml", "")])), None);
    }
}
