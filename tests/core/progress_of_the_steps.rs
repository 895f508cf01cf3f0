//! What the rail says of each step: 未着手, 入力中, 要確認, 入力済, and how much is still to be done.

use crate::support::case::changed;
use crate::support::{apply, blank, catalogue, finished, person, question, steps_of, today, undecided, write};
use liu_wizard::catalogue::StepId;
use liu_wizard::judgement::{Concern, Progress, Severity, StepProgress, judge, step_of, step_progress};
use liu_wizard::record::{ApprovalState, CheckListPoint, Edit, Field, ItemField, Objective, Record, Role, TextField};

fn of(step: StepId, record: &Record) -> StepProgress {
    once_seen(step, record, false)
}

fn once_seen(step: StepId, record: &Record, was_seen: bool) -> StepProgress {
    let catalogue = catalogue();
    step_progress(step, record, &catalogue, &judge(record, &catalogue, today()), was_seen)
}

#[track_caller]
fn check(step: StepId, record: &Record, progress: Progress, remaining: usize) {
    let found = of(step, record);
    assert_eq!((found.progress, found.remaining), (progress, remaining), "{step:?}: {found:?}");
}

/// The steps in which there is something to do before a record is complete.
fn steps() -> impl Iterator<Item = StepId> {
    steps_of(Role::Agency).into_iter().filter(|step| *step != StepId::Output)
}

#[test]
fn nothing_is_begun_in_a_blank_record() {
    let record = blank(Role::Agency);
    for step in steps() {
        assert_eq!(of(step, &record).progress, Progress::NotStarted, "{step:?}");
    }
    // G6 is asked for an entry only, and none is chosen.
    check(StepId::Gate, &record, Progress::NotStarted, 6);
    check(StepId::Task, &record, Progress::NotStarted, 1);
    check(StepId::Items, &record, Progress::NotStarted, 1);
    check(StepId::Confidentiality, &record, Progress::NotStarted, 0);
}

#[test]
fn everything_is_done_in_a_finished_record() {
    let record = finished();
    for step in steps() {
        // Nobody has looked the whole over yet.
        let expected = if matches!(step, StepId::Approval | StepId::Review) { Progress::NotStarted } else { Progress::Done };
        check(step, &record, expected, 0);
        assert_eq!(of(step, &record).findings, 0, "{step:?}");
    }
    assert_eq!(once_seen(StepId::Review, &record, true).progress, Progress::Done);
}

#[test]
fn a_step_that_needs_nothing_is_done_once_it_was_looked_at_and_not_before() {
    let record = blank(Role::Agency);
    for step in steps() {
        let seen = once_seen(step, &record, true);
        let needs_nothing = seen.remaining == 0 && step != StepId::Approval;
        assert_eq!(seen.progress, if needs_nothing { Progress::Done } else { Progress::NotStarted }, "{step:?}");
    }
    // An item that has nothing to answer: whoever decided on it has looked at it.
    let record = changed(finished(), "G2=no C1=open");
    assert_eq!(of(StepId::Introduction, &record).progress, Progress::Done, "who went on has read it");
}

#[test]
fn what_is_not_there_yet_is_to_be_done_and_no_error() {
    for role in [Role::Agency, Role::Csp] {
        let (catalogue, record) = (catalogue(), blank(role));
        let judgement = judge(&record, &catalogue, today());
        assert_eq!(judgement.count_of(Concern::Error), 0, "{role:?}: nobody attempted anything yet");
        assert!(judgement.count_of(Concern::ToDo) > 5, "{role:?}");
        assert!(judgement.count(Severity::Error) > 5 && !judgement.is_final(), "{role:?}: it is not final all the same");
    }
    // A choice that asks for a reason is no error because the reason follows it.
    for changes in ["G6=no", "C7=yes decide.C=low", "raise.C=high"] {
        let (catalogue, record) = (catalogue(), changed(finished(), changes));
        let judgement = judge(&record, &catalogue, today());
        assert_eq!(judgement.count_of(Concern::Error), 0, "{changes}");
        assert!(judgement.count(Severity::Error) > 0, "{changes}");
    }
    let wrong = changed(finished(), "item=会議");
    let judgement = judge(&wrong, &catalogue(), today());
    assert!(judgement.count_of(Concern::Warning) > 0);
}

