//! Changes of a record as values: made by screens and imports, applied in one place.

use thiserror::Error;

use super::{
    Answer, ApprovalState, CataloguePin, CheckListPoint, Choice, Comment, CommentId, ConfidentialityGrade, Date, Field, Grade,
    InformationItem, ItemField, ItemId, Level, Line, Objective, OpinionView, Person, PersonCount, ProfileId, Prose,
    PublicationPlan, QuestionId, RaiseTo, ReceivedFile, Record, RedFlagId, RedFlagReply, SeenProposal, Stated, TaskChoice, Text,
    TextError, TextField, Validity,
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
    /// Sets the day of the assessment.
    SetAssessedOn(Option<Date>),
    /// Sets the day of the procurement.
    SetProcurementDate(Option<Date>),
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
    /// Sets the day by which an answer to a request is hoped for.
    SetDeadline(Option<Date>),
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
            Field::AssessedOn => Some(Self::SetAssessedOn(day)),
            Field::ProcurementDate => Some(Self::SetProcurementDate(day)),
            Field::Deadline => Some(Self::SetDeadline(day)),
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
    /// What was judged is kept beside an approval, and there is none.
    #[error("there is no approval in state {0:?}")]
    NothingApproved(ApprovalState),
}

/// What every text of a record can do, whatever its length and number of lines.
trait TextSlot {
    fn read(&self) -> &str;
    fn write(&mut self, raw: &str) -> Result<(), TextError>;
    fn soft_length(&self) -> usize;
    fn multiline(&self) -> bool;
}

impl<const SOFT: usize, const LINES: bool> TextSlot for Text<SOFT, LINES> {
    fn read(&self) -> &str {
        self.as_str()
    }

    fn write(&mut self, raw: &str) -> Result<(), TextError> {
        *self = Self::new(raw)?;
        Ok(())
    }

    fn soft_length(&self) -> usize {
        SOFT
    }

    fn multiline(&self) -> bool {
        LINES
    }
}

macro_rules! slot {
    ($record:expr, $field:expr, $iter:ident, $($borrow:tt)+) => {
        match $field {
            Field::Text(text) => match text {
                TextField::CaseName => Some($($borrow)+ $record.case_name),
                TextField::PaperNumber => Some($($borrow)+ $record.paper.number),
                TextField::PaperAddressee => Some($($borrow)+ $record.paper.addressee),
                TextField::PaperHandling => Some($($borrow)+ $record.paper.handling),
                TextField::Provider => Some($($borrow)+ $record.service.provider),
                TextField::CorporateNumber => Some($($borrow)+ $record.service.corporate_number),
                TextField::ServiceName => Some($($borrow)+ $record.service.name),
                TextField::ServiceUrl => Some($($borrow)+ $record.service.url),
                TextField::ServiceSummary => Some($($borrow)+ $record.service.summary),
                TextField::Platform => Some($($borrow)+ $record.service.platform),
                TextField::PlatformRegistration => Some($($borrow)+ $record.service.platform_registration),
                TextField::InformationKinds => Some($($borrow)+ $record.service.information_kinds),
                TextField::DataLocation => Some($($borrow)+ $record.service.data_location),
                TextField::Functions => Some($($borrow)+ $record.service.functions),
                TextField::Certifications => Some($($borrow)+ $record.service.certifications),
                TextField::AgencyName => Some($($borrow)+ $record.agency.name),
                TextField::Bureau => Some($($borrow)+ $record.agency.bureau),
                TextField::Section => Some($($borrow)+ $record.agency.section),
                TextField::AgencyTaskName => Some($($borrow)+ $record.agency.task_name),
                TextField::Purpose => Some($($borrow)+ $record.agency.purpose),
                TextField::Users => Some($($borrow)+ $record.agency.users),
                TextField::AssessorTitle => Some($($borrow)+ $record.agency.assessor.title),
                TextField::AssessorName => Some($($borrow)+ $record.agency.assessor.name),
                TextField::ApproverTitle => Some($($borrow)+ $record.agency.approver.title),
                TextField::ApproverName => Some($($borrow)+ $record.agency.approver.name),
                TextField::ProcurementTitle => Some($($borrow)+ $record.procurement.title),
                TextField::ProcurementNumber => Some($($borrow)+ $record.procurement.number),
                TextField::ProcurementPeriod => Some($($borrow)+ $record.procurement.period),
                TextField::ServiceReason => Some($($borrow)+ $record.gate.service_reason),
                TextField::EntryTask => match $($borrow)+ $record.task {
                    TaskChoice::AgencyEntry { task, .. } => Some(task),
                    _ => None,
                },
                TextField::EntryService => match $($borrow)+ $record.task {
                    TaskChoice::AgencyEntry { service, .. } => Some(service),
                    _ => None,
                },
                TextField::EntryOrigin => match $($borrow)+ $record.task {
                    TaskChoice::AgencyEntry { origin, .. } => Some(origin),
                    _ => None,
                },
                TextField::ConditionsOfUse => Some($($borrow)+ $record.conditions_of_use),
                TextField::ResidualRisk => Some($($borrow)+ $record.residual_risk),
                TextField::Addressee => Some($($borrow)+ $record.request.addressee),
                TextField::SuggestedInformation => Some($($borrow)+ $record.request.suggested_information),
                TextField::Contact => Some($($borrow)+ $record.request.contact),
                TextField::Letter => Some($($borrow)+ $record.request.letter),
                TextField::ApplicationRemarks => Some($($borrow)+ $record.application.remarks),
            },
            Field::Item(id, field) => match $record.items.$iter().find(|item| item.id == *id) {
                None => None,
                Some(item) => match field {
                    ItemField::Name => Some($($borrow)+ item.name),
                    ItemField::Description => Some($($borrow)+ item.description),
                    ItemField::Whose => Some($($borrow)+ item.whose),
                    ItemField::PersonalData => Some($($borrow)+ item.personal_data),
                    ItemField::PublicationTime => Some($($borrow)+ item.publication_time),
                    ItemField::Retention => Some($($borrow)+ item.retention),
                    ItemField::ConfidentialityGrade
                    | ItemField::IntegrityGrade
                    | ItemField::AvailabilityGrade
                    | ItemField::PersonCount
                    | ItemField::Publication => None,
                },
            },
            Field::Reason(id, objective) => match $record.items.$iter().find(|item| item.id == *id) {
                None => None,
                Some(item) => Some($($borrow)+ item.decisions[*objective].reason),
            },
            Field::RaiseReason(objective) => Some($($borrow)+ $record.raises[*objective].reason),
            Field::RedFlag(flag) => match $record.red_flags.$iter().find(|reply| reply.flag == *flag) {
                None => None,
                Some(reply) => Some($($borrow)+ reply.word),
            },
            _ => None,
        }
    };
}

