//! The items as a table that is filled: a row for each, with what is short; heads that stay, and of the rows only those in view with all
//! their cells.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Checkbox, Id, Rect, ScrollArea, Sense, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use super::columns::{Column, LEAD, columns, fields, place_of};
use super::item::{name_or_none, row_id};
use super::{choice, keys};
use crate::judgement::Severity;
use crate::record::{Field, InformationItem, ItemField, ItemFieldKind, ItemId};
use crate::text::Label as _;
use crate::text::steps_start::items as words;
use crate::window::StepContext;
use crate::window::steps::suggestions::{Choosing, menu_of_words};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    Icon, comment_corner, field_id, ja_label, ja_layout, paint_icon, reveal_under_head, text_cell, under_head, why_only_read,
};

const ROW: f32 = tokens::FIELD_HEIGHT;
const HEAD: f32 = 36.0;
/// The least and the most rows that are in view at once.
const ROWS_IN_VIEW: [f32; 2] = [3.0, 8.0];
/// A page of which less is seen than this, in points, has no room for rows that scroll by themselves.
const LOW: f32 = 360.0;
const CHECKBOX: f32 = 36.0;
/// How far the ring of the focus reaches beyond a cell, in points.
const RING: f32 = 7.0;
/// How many frames the rows may take to scroll to the one in focus.
pub(super) const PATIENCE: u8 = 9;
/// In which of these frames the page is asked to scroll.
const EVERY: u8 = 3;
/// How many frames it is to stay in view before that is taken for settled.
const SETTLES: u8 = 3;

/// Shows the table. Returns the attributes that are written in it.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) -> Vec<ItemField> {
    let record = cx.record;
    let (count, width) = (record.items.len(), ui.available_width());
    let height = offset_of(count);
    let [least, most] = ROWS_IN_VIEW.map(|rows| rows * ROW);
    // Where little is seen of the page, the rows scroll with it.
    let seen = ui.clip_rect().height();
    let most = if seen < LOW { height.max(ROW) } else { (seen * 0.5).clamp(least, most) };
    let bar = if height > most { ui.spacing().scroll.bar_width + 8.0 } else { 0.0 };
    let columns = columns(ui, width - bar, cx.lang);
    let fields = fields(&columns);
    let focused = ui.memory(egui::Memory::focused);
    let at = focused.and_then(|id| place_of(record, &fields, id));
    if let Some(at) = at {
        keys::of_cell(ui, cx, &fields, at);
    }
    let (_, natural) = ui.allocate_space(vec2(width - bar, HEAD));
    // The first row follows at once.
    ui.add_space(-ui.spacing().item_spacing.y);
    // The head stays in view while the table is.
    let lowest = (natural.top() + height.min(most)).max(natural.top());
    let head = natural.translate(vec2(0.0, ui.clip_rect().top().clamp(natural.top(), lowest) - natural.top()));
    let rows = under_head(ui, head, |ui| rows(ui, cx, &columns, vec2(width - bar, height), most));
    heads(ui, cx, &columns, head);
    reveal_under_head(ui, head);
    if let Some((row, _)) = at {
        show_row(ui, cx, head, &rows, row);
    }
    fields
}

/// Has the page show the row that just got the focus, and the head over it. The rows scroll to it by themselves, which may take some
/// frames.
fn show_row(ui: &Ui, cx: &mut StepContext<'_>, head: Rect, rows: &Rows, row: usize) {
    let Some(left) = cx.page.items.showing.checked_sub(1) else { return };
    let top = rows.view.top() - rows.offset + offset_of(row);
    let row = Rect::from_min_size(pos2(rows.view.left(), top), vec2(rows.view.width(), ROW));
    let is_shown = row.top() >= head.bottom() - 1.0 && row.bottom() + RING <= ui.clip_rect().bottom();
    let is_there = rows.view.expand(1.0).contains_rect(row);
    // What else scrolls to the focus comes a frame later.
    cx.page.items.showing = if is_shown && is_there { left.min(SETTLES) } else { left };
    // What is asked for in a frame is done in the next, and asked for again meanwhile it would be done twice.
    if !is_shown && is_there && left.is_multiple_of(EVERY) {
        let above = Rect::from_min_max(row.min - vec2(0.0, HEAD), row.max + vec2(0.0, RING));
        ui.scroll_to_rect(above, None);
    }
    if cx.page.items.showing > 0 {
        ui.ctx().request_repaint();
    }
}

/// Where the rows are seen, and how far they are scrolled.
struct Rows {
    view: Rect,
    offset: f32,
}

