//! サービス

use egui::Ui;

use crate::record::{CorporateNumberError, DayField, Edit, Field, RecordPart, TextField, check_corporate_number};
use crate::text::days::both_calendars;
use crate::text::steps_finish::provider::none_written;
use crate::text::steps_start::service as words;
use crate::text::{Label as _, difference, field_name};
use crate::window::steps::attached::came_with_record;
use crate::window::steps::suggestions::{Choosing, text_field_with_suggestions};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    FieldSpec, Tone, answer_buttons, field_id, findings_of, guide_on_focus, ja_label, message_text, page_heading,
    read_only_value, section_heading, text_field,
};
use crate::window::{StepContext, Topic};

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, words::title(cx.record.role, lang), words::lead(cx.record.role, lang));
    if is_the_providers(cx) {
        message_text(ui, Tone::Neutral, words::of_the_request(lang));
    }
    came_with_record(ui, cx);

    for field in TextField::of(RecordPart::Service) {
        if let Some(heading) = words::heading_above(field, lang) {
            section_heading(ui, heading);
        }
        text(ui, cx, field);
        match field {
            TextField::CorporateNumber => corporate_number(ui, cx),
            TextField::ServiceSummary => is_saas(ui, cx),
            _ => {}
        }
    }

    if is_the_providers(cx) {
        request(ui, cx);
    }
}

/// What the provider wrote with the request. An agency has no step of its own for it.
fn request(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let (lang, record) = (cx.lang, cx.record);
    section_heading(ui, words::request_section(lang));
    let task = difference::task_choice(&record.request.suggested_task, cx.catalogue, lang);
    let deadline = record.request.deadline;
    let deadline = deadline.map_or_else(|| none_written(lang).to_owned(), |deadline| both_calendars(deadline, lang));
    for (field, said) in [(Field::SuggestedTask, task), (Field::Day(DayField::Deadline), deadline)] {
        let name = field_name(&field, record, cx.catalogue, lang);
        read_only_value(ui, cx, &field, &name, &said);
    }
    for field in TextField::of(RecordPart::Request) {
        text_field(ui, cx, Field::Text(field), FieldSpec::new(field.label(lang)).read_only(true));
    }
}

/// Whether the part was taken over with a request: then it is the provider's to change.
fn is_the_providers(cx: &StepContext<'_>) -> bool {
    cx.record.answers_request.is_some()
}

fn text(ui: &mut Ui, cx: &mut StepContext<'_>, field: TextField) {
    let read_only = is_the_providers(cx);
    let spec = FieldSpec::new(field.label(cx.lang)).hint(words::hint(field, cx.record.role, cx.lang)).read_only(read_only);
    let suggestions = words::suggestions(field);
    let place = Field::Text(field);
    if suggestions.is_empty() || read_only {
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
    let id = field_id(&Field::ServiceIsSaas);
    if is_the_providers(cx) {
        let said = cx.record.service.is_saas.label(lang);
        read_only_value(ui, cx, &Field::ServiceIsSaas, words::is_saas(lang), said);
        return;
    }
    ja_label(ui, words::is_saas(lang), TextKind::Strong);
    ja_label(ui, words::is_saas_hint(lang), TextKind::Small);
    if let Some(answer) = answer_buttons(ui, id, words::is_saas(lang), &cx.record.service.is_saas, lang) {
        cx.edit(Edit::SetServiceIsSaas(answer));
    }
    guide_on_focus(ui, cx, id, || Topic::Field(Field::ServiceIsSaas));
    findings_of(ui, cx, &Field::ServiceIsSaas);
    ui.add_space(6.0);
}
