//! The next thing to be done with a record, and where: one answer for start page, review, output and whoever else asks.

use super::{Finding, Judgement, Outcome, Severity, Stand, step_of, step_progress};
use crate::catalogue::{Catalogue, Procedure, StepId};
use crate::record::{ApprovalState, Date, Field, Record};

/// The next thing to be done with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextThing {
    /// Something is not there yet: on this step, beginning with this field. So many things are left there.
    Fill {
        /// On which step.
        step: StepId,
        /// Where to begin.
        field: Field,
        /// How many things are left on the step.
        left: usize,
    },
    /// Something that is there stands in the way of an approval.
    Mend {
        /// On which step.
        step: StepId,
        /// Where.
        field: Field,
        /// How many things are to be mended in all.
        left: usize,
    },
    /// Something is answered 不明, so that the outcome is not settled.
    Settle {
        /// On which step.
        step: StepId,
        /// Where.
        field: Field,
    },
    /// The answers themselves say that the assessment goes no further.
    Ended(Outcome),
    /// 確認 is to be requested.
    RequestApproval,
    /// The content is to be submitted anew, since it is not what the state was recorded for.
    SubmitAnew(ApprovalState),
    /// Somebody is to decide: by his title, as far as it is known.
    AwaitDecision(String),
    /// 差戻し: so many comments are open.
    AnswerComments(usize),
    /// 否認
    ReadRejection,
    /// 失効 or 期限切れ: to be assessed anew.
    AssessAgain,
    /// What stands in the approval is not what was recorded.
    FindEarlierVersion,
    /// The outcome is approved: what it leads to in this procedure.
    Approved(Outcome, Procedure),
    /// The provider makes its request.
    MakeRequest,
    /// The provider gives its part to the agency that procures.
    GivePart,
    /// The provider goes through the rest of its check-list.
    CheckList {
        /// Where to begin.
        field: Field,
        /// How many points are left.
        left: usize,
    },
    /// The provider makes the package of its pre-application.
    MakeApplication,
}

impl NextThing {
    /// The next thing to be done with a record on this day.
    pub fn of(record: &Record, catalogue: &Catalogue, judgement: &Judgement, today: Date) -> Self {
        let procedure = catalogue.procedure(record);
        let open = |otherwise: Self| first_open(record, catalogue, judgement).unwrap_or(otherwise);
        match Stand::of(record, judgement, today) {
            Stand::PartOpen => open(Self::MakeRequest),
            Stand::PartComplete if procedure == Procedure::PreApplication => Self::MakeRequest,
            Stand::PartComplete | Stand::ResultReceived | Stand::ReadyToApply if procedure != Procedure::PreApplication => {
                Self::GivePart
            }
            Stand::PartComplete | Stand::ResultReceived => {
                let left = |finding: &&Finding| finding.severity() == Severity::Error;
                let mut points = judgement.findings.iter().filter(left);
                let count = points.clone().count();
                points.next().map_or(Self::MakeApplication, |first| Self::CheckList { field: first.field.clone(), left: count })
            }
            Stand::ReadyToApply => Self::MakeApplication,
            Stand::StatementChanged => Self::FindEarlierVersion,
            Stand::Changed(state) => Self::SubmitAnew(state),
            Stand::Returned => Self::AnswerComments(record.comments.iter().filter(|comment| !comment.resolved).count()),
            Stand::Rejected => Self::ReadRejection,
            Stand::Lapsed | Stand::Expired => Self::AssessAgain,
            Stand::Draft(outcome @ (Outcome::Stop | Outcome::InvalidAssessor), _) => Self::Ended(outcome),
            Stand::Draft(..) => open(Self::RequestApproval),
            Stand::Submitted(_) => Self::AwaitDecision(record.agency.approver.title.to_string()),
            Stand::Approved(outcome) => Self::Approved(outcome, procedure),
        }
    }

