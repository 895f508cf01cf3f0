//! The guidance follows the focus.

use egui::{Id, Ui};

use crate::window::{StepContext, Topic};

/// Shows a topic in the guidance when the widget with this id gets the focus. Call it after the widget was shown.
pub fn guide_on_focus(ui: &Ui, cx: &mut StepContext<'_>, id: Id, topic: impl FnOnce() -> Topic) {
    let gained = ui.memory(|memory| memory.has_focus(id) && !memory.had_focus_last_frame(id));
    if gained {
        *cx.guidance = topic();
    }
}
