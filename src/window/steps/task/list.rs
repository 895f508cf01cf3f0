//! The entries of the 対象業務一覧 as rows of one radio group.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Galley, Id, Key, Modifiers, Rect, Response, Sense, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::catalogue::TargetTask;
use crate::record::{Edit, Field, TaskChoice, TaskId};
use crate::text::steps_start::task as words;
use crate::text::{Label as _, Lang, Query};
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    Tone, field_id, forward_focus, guide_on_focus, is_taken_back_by_key, ja_label, ja_layout, message_text, radio_circle,
    row_fill, sense_of_choice, tell_only_read, why_only_read,
};
use crate::window::{StepContext, Topic};

const PADDING: f32 = 9.0;
const CIRCLE: f32 = 34.0;
const SERVICE: f32 = 200.0;
/// Below this width the service and the mark stand under the task.
const TABLE_WIDTH: f32 = 560.0;

/// Shows the entries that the search finds. With `focus_first` the first of them gets the focus.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, focus_first: bool) {
    let lang = cx.lang;
    let catalogue = cx.catalogue;
    let query = Query::new(&cx.page.task.search);
    let found: Vec<&TargetTask> = catalogue.tasks.iter().filter(|task| query.finds(texts(task))).collect();
    if !query.is_empty() {
        let count = ja_label(ui, &words::count(found.len(), catalogue.tasks.len(), lang), TextKind::Small);
        ui.ctx().accesskit_node_builder(count.id, |node| node.set_live(egui::accesskit::Live::Polite));
    }
    if found.is_empty() {
        message_text(ui, Tone::Neutral, words::nothing_found(lang));
        return;
    }
    let marks = found.iter().map(|task| mark(ui, task, lang).size().x).fold(0.0, f32::max);
    let columns = Columns::of(ui.available_width(), marks + 2.0 * PADDING + 12.0);
    let chosen = match &cx.record.task {
        TaskChoice::Listed(id) => Some(id.clone()),
        _ => None,
    };
    let none_of_the_list = matches!(cx.record.task, TaskChoice::Unknown | TaskChoice::NotListed | TaskChoice::AgencyEntry { .. });
    let shown = found.iter().find(|task| chosen.as_ref() == Some(&task.id)).or(found.first());
    if let Some(task) = shown.filter(|_| !none_of_the_list) {
        forward_focus(ui, field_id(&Field::Task), row_id(&task.id));
    }
    let builder =
        UiBuilder::new().id_salt("target tasks").accessibility_role(Role::RadioGroup).accessibility_label(words::list(lang));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        head(ui, columns, lang);
        let ids: Vec<Id> = found.iter().map(|task| row_id(&task.id)).collect();
        let mut group = "";
        for ((index, task), id) in found.iter().enumerate().zip(&ids) {
            if query.is_empty() && task.group.text(lang) != group {
                group = task.group.text(lang);
                group_head(ui, group);
            }
            let response = row(ui, columns, task, *id, chosen.as_ref() == Some(&task.id), lang);
            if response.clicked() && chosen.as_ref() != Some(&task.id) {
                cx.edit(Edit::ChooseTask(TaskChoice::Listed(task.id.clone())));
            }
            if is_taken_back_by_key(ui, *id, chosen.as_ref() == Some(&task.id)) {
                cx.edit(Edit::ChooseTask(TaskChoice::NotChosen));
            }
            if response.clicked() || focus_first && index == 0 {
                response.request_focus();
            }
            move_focus(ui, &response, &ids, index);
            guide_on_focus(ui, cx, *id, || Topic::Task(task.id.clone()));
        }
    });
    ui.add_space(6.0);
}

/// All that is searched: task, service, group, id and typical information in both languages.
fn texts(task: &TargetTask) -> Vec<&str> {
    let both = [&task.task, &task.service, &task.group, &task.explanation];
    let information = task.typical_information.iter().flat_map(|information| [&information.name, &information.description]);
    let mut texts = vec![task.id.as_str()];
    for text in both.into_iter().chain(information) {
        texts.extend([text.ja.as_str(), text.en.as_str()]);
    }
    texts
}

fn row_id(task: &TaskId) -> Id {
    Id::unique(("target task", task))
}

