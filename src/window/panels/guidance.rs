//! The guidance: what the question, field, entry or step in focus means, with examples and with what it rests on.

use egui::accesskit::Role;
use egui::{Id, Ui, UiBuilder};

use crate::catalogue::{Basis, Catalogue, Question, TargetTask};
use crate::judgement::step_of;
use crate::record::{Field, ItemField, Level, Objective, QuestionId, Record, TaskChoice, TaskId};
use crate::text::steps_finish::approver;
use crate::text::{self, Label as _, Lang, labels, marks, window as words};
use crate::window::Topic;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{bases_list, ja_label, side_heading, small_heading};

#[derive(Clone, Copy)]
struct Guide<'a> {
    record: &'a Record,
    catalogue: &'a Catalogue,
    lang: Lang,
}

/// The id of the heading of the guidance.
pub fn guidance_id() -> Id {
    Id::unique("guidance heading")
}

/// Shows the guidance to a topic.
pub fn guidance(ui: &mut Ui, topic: &Topic, record: &Record, catalogue: &Catalogue, lang: Lang) {
    let cx = Guide { record, catalogue, lang };
    let builder = UiBuilder::new().accessibility_role(Role::Complementary).accessibility_label(words::guidance(cx.lang));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        match topic {
            Topic::Step(step) => {
                side_heading(ui, guidance_id(), step.label(cx.lang));
                step_paragraphs(ui, *step, cx.lang);
            }
            Topic::Question(id) => question_guidance(ui, cx, id),
            Topic::Field(field) => field_guidance(ui, cx, field),
            Topic::Task(id) => task_guidance(ui, cx, id),
            Topic::Levels => levels(ui, cx),
        }
        ui.add_space(16.0);
    });
}

/// Shows what an approver may want to know of his page.
pub fn approver_guidance(ui: &mut Ui, lang: Lang) {
    let builder = UiBuilder::new().accessibility_role(Role::Complementary).accessibility_label(words::guidance(lang));
    ui.scope_builder(builder, |ui| {
        side_heading(ui, guidance_id(), approver::title(lang));
        let paragraphs = [
            approver::help_order,
            approver::help_lowered,
            approver::help_not_assessed,
            approver::help_acts,
            approver::help_bound,
            approver::help_close,
        ];
        for paragraph in paragraphs {
            ja_label(ui, paragraph(lang), TextKind::Body);
            ui.add_space(4.0);
        }
    });
}

fn step_paragraphs(ui: &mut Ui, step: crate::catalogue::StepId, lang: Lang) {
    ja_label(ui, words::step_purpose(step, lang), TextKind::Body);
    part_heading(ui, words::guidance_here(lang));
    for paragraph in words::step_help(step) {
        ja_label(ui, paragraph(lang), TextKind::Body);
        ui.add_space(4.0);
    }
}

fn question_guidance(ui: &mut Ui, cx: Guide<'_>, id: &QuestionId) {
    let Some(question) = cx.catalogue.question(id) else { return };
    side_heading(ui, guidance_id(), &format!("{}  {}", question.id, question.short.text(cx.lang)));
    ja_label(ui, question.guidance.text(cx.lang), TextKind::Body);
    examples(ui, cx, question);
    part_heading(ui, words::guidance_consequence(cx.lang));
    ja_label(ui, question.consequence.text(cx.lang), TextKind::Body);
    rests_on(ui, cx, &question.basis);
}

/// Examples for the chosen task if there are any, else those for all tasks.
fn examples(ui: &mut Ui, cx: Guide<'_>, question: &Question) {
    let chosen = match &cx.record.task {
        TaskChoice::Listed(id) => Some(id),
        _ => None,
    };
    let for_task: Vec<_> =
        question.examples.iter().filter(|example| chosen.is_some_and(|id| example.tasks.contains(id))).collect();
    let general: Vec<_> = question.examples.iter().filter(|example| example.tasks.is_empty()).collect();
    for (heading, shown) in [(words::guidance_examples_for_task(cx.lang), for_task), (words::guidance_examples(cx.lang), general)]
    {
        if shown.is_empty() {
            continue;
        }
        part_heading(ui, heading);
        for example in shown {
            let text = format!("・{} → {}", example.case.text(cx.lang), example.answer.text(cx.lang));
            ja_label(ui, &text, TextKind::Body);
        }
    }
}

