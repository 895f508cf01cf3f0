//! Whatever is changed in an approved record, in its content or in the approval itself, is said by `verify`, by the findings that
//! the window shows and by every document, or the file is refused.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "what a test cannot prepare fails it")]

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::{apply, blank, catalogue, day, finished, person, today, write};
use liu_wizard::command_line::{self, Exit, Started, Surroundings};
use liu_wizard::export::{Along, CopyKind, Document, ExportInput, Medium, Product, render, typeset};
use liu_wizard::file::{AppFolders, Holder, MemoryStorage, parse, to_json};
use liu_wizard::judgement::judge;
use liu_wizard::record::{
    ApprovalState, ApprovalStatement, ChangesSinceApproval, ContentDigest, Edit, Field, Line, Moment, OpinionView, Record,
    RequestRef, TextField, Validity,
};
use liu_wizard::text::{Lang, approval as said, finding_message};
use serde_json::Value;

const FILE: &str = "/case.liu.json";

/// An approved record in which something stands in every part of the approval, with a history of two revisions.
fn approved() -> Record {
    let mut record = finished();
    let request = blank(liu_wizard::record::Role::Csp);
    record.answers_request = Some(RequestRef { service: record.service.digest(), ..RequestRef::of(&request) });
    for (index, field) in TextField::ALL.iter().enumerate() {
        if record.text(&Field::Text(*field)).is_some_and(str::is_empty) {
            // What does not take any text, such as an address, stays as it is.
            record.apply(Edit::SetText { field: Field::Text(*field), text: format!("語{index}") }).ok();
        }
    }
    let author = Line::new("架空 太郎").unwrap();
    let moment = |written: &str| Moment::of(written.parse().unwrap());
    let begun = record.with_revision(None, moment("2026-11-20T01:00:00Z"), &author);
    let mut record = begun.clone();
    write(&mut record, Field::Text(TextField::Purpose), "外部委員との打合せ（改）");
    let (by, on) = (person("補佐", "架空 三郎"), day("2026-11-20"));
    apply(&mut record, Edit::AddOpinion { by, on, view: OpinionView::Objects, comment: "録画の扱い".to_owned() });
    apply(&mut record, Edit::ChooseValidity(Validity::TwelveMonths));
    for to in [ApprovalState::Submitted, ApprovalState::Approved] {
        let by = person("課長", "架空 花子");
        apply(&mut record, Edit::MoveApproval { to, by, on: day("2026-11-21"), comment: "見ました".to_owned() });
    }
    record.with_revision(Some(&begun), moment("2026-11-21T01:00:00Z"), &author)
}

fn lapsed() -> Record {
    let mut record = approved();
    let by = person("室長", "架空 四郎");
    apply(&mut record, Edit::MoveApproval { to: ApprovalState::Lapsed, by, on: today(), comment: "委託先が替わった".to_owned() });
    record
}

/// Every place of a value in which no further places are, as a JSON pointer.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            fields.iter().for_each(|(name, value)| leaves(value, &format!("{at}/{name}"), found));
        }
        Value::Array(values) if !values.is_empty() => {
            values.iter().enumerate().for_each(|(index, value)| leaves(value, &format!("{at}/{index}"), found));
        }
        _ => found.push(at.to_owned()),
    }
}

/// The words that the schema of the record knows, such as the names of states and answers.
fn known_words(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value) {
                    ("const", Value::String(word)) => _ = found.insert(word.clone()),
                    ("enum", Value::Array(words)) => {
                        found.extend(words.iter().filter_map(|word| word.as_str().map(str::to_owned)));
                    }
                    _ => known_words(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| known_words(value, found)),
        _ => {}
    }
}

/// Other values for what stands in a place, likely to be read there.
fn others(value: &Value, words: &BTreeSet<String>) -> Vec<Value> {
    match value {
        Value::String(text) if words.contains(text) => {
            words.iter().filter(|word| *word != text).map(|word| Value::from(word.as_str())).collect()
        }
        Value::String(text) => {
            let last = text.chars().last();
            let other = if last == Some('1') { '2' } else { '1' };
            let mut turned: String = text.chars().take(text.chars().count().saturating_sub(1)).collect();
            turned.push(other);
            vec![turned.into(), format!("{text}甲").into(), "".into()]
        }
        Value::Number(number) => vec![(number.as_u64().unwrap() + 1).into()],
        Value::Bool(is) => vec![(!is).into()],
        Value::Null => vec!["2026-01-02".into(), "0".repeat(64).into(), "yes".into()],
        Value::Array(_) => vec![],
        Value::Object(_) => vec![serde_json::json!({ "C1": "yes" })],
    }
}

