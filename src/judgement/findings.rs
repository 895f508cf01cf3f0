//! What stands out, and where it is to be mended.

use std::collections::HashMap;

use super::cell::Scale;
use super::reasons::is_only_begun;
use super::{CellJudgement, Finding, FindingKind, Judgement, Outcome, QuestionState, Standing, approval, gate, step_of, texts};
use crate::catalogue::{Catalogue, Effect, Mark, Procedure, Question, TargetTask};
use crate::record::{
    Answer, Assessment, CheckListPoint, ConfidentialityGrade, Date, Field, Grade, InformationItem, ItemField, ItemId, Level,
    Objective, PersonCount, QuestionId, RaiseTo, Record, Role, TaskChoice, TextField, check_corporate_number,
};

/// Adds what stands out to the contradictions that stand there already: errors first, then in the order of the steps.
pub(super) fn add(judgement: &mut Judgement, record: &Record, catalogue: &Catalogue, today: Date) {
    let mut found = std::mem::take(&mut judgement.findings);
    let view = View { record, catalogue, judgement };
    found.extend(view.gate());
    found.extend(view.task());
    found.extend(view.items());
    found.extend(view.cells());
    found.extend(view.whole());
    found.extend(view.conditions_and_risk());
    found.extend(view.required(&found));
    found.extend(view.versions());
    found.extend(approval::findings(record, today));
    found.extend(texts::findings(record));
    found.sort_by_cached_key(|finding| (finding.severity(), step_of(&finding.field, catalogue)));
    judgement.findings = found;
}

/// What findings are drawn from.
struct View<'a> {
    record: &'a Record,
    catalogue: &'a Catalogue,
    judgement: &'a Judgement,
}

fn finding(kind: FindingKind, field: Field) -> Finding {
    Finding { kind, field }
}