/// The top of a row below that of the first.
fn offset_of(row: usize) -> f32 {
    ROW * f32::from(u16::try_from(row).unwrap_or(u16::MAX))
}

/// The rows, of which those in view are shown with all their cells. Returns where they stand.
fn rows(ui: &mut Ui, cx: &mut StepContext<'_>, columns: &[Column], size: Vec2, most: f32) -> Rows {
    let (record, lang) = (cx.record, cx.lang);
    let with_findings = items_with_findings(cx);
    let focused = ui.memory(egui::Memory::focused);
    let wanted = cx.page.items.reveal.take();
    let shown = ScrollArea::vertical().id_salt("items").max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        let origin = ui.max_rect().min;
        ui.allocate_space(size);
        let builder = UiBuilder::new().id_salt("table").max_rect(Rect::from_min_size(origin, size));
        let mut table = ui.new_child(builder.accessibility_role(Role::Table).accessibility_label(words::list(lang)));
        let near = table.clip_rect().expand(ROW);
        for (index, item) in record.items.iter().enumerate() {
            let rect = Rect::from_min_size(origin + vec2(0.0, offset_of(index)), vec2(size.x, ROW));
            let to_name = cx.page.items.name_to_focus.as_ref() == Some(&item.id);
            let leads_here = matches!(cx.target, Some(Field::Item(id, _)) if *id == item.id);
            let is_wanted = to_name || wanted.as_ref() == Some(&item.id);
            let has_focus = || columns.iter().any(|column| Some(cell_id(item, column.field)) == focused);
            let in_view = near.intersects(rect) || is_wanted || leads_here || has_focus();
            row(&mut table, cx, item, index, columns, rect, in_view, with_findings.contains(&item.id));
            if to_name {
                cx.page.items.name_to_focus = None;
                let name = cell_id(item, ItemField::Name);
                table.memory_mut(|memory| memory.request_focus(name));
                table.ctx().request_repaint();
            }
            if is_wanted {
                ui.scroll_to_rect(rect, None);
            }
        }
    });
    Rows { view: shown.inner_rect, offset: shown.state.clamped_offset().y }
}

fn cell_id(item: &InformationItem, field: ItemField) -> Id {
    field_id(&Field::Item(item.id.clone(), field))
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

#[expect(clippy::too_many_arguments, reason = "a row is all of this")]
fn row(
    ui: &mut Ui,
    cx: &mut StepContext<'_>,
    item: &InformationItem,
    index: usize,
    columns: &[Column],
    rect: Rect,
    in_view: bool,
    lacks: bool,
) {
    let selected = cx.page.items.selected.as_ref() == Some(&item.id);
    if in_view {
        let fill = if selected { palette(ui).chosen_ground } else { palette(ui).page };
        ui.painter().rect(rect, 0, fill, palette(ui).line(), StrokeKind::Middle);
        if selected {
            ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(tokens::BAR, ROW)), 0, palette(ui).key);
        }
    }
    let name = name_or_none(item.name.as_str(), cx).to_owned();
    let builder = UiBuilder::new().id_salt(&item.id).max_rect(rect).accessibility_role(Role::Row);
    let mut row = ui.new_child(builder);
    if in_view {
        mark(&mut row, cx, item, &name, rect);
    }
    head_of_row(&mut row, cx, item, index, &name, rect, lacks);
    if !in_view {
        return;
    }
    for column in columns {
        let cell = Rect::from_min_size(pos2(rect.left() + column.left, rect.top()), vec2(column.width, ROW));
        row.painter().vline(cell.left(), cell.y_range(), palette(&row).line());
        let spoken = words::attribute_of(column.field, &name, cx.lang);
        match column.field.kind() {
            ItemFieldKind::Text => text(&mut row, cx, item, column.field, &spoken, cell),
            _ => choice::cell(&row, cx, item, column.field, &spoken, cell.shrink(1.0)),
        }
    }
}

fn text(ui: &mut Ui, cx: &mut StepContext<'_>, item: &InformationItem, attribute: ItemField, spoken: &str, cell: Rect) {
    let field = Field::Item(item.id.clone(), attribute);
    let mut inner = cell.shrink(1.0);
    if attribute == ItemField::PersonalData && why_only_read(ui).is_none() {
        let arrow = Rect::from_min_max(pos2(inner.right() - tokens::RADIO, inner.top()), inner.max);
        inner.max.x = arrow.left();
        menu_of_words(ui, cx, &field, attribute.label(cx.lang), words::PERSONAL_DATA, Choosing::Appends, arrow);
    }
    text_cell(ui, cx, &field, spoken, inner);
    comment_corner(ui, cx, &field, field_id(&field), cell);
}

