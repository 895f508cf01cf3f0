//! Findings under the field they point to.

use egui::Ui;

use crate::record::Field;
use crate::window::StepContext;

/// Shows the findings that point to a field.
pub fn findings_of(_ui: &mut Ui, _cx: &StepContext<'_>, _field: &Field) {}