impl Record {
    /// The text of a field; `None` if the field holds no text or the thing it belongs to is not there.
    pub fn text(&self, field: &Field) -> Option<&str> {
        let slot: Option<&dyn TextSlot> = slot!(self, field, iter, &);
        slot.map(TextSlot::read)
    }

    /// The length in characters beyond which the text of a field is said to be long, and whether it may have several lines.
    pub fn text_limits(&self, field: &Field) -> Option<(usize, bool)> {
        let slot: Option<&dyn TextSlot> = slot!(self, field, iter, &);
        slot.map(|slot| (slot.soft_length(), slot.multiline()))
    }

    /// The day in a field that holds one; `None` if the field holds no day, or none is set.
    pub const fn day(&self, field: &Field) -> Option<Date> {
        match field {
            Field::AssessedOn => self.agency.assessed_on,
            Field::ProcurementDate => self.procurement.date,
            Field::Deadline => self.request.deadline,
            _ => None,
        }
    }

    /// All texts of the record with their fields, in the order of the steps.
    pub fn texts(&self) -> Vec<(Field, &str)> {
        let mut fields: Vec<Field> = TextField::ALL.iter().copied().map(Field::Text).collect();
        fields.extend(self.red_flags.iter().map(|reply| Field::RedFlag(reply.flag.clone())));
        for item in &self.items {
            fields.extend(ItemField::ALL.into_iter().map(|field| Field::Item(item.id.clone(), field)));
            fields.extend(Objective::ALL.into_iter().map(|objective| Field::Reason(item.id.clone(), objective)));
        }
        fields.extend(Objective::ALL.into_iter().map(Field::RaiseReason));
        fields.into_iter().filter_map(|field| self.text(&field).map(|text| (field.clone(), text))).collect()
    }

