//! The table: a column of questions that stays, and the items beside it, of which only those in view are laid out.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Galley, Pos2, Rangef, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::cell;
use super::columns::{column_width, lefts};
use super::question::{question_text, row_line, take, unasked};
use super::sheet::{Column, Content, Sheet, cell_field, cell_id};
use crate::text::steps_finish::objective as words;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    comment_corner, drawn, ja_label, ja_layout, job_of, name_with_comments, reveal_under_head, small_button, under_head,
};
use crate::window::{StepContext, Topic};

/// Below this width, in points, one item is answered at a time.
pub(super) const LEAST_WIDTH: f32 = 700.0;

const PADDING: f32 = 9.0;
const LINE_UNDER_QUESTION: f32 = 26.0;

/// Where everything of the table lies, measured anew in each frame.
struct Layout {
    question_width: f32,
    column_width: f32,
    head_height: f32,
    /// One for each question.
    rows: Vec<RowLayout>,
    proposal_height: f32,
}

struct RowLayout {
    /// Top edge, from the top of the table.
    top: f32,
    height: f32,
    text: Arc<Galley>,
}

impl Layout {
    fn of(ui: &Ui, sheet: &Sheet<'_>) -> Self {
        let width = ui.available_width();
        let question_width = (width * 0.36).clamp(220.0, 330.0);
        let column_width = column_width(sheet.columns.len(), width - question_width);
        let line = if sheet.columns.len() > 1 { LINE_UNDER_QUESTION } else { 0.0 };
        let names = sheet.columns.iter().map(|column| head_text(ui, sheet, column, column_width).size().y);
        let head_height = names.fold(0.0, f32::max) + small_line(ui) + 2.0 * PADDING;
        let mut top = head_height;
        let rows = sheet.rows.iter().map(|row| {
            let text = question_text(ui, row.question, question_width - 2.0 * PADDING, sheet.lang);
            let line = if row.is_derived() { LINE_UNDER_QUESTION } else { line };
            let options = if row.is_derived() {
                tokens::TARGET_HEIGHT
            } else {
                cell::height(ui, &row.segments, column_width - 2.0 * PADDING, sheet.lang)
            };
            let height = (text.size().y + line).max(options) + 2.0 * PADDING;
            top += height;
            RowLayout { top: top - height, height, text }
        });
        let rows = rows.collect();
        Self { question_width, column_width, head_height, rows, proposal_height: 0.0 }
    }

    fn proposals_top(&self) -> f32 {
        self.rows.last().map_or(self.head_height, |row| row.top + row.height)
    }

    fn height(&self) -> f32 {
        self.proposals_top() + self.proposal_height
    }
}

pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>) {
    let mut layout = Layout::of(ui, sheet);
    let room = ui.available_width() - layout.question_width;
    let all_columns: f32 = sheet.columns.iter().map(|_| layout.column_width).sum();
    let scrolls = all_columns > room + 0.5;
    if scrolls {
        pager(ui, cx, sheet, layout.column_width, room);
    }
    let page = &mut cx.page.objective;
    page.room = room;
    page.offset = page.offset.clamp(0.0, (all_columns - room).max(0.0));
    let set_offset = std::mem::take(&mut page.scroll) || page.shown != Some(sheet.objective);
    page.shown = Some(sheet.objective);
    let offset = page.offset;

    let in_view: Vec<(f32, &Column<'_>, usize)> = {
        // One column beyond either edge is laid out too, so that Tab finds it.
        let near = Rangef::new(offset - layout.column_width, offset + room + layout.column_width);
        let columns = lefts(sheet, layout.column_width).zip(&sheet.columns).zip(0..);
        let columns = columns.map(|((left, column), index)| (left, column, index));
        columns.filter(|(left, ..)| near.contains(*left) || near.contains(left + layout.column_width)).collect()
    };
    let proposals: Vec<Vec<(Arc<Galley>, egui::Color32)>> =
        in_view.iter().map(|(_, column, _)| proposal_lines(ui, sheet, column, layout.column_width)).collect();
    let tallest = proposals.iter().map(|lines| lines.iter().map(|(line, _)| line.size().y + 2.0).sum()).fold(0.0, f32::max);
    layout.proposal_height = tallest + 2.0 * PADDING;

    let bar = if scrolls { ui.spacing().scroll.bar_width + 8.0 } else { 0.0 };
    let width = layout.question_width + all_columns.min(room);
    let (_, table) = ui.allocate_space(vec2(width, layout.height() + bar));
    let right = Rect::from_min_max(pos2(table.left() + layout.question_width, table.top()), table.max);

    let mut columns = ui.new_child(
        UiBuilder::new()
            .id_salt("items")
            .max_rect(right)
            .accessibility_role(Role::Table)
            .accessibility_label(words::title(sheet.objective, sheet.lang)),
    );
    columns.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let mut area = ScrollArea::horizontal().id_salt("matrix").auto_shrink(false).content_margin(0);
    if set_offset {
        area = area.horizontal_scroll_offset(offset);
    }
    let mut reveal = None;
    let shown = area.show(&mut columns, |ui| {
        let origin = ui.max_rect().min;
        ui.allocate_space(vec2(all_columns, layout.height()));
        let whole = Rect::from_min_size(origin, vec2(all_columns, layout.height()));
        let head_rect =
            Rect::from_min_size(pos2(whole.left(), head_top(ui, &layout, whole)), vec2(all_columns, layout.head_height));
        under_head(ui, head_rect, |ui| {
            for (index, row) in layout.rows.iter().enumerate() {
                for (left, column, column_index) in &in_view {
                    let at = pos2(origin.x + left, origin.y + row.top);
                    let rect = Rect::from_min_size(at, vec2(layout.column_width, row.height));
                    if body_cell(ui, cx, sheet, (index, *column_index), column, rect) {
                        // The head stays in view and would cover a cell that is only just in view.
                        reveal = Some(Rect::from_min_max(rect.min - vec2(0.0, layout.head_height), rect.max));
                    }
                }
            }
            for ((left, column, _), lines) in in_view.iter().zip(&proposals) {
                let at = pos2(origin.x + left, origin.y + layout.proposals_top());
                let size = vec2(layout.column_width, layout.proposal_height);
                proposal_cell(ui, sheet, column, lines, Rect::from_min_size(at, size));
            }
        });
        grid(ui, &layout, whole, in_view.iter().map(|(left, ..)| origin.x + left));
        head(ui, sheet, &layout, whole, &in_view);
    });
    cx.page.objective.offset = shown.state.clamped_offset().x;
    if let Some(reveal) = reveal {
        // Asked for out here: a scroll area keeps what is asked for inside, also for the direction in which it does not scroll.
        ui.scroll_to_rect(reveal, None);
    }

    let left = Rect::from_min_size(table.min, vec2(layout.question_width, layout.height()));
    questions(ui, cx, sheet, &layout, left);
}

/// Which items are in view, and the way to the others without a wheel.
fn pager(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, column_width: f32, room: f32) {
    let page = &mut cx.page.objective;
    let is_shown = |left: &f32| *left >= page.offset - 1.0 && left + column_width <= page.offset + room + 1.0;
    let mut shown = lefts(sheet, column_width).zip(1..).filter(|(left, _)| is_shown(left)).map(|(_, place)| place);
    let first = shown.next().unwrap_or(1);
    let last = shown.last().unwrap_or(first);
    let all = sheet.columns.len();
    ui.horizontal(|ui| {
        ja_label(ui, &words::columns_shown(first, last, all, sheet.lang), TextKind::Small);
        let step = column_width * f32::from(u16::try_from(last + 1 - first).unwrap_or(1));
        if ui.add_enabled_ui(first > 1, |ui| small_button(ui, words::previous_items(sheet.lang))).inner.clicked() {
            page.offset = (page.offset - step).max(0.0);
            page.scroll = true;
        }
        if ui.add_enabled_ui(last < all, |ui| small_button(ui, words::next_items(sheet.lang))).inner.clicked() {
            page.offset += step;
            page.scroll = true;
        }
    });
    ui.add_space(4.0);
}

