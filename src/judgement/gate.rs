//! What the gate (前提確認) and the choice of the target task say about the whole.

use super::{Condition, Finding, FindingKind, Outcome};
use crate::catalogue::{Catalogue, Effect, OutcomeWhen, Question, Section};
use crate::record::{Answer, ConfidentialityGrade, Field, ItemField, Record, TaskChoice};

/// An answer that is yes or no. Anything else says nothing in the gate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum YesNo {
    Yes,
    No,
    Open,
}

/// What was answered to a gate question.
pub(super) fn answer(record: &Record, question: &Question) -> YesNo {
    match record.gate.answers.get(question.id.as_str()) {
        Answer::Yes => YesNo::Yes,
        Answer::No => YesNo::No,
        Answer::NotAnswered | Answer::Unknown | Answer::Choice(_) => YesNo::Open,
    }
}

/// The answer to a gate question that ends the whole by itself, and the outcome to which it leads.
pub fn gate_end(question: &Question) -> Option<(Answer, Outcome)> {
    let Effect::Ends(when) = question.effect else { return None };
    let ending = match when {
        OutcomeWhen::YesStop | OutcomeWhen::YesOutOfScope => Answer::Yes,
        OutcomeWhen::NoOutOfScope | OutcomeWhen::NoNotRequired | OutcomeWhen::NoInvalidAssessor => Answer::No,
    };
    Some((ending, outcome_of(when)))
}

/// The outcome to which the answer given to a gate question leads by itself, if it does.
pub(super) fn ends_with(record: &Record, question: &Question) -> Option<Outcome> {
    let (ending, outcome) = gate_end(question)?;
    (*record.gate.answers.get(question.id.as_str()) == ending).then_some(outcome)
}

/// The outcome that a gate question can lead to.
pub(super) fn outcome_of(when: OutcomeWhen) -> Outcome {
    match when {
        OutcomeWhen::YesStop => Outcome::Stop,
        OutcomeWhen::NoOutOfScope | OutcomeWhen::YesOutOfScope => Outcome::OutOfScope,
        OutcomeWhen::NoNotRequired => Outcome::NotRequired,
        OutcomeWhen::NoInvalidAssessor => Outcome::InvalidAssessor,
    }
}

/// The gate questions in the order in which they are asked.
pub(super) fn questions(catalogue: &Catalogue) -> impl Iterator<Item = &Question> {
    catalogue.questions.iter().filter(|question| question.section == Section::Gate)
}

/// Whether a gate question that can end the whole is still open.
pub(super) fn is_open(record: &Record, catalogue: &Catalogue) -> bool {
    questions(catalogue).any(|question| matches!(question.effect, Effect::Ends(_)) && answer(record, question) == YesNo::Open)
}

/// Condition ①: the task falls under the 対象業務一覧.
pub(super) fn condition_listed(record: &Record, catalogue: &Catalogue) -> Condition {
    match &record.task {
        TaskChoice::Listed(id) if catalogue.tasks.iter().any(|task| task.id == *id) => Condition::Yes,
        TaskChoice::AgencyEntry { task, .. } if !task.is_blank() => Condition::Yes,
        TaskChoice::NotListed => Condition::No,
        TaskChoice::Listed(_) | TaskChoice::AgencyEntry { .. } | TaskChoice::NotChosen | TaskChoice::Unknown => {
            Condition::Undetermined
        }
    }
}

/// Where the gate answers and the grades of the items contradict each other.
pub(super) fn contradictions(record: &Record, catalogue: &Catalogue) -> Vec<Finding> {
    let mut found = Vec::new();
    for question in questions(catalogue) {
        let Effect::Ends(when) = question.effect else { continue };
        match (when, answer(record, question)) {
            (OutcomeWhen::YesOutOfScope, YesNo::No) => {
                let three = record.items.iter().filter(|item| item.confidentiality_grade == ConfidentialityGrade::Three);
                found.extend(three.map(|item| Finding {
                    kind: FindingKind::GradeThreeAgainstGate(item.id.clone()),
                    field: Field::Item(item.id.clone(), ItemField::ConfidentialityGrade),
                }));
            }
            (OutcomeWhen::NoNotRequired, YesNo::No) => {
                let sensitive = record.items.iter().filter(|item| item.confidentiality_grade >= ConfidentialityGrade::Two);
                found.extend(sensitive.map(|item| Finding {
                    kind: FindingKind::SensitiveItemAgainstGate(item.id.clone()),
                    field: Field::Item(item.id.clone(), ItemField::ConfidentialityGrade),
                }));
            }
            (OutcomeWhen::NoNotRequired, YesNo::Yes) => {
                let all_one = record.items.iter().all(|item| item.confidentiality_grade == ConfidentialityGrade::One);
                if all_one && !record.items.is_empty() {
                    let field = Field::Gate(question.id.clone());
                    found.push(Finding { kind: FindingKind::NoSensitiveItemAgainstGate, field });
                }
            }
            _ => {}
        }
    }
    found
}
