//! What is made at a place that does not answer: it is noticed, said, and holds nothing up that is made elsewhere.

use egui::Context;

use crate::window::ExportState;
use crate::window::acts::save::HANGS_AFTER;
use crate::window::jobs::Desk;
use crate::window::outside::AtWork;
use crate::window::state::App;

impl App {
    /// What is known of work that begins now.
    pub(in crate::window) fn begin_work(&mut self) -> AtWork {
        self.latest_work += 1;
        AtWork { number: self.latest_work, waits_since: Some(self.env.clock.elapsed()), hangs: false }
    }

    /// The work of this number turned to its place, or away from it.
    pub(in crate::window) fn turned_to_place(&mut self, number: u64, waits: bool) {
        let now = self.env.clock.elapsed();
        let at_work = self.open.as_mut().and_then(|open| open.outside.at_work().find(|work| work.number == number));
        if let Some(at_work) = at_work {
            *at_work = AtWork { number, waits_since: waits.then_some(now), hangs: false };
        }
    }

    /// Notices work whose place does not answer.
    pub(in crate::window) fn watch_work(&mut self, ctx: &Context) {
        let now = self.env.clock.elapsed();
        let Some(open) = &mut self.open else { return };
        for at_work in open.outside.at_work() {
            let Some(since) = at_work.waits_since.filter(|_| !at_work.hangs) else { continue };
            let taken = now.saturating_sub(since);
            at_work.hangs = taken >= HANGS_AFTER;
            if !at_work.hangs {
                ctx.request_repaint_after(HANGS_AFTER - taken);
            }
        }
        if let ExportState::Running(progress) = &mut open.outside.export
            && progress.stopping
            && progress.at_work.hangs
        {
            // Whoever stops it does not wait for the place. What is being written there may yet come to be.
            open.outside.export = ExportState::Stopped(std::mem::take(&mut progress.files));
        }
    }
}

/// Says that the work of this number turns to its place, or away from it.
pub(super) fn tell_place(desk: &Desk<App>, number: u64, waits: bool) {
    desk.tell(move |app: &mut App| app.turned_to_place(number, waits));
}
