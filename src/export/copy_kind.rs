//! Drafts and final copies.

use serde::{Deserialize, Serialize};

use crate::judgement::{Finding, Judgement, Severity};
use crate::record::{ApprovalState, Field, Record, Role};

/// Whether an export is a draft, or final.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopyKind {
    /// 作成中: can be made at any time, and says so on every page.
    Draft,
    /// 確定: of a record on which was decided, or of a provider's record that lacks nothing.
    Final,
}

impl CopyKind {
    /// The best copy that the state of the record allows.
    pub fn at_hand(record: &Record, judgement: &Judgement) -> Self {
        let is_final = match (record.role, record.approval.state) {
            // Nobody decides on a provider's record: it is final when its part and its check-list lack nothing.
            (Role::Csp, _) | (Role::Agency, ApprovalState::Approved) => judgement.is_final(),
            // What is amiss in the content may be the very reason why it was not approved. The decision must hold for it.
            (Role::Agency, ApprovalState::Rejected | ApprovalState::Returned | ApprovalState::Lapsed) => {
                let of_approval = |finding: &Finding| finding.field == Field::Approval && finding.severity() == Severity::Error;
                !record.changed_since_approval() && !judgement.findings.iter().any(of_approval)
            }
            (Role::Agency, ApprovalState::Draft | ApprovalState::Submitted) => false,
        };
        if is_final { Self::Final } else { Self::Draft }
    }
}
