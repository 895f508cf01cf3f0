//! The workbook is a form: what is to be filled in can be, with a hand held out, and nothing else.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what a test cannot prepare fails it"
)]

use std::collections::BTreeSet;
use std::io::Cursor;

use crate::support::workbook::read;
use crate::support::workbook::{part, part_of, parts, workbook};
use crate::support::{add_item, apply, finished, undecided, write};
use calamine::{DataRef, Reader as _, SheetVisible, Xlsx};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::carried::NotCarried;
use liu_wizard::export::entered;
use liu_wizard::export::workbook::{KEY_COLUMN, TABLE_CORNER};
use liu_wizard::record::{Answer, Edit, Field, Record, TextField};
use liu_wizard::text::Lang;

/// A record with several items, in which much is open.
fn open_record() -> Record {
    let mut record = undecided();
    add_item(&mut record, "名簿");
    let item = add_item(&mut record, "");
    record.items[2].answers = Default::default();
    apply(&mut record, Edit::AnswerItems(vec![item], crate::support::question("C2"), Answer::Unknown));
    record
}

/// One cell with what a spreadsheet does with it.
struct FormCell {
    sheet: String,
    at: (u32, u32),
    text: String,
    is_locked: bool,
    is_text: bool,
}

fn cells(bytes: &[u8]) -> Vec<FormCell> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut cells = Vec::new();
    for sheet in workbook.sheet_names() {
        let mut reader = workbook.worksheet_cells_reader(&sheet).unwrap();
        while let Some((cell, style)) = reader.next_cell_with_style_id().unwrap() {
            let style = &reader.styles()[style];
            let text = match cell.get_value() {
                DataRef::SharedString(text) => (*text).to_owned(),
                DataRef::Empty => String::new(),
                // What the program counts.
                DataRef::String(text) => text.clone(),
                DataRef::Float(_) => continue,
                other => panic!("{other:?} in {sheet}"),
            };
            cells.push(FormCell {
                sheet: sheet.clone(),
                at: cell.get_position(),
                text,
                is_locked: style.protection.as_ref().is_none_or(|protection| protection.locked),
                is_text: style.number_format.as_ref().is_some_and(|format| format.format_code == "@"),
            });
        }
    }
    cells
}

#[test]
fn exactly_the_cells_with_a_key_can_be_filled_in() {
    for record in [finished(), open_record()] {
        let bytes = workbook(&record, Lang::Ja);
        let all = cells(&bytes);
        let keyed: BTreeSet<(String, u32, u32)> =
            read(&bytes).unwrap().cells.into_iter().map(|cell| (cell.at.sheet, cell.at.row, cell.at.column)).collect();
        let unlocked: BTreeSet<(String, u32, u32)> =
            all.iter().filter(|cell| !cell.is_locked).map(|cell| (cell.sheet.clone(), cell.at.0, cell.at.1)).collect();
        assert_eq!(keyed, unlocked);
        assert!(unlocked.len() > 100);
        assert!(
            all.iter().filter(|cell| !cell.text.trim().is_empty()).all(|cell| cell.is_text),
            "a number would be read otherwise than it was written"
        );
        for (name, content) in parts(&bytes).iter().filter(|(name, _)| name.starts_with("xl/worksheets/")) {
            assert!(String::from_utf8_lossy(content).contains("<sheetProtection sheet=\"1\""), "{name}");
        }
        let styles = part(&bytes, "xl/styles.xml");
        let formats = &styles[styles.find("<cellXfs").unwrap()..styles.find("</cellXfs>").unwrap()];
        let own = formats.split("<xf ").skip(2);
        // Only what the program counts is no text.
        let computed = own.clone().filter(|format| !format.contains("quotePrefix=\"1\"")).count();
        assert!(own.clone().count() > 5 && computed == 1, "{formats}");
    }
}

