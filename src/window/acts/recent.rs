//! Reading the records on the start page, beside the window.

use std::sync::Arc;
use std::time::Duration;

use crate::portfolio::RecentRecord;
use crate::window::jobs::{Desk, JobKind};
use crate::window::state::App;

/// After so long what is on the screen is looked at, and keeps its order.
const AT_ONCE: Duration = Duration::from_secs(1);

impl App {
    /// Looks where the records on the start page stand. What is known of them stays until then.
    pub(in crate::window) fn read_recent(&mut self) {
        let paths = self.settings.recent.clone();
        if paths.is_empty() {
            return;
        }
        let (storage, shelf, today) = (Arc::clone(&self.env.storage), self.env.shelf.clone(), self.today);
        let since = self.env.clock.elapsed();
        let work = move |desk: &Desk<Self>| {
            for path in paths {
                if desk.is_stopped() {
                    return;
                }
                let found = RecentRecord::read(storage.as_ref(), &path, &shelf, today);
                desk.tell(move |app: &mut Self| app.start.learn(&path, found));
            }
        };
        self.jobs.begin(JobKind::Recent, work, move |app: &mut Self, result| {
            if let Err(broken) = result {
                log::warn!("{}", broken.message(crate::text::Lang::En).what);
            }
            if app.env.clock.elapsed().saturating_sub(since) < AT_ONCE {
                app.start.put_what_ends_soon_first(app.today);
            }
        });
    }
}