fn field_guidance(ui: &mut Ui, cx: Guide<'_>, field: &Field) {
    side_heading(ui, guidance_id(), &text::field_name(field, cx.record, cx.catalogue, cx.lang));
    for id in definitions_for(field) {
        let Some(definition) = cx.catalogue.definition(id) else { continue };
        part_heading(ui, definition.term.text(cx.lang));
        ja_label(ui, definition.text.text(cx.lang), TextKind::Body);
        bases_list(ui, std::slice::from_ref(&definition.basis), cx.catalogue, cx.lang);
    }
    ui.add_space(6.0);
    step_paragraphs(ui, step_of(field, cx.catalogue), cx.lang);
}

/// The definitions of the catalogue that help with a field.
const fn definitions_for(field: &Field) -> &'static [&'static str] {
    match field {
        Field::Item(_, ItemField::ConfidentialityGrade) => &["confidentiality_3", "confidentiality_2", "confidentiality_1"],
        Field::Item(_, ItemField::IntegrityGrade) => &["integrity_2", "integrity_1"],
        Field::Item(_, ItemField::AvailabilityGrade) => &["availability_2", "availability_1"],
        _ => &[],
    }
}

fn task_guidance(ui: &mut Ui, cx: Guide<'_>, id: &TaskId) {
    let Some(task) = cx.catalogue.task(id) else { return };
    side_heading(ui, guidance_id(), task.id.as_str());
    ja_label(ui, task.explanation.text(cx.lang), TextKind::Body);
    part_heading(ui, words::guidance_typical(cx.lang));
    for information in &task.typical_information {
        ja_label(ui, &format!("・{}", information.name.text(cx.lang)), TextKind::Body);
    }
    part_heading(ui, words::guidance_red_flags(cx.lang));
    for flag in &task.red_flags {
        ja_label(ui, &format!("・{}", flag.text.text(cx.lang)), TextKind::Body);
    }
    precedents(ui, cx, task);
    rests_on(ui, cx, &[task.task_basis.clone(), task.service_basis.clone()]);
}

fn precedents(ui: &mut Ui, cx: Guide<'_>, task: &TargetTask) {
    if task.precedents.is_empty() {
        return;
    }
    part_heading(ui, words::guidance_precedents(cx.lang));
    for precedent in &task.precedents {
        let levels: Vec<String> = Objective::ALL
            .into_iter()
            .map(|objective| {
                format!("{} {}", objective.label(cx.lang), labels::level(precedent.level(objective), cx.catalogue, cx.lang))
            })
            .collect();
        ja_label(
            ui,
            &format!("・{}{}{}", precedent.title.text(cx.lang), marks::colon(cx.lang), levels.join(marks::dot(cx.lang))),
            TextKind::Body,
        );
    }
    ja_label(ui, words::guidance_precedent_note(cx.lang), TextKind::Small);
}

fn levels(ui: &mut Ui, cx: Guide<'_>) {
    side_heading(ui, guidance_id(), words::guidance_levels(cx.lang));
    let mut bases: Vec<Basis> = Vec::new();
    for (index, level) in cx.catalogue.levels.iter().enumerate() {
        ui.add_space(6.0);
        let kind = if level.level == Level::Low { TextKind::Success } else { TextKind::Warning };
        ja_label(ui, level.name.text(cx.lang), kind);
        for criterion in &cx.catalogue.criteria {
            let Some(meaning) = criterion.levels.get(index) else { continue };
            let text = format!("{}{}{}", criterion.aspect.text(cx.lang), marks::colon(cx.lang), meaning.text(cx.lang));
            ja_label(ui, &text, TextKind::Body);
        }
        bases.push(level.basis.clone());
    }
    bases.extend(cx.catalogue.criteria.iter().map(|criterion| criterion.basis.clone()));
    bases.dedup();
    rests_on(ui, cx, &bases);
}

fn rests_on(ui: &mut Ui, cx: Guide<'_>, bases: &[Basis]) {
    ui.add_space(10.0);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, palette(ui).line());
    ui.add_space(4.0);
    bases_list(ui, bases, cx.catalogue, cx.lang);
}

fn part_heading(ui: &mut Ui, text: &str) {
    ui.add_space(8.0);
    small_heading(ui, text);
}
