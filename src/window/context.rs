//! What a step sees and what it may ask for.

use super::commands::Command;
use super::ids::IdSource;
use super::memory::{PageState, TextDrafts};
use super::outside::Outside;
use crate::catalogue::{Catalogue, StepId};
use crate::judgement::Judgement;
use crate::record::{Date, Edit, Field, ItemId, QuestionId, Record, TaskId};
use crate::text::Lang;

/// What a step sees and what it may ask for. Nothing is changed here: edits and commands are collected and carried out by
/// the app after the frame.
pub struct StepContext<'a> {
    /// The record as it is.
    pub record: &'a Record,
    /// The catalogue it is judged with.
    pub catalogue: &'a Catalogue,
    /// What follows from the record.
    pub judgement: &'a Judgement,
    /// The day in Japan.
    pub today: Date,
    /// The language of the screens.
    pub lang: Lang,
    /// What is around the record: its file, what was exported, what was received.
    pub outside: &'a Outside,
    /// The field to be brought on the screen, for the frames after a jump: open its section, select its row.
    pub target: Option<&'a Field>,
    /// Text being typed.
    pub drafts: &'a mut TextDrafts,
    /// What a step remembers that is not part of the record: search text, open sections, selected rows.
    pub page: &'a mut PageState,
    /// What the guidance panel shows. Set it when a field or question gets the focus or is pointed at on purpose.
    pub guidance: &'a mut Topic,
    /// Edits and commands, carried out after the frame in this order.
    pub out: &'a mut Vec<Request>,
    /// Makes ids.
    pub ids: &'a mut dyn IdSource,
}

impl StepContext<'_> {
    /// Asks for a change of the record.
    pub fn edit(&mut self, edit: Edit) {
        self.out.push(Request::Edit(edit));
    }

    /// Asks for something to be done.
    pub fn command(&mut self, command: Command) {
        self.out.push(Request::Command(command));
    }

    /// An id for a new information item.
    pub fn new_item_id(&mut self) -> ItemId {
        self.ids.item_id()
    }
}

/// Something a step asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// A change of the record.
    Edit(Edit),
    /// Something to be done.
    Command(Command),
}

/// What the guidance panel shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// What a step is for.
    Step(StepId),
    /// A question: what is meant, examples, what follows, what it rests on.
    Question(QuestionId),
    /// A field.
    Field(Field),
    /// An entry of the 対象業務一覧.
    Task(TaskId),
    /// What tells the levels apart.
    Levels,
}
