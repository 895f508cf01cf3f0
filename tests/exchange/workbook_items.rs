//! One row an item: what is filled in there comes back, a lowering that was finished there is finished, and a new item is whole.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what a test cannot prepare fails it"
)]

use crate::support::case::changed;
use crate::support::workbook::{accept_all, beside, enter, part, part_of, put, read, sheet, workbook};
use crate::support::{add_item, apply, blank, catalogue, finished, last_item, today, write};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::workbook::new_item_ids;
use liu_wizard::import::{Content, ImportRow, ProblemKind, Sheet};
use liu_wizard::judgement::{Standing, judge};
use liu_wizard::record::{
    Answer, Choice, ConfidentialityGrade, Edit, Field, Grade, ItemField, ItemId, Level, PersonCount, PublicationPlan, Record,
    Role,
};
use liu_wizard::text::Lang;

fn key(item: &ItemId, rest: &str) -> String {
    format!("items[{item}].{rest}")
}

/// What comes of a record into which all of a sheet was taken.
fn taken(sheet: &Sheet, record: &Record) -> Record {
    let import = beside(sheet, record);
    assert_eq!(import.problems, vec![]);
    let mut taken = record.clone();
    accept_all(&import, &mut taken);
    taken.received.clear();
    taken
}

#[test]
fn a_lowering_that_is_finished_on_the_sheet_is_the_one_that_the_window_makes() {
    let words = ["はい", "低位", "低位（再確認済み）"];
    let english = ["Yes", "Low", "Low (confirmed again)"];
    for (start, confirmed) in [(changed(finished(), "undecide.C"), 1), (finished(), 1), (finished(), 2)] {
        for (lang, [yes, ..], level) in [(Lang::Ja, words, words[confirmed]), (Lang::En, english, english[confirmed])] {
            let mut filled = read(&workbook(&start, lang)).unwrap();
            let item = start.items[0].id.clone();
            enter(&mut filled, &key(&item, "answers.C7"), yes);
            enter(&mut filled, &key(&item, "decisions.confidentiality.reason"), "会議の後すぐに公表する。");
            enter(&mut filled, &key(&item, "decisions.confidentiality"), level);
            let by_window = changed(start.clone(), "C7=yes reason.C=会議の後すぐに公表する。 undecide.C decide.C=low");
            let by_sheet = taken(&filled, &start);
            assert_eq!(by_sheet, by_window, "{lang:?} {level}");
            let judged = judge(&by_sheet, &catalogue(), today());
            assert_eq!(judged.items[0].cells.confidentiality.standing, Standing::Lowered);
        }
    }
}

#[test]
fn a_decision_that_nobody_touched_is_not_made_again_because_an_answer_changed() {
    let start = finished();
    let item = start.items[0].id.clone();
    let mut filled = sheet(&start);
    enter(&mut filled, &key(&item, "answers.C7"), "はい");
    let by_sheet = taken(&filled, &start);
    assert_eq!(by_sheet, changed(start.clone(), "C7=yes"));
    let judged = judge(&by_sheet, &catalogue(), today());
    assert_eq!(judged.items[0].cells.confidentiality.standing, Standing::Reopened);
    // A reason that is written anew while the proposal is the same makes no new decision either.
    let mut explained = sheet(&start);
    enter(&mut explained, &key(&item, "decisions.confidentiality.reason"), "念のため。");
    assert_eq!(taken(&explained, &start), changed(start, "reason.C=念のため。"));
}

#[test]
fn a_decision_is_made_against_the_answers_of_the_sheet_whatever_the_record_says_by_now() {
    let start = changed(finished(), "C7=yes undecide.C");
    let item = start.items[0].id.clone();
    let mut filled = sheet(&start);
    enter(&mut filled, &key(&item, "decisions.confidentiality"), "低位");
    let mut meanwhile = changed(start, "C7=no");
    accept_all(&beside(&filled, &meanwhile), &mut meanwhile);
    let Choice::Decided { level, against } = &meanwhile.items[0].decisions.confidentiality.choice else { panic!("decided") };
    assert_eq!((*level, against.level, against.causes.len()), (Level::Low, Level::Moderate, 1));
}

