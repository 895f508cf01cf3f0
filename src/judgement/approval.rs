//! Findings about approval (承認) and the people who answer for the assessment.

use super::{Finding, FindingKind};
use crate::record::{ApprovalState, ApprovalStatement, Date, Field, Record, TextField, Validity};

/// An approval that ends within so many days is said to end soon.
pub const DAYS_BEFORE_END: i32 = 60;

/// What stands out about the approval on this day.
pub(super) fn findings(record: &Record, today: Date) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |kind, field| found.push(Finding { kind, field });
    let approval = &record.approval;

    if record.designated_approver_is_assessor() {
        add(FindingKind::ApproverIsAssessor, Field::Text(TextField::ApproverName));
    } else if record.is_approved_by_assessor() {
        add(FindingKind::ApproverIsAssessor, Field::Approval);
    }

    if record.kept_copy_is_another() {
        add(FindingKind::KeptCopyIsAnother, Field::Approval);
    }
    match approval.statement() {
        ApprovalStatement::Nothing | ApprovalStatement::AsRecorded => {}
        ApprovalStatement::NotKnown => add(FindingKind::ApprovalStatementNotKnown, Field::Approval),
        ApprovalStatement::Changed => add(FindingKind::ApprovalStatementChanged, Field::Approval),
    }
    // What was returned is meant to be changed, and what lapsed is to be looked at anew; a draft is bound to no content.
    let is_bound = matches!(approval.state, ApprovalState::Submitted | ApprovalState::Approved | ApprovalState::Rejected);
    if is_bound && record.changed_since_approval() {
        add(FindingKind::ChangedSinceApproval, Field::Approval);
    }
    if approval.state != ApprovalState::Approved {
        return found;
    }
    let nameless = approval.by.name.is_blank() && approval.by.title.is_blank();
    if nameless || approval.on.is_none() || approval.validity == Validity::NotChosen || approval.content.is_none() {
        add(FindingKind::ApprovalIncomplete, Field::Approval);
    }
    if let Some(last_day) = approval.expires_on() {
        let days_left = today.days_until(last_day);
        if days_left < 0 {
            add(FindingKind::ApprovalExpired(days_left.saturating_neg()), Field::Approval);
        } else if days_left <= DAYS_BEFORE_END {
            add(FindingKind::ApprovalEndsSoon(days_left), Field::Approval);
        }
    }
    found
}
