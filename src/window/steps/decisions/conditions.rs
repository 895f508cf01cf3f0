//! Conditions of use and residual risk, which are said for the whole.

use egui::Ui;

use crate::record::{Field, TextField};
use crate::text::Label as _;
use crate::text::steps_finish::decisions as words;
use crate::window::StepContext;
use crate::window::widgets::{FieldSpec, section_heading, text_field};

/// Shows both fields.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::conditions_and_risk(lang));
    for (field, hint) in
        [(TextField::ConditionsOfUse, words::conditions_hint(lang)), (TextField::ResidualRisk, words::residual_hint(lang))]
    {
        text_field(ui, cx, Field::Text(field), FieldSpec::new(field.label(lang)).hint(hint));
    }
}
