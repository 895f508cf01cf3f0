//! 「このあと」 follows from outcome and state: no case is told what holds for another.

use std::collections::BTreeMap;

use crate::support::exports::{Case, approved, blank, prose, purpose_harmed, sensitive_unknown, today, web_conference};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::{CopyKind, Document, report};
use liu_wizard::judgement::{Outcome, Stand, judge};
use liu_wizard::record::{
    Answer, ApprovalState, CheckListPoint, ConfidentialityGrade, Date, Edit, Person, ProfileId, QuestionId, Record, Role,
    TaskChoice, Validity,
};
use liu_wizard::text::{Lang, next};

fn gate(id: &str, answer: Answer) -> Record {
    let mut record = web_conference();
    record.gate.answers.set(QuestionId::new(id).unwrap(), answer);
    record
}

fn not_low() -> Record {
    let mut record = purpose_harmed("");
    let seen = Case::new(record.clone()).judgement.items[0].cells.confidentiality.seen();
    record.items[0].decisions.confidentiality.choice =
        liu_wizard::record::Choice::Decided { level: liu_wizard::record::Level::Moderate, against: seen };
    record.items[0].decisions.confidentiality.reason = prose("目的を損なう。");
    record
}

fn not_required() -> Record {
    let mut record = gate("G2", Answer::No);
    record.items[0].confidentiality_grade = ConfidentialityGrade::One;
    record
}

/// A record of each outcome.
fn outcomes() -> Vec<(Outcome, Record)> {
    vec![
        (Outcome::Fits, web_conference()),
        (Outcome::NotLow, not_low()),
        (Outcome::Unlisted, Record { task: TaskChoice::NotListed, ..web_conference() }),
        (Outcome::Undetermined, sensitive_unknown()),
        (Outcome::OutOfScope, gate("G1", Answer::No)),
        (Outcome::NotRequired, not_required()),
        (Outcome::Stop, gate("G4", Answer::Yes)),
        (Outcome::InvalidAssessor, gate("G8", Answer::No)),
    ]
}

fn moved(record: &Record, steps: &[ApprovalState]) -> Record {
    let mut record = record.clone();
    for to in steps {
        let by =
            Person { title: crate::support::exports::line("総務課長"), name: crate::support::exports::line("神田 花子") };
        record.apply(Edit::MoveApproval { to: *to, by, on: today(), comment: "コメント".to_owned() }).unwrap();
        if *to == ApprovalState::Approved {
            record.apply(Edit::ChooseValidity(Validity::TwelveMonths)).unwrap();
        }
    }
    record
}

fn provider(part: bool, received: bool, rest: bool) -> Record {
    let mut record = Record { role: Role::Csp, service: web_conference().service, ..blank(Role::Csp) };
    if part {
        record.request.addressee = crate::support::exports::line("架空省");
        record.request.contact = crate::support::exports::prose("窓口");
    }
    for point in CheckListPoint::ALL {
        let is_result = point == CheckListPoint::AssessmentReceived;
        if (is_result && received) || (!is_result && rest) {
            record.apply(Edit::AnswerCheckList(point, Answer::Yes)).unwrap();
        }
    }
    record
}

/// A record of every outcome and state.
fn cases() -> Vec<(String, Record)> {
    use ApprovalState::{Approved, Draft, Lapsed, Rejected, Returned, Submitted};
    let mut cases = Vec::new();
    for (outcome, record) in outcomes() {
        for (state, steps) in [(Draft, &[][..]), (Submitted, &[Submitted]), (Approved, &[Submitted, Approved])] {
            cases.push((format!("{outcome:?} {state:?}"), moved(&record, steps)));
        }
    }
    let fits = web_conference();
    cases.push(("returned".to_owned(), moved(&fits, &[Submitted, Returned])));
    cases.push(("rejected".to_owned(), moved(&fits, &[Submitted, Rejected])));
    cases.push(("lapsed".to_owned(), moved(&fits, &[Submitted, Approved, Lapsed])));
    for steps in [&[Submitted][..], &[Submitted, Approved], &[Submitted, Rejected]] {
        let mut changed = moved(&fits, steps);
        changed.residual_risk = prose("あとから書き換えた。");
        cases.push((format!("changed {:?}", changed.approval.state), changed));
    }
    let mut expired = moved(&fits, &[Submitted, Approved]);
    expired.approval.on = Some(Date::new(2020, 1, 6).unwrap());
    expired.approval = expired.approval.sealed();
    cases.push(("expired".to_owned(), expired));
    let mut altered = moved(&fits, &[Submitted, Approved]);
    altered.approval.comment = prose("別のコメント");
    cases.push(("altered".to_owned(), altered));
    cases.push(("part open".to_owned(), provider(false, false, false)));
    cases.push(("part complete".to_owned(), provider(true, false, false)));
    cases.push(("result received".to_owned(), provider(true, true, false)));
    cases.push(("ready to apply".to_owned(), provider(true, true, true)));
    cases
}

