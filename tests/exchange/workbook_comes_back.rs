//! What goes out in a workbook comes back as it went, and what was filled in comes back as it was filled in.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what a test cannot prepare fails it"
)]

use crate::support::arbitrary::{any_answer, any_record, text};
use crate::support::workbook::{accept_all, beside, blanked, enter, put, read, sheet, today, workbook};
use crate::support::{add_item, apply, example, finished, question, red_flag, undecided, write};
use calamine::{Reader as _, Xlsx};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::{Entry, carried, entered};
use liu_wizard::import::{Content, ProblemKind, compare};
use liu_wizard::record::{
    Answer, Choice, Difference, Edit, Field, FieldValue, ItemField, Level, Objective, OptionId, Place, Record, RedFlagReply,
    Role, SeenProposal, TaskChoice, TaskId, TextField,
};
use liu_wizard::text::Lang;
use proptest::prelude::*;

/// Any record with something, perhaps, in every place that a workbook has.
fn any_filled() -> impl Strategy<Value = Record> {
    let texts = prop::collection::vec(text(), TextField::ALL.len() + 9);
    let flags = prop::collection::vec((any_answer(), text()), 0..5);
    let answers = prop::collection::vec(any_answer(), 8);
    (any_record(), texts, flags, answers, any::<bool>()).prop_map(|(mut record, texts, flags, answers, dated)| {
        let mut texts = texts.into_iter();
        let mut next = || texts.next().unwrap_or_default();
        for field in TextField::ALL.iter().copied().map(Field::Text) {
            // The texts of a pasted row have a place only where a row was pasted.
            record.apply(Edit::SetText { field, text: next() }).ok();
        }
        if let Some(item) = record.items.first().map(|item| item.id.clone()) {
            for part in ItemField::ALL {
                record.apply(Edit::SetText { field: Field::Item(item.clone(), part), text: next() }).ok();
            }
        }
        let catalogue = Catalogue::shipped().unwrap();
        let listed = if let TaskChoice::Listed(id) = &record.task { catalogue.task(id) } else { None };
        for (flag, (applies, word)) in listed.into_iter().flat_map(|task| &task.red_flags).zip(flags) {
            let word = word.as_str().try_into().unwrap();
            record.red_flags.push(RedFlagReply { flag: flag.id.clone(), applies, word });
        }
        let mut answers = answers.into_iter();
        record.service.is_saas = answers.next().unwrap();
        for point in liu_wizard::record::CheckListPoint::ALL {
            apply(&mut record, Edit::AnswerCheckList(point, answers.next().unwrap()));
        }
        record.agency.assessed_on = dated.then(today);
        record.request.deadline = (!dated).then(today);
        record.request.suggested_task = record.task.clone();
        record
    })
}

/// The entries of a workbook whose place is this.
fn entries_at(place: &Place, record: &Record) -> Vec<Entry> {
    let all = entered::entries(record, &Catalogue::shipped().unwrap());
    all.into_iter().filter(|entry| entry.place() == *place).collect()
}

/// Whether a difference is one that a workbook says it does not carry.
fn is_not_carried(difference: &Difference<'_>, record: &Record) -> bool {
    let catalogue = Catalogue::shipped().unwrap();
    let says_nothing = |value: &FieldValue<'_>| match value {
        FieldValue::Absent => true,
        FieldValue::RedFlag(reply) => reply.applies == Answer::NotAnswered && reply.word.as_str().is_empty(),
        _ => false,
    };
    carried::of(&difference.place, &catalogue).is_err()
        || entries_at(&difference.place, record)
            .iter()
            .any(|entry| entered::value_not_carried(entry, record, &catalogue).is_some())
        || says_nothing(&difference.old) && says_nothing(&difference.new)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_sheet_that_nobody_touched_says_what_the_record_says(record in any_filled(), english in any::<bool>()) {
        let lang = if english { Lang::En } else { Lang::Ja };
        let import = beside(&read(&workbook(&record, lang)).unwrap(), &record);
        prop_assert_eq!(import.rows, vec![]);
        prop_assert_eq!(import.problems, vec![]);
        prop_assert!(!import.changed_since);
    }

    #[test]
    fn what_was_entered_comes_back_into_a_record_in_which_nothing_is_entered(record in any_filled()) {
        let mut copy = blanked(&record);
        let import = beside(&sheet(&record), &copy);
        let only_words = import.problems.iter().all(|problem| matches!(problem.kind, ProblemKind::UnknownWord { .. }));
        prop_assert!(only_words, "{:?}", import.problems);
        accept_all(&import, &mut copy);
        let lost: Vec<_> = copy.differences(&record).into_iter().filter(|lost| !is_not_carried(lost, &record)).map(|lost| format!("{lost:?}")).collect();
        prop_assert_eq!(lost, Vec::<String>::new());
        prop_assert_eq!(Catalogue::shipped().unwrap().dangling_ids(&copy), vec![]);
    }

    #[test]
    fn every_text_that_can_be_typed_comes_back_as_it_was_typed(typed in any::<String>()) {
        let mut record = finished();
        record.residual_risk = liu_wizard::record::Prose::from_typed(&typed).0;
        record.case_name = liu_wizard::record::Line::from_typed(&typed).0;
        let mut copy = blanked(&record);
        let import = beside(&sheet(&record), &copy);
        accept_all(&import, &mut copy);
        prop_assert_eq!((copy.residual_risk, copy.case_name), (record.residual_risk, record.case_name));
    }
}

