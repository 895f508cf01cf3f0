//! A workbook is a stranger's file: what is wrong with it is said, in bounded memory, and nothing of it is guessed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what a test cannot prepare fails it"
)]

use crate::support::finished;
use crate::support::workbook::{
    beside, cell_of, cell_xml, inline, part_of, parts, read, with_content, with_part, workbook, zip_of,
};
use liu_wizard::export::workbook::{KEY_COLUMN, TABLE_CORNER};
use liu_wizard::file::Foreign;
use liu_wizard::import::{FileKind, ImportError, Limit, ProblemKind};
use liu_wizard::reader::ReaderProblem;
use liu_wizard::record::{Record, Role};
use liu_wizard::text::Lang;
use proptest::prelude::*;

fn exported() -> (Record, Vec<u8>) {
    let record = finished();
    let bytes = workbook(&record, Lang::Ja);
    (record, bytes)
}

const G1: &str = "gate.answers.G1";

fn refused(bytes: &[u8]) -> ImportError {
    let error = read(bytes).unwrap_err();
    for lang in [Lang::Ja, Lang::En] {
        let message = error.message(lang);
        assert!(!message.what.is_empty() && !message.action.is_empty(), "{message:?}");
    }
    error
}

#[test]
fn a_formula_in_an_answer_is_told_whatever_it_comes_to() {
    let (record, bytes) = exported();
    for formula in
        ["><f>1+1</f><v>2</v>", " t=\"str\"><f>\"はい\"</f><v>はい</v>", " t=\"str\"><f t=\"shared\" si=\"9\"/><v>いいえ</v>"]
    {
        let import = beside(&read(&with_content(&bytes, G1, formula)).unwrap(), &record);
        assert_eq!(import.rows, vec![], "{formula}");
        assert_eq!(import.problems[0].kind, ProblemKind::Formula, "{formula}");
        let at = cell_of(&bytes, G1).1;
        assert_eq!(import.problems[0].at.as_ref().unwrap().to_string(), format!("案件 {at}"));
    }
}

#[test]
fn what_another_program_writes_is_read() {
    let (record, bytes) = exported();
    let answer = |content: &str| {
        let import = beside(&read(&with_content(&bytes, G1, content)).unwrap(), &record);
        (import.rows.len(), import.problems.first().map(|problem| problem.kind.clone()))
    };
    assert_eq!(answer(&inline("いいえ")), (1, None));
    assert_eq!(answer(&inline("はい")), (0, None));
    let rich = " t=\"inlineStr\"><is><r><t>い</t></r><r><t>いえ</t></r><rPh sb=\"0\" eb=\"1\"><t>イイエ</t></rPh></is>";
    assert_eq!(answer(rich), (1, None));
    assert!(matches!(answer("><v>1</v>"), (0, Some(ProblemKind::UnknownWord { .. }))));
    assert_eq!(answer(" t=\"b\"><v>1</v>"), (0, Some(ProblemKind::NotText("TRUE".to_owned()))));
    assert_eq!(answer(" t=\"e\"><v>#REF!</v>"), (0, Some(ProblemKind::NotText("#REF!".to_owned()))));
    assert_eq!(answer(&inline(&"あ".repeat(40_000))), (0, Some(ProblemKind::TooLong)));
}

/// The part of the items, and the rows of its items and of those that may be added, as they stand in the file.
fn rows_of_items(bytes: &[u8]) -> (String, Vec<String>) {
    let part = part_of(bytes, "情報ごとの評価");
    let xml = crate::support::workbook::part(bytes, &part);
    let rows = xml.split("<row ").skip(1).map(|row| format!("<row {}", &row[..row.find("</row>").unwrap()]));
    (part, rows.skip(4).map(|row| format!("{row}</row>")).collect())
}

/// A row as it stands at another place.
fn moved(row: &str, to: usize) -> String {
    let from = row.split('"').nth(1).unwrap().to_owned();
    let row = row.replacen(&format!("<row r=\"{from}\""), &format!("<row r=\"{to}\""), 1);
    let cells = row.split("<c r=\"").enumerate().map(|(index, cell)| {
        if index == 0 {
            cell.to_owned()
        } else {
            format!("<c r=\"{}", cell.replacen(&format!("{from}\""), &format!("{to}\""), 1))
        }
    });
    cells.collect()
}

