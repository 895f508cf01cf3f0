//! 機密性, 完全性, 可用性: one page per objective.

use egui::Ui;

use crate::record::Objective;
use crate::window::StepContext;

/// What the three pages remember.
#[derive(Debug, Default)]
pub struct Page {}

/// Shows the step of one objective.
pub fn ui(_ui: &mut Ui, _cx: &mut StepContext<'_>, _objective: Objective) {}