/// Texts that spreadsheets like to compute, that XML likes to lose, and that fonts like to lack.
const HOSTILE: [&str; 22] = [
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "+1",
    "-1+1",
    "＝1+1",
    "＠SUM(1)",
    "{=1}",
    "'=1",
    "<script>alert(1)</script>&amp;",
    "𠮷野家",
    "葛\u{E0100}飾",
    "髙﨑 神田",
    "㈱①㍻",
    "😀👩‍👩‍👧",
    "한글",
    "_x000D_ _x005F_ _x0041_",
    " 前後の空白 ",
    "\u{3000}全角の空白\u{3000}",
    "0123",
    "1E5",
    "TRUE",
    "2026-11-23",
];

#[test]
fn hostile_texts_come_back_as_typed_and_are_never_computed() {
    let mut record = finished();
    let item = record.items[0].id.clone();
    let long = "あ".repeat(10_000);
    // A break behind all of it would be no part of the text.
    let lines = "一行目\n\n三行目";
    // The program counts what is left in each row; no text of the record ever adds to that.
    let counted = formulas(&workbook(&record, Lang::Ja));
    assert_eq!(counted.len(), 20);
    for text in HOSTILE.into_iter().chain([long.as_str(), lines]) {
        let one_line = text.replace('\n', " ");
        write(&mut record, Field::Text(TextField::ConditionsOfUse), text);
        write(&mut record, Field::Item(item.clone(), ItemField::Name), &one_line);
        write(&mut record, Field::Reason(item.clone(), Objective::Integrity), text);
        write(&mut record, Field::RedFlag(red_flag("LIU-A1.F1")), &one_line);
        let bytes = workbook(&record, Lang::Ja);
        assert_eq!(formulas(&bytes), counted, "{text:?}");
        let read = read(&bytes).unwrap();
        assert_eq!(beside(&read, &record).rows, vec![], "{text:?}");
        let mut copy = blanked(&record);
        accept_all(&beside(&read, &copy), &mut copy);
        assert_eq!(copy.conditions_of_use.as_str(), text);
        assert_eq!(copy.items[0].name.as_str(), one_line);
        assert_eq!(copy.items[0].decisions.integrity.reason.as_str(), text);
        assert_eq!(copy.red_flag(&red_flag("LIU-A1.F1")).unwrap().word.as_str(), one_line);
    }
}

/// Every formula in a workbook, as a reader that is not ours finds it.
#[expect(clippy::disallowed_methods, reason = "the file is our own")]
fn formulas(workbook: &[u8]) -> Vec<String> {
    let mut workbook = Xlsx::new(std::io::Cursor::new(workbook)).unwrap();
    let names = workbook.sheet_names();
    let ranges = names.iter().map(|name| workbook.worksheet_formula(name).unwrap());
    ranges.flat_map(|range| range.used_cells().map(|(_, _, formula)| formula.clone()).collect::<Vec<_>>()).collect()
}

#[test]
fn equal_records_give_equal_bytes() {
    for record in [finished(), blanked(&finished())] {
        let bytes = workbook(&record, Lang::Ja);
        assert_eq!(bytes, workbook(&record.clone(), Lang::Ja));
        let parts = crate::support::workbook::parts(&bytes);
        let (_, made) = parts.iter().find(|(name, _)| name == "docProps/core.xml").unwrap();
        let made = String::from_utf8_lossy(made).into_owned();
        assert_eq!(made.matches("2026-11-23T00:00:00Z").count(), 2, "made and changed on the day that was handed in: {made}");
    }
}

