//! The plan as a file, unless there is nothing to say that OSCAL could hold.

use super::model::{Document, SystemSecurityPlan};
use super::plan::{Extent, Plan};
use super::value::Names;
use super::{implementation, metadata, system};
use crate::export::{CopyKind, ExportError, ExportInput};
use crate::file::FileError;
use crate::record::Role;
use crate::text::{self, Label as _, oscal as words};

/// The years in which OSCAL can name every day.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2999;

/// Writes the plan.
///
/// # Errors
/// [`ExportError::NotOscal`] as told above, and on a day that OSCAL cannot name; [`ExportError::File`] only if the program itself
/// is at fault.
pub(in crate::export) fn write(input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
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

/// Why no plan is written, in words.
fn refusal(input: &ExportInput<'_>, extent: &Extent) -> Option<String> {
    let lang = input.lang;
    let cells = || input.judgement.items.iter().flat_map(|item| item.cells.iter());
    if input.record.role == Role::Csp && !cells().any(|(_, cell)| cell.effective.is_assessed()) {
        Some(words::not_assessed_by_an_agency(lang).to_owned())
    } else if input.record.items.is_empty() {
        Some(words::no_items(lang).to_owned())
    } else if input.copy == CopyKind::Final && matches!(extent, Extent::Incomplete) {
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
