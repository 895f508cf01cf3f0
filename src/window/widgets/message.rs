//! A message in a box: what is wrong, where, what was expected, what to do.

use egui::{Color32, Frame, Margin, Stroke, Ui};

use super::{Tone, ja_label};
use crate::text::Message;
use crate::window::theme::{TextKind, tokens};

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

fn boxed(ui: &mut Ui, tone: Tone, contents: impl FnOnce(&mut Ui)) {
    Frame::new()
        .fill(surface(tone))
        .stroke(Stroke::new(1.0, tone.color()))
        .corner_radius(tokens::RADIUS)
        .inner_margin(Margin::same(10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        });
}

const fn surface(tone: Tone) -> Color32 {
    match tone {
        Tone::Neutral => tokens::SURFACE_SOFT,
        Tone::Key => tokens::SELECTED,
        Tone::Success => tokens::SUCCESS_SURFACE,
        Tone::Warning => tokens::LOWERED,
        Tone::Error => tokens::ERROR_SURFACE,
    }
}
