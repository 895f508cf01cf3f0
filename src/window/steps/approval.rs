//! 承認

use egui::Ui;

use crate::window::StepContext;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct Page {}

/// Shows the step.
pub fn ui(_ui: &mut Ui, _cx: &mut StepContext<'_>) {}
