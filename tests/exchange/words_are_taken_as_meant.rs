//! A sheet is taken as it was meant wherever nothing is lost: numbers, days and words in whatever form people and spreadsheets
//! leave them. What would be lost is told, and what cannot be seen is named.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it"
)]

use crate::support::workbook::{accept_all, beside, put, read, sheet};
use crate::support::{apply, finished};
use liu_wizard::export::entered;
use liu_wizard::import::{Content, Import, Remark, Said};
use liu_wizard::record::{
    Answer, ConfidentialityGrade, Date, Edit, Field, Grade, Line, PersonCount, PublicationPlan, Record, TextChanges, TextField,
};
use liu_wizard::text::Lang;

/// A sheet that somebody filled in with another program, beside the example it belongs to, as that was shipped then.
fn received(name: &str) -> (Record, Import) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets").join(name);
    let example = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/catalogue-2026-11-23/LIU-A1.liu.ron");
    let (record, _) = liu_wizard::file::parse(&std::fs::read(example).unwrap(), "LIU-A1").unwrap();
    let import = beside(&read(&std::fs::read(path).unwrap()).unwrap(), &record);
    (record, import)
}

fn said(import: &Import) -> Vec<(String, Said)> {
    import.rows.iter().map(|row| (row.path(), row.new.clone())).collect()
}

/// What is said of one line break that became a blank.
fn one_line() -> Remark {
    Remark::Changed(TextChanges { breaks: 1, ..TextChanges::default() })
}

#[test]
fn a_corporate_number_that_became_a_number_is_taken() {
    let (mut record, import) = received("number_in_text.xlsx");
    assert_eq!(import.problems, []);
    accept_all(&import, &mut record);
    assert_eq!(record.service.corporate_number.as_str(), "8999900000001");
    let taken: Vec<_> = said(&import).into_iter().map(|(_, new)| new).collect();
    assert!(taken.contains(&Said::Text("3".to_owned())), "{taken:?}");
}

#[test]
fn an_answer_with_an_invisible_character_behind_it_is_that_answer() {
    let (_, import) = received("pick_zwsp.xlsx");
    assert_eq!(import.problems, []);
    for row in &import.rows {
        assert_eq!(
            (row.path().as_str(), &row.new),
            ("gate.answers.G3", &Said::Pick(liu_wizard::export::entered::Pick::Answer(Answer::Yes)))
        );
    }
}

#[test]
fn a_day_with_its_weekday_is_that_day() {
    let (mut record, import) = received("date_weekday.xlsx");
    assert_eq!(import.problems, []);
    accept_all(&import, &mut record);
    assert_eq!(record.agency.assessed_on, Date::new(2026, 11, 27));
}

#[test]
fn a_line_break_behind_a_line_is_none() {
    let (_, import) = received("trailing_newline.xlsx");
    assert_eq!(import.problems, []);
    // The agency's name has one behind it, and differs in nothing. One within a line is a blank, and that is said.
    assert_eq!(said(&import), [("agency.bureau".to_owned(), Said::Text("大臣官房 政策課".to_owned()))]);
    assert_eq!(import.rows[0].remarks, [one_line()]);
}

#[test]
fn breaks_behind_a_text_of_several_lines_are_taken_off_in_silence() {
    let mut record = finished();
    let field = Field::Item(record.items[0].id.clone(), liu_wizard::record::ItemField::Description);
    let key = entered::key(&liu_wizard::export::Entry::Text(field.clone())).unwrap();
    let one = |record: &Record, written: &str| {
        let import = cell(record, &key, text(written));
        assert_eq!(import.problems, [], "{written:?}");
        import.rows.into_iter().next().map(|row| (row.new, row.remarks))
    };
    assert_eq!(one(&record, "一行目\n\n二行目\r\n\r\n"), Some((Said::Text("一行目\n\n二行目".to_owned()), vec![])));
    // What an earlier version of the program kept with a break behind it differs in nothing.
    apply(&mut record, Edit::SetText { field: field.clone(), text: "文\n".to_owned() });
    assert_eq!(one(&record, "文"), None);
    assert_eq!(one(&record, "文\n\n"), None);
    apply(&mut record, Edit::SetText { field, text: String::new() });
    assert_eq!(one(&record, "\n"), None);
}

/// What comes of one cell that was filled in like this.
fn cell(record: &Record, key: &str, content: Content) -> Import {
    let mut sheet = sheet(record);
    put(&mut sheet, key, content);
    beside(&sheet, record)
}

fn text(text: &str) -> Content {
    Content::Text(text.to_owned())
}

