//! Every kind of finding has a case that makes it, none is made in a finished record, and each is said in both languages.

use crate::support::case::{changed, ids};
use crate::support::{apply, blank, catalogue, day, finished, person, profile, red_flag, today, undecided, write};
use liu_wizard::judgement::{Finding, FindingKind, Judgement, Severity, judge};
use liu_wizard::record::Record;
use liu_wizard::record::{Answer, ApprovalState, CheckListPoint, Edit, Field, RedFlagId, RequestRef, Role, TextField, Validity};
use liu_wizard::text::{Lang, finding_message};

/// A change, written in the language of the cases or as code.
enum Change {
    Case(&'static str),
    Code(fn(&mut Record)),
}
use Change::{Case, Code};

/// The kind, how grave it is, what makes it, and the least change to that after which it is gone.
const CASES: &[(&str, Severity, Change, Change)] = &[
    ("grade_three_against_gate", Severity::Error, Case("grade.C=3"), Case("G3=yes")),
    ("no_sensitive_item_against_gate", Severity::Error, Case("grade.C=1"), Case("item=別")),
    ("sensitive_item_against_gate", Severity::Error, Case("G2=no"), Case("grade.C=1")),
    ("gate_not_answered", Severity::Error, Case("G1=open"), Case("G1=yes")),
    ("gate_unknown", Severity::Warning, Case("G7=unknown"), Case("G7=yes")),
    ("gate_ends", Severity::Note, Case("G3=yes"), Case("G3=no")),
    ("service_reason_missing", Severity::Error, Case("G6=no"), Case("service_reason=通話だけを使う")),
    ("wide_use", Severity::Warning, Case("G7=no"), Case("G7=yes")),
    ("task_not_chosen", Severity::Error, Case("task=open"), Case("task=unknown")),
    ("task_unknown", Severity::Warning, Case("task=unknown"), Case("task=not_listed")),
    ("task_not_listed", Severity::Note, Case("task=not_listed"), Case("task=LIU-A1")),
    ("entry_empty", Severity::Error, Case("task=blank_entry"), Case("task=entry")),
    ("task_wording_unconfirmed", Severity::Note, Case("task=LIU-B1"), Case("task=LIU-A2")),
    ("red_flag_open", Severity::Warning, Code(|record| flag(record, Answer::Unknown)), Code(|record| flag(record, Answer::No))),
    (
        "red_flag_without_word",
        Severity::Warning,
        Code(|record| write(record, Field::RedFlag(first_flag()), " ")),
        Code(|record| write(record, Field::RedFlag(first_flag()), "確認した")),
    ),
    ("red_flag_applies", Severity::Note, Code(|record| flag(record, Answer::Yes)), Code(|record| flag(record, Answer::No))),
    ("no_items", Severity::Error, Case("no_items"), Case("item=会議")),
    ("item_without_name", Severity::Error, Case("name=\u{3000}"), Case("name=会議")),
    ("item_without_grade", Severity::Error, Case("grade.A=open"), Case("grade.A=2")),
    ("item_without_person_count", Severity::Error, Case("persons=open"), Case("persons=unknown")),
    ("items_of_same_name", Severity::Warning, Case("item=会議"), Case("name=録画")),
    ("answers_missing", Severity::Error, Case("I4=open"), Case("I4=unknown")),
    ("answers_unknown", Severity::Warning, Case("I4=unknown"), Case("I4=yes")),
    ("not_decided", Severity::Error, Case("undecide.A"), Case("decide.A=high")),
    ("reopened", Severity::Warning, Case("C7=yes"), Case("decide.C=moderate")),
    ("low_while_open", Severity::Error, Case("C7=unknown"), Case("undecide.C")),
    ("lowered_without_reason", Severity::Error, Case("C7=yes decide.C=low"), Case("reason.C=限定")),
    ("explanation_missing", Severity::Error, Case("C1=yes"), Case("reason.C=公表前提")),
    ("lowered", Severity::Note, Case("C7=yes decide.C=low reason.C=限定"), Case("decide.C=moderate")),
    ("raise_without_reason", Severity::Error, Case("raise.I=moderate"), Case("raise_reason.I=集約")),
    ("below_precedent", Severity::Note, Case("task=LIU-A2"), Case("I3=yes")),
    ("conditions_of_use_missing", Severity::Error, Case("conditions="), Case("G7=no")),
    ("residual_risk_missing", Severity::Error, Case("C1=yes reason.C=公表前提"), Case("risk=漏えい")),
    (
        "required_missing",
        Severity::Error,
        Code(|record| write(record, Field::Text(TextField::AgencyName), " ")),
        Code(|record| write(record, Field::Text(TextField::AgencyName), "架空庁")),
    ),
    (
        "service_differs_from_request",
        Severity::Warning,
        Code(|record| {
            record.answers_request = Some(RequestRef::of(record));
            write(record, Field::Text(TextField::ServiceUrl), "https://example.com/");
        }),
        Code(|record| write(record, Field::Text(TextField::ServiceUrl), "")),
    ),
    (
        "corporate_number_wrong",
        Severity::Error,
        Code(|record| write(record, Field::Text(TextField::CorporateNumber), "7000012050003")),
        Code(|record| write(record, Field::Text(TextField::CorporateNumber), "7000012050002")),
    ),
    ("assessor_not_of_agency", Severity::Error, Case("G8=no"), Case("G8=unknown")),
    (
        "approver_is_assessor",
        Severity::Warning,
        Code(|record| write(record, Field::Text(TextField::ApproverName), "架空太郎")),
        Code(|record| write(record, Field::Text(TextField::AssessorName), "架空 次郎")),
    ),
    (
        "changed_since_approval",
        Severity::Error,
        Code(|record| {
            approve(record, "2026-11-20", Validity::TwelveMonths);
            write(record, Field::Text(TextField::Purpose), "別の目的");
        }),
        Code(|record| write(record, Field::Text(TextField::Purpose), "外部委員との打合せ")),
    ),
    (
        "kept_copy_is_another",
        Severity::Error,
        Code(|record| {
            approve(record, "2026-11-20", Validity::TwelveMonths);
            let copy = record.approval.covered.as_mut().expect("a copy");
            write(copy, Field::Text(TextField::Purpose), "別の目的");
        }),
        Code(|record| {
            let copy = record.approval.covered.as_mut().expect("a copy");
            write(copy, Field::Text(TextField::Purpose), "外部委員との打合せ");
        }),
    ),
    (
        "approval_statement_changed",
        Severity::Error,
        Code(|record| {
            approve(record, "2026-11-20", Validity::TwelveMonths);
            record.approval.by = person("局長", "架空 五郎");
        }),
        Code(|record| record.approval = std::mem::take(&mut record.approval).sealed()),
    ),
    (
        "approval_statement_not_known",
        Severity::Warning,
        Code(|record| {
            approve(record, "2026-11-20", Validity::TwelveMonths);
            record.approval.seal = None;
        }),
        Code(|record| record.approval = std::mem::take(&mut record.approval).sealed()),
    ),
    (
        "approval_incomplete",
        Severity::Error,
        Code(|record| approve(record, "2026-11-20", Validity::NotChosen)),
        Code(|record| apply(record, Edit::ChooseValidity(Validity::TwelveMonths))),
    ),
    (
        "approval_expired",
        Severity::Warning,
        Code(|record| approve(record, "2026-05-22", Validity::SixMonths)),
        Code(|record| record.approval.on = Some(day("2026-05-23"))),
    ),
    (
        "approval_ends_soon",
        Severity::Warning,
        Code(|record| approve(record, "2026-07-22", Validity::SixMonths)),
        Code(|record| record.approval.on = Some(day("2026-07-23"))),
    ),
    (
        "catalogue_differs",
        Severity::Note,
        Code(|record| record.catalogue.digest = liu_wizard::record::ContentDigest::of(b"another")),
        Code(|record| record.catalogue = catalogue().pin()),
    ),
    (
        "profile_unknown",
        Severity::Error,
        Code(|record| record.profile = profile("another")),
        Code(|record| record.profile = profile("procurement")),
    ),
    ("unknown_id", Severity::Error, Case("task=LIU-Z9"), Case("task=LIU-A1")),
    ("invisible_characters", Severity::Warning, Case("name=会\u{200B}議"), Case("name=会議")),
    ("outside_jis_x_0213", Severity::Note, Case("name=髙﨑"), Case("name=高崎")),
    (
        "text_long",
        Severity::Note,
        Code(|record| write(record, Field::Text(TextField::ResidualRisk), &"あ".repeat(1001))),
        Code(|record| write(record, Field::Text(TextField::ResidualRisk), &"あ".repeat(1000))),
    ),
];

fn first_flag() -> RedFlagId {
    red_flag("LIU-A1.F1")
}

fn flag(record: &mut Record, answer: Answer) {
    apply(record, Edit::AnswerRedFlag(first_flag(), answer));
}

fn approve(record: &mut Record, on: &str, validity: Validity) {
    apply(record, Edit::ChooseValidity(validity));
    for to in [ApprovalState::Submitted, ApprovalState::Approved] {
        let by = person("課長", "架空 花子");
        apply(record, Edit::MoveApproval { to, by, on: day(on), comment: String::new() });
    }
}

fn after(record: Record, change: &Change) -> Record {
    match change {
        Case(changes) => changed(record, changes),
        Code(change) => {
            let mut record = record;
            change(&mut record);
            record
        }
    }
}

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
