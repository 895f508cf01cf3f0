//! Names of the places in a record that a finding points to, an edit changes and a screen shows.

use std::fmt;

use super::{CheckListPoint, DayField, ItemField, ItemId, Objective, QuestionId, RecordPart, RedFlagId, TextField};

/// One place in a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// A text of the record that stands once.
    Text(TextField),
    /// Whether the provider calls the service SaaS.
    ServiceIsSaas,
    /// A day that stands once.
    Day(DayField),
    /// A gate question.
    Gate(QuestionId),
    /// The choice of the target task.
    Task,
    /// A red flag of the chosen task.
    RedFlag(RedFlagId),
    /// The list of information items as a whole.
    Items,
    /// An attribute of an information item.
    Item(ItemId, ItemField),
    /// The answer of an item to a question.
    Answer(ItemId, QuestionId),
    /// The decision on a cell.
    Decision(ItemId, Objective),
    /// The reason of the decision on a cell.
    Reason(ItemId, Objective),
    /// The raise of an objective for the task as a whole.
    Raise(Objective),
    /// The reason of that raise.
    RaiseReason(Objective),
    /// The request's suggested task.
    SuggestedTask,
    /// A point of the CSP's check-list.
    CheckList(CheckListPoint),
    /// State, validity and day of the approval.
    Approval,
    /// The catalogue the record is pinned to.
    Catalogue,
    /// The procedure profile.
    Profile,
}

impl Field {
    /// Whether it is a field of the procurement, which not every procedure is about.
    pub const fn is_of_procurement(&self) -> bool {
        match self {
            Self::Day(day) => matches!(day.part(), RecordPart::Procurement),
            Self::Text(text) => matches!(text.part(), RecordPart::Procurement),
            _ => false,
        }
    }
}

impl fmt::Display for Field {
    /// The path of the place in the file; items are named by their id.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(field) => formatter.write_str(field.path()),
            Self::ServiceIsSaas => formatter.write_str("service.is_saas"),
            Self::Day(field) => formatter.write_str(field.path()),
            Self::Gate(question) => write!(formatter, "gate.answers.{question}"),
            Self::Task => formatter.write_str("task"),
            Self::RedFlag(flag) => write!(formatter, "red_flags[{flag}]"),
            Self::Items => formatter.write_str("items"),
            Self::Item(item, field) => write!(formatter, "items[{item}].{}", field.name()),
            Self::Answer(item, question) => write!(formatter, "items[{item}].answers.{question}"),
            Self::Decision(item, objective) => write!(formatter, "items[{item}].decisions.{}", objective.name()),
            Self::Reason(item, objective) => write!(formatter, "items[{item}].decisions.{}.reason", objective.name()),
            Self::Raise(objective) => write!(formatter, "raises.{}", objective.name()),
            Self::RaiseReason(objective) => write!(formatter, "raises.{}.reason", objective.name()),
            Self::SuggestedTask => formatter.write_str("request.suggested_task"),
            Self::CheckList(point) => write!(formatter, "application.{}", point.name()),
            Self::Approval => formatter.write_str("approval"),
            Self::Catalogue => formatter.write_str("catalogue"),
            Self::Profile => formatter.write_str("profile"),
        }
    }
}
