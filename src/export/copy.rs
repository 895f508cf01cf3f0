//! Drafts and final copies.

use super::{ExportError, ExportInput};
use crate::judgement::Judgement;
use crate::record::{ApprovalState, Record};

/// Whether an export is a draft, or final.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Copy {
    /// 作成中: can be made at any time, and says so on every page.
    Draft,
    /// 確定: of an approved record without a finding of severity error.
    Final,
}

impl Copy {
    /// The best copy that the state of the record allows.
    pub fn at_hand(record: &Record, judgement: &Judgement) -> Self {
        if record.approval.state == ApprovalState::Approved && judgement.is_final() { Self::Final } else { Self::Draft }
    }

    /// Refuses a final copy that the record does not allow.
    pub(super) fn check(self, input: &ExportInput<'_>) -> Result<(), ExportError> {
        match (self, Self::at_hand(input.record, input.judgement)) {
            (Self::Draft, _) | (Self::Final, Self::Final) => Ok(()),
            (Self::Final, Self::Draft) => Err(ExportError::NotFinal {
                state: input.record.approval.state,
                errors: input.judgement.count(crate::judgement::Severity::Error),
            }),
        }
    }
}