#[test]
fn a_blank_answer_is_an_empty_cell() {
    let mut record = undecided();
    record.items[0].answers = Default::default();
    let words = ["未記入", "未回答", "未決定", "未選択", "未格付", "引上げなし"];
    let filled = sheet(&record)
        .cells
        .into_iter()
        .filter(|cell| matches!(&cell.content, Content::Text(text) if words.contains(&text.as_str())));
    assert_eq!(filled.collect::<Vec<_>>(), vec![]);
}

#[test]
fn an_answer_that_was_cleared_is_a_difference() {
    let record = finished();
    let item = record.items[0].id.clone();
    let mut sheet = sheet(&record);
    for key in ["gate.answers.G1", "task", "agency.assessed_on", "agency.name"] {
        enter(&mut sheet, key, "");
    }
    enter(&mut sheet, &format!("items[{item}].answers.C2"), " ");
    enter(&mut sheet, &format!("items[{item}].decisions.integrity"), "");
    let import = beside(&sheet, &record);
    assert_eq!(import.rows.len(), 6, "{import:?}");
    let mut cleared = record.clone();
    accept_all(&import, &mut cleared);
    assert_eq!(*cleared.gate.answers.get("G1"), Answer::NotAnswered);
    assert_eq!(cleared.task, TaskChoice::NotChosen);
    assert_eq!((cleared.agency.assessed_on, cleared.agency.name.as_str()), (None, ""));
    assert_eq!(*cleared.items[0].answers.get("C2"), Answer::NotAnswered);
    assert_eq!(cleared.items[0].decisions.integrity.choice, Choice::NotDecided);
}

#[test]
fn words_of_both_languages_are_understood_whatever_the_language_of_the_sheet() {
    let mut record = blanked(&finished());
    record.role = Role::Csp;
    let item = record.items[0].id.clone();
    let mut sheet = sheet(&record);
    for (key, word) in [
        ("gate.answers.G1".to_owned(), "はい"),
        ("gate.answers.G2".to_owned(), "Yes"),
        ("gate.answers.G3".to_owned(), " 不明 "),
        ("task".to_owned(), "LIU-B1"),
        ("request.deadline".to_owned(), "令和8年12月1日"),
        (format!("items[{item}].confidentiality_grade"), "Confidentiality 2"),
        (format!("items[{item}].person_count"), "〜100人"),
        (format!("items[{item}].answers.A2"), "それ以上"),
        ("raises.availability".to_owned(), "中位"),
    ] {
        enter(&mut sheet, &key, word);
    }
    let mut filled = record.clone();
    let import = beside(&sheet, &record);
    assert_eq!(import.problems, vec![]);
    accept_all(&import, &mut filled);
    assert_eq!(*filled.gate.answers.get("G1"), Answer::Yes);
    assert_eq!(*filled.gate.answers.get("G2"), Answer::Yes);
    assert_eq!(*filled.gate.answers.get("G3"), Answer::Unknown);
    assert_eq!(filled.task, TaskChoice::Listed(TaskId::new("LIU-B1").unwrap()));
    assert_eq!(filled.request.deadline.unwrap().to_string(), "2026-12-01");
    assert_eq!(*filled.items[0].answers.get("A2"), Answer::Choice(OptionId::new("longer").unwrap()));
    assert_eq!(filled.raises.availability.to, liu_wizard::record::RaiseTo::Level(Level::Moderate));
}

#[test]
fn what_cannot_be_understood_is_told_and_not_taken() {
    let record = finished();
    let item = record.items[0].id.clone();
    let answer = format!("items[{item}].answers.C2");
    let check = |key: &str, content: Content, expected: &str| {
        let mut sheet = sheet(&record);
        put(&mut sheet, key, content);
        let import = beside(&sheet, &record);
        assert_eq!(import.rows, vec![], "{key}");
        assert_eq!(import.problems.len(), 1, "{key}: {:?}", import.problems);
        for lang in [Lang::Ja, Lang::En] {
            let message = import.problems[0].message(lang);
            assert!(!message.what.is_empty() && !message.place.is_empty(), "{message:?}");
        }
        let found = format!("{:?}", import.problems[0].kind);
        assert!(found.starts_with(expected), "{key}: {found}");
    };
    let text = |text: &str| Content::Text(text.to_owned());
    check(&answer, text("たぶん"), "UnknownWord");
    check(&answer, text("低位"), "UnknownWord");
    check(&answer, Content::Formula, "Formula");
    check(&answer, Content::NotText("1".to_owned()), "NotText");
    check(&answer, Content::Number("1".to_owned()), "UnknownWord");
    check("agency.assessed_on", text("来週"), "NotDay(NoDay");
    check("agency.assessed_on", text("2026年11月27日（木）"), "NotDay(Weekday");
    check("agency.assessed_on", Content::Number("2026".to_owned()), "NotDay(NoDay");
    check("agency.name", Content::LongNumber("12345678901234567".to_owned()), "LongNumber");
    check("agency.name", Content::Day(today()), "NotText");
    check("conditions_of_use", text(&"あ".repeat(20_001)), "Text(TooLong");
    check("conditions_of_use", Content::TooLong, "TooLong");
    check("task", text("LIU-Z9"), "UnknownWord");
    check("task", text("機関入力"), "UnknownWord");
    check(&format!("items[{item}].decisions.integrity"), text("最高位"), "UnknownWord");
}