/// ↑↓ go from row to row; Enter or Space chooses, as with every button.
fn move_focus(ui: &Ui, response: &Response, ids: &[Id], index: usize) {
    if !response.has_focus() {
        return;
    }
    let filter = egui::EventFilter { vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let next = if pressed(Key::ArrowDown) {
        ids.get(index + 1)
    } else if pressed(Key::ArrowUp) {
        index.checked_sub(1).and_then(|above| ids.get(above))
    } else {
        None
    };
    if let Some(id) = next {
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
}

#[derive(Clone, Copy)]
struct Columns {
    width: f32,
    task: f32,
    table: bool,
}

impl Columns {
    fn of(width: f32, wording: f32) -> Self {
        let table = width >= TABLE_WIDTH;
        let beside = if table { SERVICE + wording } else { 0.0 };
        Self { width, task: width - CIRCLE - beside, table }
    }
}

fn head(ui: &mut Ui, columns: Columns, lang: Lang) {
    if !columns.table {
        return;
    }
    let (_, rect) = ui.allocate_space(vec2(columns.width, 34.0));
    ui.painter().rect_filled(rect, 0, palette(ui).surface);
    let service = rect.left() + CIRCLE + columns.task;
    let titles = [
        (rect.left() + CIRCLE, words::column_task(lang)),
        (service, words::column_service(lang)),
        (service + SERVICE, words::column_wording(lang)),
    ];
    for (left, title) in titles {
        let galley = ja_layout(ui, title, TextKind::Strong, palette(ui).text, f32::INFINITY);
        let at = pos2(left + PADDING, rect.center().y - galley.size().y / 2.0);
        ui.place(Rect::from_min_size(at, galley.size()), egui::Label::new(galley));
    }
    lines(ui, rect, columns);
}

fn group_head(ui: &mut Ui, group: &str) {
    let galley = ja_layout(ui, group, TextKind::SmallStrong, palette(ui).text_body, f32::INFINITY);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), galley.size().y + 8.0));
    ui.painter().rect(rect, 0, palette(ui).surface_soft, palette(ui).line(), StrokeKind::Middle);
    ui.place(Rect::from_min_size(rect.min + vec2(PADDING, 4.0), galley.size()), egui::Label::new(galley));
}

fn row(ui: &mut Ui, columns: Columns, task: &TargetTask, id: Id, chosen: bool, lang: Lang) -> Response {
    let lay = |ui: &Ui, text: &str, kind: TextKind, width: f32| {
        ja_layout(ui, text, kind, kind.color(palette(ui)), width - 2.0 * PADDING)
    };
    let name = lay(ui, task.task.text(lang), TextKind::Body, columns.task);
    let service_width = if columns.table { SERVICE } else { columns.task };
    let service = lay(ui, task.service.text(lang), TextKind::Strong, service_width);
    let mark = mark(ui, task, lang);
    let text_height =
        if columns.table { name.size().y.max(service.size().y) } else { name.size().y + service.size().y + mark.size().y + 8.0 };
    let (_, rect) = ui.allocate_space(vec2(columns.width, text_height + 2.0 * PADDING));
    let why = why_only_read(ui);
    let response = ui.interact(rect, id, sense_of_choice(why, Sense::click()));
    let spoken = words::row_name(task.task.text(lang), task.service.text(lang), task.task_basis.mark.label(lang), lang);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &spoken));
    let response = tell_only_read(ui, response, why);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    ui.painter().rect_filled(rect, 0, row_fill(palette(ui), why, chosen, response.hovered()));
    radio_circle(
        ui,
        pos2(rect.left() + CIRCLE / 2.0, if columns.table { rect.center().y } else { rect.top() + PADDING + 10.0 }),
        chosen,
        false,
    );
    let left = rect.left() + CIRCLE + PADDING;
    if columns.table {
        let middle = |galley: &Arc<Galley>| rect.center().y - galley.size().y / 2.0;
        let service_left = left + columns.task;
        ui.painter().galley(pos2(left, middle(&name)), name.clone(), palette(ui).text_body);
        ui.painter().galley(pos2(service_left, middle(&service)), service.clone(), palette(ui).text);
        framed(ui, pos2(service_left + SERVICE, middle(&mark)), mark.clone());
    } else {
        let service_top = rect.top() + PADDING + name.size().y + 2.0;
        ui.painter().galley(pos2(left, rect.top() + PADDING), name.clone(), palette(ui).text_body);
        ui.painter().galley(pos2(left, service_top), service.clone(), palette(ui).text);
        framed(ui, pos2(left, service_top + service.size().y + 4.0), mark.clone());
    }
    lines(ui, rect, columns);
    response
}

fn mark(ui: &Ui, task: &TargetTask, lang: Lang) -> Arc<Galley> {
    ja_layout(ui, task.task_basis.mark.label(lang), TextKind::Small, palette(ui).text_body, f32::INFINITY)
}

fn framed(ui: &Ui, at: egui::Pos2, galley: Arc<Galley>) {
    let text = Rect::from_min_size(at + vec2(5.0, 0.0), galley.size());
    ui.painter().rect_stroke(text.expand2(vec2(5.0, 0.0)), 4, palette(ui).edge(), StrokeKind::Outside);
    ui.painter().galley(text.min, galley, palette(ui).text_body);
}

fn lines(ui: &Ui, rect: Rect, columns: Columns) {
    let stroke = palette(ui).line();
    ui.painter().rect_stroke(rect, 0, stroke, StrokeKind::Middle);
    if columns.table {
        let service = rect.left() + CIRCLE + columns.task;
        for x in [rect.left() + CIRCLE, service, service + SERVICE] {
            ui.painter().vline(x, rect.y_range(), stroke);
        }
    }
}
