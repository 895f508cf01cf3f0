//! What a finding rests on.

use super::{Finding, FindingKind, gate};
use crate::catalogue::{Basis, Catalogue, Effect, OutcomeWhen, Question};
use crate::record::{QuestionId, Record, TaskChoice};

impl Finding {
    /// What the finding rests on: the bases of the question, entry or profile that it is about. Empty where it is this
    /// program's own aid alone.
    pub fn bases<'a>(&self, record: &Record, catalogue: &'a Catalogue) -> Vec<&'a Basis> {
        let question = |id: &QuestionId| catalogue.question(id).map_or_else(Vec::new, bases_of);
        let gate_question = |effect: Effect| {
            let mut questions = gate::questions(catalogue);
            questions.find(|question| question.effect == effect).map_or_else(Vec::new, bases_of)
        };
        match &self.kind {
            FindingKind::GradeThreeAgainstGate(_) => gate_question(Effect::Ends(OutcomeWhen::YesOutOfScope)),
            FindingKind::NoSensitiveItemAgainstGate | FindingKind::SensitiveItemAgainstGate(_) => {
                gate_question(Effect::Ends(OutcomeWhen::NoNotRequired))
            }
            FindingKind::GateNotAnswered(id) | FindingKind::GateUnknown(id) | FindingKind::GateEnds(id, _) => question(id),
            FindingKind::AssessorNotOfAgency => gate_question(Effect::Ends(OutcomeWhen::NoInvalidAssessor)),
            FindingKind::ServiceReasonMissing => gate_question(Effect::ReasonWhenNo),
            FindingKind::WideUse | FindingKind::ConditionsOfUseMissing => gate_question(Effect::WarningWhenNo),
            FindingKind::TaskNotChosen | FindingKind::TaskUnknown | FindingKind::TaskNotListed | FindingKind::EntryEmpty => {
                gate_question(Effect::TaskChoice)
            }
            FindingKind::TaskWordingUnconfirmed => match &record.task {
                TaskChoice::Listed(id) => catalogue.task(id).map(|task| &task.task_basis).into_iter().collect(),
                _ => Vec::new(),
            },
            FindingKind::AnswersMissing(_, _, ids) | FindingKind::AnswersUnknown(_, _, ids) => {
                let mut bases: Vec<&Basis> = Vec::new();
                for basis in ids.iter().flat_map(question) {
                    if !bases.contains(&basis) {
                        bases.push(basis);
                    }
                }
                bases
            }
            FindingKind::RequiredMissing => {
                catalogue.profile(&record.profile).map_or_else(Vec::new, |profile| profile.basis.iter().collect())
            }
            FindingKind::RedFlagOpen(_)
            | FindingKind::RedFlagWithoutWord(_)
            | FindingKind::RedFlagApplies(_)
            | FindingKind::NoItems
            | FindingKind::ItemWithoutName(_)
            | FindingKind::ItemWithoutGrade(..)
            | FindingKind::ItemWithoutPersonCount(_)
            | FindingKind::ItemsOfSameName(..)
            | FindingKind::NotDecided(..)
            | FindingKind::Reopened(..)
            | FindingKind::LowWhileOpen(..)
            | FindingKind::LoweredWithoutReason(..)
            | FindingKind::ExplanationMissing(..)
            | FindingKind::ReasonOnlyBegun(..)
            | FindingKind::Lowered(..)
            | FindingKind::RaiseWithoutReason(_)
            | FindingKind::BelowPrecedent(..)
            | FindingKind::ResidualRiskMissing
            | FindingKind::ServiceDiffersFromRequest
            | FindingKind::CorporateNumberWrong
            | FindingKind::ApproverIsAssessor
            | FindingKind::ChangedSinceApproval
            | FindingKind::KeptCopyIsAnother
            | FindingKind::ApprovalStatementChanged
            | FindingKind::ApprovalStatementNotKnown
            | FindingKind::ApprovalIncomplete
            | FindingKind::ApprovalExpired(_)
            | FindingKind::ApprovalEndsSoon(_)
            | FindingKind::CatalogueDiffers
            | FindingKind::ProfileUnknown
            | FindingKind::UnknownId(_)
            | FindingKind::InvisibleCharacters(_)
            | FindingKind::CharactersWithoutMeaning(_)
            | FindingKind::LookAlikeCharacters(_)
            | FindingKind::Heaped(_)
            | FindingKind::OutsideJisX0213(_)
            | FindingKind::TextLong(_) => Vec::new(),
        }
    }
}

fn bases_of(question: &Question) -> Vec<&Basis> {
    question.basis.iter().collect()
}
