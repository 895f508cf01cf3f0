//! The answer of work done beside the window. It comes whatever happens to the work.

use std::sync::mpsc::Sender;

use egui::Context;

use super::logic::Event;

/// Where a piece of work sends what came of it. If the work breaks down, or no thread can be had for it, the event that was
/// laid down for that case is sent: the window does not wait for ever.
pub(super) struct Answer {
    sender: Sender<Event>,
    ctx: Context,
    /// What is sent if nothing else is.
    otherwise: Option<Event>,
}

impl Answer {
    /// An answer to come; `otherwise` is sent if it does not.
    pub(super) fn new(sender: Sender<Event>, ctx: Context, otherwise: Event) -> Self {
        Self { sender, ctx, otherwise: Some(otherwise) }
    }

    /// Sends something on the way.
    pub(super) fn tell(&self, event: Event) {
        self.sender.send(event).ok();
        self.ctx.request_repaint();
    }

    /// Sends what came of the work.
    pub(super) fn give(mut self, event: Event) {
        self.otherwise = None;
        self.tell(event);
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        if let Some(event) = self.otherwise.take() {
            self.tell(event);
        }
    }
}