fn said(record: &Record, lang: Lang) -> String {
    let case = Case::new(record.clone());
    let steps = next::steps(record, &case.catalogue, &case.judgement, today(), lang);
    assert!(!steps.is_empty() && steps.iter().all(|step| !step.who.is_empty() && !step.what.trim().is_empty()));
    steps.iter().map(|step| next::line(step, lang)).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_cases_are_what_they_are_called() {
    for (outcome, record) in outcomes() {
        assert_eq!(Case::new(record).judgement.outcome, outcome);
    }
    let stand = |name: &str| {
        let record = cases().into_iter().find(|(other, _)| other == name).unwrap().1;
        let case = Case::new(record);
        Stand::of(&case.record, &case.judgement, today())
    };
    assert_eq!(stand("expired"), Stand::Expired);
    assert_eq!(stand("altered"), Stand::StatementChanged);
    assert_eq!(stand("changed Approved"), Stand::Changed(ApprovalState::Approved));
    assert_eq!(stand("part open"), Stand::PartOpen);
    assert_eq!(stand("part complete"), Stand::PartComplete);
    assert_eq!(stand("result received"), Stand::ResultReceived);
    assert_eq!(stand("ready to apply"), Stand::ReadyToApply);
}

#[test]
fn a_providers_record_is_final_without_an_approval_once_part_results_and_check_list_are_complete() {
    let kind = |record: Record| {
        let case = Case::new(record);
        CopyKind::at_hand(&case.record, &case.judgement)
    };
    assert_eq!(kind(provider(true, true, true)), CopyKind::Final);
    for (part, received, rest) in [(false, true, true), (true, false, true), (true, true, false)] {
        assert_eq!(kind(provider(part, received, rest)), CopyKind::Draft, "{part} {received} {rest}");
    }
}

#[test]
fn each_outcome_and_state_has_a_next_step_of_its_own_under_both_procedures() {
    for profile in ["pre_application", "procurement"] {
        for lang in [Lang::Ja, Lang::En] {
            let mut seen: BTreeMap<String, String> = BTreeMap::new();
            for (name, mut record) in cases() {
                record.profile = ProfileId::new(profile).unwrap();
                // An approval is bound to the profile, too.
                record.approval.content = record
                    .approval
                    .content
                    .as_ref()
                    .map(|content| if name.starts_with("changed") { content.clone() } else { record.content_digest() });
                record.approval.covered = None;
                if name != "altered" && record.approval != Default::default() {
                    record.approval = record.approval.sealed();
                }
                let words = said(&record, lang);
                if let Some(other) = seen.insert(words.clone(), name.clone()) {
                    // What the gate stops or the assessor may not do is the same whoever approves; providers that nobody asks
                    // for a check-list have one step.
                    let same = |start: &str| name.starts_with(start) && other.starts_with(start);
                    let by_itself = ["Stop", "InvalidAssessor", "Undetermined"].iter().any(|start| same(start));
                    let no_check_list = profile == "procurement" && record.role == Role::Csp;
                    assert!(by_itself || no_check_list, "{profile}: {name} and {other} are told the same: {words}");
                }
                let mentions = words.contains("事前申請") || words.contains("re-application");
                let of_catalogue = name == "Fits Approved" || name == "Fits Draft" || name == "Fits Submitted";
                assert!(!mentions || profile == "pre_application" || of_catalogue, "{name}: {words}");
            }
        }
    }
}

#[test]
fn what_follows_an_approval_of_what_fits_is_told_of_nothing_else() {
    let catalogue = Catalogue::shipped().unwrap();
    for lang in [Lang::Ja, Lang::En] {
        let applies = lang.pick(
            "事業者は、それを自らの部分とあわせて事前申請に添えます",
            "attaches it, with its own part, to the pre-application",
        );
        for (name, record) in cases() {
            let fits = name.starts_with("Fits");
            assert_eq!(said(&record, lang).contains(applies), fits, "{name}");
            if fits && name != "Fits Approved" {
                assert!(said(&record, lang).contains(lang.pick("承認されたあとは：", "Once it is approved:")), "{name}");
            }
        }
        assert!(catalogue.profiles[0].wording.what_comes_next.text(lang).contains(applies));
    }
}

#[test]
fn documents_say_the_same_as_the_function() {
    for (name, record) in cases() {
        let case = Case::new(record);
        let documents =
            if case.record.role == Role::Csp { vec![Document::Record] } else { vec![Document::Record, Document::Explanation] };
        for document in documents {
            let made = report(&document, &case.input(Lang::Ja)).unwrap();
            let texts: Vec<&str> = made.cells().iter().map(|cell| cell.text.as_str()).collect();
            for step in next::steps(&case.record, &case.catalogue, &case.judgement, today(), Lang::Ja) {
                assert!(texts.contains(&step.what.as_str()), "{name}: {document:?} lacks {}", step.what);
            }
        }
    }
}

#[test]
fn what_is_decided_can_be_final_and_what_is_not_cannot() {
    for (name, record) in cases() {
        let case = Case::new(record);
        let is_final = CopyKind::at_hand(&case.record, &case.judgement) == CopyKind::Final;
        let expected = match name.as_str() {
            "returned" | "rejected" | "lapsed" | "expired" | "ready to apply" => true,
            // With errors nothing is final, whoever approved it.
            approved if approved.ends_with(" Approved") && !approved.starts_with("changed") => case.judgement.is_final(),
            _ => false,
        };
        assert_eq!(is_final, expected, "{name}");
    }
    // What is amiss in the content may be the very reason why it was rejected.
    let rejected = moved(&sensitive_unknown(), &[ApprovalState::Submitted, ApprovalState::Rejected]);
    let judgement = judge(&rejected, &Catalogue::shipped().unwrap(), today());
    assert_eq!(CopyKind::at_hand(&rejected, &judgement), CopyKind::Final);
}

#[test]
fn a_providers_complete_record_nowhere_says_that_it_is_being_made() {
    let case = Case::new(provider(true, true, true));
    let mut texts = Vec::new();
    let mut made = report(&Document::Record, &case.input(Lang::Ja)).unwrap();
    assert_eq!(made.running.draft, "");
    made.change_texts(&mut |_, text| texts.push(text.clone()));
    let saying: Vec<&String> = texts.iter().filter(|text| text.contains("作成中")).collect();
    assert!(saying.is_empty(), "{saying:?}");
    assert!(texts.iter().any(|text| text == "事業者の記入部分：記入済み"), "{texts:?}");
    let open = Case::new(provider(true, false, false));
    assert_eq!(report(&Document::Record, &open.input(Lang::Ja)).unwrap().running.draft, "作成中");
}

#[test]
fn a_procedure_whose_period_is_over_is_said_to_be_once_with_its_mark() {
    for (profile, times) in [("pre_application", 1), ("procurement", 0)] {
        for record in [web_conference(), approved(web_conference()), blank(Role::Csp)] {
            let record = Record { profile: ProfileId::new(profile).unwrap(), ..record };
            let case = Case::new(record);
            for document in [Document::Record, Document::Explanation] {
                let mut found = Vec::new();
                report(&document, &case.input(Lang::Ja)).unwrap().change_texts(&mut |_, text| {
                    if text.contains("この期間は過ぎています") {
                        found.push(text.clone());
                    }
                });
                assert_eq!(found.len(), times, "{profile} {document:?}: {found:?}");
                assert!(found.iter().all(|text| text.ends_with("〔第三者 S20〕")), "{found:?}");
            }
        }
    }
}
