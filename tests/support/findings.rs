//! A record with every kind of finding: what makes it, and what mends it.

use liu_wizard::judgement::Severity;
use liu_wizard::record::{Answer, ApprovalState, Edit, Field, Record, RedFlagId, RequestRef, TextField, Validity};

use super::case::changed;
use super::{apply, catalogue, day, finished, person, profile, red_flag, write};

/// A change, written in the language of the cases or as code.
pub enum Change {
    Case(&'static str),
    Code(fn(&mut Record)),
}
use Change::{Case, Code};

/// The kind, how grave it is, what makes it, and the least change to that after which it is gone.
pub const CASES: &[(&str, Severity, Change, Change)] = &[
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
    (
        "reason_only_begun",
        Severity::Warning,
        Case("C2=yes decide.C=low reason.C=氏名を尋ねないので、"),
        Case("reason.C=氏名を尋ねないので、漏れても本人は分からない。"),
    ),
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
    ("characters_without_meaning", Severity::Warning, Case("name=外\u{E000}字"), Case("name=外字")),
    ("look_alike_characters", Severity::Warning, Case("name=Gооgle"), Case("name=Google")),
    (
        "heaped",
        Severity::Warning,
        Code(|record| write(record, Field::Text(TextField::ResidualRisk), &format!("e{}", "\u{301}".repeat(16)))),
        Code(|record| write(record, Field::Text(TextField::ResidualRisk), &format!("e{}", "\u{301}".repeat(15)))),
    ),
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

pub fn approve(record: &mut Record, on: &str, validity: Validity) {
    apply(record, Edit::ChooseValidity(validity));
    for to in [ApprovalState::Submitted, ApprovalState::Approved] {
        let by = person("課長", "架空 花子");
        apply(record, Edit::MoveApproval { to, by, on: day(on), comment: String::new() });
    }
}

pub fn after(record: Record, change: &Change) -> Record {
    match change {
        Case(changes) => changed(record, changes),
        Code(change) => {
            let mut record = record;
            change(&mut record);
            record
        }
    }
}

/// A record of each case.
pub fn records() -> Vec<Record> {
    CASES.iter().map(|(_, _, makes, _)| after(finished(), makes)).collect()
}