#[test]
fn rows_that_change_places_still_answer_what_they_answer() {
    let mut record = finished();
    crate::support::add_item(&mut record, "名簿");
    let bytes = workbook(&record, Lang::Ja);
    let (part, rows) = rows_of_items(&bytes);
    let turned = with_part(&bytes, &part, |xml| {
        let all = rows.concat();
        let turned: String = rows.iter().rev().zip(5..).map(|(row, number)| moved(row, number)).collect();
        xml.replace(&all, &turned)
    });
    let import = beside(&read(&turned).unwrap(), &record);
    assert_eq!((import.rows, import.problems), (vec![], vec![]));
}

/// Whoever sorts the answers without the numbers, or the numbers without the decisions, gives items the answers of others.
#[test]
fn a_row_of_which_only_a_part_changed_places_counts_for_nothing() {
    let mut record = finished();
    crate::support::add_item(&mut record, "名簿");
    let bytes = workbook(&record, Lang::Ja);
    let (part, rows) = rows_of_items(&bytes);
    let xml = crate::support::workbook::part(&bytes, &part);
    let column = |cell: &str| cell.trim_start_matches("<c r=\"").chars().take_while(char::is_ascii_uppercase).collect::<String>();
    let cells = |row: &str| row.split("<c ").skip(1).map(|cell| format!("<c {cell}").replace("</row>", "")).collect::<Vec<_>>();
    let (first, second) = (cells(&rows[0]), cells(&rows[1]));
    for from in ["B", "C"] {
        let swaps = |cell: &String| column(cell).len() > 1 || column(cell).as_str() >= from;
        let mut torn = xml.clone();
        for (one, other) in first.iter().zip(&second).filter(|(cell, _)| swaps(cell)) {
            let put = |cell: &str, to: usize| cell.replacen(&format!("{}\"", 11 - to), &format!("{to}\""), 1);
            torn = torn.replacen(one.as_str(), "<ONE/>", 1).replacen(other.as_str(), &put(one, 6), 1).replacen(
                "<ONE/>",
                &put(other, 5),
                1,
            );
        }
        let import = beside(&read(&with_part(&bytes, &part, |_| torn.clone())).unwrap(), &record);
        assert_eq!(import.rows, vec![], "from {from}");
        let kinds: Vec<_> = import.problems.iter().map(|problem| &problem.kind).collect();
        assert_eq!(kinds, [&ProblemKind::TornRow, &ProblemKind::TornRow], "from {from}");
        let message = import.problems[0].message(Lang::Ja);
        assert!(message.place.starts_with("情報ごとの評価 A5") && message.action.contains("並べ替え"), "{message:?}");
    }
}

#[test]
fn a_row_that_stands_more_than_once_counts_for_nothing() {
    let (record, bytes) = exported();
    let (part, rows) = rows_of_items(&bytes);
    for copies in 1..=3 {
        let copied = with_part(&bytes, &part, |xml| {
            let copies: String = (100..100 + copies).map(|number| moved(&rows[0], number)).collect();
            xml.replace("</sheetData>", &format!("{copies}</sheetData>"))
        });
        let import = beside(&read(&copied).unwrap(), &record);
        assert_eq!(import.rows, vec![]);
        let again = import.problems.iter().filter(|problem| matches!(problem.kind, ProblemKind::DuplicateKey(_)));
        assert_eq!(again.count(), 1 + copies, "once for each row: {:?}", import.problems);
    }
}

#[test]
fn a_key_that_no_record_has_is_told() {
    let (record, bytes) = exported();
    for key in
        ["gate.answers.G99", "approval", "role", "profile", "items[x].answers.C2", "+items[x].answers.C2", "+items[../x].name"]
    {
        let import = beside(&read(&with_key(&bytes, G1, key)).unwrap(), &record);
        assert_eq!(import.rows, vec![], "{key}");
        let unknown =
            import.problems.iter().any(|problem| matches!(problem.kind, ProblemKind::UnknownKey(_) | ProblemKind::ItemGone(_)));
        assert!(unknown, "{key}: {:?}", import.problems);
    }
}

