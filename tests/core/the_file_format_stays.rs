//! What was once written opens for ever, and is written again as it stands.

use std::path::Path;
use std::sync::OnceLock;

use crate::support::arbitrary::any_record;
use liu_wizard::file::{FileFormat, completed_name, parse, schema, to_json, to_ron};
use liu_wizard::record::{
    Answer, ApprovalState, CatalogueId, CataloguePin, ConfidentialityGrade, ContentDigest, Date, DayField, Edit, Field, Grade,
    HARD_LENGTH, ItemField, ItemId, Level, Line, NewItem, Objective, OpinionView, OptionId, Paper, Person, PersonCount,
    Procurement, ProfileId, Prose, PublicationPlan, QuestionId, RaiseTo, Record, RecordId, RedFlagId, Role, SeenCause,
    SeenProposal, TaskChoice, TaskId, TextField, Validity,
};
use proptest::prelude::*;

static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();

/// A record in which every kind of value stands at least once.
fn rich() -> Record {
    let pin = CataloguePin {
        id: CatalogueId::new("liu-wizard").unwrap(),
        version: Line::new("2026-11").unwrap(),
        digest: ContentDigest::of(b"catalogue"),
    };
    let id = RecordId::new("0197f0c4-aaaa-4bbb-8ccc-000000000001").unwrap();
    let day = Date::new(2026, 11, 23).unwrap();
    let mut record = Record::new(id, Role::Agency, day, ProfileId::new("pre_application").unwrap(), pin);
    let (first, second) = (ItemId::new("i1").unwrap(), ItemId::new("i2").unwrap());
    let question = |id: &str| QuestionId::new(id).unwrap();
    let both = || vec![first.clone(), second.clone()];
    let flag = RedFlagId::new("LIU-A1.F1").unwrap();
    let cause = SeenCause { question: question("C2"), level: Level::Moderate };
    let moderate = SeenProposal { level: Level::Moderate, complete: true, causes: vec![cause] };
    let low = SeenProposal { level: Level::Low, complete: false, causes: Vec::new() };
    let text = |field, text: &str| Edit::SetText { field, text: text.to_owned() };
    let item = |id: &ItemId, name: &str| NewItem { id: id.clone(), name: name.to_owned(), description: String::new() };
    let edits = [
        Edit::AddItems(vec![item(&first, "会議の音声"), item(&second, "参加者の名簿")]),
        text(Field::Text(TextField::CaseName), "ウェブ会議（架空の例）"),
        text(Field::Text(TextField::ServiceSummary), "一行目\n二行目「引用」 \"quoted\" \\ 髙﨑 葛\u{E0100}飾 𠮷野家 神"),
        text(Field::Text(TextField::CorporateNumber), "7000012050002"),
        text(Field::Item(first.clone(), ItemField::Description), "会議の録音"),
        text(Field::RedFlag(flag.clone()), "該当なし"),
        text(Field::Reason(second.clone(), Objective::Confidentiality), "氏名と所属だけを載せる。"),
        text(Field::RaiseReason(Objective::Availability), "多くの会議が集まるため"),
        Edit::SetServiceIsSaas(Answer::Yes),
        Edit::SetDay(DayField::AssessedOn, Some(day)),
        Edit::AnswerGate(question("G1"), Answer::Yes),
        Edit::AnswerGate(question("G2"), Answer::Unknown),
        Edit::ChooseTask(TaskChoice::Listed(TaskId::new("LIU-A1").unwrap())),
        Edit::SuggestTask(TaskChoice::AgencyEntry {
            task: Prose::new("会議").unwrap(),
            service: Line::new("ウェブ会議").unwrap(),
            origin: Line::new("対象業務一覧").unwrap(),
        }),
        Edit::AnswerRedFlag(flag, Answer::No),
        Edit::GradeConfidentiality(both(), ConfidentialityGrade::Two),
        Edit::GradeIntegrity(vec![first.clone()], Grade::One),
        Edit::GradeAvailability(vec![second.clone()], Grade::Two),
        Edit::CountPersons(vec![second.clone()], PersonCount::UpTo100),
        Edit::PlanPublication(vec![first.clone()], PublicationPlan::NotPlanned),
        Edit::AnswerItems(both(), question("C2"), Answer::No),
        Edit::AnswerItems(vec![first.clone()], question("A1"), Answer::Choice(OptionId::new("within_one_day").unwrap())),
        Edit::Decide { item: first, objective: Objective::Integrity, level: Level::Low, against: low },
        Edit::Decide { item: second, objective: Objective::Confidentiality, level: Level::Low, against: moderate },
        Edit::RaiseObjective(Objective::Availability, RaiseTo::Level(Level::Moderate)),
        Edit::SetDay(DayField::Deadline, Some(day)),
        Edit::AnswerCheckList(liu_wizard::record::CheckListPoint::Gbizid, Answer::Yes),
        Edit::ChooseValidity(Validity::TwelveMonths),
        Edit::MoveApproval {
            to: ApprovalState::Submitted,
            by: Person { title: Line::new("課長補佐").unwrap(), name: Line::new("架空 花子").unwrap() },
            on: day,
            comment: "確認をお願いします。".to_owned(),
        },
        Edit::AddOpinion {
            by: Person { title: Line::new("情報システム課 補佐").unwrap(), name: Line::new("架空 次郎").unwrap() },
            on: day,
            view: OpinionView::Objects,
            comment: "録画の扱いを書いてください。".to_owned(),
        },
    ];
    for edit in edits {
        record.apply(edit.clone()).unwrap_or_else(|error| panic!("{edit:?}: {error}"));
    }
    record
}

