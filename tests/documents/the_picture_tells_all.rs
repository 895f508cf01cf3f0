//! Items × objectives at a glance: as they are while they are few, and nothing that matters hidden where they are many.

use crate::support::exports::{Case, blank, conference_item, line, purpose_harmed, web_conference};
use liu_wizard::export::{Emphasis, Picture, full_picture, picture};
use liu_wizard::record::{Answer, Choice, ConfidentialityGrade, ItemId, Objective, QuestionId, Record, Role};
use liu_wizard::text::Lang;

fn of(record: &Record, lang: Lang) -> Picture {
    picture(&Case::new(record.clone()).input(lang))
}

fn with_items(count: usize) -> Record {
    let mut record = web_conference();
    record.items.clear();
    for index in 0..count {
        let mut item = conference_item();
        item.id = ItemId::new(format!("item-{}", index + 1)).unwrap();
        item.name = line(&format!("情報{}", index + 1));
        record.items.push(item);
    }
    record
}

/// Makes the proposal of an item moderate; what was decided low is lowered if it has a reason, and reopened by the new cause.
fn lower(record: &mut Record, index: usize) {
    let lowered = purpose_harmed("理由").items.remove(0);
    record.items[index].answers = lowered.answers;
    record.items[index].decisions = lowered.decisions;
}

fn unknown(record: &mut Record, index: usize) {
    record.items[index].answers.set(QuestionId::new("C2").unwrap(), Answer::Unknown);
}

fn said(picture: &Picture) -> String {
    let rows = picture.rows.iter().chain([&picture.whole]);
    let row = |row: &liu_wizard::export::PictureRow| {
        let cells: Vec<String> = row.cells.iter().map(|cell| format!("{}|{}|{}", cell.bars, cell.level, cell.mark)).collect();
        format!("{} {} {}\n", row.name, row.detail, cells.join(" / "))
    };
    rows.map(row).collect()
}

#[test]
fn few_items_stand_as_they_are_and_marks_need_no_colour() {
    let mut record = with_items(12);
    lower(&mut record, 3);
    let shown = of(&record, Lang::Ja);
    assert_eq!(shown.rows.len(), 12);
    assert_eq!(shown.rows[3].name, "(4) 情報4");
    let cell = &shown.rows[3].cells[0];
    assert_eq!((cell.bars, cell.level.as_str(), cell.mark.as_str()), (1, "低位", "▽引下げ（提案 中位）"));
    assert_eq!(cell.emphasis, Emphasis::Lowered);
    assert_eq!(shown.rows[0].cells[0].mark, "理由あり");
    assert!(shown.legend.contains("▽引下げ") && !shown.legend.contains("△"), "{}", shown.legend);
    let english = of(&record, Lang::En);
    assert_eq!(english.rows[3].cells[0].mark, "▽ Lowered (proposal: Moderate)");
}

#[test]
fn what_is_not_assessed_never_looks_low() {
    let mut record = with_items(3);
    unknown(&mut record, 1);
    let shown = of(&record, Lang::Ja);
    let cell = &shown.rows[1].cells[0];
    assert_eq!((cell.bars, cell.emphasis), (0, Emphasis::Open));
    assert!(cell.level.starts_with("未評価") && !cell.cell().text.contains('■'), "{cell:?}");
    assert_eq!(shown.whole.cells[0].bars, 0, "nor does the whole");
    for role in [Role::Agency, Role::Csp] {
        let blank = of(&blank(role), Lang::Ja);
        assert!(blank.rows.is_empty() && blank.whole.cells.iter().all(|cell| cell.bars == 0 && cell.level == "未評価"));
    }
}

#[test]
fn of_many_items_those_that_stand_out_have_rows_and_the_rest_is_counted() {
    let mut record = with_items(60);
    // Most are as plain as can be.
    for (index, item) in record.items.iter_mut().enumerate() {
        if index != 17 && index != 41 {
            item.confidentiality_grade = ConfidentialityGrade::One;
        }
    }
    lower(&mut record, 17);
    unknown(&mut record, 41);
    let shown = of(&record, Lang::Ja);
    let text = said(&shown);
    assert!(shown.rows.len() <= 12, "{text}");
    assert_eq!(shown.rows[0].name, "(42) 情報42", "what is not assessed comes first: {text}");
    assert!(text.contains("(18) 情報18") && text.contains("▽引下げ"), "{text}");
    let rest = shown.rows.last().unwrap();
    assert_eq!(rest.name, "ほか58件はすべて低位", "{text}");
    assert_eq!(full_picture(&Case::new(record).input(Lang::Ja)).rows.len(), 60);
}

#[test]
fn a_fold_of_many_kinds_says_what_is_lowered_and_what_is_not_assessed() {
    let mut record = with_items(60);
    // Thirty kinds of rows: each takes another answer away.
    let ids: Vec<QuestionId> = ["C2", "C3", "C5", "C6", "C8", "C9", "I1", "I2", "I3", "A1", "A3"]
        .iter()
        .map(|id| QuestionId::new(*id).unwrap())
        .collect();
    for index in 0..60 {
        match index % 4 {
            0 => lower(&mut record, index),
            1 => unknown(&mut record, index),
            2 => record.items[index].answers.set(ids[index % ids.len()].clone(), Answer::Yes),
            _ => record.items[index].decisions[Objective::ALL[index % 3]].choice = Choice::NotDecided,
        }
    }
    let case = Case::new(record);
    for lang in [Lang::Ja, Lang::En] {
        let input = case.input(lang);
        let (shown, full) = (picture(&input), full_picture(&input));
        let text = said(&shown);
        assert!(shown.rows.len() <= 12, "{text}");
        let words = [lang.pick("▽引下げ", "▽ Lowered"), lang.pick("未評価", "Not assessed")];
        for (objective, word) in (0..3).flat_map(|objective| words.map(|word| (objective, word))) {
            let says = |picture: &Picture| {
                picture
                    .rows
                    .iter()
                    .any(|row| format!("{}{}", row.cells[objective].level, row.cells[objective].mark).contains(word))
            };
            assert_eq!(says(&shown), says(&full), "{word} in column {objective}: {text}");
        }
        for row in &shown.rows {
            for cell in &row.cells {
                assert!(cell.bars == 0 || !cell.level.contains(words[1]), "{text}");
            }
        }
    }
}
