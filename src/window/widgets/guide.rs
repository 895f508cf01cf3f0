//! The guidance follows the focus, and the focus finds the widget that stands for a field.

use egui::{Id, Ui};

use crate::window::{StepContext, Topic};

/// Shows a topic in the guidance when the widget with this id gets the focus. Call it after the widget was shown.
pub fn guide_on_focus(ui: &Ui, cx: &mut StepContext<'_>, id: Id, topic: impl FnOnce() -> Topic) {
    let gained = ui.memory(|memory| memory.has_focus(id) && !memory.had_focus_last_frame(id));
    if gained {
        *cx.guidance = topic();
    }
}

/// Passes the focus on: a jump to a field of several widgets asks for `from`, and one of them, `to`, is to have it.
pub fn forward_focus(ui: &Ui, from: Id, to: Id) {
    ui.memory_mut(|memory| {
        if memory.has_focus(from) {
            memory.request_focus(to);
        }
    });
}
