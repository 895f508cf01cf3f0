//! What all parts of a plan are made of: the record, how much of a categorisation there is, and names.

use super::value::{Names, Prose, Value};
use crate::export::ExportInput;
use crate::judgement::Outcome;
use crate::record::{Assessment, Level, Objective};
use crate::text::report;

/// The levels of a system.
pub(super) struct Levels {
    pub(super) confidentiality: Level,
    pub(super) integrity: Level,
    pub(super) availability: Level,
    pub(super) overall: Level,
}

/// How much of a categorisation there is.
pub(super) enum Extent {
    /// 適合 or 不適合, with everything assessed: the system has levels.
    Categorised(Levels),
    /// Nothing is missing, but the outcome gives the system no levels.
    NoLevels,
    /// Something is missing.
    Incomplete,
}

impl Extent {
    pub(super) fn of(input: &ExportInput<'_>) -> Self {
        let judgement = input.judgement;
        let objectives = &judgement.objectives;
        let [Some(confidentiality), Some(integrity), Some(availability), Some(overall)] =
            [objectives.confidentiality, objectives.integrity, objectives.availability, judgement.overall].map(level_of)
        else {
            return Self::Incomplete;
        };
        match judgement.outcome {
            Outcome::Fits | Outcome::NotLow => Self::Categorised(Levels { confidentiality, integrity, availability, overall }),
            Outcome::Unlisted | Outcome::NotRequired | Outcome::OutOfScope | Outcome::InvalidAssessor | Outcome::Stop => {
                Self::NoLevels
            }
            Outcome::Undetermined => Self::Incomplete,
        }
    }
}

/// The level, if there is one for certain.
pub(super) fn level_of(assessment: Assessment) -> Option<Level> {
    match assessment {
        Assessment::Assessed { level } => Some(level),
        Assessment::NotAssessed { .. } => None,
    }
}

/// What OSCAL calls a level, after FIPS 199.
pub(super) const fn fips_199(level: Level) -> &'static str {
    match level {
        Level::Low => "fips-199-low",
        Level::Moderate => "fips-199-moderate",
        Level::High => "fips-199-high",
    }
}

/// What all parts of a plan are made of.
pub(super) struct Plan<'a> {
    pub(super) input: &'a ExportInput<'a>,
    pub(super) extent: Extent,
    pub(super) names: Names,
}

impl Plan<'_> {
    /// A text as a value; 未記入 if there is nothing to read.
    pub(super) fn value(&self, text: &str) -> Value {
        Value::new(text).unwrap_or_else(|| Value::fixed(report::empty(self.input.lang)))
    }

    /// A text as Markdown; 未記入 if there is nothing to read.
    pub(super) fn prose(&self, text: &str) -> Prose {
        Prose::new(text).unwrap_or_else(|| Prose::fixed(report::empty(self.input.lang)))
    }
}

/// The level of an objective of the whole.
pub(super) fn objective_of(levels: &Levels, objective: Objective) -> &'static str {
    fips_199(match objective {
        Objective::Confidentiality => levels.confidentiality,
        Objective::Integrity => levels.integrity,
        Objective::Availability => levels.availability,
    })
}