/// Shows one cell. Returns whether it got the focus and is to be scrolled to.
fn body_cell(
    ui: &mut Ui,
    cx: &mut StepContext<'_>,
    sheet: &Sheet<'_>,
    at: (usize, usize),
    column: &Column<'_>,
    rect: Rect,
) -> bool {
    let Some(row) = sheet.rows.get(at.0) else { return false };
    let content = row.content(column, sheet.objective, sheet.lang);
    let inner = rect.shrink(PADDING);
    let id = cell_id(row, column);
    if content != Content::Asked {
        let builder = UiBuilder::new().id_salt(id).max_rect(inner).accessibility_role(Role::Cell);
        let mut inner = ui.new_child(builder);
        unasked(&mut inner, cx, &sheet.cell_name(row, column), content, sheet.lang);
        return false;
    }
    let top = rect.center().y - cell::height(ui, &row.segments, inner.width(), sheet.lang) / 2.0;
    let field = cell_field(row, column);
    let spoken = name_with_comments(cx, &field, sheet.cell_name(row, column));
    let name = || spoken.clone();
    comment_corner(ui, cx, &field, id, rect);
    let output = cell::cell(ui, id, pos2(inner.left(), top), inner.width(), &name, &row.segments, row.answer(column), sheet.lang);
    // What was clicked is in view, in the frame of the click and in the next, when the focus has come.
    let came = output.gained_focus && !output.is_clicked && cx.page.objective.focused != Some(id);
    let reveal = came | cx.page.objective.reveal.take_if(|wanted| *wanted == id).is_some();
    take(ui, cx, sheet, at, output);
    reveal
}

fn proposal_lines(ui: &Ui, sheet: &Sheet<'_>, column: &Column<'_>, width: f32) -> Vec<(Arc<Galley>, egui::Color32)> {
    let words = sheet.proposal(column);
    let width = width - 2.0 * PADDING;
    let mut lines = vec![(
        ja_layout(ui, &words.level, TextKind::Strong, words.tone.color(palette(ui)), width),
        words.tone.color(palette(ui)),
    )];
    for line in &words.lines {
        lines.push((ja_layout(ui, line, TextKind::Small, palette(ui).text_body, width), palette(ui).text_body));
    }
    lines
}

fn proposal_cell(ui: &Ui, sheet: &Sheet<'_>, column: &Column<'_>, lines: &[(Arc<Galley>, egui::Color32)], rect: Rect) {
    let id = ui.scope_id().with(("proposal", &column.item.id));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| {
        let words = sheet.proposal(column);
        let name = words::proposal_name(&sheet.column_name(column), &words.level, &words.lines, sheet.lang);
        WidgetInfo::labeled(Role::Label, true, name)
    });
    let mut at = rect.min + vec2(PADDING, PADDING);
    for (line, color) in lines {
        ui.painter().galley(at, Arc::clone(line), *color);
        at.y += line.size().y + 2.0;
    }
}

/// The lines between cells.
fn grid(ui: &Ui, layout: &Layout, whole: Rect, lefts: impl Iterator<Item = f32>) {
    let stroke = palette(ui).line();
    let tops = layout.rows.iter().map(|row| row.top).chain([layout.proposals_top(), layout.height()]);
    for top in tops {
        ui.painter().hline(whole.x_range(), whole.top() + top, stroke);
    }
    for left in lefts {
        ui.painter().vline(left, whole.y_range(), stroke);
    }
    ui.painter().vline(whole.right() - 0.5, whole.y_range(), stroke);
}

/// The top of the head: it stays in view while the table is.
fn head_top(ui: &Ui, layout: &Layout, whole: Rect) -> f32 {
    ui.clip_rect().top().clamp(whole.top(), (whole.bottom() - layout.head_height).max(whole.top()))
}

fn small_line(ui: &Ui) -> f32 {
    ja_layout(ui, "　", TextKind::Small, palette(ui).text, f32::INFINITY).size().y
}

