//! The items as a list: which is selected, which are marked for a change of many, and what each still lacks.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{
    Checkbox, EventFilter, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::item::name_or_none;
use crate::judgement::Severity;
use crate::record::{ConfidentialityGrade, Edit, Field, Grade, InformationItem, ItemId, Objective};
use crate::text::steps_start::items as words;
use crate::text::{Label as _, Lang, labels};
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{drawn, ja_layout, job_of, link_button, tell_selected};

const CHECKBOX: f32 = 44.0;
const ROW: f32 = 58.0;

/// Shows the list, at most so high.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, height: f32) {
    let lang = cx.lang;
    select_all(ui, cx);
    let with_findings = items_with_findings(cx);
    let record = cx.record;
    let ids: Vec<Id> = record.items.iter().map(|item| row_id(&item.id)).collect();
    ScrollArea::vertical().id_salt("items").max_height(height).show(ui, |ui| {
        let builder = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(words::list(lang));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, item) in record.items.iter().enumerate() {
                let response = row(ui, cx, item, index, with_findings.contains(&item.id));
                keys(ui, cx, &response, item, &ids, index);
            }
        });
    });
}

/// The id of the row of an item.
pub(super) fn row_id(id: &ItemId) -> Id {
    Id::unique(("item row", id))
}

fn select_all(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let all = cx.page.items.marked.len() == cx.record.items.len();
    let text = if all { words::select_none(cx.lang) } else { words::select_all(cx.lang) };
    if cx.record.items.len() > 1 && link_button(ui, text).clicked() {
        cx.page.items.marked = if all { BTreeSet::new() } else { cx.record.items.iter().map(|item| item.id.clone()).collect() };
    }
}

/// The items whose own attributes have an error or a warning.
fn items_with_findings(cx: &StepContext<'_>) -> BTreeSet<ItemId> {
    let grave = cx.judgement.findings.iter().filter(|finding| finding.severity() != Severity::Note);
    grave
        .filter_map(|finding| match &finding.field {
            Field::Item(id, _) => Some(id.clone()),
            _ => None,
        })
        .collect()
}

fn row(ui: &mut Ui, cx: &mut StepContext<'_>, item: &InformationItem, index: usize, lacks: bool) -> Response {
    let lang = cx.lang;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let selected = cx.page.items.selected.as_ref() == Some(&item.id);
    let name = name_or_none(item.name.as_str(), cx).to_owned();
    let state = if lacks { words::missing(lang) } else { words::complete(lang) };
    let grades = grades(item, lang);
    let body = Rect::from_min_max(pos2(rect.left() + CHECKBOX, rect.top()), rect.max);
    let response = ui.interact(body, row_id(&item.id), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), selected, &name));
    tell_selected(ui, response.id, selected);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(format!("{grades}\n{state}")));
    if ui.is_rect_visible(rect) {
        let fill = match (selected, response.hovered()) {
            (true, _) => palette(ui).chosen_ground,
            (false, true) => palette(ui).hover_ground,
            (false, false) => palette(ui).page,
        };
        ui.painter().rect(rect, 0, fill, palette(ui).line(), StrokeKind::Middle);
        if selected {
            ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(4.0, ROW)), 0, palette(ui).key);
        }
        let width = body.width() - 8.0;
        let kind = if selected { TextKind::Strong } else { TextKind::Body };
        one_line(ui, body.min + vec2(0.0, 4.0), &format!("{}  {name}", index + 1), kind, width);
        let state_kind = if lacks { TextKind::SmallStrong } else { TextKind::Small };
        let below = body.min + vec2(0.0, 31.0);
        let state = ja_layout(ui, state, state_kind, state_kind.color(palette(ui)), f32::INFINITY);
        let state_left = body.right() - state.size().x - 8.0;
        let room = state_left - below.x - 6.0;
        let is_too_long = ja_layout(ui, &grades, TextKind::Small, palette(ui).text, f32::INFINITY).size().x > room;
        one_line(ui, below, &if is_too_long { short_grades(item) } else { grades }, TextKind::Small, room);
        ui.painter().galley(pos2(state_left, below.y), state, palette(ui).text_body);
    }
    let mut marked = cx.page.items.marked.contains(&item.id);
    let place = Rect::from_min_size(rect.min + vec2(10.0, (ROW - tokens::RADIO) / 2.0), egui::Vec2::splat(tokens::RADIO));
    let checkbox = ui.scope(|ui| {
        ui.spacing_mut().interact_size = place.size();
        ui.place(place, Checkbox::without_text(&mut marked))
    });
    let checkbox = checkbox.inner;
    let label = words::select_name(&name, lang);
    checkbox.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), marked, &label));
    if checkbox.changed() {
        if marked {
            cx.page.items.marked.insert(item.id.clone());
        } else {
            cx.page.items.marked.remove(&item.id);
        }
    }
    if response.clicked() {
        cx.page.items.selected = Some(item.id.clone());
        response.request_focus();
    }
    response
}

/// 機密性2・完全性1・可用性1, or what is not graded.
fn grades(item: &InformationItem, lang: Lang) -> String {
    let confidentiality = match item.confidentiality_grade {
        ConfidentialityGrade::NotGraded => format!("{}－", Objective::Confidentiality.label(lang)),
        graded => graded.label(lang).to_owned(),
    };
    let other = |grade: Grade, objective: Objective| match grade {
        Grade::NotGraded => format!("{}－", objective.label(lang)),
        graded => labels::grade(graded, objective, lang),
    };
    let integrity = other(item.integrity_grade, Objective::Integrity);
    let availability = other(item.availability_grade, Objective::Availability);
    format!("{confidentiality} {integrity} {availability}")
}

/// The same by the letters that the questions have, where there is no room for words: C2 I1 A1.
fn short_grades(item: &InformationItem) -> String {
    let confidentiality = match item.confidentiality_grade {
        ConfidentialityGrade::NotGraded => "－",
        ConfidentialityGrade::One => "1",
        ConfidentialityGrade::Two => "2",
        ConfidentialityGrade::Three => "3",
    };
    let other = |grade: Grade| match grade {
        Grade::NotGraded => "－",
        Grade::One => "1",
        Grade::Two => "2",
    };
    format!("C{confidentiality} I{} A{}", other(item.integrity_grade), other(item.availability_grade))
}

fn one_line(ui: &Ui, at: egui::Pos2, text: &str, kind: TextKind, width: f32) {
    let mut job = job_of(drawn(text).into_owned(), kind, kind.color(palette(ui)), f32::INFINITY);
    job.break_on_newline = false;
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(20.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(at, galley, kind.color(palette(ui)));
}

/// ↑↓ select the neighbour, with Alt they move the item.
fn keys(ui: &Ui, cx: &mut StepContext<'_>, response: &Response, item: &InformationItem, ids: &[Id], index: usize) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter { vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::ALT, Key::ArrowDown) {
        return cx.edit(Edit::MoveItem(item.id.clone(), 1));
    }
    if pressed(Modifiers::ALT, Key::ArrowUp) {
        return cx.edit(Edit::MoveItem(item.id.clone(), -1));
    }
    let neighbour = if pressed(Modifiers::NONE, Key::ArrowDown) {
        index.checked_add(1)
    } else if pressed(Modifiers::NONE, Key::ArrowUp) {
        index.checked_sub(1)
    } else {
        None
    };
    let Some(neighbour) = neighbour else { return };
    if let (Some(id), Some(item)) = (ids.get(neighbour), cx.record.items.get(neighbour)) {
        ui.memory_mut(|memory| memory.request_focus(*id));
        cx.page.items.selected = Some(item.id.clone());
    }
}
