//! Impact levels, objectives, and the difference between *assessed* and *not assessed*.

use std::ops::{Index, IndexMut};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An impact level (影響度). Only 低位 is an official name; the other two are this program's, after FIPS 199.
///
/// How many levels are in use, and what they are called, is the catalogue's scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 低位: a limited adverse effect.
    Low,
    /// 中位: a serious adverse effect.
    Moderate,
    /// 高位: a severe or catastrophic adverse effect.
    High,
}

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Moderate, Self::High];
}

/// What is lost: one of the three security objectives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// 機密性
    Confidentiality,
    /// 完全性
    Integrity,
    /// 可用性
    Availability,
}

impl Objective {
    /// The three objectives in the order in which they are always shown.
    pub const ALL: [Self; 3] = [Self::Confidentiality, Self::Integrity, Self::Availability];

    /// The English name in lower case, as it stands in files and paths.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confidentiality => "confidentiality",
            Self::Integrity => "integrity",
            Self::Availability => "availability",
        }
    }
}

/// The state of a cell, of an objective or of the whole: assessed at a level, or not assessed with what it is at least.
///
/// There is no way to make an `Assessed` out of a missing answer: both states are written out wherever one is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Assessment {
    /// Everything that counts was answered and decided.
    Assessed {
        /// The level.
        level: Level,
    },
    /// Something is missing, unknown or undecided. What is known already says it is no less than `at_least`.
    NotAssessed {
        /// The highest level that is already certain.
        at_least: Level,
    },
}

impl Assessment {
    /// Nothing is known at all.
    pub const UNKNOWN: Self = Self::NotAssessed { at_least: Level::Low };

    /// Assessed at `level`.
    pub const fn assessed(level: Level) -> Self {
        Self::Assessed { level }
    }

    /// Not assessed, at least `at_least`.
    pub const fn not_assessed(at_least: Level) -> Self {
        Self::NotAssessed { at_least }
    }

    /// The level that is certain, whether or not the assessment is complete.
    pub const fn floor(self) -> Level {
        match self {
            Self::Assessed { level } => level,
            Self::NotAssessed { at_least } => at_least,
        }
    }

    /// Whether everything that counts is there.
    pub const fn is_assessed(self) -> bool {
        matches!(self, Self::Assessed { .. })
    }

    /// The higher of two parts of one whole: incomplete as soon as one part is.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        let floor = self.floor().max(other.floor());
        if self.is_assessed() && other.is_assessed() { Self::assessed(floor) } else { Self::not_assessed(floor) }
    }
}

/// One value for each objective.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PerObjective<T: Default> {
    /// 機密性
    pub confidentiality: T,
    /// 完全性
    pub integrity: T,
    /// 可用性
    pub availability: T,
}

impl<T: Default> PerObjective<T> {
    /// Makes the three values from the objectives.
    pub fn from_fn(mut make: impl FnMut(Objective) -> T) -> Self {
        Self {
            confidentiality: make(Objective::Confidentiality),
            integrity: make(Objective::Integrity),
            availability: make(Objective::Availability),
        }
    }

    /// The three values with their objectives, in the order in which they are always shown.
    pub fn iter(&self) -> impl Iterator<Item = (Objective, &T)> {
        Objective::ALL.into_iter().map(|objective| (objective, &self[objective]))
    }
}

impl<T: Default> Index<Objective> for PerObjective<T> {
    type Output = T;

    fn index(&self, objective: Objective) -> &T {
        match objective {
            Objective::Confidentiality => &self.confidentiality,
            Objective::Integrity => &self.integrity,
            Objective::Availability => &self.availability,
        }
    }
}

impl<T: Default> IndexMut<Objective> for PerObjective<T> {
    fn index_mut(&mut self, objective: Objective) -> &mut T {
        match objective {
            Objective::Confidentiality => &mut self.confidentiality,
            Objective::Integrity => &mut self.integrity,
            Objective::Availability => &mut self.availability,
        }
    }
}

impl Default for Assessment {
    fn default() -> Self {
        Self::UNKNOWN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_with_one_part_missing_is_not_assessed_and_keeps_the_highest_known_level() {
        let low = Assessment::assessed(Level::Low);
        let open = Assessment::not_assessed(Level::Moderate);
        assert_eq!(low.join(open), Assessment::not_assessed(Level::Moderate));
        assert_eq!(open.join(Assessment::assessed(Level::High)), Assessment::not_assessed(Level::High));
        assert_eq!(low.join(low), low);
    }

    #[test]
    fn states_are_written_with_the_names_of_the_contract() {
        let written = serde_json::to_string(&[Assessment::assessed(Level::Low), Assessment::UNKNOWN]);
        assert_eq!(
            written.ok().as_deref(),
            Some(r#"[{"state":"assessed","level":"low"},{"state":"not_assessed","at_least":"low"}]"#)
        );
    }
}
