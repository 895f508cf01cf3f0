//! The highest effect of the items in one objective.

use crate::export::ExportInput;
use crate::record::{Assessment, Objective};

/// The highest of the items.
pub(super) fn highest(objective: Objective, input: &ExportInput<'_>) -> Assessment {
    let cells = input.judgement.items.iter().map(|item| item.cells[objective].effective);
    cells.reduce(Assessment::join).unwrap_or(Assessment::UNKNOWN)
}