impl View<'_> {
    /// Whether an assessment is to be there at all: an agency's record that no answer of the gate brought to its end.
    fn expects_assessment(&self) -> bool {
        let ended = matches!(self.judgement.outcome, Outcome::Stop | Outcome::OutOfScope | Outcome::NotRequired);
        self.record.role == Role::Agency && !ended
    }

    /// Whether a gate question is to be answered. Where the gate ended the whole, only those that would end it sooner are.
    fn expects_gate_answer(&self, question: &Question) -> bool {
        // The later in this list, the sooner it ends the whole.
        let rank =
            |outcome| [Outcome::NotRequired, Outcome::OutOfScope, Outcome::Stop].iter().position(|other| *other == outcome);
        match question.effect {
            _ if self.record.role == Role::Csp => false,
            Effect::TaskChoice => false,
            Effect::ReasonWhenNo => {
                let has_entry = matches!(self.record.task, TaskChoice::Listed(_) | TaskChoice::AgencyEntry { .. });
                self.expects_assessment() && has_entry
            }
            Effect::Ends(when) => self.expects_assessment() || rank(gate::outcome_of(when)) > rank(self.judgement.outcome),
            _ => self.expects_assessment(),
        }
    }

    fn gate(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for question in gate::questions(self.catalogue) {
            let mut add = |kind| found.push(finding(kind, Field::Gate(question.id.clone())));
            match self.record.gate.answers.get(question.id.as_str()) {
                _ if question.effect == Effect::TaskChoice => continue,
                Answer::NotAnswered | Answer::Choice(_) if self.expects_gate_answer(question) => {
                    add(FindingKind::GateNotAnswered(question.id.clone()));
                }
                Answer::Unknown => add(FindingKind::GateUnknown(question.id.clone())),
                _ => {}
            }
            match gate::ends_with(self.record, question) {
                Some(Outcome::InvalidAssessor) => add(FindingKind::AssessorNotOfAgency),
                Some(outcome) => add(FindingKind::GateEnds(question.id.clone(), outcome)),
                None => {}
            }
            if gate::answer(self.record, question) != gate::YesNo::No {
                continue;
            }
            match question.effect {
                Effect::ReasonWhenNo if self.record.gate.service_reason.is_blank() => {
                    found.push(finding(FindingKind::ServiceReasonMissing, Field::Text(TextField::ServiceReason)));
                }
                Effect::WarningWhenNo => add(FindingKind::WideUse),
                _ => {}
            }
        }
        found
    }

    /// The chosen entry of the list, if the catalogue has it.
    fn chosen_task(&self) -> Option<&TargetTask> {
        match &self.record.task {
            TaskChoice::Listed(id) => self.catalogue.tasks.iter().find(|task| task.id == *id),
            TaskChoice::NotChosen | TaskChoice::Unknown | TaskChoice::NotListed | TaskChoice::AgencyEntry { .. } => None,
        }
    }

    fn task(&self) -> Vec<Finding> {
        if !self.expects_assessment() {
            return Vec::new();
        }
        let mut found = Vec::new();
        match &self.record.task {
            TaskChoice::NotChosen => found.push(finding(FindingKind::TaskNotChosen, Field::Task)),
            TaskChoice::Unknown => found.push(finding(FindingKind::TaskUnknown, Field::Task)),
            TaskChoice::NotListed => found.push(finding(FindingKind::TaskNotListed, Field::Task)),
            TaskChoice::AgencyEntry { task, .. } if task.is_blank() => {
                found.push(finding(FindingKind::EntryEmpty, Field::Text(TextField::EntryTask)));
            }
            TaskChoice::AgencyEntry { .. } | TaskChoice::Listed(_) => {}
        }
        let Some(task) = self.chosen_task() else { return found };
        if !matches!(task.task_basis.mark, Mark::Official | Mark::OfficialQuoted | Mark::AgencyEntry) {
            found.push(finding(FindingKind::TaskWordingUnconfirmed, Field::Task));
        }
        for flag in &task.red_flags {
            let mut add = |kind| found.push(finding(kind, Field::RedFlag(flag.id.clone())));
            let reply = self.record.red_flag(&flag.id);
            match reply.map(|reply| &reply.applies) {
                Some(Answer::Yes) => add(FindingKind::RedFlagApplies(flag.id.clone())),
                Some(Answer::No) => {}
                None | Some(Answer::NotAnswered | Answer::Unknown | Answer::Choice(_)) => {
                    add(FindingKind::RedFlagOpen(flag.id.clone()));
                    continue;
                }
            }
            if reply.is_some_and(|reply| reply.word.is_blank()) {
                add(FindingKind::RedFlagWithoutWord(flag.id.clone()));
            }
        }
        found
    }

    fn items(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        if self.record.items.is_empty() && self.expects_assessment() {
            found.push(finding(FindingKind::NoItems, Field::Items));
        }
        let mut first_of_name: HashMap<&str, &ItemId> = HashMap::new();
        for (item, judged) in self.record.items.iter().zip(&self.judgement.items) {
            let id = || item.id.clone();
            if item.name.is_blank() {
                found.push(finding(FindingKind::ItemWithoutName(id()), Field::Item(id(), ItemField::Name)));
            } else if let Some(first) = first_of_name.get(item.name.as_str().trim()) {
                let kind = FindingKind::ItemsOfSameName((*first).clone(), id());
                found.push(finding(kind, Field::Item(id(), ItemField::Name)));
            } else {
                first_of_name.insert(item.name.as_str().trim(), &item.id);
            }
            if !self.expects_assessment() {
                continue;
            }
            for objective in Objective::ALL.into_iter().filter(|objective| !is_graded(item, *objective)) {
                let field = Field::Item(id(), grade_field(objective));
                found.push(finding(FindingKind::ItemWithoutGrade(id(), objective), field));
            }
            let counts = QuestionState::FromPersonCount(PersonCount::NotAnswered);
            if judged.cells.iter().any(|(_, cell)| cell.questions.iter().any(|(_, state)| *state == counts)) {
                let field = Field::Item(id(), ItemField::PersonCount);
                found.push(finding(FindingKind::ItemWithoutPersonCount(id()), field));
            }
        }
        found
    }

    fn cells(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for (item, judged) in self.record.items.iter().zip(&self.judgement.items) {
            for (objective, cell) in judged.cells.iter() {
                if self.expects_assessment() {
                    found.extend(open_questions(item, objective, cell));
                }
                found.extend(self.decision(&item.id, objective, cell));
                let stands = !matches!(cell.standing, Standing::NotDecided | Standing::Reopened);
                if stands && is_only_begun(item.decisions[objective].reason.as_str(), item) {
                    let reason = Field::Reason(item.id.clone(), objective);
                    found.push(finding(FindingKind::ReasonOnlyBegun(item.id.clone(), objective), reason));
                }
            }
        }
        found
    }

    fn decision(&self, item: &ItemId, objective: Objective, cell: &CellJudgement) -> Option<Finding> {
        let decision = Field::Decision(item.clone(), objective);
        let reason = Field::Reason(item.clone(), objective);
        let item = item.clone();
        match cell.standing {
            Standing::NotDecided if cell.proposal.is_assessed() && self.expects_assessment() => {
                Some(finding(FindingKind::NotDecided(item, objective), decision))
            }
            Standing::Reopened => Some(finding(FindingKind::Reopened(item, objective), decision)),
            Standing::ProposalOpen if cell.decided == Some(Level::Low) => {
                Some(finding(FindingKind::LowWhileOpen(item, objective), decision))
            }
            Standing::ReasonMissing if cell.decided < Some(cell.proposal.floor()) => {
                Some(finding(FindingKind::LoweredWithoutReason(item, objective), reason))
            }
            Standing::ReasonMissing => Some(finding(FindingKind::ExplanationMissing(item, objective), reason)),
            Standing::Lowered => Some(finding(FindingKind::Lowered(item, objective), decision)),
            Standing::NotDecided | Standing::ProposalOpen | Standing::Raised | Standing::Explained | Standing::AsProposed => None,
        }
    }

    fn whole(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for (objective, raise) in self.record.raises.iter() {
            if matches!(raise.to, RaiseTo::Level(_)) && raise.reason.is_blank() {
                found.push(finding(FindingKind::RaiseWithoutReason(objective), Field::RaiseReason(objective)));
            }
            if let Some(precedent) = self.precedent_above(objective) {
                found.push(finding(FindingKind::BelowPrecedent(objective, precedent), Field::Raise(objective)));
            }
        }
        found
    }

    /// The highest precedent of the chosen task, if all proposals of the objective are assessed and below it.
    fn precedent_above(&self, objective: Objective) -> Option<Level> {
        let precedents = self.chosen_task()?.precedents.iter().map(|precedent| precedent.level(objective));
        let precedent = Scale::of(self.catalogue).place(precedents.max()?);
        let proposals = self.judgement.items.iter().map(|item| item.cells[objective].proposal);
        let highest = proposals.reduce(Assessment::join)?;
        (highest.is_assessed() && highest.floor() < precedent).then_some(precedent)
    }

    fn conditions_and_risk(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        if !self.expects_assessment() {
            return found;
        }
        let limits_use = gate::questions(self.catalogue)
            .any(|question| question.effect == Effect::WarningWhenNo && gate::answer(self.record, question) == gate::YesNo::Yes);
        if limits_use && self.record.conditions_of_use.is_blank() {
            found.push(finding(FindingKind::ConditionsOfUseMissing, Field::Text(TextField::ConditionsOfUse)));
        }
        let cells = || self.judgement.items.iter().flat_map(|item| item.cells.iter());
        let accepts_risk = cells().any(|(_, cell)| matches!(cell.standing, Standing::Lowered | Standing::Explained));
        if accepts_risk && self.record.residual_risk.is_blank() {
            found.push(finding(FindingKind::ResidualRiskMissing, Field::Text(TextField::ResidualRisk)));
        }
        found
    }

    /// What the profile requires of this role, unless it is said in more precise words already.
    fn required(&self, said: &[Finding]) -> Vec<Finding> {
        let mut missing = missing_required_fields(self.record, self.catalogue);
        missing.retain(|field| {
            let belongs_to_assessment =
                matches!(field, Field::Text(text) if matches!(text, TextField::ConditionsOfUse | TextField::ResidualRisk));
            (self.expects_assessment() || !belongs_to_assessment) && !said.iter().any(|other| other.field == *field)
        });
        missing.into_iter().map(|field| finding(FindingKind::RequiredMissing, field)).collect()
    }

    fn versions(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        if self.catalogue.profile(&self.record.profile).is_none() {
            found.push(finding(FindingKind::ProfileUnknown, Field::Profile));
        }
        if self.record.catalogue != self.catalogue.pin() {
            found.push(finding(FindingKind::CatalogueDiffers, Field::Catalogue));
        }
        for dangling in self.catalogue.dangling_ids(self.record) {
            if dangling.field != Field::Profile {
                found.push(finding(FindingKind::UnknownId(dangling.id), dangling.field));
            }
        }
        if !self.record.has_service_of_request() {
            found.push(finding(FindingKind::ServiceDiffersFromRequest, Field::Text(TextField::ServiceName)));
        }
        let number = &self.record.service.corporate_number;
        if !number.is_blank() && check_corporate_number(number.as_str()).is_err() {
            found.push(finding(FindingKind::CorporateNumberWrong, Field::Text(TextField::CorporateNumber)));
        }
        found
    }
}

