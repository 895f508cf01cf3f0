//! What of a record a workbook brings back when it is taken in again, and what it does not. The workbook itself says so.

use crate::catalogue::{Catalogue, Effect, Section, StepId};
use crate::judgement::step_of;
use crate::record::{Field, Place, QuestionId};
use crate::text::{Lang, workbook as words};

/// The most that a spreadsheet keeps in one cell, in UTF-16 code units.
pub const CELL_UNITS: usize = 32_767;

/// What a workbook does not bring back, or not always.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotCarried {
    /// What names the record and what it was made with.
    Identity,
    /// That an item was taken away or moved.
    ItemList,
    /// Answers that follow from a grade, from the number of persons or from the choice of the target task.
    Derived,
    /// An answer that is not one of its question's answers.
    Unfit,
    /// The texts of a pasted row that a request suggests as target task.
    SuggestedRow,
    /// A text that does not fit into a cell.
    TooLong,
    /// 承認
    Approval,
    /// The files that were taken in.
    Received,
    /// 依頼先
    Asked,
}

impl NotCarried {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Identity,
        Self::ItemList,
        Self::Derived,
        Self::Unfit,
        Self::SuggestedRow,
        Self::TooLong,
        Self::Approval,
        Self::Received,
        Self::Asked,
    ];

    /// What it is, in words.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Identity => words::not_carried_identity(lang),
            Self::ItemList => words::not_carried_item_list(lang),
            Self::Derived => words::not_carried_derived(lang),
            Self::Unfit => words::not_carried_unfit(lang),
            Self::SuggestedRow => words::not_carried_suggested_row(lang),
            Self::TooLong => words::not_carried_too_long(lang),
            Self::Approval => words::not_carried_approval(lang),
            Self::Received => words::not_carried_received(lang),
            Self::Asked => words::not_carried_asked(lang),
        }
    }
}

/// The step whose entries a place belongs to.
///
/// # Errors
/// [`NotCarried`] if a workbook never brings this place back.
pub fn of(place: &Place, catalogue: &Catalogue) -> Result<StepId, NotCarried> {
    let field = match place {
        Place::Id | Place::Role | Place::Created | Place::AnswersRequest => return Err(NotCarried::Identity),
        Place::Received => return Err(NotCarried::Received),
        Place::Asked => return Err(NotCarried::Asked),
        Place::Field(field) => field,
    };
    match field {
        Field::Approval => Err(NotCarried::Approval),
        Field::Catalogue | Field::Profile => Err(NotCarried::Identity),
        Field::Items => Err(NotCarried::ItemList),
        Field::Gate(question) if !is_answered(question, true, catalogue) => Err(NotCarried::Derived),
        Field::Answer(_, question) if !is_answered(question, false, catalogue) => Err(NotCarried::Derived),
        Field::Text(_)
        | Field::ServiceIsSaas
        | Field::Day(_)
        | Field::Gate(_)
        | Field::Task
        | Field::RedFlag(_)
        | Field::Item(..)
        | Field::Answer(..)
        | Field::Decision(..)
        | Field::Reason(..)
        | Field::Raise(_)
        | Field::RaiseReason(_)
        | Field::SuggestedTask
        | Field::CheckList(_) => Ok(step_of(field, catalogue)),
    }
}

/// Whether a question is answered where it is asked, in the gate or for an item.
fn is_answered(question: &QuestionId, in_gate: bool, catalogue: &Catalogue) -> bool {
    catalogue.question(question).is_some_and(|question| {
        let derived = matches!(question.effect, Effect::TaskChoice | Effect::PersonCount { .. } | Effect::GradeTwoExplains);
        !derived && (question.section == Section::Gate) == in_gate
    })
}
