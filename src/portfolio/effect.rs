//! What a change makes of a record: its outcome and levels before and after, and whether an approval still covers it.

use super::comparison::{Relation, Side, results};
use crate::record::ApprovalState;
use crate::text::{Label as _, Lang, import as words};

/// What came of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// The state that was recorded for the content of before, and does not cover that of after; nothing if none was, or it did
    /// not cover that of before either.
    pub lapsed: Option<ApprovalState>,
    /// Outcome, conditions and levels that are others now, or that the outcome is the same, in sentences.
    pub results: Vec<String>,
}

impl Effect {
    /// What became of a record when something was taken into it.
    pub fn of(before: Side<'_>, after: Side<'_>, lang: Lang) -> Self {
        let approval = &before.record.approval;
        let is_covered = approval.content.is_some() && !before.record.changed_since_approval();
        let lapsed = (is_covered && after.record.changed_since_approval()).then_some(approval.state);
        let changed = results(before, after, lang).into_iter().filter(|row| row.relation != Relation::Same && row.old != row.new);
        let mut results: Vec<String> = changed.map(|row| words::before_and_after(&row.place, &row.old, &row.new, lang)).collect();
        if before.judgement.outcome == after.judgement.outcome {
            results.insert(0, words::outcome_stays(after.judgement.outcome.label(lang), lang));
        }
        Self { lapsed, results }
    }

    /// That an approval, or another state, no longer covers the content.
    pub fn approval(&self, lang: Lang) -> Option<String> {
        self.lapsed.map(|state| words::no_longer_covered(state, lang))
    }
}
