//! Opening what was made with the programs that the system has for it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::text::window as words;
use crate::window::jobs::{Desk, JobKind};
use crate::window::state::App;

impl App {
    /// Opens a file or a folder outside, beside the window.
    pub(in crate::window) fn open_outside(&mut self, path: PathBuf) {
        let (opener, shown) = (Arc::clone(&self.env.opener), path.clone());
        let work = move |_: &Desk<Self>| opener.open(&path).map_err(|error| error.to_string());
        self.jobs.begin(JobKind::OpenOutside, work, move |app: &mut Self, result| match result {
            Ok(Ok(())) => {}
            Ok(Err(said)) => app.tell(words::not_opened_outside(&shown, &said, app.lang())),
            Err(broken) => app.tell(broken.message(app.lang())),
        });
    }
}