#[test]
fn each_step_says_what_is_still_to_be_done() {
    for (changes, step, remaining) in [
        ("G1=open G4=open", StepId::Gate, 2),
        ("task=blank_entry", StepId::Task, 1),
        ("task=LIU-A2", StepId::Task, 3),
        ("empty_item=", StepId::Items, 5),
        ("C1=open C2=open", StepId::Confidentiality, 2),
        ("empty_item=別", StepId::Integrity, 4),
        ("A2=open", StepId::Availability, 1),
        ("undecide.C undecide.A conditions=", StepId::Decisions, 3),
        ("G6=no", StepId::Gate, 1),
        ("raise.C=high", StepId::Decisions, 1),
    ] {
        check(step, &changed(finished(), changes), Progress::InProgress, remaining);
    }
    check(StepId::Decisions, &undecided(), Progress::InProgress, 3);
    let mut record = finished();
    write(&mut record, Field::Text(TextField::Purpose), "");
    check(StepId::Agency, &record, Progress::InProgress, 1);
}

#[test]
fn what_stands_out_calls_for_attention() {
    for (changes, step) in [
        ("G7=no", StepId::Gate),
        ("task=unknown", StepId::Task),
        ("item=会議", StepId::Items),
        ("C2=unknown", StepId::Confidentiality),
    ] {
        let found = of(step, &changed(finished(), changes));
        assert_eq!(found.progress, Progress::NeedsAttention, "{changes}");
        assert!(found.findings > 0, "{changes}");
    }
    check(StepId::Decisions, &changed(finished(), "C7=yes"), Progress::NeedsAttention, 1);
    let mut record = changed(finished(), "undecide.C");
    check(StepId::Review, &record, Progress::NotStarted, 1);
    apply(
        &mut record,
        Edit::MoveApproval {
            to: ApprovalState::Submitted, by: person("係長", "架空 一郎"), on: today(), comment: String::new()
        },
    );
    check(StepId::Review, &record, Progress::InProgress, 1);
}

#[test]
fn what_the_gate_ended_asks_for_nothing_more() {
    let record = changed(finished(), "no_items conditions= G1=no");
    for step in [StepId::Items, StepId::Confidentiality, StepId::Decisions] {
        check(step, &record, Progress::NotStarted, 0);
    }
    assert_eq!(once_seen(StepId::Review, &record, true).progress, Progress::Done);
}

#[test]
fn approval_follows_its_state() {
    let mut record = finished();
    for (to, expected) in [
        (ApprovalState::Submitted, Progress::InProgress),
        (ApprovalState::Returned, Progress::NeedsAttention),
        (ApprovalState::Submitted, Progress::InProgress),
        (ApprovalState::Approved, Progress::NeedsAttention),
    ] {
        let by = person("課長", "架空 花子");
        apply(&mut record, Edit::MoveApproval { to, by, on: today(), comment: String::new() });
        // The last one: approved without a validity.
        assert_eq!(of(StepId::Approval, &record).progress, expected, "{to:?}");
    }
    apply(&mut record, Edit::ChooseValidity(liu_wizard::record::Validity::TwelveMonths));
    check(StepId::Approval, &record, Progress::Done, 0);
}

#[test]
fn a_provider_has_its_own_steps() {
    let mut record = blank(Role::Csp);
    check(StepId::Request, &record, Progress::NotStarted, 2);
    check(StepId::Application, &record, Progress::NotStarted, CheckListPoint::ALL.len());
    write(&mut record, Field::Text(TextField::Addressee), "架空庁");
    apply(&mut record, Edit::AnswerCheckList(CheckListPoint::Gbizid, liu_wizard::record::Answer::Yes));
    check(StepId::Request, &record, Progress::InProgress, 1);
    check(StepId::Application, &record, Progress::InProgress, CheckListPoint::ALL.len() - 1);
    check(StepId::Items, &record, Progress::NotStarted, 0);
}

#[test]
fn every_field_has_its_step() {
    let catalogue = catalogue();
    let item = || crate::support::item_id("item-1");
    for (field, step) in [
        (Field::Gate(question("G2")), StepId::Gate),
        (Field::Gate(question("G5")), StepId::Task),
        (Field::Answer(item(), question("C2")), StepId::Confidentiality),
        (Field::Answer(item(), question("I2")), StepId::Integrity),
        (Field::Answer(item(), question("A2")), StepId::Availability),
        (Field::Answer(item(), question("Z2")), StepId::Items),
        (Field::Item(item(), ItemField::Name), StepId::Items),
        (Field::Reason(item(), Objective::Integrity), StepId::Decisions),
        (Field::Text(TextField::ServiceReason), StepId::Gate),
        (Field::Text(TextField::ResidualRisk), StepId::Decisions),
        (Field::CheckList(CheckListPoint::Statement), StepId::Application),
        (Field::Approval, StepId::Approval),
        (Field::Profile, StepId::Introduction),
    ] {
        assert_eq!(step_of(&field, &catalogue), step, "{field}");
    }
}
