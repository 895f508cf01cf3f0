//! What stands around a step: menu, result strip, rail, guidance, footer; and the start page.

mod catalogue;
mod comments;
mod comparison;
mod footer;
mod guidance;
mod history;
mod menu;
mod rail;
mod rules;
mod search;
mod start;
mod strip;

use std::path::PathBuf;

use crate::catalogue::StepId;
use crate::judgement::StepProgress;
use crate::record::{ApprovalState, Record};
use crate::text::{Label as _, Lang, window as words};

pub use catalogue::{CatalogueAct, CataloguePage, CatalogueShown, Loaded, OfRecord, Origin, catalogue};
pub use comments::{CommentPanel, Commented, comments};
pub use comparison::{ComparisonPage, Other, Present, comparison};
pub use footer::footer;
pub use guidance::guidance;
pub use history::{HistoryAct, HistoryPage, history};
pub use menu::{MenuState, menu_bar};
pub use rail::{rail, rail_line};
pub use rules::{RulesAct, RulesPage, rules_notice, rules_page};
pub use search::{Found, Search, search};
pub use start::{StartPage, start_page};
pub use strip::result_strip;

/// Where in the steps the window is.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The step shown.
    pub step: StepId,
    /// The steps of this record, in their order, with how far each has come.
    pub steps: &'a [(StepId, StepProgress)],
    /// Where the approval stands.
    pub approval: ApprovalState,
}

impl Place<'_> {
    /// How far a step has come, in words. 承認 says the state that was recorded, unless something stands out there.
    pub fn said(&self, step: StepId, progress: StepProgress, lang: Lang) -> String {
        let is_recorded = step == StepId::Approval && progress.findings == 0 && self.approval != ApprovalState::Draft;
        if is_recorded { self.approval.label(lang).to_owned() } else { words::progress(progress, lang) }
    }

    /// The place of the step shown among the steps, from 0.
    pub fn index(&self) -> usize {
        self.steps.iter().position(|(step, _)| *step == self.step).unwrap_or_default()
    }

    /// The step after the one shown.
    pub fn next(&self) -> Option<StepId> {
        self.steps.get(self.index() + 1).map(|(step, _)| *step)
    }

    /// The step before the one shown.
    pub fn previous(&self) -> Option<StepId> {
        let index = self.index().checked_sub(1)?;
        self.steps.get(index).map(|(step, _)| *step)
    }
}

/// What the case is called, by the first name there is: the case, the service, the task, the file.
pub fn case_name(record: &Record, path: Option<&PathBuf>) -> String {
    let names = [record.case_name.as_str(), record.service.name.as_str(), record.agency.task_name.as_str()];
    let named = names.into_iter().find(|name| !name.trim().is_empty()).map(str::to_owned);
    let from_path = || path.and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
    named.or_else(from_path).unwrap_or_default()
}