#[test]
fn a_day_that_the_spreadsheet_made_of_what_was_typed_is_taken() {
    let record = crate::support::blank(Role::Csp);
    let mut sheet = sheet(&record);
    put(&mut sheet, "request.deadline", Content::Day(today()));
    let mut filled = record.clone();
    accept_all(&beside(&sheet, &record), &mut filled);
    assert_eq!(filled.request.deadline, Some(today()));
}

#[test]
fn a_new_decision_is_made_against_the_proposal_on_the_sheet() {
    let mut record = undecided();
    let item = record.items[0].id.clone();
    apply(&mut record, Edit::AnswerItems(vec![item.clone()], question("C7"), Answer::Yes));
    let mut sheet = sheet(&record);
    enter(&mut sheet, &format!("items[{item}].decisions.confidentiality"), "低位");
    // Meanwhile somebody changes the answer: what counts is what the assessor had before him.
    let mut meanwhile = record.clone();
    apply(&mut meanwhile, Edit::AnswerItems(vec![item], question("C7"), Answer::No));
    let import = beside(&sheet, &meanwhile);
    assert!(import.changed_since);
    accept_all(&import, &mut meanwhile);
    let Choice::Decided { level, against } = &meanwhile.items[0].decisions.confidentiality.choice else { panic!("decided") };
    assert_eq!((*level, against.level), (Level::Low, Level::Moderate));
    assert_eq!(against.causes[0].question, "C7");
}

#[test]
fn a_decision_that_was_left_as_it_stood_stays_made_against_what_it_was_made_against() {
    let mut record = finished();
    let item = record.items[0].id.clone();
    apply(&mut record, Edit::AnswerItems(vec![item], question("C7"), Answer::Yes));
    // The decision is reopened. Sending the sheet back untouched must not close it again.
    let mut copy = blanked(&record);
    accept_all(&beside(&sheet(&record), &copy), &mut copy);
    assert_eq!(copy.items[0].decisions, record.items[0].decisions);
}

#[test]
fn a_decision_without_a_readable_proposal_is_told_and_not_made() {
    let record = undecided();
    let key = format!("items[{}].decisions.integrity", record.items[0].id);
    let unknown = SeenProposal { level: Level::Low, complete: true, causes: vec![] };
    let against =
        serde_json::json!({ "causes": [{ "question": "Z9", "level": "low" }], "level": unknown.level, "complete": true });
    let unknown = serde_json::json!({ "seen": against, "choice": { "decided": { "level": "low", "against": against } } });
    for shown in [String::new(), " ".to_owned(), " {}".to_owned(), format!(" {unknown}")] {
        let mut sheet = sheet(&record);
        enter(&mut sheet, &key, "低位");
        let cell = sheet.cells.iter_mut().find(|cell| cell.key.starts_with(&format!("{key} "))).unwrap();
        cell.key = format!("{key}{shown}");
        let import = beside(&sheet, &record);
        assert_eq!(import.rows, vec![]);
        assert_eq!(import.problems.iter().map(|problem| &problem.kind).collect::<Vec<_>>(), [&ProblemKind::NoProposal]);
    }
}

