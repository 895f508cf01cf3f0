//! Not assessed is never low: whatever is missing, unknown, hidden or of the wrong kind, the outcome is not `fits`.

use crate::support::arbitrary::any_record;
use crate::support::case::changed;
use crate::support::{blank, catalogue, finished, question, today};
use liu_wizard::catalogue::{Effect, Section};
use liu_wizard::judgement::{Condition, Outcome, QuestionState, judge};
use liu_wizard::record::{Answer, Assessment, Level, Objective, OptionId, Record, Role};
use proptest::prelude::*;

/// Asserts that a record that was low is no longer, and says what was done to it.
#[track_caller]
fn is_open(record: &Record, done: &str) {
    let judgement = judge(record, &catalogue(), today());
    assert_eq!(judgement.outcome, Outcome::Undetermined, "{done}");
    assert_ne!(judgement.condition_low, Condition::Yes, "{done}");
    assert!(!judgement.overall.is_assessed(), "{done}");
}

#[test]
fn a_record_in_which_nothing_was_answered_is_undetermined() {
    for role in [Role::Agency, Role::Csp] {
        let judgement = judge(&blank(role), &catalogue(), today());
        assert_eq!((judgement.outcome, judgement.overall), (Outcome::Undetermined, Assessment::UNKNOWN));
        assert_eq!((judgement.condition_listed, judgement.condition_low), (Condition::Undetermined, Condition::Undetermined));
    }
}

#[test]
fn the_finished_record_is_low_or_nothing_here_would_prove_anything() {
    let judgement = judge(&finished(), &catalogue(), today());
    assert_eq!((judgement.outcome, judgement.overall), (Outcome::Fits, Assessment::assessed(Level::Low)));
    assert_eq!(judgement.findings, []);
}

#[test]
fn one_answer_missing_unknown_or_of_the_wrong_kind_leaves_the_whole_open() {
    let wrong = Answer::Choice(OptionId::new("nobody-knows").expect("an option id"));
    for asked in catalogue().questions.iter().filter(|question| question.section != Section::Gate) {
        let is_answered = matches!(asked.effect, Effect::Raise(_) | Effect::Explain | Effect::Options(_));
        for answer in [Answer::NotAnswered, Answer::Unknown, wrong.clone()] {
            let mut record = finished();
            record.items[0].answers.set(asked.id.clone(), answer.clone());
            if is_answered {
                is_open(&record, &format!("{} became {answer:?}", asked.id));
            } else {
                // Derived questions and mitigations are not asked here.
                assert_eq!(judge(&record, &catalogue(), today()).outcome, Outcome::Fits, "{}", asked.id);
            }
        }
    }
}

#[test]
fn one_gate_answer_missing_or_unknown_leaves_the_outcome_open() {
    for asked in catalogue().questions_of(Section::Gate).filter(|question| matches!(question.effect, Effect::Ends(_))) {
        for answer in [Answer::NotAnswered, Answer::Unknown] {
            let mut record = finished();
            record.gate.answers.set(asked.id.clone(), answer);
            assert_eq!(judge(&record, &catalogue(), today()).outcome, Outcome::Undetermined, "{}", asked.id);
        }
    }
}

#[test]
fn a_missing_grade_count_decision_or_item_leaves_the_whole_open() {
    for missing in [
        "grade.C=open",
        "grade.I=open",
        "grade.A=open",
        "persons=open",
        "persons=unknown",
        "undecide.C",
        "undecide.I",
        "undecide.A",
        "no_items",
        "empty_item=",
        "empty_item=名前だけ",
    ] {
        is_open(&changed(finished(), missing), missing);
    }
}

#[test]
fn a_hidden_answer_does_not_count_once_its_question_applies_again() {
    // 「なし」 hides C2 and C4; their answers were taken away meanwhile and are asked for again.
    let hidden = changed(finished(), "persons=none C2=open C4=open");
    assert_eq!(judge(&hidden, &catalogue(), today()).outcome, Outcome::Fits);
    is_open(&changed(hidden, "persons=up_to_100"), "C2 and C4 apply again");
}

#[test]
fn an_objective_without_questions_is_not_assessed() {
    let mut silent = (*catalogue()).clone();
    silent.questions.retain(|question| question.section != Section::Availability);
    let judgement = judge(&finished(), &silent, today());
    assert!(!judgement.objectives.availability.is_assessed());
    assert_eq!(judgement.outcome, Outcome::Undetermined);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn low_needs_every_cell_answered_and_decided(record in any_record()) {
        let judgement = judge(&record, &catalogue(), today());
        if judgement.condition_low != Condition::Yes && judgement.outcome != Outcome::Fits {
            return Ok(());
        }
        prop_assert_eq!(judgement.overall, Assessment::assessed(Level::Low));
        prop_assert!(!judgement.items.is_empty());
        for (item, judged) in record.items.iter().zip(&judgement.items) {
            for objective in Objective::ALL {
                let cell = &judged.cells[objective];
                prop_assert_eq!(cell.effective, Assessment::assessed(Level::Low));
                prop_assert!(cell.decided == Some(Level::Low) && cell.standing.stands());
                prop_assert!(cell.proposal == Assessment::assessed(Level::Low) || !item.decisions[objective].reason.is_blank());
                for (id, _) in cell.questions.iter().filter(|(_, state)| *state == QuestionState::Asked) {
                    let mitigates = matches!(catalogue().question(id).map(|asked| asked.effect.clone()), Some(Effect::Mitigate(_)));
                    prop_assert!(mitigates || item.answers.get(id.as_str()).is_known(), "{} is open", id);
                }
            }
        }
    }

    #[test]
    fn fits_needs_a_clear_gate_and_an_entry(record in any_record()) {
        let judgement = judge(&record, &catalogue(), today());
        if judgement.outcome != Outcome::Fits {
            return Ok(());
        }
        let said = |id: &str| record.gate.answers.get(question(id).as_str()).clone();
        prop_assert_eq!([said("G1"), said("G2"), said("G8")], [Answer::Yes, Answer::Yes, Answer::Yes]);
        prop_assert_eq!([said("G3"), said("G4")], [Answer::No, Answer::No]);
        prop_assert_eq!((judgement.condition_listed, judgement.condition_low), (Condition::Yes, Condition::Yes));
    }
}
