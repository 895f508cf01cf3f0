//! Where a case stands: from that follows what is to be done next, and by whom.

use super::{Judgement, Outcome, Severity};
use crate::record::{Answer, ApprovalState, ApprovalStatement, CheckListPoint, Date, Field, Record, Role};

/// Where a case stands. The first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stand {
    /// A provider's record whose own part lacks something.
    PartOpen,
    /// A provider's record whose own part is complete, and that has no result of an agency yet.
    PartComplete,
    /// A provider's record with a result of an agency; its check-list lacks something.
    ResultReceived,
    /// A provider's record of which nothing is missing.
    ReadyToApply,
    /// What stands in the approval is not what was recorded.
    StatementChanged,
    /// The content was changed after this state was recorded.
    Changed(ApprovalState),
    /// 差戻し
    Returned,
    /// 否認
    Rejected,
    /// 失効
    Lapsed,
    /// 承認, whose validity has run out.
    Expired,
    /// 作成中, with so many errors.
    Draft(Outcome, usize),
    /// 確認依頼
    Submitted(Outcome),
    /// 承認
    Approved(Outcome),
}

impl Stand {
    /// Where a record stands on this day.
    pub fn of(record: &Record, judgement: &Judgement, today: Date) -> Self {
        match record.role {
            Role::Csp => Self::of_provider(record, judgement),
            Role::Agency => Self::of_agency(record, judgement, today),
        }
    }

    fn of_provider(record: &Record, judgement: &Judgement) -> Self {
        let errors = || judgement.findings.iter().filter(|finding| finding.severity() == Severity::Error);
        let received = *record.check_list_point(CheckListPoint::AssessmentReceived) == Answer::Yes;
        if errors().any(|finding| !matches!(finding.field, Field::CheckList(_))) {
            Self::PartOpen
        } else if !received {
            Self::PartComplete
        } else if errors().next().is_some() {
            Self::ResultReceived
        } else {
            Self::ReadyToApply
        }
    }

    fn of_agency(record: &Record, judgement: &Judgement, today: Date) -> Self {
        let (approval, outcome) = (&record.approval, judgement.outcome);
        if approval.statement() == ApprovalStatement::Changed {
            return Self::StatementChanged;
        }
        match approval.state {
            // What was returned is meant to be changed, and what lapsed is to be looked at anew.
            ApprovalState::Returned => Self::Returned,
            ApprovalState::Lapsed => Self::Lapsed,
            ApprovalState::Draft => Self::Draft(outcome, judgement.count(Severity::Error)),
            state if record.changed_since_approval() => Self::Changed(state),
            ApprovalState::Rejected => Self::Rejected,
            ApprovalState::Submitted => Self::Submitted(outcome),
            ApprovalState::Approved if approval.has_run_out(today) => Self::Expired,
            ApprovalState::Approved => Self::Approved(outcome),
        }
    }
}
