//! The kinds of findings: how each is called and how grave it is.

use super::{FindingKind, Severity};

impl FindingKind {
    /// How grave a finding of this kind is.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::GradeThreeAgainstGate(_)
            | Self::NoSensitiveItemAgainstGate
            | Self::SensitiveItemAgainstGate(_)
            | Self::GateNotAnswered(_)
            | Self::ServiceReasonMissing
            | Self::TaskNotChosen
            | Self::EntryEmpty
            | Self::NoItems
            | Self::ItemWithoutName(_)
            | Self::ItemWithoutGrade(..)
            | Self::ItemWithoutPersonCount(_)
            | Self::AnswersMissing(..)
            | Self::NotDecided(..)
            | Self::LowWhileOpen(..)
            | Self::LoweredWithoutReason(..)
            | Self::ExplanationMissing(..)
            | Self::RaiseWithoutReason(_)
            | Self::ConditionsOfUseMissing
            | Self::ResidualRiskMissing
            | Self::RequiredMissing
            | Self::CorporateNumberWrong
            | Self::AssessorNotOfAgency
            | Self::ChangedSinceApproval
            | Self::ApprovalIncomplete
            | Self::ProfileUnknown
            | Self::UnknownId(_) => Severity::Error,
            Self::GateUnknown(_)
            | Self::WideUse
            | Self::TaskUnknown
            | Self::RedFlagOpen(_)
            | Self::RedFlagWithoutWord(_)
            | Self::ItemsOfSameName(..)
            | Self::AnswersUnknown(..)
            | Self::Reopened(..)
            | Self::ApproverIsAssessor
            | Self::ApprovalExpired(_)
            | Self::ApprovalEndsSoon(_)
            | Self::InvisibleCharacters => Severity::Warning,
            Self::GateEnds(..)
            | Self::TaskNotListed
            | Self::TaskWordingUnconfirmed
            | Self::RedFlagApplies(_)
            | Self::Lowered(..)
            | Self::BelowPrecedent(..)
            | Self::CatalogueDiffers
            | Self::OutsideJisX0213(_)
            | Self::TextLong(_) => Severity::Note,
        }
    }

    /// The id of the kind, as it stands in exports.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::GradeThreeAgainstGate(_) => "grade_three_against_gate",
            Self::NoSensitiveItemAgainstGate => "no_sensitive_item_against_gate",
            Self::SensitiveItemAgainstGate(_) => "sensitive_item_against_gate",
            Self::GateNotAnswered(_) => "gate_not_answered",
            Self::GateUnknown(_) => "gate_unknown",
            Self::GateEnds(..) => "gate_ends",
            Self::ServiceReasonMissing => "service_reason_missing",
            Self::WideUse => "wide_use",
            Self::TaskNotChosen => "task_not_chosen",
            Self::TaskUnknown => "task_unknown",
            Self::TaskNotListed => "task_not_listed",
            Self::EntryEmpty => "entry_empty",
            Self::TaskWordingUnconfirmed => "task_wording_unconfirmed",
            Self::RedFlagOpen(_) => "red_flag_open",
            Self::RedFlagWithoutWord(_) => "red_flag_without_word",
            Self::RedFlagApplies(_) => "red_flag_applies",
            Self::NoItems => "no_items",
            Self::ItemWithoutName(_) => "item_without_name",
            Self::ItemWithoutGrade(..) => "item_without_grade",
            Self::ItemWithoutPersonCount(_) => "item_without_person_count",
            Self::ItemsOfSameName(..) => "items_of_same_name",
            Self::AnswersMissing(..) => "answers_missing",
            Self::AnswersUnknown(..) => "answers_unknown",
            Self::NotDecided(..) => "not_decided",
            Self::Reopened(..) => "reopened",
            Self::LowWhileOpen(..) => "low_while_open",
            Self::LoweredWithoutReason(..) => "lowered_without_reason",
            Self::ExplanationMissing(..) => "explanation_missing",
            Self::Lowered(..) => "lowered",
            Self::RaiseWithoutReason(_) => "raise_without_reason",
            Self::BelowPrecedent(..) => "below_precedent",
            Self::ConditionsOfUseMissing => "conditions_of_use_missing",
            Self::ResidualRiskMissing => "residual_risk_missing",
            Self::RequiredMissing => "required_missing",
            Self::CorporateNumberWrong => "corporate_number_wrong",
            Self::AssessorNotOfAgency => "assessor_not_of_agency",
            Self::ApproverIsAssessor => "approver_is_assessor",
            Self::ChangedSinceApproval => "changed_since_approval",
            Self::ApprovalIncomplete => "approval_incomplete",
            Self::ApprovalExpired(_) => "approval_expired",
            Self::ApprovalEndsSoon(_) => "approval_ends_soon",
            Self::CatalogueDiffers => "catalogue_differs",
            Self::ProfileUnknown => "profile_unknown",
            Self::UnknownId(_) => "unknown_id",
            Self::InvisibleCharacters => "invisible_characters",
            Self::OutsideJisX0213(_) => "outside_jis_x_0213",
            Self::TextLong(_) => "text_long",
        }
    }

    /// Whether it only says that something is not there yet, so that a step with nothing else is 入力中 and not 要確認.
    pub const fn is_gap(&self) -> bool {
        matches!(
            self,
            Self::GateNotAnswered(_)
                | Self::TaskNotChosen
                | Self::EntryEmpty
                | Self::RedFlagOpen(_)
                | Self::NoItems
                | Self::ItemWithoutName(_)
                | Self::ItemWithoutGrade(..)
                | Self::ItemWithoutPersonCount(_)
                | Self::AnswersMissing(..)
                | Self::NotDecided(..)
                | Self::ConditionsOfUseMissing
                | Self::ResidualRiskMissing
                | Self::RequiredMissing
        )
    }
}