#[test]
fn words_are_taken_in_every_form() {
    let mut record = finished();
    let item = record.items[0].id.clone();
    apply(&mut record, Edit::GradeConfidentiality(vec![item.clone()], ConfidentialityGrade::NotGraded));
    apply(&mut record, Edit::GradeIntegrity(vec![item.clone()], Grade::NotGraded));
    apply(&mut record, Edit::CountPersons(vec![item.clone()], PersonCount::NotAnswered));
    apply(&mut record, Edit::PlanPublication(vec![item.clone()], PublicationPlan::NotAnswered));
    let check = |key: &str, written: &str, expected: &str| {
        let content = if written == "2" || written == "85" { Content::Number(written.to_owned()) } else { text(written) };
        let import = cell(&record, key, content);
        assert_eq!(import.problems, [], "{written:?}");
        let [row] = import.rows.as_slice() else { panic!("{written:?}: {:?}", import.rows) };
        assert_eq!(row.new_words(&crate::support::catalogue(), Lang::Ja), expected, "{written:?}");
    };
    for written in ["機密性２", "機密性 2情報", "2", "２", "機密性2\n", "Confidentiality 2", "\u{FEFF}機密性2"] {
        check(&format!("items[{item}].confidentiality_grade"), written, "機密性2");
    }
    check(&format!("items[{item}].integrity_grade"), "完全性１情報", "完全性1");
    for written in ["～100人", "〜100", "~100人", "100人以下", "85", "８５名"] {
        check(&format!("items[{item}].person_count"), written, "〜100人");
    }
    check(&format!("items[{item}].publication"), "公表済", "公表済み");
    for written in ["ｲｲｴ", " いいえ ", "いいえ。", "NO", "いいえ\r\n"] {
        check("gate.answers.G1", written, "いいえ");
    }
    for written in ["○", "×", "はい・いいえ", "1"] {
        let import = cell(&record, "gate.answers.G1", text(written));
        assert_eq!((import.rows.len(), import.problems.len()), (0, 1), "{written}");
    }
}

#[test]
fn days_are_taken_in_every_form_and_a_time_is_named() {
    let record = finished();
    for (content, day, time) in [
        (text("2026-11-27 00:00:00"), "2026-11-27", None),
        (text("令和8年11月27日(金)"), "2026-11-27", None),
        (text("㋿８年11月27日"), "2026-11-27", None),
        (text("２０２６－１１－２７\u{200B}\n"), "2026-11-27", None),
        (text("R8.11.27"), "2026-11-27", None),
        (text("2026/11/27 15:30"), "2026-11-27", Some("15:30")),
        (Content::Number("46353".to_owned()), "2026-11-27", None),
        (Content::Moment(Date::new(2026, 11, 27).unwrap(), "9:05".to_owned()), "2026-11-27", Some("9:05")),
    ] {
        let import = cell(&record, "agency.assessed_on", content.clone());
        let [row] = import.rows.as_slice() else { panic!("{content:?}: {:?}", import.problems) };
        assert_eq!(row.new, Said::Day(day.parse().ok()), "{content:?}");
        let remarks: Vec<Remark> = time.map(|time| Remark::Time(time.to_owned())).into_iter().collect();
        assert_eq!(row.remarks, remarks, "{content:?}");
    }
}

#[test]
fn what_differs_only_by_what_cannot_be_seen_is_named_by_it() {
    let mut record = finished();
    apply(&mut record, Edit::SetText { field: Field::Text(TextField::AgencyName), text: "架空省".to_owned() });
    let one = |written: &str| {
        let import = cell(&record, "agency.name", text(written));
        assert_eq!(import.problems, [], "{written:?}");
        import.rows.into_iter().next().map(|row| (row.new, row.remarks))
    };
    let hidden = Remark::OnlyHidden { code: 0x200B, position: 3, in_sheet: true };
    assert_eq!(one("架空\u{200B}省"), Some((Said::Text("架空\u{200B}省".to_owned()), vec![hidden.clone()])));
    for lang in [Lang::Ja, Lang::En] {
        assert!(hidden.words(lang).contains("U+200B") && hidden.words(lang).contains('3'), "{}", hidden.words(lang));
    }
    // What no text holds is left out; nothing is left that differs.
    assert_eq!(one("\u{FEFF}架空省\r\n"), None);
    let changes = Line::<60>::from_whole("架空\u{202E}庁").1;
    let left_out = one("架空\u{202E}庁").unwrap();
    assert_eq!(left_out, (Said::Text("架空庁".to_owned()), vec![Remark::Changed(changes)]));
    for silent in ["架空庁\n", "架空庁\r\n\r\n", "\n架空庁\n　\n", " \n架空庁"] {
        assert_eq!(one(silent), Some((Said::Text("架空庁".to_owned()), vec![])), "{silent:?}");
    }
    assert_eq!(one("架空省\n \n"), None);
    assert_eq!(one("架空省\n第二課\n"), Some((Said::Text("架空省 第二課".to_owned()), vec![one_line()])));
    assert_eq!(one("架空省\n第二課"), Some((Said::Text("架空省 第二課".to_owned()), vec![one_line()])));
    assert_eq!(one("架空省　"), Some((Said::Text("架空省　".to_owned()), vec![Remark::OnlyBlanks { position: 4 }])));
}

#[test]
fn no_advice_asks_for_what_a_protected_sheet_does_not_let_do() {
    let record = finished();
    for content in [Content::LongNumber("1".to_owned()), Content::NotText("TRUE".to_owned()), Content::Formula, Content::TooLong]
    {
        let import = cell(&record, "agency.name", content);
        let message = import.problems[0].message(Lang::Ja);
        for forbidden in ["行を", "列を", "書式", "削除"] {
            assert!(!message.action.contains(forbidden), "{message}");
        }
    }
}