/// The name of an item in at most two lines.
fn head_text(ui: &Ui, sheet: &Sheet<'_>, column: &Column<'_>, width: f32) -> Arc<Galley> {
    let width = width - 2.0 * PADDING;
    let mut job = job_of(drawn(&sheet.column_name(column)).into_owned(), TextKind::Strong, palette(ui).text, width);
    job.wrap.max_rows = 2;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn one_line(ui: &Ui, text: String, width: f32) -> Arc<Galley> {
    let mut job = job_of(drawn(&text).into_owned(), TextKind::Small, palette(ui).text_muted, width);
    job.wrap.max_rows = 1;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn head(ui: &Ui, sheet: &Sheet<'_>, layout: &Layout, whole: Rect, in_view: &[(f32, &Column<'_>, usize)]) {
    let top = head_top(ui, layout, whole);
    let band = Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), layout.head_height));
    // Cells that have gone under the head must not be hit through it.
    ui.interact(band, ui.scope_id().with("head"), Sense::CLICK);
    ui.painter().rect_filled(band, 0, palette(ui).surface);
    for (left, column, _) in in_view {
        let rect = Rect::from_min_size(pos2(whole.left() + left, top), vec2(layout.column_width, layout.head_height));
        let text = head_text(ui, sheet, column, layout.column_width);
        let name = sheet.column_name(column);
        let response = ui.interact(rect, ui.scope_id().with(("head", &column.item.id)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
        if text.elided {
            response.on_hover_text(drawn(&name));
        }
        let below = rect.top() + PADDING + text.size().y;
        ui.painter().galley(rect.min + vec2(PADDING, PADDING), text, palette(ui).text);
        let facts = one_line(ui, sheet.facts(column), layout.column_width - 2.0 * PADDING);
        ui.painter().galley(pos2(rect.left() + PADDING, below), facts, palette(ui).text_muted);
        ui.painter().vline(rect.left(), rect.y_range(), palette(ui).line());
    }
    for y in [band.top(), band.bottom()] {
        ui.painter().hline(band.x_range(), y, palette(ui).line());
    }
    ui.painter().vline(band.right() - 0.5, band.y_range(), palette(ui).line());
}

/// The column of questions, with the head above it and the word 提案 below.
fn questions(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, layout: &Layout, rect: Rect) {
    let part = |top: f32, height: f32| Rect::from_min_size(pos2(rect.left(), rect.top() + top), vec2(rect.width(), height));
    let head = Rect::from_min_size(pos2(rect.left(), head_top(ui, layout, rect)), vec2(rect.width(), layout.head_height));
    under_head(ui, head, |ui| {
        for (row, placed) in sheet.rows.iter().zip(&layout.rows) {
            let rect = part(placed.top, placed.height);
            let response = ui.interact(rect, ui.scope_id().with(("question", &row.question.id)), Sense::CLICK);
            let name = || format!("{}  {}", row.question.id, row.question.text.text(sheet.lang));
            response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, name()));
            if response.clicked() {
                *cx.guidance = Topic::Question(row.question.id.clone());
            }
            let inner = rect.shrink(PADDING);
            ui.painter().galley(inner.min, Arc::clone(&placed.text), palette(ui).text);
            let line = Rect::from_min_max(pos2(inner.left(), inner.top() + placed.text.size().y + 2.0), inner.max);
            let mut line = ui.new_child(UiBuilder::new().id_salt(("line", &row.question.id)).max_rect(line));
            row_line(&mut line, cx, sheet, row);
        }
    });
    reveal_under_head(ui, head);
    let proposal = part(layout.proposals_top(), layout.proposal_height);
    ui.painter().rect_filled(proposal, 0, palette(ui).surface);
    let inner = proposal.shrink(PADDING);
    let mut label = ui.new_child(UiBuilder::new().id_salt("proposal").max_rect(inner));
    ja_label(&mut label, words::proposal(sheet.lang), TextKind::Strong);
    grid(ui, layout, rect, [rect.left()].into_iter());

    let title = words::questions_head(sheet.objective, sheet.lang);
    let response = ui.interact(head, ui.scope_id().with("questions head"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, title));
    ui.painter().rect_filled(head, 0, palette(ui).surface);
    let text = ja_layout(ui, title, TextKind::Strong, palette(ui).text, head.width() - 2.0 * PADDING);
    let at: Pos2 = head.min + vec2(PADDING, PADDING);
    ui.painter().galley(at, text, palette(ui).text);
    ui.painter().rect_stroke(head, 0, palette(ui).line(), egui::StrokeKind::Middle);
}