/// The file with another key left of the cell of this one.
fn with_key(bytes: &[u8], key: &str, other: &str) -> Vec<u8> {
    let (part, at) = cell_of(bytes, key);
    let (column, row) = at.split_at(at.find(|character: char| character.is_ascii_digit()).unwrap());
    let left = char::from(column.as_bytes()[0] - 1);
    let at = format!("{left}{row}");
    with_part(bytes, &part, |xml| xml.replace(cell_xml(xml, &at), &format!("<c r=\"{at}\"{}</c>", inline(other))))
}

#[test]
fn deleted_keys_are_told_and_a_sheet_without_any_is_refused() {
    let (record, bytes) = exported();
    let gone = ["G1", "G2", "G3"]
        .iter()
        .fold(bytes.clone(), |bytes, question| with_key(&bytes, &format!("gate.answers.{question}"), ""));
    let import = beside(&read(&gone).unwrap(), &record);
    assert_eq!(import.problems[0].kind, ProblemKind::LostKeys(3));
    assert_eq!(import.rows, vec![]);
    let none = with_part(&bytes, "xl/sharedStrings.xml", |xml| xml.replace(KEY_COLUMN, "key").replace(TABLE_CORNER, "table"));
    assert_eq!(refused(&none), ImportError::NoKeys);
}

#[test]
fn a_deleted_column_leaves_its_fields_as_they_are() {
    let (record, bytes) = exported();
    let part = part_of(&bytes, "情報ごとの評価");
    let key = format!("items[{}].answers.C2", record.items[0].id);
    let column: String = cell_of(&bytes, &key).1.chars().take_while(char::is_ascii_uppercase).collect();
    let gone = with_part(&bytes, &part, |xml| {
        let cells = xml.split("<c r=\"").enumerate().map(|(index, cell)| match index {
            0 => cell.to_owned(),
            _ if cell.chars().take_while(char::is_ascii_uppercase).collect::<String>() == column => {
                let rest = if let Some(at) = cell.find("/>").filter(|at| cell[..*at].find('>').is_none()) {
                    &cell[at + 2..]
                } else {
                    &cell[cell.find("</c>").unwrap() + 4..]
                };
                rest.to_owned()
            }
            _ => format!("<c r=\"{cell}"),
        });
        cells.collect()
    });
    let import = beside(&read(&gone).unwrap(), &record);
    assert_eq!(import.rows, vec![]);
    assert_eq!(import.problems[0].kind, ProblemKind::LostKeys(20), "one for each row");
}

#[test]
fn what_is_no_sheet_of_this_program_is_named() {
    let (_, bytes) = exported();
    assert_eq!(refused(b""), ImportError::Another(FileKind::Other(Foreign::Empty)));
    assert_eq!(refused(b"%PDF-1.7"), ImportError::Another(FileKind::Other(Foreign::Pdf)));
    let mut foreign = rust_xlsxwriter::Workbook::new();
    foreign.add_worksheet().write_string(0, 0, KEY_COLUMN).unwrap();
    assert_eq!(refused(&foreign.save_to_buffer().unwrap()), ImportError::NotSheet);
    let custom = "docProps/custom.xml";
    assert_eq!(refused(&with_part(&bytes, custom, |xml| xml.replace("liu-wizard-sheet", "another"))), ImportError::NotSheet);
    let newer = with_part(&bytes, custom, |xml| xml.replace("<vt:lpwstr>2</vt:lpwstr>", "<vt:lpwstr>3</vt:lpwstr>"));
    assert_eq!(refused(&newer), ImportError::Newer { version: 3, known: 2 });
    let without: Vec<_> = parts(&bytes).into_iter().filter(|(name, _)| name != custom).collect();
    assert_eq!(refused(&zip_of(&without)), ImportError::NotSheet);
    let nested = zip_of(&[("sheet.xlsx".to_owned(), bytes)]);
    assert_eq!(refused(&nested), ImportError::Another(FileKind::ZipWithSheet("sheet.xlsx".to_owned())));
}

#[test]
fn a_file_that_was_cut_off_anywhere_is_refused() {
    let (_, bytes) = exported();
    for length in (0..bytes.len()).step_by(997) {
        refused(&bytes[..length]);
    }
}

