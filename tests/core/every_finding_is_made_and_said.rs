//! Every kind of finding has a case that makes it, none is made in a finished record, and each is said in both languages.

use crate::support::case::{changed, ids};
use crate::support::findings::{CASES, after};
use crate::support::{apply, blank, catalogue, finished, person, profile, today, undecided, write};
use liu_wizard::judgement::{Finding, FindingKind, Judgement, Severity, judge};
use liu_wizard::record::{Answer, ApprovalState, CheckListPoint, Edit, Field, Record, Role, TextField};
use liu_wizard::text::{Lang, finding_message};

fn judged(record: &Record) -> Judgement {
    judge(record, &catalogue(), today())
}

#[test]
fn every_kind_is_made_by_its_case_and_gone_after_its_remedy() {
    assert_eq!(ids(&judged(&finished())), Vec::<&str>::new(), "the record to start from");
    for (id, severity, makes, mends) in CASES {
        let record = after(finished(), makes);
        let judgement = judged(&record);
        let found = judgement.findings.iter().find(|finding| finding.kind.id() == *id);
        let found = found.unwrap_or_else(|| panic!("{id} is not among {:?}", ids(&judgement)));
        assert_eq!(found.severity(), *severity, "{id}");
        let mended = judged(&after(record, mends));
        assert!(!ids(&mended).contains(id), "{id} is still there");
    }
}

#[test]
fn no_kind_is_without_a_case() {
    let mut tested: Vec<&str> = CASES.iter().map(|(id, ..)| *id).collect();
    let mut known = FindingKind::IDS.to_vec();
    tested.sort_unstable();
    known.sort_unstable();
    assert_eq!(tested, known);
}

#[test]
fn every_kind_is_said_in_both_languages_with_place_and_remedy() {
    for (id, _, makes, _) in CASES {
        let record = after(finished(), makes);
        let judgement = judged(&record);
        let found = judgement.findings.iter().find(|finding| finding.kind.id() == *id).expect("the finding");
        let ja = finding_message(found, &record, &catalogue(), Lang::Ja);
        let en = finding_message(found, &record, &catalogue(), Lang::En);
        for message in [&ja, &en] {
            assert!(!message.what.is_empty() && !message.place.is_empty() && !message.action.is_empty(), "{id}: {message:?}");
        }
        assert!(ja.what.ends_with('。') && ja.action.ends_with('。'), "{id}: {ja:?}");
        assert!(en.what.ends_with('.') && en.action.ends_with('.'), "{id}: {en:?}");
        assert!(is_japanese(&ja.action) && !is_japanese(&en.action), "{id}: {} / {}", ja.action, en.action);
        if let Field::Item(item, _) | Field::Decision(item, _) | Field::Reason(item, _) | Field::Answer(item, _) = &found.field {
            let name = record.item(item).expect("the item").name.as_str();
            assert!(ja.place.contains(name.trim()) && en.place.contains(name.trim()), "{id}: {}", ja.place);
        }
    }
}

fn is_japanese(text: &str) -> bool {
    text.chars().any(|character| ('ぁ'..='龥').contains(&character))
}

#[test]
fn errors_come_first_and_then_the_order_of_the_steps() {
    let record = changed(undecided(), "G7=no task=unknown grade.A=open C1=open raise.C=high");
    let judgement = judged(&record);
    let severities: Vec<Severity> = judgement.findings.iter().map(Finding::severity).collect();
    assert!(severities.is_sorted(), "{severities:?}");
    let expected = ["item_without_grade", "answers_missing", "not_decided", "raise_without_reason", "wide_use", "task_unknown"];
    assert_eq!(ids(&judgement), expected);
}

#[test]
fn a_provider_owes_its_own_fields_and_its_check_list_and_nothing_else() {
    let mut record = blank(Role::Csp);
    let judgement = judged(&record);
    assert_eq!(ids(&judgement), ["required_missing"]);
    for finding in judgement.findings {
        match finding.field {
            field @ Field::Text(_) => write(&mut record, field, "架空"),
            Field::CheckList(point) => apply(&mut record, Edit::AnswerCheckList(point, Answer::No)),
            other => panic!("a provider owes {other}"),
        }
    }
    write(&mut record, Field::Text(TextField::CorporateNumber), "7000012050002");
    assert_eq!(ids(&judged(&record)), Vec::<&str>::new());
    apply(&mut record, Edit::AnswerCheckList(CheckListPoint::Gbizid, Answer::NotAnswered));
    assert_eq!(ids(&judged(&record)), ["required_missing"]);
    // In the other profile no pre-application is handed in.
    record.profile = profile("procurement");
    assert_eq!(ids(&judged(&record)), Vec::<&str>::new());
}

#[test]
fn a_returned_record_may_be_changed_without_a_word_and_a_submitted_one_may_not() {
    let mut record = finished();
    let by = || person("課長", "架空 花子");
    let go = |record: &mut Record, to| apply(record, Edit::MoveApproval { to, by: by(), on: today(), comment: String::new() });
    go(&mut record, ApprovalState::Submitted);
    assert_eq!(ids(&judged(&record)), Vec::<&str>::new());
    write(&mut record, Field::Text(TextField::Purpose), "別の目的");
    assert_eq!(ids(&judged(&record)), ["changed_since_approval"]);
    go(&mut record, ApprovalState::Returned);
    write(&mut record, Field::Text(TextField::Purpose), "さらに別の目的");
    assert_eq!(ids(&judged(&record)), Vec::<&str>::new());
}
