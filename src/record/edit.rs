//! Changes of a record as values: made by screens and imports, applied by [`Record::apply`].

use thiserror::Error;

use super::{
    Answer, ApprovalState, Asked, CataloguePin, CheckListPoint, Comment, CommentId, ConfidentialityGrade, Date, DayField, Field,
    Grade, ItemId, Level, List, Objective, OpinionView, Person, PersonCount, ProfileId, PublicationPlan, QuestionId, RaiseTo,
    ReceivedFile, Record, RedFlagId, SeenProposal, Stated, TaskChoice, TextError, Validity,
};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Puts a text into a field that holds text: [`Field::Text`], text attributes of an item, a reason, the word on a red flag.
    SetText {
        /// Which.
        field: Field,
        /// The text as typed.
        text: String,
    },
    /// Answers a gate question.
    AnswerGate(QuestionId, Answer),
    /// Says whether the provider calls the service SaaS.
    SetServiceIsSaas(Answer),
    /// Sets a day that stands once, or takes it away.
    SetDay(DayField, Option<Date>),
    /// Chooses the target task.
    ChooseTask(TaskChoice),
    /// Says whether a red flag applies.
    AnswerRedFlag(RedFlagId, Answer),
    /// Adds items at the end.
    AddItems(Vec<NewItem>),
    /// Takes an item away, with its answers and decisions.
    RemoveItem(ItemId),
    /// Moves an item by so many places; negative is up. It stops at the ends.
    MoveItem(ItemId, isize),
    /// Puts a copy with a new id below an item, with its answers and without its decisions.
    DuplicateItem {
        /// The item to copy.
        of: ItemId,
        /// The id of the copy.
        id: ItemId,
    },
    /// Grades some items in confidentiality.
    GradeConfidentiality(Vec<ItemId>, ConfidentialityGrade),
    /// Grades some items in integrity.
    GradeIntegrity(Vec<ItemId>, Grade),
    /// Grades some items in availability.
    GradeAvailability(Vec<ItemId>, Grade),
    /// Says how many people the personal data of some items are about.
    CountPersons(Vec<ItemId>, PersonCount),
    /// Says whether some items are to be published.
    PlanPublication(Vec<ItemId>, PublicationPlan),
    /// Answers one question for some items.
    AnswerItems(Vec<ItemId>, QuestionId, Answer),
    /// Decides one cell, against the proposal that was on the screen.
    Decide {
        /// The item.
        item: ItemId,
        /// The objective.
        objective: Objective,
        /// The level chosen.
        level: Level,
        /// The proposal that was seen.
        against: SeenProposal,
    },
    /// Decides many cells as proposed, in one act.
    DecideAsProposed(Vec<(ItemId, Objective, SeenProposal)>),
    /// Takes the decision on a cell back. Its reason stays.
    Undecide(ItemId, Objective),
    /// Raises an objective for the task as a whole, or takes the raise back.
    RaiseObjective(Objective, RaiseTo),
    /// Chooses the task that a request suggests.
    SuggestTask(TaskChoice),
    /// Answers a point of the CSP's check-list.
    AnswerCheckList(CheckListPoint, Answer),
    /// Chooses the procedure profile.
    ChooseProfile(ProfileId),
    /// Moves the record to another catalogue, by which it is judged from then on.
    MoveToCatalogue(CataloguePin),
    /// Chooses how long an approval is to hold.
    ChooseValidity(Validity),
    /// Brings the approval to another state, for the content as it is now.
    MoveApproval {
        /// The state.
        to: ApprovalState,
        /// By whom.
        by: Person,
        /// On which day.
        on: Date,
        /// What was said with it.
        comment: String,
    },
    /// Keeps beside an approval that was just given what was judged then.
    StateJudged(Box<Stated>),
    /// Notes that a file was taken in. One that is noted already, of the same name and day, is not noted twice.
    NoteReceived(ReceivedFile),
    /// Puts down whom a provider asked, all of them anew.
    SetAsked(Vec<Asked>),
    /// Adds what somebody else says to the content as it is now.
    AddOpinion {
        /// Who.
        by: Person,
        /// On which day.
        on: Date,
        /// How he stands to it.
        view: OpinionView,
        /// In his words.
        comment: String,
    },
    /// Gives a comment on a field.
    AddComment(Comment),
    /// Says that nothing is left to be done about a comment.
    ResolveComment(CommentId),
    /// Says that something is left to be done about it after all.
    ReopenComment(CommentId),
    /// Takes a comment away.
    RemoveComment(CommentId),
    /// Puts the content of another record in place of the present one. What stands beside the content stays.
    Restore(Box<Record>),
    /// Several changes as one act, made all or not at all.
    Together(Vec<Edit>),
}

impl Edit {
    /// Sets the day of a field that holds one; `None` if the field holds no day.
    pub const fn of_day(field: &Field, day: Option<Date>) -> Option<Self> {
        match field {
            Field::Day(field) => Some(Self::SetDay(*field, day)),
            _ => None,
        }
    }
}

/// An item to be added, with what is already known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewItem {
    /// Its id.
    pub id: ItemId,
    /// Its name.
    pub name: String,
    /// What it contains.
    pub description: String,
}

/// Why a change was not made. The record is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// A text was not taken.
    #[error("{field}: {problem}")]
    Text {
        /// Where it was to go.
        field: Field,
        /// Why.
        problem: TextError,
    },
    /// There is no item with this id.
    #[error("there is no information item {0}")]
    NoSuchItem(ItemId),
    /// There is an item with this id already.
    #[error("there is an information item {0} already")]
    ItemExists(ItemId),
    /// There is no comment with this id.
    #[error("there is no comment {0}")]
    NoSuchComment(CommentId),
    /// There is a comment with this id already.
    #[error("there is a comment {0} already")]
    CommentExists(CommentId),
    /// The field does not hold text.
    #[error("{0} does not hold text")]
    NotText(Field),
    /// The approval cannot come to this state from where it is.
    #[error("an approval in state {from:?} cannot become {to:?}")]
    ApprovalStep {
        /// The present state.
        from: ApprovalState,
        /// The state asked for.
        to: ApprovalState,
    },
    /// The list would have more than [`MOST_ENTRIES`](super::MOST_ENTRIES).
    #[error("{}", super::too_many(*.0))]
    TooMany(List),
    /// What was judged is kept beside an approval, and there is none.
    #[error("there is no approval in state {0:?}")]
    NothingApproved(ApprovalState),
}