#[test]
fn what_grows_when_unpacked_is_refused_before_it_grows() {
    let (_, bytes) = exported();
    let zeros = |length: usize| vec![b' '; length];
    let with = |name: &str, content: Vec<u8>| {
        let mut files = parts(&bytes);
        files.retain(|(found, _)| found != name);
        files.push((name.to_owned(), content));
        zip_of(&files)
    };
    let unpacked = ImportError::TooLarge(Limit::Unpacked);
    assert_eq!(refused(&with("xl/media/image1.png", zeros(64 << 20))), unpacked);
    assert_eq!(refused(&with("xl/sharedStrings.xml", zeros(64 << 20))), unpacked);
    // None is too large by itself, but together they are.
    let mut files = parts(&bytes);
    files.extend((0..5).map(|number| (format!("xl/media/{number}"), zeros(24 << 20))));
    assert_eq!(refused(&zip_of(&files)), unpacked);
    let mut files = parts(&bytes);
    files.extend((0..1100).map(|number| (format!("xl/media/{number}"), Vec::new())));
    assert_eq!(refused(&zip_of(&files)), ImportError::TooLarge(Limit::Entries));
    assert_eq!(refused(&[bytes, vec![0; 17 << 20]].concat()), ImportError::TooLarge(Limit::File));
}

/// Numbers for which the reader of spreadsheets would ask for more memory than there is, which ends the program.
#[test]
fn numbers_that_announce_too_much_are_refused() {
    let (_, bytes) = exported();
    let too_many = ImportError::TooLarge(Limit::Texts);
    for count in ["18446744073709551615", "99999999999", " 12345678"] {
        let announced = with_part(&bytes, "xl/sharedStrings.xml", |xml| {
            let from = xml.find("uniqueCount=\"").unwrap() + "uniqueCount=\"".len();
            let to = from + xml[from..].find('"').unwrap();
            format!("{}{count}{}", &xml[..from], &xml[to..])
        });
        assert_eq!(refused(&announced), too_many, "{count}");
    }
    // Every format keeps its font once more: a long name and many formats make much of little.
    let styles = with_part(&bytes, "xl/styles.xml", |xml| xml.replace("BIZ UDPゴシック", &"ゴ".repeat(2_000)));
    assert_eq!(refused(&styles), ImportError::TooLarge(Limit::Styles));
    let formats = |number: usize, name: &str| {
        with_part(&bytes, "xl/styles.xml", |xml| {
            let more = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>".repeat(number);
            xml.replace("BIZ UDPゴシック", name).replace("</cellXfs>", &format!("{more}</cellXfs>"))
        })
    };
    assert_eq!(refused(&formats(200_000, "x")), ImportError::TooLarge(Limit::Styles));
    assert_eq!(refused(&formats(120_000, &"ゴ".repeat(300))), ImportError::TooLarge(Limit::Styles));
}

/// Workbooks that were copied together for years have thousands of formats, names and texts. That is no attack.
#[test]
fn a_workbook_that_has_grown_is_read() {
    let (record, bytes) = exported();
    let grown = with_part(&bytes, "xl/styles.xml", |xml| {
        let xf = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\"><alignment vertical=\"center\"/></xf>".repeat(8_000);
        let named: String =
            (0..8_000).map(|number| format!("<cellStyle name=\"標準 {number} のコピーのコピー\" xfId=\"{number}\"/>")).collect();
        xml.replace("</cellStyleXfs>", &format!("{xf}</cellStyleXfs>")).replace("</cellStyles>", &format!("{named}</cellStyles>"))
    });
    let grown = with_part(&grown, "xl/workbook.xml", |xml| {
        let names: String = (0..10_000).map(|number| format!("<definedName name=\"n{number}\">#REF!</definedName>")).collect();
        xml.replace("</definedNames>", &format!("{names}</definedNames>"))
    });
    let grown = with_part(&grown, "xl/sharedStrings.xml", |xml| {
        let texts: String = (0..50_000).map(|number| format!("<si><t>残りの文字列 {number}</t></si>")).collect();
        xml.replace("</sst>", &format!("{texts}</sst>"))
    });
    let import = beside(&read(&grown).unwrap(), &record);
    assert_eq!((import.rows, import.problems), (vec![], vec![]));
}