#[test]
fn version_1_opens_and_is_written_again_as_it_stands() {
    let kept = std::fs::read_to_string("tests/data/format/v1.liu.ron").unwrap();
    let (record, format) = parse(kept.as_bytes(), "v1.liu.ron").unwrap();
    assert_eq!(format, FileFormat::Ron);
    // What has come since: the copy of the content, opinions and the seal. A file without them is not given them by opening it.
    let mut then = rich();
    then.approval.covered = None;
    then.approval.opinions.clear();
    then.approval.seal = None;
    assert_eq!(record, then);
    assert_eq!(to_ron(&record).unwrap(), kept);
    assert!(!record.changed_since_approval(), "the digest of then still names the content");
}

/// A record as a person has it on the first day, with the head of its documents and its procurement.
fn with_head_and_procurement() -> Record {
    let pin = CataloguePin {
        id: CatalogueId::new("liu-wizard").unwrap(),
        version: Line::new("2026-11").unwrap(),
        digest: ContentDigest::of(b"catalogue"),
    };
    let id = RecordId::new("0197f0c4-aaaa-4bbb-8ccc-000000000002").unwrap();
    let day = |month, day| Date::new(2026, month, day).unwrap();
    let mut record = Record::new(id, Role::Agency, day(11, 23), ProfileId::new("procurement").unwrap(), pin);
    for (field, text) in [
        (TextField::PaperNumber, "架情第123号"),
        (TextField::PaperAddressee, "課室情報セキュリティ責任者　殿"),
        (TextField::PaperHandling, "機密性2情報・関係者限り"),
        (TextField::ProcurementTitle, "Web会議サービスの利用（架空の例）"),
        (TextField::ProcurementNumber, "架-26-001"),
        (TextField::ProcurementPeriod, "令和9年4月1日から令和10年3月31日まで"),
    ] {
        record.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
    }
    record.apply(Edit::SetDay(DayField::ProcurementDate, Some(day(12, 1)))).unwrap();
    record
}