    /// The place to which it leads; nothing where the state of the approval alone says it.
    pub const fn field(&self) -> Option<&Field> {
        match self {
            Self::Fill { field, .. } | Self::Mend { field, .. } | Self::Settle { field, .. } | Self::CheckList { field, .. } => {
                Some(field)
            }
            _ => None,
        }
    }

    /// The step on which it is done.
    pub const fn step(&self) -> StepId {
        match self {
            Self::Fill { step, .. } | Self::Mend { step, .. } | Self::Settle { step, .. } => *step,
            Self::Ended(_) | Self::AnswerComments(_) => StepId::Review,
            Self::RequestApproval
            | Self::SubmitAnew(_)
            | Self::AwaitDecision(_)
            | Self::ReadRejection
            | Self::AssessAgain
            | Self::FindEarlierVersion => StepId::Approval,
            Self::Approved(..) | Self::GivePart => StepId::Output,
            Self::MakeRequest => StepId::Request,
            Self::CheckList { .. } | Self::MakeApplication => StepId::Application,
        }
    }
}

/// The first thing that keeps the record from an approval, in the order of the steps. What is answered 不明 comes after that.
fn first_open(record: &Record, catalogue: &Catalogue, judgement: &Judgement) -> Option<NextThing> {
    let steps = catalogue.steps(record);
    let place = |finding: &&Finding| {
        let step = step_of(&finding.field, catalogue);
        steps.iter().position(|other| *other == step).unwrap_or(steps.len())
    };
    let errors = || judgement.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    if let Some(first) = errors().min_by_key(place) {
        let (step, field) = (step_of(&first.field, catalogue), first.field.clone());
        return Some(if first.kind.is_gap() {
            let left = step_progress(step, record, catalogue, judgement, false).remaining.max(1);
            NextThing::Fill { step, field, left }
        } else {
            NextThing::Mend { step, field, left: errors().filter(|finding| !finding.kind.is_gap()).count() }
        });
    }
    if judgement.outcome != Outcome::Undetermined {
        return None;
    }
    let open = judgement.findings.iter().filter(|finding| finding.severity() == Severity::Warning).min_by_key(place)?;
    Some(NextThing::Settle { step: step_of(&open.field, catalogue), field: open.field.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::judge;
    use crate::record::{Answer, Edit, QuestionId, Role, TextField};

    fn blank(role: Role) -> (Record, std::sync::Arc<Catalogue>, Date) {
        let catalogue = Catalogue::shipped().unwrap();
        let today = Date::new(2026, 11, 23).unwrap();
        let id = crate::record::RecordId::new("r").unwrap();
        (Record::new(id, role, today, catalogue.profiles[0].id.clone(), catalogue.pin()), catalogue, today)
    }

    fn next(record: &Record, catalogue: &Catalogue, today: Date) -> NextThing {
        NextThing::of(record, catalogue, &judge(record, catalogue, today), today)
    }

    #[test]
    fn a_blank_record_begins_with_its_first_step_that_lacks_something() {
        for role in [Role::Agency, Role::Csp] {
            let (record, catalogue, today) = blank(role);
            let next = next(&record, &catalogue, today);
            assert!(matches!(next, NextThing::Fill { step: StepId::Service, left: 2.., .. }), "{next:?}");
            assert!(matches!(next.field(), Some(Field::Text(_))), "{next:?}");
        }
    }

    #[test]
    fn what_was_filled_is_not_asked_for_again() {
        let (mut record, catalogue, today) = blank(Role::Agency);
        for (field, text) in [(TextField::ServiceName, "甲"), (TextField::Provider, "架空社")] {
            record.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
        }
        assert!(matches!(next(&record, &catalogue, today), NextThing::Fill { step: StepId::Agency, .. }));
        // The assessor is not of the agency: no further answer makes the assessment valid.
        record.apply(Edit::AnswerGate(QuestionId::new("G8").unwrap(), Answer::No)).unwrap();
        assert_eq!(next(&record, &catalogue, today), NextThing::Ended(Outcome::InvalidAssessor));
    }
}