/// A text that a hundred thousand cells share stands in the file once, and would in memory a hundred thousand times.
#[test]
fn a_text_that_many_cells_share_is_bounded() {
    let (_, bytes) = exported();
    let shared = with_part(&bytes, "xl/sharedStrings.xml", |xml| {
        xml.replace("</sst>", &format!("<si><t>{}</t></si></sst>", "あ".repeat(30_000)))
    });
    let index = shared_texts(&bytes);
    let shared = with_part(&shared, &cell_of(&bytes, G1).0, |xml| {
        let rows: String =
            (100..60_000).map(|row| format!("<row r=\"{row}\"><c r=\"H{row}\" t=\"s\"><v>{index}</v></c></row>")).collect();
        xml.replace("</sheetData>", &format!("{rows}</sheetData>"))
    });
    assert_eq!(refused(&shared), ImportError::TooLarge(Limit::Unpacked));
}

/// How many shared texts a workbook has.
fn shared_texts(bytes: &[u8]) -> usize {
    let files = parts(bytes);
    let (_, texts) = files.iter().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap();
    std::str::from_utf8(texts).unwrap().matches("<si>").count()
}

#[test]
fn a_cell_far_away_takes_no_memory() {
    let (record, bytes) = exported();
    let far = |cell: &str| {
        with_part(&bytes, "xl/worksheets/sheet2.xml", |xml| {
            xml.replace("</sheetData>", &format!("<row r=\"1048576\">{cell}</row></sheetData>"))
        })
    };
    let empty = beside(&read(&far("<c r=\"XFD1048576\" s=\"1\"/>")).unwrap(), &record);
    assert_eq!((empty.rows, empty.problems), (vec![], vec![]));
    assert!(matches!(
        refused(&far("<c r=\"ZZZZZZZZZZZZ99999999999999\"><v>1</v></c>")),
        ImportError::Broken { .. } | ImportError::TooLarge(_) | ImportError::Reader(ReaderProblem::BrokeDown)
    ));
}

#[test]
fn a_sheet_that_is_listed_many_times_is_refused() {
    let (_, bytes) = exported();
    let many = with_part(&bytes, "xl/workbook.xml", |xml| {
        let sheets: String =
            (0..60).map(|number| format!("<sheet name=\"s{number}\" sheetId=\"{}\" r:id=\"rId1\"/>", 100 + number)).collect();
        xml.replace("</sheets>", &format!("{sheets}</sheets>"))
    });
    assert_eq!(refused(&many), ImportError::TooLarge(Limit::Sheets));
    // A sheet that is there twice has every key twice.
    let (record, bytes) = exported();
    let twice = with_part(&bytes, "xl/workbook.xml", |xml| {
        xml.replace("</sheets>", "<sheet name=\"copy\" sheetId=\"99\" r:id=\"rId2\"/></sheets>")
    });
    let import = beside(&read(&twice).unwrap(), &record);
    assert!(import.rows.is_empty() && import.problems.len() >= 14, "{:?}", import.problems);
}

#[test]
fn a_record_without_items_has_a_sheet_too() {
    let record = crate::support::blank(Role::Agency);
    let import = beside(&read(&workbook(&record, Lang::En)).unwrap(), &record);
    assert_eq!((import.rows, import.problems), (vec![], vec![]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is changed in a file, reading it ends in an answer.
    #[test]
    fn no_damage_ends_the_program(damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), part in any::<prop::sample::Index>()) {
        let (record, bytes) = exported();
        let mut files = parts(&bytes);
        let index = part.index(files.len());
        let content = &mut files[index].1;
        for (at, byte) in &damage {
            let at = at.index(content.len());
            content[at] = *byte;
        }
        if let Ok(sheet) = read(&zip_of(&files)) {
            liu_wizard::import::compare(&sheet, &record, &crate::support::catalogue()).ok();
        }
        let mut whole = bytes;
        for (at, byte) in damage {
            let at = at.index(whole.len());
            whole[at] = byte;
        }
        read(&whole).ok();
    }
}
