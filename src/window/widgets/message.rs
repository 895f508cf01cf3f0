//! A message in a box: what is wrong, where, what was expected, what to do.

use egui::accesskit::{Live, Role};
use egui::{Color32, Frame, Id, Margin, Rect, Sense, Stroke, Ui, WidgetInfo};

use super::{Tone, ja_label};
use crate::text::Message;
use crate::window::theme::{Palette, TextKind, palette, tokens};

/// A message in a box of its tone.
pub fn message_box(ui: &mut Ui, tone: Tone, message: &Message) {
    boxed(ui, tone, |ui| {
        ja_label(ui, &message.what, TextKind::Strong);
        for part in [&message.place, &message.expected, &message.action] {
            if !part.is_empty() {
                ja_label(ui, part, TextKind::Body);
            }
        }
    });
}

/// A sentence in a box of its tone.
pub fn message_text(ui: &mut Ui, tone: Tone, text: &str) {
    boxed(ui, tone, |ui| {
        ja_label(ui, text, TextKind::Body);
    });
}

/// A sentence in a box that says what was done just now: it can have the focus, and is read aloud when it comes.
pub fn status_message(ui: &mut Ui, id: Id, tone: Tone, text: &str) {
    let rect = boxed(ui, tone, |ui| {
        ja_label(ui, text, TextKind::Body);
    });
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, text));
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(Live::Polite));
}

fn boxed(ui: &mut Ui, tone: Tone, contents: impl FnOnce(&mut Ui)) -> Rect {
    // Where a ground says nothing the edge has to. With it the box is as large as in the other looks.
    let (edge, margin) = if palette(ui).is_high_contrast() { (tokens::EDGE_CHOSEN, 9) } else { (tokens::EDGE, 10) };
    Frame::new()
        .fill(surface(tone, palette(ui)))
        .stroke(Stroke::new(edge, tone.color(palette(ui))))
        .corner_radius(tokens::RADIUS)
        .inner_margin(Margin::same(margin))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        })
        .response
        .rect
}

const fn surface(tone: Tone, palette: &Palette) -> Color32 {
    match tone {
        Tone::Neutral => palette.surface_soft,
        Tone::Key => palette.chosen_ground,
        Tone::Success => palette.success_ground,
        Tone::Warning => palette.warning_ground,
        Tone::Error => palette.error_ground,
    }
}