/// The box that marks an item for a change of many.
fn mark(ui: &mut Ui, cx: &mut StepContext<'_>, item: &InformationItem, name: &str, rect: Rect) {
    let mut marked = cx.page.items.marked.contains(&item.id);
    let place = Rect::from_min_size(rect.min + vec2(8.0, (ROW - tokens::RADIO) / 2.0), Vec2::splat(tokens::RADIO));
    let checkbox = ui.scope(|ui| {
        ui.spacing_mut().interact_size = place.size();
        ui.place(place, Checkbox::without_text(&mut marked))
    });
    let checkbox = checkbox.inner;
    let label = words::select_name(name, cx.lang);
    checkbox.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), marked, &label));
    if checkbox.changed() {
        if marked {
            cx.page.items.marked.insert(item.id.clone());
        } else {
            cx.page.items.marked.remove(&item.id);
        }
    }
}

/// Number and state of a row: a click, or the arrows, select the item.
fn head_of_row(ui: &mut Ui, cx: &mut StepContext<'_>, item: &InformationItem, index: usize, name: &str, rect: Rect, lacks: bool) {
    let place = Rect::from_min_max(pos2(rect.left() + CHECKBOX, rect.top()), pos2(rect.left() + LEAD, rect.bottom()));
    let response = ui.interact(place, row_id(&item.id), Sense::click());
    let selected = cx.page.items.selected.as_ref() == Some(&item.id);
    let state = if lacks { words::missing(cx.lang) } else { words::complete(cx.lang) };
    response.widget_info(|| WidgetInfo::selected(Role::RowHeader, ui.is_enabled(), selected, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(state));
    if ui.is_rect_visible(place) {
        if response.hovered() {
            ui.painter().rect_filled(place.shrink(1.0), 0, palette(ui).hover_ground);
        }
        let kind = if selected { TextKind::SmallStrong } else { TextKind::Small };
        let number = ja_layout(ui, &(index + 1).to_string(), kind, palette(ui).text, f32::INFINITY);
        let at = pos2(place.left() + 22.0 - number.size().x, place.center().y - number.size().y / 2.0);
        ui.painter().galley(at, number, palette(ui).text);
        let (icon, color) = if lacks { (Icon::Attention, palette(ui).warning) } else { (Icon::Check, palette(ui).success) };
        let center = pos2(place.right() - 14.0, place.center().y);
        paint_icon(ui.painter(), icon, center, tokens::ICON_SMALL, color, palette(ui).page);
    }
    keys::of_row(ui, cx, &response, index);
    if response.clicked() {
        cx.page.items.selected = Some(item.id.clone());
        response.request_focus();
    }
    response.on_hover_text(format!("{name}\n{state}"));
}

/// The heads of the columns.
fn heads(ui: &Ui, cx: &StepContext<'_>, columns: &[Column], band: Rect) {
    // Cells that have gone under the head must not be hit through it.
    ui.interact(band, ui.scope_id().with("items head"), Sense::CLICK);
    ui.painter().rect(band, 0, palette(ui).surface, palette(ui).line(), StrokeKind::Middle);
    for column in columns {
        let cell = Rect::from_min_size(pos2(band.left() + column.left, band.top()), vec2(column.width, HEAD));
        let response = ui.interact(cell, ui.scope_id().with(("items head", column.field)), Sense::hover());
        let (title, whole) = (words::column(column.field, cx.lang), column.field.label(cx.lang));
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, whole));
        let text = ja_layout(ui, title, TextKind::SmallStrong, palette(ui).text, f32::INFINITY);
        let at = cell.left_center() + vec2(crate::window::widgets::CELL_MARGIN, -text.size().y / 2.0);
        ui.painter().galley(at, text, palette(ui).text);
        ui.painter().vline(cell.left(), cell.y_range(), palette(ui).line());
        if title != whole {
            response.on_hover_text(whole);
        }
    }
}

/// What the grades mean, and what can be done in the table by the keyboard.
pub(super) fn hint(ui: &mut Ui, cx: &StepContext<'_>) {
    ja_label(ui, words::grade_hint(cx.lang), TextKind::Small);
    if why_only_read(ui).is_none() {
        ja_label(ui, words::table_keys(cx.lang), TextKind::Small);
    }
}
