//! Text that is read: every line of prose goes through Japanese line breaking.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Color32, Galley, Label, Response, Ui};

use super::layout_ja;
use crate::window::theme::TextKind;

/// Lays out text of a kind for a width, in points.
pub fn ja_layout(ui: &Ui, text: &str, kind: TextKind, color: Color32, width: f32) -> Arc<Galley> {
    let job = LayoutJob::simple(text.to_owned(), kind.font(), color, width);
    let pixels_per_point = ui.pixels_per_point();
    ui.fonts_mut(|fonts| layout_ja(fonts, job, pixels_per_point))
}

/// A label as wide as there is room.
pub fn ja_label(ui: &mut Ui, text: &str, kind: TextKind) -> Response {
    let galley = ja_layout(ui, text, kind, kind.color(), ui.available_width());
    ui.add(Label::new(galley))
}

/// The heading of a page, and a sentence or two that lead into it.
pub fn page_heading(ui: &mut Ui, title: &str, lead: &str) {
    heading(ui, title, TextKind::Heading, 1);
    if !lead.is_empty() {
        ja_label(ui, lead, TextKind::Body);
    }
    ui.add_space(8.0);
}

/// The heading of a section within a page.
pub fn section_heading(ui: &mut Ui, title: &str) {
    ui.add_space(8.0);
    heading(ui, title, TextKind::Section, 2);
}

fn heading(ui: &mut Ui, title: &str, kind: TextKind, level: usize) {
    let response = ja_label(ui, title, kind);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
    });
}