#[test]
fn items_can_be_added_and_are_added_once() {
    let record = finished();
    let sheet = {
        let mut sheet = sheet(&record);
        let new: Vec<String> = sheet.cells.iter().filter(|cell| cell.key.starts_with('+')).map(|cell| cell.key.clone()).collect();
        let ids = liu_wizard::export::workbook::new_item_ids(&record);
        assert!(ids.len() == 19 && new.len() > 19 * 30, "{}", new.len());
        enter(&mut sheet, &format!("+items[{}].name", ids[0]), "参加者の名簿");
        enter(&mut sheet, &format!("+items[{}].description", ids[0]), "氏名と所属");
        enter(&mut sheet, &format!("+items[{}].name", ids[1]), "配布資料");
        sheet
    };
    let mut filled = record.clone();
    accept_all(&beside(&sheet, &record), &mut filled);
    let names: Vec<&str> = filled.items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["会議", "参加者の名簿", "配布資料"]);
    assert_eq!(filled.items[1].description.as_str(), "氏名と所属");
    assert_eq!(beside(&sheet, &filled).rows, vec![], "the same sheet once more adds nothing");
    let ids = |record: &Record| liu_wizard::export::workbook::new_item_ids(record);
    assert!(ids(&filled).iter().all(|id| filled.item(id).is_none()), "ids in use are not given out again");
    assert_eq!(ids(&record), ids(&record.clone()));
}

#[test]
fn a_cell_whose_item_was_removed_meanwhile_is_told() {
    let record = example();
    let mut meanwhile = record.clone();
    let item = record.items[0].id.clone();
    apply(&mut meanwhile, Edit::RemoveItem(item));
    let import = beside(&sheet(&record), &meanwhile);
    assert_eq!(import.rows, vec![]);
    assert!(import.changed_since && !import.problems.is_empty());
    assert!(import.problems.iter().all(|problem| matches!(problem.kind, ProblemKind::ItemGone(_))), "{:?}", import.problems);
}

#[test]
fn a_pasted_row_comes_back_with_its_choice() {
    let mut record = finished();
    let row = TaskChoice::AgencyEntry {
        task: "資料の\n共同編集".try_into().unwrap(),
        service: "文書作成".try_into().unwrap(),
        origin: "一覧 2026-11".try_into().unwrap(),
    };
    apply(&mut record, Edit::ChooseTask(row.clone()));
    let mut copy = blanked(&record);
    let import = beside(&sheet(&record), &copy);
    assert_eq!(import.problems, vec![]);
    accept_all(&import, &mut copy);
    assert_eq!(copy.task, row);
    // Another choice and a changed text of the row before can both be accepted.
    let mut sheet = sheet(&record);
    enter(&mut sheet, "task", "LIU-A2");
    enter(&mut sheet, "task.agency_entry.service", "別のサービス");
    let import = beside(&sheet, &record);
    assert_eq!(import.rows.len(), 2);
    accept_all(&import, &mut record);
    assert_eq!(record.task, TaskChoice::Listed(TaskId::new("LIU-A2").unwrap()));
    // Where no row is pasted any more, its texts have no place.
    let import = beside(&sheet, &record);
    assert_eq!(import.problems.len(), 3);
    assert!(import.problems.iter().all(|problem| problem.kind == ProblemKind::NoPastedRow));
}

#[test]
fn a_text_that_does_not_fit_into_a_cell_is_shown_cut_and_never_taken() {
    let mut record = finished();
    write(&mut record, Field::Text(TextField::ResidualRisk), &"𠮷".repeat(20_000));
    let sheet = sheet(&record);
    assert!(sheet.cells.iter().all(|cell| cell.key != "residual_risk"));
    let import = beside(&sheet, &record);
    assert_eq!((import.rows, import.problems, sheet.lost), (vec![], vec![], 0));
}

#[test]
fn rows_that_are_taken_one_by_one_change_what_they_say() {
    let record = finished();
    let item = record.items[0].id.clone();
    let mut sheet = sheet(&record);
    enter(&mut sheet, "agency.name", "別の庁");
    enter(&mut sheet, &format!("items[{item}].answers.C2"), "はい");
    let import = beside(&sheet, &record);
    let catalogue = Catalogue::shipped().unwrap();
    for row in &import.rows {
        let mut changed = record.clone();
        changed.apply(row.edit.clone()).unwrap();
        let differences = record.differences(&changed);
        assert_eq!(differences.len(), 1, "{}", row.path());
        let place = differences[0].place.clone();
        let words = |value| liu_wizard::text::difference::value(value, &place, &catalogue, Lang::Ja);
        assert_eq!(
            (words(&differences[0].old), words(&differences[0].new)),
            (row.old_words(&catalogue, Lang::Ja), row.new_words(&catalogue, Lang::Ja))
        );
    }
}