/// The record with other values in a place, and without it, as far as they can be read; at most this many.
fn changed(whole: &Value, at: &str, words: &BTreeSet<String>, most: usize) -> Vec<Record> {
    let mut found = Vec::new();
    let mut take = |value: &Value| {
        let text = serde_json::to_vec(value).unwrap();
        found.extend(parse(&text, FILE).ok().map(|(record, _)| record));
        found.len() < most
    };
    for other in others(whole.pointer(at).unwrap(), words) {
        let mut value = whole.clone();
        *value.pointer_mut(at).unwrap() = other;
        if !take(&value) {
            return found;
        }
    }
    let (parent, name) = at.rsplit_once('/').unwrap();
    let mut value = whole.clone();
    if let Some(fields) = value.pointer_mut(parent).unwrap().as_object_mut() {
        fields.remove(name);
        take(&value);
    }
    found
}

/// How `verify` ends, and what it says.
fn verified(record: &Record) -> (Exit, String) {
    let storage = MemoryStorage::new();
    storage.put(Path::new(FILE), to_json(record).unwrap().as_bytes());
    let around = Surroundings {
        settings_problem: None,
        storage: &storage,
        folders: &Ok(AppFolders::at("/own")),
        lang: Lang::Ja,
        author: Line::default(),
        now: "2026-11-23T05:00:00Z".parse().unwrap(),
        holder: Holder { user: String::new(), host: String::new() },
        sessions: &|| None,
        new_id: &|| panic!("verify makes no record"),
        read_line: &|_| panic!("verify asks nothing"),
        on_terminal: false,
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = ["liu-wizard", "--today", "2026-11-23", "verify", FILE].map(Into::into);
    let Started::Finished(exit) = command_line::run(&arguments, &around, &mut out, &mut err) else { panic!("no window") };
    (exit, String::from_utf8([out, err].concat()).unwrap())
}

/// What is said in the list of findings, which the window shows on 承認 and on 確認.
fn findings(record: &Record) -> String {
    let (catalogue, lang) = (catalogue(), Lang::Ja);
    let found = judge(record, &catalogue, today()).findings;
    found.iter().map(|finding| finding_message(finding, record, &catalogue, lang).what).collect::<Vec<_>>().join("\n")
}

fn exported<R>(record: &Record, make: impl FnOnce(&ExportInput<'_>) -> R) -> R {
    let (catalogue, today) = (catalogue(), today());
    let judgement = judge(record, &catalogue, today);
    let (lang, copy, along) = (Lang::Ja, CopyKind::Draft, Along::default());
    make(&ExportInput { copy, along, ..ExportInput::new(record, &catalogue, &judgement, today, lang) })
}

/// What a document says: as Markdown, which walks the tree of the PDF.
fn printed(record: &Record, document: Document) -> String {
    let markdown = exported(record, |input| render(&Product::Document(document, Medium::Markdown), input).unwrap());
    String::from_utf8(markdown).unwrap()
}

/// The same as it stands on the pages of the PDF, without spaces and line breaks.
fn on_pages(record: &Record, document: &Document) -> String {
    let pages = exported(record, |input| typeset(document, input).unwrap());
    (0..pages.count()).map(|page| pages.text(page)).collect::<String>().split_whitespace().collect()
}

/// The words of which one must be said of a record that is not what was approved.
const SAID: [&str; 5] = [
    "承認後に変更あり",
    "承認の記載が変更されています",
    "承認の記載が変更されたかどうか不明",
    "要約値（SHA-256）に合いません",
    "記録後に変更あり",
];
const FOUND: [&str; 4] = [
    "内容が変わりました",
    "控えの内容が、要約値（SHA-256）に合いません",
    "承認の記載（状態、だれが、いつ、コメント、有効期間、意見）が、記録したときのものではありません",
    "承認の記載に要約値（SHA-256）がないため",
];

fn says(text: &str, any: &[&str]) -> bool {
    any.iter().any(|wanted| text.contains(wanted))
}

#[test]
fn the_record_itself_is_objected_to_by_nobody() {
    for record in [approved(), lapsed()] {
        assert_eq!(record.approval.statement(), ApprovalStatement::AsRecorded);
        let (exit, text) = verified(&record);
        assert_eq!(exit, Exit::Fine, "{text}");
        let whole = printed(&record, Document::Record);
        assert!(!says(&findings(&record), &FOUND) && !says(&whole, &SAID), "{whole}");
    }
}

#[test]
fn whatever_is_changed_is_said_by_verify_by_the_window_and_by_the_documents() {
    let mut schema = BTreeSet::new();
    known_words(&serde_json::from_str(include_str!("../../assets/schema/record.schema.json")).unwrap(), &mut schema);
    assert!(schema.contains("approved") && schema.contains("yes"), "{schema:?}");
    let (mut read, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for original in [approved(), lapsed()] {
        let whole: Value = serde_json::from_str(&to_json(&original).unwrap()).unwrap();
        let mut places = Vec::new();
        leaves(&whole, "", &mut places);
        for at in &places {
            let is_history = at.starts_with("/record/history/");
            // The approval in every way there is; of the rest one or two.
            let is_approval = at.starts_with("/record/approval/") && !at.starts_with("/record/approval/covered/");
            let records = changed(&whole, at, &schema, if is_approval { 60 } else { 2 });
            let changed: Vec<Record> = records.into_iter().filter(|record| *record != original).collect();
            if changed.is_empty() {
                refused.insert(at.clone())
            } else {
                read.insert(at.clone())
            };
            for record in changed {
                let (exit, text) = verified(&record);
                assert_ne!(exit, Exit::Fine, "{at}: {text}");
                if exit == Exit::Unreadable || is_history {
                    // Not opened; or the history, which no document shows.
                    continue;
                }
                assert!(says(&text, &SAID), "{at}: {text}");
                let found = findings(&record);
                assert!(says(&found, &FOUND) || record.approval.state == ApprovalState::Lapsed, "{at}: {found}");
                let state = said::state(&record, today(), Lang::Ja);
                assert!(says(&state, &SAID) || record.kept_copy_is_another(), "{at}: {state}");
                for document in [Document::Record, Document::Explanation, Document::Sheet] {
                    let is_in_detail = document == Document::Record;
                    let text = printed(&record, document.clone());
                    let copy_alone = record.kept_copy_is_another() && !says(&state, &SAID);
                    assert!(says(&text, &SAID) || (copy_alone && !is_in_detail), "{at} {document:?}: {text}");
                }
            }
        }
    }
    for at in ["approval/by/name", "approval/on", "approval/validity", "approval/opinions/0/view", "agency/purpose"] {
        assert!(read.contains(&format!("/record/{at}")), "{at} was never changed: {read:?}");
    }
    assert!(read.len() > refused.len() * 5, "{refused:?}");
}

#[test]
fn the_printed_pages_say_it_too() {
    let forged: [fn(&mut Record); 6] = [
        |record| record.approval.by = person("局長", "架空 五郎"),
        |record| record.approval.on = Some(day("2026-11-22")),
        |record| record.approval.validity = Validity::ThirtySixMonths,
        |record| record.approval.opinions.clear(),
        |record| record.approval.seal = None,
        |record| record.agency.purpose = "別の目的".try_into().unwrap(),
    ];
    for (index, forge) in forged.into_iter().enumerate() {
        let mut record = approved();
        forge(&mut record);
        for document in [Document::Record, Document::Explanation] {
            let text = on_pages(&record, &document);
            assert!(says(&text, &SAID), "{index} {document:?}: {text}");
        }
    }
}

#[test]
fn what_was_changed_outside_is_not_made_good_by_what_is_added_to_it() {
    for (forge, expected) in [
        ((|record: &mut Record| record.approval.by = person("局長", "架空 五郎")) as fn(&mut Record), ApprovalStatement::Changed),
        (|record| record.approval.seal = None, ApprovalStatement::NotKnown),
    ] {
        let mut record = approved();
        forge(&mut record);
        let by = || person("補佐", "架空 三郎");
        apply(&mut record, Edit::ChooseValidity(Validity::SixMonths));
        assert_eq!(record.approval.statement(), expected);
        let view = OpinionView::Agrees;
        apply(&mut record, Edit::AddOpinion { by: by(), on: today(), view, comment: String::new() });
        assert_eq!(record.approval.statement(), expected);
        let to = ApprovalState::Lapsed;
        apply(&mut record, Edit::MoveApproval { to, by: by(), on: today(), comment: String::new() });
        assert_eq!(record.approval.statement(), expected, "what lapses is the approval as it stood");
        // Only somebody who gives it anew answers for it.
        let to = ApprovalState::Draft;
        apply(&mut record, Edit::MoveApproval { to, by: by(), on: today(), comment: String::new() });
        assert_eq!(record.approval.statement(), ApprovalStatement::AsRecorded);
    }
}

#[test]
fn an_approval_of_an_older_program_is_read_and_called_not_known() {
    let record = approved();
    let mut value: Value = serde_json::from_str(&to_json(&record).unwrap()).unwrap();
    value.pointer_mut("/record/approval").unwrap().as_object_mut().unwrap().remove("seal");
    let (old, _) = parse(&serde_json::to_vec(&value).unwrap(), FILE).unwrap();
    assert_eq!(old.approval.statement(), ApprovalStatement::NotKnown);
    assert_eq!(old.changes_since_approval(), ChangesSinceApproval::Unchanged);
    let (exit, text) = verified(&old);
    assert_eq!(exit, Exit::Objections);
    assert!(text.contains("分かりません"), "{text}");
    // An untouched draft says nothing that could be changed.
    let mut draft = finished();
    apply(&mut draft, Edit::ChooseValidity(Validity::TwelveMonths));
    assert_eq!((draft.approval.statement(), &draft.approval.seal), (ApprovalStatement::Nothing, &None));
    assert_ne!(record.approval.seal, Some(ContentDigest::of(b"")));
}
