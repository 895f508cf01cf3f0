//! The one calculator.

use super::{Condition, Judgement, Outcome};
use crate::catalogue::Catalogue;
use crate::record::{Assessment, Date, PerObjective, Record};

/// Judges a record: every screen, export and command shows what this returns.
pub fn judge(_record: &Record, _catalogue: &Catalogue, _today: Date) -> Judgement {
    Judgement {
        outcome: Outcome::Undetermined,
        condition_listed: Condition::Undetermined,
        condition_low: Condition::Undetermined,
        overall: Assessment::UNKNOWN,
        objectives: PerObjective::default(),
        items: Vec::new(),
        findings: Vec::new(),
    }
}
