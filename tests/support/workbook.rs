//! A sheet that goes out and comes back, and what may be done to it on the way.
#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice, reason = "a sheet that cannot be made is a failed test")]

use std::io::{Cursor, Read as _, Write as _};

use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::{CopyKind, Data, ExportInput, Product, render};
use liu_wizard::import::{Content, Import, ImportError, Sheet, accept, compare, received};
use liu_wizard::judgement::judge;
use liu_wizard::record::{ContentDigest, Date, InformationItem, Record};
use liu_wizard::text::Lang;

/// The day of all exports.
pub fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

/// The workbook of a record.
pub fn workbook(record: &Record, lang: Lang) -> Vec<u8> {
    let catalogue = Catalogue::shipped().unwrap();
    let judgement = judge(record, &catalogue, today());
    let input = ExportInput { copy: CopyKind::Draft, ..ExportInput::new(record, &catalogue, &judgement, today(), lang) };
    render(&Product::Data(Data::Workbook), &input).unwrap()
}

/// What the program reads in a workbook.
pub fn read(bytes: &[u8]) -> Result<Sheet, ImportError> {
    liu_wizard::import::read(&super::reader(), bytes)
}

/// The workbook of a record, read again.
pub fn sheet(record: &Record) -> Sheet {
    read(&workbook(record, Lang::Ja)).unwrap()
}

/// A sheet beside a record, which is judged by its own catalogue.
pub fn beside(sheet: &Sheet, record: &Record) -> Import {
    let own = Catalogue::ever_shipped(&record.catalogue.digest);
    compare(sheet, record, &own.unwrap_or_else(|| Catalogue::shipped().unwrap())).unwrap()
}

/// What somebody entered in the cell of this key.
pub fn enter(sheet: &mut Sheet, key: &str, text: &str) {
    put(sheet, key, Content::Text(text.to_owned()));
}

/// What stands in the cell of this key after somebody was there.
pub fn put(sheet: &mut Sheet, key: &str, content: Content) {
    let named = |found: &str| found.split(' ').next() == Some(key);
    let cell = sheet.cells.iter_mut().find(|cell| named(&cell.key)).unwrap_or_else(|| panic!("no cell {key}"));
    cell.content = content;
}

/// Takes all rows into the record.
pub fn accept_all(import: &Import, record: &mut Record) {
    let file = received(std::path::Path::new("sheet.xlsx"), &ContentDigest::of(b""), today());
    record.apply(accept(&import.rows, file)).unwrap();
}

/// A record of the same name and items in which nothing was entered.
pub fn blanked(record: &Record) -> Record {
    let Record { id, role, created, profile, catalogue, .. } = record.clone();
    let mut blank = Record::new(id, role, created, profile, catalogue);
    blank.items = record.items.iter().map(|item| InformationItem::new(item.id.clone())).collect();
    blank
}

/// The same file with the part of this name changed.
pub fn with_part(workbook: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut files = parts(workbook);
    let (_, content) = files.iter_mut().find(|(name, _)| name == part).unwrap_or_else(|| panic!("no part {part}"));
    let changed = change(std::str::from_utf8(content).unwrap());
    assert_ne!(changed.as_bytes(), content, "{part} was changed");
    *content = changed.into_bytes();
    zip_of(&files)
}

/// Where the cell of a key is: the part of its worksheet, and what it is called there.
pub fn cell_of(bytes: &[u8], key: &str) -> (String, String) {
    let sheet = read(bytes).unwrap();
    let named = |found: &str| found.split(' ').next() == Some(key);
    let cell = sheet.cells.iter().find(|cell| named(&cell.key)).unwrap_or_else(|| panic!("no cell {key}"));
    (part_of(bytes, &cell.at.sheet), cell.at.to_string().rsplit(' ').next().unwrap().to_owned())
}

/// The part of the worksheet of this name.
pub fn part_of(bytes: &[u8], name: &str) -> String {
    let workbook = part(bytes, "xl/workbook.xml");
    let before = &workbook[..workbook.find(&format!("<sheet name=\"{name}\"")).unwrap()];
    format!("xl/worksheets/sheet{}.xml", before.matches("<sheet ").count() + 1)
}