/// A free row filled in from end to end.
fn with_new_item(start: &Record) -> (Sheet, ItemId) {
    let mut filled = sheet(start);
    let id = new_item_ids(start)[0].clone();
    let new = |rest: &str| format!("+{}", key(&id, rest));
    for (rest, text) in [
        ("name", "参加者の名簿"),
        ("description", "氏名と所属\n連絡先"),
        ("whose", "委員"),
        ("confidentiality_grade", "機密性2"),
        ("integrity_grade", "完全性1"),
        ("availability_grade", "可用性2"),
        ("personal_data", "氏名、所属"),
        ("person_count", "〜100人"),
        ("publication", "公表しない"),
        ("publication_time", "なし"),
        ("retention", "一年"),
        ("decisions.confidentiality", "低位"),
        ("decisions.confidentiality.reason", "名簿は公表している。"),
        ("decisions.integrity", "低位"),
        ("decisions.availability", "中位"),
        ("decisions.availability.reason", "止まると会議が開けない。"),
    ] {
        enter(&mut filled, &new(rest), text);
    }
    for asked in ["C1", "C2", "C5", "C6", "C7", "C8", "C9", "I2", "I3", "I4", "I6", "A4", "A5", "A6"] {
        enter(&mut filled, &new(&format!("answers.{asked}")), "いいえ");
    }
    enter(&mut filled, &new("answers.C4"), "はい");
    enter(&mut filled, &new("answers.A2"), "1日以内");
    (filled, id)
}

#[test]
fn a_new_item_comes_back_whole_as_one_difference() {
    let start = finished();
    let (filled, id) = with_new_item(&start);
    let import = beside(&filled, &start);
    assert_eq!(import.problems, vec![]);
    let [ImportRow { edit, .. }] = import.rows.as_slice() else { panic!("one difference: {:?}", import.rows) };
    let mut added = start.clone();
    added.apply(edit.clone()).unwrap();
    let item = added.item(&id).unwrap();
    assert_eq!(
        (item.name.as_str(), item.description.as_str(), item.whose.as_str()),
        ("参加者の名簿", "氏名と所属\n連絡先", "委員")
    );
    assert_eq!(item.confidentiality_grade, ConfidentialityGrade::Two);
    assert_eq!((item.integrity_grade, item.availability_grade), (Grade::One, Grade::Two));
    assert_eq!((item.person_count, item.publication), (PersonCount::UpTo100, PublicationPlan::NotPlanned));
    assert_eq!(
        (item.personal_data.as_str(), item.publication_time.as_str(), item.retention.as_str()),
        ("氏名、所属", "なし", "一年")
    );
    assert_eq!((item.answers.get("C4"), item.answers.get("I6")), (&Answer::Yes, &Answer::No));
    let judged = judge(&added, &catalogue(), today());
    let cells = &judged.item(&id).unwrap().cells;
    assert_eq!(cells.confidentiality.standing, Standing::Explained);
    assert_eq!((cells.integrity.standing, cells.availability.standing), (Standing::AsProposed, Standing::Raised));
    // It says what it is, and how much comes with it.
    let (shipped, row) = (Catalogue::shipped().unwrap(), &import.rows[0]);
    for (lang, said) in [(Lang::Ja, "参加者の名簿（回答16件）"), (Lang::En, "参加者の名簿 (16 answers)")] {
        let words = row.new_words(&shipped, lang);
        assert!(words.starts_with(said), "{words}");
        assert!(words.contains(lang.pick("C4 職員以外の個人情報：はい", "C4 Data of people outside: Yes")), "{words}");
        assert!(
            words.contains(lang.pick("可用性の理由：止まると会議が開けない。", "Availability: reason: 止まると会議が開けない。")),
            "{words}"
        );
    }
    // Once more the same sheet says nothing new, and a change to it is a difference like any other.
    let mut again = beside(&filled, &added);
    assert_eq!((again.rows.len(), again.problems.len()), (0, 0));
    let mut changed = filled.clone();
    enter(&mut changed, &format!("+{}", key(&id, "answers.C4")), "いいえ");
    again = beside(&changed, &added);
    assert_eq!(again.rows.iter().map(ImportRow::path).collect::<Vec<_>>(), [key(&id, "answers.C4")]);
}

#[test]
fn a_new_item_is_taken_or_not_and_what_cannot_be_read_of_it_is_told() {
    let start = finished();
    let (mut filled, id) = with_new_item(&start);
    put(&mut filled, &format!("+{}", key(&id, "answers.C2")), Content::Text("たぶん".to_owned()));
    let import = beside(&filled, &start);
    assert_eq!(import.rows.len(), 1);
    assert!(matches!(import.problems[0].kind, ProblemKind::UnknownWord { .. }), "{:?}", import.problems);
    let mut added = start.clone();
    added.apply(import.rows[0].edit.clone()).unwrap();
    assert_eq!(added.item(&id).unwrap().answers.get("C2"), &Answer::NotAnswered, "and never low by default");
    let judged = judge(&added, &catalogue(), today());
    assert!(!judged.item(&id).unwrap().cells.confidentiality.effective.is_assessed());
}

