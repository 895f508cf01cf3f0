//! What both ways through the gate show: the way so far in words, and what belongs to a question.

use egui::{Ui, UiBuilder};

use super::way::Way;
use crate::catalogue::{Effect, Question};
use crate::record::{Answer, Field, TaskChoice, TextField};
use crate::text::steps_start::gate as words;
use crate::text::{Label as _, Lang};
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{FieldSpec, findings_of, ja_label, text_field};

/// Room for the line that joins the questions.
pub(super) const SPINE: f32 = 30.0;

/// The way so far, in a sentence.
pub(super) fn way_in_words(ui: &mut Ui, way: &Way<'_>, lang: Lang) {
    let builder =
        UiBuilder::new().id_salt("way").accessibility_role(egui::accesskit::Role::Status).accessibility_label(words::path(lang));
    ui.scope_builder(builder, |ui| {
        egui::Frame::new().fill(palette(ui).surface_soft).inner_margin(egui::Margin::same(10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ja_label(ui, words::path(lang), TextKind::SmallStrong);
            ja_label(ui, &way.in_words(), TextKind::Body);
        });
    });
    ui.add_space(8.0);
}

/// What is to be known beside the question itself: the task for G5, the assumed service for G6.
pub(super) fn under_the_question(ui: &mut Ui, cx: &mut StepContext<'_>, question: &Question) {
    let lang = cx.lang;
    if question.effect != Effect::ReasonWhenNo {
        return;
    }
    let assumed = match &cx.record.task {
        TaskChoice::Listed(id) => cx.catalogue.task(id).map(|task| task.service.text(lang)),
        TaskChoice::AgencyEntry { service, .. } => Some(service.as_str()).filter(|service| !service.trim().is_empty()),
        TaskChoice::NotChosen | TaskChoice::Unknown | TaskChoice::NotListed => None,
    };
    let Some(assumed) = assumed else {
        ja_label(ui, words::choose_task_first(lang), TextKind::Small);
        return;
    };
    ja_label(ui, &format!("{}{assumed}", words::assumed_service(lang)), TextKind::Small);
    let used = cx.record.service.name.as_str();
    if !used.trim().is_empty() {
        ja_label(ui, &format!("{}{used}", words::used_service(lang)), TextKind::Small);
    }
}

/// What follows from the answer and needs the whole width: findings, the reason of G6, the note of G7.
pub(super) fn full_width(ui: &mut Ui, cx: &mut StepContext<'_>, question: &Question) {
    let lang = cx.lang;
    let given_no = *cx.record.gate.answers.get(question.id.as_str()) == Answer::No;
    ui.horizontal_top(|ui| {
        ui.add_space(SPINE);
        ui.vertical(|ui| {
            let field = if question.effect == Effect::TaskChoice { Field::Task } else { Field::Gate(question.id.clone()) };
            findings_of(ui, cx, &field);
            match question.effect {
                Effect::ReasonWhenNo if given_no => {
                    let reason = TextField::ServiceReason;
                    text_field(ui, cx, Field::Text(reason), FieldSpec::new(reason.label(lang)).rows(2));
                }
                Effect::WarningWhenNo if given_no => {
                    ja_label(ui, words::wide_use(lang), TextKind::Small);
                }
                _ => {}
            }
        });
    });
}
