//! Small boxes, one for each thing to be done, that show how far one has come.

use egui::accesskit::Role;
use egui::{Rect, Response, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::window::theme::palette;

const WIDTH: f32 = 6.0;
const HEIGHT: f32 = 9.0;
const GAP: f32 = 2.0;

/// How far one thing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxState {
    /// Nothing of it was done, or not all.
    Open,
    /// It is done.
    Done,
    /// Something of it must be mended.
    NeedsAttention,
    /// It is what is shown now.
    Current,
}

/// Shows the boxes, with what they say in words for those who do not see them.
pub fn progress_boxes(ui: &mut Ui, states: &[BoxState], said: &str) -> Response {
    let count = f32::from(u16::try_from(states.len()).unwrap_or(u16::MAX));
    // Of very many, each is as narrow as it must be.
    let step = (WIDTH + GAP).min(ui.available_width() / count.max(1.0));
    let (rect, response) = ui.allocate_exact_size(vec2(step * count, HEIGHT.max(14.0)), Sense::hover());
    let mut left = rect.left();
    for state in states {
        let each = Rect::from_min_size(pos2(left, rect.center().y - HEIGHT / 2.0), vec2((step - GAP).max(1.0), HEIGHT));
        left += step;
        let fill = match state {
            BoxState::Open => {
                ui.painter().rect_stroke(each, 0, palette(ui).edge(), StrokeKind::Inside);
                continue;
            }
            BoxState::Done => palette(ui).success,
            BoxState::NeedsAttention => palette(ui).warning,
            BoxState::Current => palette(ui).key,
        };
        ui.painter().rect_filled(each, 0, fill);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, said));
    response
}