#[test]
fn the_head_of_the_documents_and_the_procurement_are_written_where_they_were_filled_in_and_nowhere_else() {
    let full = with_head_and_procurement();
    let kept = std::fs::read_to_string("tests/data/format/v1-head-and-procurement.liu.ron").unwrap();
    assert_eq!(parse(kept.as_bytes(), "kept").unwrap().0, full);
    assert_eq!(to_ron(&full).unwrap(), kept);

    // Whoever fills in nothing has the file, the content and the digest of a program that did not know the fields.
    let mut emptied = full.clone();
    (emptied.paper, emptied.procurement) = (Paper::default(), Procurement::default());
    for text in [to_ron(&emptied).unwrap(), to_json(&emptied).unwrap(), emptied.canonical_content()] {
        for part in ["paper", "procurement:", "\"procurement\":"] {
            assert!(!text.contains(part), "{part}: {text}");
        }
    }
    // One field alone brings no empty ones with it.
    emptied.apply(Edit::SetText { field: Field::Text(TextField::PaperNumber), text: "1".to_owned() }).unwrap();
    assert!(emptied.canonical_content().contains(r#""paper":{"number":"1"}"#), "{}", emptied.canonical_content());
    emptied.apply(Edit::SetDay(DayField::ProcurementDate, full.procurement.date)).unwrap();
    assert!(emptied.canonical_content().contains(r#""procurement":{"date":"2026-12-01"}"#), "{}", emptied.canonical_content());
}

#[test]
fn a_text_that_came_later_is_written_only_where_it_is_filled() {
    let before = rich();
    for field in TextField::ALL.iter().copied().filter(|field| field.came_later()).map(Field::Text) {
        let path = field.to_string();
        let name = format!("\"{}\"", path.rsplit('.').next().unwrap());
        assert!(!before.canonical_content().contains(&name), "{path} is written though it is empty");
        let mut record = before.clone();
        record.apply(Edit::SetText { field: field.clone(), text: "架空の会社（国内）".to_owned() }).unwrap();
        assert!(record.canonical_content().contains(&name), "{path} is not written");
        assert_eq!(parse(to_ron(&record).unwrap().as_bytes(), "a.liu.ron").unwrap().0, record);
        record.apply(Edit::SetText { field, text: String::new() }).unwrap();
        assert_eq!(record.content_digest(), before.content_digest(), "{path} leaves something behind");
    }
}

#[test]
fn equal_records_give_equal_bytes_and_both_ways_of_writing_mean_the_same() {
    let record = rich();
    assert_eq!(to_ron(&record).unwrap(), to_ron(&record.clone()).unwrap());
    let (from_json, format) = parse(to_json(&record).unwrap().as_bytes(), "a.liu.json").unwrap();
    assert_eq!((from_json, format), (record, FileFormat::Json));
}

#[test]
fn people_may_leave_out_reorder_and_comment() {
    let text = r#"
        /* 手で書いた記録 */
        (
          version: 1, // 版
          format: "liu-wizard-record",
          record: (
            role: agency, id: "r1", created: "令和8年11月23日", profile: "pre_application",
            catalogue: (id: "liu-wizard", version: "1", digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            agency: (assessed_on: "2026/11/23"),
          ),
        )"#;
    let with_mark_and_windows_line_ends = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    let (record, _) = parse(with_mark_and_windows_line_ends.as_bytes(), "hand.liu.ron").unwrap();
    assert_eq!(record.agency.assessed_on, Date::new(2026, 11, 23));
    assert_eq!(record.created, Date::new(2026, 11, 23).unwrap());
}

#[test]
fn line_ends_within_texts_become_lf() {
    let written = to_json(&rich()).unwrap().replace("一行目\\n二行目", "一行目\\r\\n二行目");
    assert!(written.contains("\\r\\n"));
    assert_eq!(parse(written.as_bytes(), "a.liu.json").unwrap().0, rich());
}

#[test]
fn the_committed_schema_is_the_one_of_the_types() {
    let committed = std::fs::read_to_string("assets/schema/record.schema.json").unwrap();
    let current = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write("assets/schema/record.schema.json", &current).unwrap();
    }
    assert!(committed == current, "assets/schema/record.schema.json is out of date: run this test once with UPDATE_SCHEMA=1");
}

/// Whoever gives the record another text finds here that it has no line in the table yet, from which all else follows.
#[test]
fn every_text_that_stands_once_in_the_file_has_a_line_in_the_table_of_texts() {
    let schema = schema();
    let mut paths = Vec::new();
    texts_in(&schema["properties"]["record"], "", &schema, &mut paths);
    // A part of the pin, and a pasted row that is edited as a whole.
    let whole = ["catalogue.version", "request.suggested_task.agency_entry."];
    // What stands beside the content is no field of a step.
    let beside = ["approval.", "comments.", "history."];
    paths.retain(|path| !whole.iter().chain(&beside).any(|part| path.starts_with(part)));
    assert!(paths.len() >= TextField::ALL.len(), "{paths:?}");
    for path in paths {
        assert!(Field::from_path(&path).is_some(), "no line in src/record/text_fields.rs for {path}");
    }
}

/// The paths of the texts below a part of the schema. Entries of lists and maps do not stand once.
fn texts_in(part: &serde_json::Value, path: &str, schema: &serde_json::Value, found: &mut Vec<String>) {
    if part["type"] == "string" && part["maxLength"] == HARD_LENGTH {
        found.push(path.to_owned());
    }
    if let Some(reference) = part["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap();
        // A kept copy of the content is a record again.
        if name != "Record" || path.is_empty() {
            texts_in(&schema["$defs"][name], path, schema, found);
        }
    }
    for (name, inner) in part["properties"].as_object().into_iter().flatten() {
        let inner_path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        texts_in(inner, &inner_path, schema, found);
    }
    for choice in ["oneOf", "anyOf", "allOf"].iter().filter_map(|word| part[*word].as_array()).flatten() {
        texts_in(choice, path, schema, found);
    }
}

#[test]
fn what_is_written_fits_the_schema_and_what_is_broken_does_not() {
    let schema = schema();
    assert_eq!(schema.get("$schema"), Some(&serde_json::json!("https://json-schema.org/draft/2020-12/schema")));
    let validator = jsonschema::validator_for(&schema).unwrap();
    let good: serde_json::Value = serde_json::from_str(&to_json(&rich()).unwrap()).unwrap();
    let faults: Vec<String> = validator.iter_errors(&good).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(faults, Vec::<String>::new());

    let broken = [
        ("/format", serde_json::json!("something-else")),
        ("/version", serde_json::json!(2)),
        ("/record/role", serde_json::json!("visitor")),
        ("/record/created", serde_json::json!(20261123)),
        ("/record/catalogue/digest", serde_json::json!("ABC")),
        ("/record/items", serde_json::json!({})),
        ("/record/items/0/answers", serde_json::json!({ "C 1": "yes" })),
        ("/record/items/0/answers/C2", serde_json::json!("maybe")),
        ("/record/task", serde_json::json!({ "listed": "LIU-A1", "unknown": null })),
        ("/record/service", serde_json::json!({ "nme": "x" })),
    ];
    for (place, value) in broken {
        let mut bad = good.clone();
        *bad.pointer_mut(place).unwrap() = value;
        assert!(!validator.is_valid(&bad), "{place}");
        assert!(parse(bad.to_string().as_bytes(), "bad.liu.json").is_err(), "{place}: the reader agrees with the schema");
    }
}

#[test]
fn names_of_files_are_completed() {
    for (chosen, completed) in [
        ("a/case", "a/case.liu.ron"),
        ("case.ron", "case.liu.ron"),
        ("case.json", "case.liu.json"),
        ("case.liu.json", "case.liu.json"),
        ("CASE.LIU.RON", "CASE.LIU.RON"),
        ("case.liu", "case.liu.ron"),
        ("会議 v1.2", "会議 v1.2.liu.ron"),
        (".ron", ".ron.liu.ron"),
    ] {
        assert_eq!(completed_name(Path::new(chosen)), Path::new(completed), "{chosen}");
    }
}

proptest! {
    /// Whatever people said, it is written and read as said, in both ways of writing, and fits the schema.
    #[test]
    fn every_record_comes_back_as_it_was_written(record in any_record()) {
        for format in FileFormat::ALL {
            let text = format.write(&record).unwrap();
            let (read, found) = parse(text.as_bytes(), "any").unwrap();
            prop_assert_eq!(&read, &record);
            prop_assert_eq!(found, format);
            prop_assert_eq!(format.write(&read).unwrap(), text);
            prop_assert_eq!(read.content_digest(), record.content_digest());
        }
        let value: serde_json::Value = serde_json::from_str(&to_json(&record).unwrap()).unwrap();
        let validator = SCHEMA.get_or_init(|| jsonschema::validator_for(&schema()).unwrap());
        prop_assert!(validator.is_valid(&value));
    }

    #[test]
    fn every_text_comes_back_as_it_was_typed(typed in any::<String>(), reason in "[\\n\\r\\t\"\\\\{}()#/\u{200B}\u{E0100}\u{3099}か一ア𠮷]{0,60}") {
        let mut record = rich();
        record.residual_risk = Prose::from_typed(&typed).0;
        record.items[0].decisions[Objective::Availability].reason = Prose::from_typed(&reason).0;
        record.case_name = Line::from_typed(&reason).0;
        for format in FileFormat::ALL {
            let (read, _) = parse(format.write(&record).unwrap().as_bytes(), "any").unwrap();
            prop_assert_eq!(&read, &record);
        }
    }
}
