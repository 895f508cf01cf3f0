//! 先例: earlier records for the same target task are looked for beside the window, while 影響度の決定 is on the screen.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::catalogue::StepId;
use crate::portfolio::find;
use crate::record::{RecordId, TaskChoice, TaskId};
use crate::text::window as words;
use crate::window::PrecedentState;
use crate::window::jobs::{Desk, JobKind};
use crate::window::state::App;

impl App {
    /// Looks for precedents where they are shown and it was not done for this task in these folders.
    pub(in crate::window) fn keep_precedents(&mut self) {
        let Some(open) = self.open.as_ref().filter(|open| open.step == StepId::Decisions) else { return };
        let sought = &open.outside.precedents;
        if sought.folders != self.settings.precedent_folders || sought.task != listed_task(&open.draft.record().task) {
            self.look_for_precedents();
        }
    }

    /// Looks for precedents of the record on the screen. An earlier search stops, and what it found is not taken.
    pub(in crate::window) fn look_for_precedents(&mut self) {
        let Some(open) = &mut self.open else { return };
        let sought = &mut open.outside.precedents;
        sought.folders.clone_from(&self.settings.precedent_folders);
        sought.task = listed_task(&open.draft.record().task);
        let Some(task) = sought.task.clone().filter(|_| !sought.folders.is_empty()) else {
            sought.state = PrecedentState::NotSought;
            return self.jobs.forget(JobKind::Precedents);
        };
        sought.state = PrecedentState::Reading { done: 0, of: 0 };
        let (folders, of) = (sought.folders.clone(), open.draft.record().id.clone());
        let (storage, shelf, today) = (Arc::clone(&self.env.storage), self.env.shelf.clone(), self.today);
        let except = of.clone();
        let work = move |desk: &Desk<Self>| {
            let mut done = 0;
            let mut seen = |_: &Path, of: usize| {
                if desk.is_stopped() {
                    return ControlFlow::Break(());
                }
                let (record, so_far) = (except.clone(), done);
                desk.tell(move |app: &mut Self| app.precedents_are(&record, PrecedentState::Reading { done: so_far, of }));
                done += 1;
                ControlFlow::Continue(())
            };
            find(storage.as_ref(), &folders, &task, &except, &shelf, today, &mut seen)
        };
        self.jobs.begin(JobKind::Precedents, work, move |app: &mut Self, result| match result {
            Ok(Some(found)) => app.precedents_are(&of, PrecedentState::Found(found)),
            // Only a search that is not wanted any more ends without a result.
            Ok(None) => app.precedents_are(&of, PrecedentState::NotSought),
            Err(broken) => app.precedents_are(&of, PrecedentState::BrokeOff(broken.message(app.lang()))),
        });
    }

    /// What has become of the search, if the record for which it was begun is still on the screen.
    fn precedents_are(&mut self, record: &RecordId, state: PrecedentState) {
        if let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == *record) {
            open.outside.precedents.state = state;
        }
    }

    pub(in crate::window) fn add_precedent_folder(&mut self, folder: PathBuf) {
        // A typed path may hang on where the program was started; the settings outlive that.
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        if self.settings.precedent_folders.contains(&folder) {
            words::precedent_folder_known(self.lang()).clone_into(&mut self.news);
            return;
        }
        self.settings.precedent_folders.push(folder);
        self.save_settings();
    }

    pub(in crate::window) fn remove_precedent_folder(&mut self, index: usize) {
        if index < self.settings.precedent_folders.len() {
            self.settings.precedent_folders.remove(index);
            self.save_settings();
        }
    }
}

fn listed_task(choice: &TaskChoice) -> Option<TaskId> {
    match choice {
        TaskChoice::Listed(task) => Some(task.clone()),
        TaskChoice::NotChosen | TaskChoice::Unknown | TaskChoice::NotListed | TaskChoice::AgencyEntry { .. } => None,
    }
}
