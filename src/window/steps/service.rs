//! サービス

use egui::Ui;

use crate::record::{CorporateNumberError, Edit, Field, TextField, check_corporate_number};
use crate::text::Label as _;
use crate::text::steps_start::service as words;
use crate::window::steps::suggestions::{Choosing, text_field_with_suggestions};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    FieldSpec, answer_buttons, field_id, findings_of, guide_on_focus, ja_label, page_heading, section_heading, text_field,
};
use crate::window::{StepContext, Topic};

/// What the page remembers.
#[derive(Debug, Default)]
pub struct Page {}

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, words::title(lang), words::lead(cx.record.role, lang));

    section_heading(ui, words::provider_section(lang));
    text(ui, cx, TextField::Provider);
    text(ui, cx, TextField::CorporateNumber);
    corporate_number(ui, cx);

    section_heading(ui, words::service_section(lang));
    text(ui, cx, TextField::ServiceName);
    text(ui, cx, TextField::ServiceUrl);
    text(ui, cx, TextField::ServiceSummary);
    is_saas(ui, cx);

    section_heading(ui, words::platform_section(lang));
    text(ui, cx, TextField::Platform);
    text(ui, cx, TextField::PlatformRegistration);

    section_heading(ui, words::information_section(lang));
    text(ui, cx, TextField::InformationKinds);
    text(ui, cx, TextField::DataLocation);
    text(ui, cx, TextField::Functions);

    section_heading(ui, words::certification_section(lang));
    text(ui, cx, TextField::Certifications);
}

fn text(ui: &mut Ui, cx: &mut StepContext<'_>, field: TextField) {
    let spec = FieldSpec::new(field.label(cx.lang)).hint(words::hint(field, cx.lang));
    let suggestions = words::suggestions(field);
    let place = Field::Text(field);
    if suggestions.is_empty() {
        text_field(ui, cx, place, spec);
    } else {
        let choosing = match field {
            TextField::Certifications => Choosing::Appends,
            _ => Choosing::Replaces,
        };
        text_field_with_suggestions(ui, cx, &place, spec, suggestions, choosing);
    }
}

/// That the number holds, or how many digits it has. What is wrong with it is a finding under the field.
fn corporate_number(ui: &mut Ui, cx: &StepContext<'_>) {
    let typed = cx.record.service.corporate_number.as_str();
    if typed.trim().is_empty() {
        return;
    }
    match check_corporate_number(typed) {
        Ok(()) => {
            ja_label(ui, words::corporate_number_holds(cx.lang), TextKind::Success);
        }
        Err(CorporateNumberError::NotThirteenDigits { found }) => {
            ja_label(ui, &words::corporate_number_digits(found, cx.lang), TextKind::Small);
        }
        Err(CorporateNumberError::NotADigit { .. } | CorporateNumberError::WrongCheckDigit { .. }) => {}
    }
    ui.add_space(6.0);
}

fn is_saas(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    ja_label(ui, words::is_saas(lang), TextKind::Strong);
    ja_label(ui, words::is_saas_hint(lang), TextKind::Small);
    let id = field_id(&Field::ServiceIsSaas);
    if let Some(answer) = answer_buttons(ui, id, words::is_saas(lang), &cx.record.service.is_saas, lang) {
        cx.edit(Edit::SetServiceIsSaas(answer));
    }
    guide_on_focus(ui, cx, id, || Topic::Field(Field::ServiceIsSaas));
    findings_of(ui, cx, &Field::ServiceIsSaas);
    ui.add_space(6.0);
}
