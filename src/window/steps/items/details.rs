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

/// Shows the selected item.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let record = cx.record;
    let selected = cx.page.items.selected.clone();
    let Some(item) = selected.as_ref().and_then(|id| record.item(id)) else {
        ja_label(ui, words::no_item_selected(cx.lang), TextKind::Body);
        return;
    };
    let lang = cx.lang;
    head(ui, cx, item);
    let name = Field::Item(item.id.clone(), ItemField::Name);
    if cx.page.items.name_to_focus.as_ref() == Some(&item.id) {
        cx.page.items.name_to_focus = None;
        ui.memory_mut(|memory| memory.request_focus(field_id(&name)));
    }
    text(ui, cx, &item.id, ItemField::Name, "");
    text(ui, cx, &item.id, ItemField::Description, words::description_hint(lang));
    text(ui, cx, &item.id, ItemField::Whose, words::whose_hint(lang));
    grades(ui, cx, item);
    personal_data(ui, cx, item);
    publication(ui, cx, item);
}

fn head(ui: &mut Ui, cx: &mut StepContext<'_>, item: &InformationItem) {
    let lang = cx.lang;
    section_heading(ui, name_or_none(item.name.as_str(), cx));
    ui.horizontal_wrapped(|ui| {
        if small_button(ui, words::move_up(lang)).clicked() {
            cx.edit(Edit::MoveItem(item.id.clone(), -1));
        }
        if small_button(ui, words::move_down(lang)).clicked() {
            cx.edit(Edit::MoveItem(item.id.clone(), 1));
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

fn grades(ui: &mut Ui, cx: &mut StepContext<'_>, item: &InformationItem) {
    let lang = cx.lang;
    section_heading(ui, words::grades(lang));
    ja_label(ui, words::grades_hint(lang), TextKind::Small);
    let one = || vec![item.id.clone()];
    let options = confidentiality_options(lang);
    let chosen = choose(ui, cx, item, ItemField::ConfidentialityGrade, &options, item.confidentiality_grade);
    if let Some(grade) = chosen {
        cx.edit(Edit::GradeConfidentiality(one(), grade));
    }
    let options = grade_options(Objective::Integrity, lang);
    if let Some(grade) = choose(ui, cx, item, ItemField::IntegrityGrade, &options, item.integrity_grade) {
        cx.edit(Edit::GradeIntegrity(one(), grade));
    }
    let options = grade_options(Objective::Availability, lang);
    if let Some(grade) = choose(ui, cx, item, ItemField::AvailabilityGrade, &options, item.availability_grade) {
        cx.edit(Edit::GradeAvailability(one(), grade));
    }
}

fn personal_data(ui: &mut Ui, cx: &mut StepContext<'_>, item: &InformationItem) {
    let lang = cx.lang;
    section_heading(ui, words::personal(lang));
    let options = person_options(lang);
    if let Some(count) = choose(ui, cx, item, ItemField::PersonCount, &options, item.person_count) {
        cx.edit(Edit::CountPersons(vec![item.id.clone()], count));
    }
    // What was typed before 「なし」 was chosen stays in the record, and is shown as long as it is there.
    if item.person_count != PersonCount::None || !item.personal_data.is_blank() {
        let field = Field::Item(item.id.clone(), ItemField::PersonalData);
        let spec = FieldSpec::new(ItemField::PersonalData.label(lang)).hint(words::personal_hint(lang));
        text_field_with_suggestions(ui, cx, &field, spec, words::PERSONAL_DATA, Choosing::Appends);
    }
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
