//! Who stands behind a result: whether the agency decided on exactly what it holds.

use crate::judgement::Judgement;
use crate::record::{ApprovalState, ApprovalStatement, Date, Record, Role};
use crate::text::{Label as _, Lang, approval, package as words};

/// Whether the agency decided on an assessment as it is: approved or rejected it, and neither took that back nor changed anything
/// since. On a provider's record nobody decides.
pub fn is_decided(record: &Record) -> bool {
    let state = record.approval.state;
    record.role == Role::Csp
        || (matches!(state, ApprovalState::Approved | ApprovalState::Rejected)
            && !record.changed_since_approval()
            && record.approval.statement() != ApprovalStatement::Changed)
}

/// What must be said together with an outcome, and as large: that nobody stands behind it, or that it was rejected or has run out.
/// Nothing of an approval that stands.
pub fn backing(record: &Record, today: Date, lang: Lang) -> Option<String> {
    if record.role == Role::Csp {
        return None;
    }
    let state = approval::state(record, today, lang);
    if !is_decided(record) {
        return Some(words::not_decided(&state, lang));
    }
    let stands = record.approval.state == ApprovalState::Approved && !record.approval.has_run_out(today);
    (!stands).then_some(state)
}

/// The outcome with what must be said together with it.
pub(super) fn backed_outcome(record: &Record, judgement: &Judgement, today: Date, lang: Lang) -> String {
    let outcome = judgement.outcome.label(lang);
    backing(record, today, lang).map_or_else(|| outcome.to_owned(), |backing| words::outcome_with(outcome, &backing, lang))
}
