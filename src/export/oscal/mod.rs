//! The record as an OSCAL 1.2.3 system security plan in JSON, for programs that read risk data of many systems.
//!
//! OSCAL has no document for an impact assessment alone. The plan therefore carries the assessment where OSCAL has a place for
//! it (`system-information`, RA-2), and says of everything else that OSCAL demands (boundary, status, baseline of controls) that
//! the record does not hold it. The record itself lies in `back-matter`, whole, with its digest.
//!
//! **What is not assessed is never a level.** The schema demands an information type, but none of its impacts, and no level of
//! the system. So:
//!
//! - The impact of a cell that is not assessed is left out, and a property `not-assessed` names the objective instead.
//! - `security-impact-level` and `security-sensitivity-level` stand only where all three objectives are assessed and the outcome
//!   is 適合 or 不適合. No other outcome gives the system a level, not even if every cell has one.
//! - A record that lacks anything, up to the outcome, can only be a draft: `completeness` is `draft-incomplete`, and the remarks
//!   say so. As a final copy it is refused, since an approval may well cover a record with 不明 in it.
//! - A record without any information item is refused, and so is a provider's in which nothing is assessed: there is nothing to
//!   say, and an empty plan reads like a clean one.
//!
//! **One day, one name.** All ids are UUIDs of version 5 made of the record's id and a name within the record, and
//! `last-modified` is the first moment of the day of the export in Japan. Titles, descriptions and remarks are Markdown in OSCAL,
//! so text of the record is escaped there; in properties and names it is plain.

mod implementation;
mod metadata;
mod model;
mod system;
mod value;

use serde::Serialize;

use model::{Document, Prop, SystemSecurityPlan};
use value::{Names, Prose, Value};

use super::{Copy, ExportError, ExportInput};
use crate::file::FileError;
use crate::judgement::Outcome;
use crate::record::{Assessment, Level, Objective, Role};
use crate::text::{self, Label as _, oscal as words};

/// The version of OSCAL that is written.
const OSCAL_VERSION: &str = "1.2.3";
/// Whose names the properties and the ids of target tasks are: this program's, and nobody's else.
const NAMESPACE: &str = "urn:liu-wizard:oscal";
/// What kind of id names the system: that of the record.
const RECORD_IDS: &str = "urn:liu-wizard:record";
/// The years in which OSCAL can name every day.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2999;

/// Writes the plan.
///
/// # Errors
/// [`ExportError::NotOscal`] as told above, and on a day that OSCAL cannot name; [`ExportError::File`] only if the program itself
/// is at fault.
pub(super) fn write(input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    let extent = Extent::of(input);
    if let Some(problem) = refusal(input, &extent) {
        return Err(ExportError::NotOscal { problem });
    }
    let native = crate::file::to_json(input.record)?;
    let plan = Plan { input, extent, names: Names::of(&input.record.id) };
    let document = Document {
        system_security_plan: SystemSecurityPlan {
            uuid: plan.names.uuid("system-security-plan"),
            metadata: metadata::metadata(&plan),
            import_profile: implementation::import_profile(&plan),
            system_characteristics: system::characteristics(&plan),
            system_implementation: implementation::system(&plan),
            control_implementation: implementation::controls(&plan),
            back_matter: implementation::back_matter(&native, &plan),
        },
    };
    let mut bytes = serde_json::to_vec_pretty(&document).map_err(|error| FileError::NotWritable { said: error.to_string() })?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The levels of a system.
struct Levels {
    confidentiality: Level,
    integrity: Level,
    availability: Level,
    overall: Level,
}

/// How much of a categorisation there is.
enum Extent {
    /// 適合 or 不適合, with everything assessed: the system has levels.
    Categorised(Levels),
    /// Nothing is missing, but the outcome gives the system no levels.
    NoLevels,
    /// Something is missing.
    Incomplete,
}

impl Extent {
    fn of(input: &ExportInput<'_>) -> Self {
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

/// Why no plan is written, in words.
fn refusal(input: &ExportInput<'_>, extent: &Extent) -> Option<String> {
    let lang = input.lang;
    let cells = || input.judgement.items.iter().flat_map(|item| item.cells.iter());
    if input.record.role == Role::Csp && !cells().any(|(_, cell)| cell.effective.is_assessed()) {
        Some(words::not_assessed_by_an_agency(lang).to_owned())
    } else if input.record.items.is_empty() {
        Some(words::no_items(lang).to_owned())
    } else if input.copy == Copy::Final && matches!(extent, Extent::Incomplete) {
        Some(words::incomplete(input.judgement.outcome.label(lang), &open_cells(input), lang))
    } else if !YEARS.contains(&input.today.year()) {
        Some(words::day_without_a_name(input.today, lang))
    } else {
        None
    }
}

/// The cells that are not assessed, in words.
fn open_cells(input: &ExportInput<'_>) -> Vec<String> {
    let mut open = Vec::new();
    for (number, (item, judged)) in (1..).zip(input.record.items.iter().zip(&input.judgement.items)) {
        let name = text::numbered_item_name(item, number, input.lang);
        let cells = judged.cells.iter().filter(|(_, cell)| !cell.effective.is_assessed());
        open.extend(cells.map(|(objective, _)| words::cell(&name, objective.label(input.lang), input.lang)));
    }
    open
}

/// The level, if there is one for certain.
fn level_of(assessment: Assessment) -> Option<Level> {
    match assessment {
        Assessment::Assessed { level } => Some(level),
        Assessment::NotAssessed { .. } => None,
    }
}

/// The name that one of a few values has in all data of the program.
fn name_of(value: &impl Serialize) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}

/// What OSCAL calls a level, after FIPS 199.
const fn fips_199(level: Level) -> &'static str {
    match level {
        Level::Low => "fips-199-low",
        Level::Moderate => "fips-199-moderate",
        Level::High => "fips-199-high",
    }
}

/// What all parts of a plan are made of.
struct Plan<'a> {
    input: &'a ExportInput<'a>,
    extent: Extent,
    names: Names,
}

impl Plan<'_> {
    /// A text as a value; 未記入 if there is nothing to read.
    fn value(&self, text: &str) -> Value {
        Value::new(text).unwrap_or_else(|| Value::fixed(text::report::empty(self.input.lang)))
    }

    /// A text as Markdown; 未記入 if there is nothing to read.
    fn prose(&self, text: &str) -> Prose {
        Prose::new(text).unwrap_or_else(|| Prose::fixed(text::report::empty(self.input.lang)))
    }
}

impl Prop {
    /// A property of this program's own; none if there is nothing to read in its value.
    fn own(name: &'static str, value: &str) -> Option<Self> {
        Value::new(value).map(|value| Self { name, ns: Some(NAMESPACE), value, remarks: None })
    }

    /// A property whose value is one of a few, by its name.
    fn named(name: &'static str, value: &impl Serialize) -> Option<Self> {
        Self::own(name, &name_of(value)?)
    }

    /// The same with a word on it.
    fn remarks(mut self, text: &str) -> Self {
        self.remarks = Prose::new(text);
        self
    }
}

/// The level of an objective of the whole.
fn objective_of(levels: &Levels, objective: Objective) -> &'static str {
    fips_199(match objective {
        Objective::Confidentiality => levels.confidentiality,
        Objective::Integrity => levels.integrity,
        Objective::Availability => levels.availability,
    })
}
