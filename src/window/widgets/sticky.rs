//! Heads that stay in view while what they head goes by below them: nothing is seen, hit or in focus under them.

use egui::{Rect, Ui, vec2};

/// Between such a head and what is scrolled out from under it, in points: room for the ring of the focus.
const BELOW: f32 = 10.0;

/// Shows what goes by below a head, and clips it there.
pub fn under_head<R>(ui: &mut Ui, head: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let clip = ui.clip_rect();
    let mut below = clip;
    below.min.y = below.min.y.max(head.bottom());
    ui.set_clip_rect(below);
    let shown = contents(ui);
    ui.set_clip_rect(clip);
    shown
}

/// Scrolls what just got the focus out from under the head. Not to be asked for inside a scroll area that scrolls the other way.
pub fn reveal_under_head(ui: &Ui, head: Rect) {
    let focused = ui.memory(egui::Memory::focused);
    let Some(id) = focused.filter(|id| !ui.memory(|memory| memory.had_focus_last_frame(*id))) else { return };
    let widget = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get(id).copied());
    let Some(widget) = widget.filter(|widget| widget.layer_id == ui.layer_id()) else { return };
    let is_below_its_edge = widget.rect.top() < head.bottom() + BELOW && widget.rect.bottom() > head.top();
    if is_below_its_edge && head.x_range().contains(widget.rect.center().x) {
        ui.scroll_to_rect(Rect::from_min_max(widget.rect.min - vec2(0.0, head.height() + BELOW), widget.rect.max), None);
    }
}
