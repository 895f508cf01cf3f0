//! 対象業務: which entry of the list the task falls under, or that none does, or that it is not known.

mod flags;
mod list;

use egui::{Id, Key, Modifiers, Ui};

use crate::catalogue::TargetTask;
use crate::import::pasted_task;
use crate::record::{Edit, Field, Line, Objective, Prose, TaskChoice, TextField};
use crate::text::steps_start::task as words;
use crate::text::{Label as _, characters, labels, marks};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    Card, Cards, FieldSpec, FocusGuide, Tone, basis_badge, choice_cards, field_id, findings_of, forward_focus, guide_on_focus,
    is_taken_back_by_key, ja_label, line_input, link_button, message_text, page_heading, pasted_input, section_heading,
    small_button, text_field,
};
use crate::window::{StepContext, Topic};

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, words::title(lang), words::lead(lang));
    let search_id = Id::unique("target task search");
    let search = line_input(ui, search_id, words::search(lang), words::search_example(lang), &mut cx.page.task.search, lang);
    let into_list = search.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
    ui.add_space(4.0);
    list::ui(ui, cx, into_list);
    other_answers(ui, cx);
    // Below all that may be chosen, so that a choice moves none of it.
    findings_of(ui, cx, &Field::Task);
    if let TaskChoice::AgencyEntry { .. } = cx.record.task {
        entry(ui, cx);
    }
    chosen(ui, cx);
}

/// 該当なし, 不明 and a pasted row are answers like the entries of the list.
fn other_answers(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::other_answers(lang));
    let task = &cx.record.task;
    let id = |index: usize| Id::unique(("target task, other answers", index));
    let pasted = matches!(task, TaskChoice::AgencyEntry { .. });
    let choices = [
        (words::not_listed(lang), words::not_listed_meaning(lang), *task == TaskChoice::NotListed),
        (words::unknown(lang), words::unknown_meaning(lang), *task == TaskChoice::Unknown),
        (words::paste_row(lang), words::paste_row_meaning(lang), pasted),
    ];
    let cards: Vec<Card<'_>> = choices
        .iter()
        .enumerate()
        .map(|(index, (title, meaning, chosen))| Card {
            id: id(index),
            title,
            marks: Vec::new(),
            meaning,
            aspects: Vec::new(),
            level: None,
            chosen: *chosen,
        })
        .collect();
    if let Some(index) = choices.iter().position(|(_, _, chosen)| *chosen) {
        forward_focus(ui, field_id(&Field::Task), id(index));
    }
    let clicked = choice_cards(ui, words::other_answers(lang), &cards, Cards::Row);
    let mut is_taken_back = false;
    for card in &cards {
        guide_on_focus(ui, cx, card.id, || Topic::Field(Field::Task));
        is_taken_back |= is_taken_back_by_key(ui, card.id, card.chosen);
    }
    let choice = match clicked {
        Some(0) => TaskChoice::NotListed,
        Some(1) => TaskChoice::Unknown,
        Some(_) => TaskChoice::AgencyEntry { task: Prose::default(), service: Line::default(), origin: Line::default() },
        None if is_taken_back => TaskChoice::NotChosen,
        None => return,
    };
    cx.edit(Edit::ChooseTask(choice));
}

/// The fields of an official row, and a box that fills them from a copied row.
fn entry(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::paste_row(lang));
    let id = Id::unique("official row");
    pasted_input(ui, id, words::paste_box(lang), words::paste_box_hint(lang), &mut cx.page.task.row, 2);
    for sentence in characters::changes(&pasted_task::split(&cx.page.task.row).1, lang) {
        ja_label(ui, &sentence, TextKind::Warning);
    }
    if !cx.page.task.row.trim().is_empty() && small_button(ui, words::split_row(lang)).clicked() {
        let row = std::mem::take(&mut cx.page.task.row);
        cx.edit(Edit::ChooseTask(pasted_task::split(&row).0));
    }
    ui.add_space(6.0);
    for field in [TextField::EntryTask, TextField::EntryService, TextField::EntryOrigin] {
        let spec = FieldSpec::new(field.label(lang)).rows(2);
        text_field(ui, cx, Field::Text(field), spec);
    }
}

/// What is to be known of the chosen entry.
fn chosen(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    if cx.record.task == TaskChoice::NotChosen {
        return;
    }
    let catalogue = cx.catalogue;
    if let TaskChoice::Listed(id) = &cx.record.task
        && let Some(task) = catalogue.task(id)
    {
        section_heading(ui, words::chosen(lang));
        ja_label(ui, &format!("{id}  {}", task.service.text(lang)), TextKind::Strong);
        ja_label(ui, task.task.text(lang), TextKind::Body);
        ja_label(ui, task.explanation.text(lang), TextKind::Body);
        basis_badge(ui, &task.task_basis, catalogue, lang);
        basis_badge(ui, &task.service_basis, catalogue, lang);
        flags::ui(ui, cx, task);
        precedents(ui, cx, task);
    }
    ui.add_space(8.0);
    message_text(ui, Tone::Neutral, words::answers_stay(lang));
    if link_button(ui, words::clear_choice(lang)).clicked() {
        cx.edit(Edit::ChooseTask(TaskChoice::NotChosen));
        // The link goes with the choice.
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(field_id(&Field::Task)));
    }
    ui.add_space(12.0);
}

fn precedents(ui: &mut Ui, cx: &StepContext<'_>, task: &TargetTask) {
    if task.precedents.is_empty() {
        return;
    }
    let lang = cx.lang;
    section_heading(ui, words::precedents(lang));
    for precedent in &task.precedents {
        let levels = Objective::ALL.map(|objective| {
            format!("{} {}", objective.label(lang), labels::level(precedent.level(objective), cx.catalogue, lang))
        });
        ja_label(ui, precedent.title.text(lang), TextKind::Body);
        ja_label(ui, &levels.join(marks::dot(lang)), TextKind::Small);
    }
    ja_label(ui, words::precedents_note(lang), TextKind::Small);
}