#[test]
fn keys_stand_in_hidden_columns_immediately_left() {
    let bytes = workbook(&finished(), Lang::Ja);
    let all = cells(&bytes);
    let mut hidden = BTreeSet::new();
    for sheet in ["案件", "情報ごとの評価"] {
        let xml = part(&bytes, &part_of(&bytes, sheet));
        for column in xml[xml.find("<cols>").unwrap()..xml.find("</cols>").unwrap()].split("<col ").skip(1) {
            let number = |name: &str| -> u32 { column.split(name).nth(1).unwrap().split('"').nth(1).unwrap().parse().unwrap() };
            if column.contains("hidden=\"1\"") {
                hidden.extend((number("min")..=number("max")).map(|number| (sheet.to_owned(), number - 1)));
            }
        }
    }
    let is_key = |cell: &&FormCell| [KEY_COLUMN, TABLE_CORNER].contains(&cell.text.as_str());
    assert_eq!(all.iter().filter(is_key).count(), 6);
    for cell in all.iter().filter(is_key) {
        assert!(hidden.contains(&(cell.sheet.clone(), cell.at.1)), "{} {:?}", cell.sheet, cell.at);
    }
    // Nobody sees a key: neither those left of cells, nor those of rows, nor those of columns.
    let items = part(&bytes, &part_of(&bytes, "情報ごとの評価"));
    assert!(
        items.contains("<row r=\"1\"")
            && items[items.find("<row r=\"1\"").unwrap()..].split('>').next().unwrap().contains("hidden=\"1\"")
    );
    for cell in all.iter().filter(|cell| cell.text.starts_with("items[") || cell.text.starts_with("+items[")) {
        assert!(hidden.contains(&(cell.sheet.clone(), cell.at.1)), "{} {:?}", cell.sheet, cell.at);
    }
}

#[test]
fn every_choice_is_offered_in_a_list_that_only_the_program_sees() {
    let record = finished();
    let bytes = workbook(&record, Lang::Ja);
    let read = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
    let hidden: Vec<_> =
        read.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::VeryHidden).cloned().collect();
    assert_eq!(hidden.len(), 1);
    let lists: BTreeSet<String> =
        cells(&bytes).into_iter().filter(|cell| cell.sheet == hidden[0].name).map(|cell| cell.text).collect();
    let catalogue = Catalogue::shipped().unwrap();
    let offered = entered::entries(&record, &catalogue).into_iter().filter_map(|entry| match entry.place() {
        liu_wizard::record::Place::Field(field) => Some(field),
        _ => None,
    });
    for field in offered {
        for pick in entered::picks(&field, &catalogue) {
            assert!(lists.contains(&pick.word(&field, &catalogue, Lang::Ja)), "{field}: {pick:?}");
        }
        let nothing = entered::nothing(&field).map(|nothing| nothing.word(&field, &catalogue, Lang::Ja));
        assert!(nothing.is_none_or(|nothing| !lists.contains(&nothing)), "{field}: nothing is chosen by leaving it empty");
    }
    let gate = part(&bytes, &part_of(&bytes, "案件"));
    let rules = &gate[gate.find("<dataValidations").unwrap()..];
    for question in ["G1", "G2", "G8"] {
        assert!(rules.contains(&format!("promptTitle=\"{question} ")), "{rules}");
    }
    assert!(rules.contains("type=\"list\"") && rules.contains("type=\"textLength\"") && rules.contains("20000"));
    assert!(read.defined_names().iter().any(|(name, range)| name == "liu_list_1" && range.starts_with("lists!")));
}

#[test]
fn words_of_a_choice_cannot_be_mistaken_for_one_another() {
    let (record, catalogue) = (finished(), Catalogue::shipped().unwrap());
    for entry in entered::entries(&record, &catalogue) {
        let liu_wizard::record::Place::Field(field) = entry.place() else { continue };
        let picks: Vec<_> = entered::picks(&field, &catalogue).into_iter().chain(entered::nothing(&field)).collect();
        for lang in [Lang::Ja, Lang::En] {
            let words: BTreeSet<String> = picks.iter().map(|pick| pick.word(&field, &catalogue, lang)).collect();
            assert!(words.len() == picks.len() && !words.contains(""), "{field}: {words:?}");
        }
        for (index, pick) in picks.iter().enumerate() {
            let elsewhere = picks.iter().enumerate().filter(|(other, _)| *other != index);
            let in_japanese: BTreeSet<String> = elsewhere.map(|(_, other)| other.word(&field, &catalogue, Lang::Ja)).collect();
            assert!(!in_japanese.contains(&pick.word(&field, &catalogue, Lang::En)), "{field}: {pick:?}");
        }
    }
}

