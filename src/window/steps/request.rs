//! 依頼: what a provider tells the agency that it asks to assess.

pub(super) mod asked;

use egui::{ComboBox, Ui};

use crate::package::PackageKind;
use crate::record::{DayField, Edit, Field, TaskChoice, TextField};
use crate::text::days::both_calendars;
use crate::text::steps_finish::provider::{self as words, LetterParts};
use crate::text::{Label as _, Lang, procedure as by_procedure};
use crate::window::steps::packing::{attachments, packing};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    FieldSpec, date_field, drawn, field_id, forward_focus, guide_on_focus, is_taken_back_by_key, ja_label, page_heading,
    read_only_value, section_heading, small_button, text_field, why_only_read,
};
use crate::window::{StepContext, Topic};

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, words::request_title(lang), words::request_lead(lang));
    asked::ui(ui, cx);
    section_heading(ui, words::request_next(lang));
    field(ui, cx, TextField::Addressee, words::addressee_hint(lang));
    suggested_task(ui, cx);
    field(ui, cx, TextField::SuggestedInformation, words::suggested_information_hint(lang));
    let spec = FieldSpec::new(words::deadline(lang));
    if let Some(deadline) = date_field(ui, cx, &Field::Day(DayField::Deadline), spec, cx.record.request.deadline) {
        cx.edit(Edit::SetDay(DayField::Deadline, deadline));
    }
    field(ui, cx, TextField::Contact, words::contact_hint(lang));
    letter(ui, cx);
    section_heading(ui, words::request_hand_over(lang));
    ja_label(ui, words::request_package_lead(lang), TextKind::Body);
    if cx.catalogue.shows_check_list(cx.record) {
        ja_label(ui, by_procedure::request_leaves_out(cx.catalogue.procedure(cx.record), lang), TextKind::Small);
    }
    attachments(ui, cx);
    packing(ui, cx, PackageKind::Request, words::request_package(lang), "");
}

fn field(ui: &mut Ui, cx: &mut StepContext<'_>, field: TextField, hint: &str) {
    text_field(ui, cx, Field::Text(field), FieldSpec::new(field.label(cx.lang)).hint(hint));
}

fn suggested_task(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let (lang, record, catalogue) = (cx.lang, cx.record, cx.catalogue);
    let listed = catalogue.tasks.iter().map(|task| TaskChoice::Listed(task.id.clone()));
    let choices: Vec<TaskChoice> =
        [TaskChoice::NotChosen].into_iter().chain(listed).chain([TaskChoice::Unknown, TaskChoice::NotListed]).collect();
    let current = &record.request.suggested_task;
    if why_only_read(ui).is_some() {
        read_only_value(ui, cx, &Field::SuggestedTask, words::suggested_task(lang), &task_name(cx, current, lang));
        return;
    }
    let label = ja_label(ui, words::suggested_task(lang), TextKind::Strong);
    ja_label(ui, words::suggested_task_lead(lang), TextKind::Small);
    let width = ui.available_width().min(640.0);
    let combo =
        ComboBox::from_id_salt("suggested task").width(width).truncate().selected_text(drawn(&task_name(cx, current, lang)));
    let shown = combo.show_ui(ui, |ui| {
        for choice in choices {
            if ui.selectable_label(choice == *current, drawn(&task_name(cx, &choice, lang))).clicked() && choice != *current {
                cx.edit(Edit::SuggestTask(choice));
            }
        }
    });
    let response = shown.response.labelled_by(label.id);
    guide_on_focus(ui, cx, response.id, || match current {
        TaskChoice::Listed(id) => Topic::Task(id.clone()),
        _ => Topic::Field(Field::SuggestedTask),
    });
    forward_focus(ui, field_id(&Field::SuggestedTask), response.id);
    if is_taken_back_by_key(ui, response.id, *current != TaskChoice::NotChosen) {
        cx.edit(Edit::SuggestTask(TaskChoice::NotChosen));
    }
    ui.add_space(6.0);
}

fn task_name(cx: &StepContext<'_>, choice: &TaskChoice, lang: Lang) -> String {
    match choice {
        TaskChoice::NotChosen => words::no_task_choice(lang).to_owned(),
        TaskChoice::Unknown => words::unknown_task_choice(lang).to_owned(),
        TaskChoice::NotListed => words::not_listed_choice(lang).to_owned(),
        TaskChoice::AgencyEntry { task, .. } => task.as_str().to_owned(),
        TaskChoice::Listed(id) => match cx.catalogue.task(id) {
            Some(task) => format!("{id} {}", task.service.text(lang)),
            None => id.to_string(),
        },
    }
}

/// The letter, and the act that drafts it from what was entered.
fn letter(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let (lang, record) = (cx.lang, cx.record);
    let spec = FieldSpec::new(TextField::Letter.label(lang)).hint(words::letter_hint(lang)).rows(8);
    text_field(ui, cx, Field::Text(TextField::Letter), spec);
    let (request, service) = (&record.request, &record.service);
    let is_ready = ![request.addressee.is_blank(), service.provider.is_blank(), service.name.is_blank()].contains(&true);
    let (act, help) = if request.letter.is_blank() {
        (words::letter_make(lang), "")
    } else {
        (words::letter_replace(lang), words::letter_replace_help(lang))
    };
    ui.add_enabled_ui(is_ready, |ui| {
        let mut button = small_button(ui, act);
        if !help.is_empty() {
            button = button.on_hover_text(help);
        }
        if button.clicked() {
            let text = drafted_letter(cx);
            cx.edit(Edit::SetText { field: Field::Text(TextField::Letter), text });
        }
    });
    if !is_ready {
        ja_label(ui, words::letter_needs(lang), TextKind::Small);
    }
}

fn drafted_letter(cx: &StepContext<'_>) -> String {
    let (lang, record) = (cx.lang, cx.record);
    let (request, service) = (&record.request, &record.service);
    let task = match &request.suggested_task {
        TaskChoice::NotChosen => String::new(),
        chosen => task_name(cx, chosen, lang),
    };
    let deadline = request.deadline.map_or_else(String::new, |deadline| both_calendars(deadline, lang));
    let parts = LetterParts {
        addressee: request.addressee.as_str().trim(),
        provider: service.provider.as_str().trim(),
        service: service.name.as_str().trim(),
        summary: service.summary.as_str().trim(),
        task: &task,
        information: request.suggested_information.as_str().trim(),
        deadline: &deadline,
        contact: request.contact.as_str().trim(),
    };
    words::letter(&parts, lang)
}
