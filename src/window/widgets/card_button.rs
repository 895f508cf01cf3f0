//! A button as a card: what it does, and a sentence on it. Outlined, as wide as its place.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{CursorIcon, Galley, Pos2, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::ja_layout;
use crate::window::theme::{TextKind, palette, tokens};

const PADDING: f32 = 16.0;
/// For the arrow at the right.
const ARROW: f32 = 24.0;

/// Cards of one height, one below the other: each a title and a note. Returns which was clicked.
pub fn card_buttons<const N: usize>(ui: &mut Ui, cards: [(&str, &str); N]) -> Option<usize> {
    let width = ui.available_width();
    let laid = cards.map(|(title, note)| {
        let room = width - 2.0 * PADDING;
        let head = ja_layout(ui, title, TextKind::Strong, palette(ui).key, room - ARROW);
        (title, note, head, ja_layout(ui, note, TextKind::Small, palette(ui).text_body, room))
    });
    let height = laid.iter().map(|(.., head, below)| head.size().y + below.size().y).fold(0.0, f32::max) + 2.0 * PADDING;
    let mut clicked = None;
    for (index, (title, note, head, below)) in laid.into_iter().enumerate() {
        if card(ui, vec2(width, height), [title, note], &head, &below).clicked() {
            clicked = Some(index);
        }
    }
    clicked
}

fn card(ui: &mut Ui, size: egui::Vec2, [title, note]: [&str; 2], head: &Arc<Galley>, below: &Arc<Galley>) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(note));
    let painter = ui.painter();
    let fill = if response.hovered() { palette(ui).hover_ground } else { palette(ui).page };
    painter.rect(rect, tokens::RADIUS, fill, palette(ui).edge(), StrokeKind::Inside);
    let at = rect.min + vec2(PADDING, PADDING);
    painter.galley(at, Arc::clone(head), palette(ui).key);
    painter.galley(at + vec2(0.0, head.size().y), Arc::clone(below), palette(ui).text_body);
    arrow(ui, Pos2::new(rect.right() - PADDING - 4.0, at.y + head.size().y / 2.0));
    response
}

/// An arrow to the right, of two strokes.
fn arrow(ui: &Ui, tip: Pos2) {
    let stroke = Stroke::new(2.0, palette(ui).key);
    for from in [vec2(-5.0, -5.0), vec2(-5.0, 5.0)] {
        ui.painter().line_segment([tip + from, tip], stroke);
    }
}

/// A card that holds what `contents` draws.
pub fn card_frame<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = egui::Frame::new().stroke(palette(ui).edge()).corner_radius(tokens::RADIUS);
    frame.inner_margin(egui::Margin::symmetric(20, 14)).show(ui, contents).inner
}
