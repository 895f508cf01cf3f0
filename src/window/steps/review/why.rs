//! Why the result is so, as a tree: what the outcome hangs on is open, the rest is one key away.

use egui::accesskit::Role;
use egui::{Pos2, Rect, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::record::Level;
use crate::text::steps_finish::review as words;
use crate::text::{Why, explain, why};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    BARS_WIDTH, Icon, bars_of, ja_label, ja_layout, link_button, paint_bars, paint_icon, section_heading,
};
use crate::window::{Command, StepContext};

/// How far a branch stands to the right of what it belongs to, in points.
const INDENT: f32 = 24.0;

/// Shows the tree.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::why(lang));
    if let Some(outcome) = explain(cx.record, cx.catalogue, cx.judgement, lang).first() {
        ja_label(ui, outcome, TextKind::Body);
    }
    let tree = why(cx.record, cx.catalogue, cx.judgement, lang);
    let name = if cx.page.review.all_open { words::close_all(lang) } else { words::open_all(lang) };
    if link_button(ui, name).clicked() {
        cx.page.review.all_open = !cx.page.review.all_open;
        cx.page.review.turned.clear();
    }
    let builder = UiBuilder::new().accessibility_role(Role::Tree).accessibility_label(words::why(lang));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (number, branch) in tree.iter().enumerate() {
            self::branch(ui, cx, branch, &number.to_string(), 0);
        }
    });
}

fn branch(ui: &mut Ui, cx: &mut StepContext<'_>, why: &Why, path: &str, depth: u8) {
    let at_first = cx.page.review.all_open || why.decides;
    let is_open = at_first != cx.page.review.turned.contains(path);
    if row(ui, why, path, is_open, depth) && !cx.page.review.turned.remove(path) {
        cx.page.review.turned.insert(path.to_owned());
    }
    if !is_open {
        return;
    }
    let indent = f32::from(depth + 1) * INDENT;
    // A leaf says how it came about at once; a branch says it where it is all that there is, or everything is open.
    if why.below.is_empty() || cx.page.review.all_open {
        said(ui, cx, why, path, indent);
    }
    for (number, below) in why.below.iter().enumerate() {
        branch(ui, cx, below, &format!("{path}.{number}"), depth + 1);
    }
}

fn said(ui: &mut Ui, cx: &mut StepContext<'_>, why: &Why, path: &str, indent: f32) {
    let start = ui.cursor().min;
    let width = ui.available_width();
    let place = Rect::from_min_size(start + vec2(indent + 12.0, 0.0), vec2(width - indent - 12.0, f32::INFINITY));
    let mut inside = ui.new_child(UiBuilder::new().id_salt(("said", path)).max_rect(place));
    for sentence in &why.said {
        ja_label(&mut inside, sentence, TextKind::Body);
    }
    if let Some(field) = &why.field {
        let link = link_button(&mut inside, words::to_decision(cx.lang));
        if link.accessible_name(words::to_decision_of(&why.title, cx.lang)).clicked() {
            cx.command(Command::JumpTo(field.clone()));
        }
    }
    let height = inside.min_rect().height();
    let bar = Rect::from_min_size(start + vec2(indent, 0.0), vec2(2.0, height));
    ui.painter().rect_filled(bar, 0, palette(ui).border);
    ui.advance_cursor_after_rect(Rect::from_min_size(start, vec2(width, height + 4.0)));
}

/// One line: what it is about, what was lowered or raised in it, what came of it. Returns whether it was turned.
fn row(ui: &mut Ui, why: &Why, path: &str, is_open: bool, depth: u8) -> bool {
    let colors = palette(ui);
    let color = match why.level {
        Some(level) if level.is_assessed() && level.floor() == Level::Low => colors.success,
        Some(level) if level.is_assessed() => colors.warning,
        _ => colors.text,
    };
    let value = ja_layout(ui, &why.value, TextKind::Strong, color, f32::INFINITY);
    let mark = ja_layout(ui, &why.mark, TextKind::SmallStrong, colors.warning, f32::INFINITY);
    let left = f32::from(depth) * INDENT;
    let bars = why.level.map_or(0.0, |_| BARS_WIDTH + 6.0);
    let beside = value.size().x + bars + if why.mark.is_empty() { 0.0 } else { mark.size().x + 10.0 };
    let width = ui.available_width();
    let title = ja_layout(ui, &why.title, TextKind::Body, colors.text, (width - left - 24.0 - beside - 12.0).max(80.0));
    let size = vec2(width, tokens::TARGET_HEIGHT.max(title.size().y + 8.0));
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, ui.scope_id().with(("why", path)), Sense::click());
    let name =
        [why.title.as_str(), &why.mark, &why.value].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    response.widget_info(|| WidgetInfo::labeled(Role::TreeItem, ui.is_enabled(), &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(is_open);
        node.set_level(usize::from(depth) + 1);
    });
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 0, colors.hover_ground);
    }
    let y = rect.center().y;
    let icon = if is_open { Icon::Down } else { Icon::Right };
    paint_icon(painter, icon, Pos2::new(rect.left() + left + 9.0, y), tokens::ICON_SMALL, colors.text, colors.page);
    painter.galley(Pos2::new(rect.left() + left + 24.0, y - title.size().y / 2.0), title, colors.text);
    let mut right = rect.right() - value.size().x;
    painter.galley(Pos2::new(right, y - value.size().y / 2.0), value, color);
    if let Some(level) = why.level {
        right -= BARS_WIDTH + 6.0;
        paint_bars(painter, Pos2::new(right + BARS_WIDTH / 2.0, y), bars_of(level), color);
    }
    if !why.mark.is_empty() {
        painter.galley(Pos2::new(right - mark.size().x - 10.0, y - mark.size().y / 2.0), mark, colors.warning);
    }
    response.clicked()
}