    /// Makes one change.
    ///
    /// # Errors
    /// [`EditError`]; the record is then as it was.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        match edit {
            Edit::SetText { field, text } => self.set_text(field, &text)?,
            Edit::AnswerGate(question, answer) => self.gate.answers.set(question, answer),
            Edit::SetServiceIsSaas(answer) => self.service.is_saas = answer,
            Edit::SetAssessedOn(date) => self.agency.assessed_on = date,
            Edit::SetProcurementDate(date) => self.procurement.date = date,
            Edit::ChooseTask(task) => self.task = task,
            Edit::AnswerRedFlag(flag, answer) => match self.red_flags.iter_mut().find(|reply| reply.flag == flag) {
                Some(reply) => reply.applies = answer,
                None => self.red_flags.push(RedFlagReply { flag, applies: answer, word: Line::default() }),
            },
            Edit::AddItems(items) => self.add_items(items)?,
            Edit::RemoveItem(id) => {
                let index = self.index_of(&id)?;
                self.items.remove(index);
            }
            Edit::MoveItem(id, places) => {
                let from = self.index_of(&id)?;
                let last = self.items.len().saturating_sub(1);
                let to = from.saturating_add_signed(places).min(last);
                let item = self.items.remove(from);
                self.items.insert(to, item);
            }
            Edit::DuplicateItem { of, id } => self.duplicate_item(&of, id)?,
            Edit::GradeConfidentiality(items, grade) => self.each(&items, |item| item.confidentiality_grade = grade)?,
            Edit::GradeIntegrity(items, grade) => self.each(&items, |item| item.integrity_grade = grade)?,
            Edit::GradeAvailability(items, grade) => self.each(&items, |item| item.availability_grade = grade)?,
            Edit::CountPersons(items, count) => self.each(&items, |item| item.person_count = count)?,
            Edit::PlanPublication(items, plan) => self.each(&items, |item| item.publication = plan)?,
            Edit::AnswerItems(items, question, answer) => {
                self.each(&items, |item| item.answers.set(question.clone(), answer.clone()))?;
            }
            Edit::Decide { item, objective, level, against } => {
                self.decide(&item, objective, Choice::Decided { level, against })?;
            }
            Edit::DecideAsProposed(cells) => {
                for (item, _, _) in &cells {
                    self.index_of(item)?;
                }
                for (item, objective, against) in cells {
                    self.decide(&item, objective, Choice::Decided { level: against.level, against })?;
                }
            }
            Edit::Undecide(item, objective) => self.decide(&item, objective, Choice::NotDecided)?,
            Edit::RaiseObjective(objective, to) => self.raises[objective].to = to,
            Edit::SuggestTask(task) => self.request.suggested_task = task,
            Edit::SetDeadline(date) => self.request.deadline = date,
            Edit::AnswerCheckList(point, answer) => *self.check_list_point_mut(point) = answer,
            Edit::ChooseProfile(profile) => self.profile = profile,
            Edit::MoveToCatalogue(pin) => self.catalogue = pin,
            Edit::ChooseValidity(validity) => self.restate(|approval| approval.validity = validity),
            Edit::MoveApproval { to, by, on, comment } => self.move_approval(to, by, on, &comment)?,
            Edit::StateJudged(stated) => self.state_judged(stated)?,
            Edit::NoteReceived(file) => {
                if !self.received.contains(&file) {
                    self.received.push(file);
                }
            }
            Edit::AddOpinion { by, on, view, comment } => self.add_opinion(by, on, view, &comment)?,
            Edit::AddComment(comment) => self.add_comment(comment)?,
            Edit::ResolveComment(id) => self.set_resolved(id, true)?,
            Edit::ReopenComment(id) => self.set_resolved(id, false)?,
            Edit::RemoveComment(id) => self.remove_comment(id)?,
            Edit::Restore(content) => *self = Self { id: self.id.clone(), ..self.beside(*content) },
            Edit::Together(edits) => {
                let mut changed = self.clone();
                for edit in edits {
                    changed.apply(edit)?;
                }
                *self = changed;
            }
        }
        Ok(())
    }

    /// The answer to a point of the CSP's check-list.
    pub fn check_list_point(&self, point: CheckListPoint) -> &Answer {
        match point {
            CheckListPoint::Gbizid => &self.application.gbizid,
            CheckListPoint::OwnPartComplete => &self.application.own_part_complete,
            CheckListPoint::AssessmentReceived => &self.application.assessment_received,
            CheckListPoint::Statement => &self.application.statement,
            CheckListPoint::InternalAudit => &self.application.internal_audit,
            CheckListPoint::ExternalAudit => &self.application.external_audit,
            CheckListPoint::Consultation => &self.application.consultation,
        }
    }

    fn check_list_point_mut(&mut self, point: CheckListPoint) -> &mut Answer {
        match point {
            CheckListPoint::Gbizid => &mut self.application.gbizid,
            CheckListPoint::OwnPartComplete => &mut self.application.own_part_complete,
            CheckListPoint::AssessmentReceived => &mut self.application.assessment_received,
            CheckListPoint::Statement => &mut self.application.statement,
            CheckListPoint::InternalAudit => &mut self.application.internal_audit,
            CheckListPoint::ExternalAudit => &mut self.application.external_audit,
            CheckListPoint::Consultation => &mut self.application.consultation,
        }
    }

    fn set_text(&mut self, field: Field, text: &str) -> Result<(), EditError> {
        if let Field::RedFlag(flag) = &field
            && self.red_flag(flag).is_none()
        {
            self.red_flags.push(RedFlagReply { flag: flag.clone(), applies: Answer::NotAnswered, word: Line::default() });
        }
        if let Field::Item(id, _) | Field::Reason(id, _) = &field {
            self.index_of(id)?;
        }
        let slot: Option<&mut dyn TextSlot> = slot!(self, &field, iter_mut, &mut);
        let Some(slot) = slot else { return Err(EditError::NotText(field)) };
        slot.write(text).map_err(|problem| EditError::Text { field, problem })
    }

    fn add_items(&mut self, items: Vec<NewItem>) -> Result<(), EditError> {
        let mut made = Vec::with_capacity(items.len());
        for NewItem { id, name, description } in items {
            if self.item(&id).is_some() || made.iter().any(|item: &InformationItem| item.id == id) {
                return Err(EditError::ItemExists(id));
            }
            let mut item = InformationItem::new(id.clone());
            let field = |part| Field::Item(id.clone(), part);
            item.name = Line::new(&name).map_err(|problem| EditError::Text { field: field(ItemField::Name), problem })?;
            item.description =
                Prose::new(&description).map_err(|problem| EditError::Text { field: field(ItemField::Description), problem })?;
            made.push(item);
        }
        self.items.append(&mut made);
        Ok(())
    }

    fn duplicate_item(&mut self, of: &ItemId, id: ItemId) -> Result<(), EditError> {
        let index = self.index_of(of)?;
        if self.item(&id).is_some() {
            return Err(EditError::ItemExists(id));
        }
        let Some(original) = self.items.get(index) else { return Err(EditError::NoSuchItem(of.clone())) };
        let mut copy = InformationItem { id, ..original.clone() };
        copy.decisions = super::PerObjective::default();
        self.items.insert(index + 1, copy);
        Ok(())
    }

    fn decide(&mut self, item: &ItemId, objective: Objective, choice: Choice) -> Result<(), EditError> {
        let Some(item) = self.items.iter_mut().find(|other| other.id == *item) else {
            return Err(EditError::NoSuchItem(item.clone()));
        };
        item.decisions[objective].choice = choice;
        Ok(())
    }

    fn each(&mut self, items: &[ItemId], mut change: impl FnMut(&mut InformationItem)) -> Result<(), EditError> {
        for id in items {
            self.index_of(id)?;
        }
        for item in self.items.iter_mut().filter(|item| items.contains(&item.id)) {
            change(item);
        }
        Ok(())
    }

    fn index_of(&self, id: &ItemId) -> Result<usize, EditError> {
        self.items.iter().position(|item| item.id == *id).ok_or_else(|| EditError::NoSuchItem(id.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{CatalogueId, CataloguePin, ContentDigest, RecordId, Role};

    fn record() -> Record {
        let digest = ContentDigest::of(b"");
        let pin = CataloguePin { id: CatalogueId::new("test").unwrap(), version: Line::default(), digest };
        let day = Date::new(2026, 11, 23).unwrap();
        Record::new(RecordId::new("r").unwrap(), Role::Agency, day, ProfileId::new("p").unwrap(), pin)
    }

    #[test]
    fn changes_made_together_are_made_all_or_not_at_all() {
        let id = ItemId::new("i1").unwrap();
        let new = NewItem { id: id.clone(), name: "議事録".to_owned(), description: String::new() };
        let add = Edit::AddItems(vec![new]);
        let grade = Edit::GradeConfidentiality(vec![id.clone()], ConfidentialityGrade::Two);

        let mut changed = record();
        changed.apply(Edit::Together(vec![add.clone(), grade.clone()])).unwrap();
        assert_eq!(changed.item(&id).map(|item| item.confidentiality_grade), Some(ConfidentialityGrade::Two));

        let mut unchanged = record();
        assert_eq!(unchanged.apply(Edit::Together(vec![add.clone(), grade, add])), Err(EditError::ItemExists(id)));
        assert_eq!(unchanged, record());
    }
}