/// A part as text.
pub fn part(bytes: &[u8], name: &str) -> String {
    let (_, content) = parts(bytes).into_iter().find(|(found, _)| found == name).unwrap_or_else(|| panic!("no part {name}"));
    String::from_utf8(content).unwrap()
}

/// The cell at this place, as it stands in the file.
pub fn cell_xml<'a>(xml: &'a str, at: &str) -> &'a str {
    let from = xml.find(&format!("<c r=\"{at}\"")).unwrap_or_else(|| panic!("no cell {at}"));
    let rest = &xml[from..];
    let to = if rest[..rest.find('>').unwrap()].ends_with('/') {
        rest.find("/>").unwrap() + 2
    } else {
        rest.find("</c>").unwrap() + 4
    };
    &rest[..to]
}

/// A cell that says this, as other programs write it.
pub fn inline(text: &str) -> String {
    format!(" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is>")
}

/// The file with another content in the cell of this key.
pub fn with_content(bytes: &[u8], key: &str, content: &str) -> Vec<u8> {
    let (part, at) = cell_of(bytes, key);
    with_part(bytes, &part, |xml| xml.replace(cell_xml(xml, &at), &format!("<c r=\"{at}\"{content}</c>")))
}

/// The workbook with other answers in the cells of these keys.
pub fn answered(bytes: &[u8], answers: &[(&str, &str)]) -> Vec<u8> {
    answers.iter().fold(bytes.to_vec(), |bytes, (key, answer)| with_content(&bytes, key, &inline(answer)))
}

/// The workbook with these texts entered in the cells of these keys, wherever the layout has them.
pub fn fill(bytes: &[u8], entered: &[(&str, &str)]) -> Vec<u8> {
    let sheet = read(bytes).unwrap();
    let mut files = parts(bytes);
    let part = |files: &[(String, Vec<u8>)], name: &str| {
        let (_, content) = files.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("no part {name}"));
        String::from_utf8(content.clone()).unwrap()
    };
    let (book, links) = (part(&files, "xl/workbook.xml"), part(&files, "xl/_rels/workbook.xml.rels"));
    for (key, text) in entered {
        let named = |found: &str| found.split(' ').next() == Some(*key);
        let cell = sheet.cells.iter().find(|cell| named(&cell.key)).unwrap_or_else(|| panic!("no cell {key}"));
        let entry = book.split("<sheet ").find(|entry| entry.contains(&format!("name=\"{}\"", cell.at.sheet))).unwrap();
        let link = entry.split("r:id=\"").nth(1).unwrap().split('"').next().unwrap();
        let link = links.split("<Relationship ").find(|entry| entry.contains(&format!("Id=\"{link}\""))).unwrap();
        let target = link.split("Target=\"").nth(1).unwrap().split('"').next().unwrap();
        let name = format!("xl/{}", target.trim_start_matches("/xl/"));
        let at = format!("{}{}", column_name(cell.at.column), cell.at.row + 1);
        let xml = part(&files, &name);
        let from = xml.find(&format!("<c r=\"{at}\"")).unwrap_or_else(|| panic!("no cell {at} on {name}"));
        let head = from + xml[from..].find('>').unwrap();
        let to = if xml[..head].ends_with('/') { head + 1 } else { from + xml[from..].find("</c>").unwrap() + 4 };
        let changed = format!("{}<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>{}", &xml[..from], &xml[to..]);
        files.iter_mut().find(|(other, _)| *other == name).unwrap().1 = changed.into_bytes();
    }
    zip_of(&files)
}

/// What spreadsheets call a column.
fn column_name(column: u32) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap());
    if column < 26 { letter.to_string() } else { format!("{}{letter}", column_name(column / 26 - 1)) }
}

/// The files inside a workbook.
pub fn parts(workbook: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        parts.push((name, content));
    }
    parts
}

/// A ZIP file of these.
pub fn zip_of(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
