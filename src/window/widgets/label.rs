//! Text that is read: every line of prose goes through Japanese line breaking.

use std::borrow::Cow;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Color32, Galley, Id, Label, Response, Sense, Ui, WidgetInfo};

use super::{Breaks, layout_ja};
use crate::record::without_heaps;
use crate::window::theme::{TextKind, palette};

/// A text as it is drawn: of a heap of marks upon one letter as much as can be read.
pub fn drawn(text: &str) -> Cow<'_, str> {
    without_heaps(text, &mut |_| ())
}

/// Lays out text of a kind for a width, in points.
pub fn ja_layout(ui: &Ui, text: &str, kind: TextKind, color: Color32, width: f32) -> Arc<Galley> {
    let job = job_of(drawn(text).into_owned(), kind, color, width);
    let pixels_per_point = ui.pixels_per_point();
    ui.fonts_mut(|fonts| layout_ja(fonts, job, Breaks::Phrases, pixels_per_point))
}

/// A text of a kind, to be laid out for a width in points.
pub fn job_of(text: String, kind: TextKind, color: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::simple(text, kind.font(), color, width);
    for section in &mut job.sections {
        section.format.line_height = Some(kind.line_height());
    }
    job
}

/// A label as wide as there is room.
pub fn ja_label(ui: &mut Ui, text: &str, kind: TextKind) -> Response {
    let galley = ja_layout(ui, text, kind, kind.color(palette(ui)), ui.available_width());
    ui.add(Label::new(galley))
}

/// The heading of a page, and a sentence or two that lead into it. A new page begins with the focus here.
pub fn page_heading(ui: &mut Ui, title: &str, lead: &str) {
    heading(ui, Some(page_heading_id()), title, TextKind::Heading, 1);
    if !lead.is_empty() {
        ja_label(ui, lead, TextKind::Body);
    }
    ui.add_space(8.0);
}

/// The id of the heading of the page shown.
pub fn page_heading_id() -> Id {
    Id::unique("page heading")
}

/// The heading of a dialog, which may begin with the focus here.
pub fn dialog_heading(ui: &mut Ui, id: Id, title: &str) {
    heading(ui, Some(id), title, TextKind::Section, 1);
}

/// The heading of what stands beside a page, which can have the focus.
pub fn side_heading(ui: &mut Ui, id: Id, title: &str) {
    ui.add_space(8.0);
    heading(ui, Some(id), title, TextKind::Section, 2);
}

/// The heading of a section within a page.
pub fn section_heading(ui: &mut Ui, title: &str) {
    ui.add_space(8.0);
    heading(ui, None, title, TextKind::Section, 2);
}

/// The heading of a part of a section.
pub fn small_heading(ui: &mut Ui, title: &str) {
    let response = ja_label(ui, title, TextKind::Strong);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(title);
        node.set_level(3);
    });
}

/// The same on a page that says much in little room.
pub fn low_section_heading(ui: &mut Ui, title: &str) {
    ui.add_space(4.0);
    heading(ui, None, title, TextKind::Strong, 2);
}

fn heading(ui: &mut Ui, id: Option<Id>, title: &str, kind: TextKind, level: usize) {
    let galley = ja_layout(ui, title, kind, kind.color(palette(ui)), ui.available_width());
    let (auto_id, rect) = ui.allocate_space(galley.size());
    let response = match id {
        Some(id) => ui.interact(rect, id, Sense::focusable_noninteractive()),
        None => ui.interact(rect, auto_id, Sense::hover()),
    };
    ui.painter().galley(rect.min, galley, kind.color(palette(ui)));
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(level));
}
