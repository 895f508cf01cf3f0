//! The kinds of findings: how each is called, how grave it is, and whether it is an error or a thing to do.

use super::{Finding, FindingKind, Judgement, Severity};

/// What is amiss with a finding of some kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nature {
    /// Something is not there yet. A step with nothing else is 入力中 and not 要確認.
    Gap,
    /// Something that is there stands out.
    Flaw,
}

/// What a finding is to whoever reads it. This is the one place that tells an error from a thing to do: an error is said of what is
/// there and wrong, after somebody attempted it; what is not there yet is a thing to do, however much it is needed. Both keep a
/// record from being final, as [`Severity`] has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concern {
    /// エラー: something is wrong.
    Error,
    /// すること: something is not there yet.
    ToDo,
    /// 警告: something is to be looked at.
    Warning,
    /// 参考: something is worth knowing.
    Note,
}

impl Concern {
    /// All, the most urgent first.
    pub const ALL: [Self; 4] = [Self::Error, Self::ToDo, Self::Warning, Self::Note];
}

impl Judgement {
    /// How many findings are of this concern.
    pub fn count_of(&self, concern: Concern) -> usize {
        self.findings.iter().filter(|finding| finding.concern() == concern).count()
    }
}

impl Finding {
    /// What it is to whoever reads it.
    pub fn concern(&self) -> Concern {
        match (self.kind.nature(), self.severity()) {
            (Nature::Gap, _) => Concern::ToDo,
            (Nature::Flaw, Severity::Error) => Concern::Error,
            (Nature::Flaw, Severity::Warning) => Concern::Warning,
            (Nature::Flaw, Severity::Note) => Concern::Note,
        }
    }
}

macro_rules! kinds {
    ($($kind:pat = $id:literal, $severity:ident, $nature:ident;)*) => {
        impl FindingKind {
            /// The ids of all kinds.
            pub const IDS: &'static [&'static str] = &[$($id,)*];

            /// The id of the kind, as it stands in exports.
            pub const fn id(&self) -> &'static str {
                match self { $($kind => $id,)* }
            }

            /// How grave a finding of this kind is.
            pub const fn severity(&self) -> Severity {
                match self { $($kind => Severity::$severity,)* }
            }

            const fn nature(&self) -> Nature {
                match self { $($kind => Nature::$nature,)* }
            }
        }
    };
}

kinds! {
    Self::GradeThreeAgainstGate(_) = "grade_three_against_gate", Error, Flaw;
    Self::NoSensitiveItemAgainstGate = "no_sensitive_item_against_gate", Error, Flaw;
    Self::SensitiveItemAgainstGate(_) = "sensitive_item_against_gate", Error, Flaw;
    Self::GateNotAnswered(_) = "gate_not_answered", Error, Gap;
    Self::GateUnknown(_) = "gate_unknown", Warning, Flaw;
    Self::GateEnds(..) = "gate_ends", Note, Flaw;
    Self::ServiceReasonMissing = "service_reason_missing", Error, Gap;
    Self::WideUse = "wide_use", Warning, Flaw;
    Self::TaskNotChosen = "task_not_chosen", Error, Gap;
    Self::TaskUnknown = "task_unknown", Warning, Flaw;
    Self::TaskNotListed = "task_not_listed", Note, Flaw;
    Self::EntryEmpty = "entry_empty", Error, Gap;
    Self::TaskWordingUnconfirmed = "task_wording_unconfirmed", Note, Flaw;
    Self::RedFlagOpen(_) = "red_flag_open", Warning, Gap;
    Self::RedFlagWithoutWord(_) = "red_flag_without_word", Warning, Gap;
    Self::RedFlagApplies(_) = "red_flag_applies", Note, Flaw;
    Self::NoItems = "no_items", Error, Gap;
    Self::ItemWithoutName(_) = "item_without_name", Error, Gap;
    Self::ItemWithoutGrade(..) = "item_without_grade", Error, Gap;
    Self::ItemWithoutPersonCount(_) = "item_without_person_count", Error, Gap;
    Self::ItemsOfSameName(..) = "items_of_same_name", Warning, Flaw;
    Self::AnswersMissing(..) = "answers_missing", Error, Gap;
    Self::AnswersUnknown(..) = "answers_unknown", Warning, Flaw;
    Self::NotDecided(..) = "not_decided", Error, Gap;
    Self::Reopened(..) = "reopened", Warning, Flaw;
    Self::LowWhileOpen(..) = "low_while_open", Error, Flaw;
    Self::LoweredWithoutReason(..) = "lowered_without_reason", Error, Gap;
    Self::ExplanationMissing(..) = "explanation_missing", Error, Gap;
    Self::ReasonOnlyBegun(..) = "reason_only_begun", Warning, Flaw;
    Self::Lowered(..) = "lowered", Note, Flaw;
    Self::RaiseWithoutReason(_) = "raise_without_reason", Error, Gap;
    Self::BelowPrecedent(..) = "below_precedent", Note, Flaw;
    Self::ConditionsOfUseMissing = "conditions_of_use_missing", Error, Gap;
    Self::ResidualRiskMissing = "residual_risk_missing", Error, Gap;
    Self::RequiredMissing = "required_missing", Error, Gap;
    Self::ServiceDiffersFromRequest = "service_differs_from_request", Warning, Flaw;
    Self::CorporateNumberWrong = "corporate_number_wrong", Error, Flaw;
    Self::AssessorNotOfAgency = "assessor_not_of_agency", Error, Flaw;
    Self::ApproverIsAssessor = "approver_is_assessor", Warning, Flaw;
    Self::ChangedSinceApproval = "changed_since_approval", Error, Flaw;
    Self::KeptCopyIsAnother = "kept_copy_is_another", Error, Flaw;
    Self::ApprovalStatementChanged = "approval_statement_changed", Error, Flaw;
    Self::ApprovalStatementNotKnown = "approval_statement_not_known", Warning, Flaw;
    Self::ApprovalIncomplete = "approval_incomplete", Error, Flaw;
    Self::ApprovalExpired(_) = "approval_expired", Warning, Flaw;
    Self::ApprovalEndsSoon(_) = "approval_ends_soon", Warning, Flaw;
    Self::CatalogueDiffers = "catalogue_differs", Note, Flaw;
    Self::ProfileUnknown = "profile_unknown", Error, Flaw;
    Self::UnknownId(_) = "unknown_id", Error, Flaw;
    Self::InvisibleCharacters(_) = "invisible_characters", Warning, Flaw;
    Self::CharactersWithoutMeaning(_) = "characters_without_meaning", Warning, Flaw;
    Self::LookAlikeCharacters(_) = "look_alike_characters", Warning, Flaw;
    Self::Heaped(_) = "heaped", Warning, Flaw;
    Self::OutsideJisX0213(_) = "outside_jis_x_0213", Note, Flaw;
    Self::TextLong(_) = "text_long", Note, Flaw;
}

impl FindingKind {
    /// Whether it only says that something is not there yet.
    pub fn is_gap(&self) -> bool {
        self.nature() == Nature::Gap
    }
}