/// The applicable questions of a cell that are not answered, and those that are 不明. What is derived from an attribute of the
/// item and missing there is said of the attribute, not of the question.
fn open_questions(item: &InformationItem, objective: Objective, cell: &CellJudgement) -> Vec<Finding> {
    let (mut missing, mut unknown): (Vec<QuestionId>, Vec<QuestionId>) = (Vec::new(), Vec::new());
    for (question, state) in cell.questions.iter().filter(|(question, _)| cell.open.contains(question)) {
        match (state, item.answers.get(question.as_str())) {
            (QuestionState::FromPersonCount(PersonCount::Unknown), _) | (QuestionState::Asked, Answer::Unknown) => {
                unknown.push(question.clone());
            }
            (QuestionState::Asked, _) => missing.push(question.clone()),
            _ => {}
        }
    }
    let at = |questions: &[QuestionId]| questions.first().map(|question| Field::Answer(item.id.clone(), question.clone()));
    let mut found = Vec::new();
    if let Some(field) = at(&missing) {
        found.push(finding(FindingKind::AnswersMissing(item.id.clone(), objective, missing), field));
    }
    if let Some(field) = at(&unknown) {
        found.push(finding(FindingKind::AnswersUnknown(item.id.clone(), objective, unknown), field));
    }
    found
}

