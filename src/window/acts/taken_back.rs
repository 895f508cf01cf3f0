//! Which changes take an answer back: the window says so, since nothing else on the screen does.

use crate::record::{Answer, ConfidentialityGrade, Edit, Grade, PersonCount, PublicationPlan, RaiseTo, TaskChoice, Validity};

/// Whether a change leaves something unanswered that may have been answered.
pub(super) fn takes_an_answer_back(edit: &Edit) -> bool {
    match edit {
        Edit::AnswerGate(_, answer)
        | Edit::SetServiceIsSaas(answer)
        | Edit::AnswerRedFlag(_, answer)
        | Edit::AnswerItems(_, _, answer)
        | Edit::AnswerCheckList(_, answer) => *answer == Answer::NotAnswered,
        Edit::GradeConfidentiality(_, grade) => *grade == ConfidentialityGrade::default(),
        Edit::GradeIntegrity(_, grade) | Edit::GradeAvailability(_, grade) => *grade == Grade::default(),
        Edit::CountPersons(_, count) => *count == PersonCount::default(),
        Edit::PlanPublication(_, plan) => *plan == PublicationPlan::default(),
        Edit::ChooseTask(task) | Edit::SuggestTask(task) => *task == TaskChoice::NotChosen,
        Edit::RaiseObjective(_, to) => *to == RaiseTo::NotRaised,
        Edit::ChooseValidity(validity) => *validity == Validity::NotChosen,
        Edit::Undecide(..) => true,
        _ => false,
    }
}
