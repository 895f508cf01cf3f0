//! Workbooks that an earlier version of this program exported still come in. The files are of that version and never made anew.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it"
)]

use std::path::Path;

use crate::support::workbook::{accept_all, beside, enter, read};
use liu_wizard::import::ImportRow;
use liu_wizard::record::{Answer, Choice, Level, Record};

fn data(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/workbooks").join(name)).unwrap()
}

fn record(name: &str) -> Record {
    liu_wizard::file::parse(&data(name), name).unwrap().0
}

#[test]
fn a_sheet_of_the_first_layout_says_what_its_record_says() {
    for name in ["layout1_ja", "layout1_en"] {
        let record = record(&format!("{name}.liu.ron"));
        let sheet = read(&data(&format!("{name}.xlsx"))).unwrap();
        assert!(sheet.cells.len() > 110, "{}", sheet.cells.len());
        let import = beside(&sheet, &record);
        assert_eq!((import.rows, import.problems), (vec![], vec![]), "{name}");
        assert!(!import.changed_since, "{name}");
    }
}

#[test]
fn what_was_filled_in_a_sheet_of_the_first_layout_comes_in() {
    let record = record("layout1_en.liu.ron");
    let import = beside(&read(&data("layout1_en_filled.xlsx")).unwrap(), &record);
    assert_eq!(import.problems, vec![]);
    let paths: Vec<String> = import.rows.iter().map(ImportRow::path).collect();
    let [first, second, third] = [0, 1, 2].map(|index| record.items[index].id.clone());
    let mut wanted = vec!["conditions_of_use".to_owned(), "gate.answers.G1".to_owned()];
    for item in [first, second, third] {
        wanted.extend([format!("items[{item}].answers.C7"), format!("items[{item}].decisions.integrity")]);
    }
    assert_eq!(paths[..8], wanted);
    let mut taken = record.clone();
    accept_all(&import, &mut taken);
    assert_eq!(taken.gate.answers.get("G1"), &Answer::No);
    let added = taken.items.last().unwrap();
    assert_eq!((taken.items.len(), added.name.as_str(), added.description.as_str()), (4, "Minutes", "Who said what"));
    let Choice::Decided { level, against } = &taken.items[0].decisions.integrity.choice else { panic!("decided") };
    assert_eq!((*level, against.level), (Level::Moderate, Level::Low));
}

#[test]
fn a_decision_on_a_sheet_of_the_first_layout_is_made_against_the_answers_of_the_sheet() {
    let record = record("layout1_ja.liu.ron");
    let mut sheet = read(&data("layout1_ja.xlsx")).unwrap();
    let item = record.items[0].id.clone();
    enter(&mut sheet, &format!("items[{item}].answers.I2"), "はい");
    enter(&mut sheet, &format!("items[{item}].decisions.integrity"), "高位");
    let mut taken = record.clone();
    accept_all(&beside(&sheet, &record), &mut taken);
    let Choice::Decided { level, against } = &taken.items[0].decisions.integrity.choice else { panic!("decided") };
    assert_eq!((*level, against.level), (Level::High, Level::Moderate));
}
