//! Rows copied from a spreadsheet become items as far as they are understood; what is not is said with its place.
#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot prepare fails it")]

use liu_wizard::import::pasted_items::{Leftover, MAX_ROWS, Pasted, PastedRow, as_edit, read};
use liu_wizard::record::{
    CatalogueId, CataloguePin, ConfidentialityGrade, ContentDigest, Date, Grade, ItemField, ItemId, Line, PersonCount, ProfileId,
    PublicationPlan, Record, RecordId, Role,
};

fn row(name: &str, description: &str) -> PastedRow {
    PastedRow { name: name.to_owned(), description: description.to_owned(), ..PastedRow::default() }
}

#[test]
fn without_headings_the_first_cell_is_the_name_and_the_first_text_the_description() {
    let pasted = read("議事録\t会議の記録\r\n名簿\t\t\r\n\r\n資料\t公表予定の資料\r\n");
    assert_eq!(pasted.rows, [row("議事録", "会議の記録"), row("名簿", ""), row("資料", "公表予定の資料")]);
    assert_eq!(pasted.leftovers, []);
    assert_eq!(pasted.attributes, [ItemField::Name, ItemField::Description]);
}

#[test]
fn words_for_grades_persons_and_publication_are_understood_wherever_they_stand() {
    let graded = PastedRow {
        confidentiality: ConfidentialityGrade::Two,
        integrity: Grade::One,
        availability: Grade::Two,
        persons: PersonCount::UpTo100,
        publication: PublicationPlan::NotPlanned,
        ..row("名簿", "委員の名簿")
    };
    for text in [
        "名簿\t委員の名簿\t機密性2\t完全性1\t可用性2\t〜100\t公表しない",
        "名簿\t機密性２情報\t可用性２情報\t委員の名簿\t非公表\t100人以下\t完全性１",
        "名簿\t委員の名簿\t機密性2、完全性1、可用性2\t～100人\t公表しない",
    ] {
        let pasted = read(text);
        assert_eq!((pasted.rows, pasted.leftovers), (vec![graded.clone()], vec![]), "{text}");
    }
}

#[test]
fn headings_say_what_the_columns_are_in_any_order() {
    let text = "機密性\t情報の名称\t人数\t保存期間\t備考\t公表の予定\n2\t申込者一覧\t1,500\t1年\t要相談\t不明\n";
    let pasted = read(text);
    let expected = PastedRow {
        confidentiality: ConfidentialityGrade::Two,
        persons: PersonCount::Over1000,
        publication: PublicationPlan::Unknown,
        texts: vec![(ItemField::Retention, "1年".to_owned())],
        ..row("申込者一覧", "")
    };
    assert_eq!(pasted.rows, [expected]);
    assert_eq!(pasted.leftovers, [Leftover::UnknownColumn { column: 5, heading: "備考".to_owned() }]);
}

#[test]
fn what_is_not_understood_is_said_with_its_place_and_guessed_at_nowhere() {
    let pasted = read("名称\t完全性\t人数\n台帳\t3\tたくさん\n");
    assert_eq!(pasted.rows, [row("台帳", "")]);
    assert_eq!(
        pasted.leftovers,
        [
            Leftover::NotAValue { row: 2, attribute: ItemField::IntegrityGrade, text: "3".to_owned() },
            Leftover::NotAValue { row: 2, attribute: ItemField::PersonCount, text: "たくさん".to_owned() },
        ]
    );
    let pasted = read("台帳\t受付の台帳\t12\tその他");
    assert_eq!(pasted.rows, [row("台帳", "受付の台帳")]);
    assert_eq!(
        pasted.leftovers,
        [
            Leftover::NoPlace { row: 1, column: 3, text: "12".to_owned() },
            Leftover::NoPlace { row: 1, column: 4, text: "その他".to_owned() },
        ]
    );
}

#[test]
fn persons_are_counted_in_bands() {
    for (written, expected) in [
        ("なし", PersonCount::None),
        ("0", PersonCount::None),
        ("1", PersonCount::UpTo100),
        ("100人", PersonCount::UpTo100),
        ("101", PersonCount::UpTo1000),
        ("101〜1,000", PersonCount::UpTo1000),
        ("１０００名", PersonCount::UpTo1000),
        ("1001件", PersonCount::Over1000),
        ("1,000超", PersonCount::Over1000),
        ("不明", PersonCount::Unknown),
        ("多い", PersonCount::NotAnswered),
        ("99999999999999999999", PersonCount::NotAnswered),
    ] {
        let pasted = read(&format!("名称\t人数\nx\t{written}"));
        assert_eq!(pasted.rows.first().map(|row| row.persons), Some(expected), "{written}");
    }
}

#[test]
fn cells_with_line_breaks_tabs_and_quotes_stay_whole() {
    let pasted = read("\"議事\n録\"\t\"一行目\n二行目\t\"\"引用\"\"\"\n\"閉じない\t説明");
    assert_eq!(pasted.rows, [row("議事 録", "一行目\n二行目 \"引用\""), row("\"閉じない", "説明")]);
    let told: Vec<_> = pasted.leftovers.iter().map(|leftover| matches!(leftover, Leftover::Changed { row: 1, .. })).collect();
    assert_eq!(told, [true, true], "a break and a tab became blanks: {:?}", pasted.leftovers);
}

#[test]
fn characters_that_act_are_taken_out_and_named() {
    let pasted = read("名\u{202E}簿\t説明");
    assert_eq!(pasted.rows, [row("名簿", "説明")]);
    let changes = Line::<60>::from_whole("名\u{202E}簿").1;
    assert_eq!(pasted.leftovers, [Leftover::Changed { row: 1, attribute: ItemField::Name, changes }]);
}

#[test]
fn rows_beyond_the_most_are_counted_and_not_taken() {
    let text = "情報\n".repeat(MAX_ROWS + 3);
    let pasted = read(&text);
    assert_eq!(pasted.rows.len(), MAX_ROWS);
    assert_eq!(pasted.leftovers, [Leftover::TooManyRows { rows: 2 }]);
}

#[test]
fn nothing_comes_of_nothing() {
    for text in ["", "\n\n", " \t \n"] {
        assert_eq!(read(text), Pasted::default(), "{text:?}");
    }
}

#[test]
fn a_paste_is_one_act_that_fills_all_it_understood() {
    let digest = ContentDigest::of(b"");
    let pin = CataloguePin { id: CatalogueId::new("test").unwrap(), version: Line::default(), digest };
    let day = Date::new(2026, 11, 23).unwrap();
    let mut record = Record::new(RecordId::new("r").unwrap(), Role::Agency, day, ProfileId::new("p").unwrap(), pin);
    let pasted = read("名称\t誰の情報か\t機密性\t完全性\t可用性\t人数\t公表\n名簿\t委員\t2\t1\t1\tなし\t公表済み\n資料\n");
    let mut next = 0;
    let edit = as_edit(&pasted.rows, || {
        next += 1;
        ItemId::new(format!("i{next}")).unwrap()
    });
    record.apply(edit).unwrap();
    let [first, second] = record.items.as_slice() else { panic!("two rows were pasted") };
    assert_eq!((first.name.as_str(), first.whose.as_str()), ("名簿", "委員"));
    assert_eq!(
        (first.confidentiality_grade, first.integrity_grade, first.availability_grade),
        (ConfidentialityGrade::Two, Grade::One, Grade::One)
    );
    assert_eq!((first.person_count, first.publication), (PersonCount::None, PublicationPlan::Published));
    assert_eq!(second.name.as_str(), "資料");
    assert_eq!(second.confidentiality_grade, ConfidentialityGrade::NotGraded);
}