/// The fields that the profile requires of the record's role and that are empty. A field that is not there, such as the task
/// of a row that was not pasted, is not missed.
fn missing_required_fields(record: &Record, catalogue: &Catalogue) -> Vec<Field> {
    let Some(profile) = catalogue.profile(&record.profile) else { return Vec::new() };
    let mut missing = Vec::new();
    for required in profile.required.iter().filter(|required| required.roles.contains(&record.role)) {
        let Some(field) = required.field() else { continue };
        let is_missing = match &field {
            Field::Text(_) => record.text(&field).is_some() && record.is_blank(&field),
            day => record.day(day).is_none(),
        };
        if is_missing {
            missing.push(field);
        }
    }
    if record.role == Role::Csp && profile.procedure() == Procedure::PreApplication {
        let open = CheckListPoint::ALL.into_iter().filter(|point| *record.check_list_point(*point) == Answer::NotAnswered);
        missing.extend(open.map(Field::CheckList));
    }
    missing
}

/// Whether the item is graded in this objective.
fn is_graded(item: &InformationItem, objective: Objective) -> bool {
    match objective {
        Objective::Confidentiality => item.confidentiality_grade != ConfidentialityGrade::NotGraded,
        Objective::Integrity => item.integrity_grade != Grade::NotGraded,
        Objective::Availability => item.availability_grade != Grade::NotGraded,
    }
}

fn grade_field(objective: Objective) -> ItemField {
    match objective {
        Objective::Confidentiality => ItemField::ConfidentialityGrade,
        Objective::Integrity => ItemField::IntegrityGrade,
        Objective::Availability => ItemField::AvailabilityGrade,
    }
}
