//! The second half of a double click must not hit what came under the pointer by the first: where a list becomes shorter, or a page
//! another one, it is swallowed.

use egui::{Context, Event, Id, PointerButton, Pos2, RawInput};

/// Within so many seconds a second click is one that was not aimed anew.
const DOUBLE: f64 = 0.4;
/// And so near, in points.
const NEAR: f32 = 6.0;

/// Watches for such clicks.
#[derive(Debug, Default)]
pub(super) struct StrayClicks {
    last: Option<Click>,
    /// Whether the button was pressed by such a click and is still down.
    is_swallowing: bool,
}

#[derive(Clone, Copy, Debug)]
struct Click {
    id: Id,
    at: Pos2,
    time: f64,
}

impl StrayClicks {
    /// Notes what is clicked in this pass. Call it at the end of the pass.
    pub(super) fn note(&mut self, ctx: &Context) {
        let clicked = ctx.interaction_snapshot(|interaction| interaction.clicked);
        let (at, time) = ctx.input(|input| (input.pointer.interact_pos(), input.time));
        if let (Some(id), Some(at)) = (clicked, at) {
            self.last = Some(Click { id, at, time });
        }
    }

    /// Takes a second click out of the input that would hit something else than the first.
    pub(super) fn swallow(&mut self, ctx: &Context, input: &mut RawInput) {
        let now = input.time.unwrap_or_else(|| ctx.input(|input| input.time));
        // Whoever did something else meanwhile aims anew.
        let is_other = |event: &Event| {
            matches!(
                event,
                Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::MouseWheel { .. } | Event::AccessKitActionRequest(_)
            )
        };
        if input.events.iter().any(is_other) {
            self.last = None;
        }
        input.events.retain(|event| match event {
            Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, .. } => {
                self.is_swallowing = self.last.is_some_and(|last| last.is_stray(ctx, *pos, now));
                !self.is_swallowing
            }
            Event::PointerButton { button: PointerButton::Primary, pressed: false, .. } => {
                !std::mem::take(&mut self.is_swallowing)
            }
            _ => true,
        });
    }
}

impl Click {
    /// Whether a click now would hit something else that came here meanwhile.
    fn is_stray(self, ctx: &Context, pos: Pos2, now: f64) -> bool {
        let is_second = now - self.time < DOUBLE && self.at.distance(pos) < NEAR;
        let widget = ctx.viewport(|viewport| viewport.prev_pass.widgets.get(self.id).copied());
        is_second && !widget.is_some_and(|widget| widget.interact_rect.contains(pos))
    }
}