#[test]
fn new_items_keep_the_order_of_the_sheet_and_need_no_name() {
    let start = blank(Role::Agency);
    let mut filled = sheet(&start);
    let ids = new_item_ids(&start);
    assert_eq!(ids.len(), 20);
    for (index, name) in [(3, "い"), (0, "あ"), (11, "え")] {
        enter(&mut filled, &format!("+{}", key(&ids[index], "name")), name);
    }
    enter(&mut filled, &format!("+{}", key(&ids[7], "answers.C2")), "はい");
    let added = taken(&filled, &start);
    let names: Vec<&str> = added.items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["あ", "い", "", "え"]);
    assert_eq!(added.items[2].answers.get("C2"), &Answer::Yes);
}

#[test]
fn not_applicable_is_written_where_nothing_is_to_be_answered_and_is_no_answer() {
    let start = changed(finished(), "grade.C=1 C1=open C4=open");
    let item = last_item(&start).id.clone();
    let filled = sheet(&start);
    let says = |rest: &str| filled.cells.iter().find(|cell| cell.key == key(&item, rest)).unwrap().content.clone();
    assert_eq!(says("answers.C1"), Content::Text("対象外".to_owned()));
    assert_eq!(says("answers.C7"), Content::Text("いいえ".to_owned()), "an answer that was given stays where it was");
    assert_eq!(says("answers.I5"), Content::Text("対象外".to_owned()), "nothing is raised that could be mitigated");
    assert_eq!(beside(&filled, &start).rows, vec![]);
    // Somebody grades it otherwise, and the question is open: it says so in neither language that it is low.
    let mut graded = filled;
    enter(&mut graded, &key(&item, "confidentiality_grade"), "機密性2");
    enter(&mut graded, &key(&item, "answers.C4"), "Not applicable");
    let by_sheet = taken(&graded, &start);
    assert_eq!(by_sheet.items[0].answers.get("C1"), &Answer::NotAnswered);
    assert!(!judge(&by_sheet, &catalogue(), today()).items[0].cells.confidentiality.proposal.is_assessed());
}

#[test]
fn a_text_that_does_not_fit_into_a_cell_is_shown_cut_and_its_row_has_no_such_cell() {
    let mut start = finished();
    let item = start.items[0].id.clone();
    write(&mut start, Field::Item(item.clone(), ItemField::Description), &"𠮷".repeat(20_000));
    let filled = sheet(&start);
    assert!(filled.cells.iter().all(|cell| cell.key != key(&item, "description")));
    assert_eq!(filled.lost, 0);
    let import = beside(&filled, &start);
    assert_eq!((import.rows, import.problems), (vec![], vec![]));
    // When it was shortened meanwhile, what stands on the sheet is still no answer.
    write(&mut start, Field::Item(item, ItemField::Description), "短い");
    let import = beside(&filled, &start);
    assert_eq!((import.rows, import.problems), (vec![], vec![]));
}

/// What is left of a row is counted by the spreadsheet, in words of the sheet's language.
#[test]
fn what_is_left_is_counted_in_every_row_and_says_the_same_as_the_program() {
    let mut record = changed(finished(), "C2=unknown C7=open undecide.I");
    let added = add_item(&mut record, "名簿");
    apply(&mut record, Edit::GradeConfidentiality(vec![added], ConfidentialityGrade::NotGraded));
    for lang in [Lang::Ja, Lang::En] {
        let bytes = workbook(&record, lang);
        let xml = part(&bytes, &part_of(&bytes, lang.pick("情報ごとの評価", "Items")));
        let counted = |row: usize| {
            let cell = crate::support::workbook::cell_xml(&xml, &format!("D{row}"));
            let value = cell[cell.find("<v>").unwrap() + 3..cell.find("</v>").unwrap()].to_owned();
            (value, cell.contains("<f>"))
        };
        assert_eq!(counted(5), ("3".to_owned(), true));
        assert_eq!(counted(6), ("4".to_owned(), true), "the grade, and three decisions");
        assert_eq!(counted(7), (" ".to_owned(), true), "a free row says nothing");
    }
}

