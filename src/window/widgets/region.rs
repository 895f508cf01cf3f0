//! A part of the window with a background of its own.

use egui::{Align, Layout, Rect, Ui, UiBuilder};

/// A part of the window with a background of its own, clipped to its place.
pub fn region<R>(
    ui: &mut Ui,
    rect: Rect,
    salt: impl std::hash::Hash + std::fmt::Debug,
    fill: egui::Color32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    let mut child = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect).layout(Layout::top_down(Align::Min)));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    child.painter().rect_filled(rect, 0, fill);
    contents(&mut child)
}
