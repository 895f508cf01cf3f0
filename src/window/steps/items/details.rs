//! The selected item in full.

use egui::Ui;

use super::item::{name_or_none, remove};
use crate::record::{
    ConfidentialityGrade, Edit, Field, Grade, InformationItem, ItemField, ItemId, Objective, PersonCount, PublicationPlan,
};
use crate::text::steps_start::items as words;
use crate::text::{Label as _, Lang, labels};
use crate::window::steps::suggestions::{Choosing, text_field_with_suggestions};
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    FieldSpec, clearable_choice_row, field_id, findings_of, guide_on_focus, ja_label, ja_layout, section_heading, segmented,
    small_button, text_field,
};
use crate::window::{StepContext, Topic};

/// Shows what of the selected item does not stand in the table, and what is wrong with what does.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, in_table: &[ItemField]) {
    let record = cx.record;
    let selected = cx.page.items.selected.clone();
    let Some(item) = selected.as_ref().and_then(|id| record.item(id)) else {
        ja_label(ui, words::no_item_selected(cx.lang), TextKind::Body);
        return;
    };
    ui.push_id(&item.id, |ui| {
        let lang = cx.lang;
        head(ui, cx, item);
        for attribute in in_table {
            of_cell(ui, cx, &Field::Item(item.id.clone(), *attribute));
        }
        text(ui, cx, &item.id, ItemField::Description, words::description_hint(lang));
        if !in_table.contains(&ItemField::Whose) {
            text(ui, cx, &item.id, ItemField::Whose, words::whose_hint(lang));
        }
        if !in_table.contains(&ItemField::PersonalData) {
            let field = Field::Item(item.id.clone(), ItemField::PersonalData);
            let spec = FieldSpec::new(ItemField::PersonalData.label(lang)).hint(words::personal_hint(lang));
            text_field_with_suggestions(ui, cx, &field, spec, words::PERSONAL_DATA, Choosing::Appends);
        }
        publication(ui, cx, item);
    });
}

/// What is to be said of a cell of the table, where there is room for it: what of its text was not taken, and what is wrong with it.
fn of_cell(ui: &mut Ui, cx: &StepContext<'_>, field: &Field) {
    for sentence in cx.drafts.changes_of(field, cx.lang) {
        ja_label(ui, &sentence, TextKind::Error);
    }
    findings_of(ui, cx, field);
}

fn head(ui: &mut Ui, cx: &mut StepContext<'_>, item: &InformationItem) {
    let lang = cx.lang;
    section_heading(ui, name_or_none(item.name.as_str(), cx));
    ui.horizontal_wrapped(|ui| {
        if small_button(ui, words::move_up(lang)).clicked() {
            cx.edit(Edit::MoveItem(item.id.clone(), -1));
            cx.page.items.reveal = Some(item.id.clone());
        }
        if small_button(ui, words::move_down(lang)).clicked() {
            cx.edit(Edit::MoveItem(item.id.clone(), 1));
            cx.page.items.reveal = Some(item.id.clone());
        }
        if small_button(ui, words::duplicate(lang)).clicked() {
            let id = cx.new_item_id();
            cx.edit(Edit::DuplicateItem { of: item.id.clone(), id: id.clone() });
            cx.page.items.selected = Some(id.clone());
            cx.page.items.name_to_focus = Some(id);
        }
        if small_button(ui, words::delete(lang)).clicked() {
            remove(cx, vec![item.id.clone()]);
        }
    });
    ui.add_space(4.0);
}

fn text(ui: &mut Ui, cx: &mut StepContext<'_>, item: &ItemId, attribute: ItemField, hint: &str) {
    let spec = FieldSpec::new(attribute.label(cx.lang)).hint(hint).rows(2);
    text_field(ui, cx, Field::Item(item.clone(), attribute), spec);
}

fn publication(ui: &mut Ui, cx: &mut StepContext<'_>, item: &InformationItem) {
    let lang = cx.lang;
    section_heading(ui, words::publication(lang));
    let options = publication_options(lang);
    if let Some(plan) = choose(ui, cx, item, ItemField::Publication, &options, item.publication) {
        cx.edit(Edit::PlanPublication(vec![item.id.clone()], plan));
    }
    let dated = matches!(item.publication, PublicationPlan::Planned | PublicationPlan::Published);
    if dated || !item.publication_time.is_blank() {
        text(ui, cx, &item.id, ItemField::PublicationTime, words::publication_time_hint(lang));
    }
    text(ui, cx, &item.id, ItemField::Retention, words::retention_hint(lang));
}

/// One of a few values: side by side where there is room, else as a list with a way to take the choice back.
fn choose<T: Clone + PartialEq + Default>(
    ui: &mut Ui,
    cx: &mut StepContext<'_>,
    item: &InformationItem,
    attribute: ItemField,
    options: &[(T, String)],
    current: T,
) -> Option<T> {
    let lang = cx.lang;
    ja_label(ui, attribute.label(lang), TextKind::Strong);
    let field = Field::Item(item.id.clone(), attribute);
    let id = field_id(&field);
    let name = words::attribute_of(attribute, name_or_none(item.name.as_str(), cx), lang);
    let options: Vec<(T, &str)> = options.iter().map(|(value, text)| (value.clone(), text.as_str())).collect();
    let width: f32 = options
        .iter()
        .map(|(_, text)| {
            ja_layout(ui, text, TextKind::Strong, TextKind::Strong.color(palette(ui)), f32::INFINITY).size().x + 20.0
        })
        .sum();
    let chosen = if width <= ui.available_width() {
        segmented(ui, id, &name, &options, &current, Some((&T::default(), lang)))
    } else {
        clearable_choice_row(ui, id, &name, &options, &current, (&T::default(), lang))
    };
    let topic = Topic::Field(field.clone());
    guide_on_focus(ui, cx, id, || topic);
    findings_of(ui, cx, &field);
    ui.add_space(4.0);
    chosen
}

pub(super) fn confidentiality_options(lang: Lang) -> Vec<(ConfidentialityGrade, String)> {
    use ConfidentialityGrade::{One, Three, Two};
    [One, Two, Three].map(|grade| (grade, grade.label(lang).to_owned())).to_vec()
}

pub(super) fn grade_options(objective: Objective, lang: Lang) -> Vec<(Grade, String)> {
    [Grade::One, Grade::Two].map(|grade| (grade, labels::grade(grade, objective, lang))).to_vec()
}

pub(super) fn person_options(lang: Lang) -> Vec<(PersonCount, String)> {
    use PersonCount::{None, Over1000, Unknown, UpTo100, UpTo1000};
    [None, UpTo100, UpTo1000, Over1000, Unknown].map(|count| (count, count.label(lang).to_owned())).to_vec()
}

pub(super) fn publication_options(lang: Lang) -> Vec<(PublicationPlan, String)> {
    use PublicationPlan::{NotPlanned, Planned, Published, Unknown};
    [NotPlanned, Planned, Published, Unknown].map(|plan| (plan, plan.label(lang).to_owned())).to_vec()
}
