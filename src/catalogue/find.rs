//! Finding entries by their ids, and the ids of a record that lead nowhere.

use super::{Catalogue, Definition, Effect, Profile, Question, RedFlag, Section, Source, SourceId, TargetTask};
use crate::record::{Answer, Answers, Choice, Field, Objective, ProfileId, QuestionId, Record, RedFlagId, TaskChoice, TaskId};

/// An id in a record that the catalogue does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DanglingId {
    /// Where it stands.
    pub field: Field,
    /// The id.
    pub id: String,
}

impl Catalogue {
    /// The entry with this id.
    pub fn task(&self, id: &TaskId) -> Option<&TargetTask> {
        self.tasks.iter().find(|task| task.id == *id)
    }

    /// The question with this id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// The questions of a section in the order in which they are asked.
    pub fn questions_of(&self, section: Section) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |question| question.section == section)
    }

    /// The profile with this id.
    pub fn profile(&self, id: &ProfileId) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == *id)
    }

    /// The red flag with this id.
    pub fn red_flag(&self, id: &RedFlagId) -> Option<&RedFlag> {
        self.tasks.iter().flat_map(|task| &task.red_flags).find(|flag| flag.id == *id)
    }

    /// The definition with this name.
    pub fn definition(&self, id: &str) -> Option<&Definition> {
        self.definitions.iter().find(|definition| definition.id == id)
    }

    /// The source with this id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// The ids in a record that this catalogue does not know where they stand: profile, gate answers, task, red flags, then
    /// each item's answers and decisions, and the task a request suggests.
    ///
    /// A gate question answered for an item, or an option of another question, leads nowhere as well.
    pub fn dangling_ids(&self, record: &Record) -> Vec<DanglingId> {
        let mut found = Vec::new();
        if self.profile(&record.profile).is_none() {
            found.push(DanglingId { field: Field::Profile, id: record.profile.to_string() });
        }
        let in_gate = |question: &Question| question.section == Section::Gate;
        found.extend(self.dangling_answers(&record.gate.answers, in_gate, Field::Gate));
        found.extend(self.dangling_task(&record.task, Field::Task));
        for reply in &record.red_flags {
            // What was taken back is kept as a reply that says nothing.
            let says_nothing = reply.applies == Answer::NotAnswered && reply.word.is_blank();
            if !says_nothing && self.red_flag(&reply.flag).is_none() {
                found.push(DanglingId { field: Field::RedFlag(reply.flag.clone()), id: reply.flag.to_string() });
            }
        }
        for item in &record.items {
            let of_an_item = |question: &Question| question.section != Section::Gate;
            let field = |question| Field::Answer(item.id.clone(), question);
            found.extend(self.dangling_answers(&item.answers, of_an_item, field));
            for objective in Objective::ALL {
                let Choice::Decided { against, .. } = &item.decisions[objective].choice else { continue };
                for cause in against.causes.iter().filter(|cause| self.question(&cause.question).is_none()) {
                    let field = Field::Decision(item.id.clone(), objective);
                    found.push(DanglingId { field, id: cause.question.to_string() });
                }
            }
        }
        found.extend(self.dangling_task(&record.request.suggested_task, Field::SuggestedTask));
        found
    }

    fn dangling_task(&self, choice: &TaskChoice, field: Field) -> Option<DanglingId> {
        match choice {
            TaskChoice::Listed(task) if self.task(task).is_none() => Some(DanglingId { field, id: task.to_string() }),
            TaskChoice::Listed(_)
            | TaskChoice::NotChosen
            | TaskChoice::Unknown
            | TaskChoice::NotListed
            | TaskChoice::AgencyEntry { .. } => None,
        }
    }

    fn dangling_answers(
        &self,
        answers: &Answers,
        belongs_here: impl Fn(&Question) -> bool,
        field: impl Fn(QuestionId) -> Field,
    ) -> Vec<DanglingId> {
        let dangling = |(id, answer): (&QuestionId, &Answer)| {
            let Some(question) = self.question(id).filter(|question| belongs_here(question)) else {
                return Some(DanglingId { field: field(id.clone()), id: id.to_string() });
            };
            let Answer::Choice(chosen) = answer else { return None };
            let known = matches!(&question.effect, Effect::Options(options) if options.iter().any(|option| option.id == *chosen));
            (!known).then(|| DanglingId { field: field(id.clone()), id: chosen.to_string() })
        };
        answers.iter().filter_map(dangling).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{
        Assessment, Date, Decision, InformationItem, ItemId, Level, OptionId, RecordId, RedFlagReply, Role, SeenCause,
        SeenProposal,
    };

    fn record(catalogue: &Catalogue) -> Record {
        let today = Date::new(2026, 11, 23).unwrap();
        let mut record =
            Record::new(RecordId::new("r").unwrap(), Role::Agency, today, catalogue.profiles[0].id.clone(), catalogue.pin());
        record.gate.answers.set(question("G1"), Answer::Yes);
        record.task = TaskChoice::Listed(TaskId::new("LIU-A1").unwrap());
        record.red_flags.push(red_flag("LIU-A1.F1"));
        let mut item = InformationItem::new(ItemId::new("i").unwrap());
        item.answers.set(question("C2"), Answer::Unknown);
        item.answers.set(question("A2"), Answer::Choice(OptionId::new("within_one_day").unwrap()));
        item.decisions[Objective::Confidentiality] = decision("C2");
        record.items.push(item);
        record
    }

    fn question(id: &str) -> QuestionId {
        QuestionId::new(id).unwrap()
    }

    fn red_flag(id: &str) -> RedFlagReply {
        RedFlagReply { flag: RedFlagId::new(id).unwrap(), applies: Answer::No, word: Default::default() }
    }

    fn decision(cause: &str) -> Decision {
        let causes = vec![SeenCause { question: question(cause), level: Level::Moderate }];
        let against = SeenProposal::new(Assessment::assessed(Level::Moderate), causes);
        Decision { choice: Choice::Decided { level: Level::Low, against }, reason: Default::default() }
    }

    fn check(change: impl FnOnce(&mut Record), expected: &[(&str, &str)]) {
        let catalogue = Catalogue::shipped().unwrap();
        let mut record = record(&catalogue);
        change(&mut record);
        let found = catalogue.dangling_ids(&record);
        let found: Vec<(String, &str)> = found.iter().map(|it| (it.field.to_string(), it.id.as_str())).collect();
        let expected: Vec<(String, &str)> = expected.iter().map(|&(field, id)| (field.to_owned(), id)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn ids_that_lead_somewhere_are_not_named() {
        check(|_| {}, &[]);
        check(|record| record.task = TaskChoice::Unknown, &[]);
    }

    #[test]
    fn a_reply_that_was_taken_back_names_nothing() {
        let taken_back = |id| RedFlagReply { applies: Answer::NotAnswered, ..red_flag(id) };
        check(|record| record.red_flags.push(taken_back("LIU-A1.F9")), &[]);
    }

    #[test]
    fn ids_that_lead_nowhere_are_named_with_their_place() {
        let elsewhere = || TaskChoice::Listed(TaskId::new("LIU-Z1").unwrap());
        let choice = |id: &str| Answer::Choice(OptionId::new(id).unwrap());
        check(|record| record.profile = ProfileId::new("p").unwrap(), &[("profile", "p")]);
        check(|record| record.task = elsewhere(), &[("task", "LIU-Z1")]);
        check(|record| record.request.suggested_task = elsewhere(), &[("request.suggested_task", "LIU-Z1")]);
        check(|record| record.red_flags.push(red_flag("LIU-A1.F9")), &[("red_flags[LIU-A1.F9]", "LIU-A1.F9")]);
        check(|record| record.gate.answers.set(question("G99"), Answer::No), &[("gate.answers.G99", "G99")]);
        check(|record| record.items[0].answers.set(question("C99"), Answer::No), &[("items[i].answers.C99", "C99")]);
        check(|record| record.items[0].answers.set(question("A2"), choice("soon")), &[("items[i].answers.A2", "soon")]);
        check(
            |record| record.items[0].decisions[Objective::Integrity] = decision("I99"),
            &[("items[i].decisions.integrity", "I99")],
        );
    }

    #[test]
    fn a_question_that_is_asked_elsewhere_leads_nowhere() {
        check(|record| record.items[0].answers.set(question("G1"), Answer::No), &[("items[i].answers.G1", "G1")]);
        check(|record| record.gate.answers.set(question("C2"), Answer::No), &[("gate.answers.C2", "C2")]);
        let option = Answer::Choice(OptionId::new("within_one_day").unwrap());
        check(|record| record.items[0].answers.set(question("C2"), option), &[("items[i].answers.C2", "within_one_day")]);
    }
}