#[test]
fn every_page_says_whose_it_is_and_what_it_is_not() {
    let mut record = finished();
    write(&mut record, Field::Text(TextField::CaseName), "案件");
    let digest = record.content_digest();
    for (lang, said) in
        [(Lang::Ja, ["本書は公式様式ではありません", "作成中"]), (Lang::En, ["This is not an official form", "Draft"])]
    {
        let bytes = workbook(&record, lang);
        let sheets: Vec<_> = parts(&bytes).into_iter().filter(|(name, _)| name.starts_with("xl/worksheets/")).collect();
        let seen = sheets.len() - 1;
        let mut told = 0;
        for (name, content) in sheets {
            let xml = String::from_utf8(content).unwrap();
            let Some(foot) = xml.find("<headerFooter>") else { continue };
            told += 1;
            for word in said.iter().copied().chain([record.id.short(), digest.short(), "&amp;P / &amp;N"]) {
                assert!(xml[foot..].contains(word), "{name}: {word}");
            }
            let page = ["paperSize=\"9\"", "state=\"frozen\""];
            assert!(page.iter().all(|set| xml.contains(set)), "{name}");
        }
        assert_eq!(told, seen);
        let names = part(&bytes, "xl/workbook.xml");
        assert_eq!(names.matches("_xlnm.Print_Titles").count(), seen);
    }
}

#[test]
fn the_first_sheet_says_how_to_fill_it_in_and_what_does_not_come_back() {
    for lang in [Lang::Ja, Lang::En] {
        let bytes = workbook(&finished(), lang);
        let all = cells(&bytes);
        let first: String = all.iter().filter(|cell| cell.sheet == all[0].sheet).map(|cell| format!("{}\n", cell.text)).collect();
        for what in NotCarried::ALL {
            assert!(first.contains(what.label(lang)), "{what:?}");
        }
        assert!(first.contains(lang.pick("パスワードはありません", "without a password")), "{first}");
        assert!(first.contains(lang.pick("作成中", "Draft")));
    }
}

#[test]
fn all_words_are_of_the_language_of_the_sheet() {
    let bytes = workbook(&crate::support::blank(liu_wizard::record::Role::Csp), Lang::En);
    let japanese = |text: &str| text.chars().any(|character| matches!(character, 'ぁ'..='ん' | 'ァ'..='ヶ' | '一'..='龠'));
    // A day is said in both calendars in either language.
    let found: Vec<String> = cells(&bytes)
        .into_iter()
        .map(|cell| cell.text)
        .filter(|text| japanese(&text.replace(['令', '和', '年', '月', '日'], "")))
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn heights_of_rows_follow_what_is_typed_and_hold_a_signature() {
    let bytes = workbook(&finished(), Lang::Ja);
    let by_hand = |sheet: &str| {
        let xml = part(&bytes, &part_of(&bytes, sheet));
        let rows = xml.split("<row ").skip(1).map(|row| row.split('>').next().unwrap().to_owned());
        rows.filter(|row| row.contains("customHeight")).collect::<Vec<_>>()
    };
    assert_eq!(by_hand("情報ごとの評価").len(), 2, "title and heads of the table: {:?}", by_hand("情報ごとの評価"));
    let case = part(&bytes, &part_of(&bytes, "案件"));
    assert!(case.contains(" ht=\""), "heights are said for programs that do not compute them");
    let signed = by_hand("案件").into_iter().filter(|row| row.contains("ht=\"66\"")).count();
    assert_eq!(signed, 2, "assessor and approver");
}
