//! The next thing to be done with a record, and where: one answer for start page, review, output and whoever else asks.

use super::{Finding, Judgement, Outcome, Severity, Stand, step_of, step_progress};
use crate::catalogue::{Catalogue, Procedure, StepId};
use crate::record::{ApprovalState, Asked, AskedState, Date, Field, Record};

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
    /// The provider reads why an agency sent its request back, and mends it.
    MendReturned(String),
    /// The provider asks an agency that did not answer in time, so many days ago; so many others did not either.
    AskAgain {
        /// The agency.
        agency: String,
        /// For how many days it is overdue.
        days: i32,
        /// How many others are.
        others: usize,
    },
    /// The provider waits for so many agencies.
    AwaitAnswers(usize),
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
            Stand::PartComplete if procedure == Procedure::PreApplication => {
                let waiting = record.asked.iter().filter(|asked| asked.state(today).is_waiting()).count();
                let otherwise = if waiting > 0 { Self::AwaitAnswers(waiting) } else { Self::MakeRequest };
                of_asked(record, today).unwrap_or(otherwise)
            }
            Stand::PartComplete | Stand::ResultReceived | Stand::ReadyToApply if procedure != Procedure::PreApplication => {
                Self::GivePart
            }
            Stand::PartComplete | Stand::ResultReceived => {
                if let Some(first) = of_asked(record, today) {
                    return first;
                }
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
            Self::MakeRequest | Self::AskAgain { .. } | Self::AwaitAnswers(_) => StepId::Request,
            Self::MendReturned(_) => StepId::Received,
            Self::CheckList { .. } | Self::MakeApplication => StepId::Application,
        }
    }
}

/// What agencies that were asked leave the provider to do first: one that sent the request back, one that does not answer.
fn of_asked(record: &Record, today: Date) -> Option<NextThing> {
    let in_state = |state| record.asked.iter().filter(move |asked| asked.state(today) == state);
    if let Some(asked) = in_state(AskedState::Returned).next() {
        return Some(NextThing::MendReturned(asked.agency.to_string()));
    }
    let days = |asked: &&Asked| asked.reply_by.map_or(0, |day| day.days_until(today));
    let longest = in_state(AskedState::Overdue).max_by_key(days)?;
    let others = in_state(AskedState::Overdue).count().saturating_sub(1);
    Some(NextThing::AskAgain { agency: longest.agency.to_string(), days: days(&longest), others })
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

    #[test]
    fn what_an_agency_sent_back_and_who_is_overdue_come_before_what_else_is_next() {
        use crate::record::{Came, CameAs, ContentDigest, Line, ReceivedFile, Sent};
        let (mut record, _, today) = blank(Role::Csp);
        let digest = ContentDigest::of(b"");
        let asked = |agency: &str, day: i8| Asked {
            agency: Line::new(agency).unwrap(),
            reply_by: Date::new(2026, 11, day),
            sent: vec![Sent { on: Date::new(2026, 11, 1).unwrap(), content: digest.clone(), service: digest.clone() }],
            ..Asked::default()
        };
        record.asked = vec![asked("架空庁", 22), asked("架空省", 13), asked("架空県", 30)];
        let first = NextThing::AskAgain { agency: "架空省".to_owned(), days: 10, others: 1 };
        assert_eq!(of_asked(&record, today), Some(first), "who is overdue longest");
        let file = ReceivedFile { name: Line::default(), sha256: digest.clone(), on: today };
        let came = Came { file, kind: CameAs::Returned, record: record.id.clone(), answers: Some(digest) };
        record.asked[2].came.push(came);
        assert_eq!(of_asked(&record, today), Some(NextThing::MendReturned("架空県".to_owned())));
        record.asked.truncate(0);
        assert_eq!(of_asked(&record, today), None);
    }
}