#[test]
fn every_cell_has_a_name_of_its_own_that_does_not_depend_on_its_place() {
    let mut record = finished();
    add_item(&mut record, "名簿");
    let keys = |record: &Record| {
        sheet(record).cells.into_iter().map(|cell| cell.key.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let before = keys(&record);
    let mut sorted = before.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), before.len());
    let second = record.items[1].id.clone();
    apply(&mut record, Edit::MoveItem(second, -1));
    let mut after = keys(&record);
    after.sort();
    assert_eq!(after, sorted);
    let known: Vec<String> = entered::entries(&record, &Catalogue::shipped().unwrap()).iter().filter_map(entered::key).collect();
    let strange: Vec<_> = sorted.iter().filter(|key| !key.starts_with('+') && !known.contains(key)).collect();
    assert!(strange.is_empty(), "{strange:?}");
}

#[test]
fn a_sheet_belongs_to_one_record_and_one_catalogue() {
    let record = finished();
    let read = sheet(&record);
    let mut other = record.clone();
    other.id = liu_wizard::record::RecordId::new("another").unwrap();
    let catalogue = Catalogue::shipped().unwrap();
    assert!(matches!(compare(&read, &other, &catalogue), Err(liu_wizard::import::ImportError::AnotherRecord { .. })));
    let mut renamed = (*catalogue).clone();
    renamed.meta.version = "another".to_owned();
    let renamed = Catalogue::from_ron("renamed", &renamed.to_ron().unwrap()).unwrap();
    assert!(matches!(compare(&read, &record, &renamed), Err(liu_wizard::import::ImportError::AnotherCatalogue { .. })));
}

#[test]
fn a_provider_can_fill_in_its_part_too() {
    let record = crate::support::blank(Role::Csp);
    let mut read = sheet(&record);
    enter(&mut read, "service.name", "架空サービス");
    enter(&mut read, "application.gbizid", "はい");
    let mut filled = record.clone();
    accept_all(&beside(&read, &record), &mut filled);
    assert_eq!((filled.service.name.as_str(), &filled.application.gbizid), ("架空サービス", &Answer::Yes));
    assert_eq!(filled.received.len(), 1);
}

#[test]
fn a_received_file_is_noted_once_and_told_everywhere() {
    use liu_wizard::file::{FileFormat, parse};
    use liu_wizard::record::ContentDigest;
    let record = finished();
    let sha256 = ContentDigest::of(b"sheet");
    let noted = |path: &str| liu_wizard::import::received(std::path::Path::new(path), &sha256, today());
    for path in ["評価.xlsx", "/a/評価.xlsx", "../評価.xlsx", "C:\\work\\評価.xlsx"] {
        assert_eq!(noted(path).name.as_str(), "評価.xlsx", "{path:?}");
    }
    for (path, shown) in [("評\u{202E}価.xlsx", "評〔U+202E〕価.xlsx"), ("評\u{0}価.xlsx", "評〔U+0000〕価.xlsx")] {
        assert_eq!(noted(path).name.as_str(), shown, "what acts in a name is told by its code");
    }
    let mut changed = record.clone();
    apply(&mut changed, Edit::NoteReceived(noted("評価.xlsx")));
    apply(&mut changed, Edit::NoteReceived(noted("評価.xlsx")));
    assert_eq!(changed.received.len(), 1);
    assert_ne!(changed.content_digest(), record.content_digest());
    assert!(!record.canonical_content().contains("\"received\":"), "a record that received nothing keeps its digest");
    let differences = record.differences(&changed);
    assert_eq!(differences.iter().map(|difference| &difference.place).collect::<Vec<_>>(), [&Place::Received]);
    let catalogue = Catalogue::shipped().unwrap();
    let told = liu_wizard::text::difference::value(&differences[0].new, &Place::Received, &catalogue, Lang::Ja);
    assert!(told.contains("評価.xlsx") && told.contains(sha256.as_str()), "{told}");
    for format in FileFormat::ALL {
        assert_eq!(parse(format.write(&changed).unwrap().as_bytes(), "any").unwrap().0, changed);
    }
    let judgement = liu_wizard::judgement::judge(&changed, &catalogue, today());
    for document in liu_wizard::export::Document::WHOLE.into_iter().take(2) {
        let input = liu_wizard::export::ExportInput {
            copy: liu_wizard::export::CopyKind::Draft,
            ..liu_wizard::export::ExportInput::new(&changed, &catalogue, &judgement, today(), Lang::Ja)
        };
        let report = liu_wizard::export::report(&document, &input).unwrap();
        assert!(report.cells().iter().any(|cell| cell.text.contains(sha256.as_str())), "{document:?}");
    }
}
