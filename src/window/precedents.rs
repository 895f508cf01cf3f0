//! 先例: earlier records for the same target task are looked for beside the window, while 影響度の決定 is on the screen.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::PrecedentState;
use super::app::App;
use super::logic::Event;
use crate::catalogue::StepId;
use crate::portfolio::{Precedents, find};
use crate::record::{TaskChoice, TaskId};
use crate::text::window as words;

impl App {
    /// Looks for precedents where they are shown and it was not done for this task in these folders.
    pub(super) fn keep_precedents(&mut self) {
        let Some(open) = self.open.as_ref().filter(|open| open.step == StepId::Decisions) else { return };
        let sought = &open.outside.precedents;
        if sought.folders != self.settings.precedent_folders || sought.task != listed_task(&open.draft.record().task) {
            self.look_for_precedents();
        }
    }

    /// Looks for precedents of the record on the screen. An earlier search stops, and what it found is not taken.
    pub(super) fn look_for_precedents(&mut self) {
        let Some(open) = &mut self.open else { return };
        let sought = &mut open.outside.precedents;
        sought.folders.clone_from(&self.settings.precedent_folders);
        sought.task = listed_task(&open.draft.record().task);
        let search = self.latest_search.fetch_add(1, Ordering::Relaxed) + 1;
        let Some(task) = sought.task.clone().filter(|_| !sought.folders.is_empty()) else {
            sought.state = PrecedentState::NotSought;
            return;
        };
        sought.state = PrecedentState::Reading { search, done: 0, of: 0 };
        let (folders, except) = (sought.folders.clone(), open.draft.record().id.clone());
        let (storage, shelf, today) = (Arc::clone(&self.env.storage), self.env.shelf.clone(), self.today);
        let (latest, sender, ctx) = (Arc::clone(&self.latest_search), self.sender.clone(), self.ctx.clone());
        let work = move || {
            let mut done = 0;
            let mut seen = |_: &Path, of: usize| {
                if latest.load(Ordering::Relaxed) != search {
                    return ControlFlow::Break(());
                }
                sender.send(Event::PrecedentSeen { search, done, of }).ok();
                ctx.request_repaint();
                done += 1;
                ControlFlow::Continue(())
            };
            if let Some(found) = find(storage.as_ref(), &folders, &task, &except, &shelf, today, &mut seen) {
                sender.send(Event::PrecedentsFound { search, found: Box::new(found) }).ok();
                ctx.request_repaint();
            }
        };
        self.env.workers.run("precedents", Box::new(work));
    }

    pub(super) fn precedent_seen(&mut self, search: u64, seen: usize, count: usize) {
        if let Some(PrecedentState::Reading { done, of, .. }) = self.reading(search) {
            (*done, *of) = (seen, count);
        }
    }

    pub(super) fn precedents_found(&mut self, search: u64, found: Precedents) {
        if let Some(state) = self.reading(search) {
            *state = PrecedentState::Found(found);
        }
    }

    /// Where the result of a search is waited for; nowhere if another one was begun since, or the record was left.
    fn reading(&mut self, search: u64) -> Option<&mut PrecedentState> {
        let state = &mut self.open.as_mut()?.outside.precedents.state;
        matches!(state, PrecedentState::Reading { search: awaited, .. } if *awaited == search).then_some(state)
    }

    pub(super) fn add_precedent_folder(&mut self, folder: PathBuf) {
        // A typed path may hang on where the program was started; the settings outlive that.
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        if self.settings.precedent_folders.contains(&folder) {
            words::precedent_folder_known(self.lang()).clone_into(&mut self.news);
            return;
        }
        self.settings.precedent_folders.push(folder);
        self.save_settings();
    }

    pub(super) fn remove_precedent_folder(&mut self, index: usize) {
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