#[test]
fn names_and_heads_stay_in_view_and_questions_stand_in_words() {
    let record = finished();
    for lang in [Lang::Ja, Lang::En] {
        let bytes = workbook(&record, lang);
        let xml = part(&bytes, &part_of(&bytes, lang.pick("情報ごとの評価", "Items")));
        assert!(xml.contains("xSplit=\"4\" ySplit=\"4\" topLeftCell=\"E5\""), "{}", &xml[..900]);
        let said = part(&bytes, "xl/sharedStrings.xml");
        for asked in &catalogue().questions {
            if asked.section.objective().is_some() && !["C3", "I1", "A1"].contains(&asked.id.as_str()) {
                assert!(said.contains(&asked.text.text(lang).replace('&', "&amp;")), "{}", asked.id);
            }
        }
        let rules = &xml[xml.find("<dataValidations").unwrap()..];
        for asked in ["C2", "I6", "A2"] {
            assert!(rules.contains(&format!("promptTitle=\"{asked} ")), "{asked}");
        }
        assert!(rules.contains("liu_list_"));
    }
}

#[test]
fn what_does_not_apply_is_grey_and_a_free_row_turns_blue_with_its_name() {
    let bytes = workbook(&finished(), Lang::Ja);
    let xml = part(&bytes, &part_of(&bytes, "情報ごとの評価"));
    let rules: Vec<&str> = xml.split("<cfRule ").skip(1).map(|rule| &rule[..rule.find("</cfRule>").unwrap()]).collect();
    assert!(rules.iter().any(|rule| rule.contains("stopIfTrue") && rule.contains("$G5=\"機密性1\"")), "{rules:?}");
    assert!(rules.iter().any(|rule| rule.contains("$C6&lt;&gt;\"\"")), "{rules:?}");
    let item = ItemId::new("item-1").unwrap();
    assert_eq!(crate::support::workbook::cell_of(&bytes, &key(&item, "confidentiality_grade")).1, "G5");
    assert_eq!(crate::support::workbook::cell_of(&bytes, &key(&item, "name")).1, "C5");
}

#[test]
fn a_sheet_of_either_language_is_read_whatever_the_language_of_the_program() {
    for lang in [Lang::Ja, Lang::En] {
        let start = finished();
        let mut filled = read(&workbook(&start, lang)).unwrap();
        let item = start.items[0].id.clone();
        for (rest, ja, en) in [
            ("answers.C7", "はい", "Yes"),
            ("person_count", "1,000人超", "over 1,000"),
            ("decisions.integrity", "中位", "Moderate"),
        ] {
            enter(&mut filled, &key(&item, rest), lang.pick(en, ja));
        }
        let by_sheet = taken(&filled, &start);
        assert_eq!(by_sheet, changed(start, "C7=yes persons=over_1000 undecide.I decide.I=moderate"));
    }
}

#[test]
fn the_decision_column_offers_levels_and_levels_confirmed_again() {
    for (lang, words) in [(Lang::Ja, ["高位", "低位（再確認済み）"]), (Lang::En, ["High", "Low (confirmed again)"])] {
        let said = part(&workbook(&finished(), lang), "xl/sharedStrings.xml");
        assert!(words.iter().all(|word| said.contains(word)), "{words:?}");
    }
}

#[test]
fn the_picture_stands_on_the_case_and_items_of_the_same_levels_share_a_row_where_there_are_many() {
    let said = |record: &Record| {
        let bytes = workbook(record, Lang::Ja);
        let names = part(&bytes, "xl/sharedStrings.xml");
        (names.contains("▽引下げ"), names.contains("ほか13件"))
    };
    let lowered = changed(finished(), "C7=yes reason.C=会議の後すぐに公表する。 undecide.C decide.C=low");
    assert_eq!(said(&lowered), (true, false));
    let mut many = lowered;
    for number in 2..=15 {
        add_item(&mut many, &format!("資料{number}"));
    }
    crate::support::decide_open_cells(&mut many);
    assert_eq!(said(&many), (true, true), "one lowered, fourteen alike");
}

#[test]
fn the_red_flags_of_a_suggested_task_can_be_answered_before_a_task_is_chosen() {
    let mut record = blank(Role::Csp);
    let task = liu_wizard::record::TaskId::new("LIU-A4").unwrap();
    apply(&mut record, Edit::SuggestTask(liu_wizard::record::TaskChoice::Listed(task.clone())));
    let flags = catalogue().task(&task).unwrap().red_flags.clone();
    let mut filled = sheet(&record);
    for flag in &flags {
        enter(&mut filled, &format!("red_flags[{}]", flag.id), "いいえ");
    }
    enter(&mut filled, "task", "LIU-A4");
    let by_sheet = taken(&filled, &record);
    assert_eq!(by_sheet.red_flags.len(), flags.len());
}
