//! The one calculator.

use super::cell::{Scale, Sheet};
use super::{Condition, Finding, ItemJudgement, Judgement, Outcome, findings, gate};
use crate::catalogue::Catalogue;
use crate::record::{Assessment, Date, Level, Objective, PerObjective, RaiseTo, Record};

/// Judges a record: every screen, export and command shows what this returns.
///
/// Pure and total: whatever stands in the record, there is a judgement, and what is missing, unknown or of the wrong kind
/// stays *not assessed*.
pub fn judge(record: &Record, catalogue: &Catalogue, today: Date) -> Judgement {
    let sheets = Objective::ALL.map(|objective| Sheet::new(catalogue, objective));
    let items: Vec<ItemJudgement> = record
        .items
        .iter()
        .map(|item| {
            let [confidentiality, integrity, availability] = &sheets;
            let cells = PerObjective {
                confidentiality: confidentiality.judge(item),
                integrity: integrity.judge(item),
                availability: availability.judge(item),
            };
            ItemJudgement { id: item.id.clone(), cells }
        })
        .collect();

    let objectives = PerObjective::from_fn(|objective| whole_objective(objective, &items, record, Scale::of(catalogue)));
    let overall = objectives.confidentiality.join(objectives.integrity).join(objectives.availability);
    let condition_listed = gate::condition_listed(record, catalogue);
    let condition_low = condition_low(overall);
    let contradictions = gate::contradictions(record, catalogue);
    let outcome = outcome(record, catalogue, &contradictions, condition_listed, condition_low);

    let mut judgement =
        Judgement { outcome, condition_listed, condition_low, overall, objectives, items, findings: contradictions };
    findings::add(&mut judgement, record, catalogue, today);
    judgement
}

/// The highest of the cells of an objective, raised for the task as a whole where the assessor did so.
fn whole_objective(objective: Objective, items: &[ItemJudgement], record: &Record, scale: Scale<'_>) -> Assessment {
    let cells = items.iter().map(|item| item.cells[objective].effective);
    let joined = cells.reduce(Assessment::join).unwrap_or(Assessment::UNKNOWN);
    match record.raises[objective].to {
        RaiseTo::NotRaised => joined,
        RaiseTo::Level(level) => joined.join(Assessment::assessed(scale.place(level))),
    }
}

/// Condition ②: the result of the assessment is 低位.
fn condition_low(overall: Assessment) -> Condition {
    match overall {
        Assessment::Assessed { level: Level::Low } => Condition::Yes,
        Assessment::NotAssessed { at_least: Level::Low } => Condition::Undetermined,
        Assessment::Assessed { .. } | Assessment::NotAssessed { .. } => Condition::No,
    }
}

/// The first that applies.
fn outcome(record: &Record, catalogue: &Catalogue, contradictions: &[Finding], listed: Condition, low: Condition) -> Outcome {
    let ends = |outcome| gate::questions(catalogue).any(|question| gate::ends_with(record, question) == Some(outcome));
    if ends(Outcome::Stop) {
        Outcome::Stop
    } else if ends(Outcome::OutOfScope) {
        Outcome::OutOfScope
    } else if !contradictions.is_empty() {
        if low == Condition::No { Outcome::NotLow } else { Outcome::Undetermined }
    } else if ends(Outcome::NotRequired) {
        Outcome::NotRequired
    } else if ends(Outcome::InvalidAssessor) {
        Outcome::InvalidAssessor
    } else if low == Condition::No {
        Outcome::NotLow
    } else if gate::is_open(record, catalogue) {
        Outcome::Undetermined
    } else {
        match (listed, low) {
            (Condition::Undetermined, _) | (_, Condition::Undetermined | Condition::No) => Outcome::Undetermined,
            (Condition::No, Condition::Yes) => Outcome::Unlisted,
            (Condition::Yes, Condition::Yes) => Outcome::Fits,
        }
    }
}
