//! The tour: a worked example walked through step by step, of which nothing is saved.

use crate::examples;
use crate::file;
use crate::window::state::{App, Leaving, OpenRecord};

/// The example of the tour, by its task: a survey, which everybody knows.
const EXAMPLE: &str = "LIU-A4";

impl App {
    /// Whether the record on the screen is the example of a tour.
    pub(in crate::window) fn is_touring(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.in_tour)
    }

    pub(in crate::window) fn begin_tour(&mut self) {
        let Some(example) = examples::all().iter().find(|example| example.task == EXAMPLE) else { return };
        match file::parse(example.ron.as_bytes(), &example.file_name()) {
            Ok((record, _)) => {
                let rules = self.rules(&record);
                let mut open = OpenRecord::fresh(record, rules, self.today);
                open.in_tour = true;
                self.show_record(open);
            }
            Err(error) => self.tell(error.message(self.lang())),
        }
    }

    pub(in crate::window) fn end_tour(&mut self) {
        if self.is_touring() {
            self.leave(Leaving::ToStart);
        }
    }
}
