//! How far the answers lead through the gate, and where they leave it. What comes out in the end is the judgement's.

use crate::catalogue::{Catalogue, Effect, Question, Section};
use crate::judgement::{Judgement, Outcome, gate_end};
use crate::record::{Answer, Record, TaskChoice};
use crate::text::steps_start::gate as words;
use crate::text::{Label as _, Lang, marks};

/// The way through the gate.
pub struct Way<'a> {
    record: &'a Record,
    catalogue: &'a Catalogue,
    lang: Lang,
    questions: Vec<&'a Question>,
    arrival: Arrival,
}

/// Where the way comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arrival {
    /// It leaves the gate at the question with this place.
    Leaves(usize, Outcome),
    /// It would leave the gate at the question with this place, if answers and grades did not contradict each other.
    Contradicted(usize),
    /// The question with this place is open.
    Open(usize),
    /// All the way through.
    Goal,
}

/// One question as a fork of the way.
pub struct Fork {
    /// Whether the way comes to it.
    pub on_the_way: bool,
    /// The branch beside the way, if there is one.
    pub branch: Option<Branch>,
}

/// A branch beside the way.
pub struct Branch {
    /// Which answer leads there, and where that is: 「いいえ」のとき → 対象外.
    pub sentence: String,
    /// Whether the way goes there.
    pub taken: bool,
}

impl<'a> Way<'a> {
    /// The way that the answers of a record take.
    pub fn of(record: &'a Record, catalogue: &'a Catalogue, judgement: &Judgement, lang: Lang) -> Self {
        let questions: Vec<&Question> = catalogue.questions_of(Section::Gate).collect();
        let given = |question: &Question| record.gate.answers.get(question.id.as_str());
        let leaving = |question: &Question| gate_end(question).filter(|(answer, _)| answer == given(question));
        // Several answers may lead away; the judgement says which of them decides.
        let decides = |question: &&Question| leaving(question).is_some_and(|(_, outcome)| outcome == judgement.outcome);
        let leaves = questions.iter().position(decides);
        let contradicted = questions.iter().position(|question| leaving(question).is_some());
        let open = questions.iter().position(|question| gate_end(question).is_some() && !given(question).is_known());
        let arrival = match (leaves, contradicted, open) {
            (Some(at), _, _) => Arrival::Leaves(at, judgement.outcome),
            (None, Some(at), _) => Arrival::Contradicted(at),
            (None, None, Some(at)) => Arrival::Open(at),
            (None, None, None) => Arrival::Goal,
        };
        Self { record, catalogue, lang, questions, arrival }
    }

    /// Whether the way leads through to the assessment.
    pub fn reaches_goal(&self) -> bool {
        self.arrival == Arrival::Goal
    }

    /// Whether the way waits for an answer.
    pub fn is_open(&self) -> bool {
        matches!(self.arrival, Arrival::Open(_))
    }

    /// Whether the way waits at the question with this place.
    pub fn waits_at(&self, index: usize) -> bool {
        self.arrival == Arrival::Open(index)
    }

    /// A question as a fork of this way.
    pub fn fork(&self, question: &Question) -> Fork {
        let index = self.questions.iter().position(|other| other.id == question.id);
        let on_the_way = index.is_some_and(|index| index <= self.last());
        let branch = self.branch(question).map(|(sentence, taken)| Branch { sentence, taken: taken && on_the_way });
        Fork { on_the_way, branch }
    }

    /// The way in a sentence.
    pub fn in_words(&self) -> String {
        let station = |question: &&Question| words::station(question.id.as_str(), &self.answer(question));
        let stations = |count| self.questions.iter().take(count).map(station).collect::<Vec<_>>();
        match self.arrival {
            Arrival::Leaves(at, outcome) => words::way(&stations(at + 1), outcome.label(self.lang)),
            Arrival::Contradicted(at) => words::way(&stations(at + 1), words::contradicted(self.lang)),
            Arrival::Goal => words::way(&stations(self.questions.len()), words::goal(self.lang)),
            Arrival::Open(at) => {
                let waits = self.questions.get(at).map_or_else(String::new, |question| {
                    let short = question.short.text(self.lang);
                    words::waits_at(question.id.as_str(), short, &self.answer(question), self.lang)
                });
                words::way(&stations(at), &waits)
            }
        }
    }

    /// What was answered to a question, in a word.
    pub fn answer(&self, question: &Question) -> String {
        if question.effect != Effect::TaskChoice {
            return self.record.gate.answers.get(question.id.as_str()).label(self.lang).to_owned();
        }
        match &self.record.task {
            TaskChoice::NotChosen => words::no_task(self.lang).to_owned(),
            TaskChoice::Unknown => words::task_unknown(self.lang).to_owned(),
            TaskChoice::NotListed => words::task_not_listed(self.lang).to_owned(),
            TaskChoice::Listed(id) => match self.catalogue.task(id) {
                Some(task) => format!("{id}{}", marks::in_brackets(task.service.text(self.lang), self.lang)),
                None => id.to_string(),
            },
            TaskChoice::AgencyEntry { .. } => words::task_pasted(self.lang).to_owned(),
        }
    }

    fn last(&self) -> usize {
        match self.arrival {
            Arrival::Leaves(at, _) | Arrival::Contradicted(at) | Arrival::Open(at) => at,
            Arrival::Goal => self.questions.len(),
        }
    }

    /// The branch beside a question, and whether its answer was given.
    fn branch(&self, question: &Question) -> Option<(String, bool)> {
        let lang = self.lang;
        let given = |answer: &Answer| self.record.gate.answers.get(question.id.as_str()) == answer;
        let at_no = |end| Some((words::when(Answer::No.label(lang), end, lang), given(&Answer::No)));
        match &question.effect {
            Effect::TaskChoice => {
                let sentence = words::when(words::task_not_listed(lang), words::unlisted_end(lang), lang);
                Some((sentence, self.record.task == TaskChoice::NotListed))
            }
            Effect::ReasonWhenNo => at_no(words::reason_end(lang)),
            Effect::WarningWhenNo => at_no(words::wide_use_end(lang)),
            _ => {
                let (answer, outcome) = gate_end(question)?;
                Some((words::when(answer.label(lang), outcome.label(lang), lang), given(&answer)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::judge;
    use crate::record::{ConfidentialityGrade, Date, Edit, ItemId, NewItem, QuestionId, RecordId, Role, TaskId};

    fn in_words(answers: &[(&str, Answer)], edits: Vec<Edit>) -> String {
        let catalogue = Catalogue::shipped().unwrap();
        let today = Date::new(2026, 11, 23).unwrap();
        let profile = catalogue.profiles.first().unwrap().id.clone();
        let mut record = Record::new(RecordId::new("r").unwrap(), Role::Agency, today, profile, catalogue.pin());
        for (question, answer) in answers {
            record.apply(Edit::AnswerGate(QuestionId::new(*question).unwrap(), answer.clone())).unwrap();
        }
        edits.into_iter().for_each(|edit| record.apply(edit).unwrap());
        let judgement = judge(&record, &catalogue, today);
        Way::of(&record, &catalogue, &judgement, Lang::Ja).in_words()
    }

    use Answer::{No, Unknown, Yes};

    #[test]
    fn the_way_waits_at_the_first_open_question() {
        assert!(in_words(&[], vec![]).starts_with("G1（"));
        let words = in_words(&[("G1", Yes), ("G2", Unknown)], vec![]);
        assert!(words.starts_with("G1 はい → G2（") && words.contains("不明"), "{words}");
    }

    #[test]
    fn the_way_leaves_where_the_judgement_says() {
        assert_eq!(in_words(&[("G1", No)], vec![]), "G1 いいえ → 対象外（ISMAPで判断）");
        let words = in_words(&[("G1", No), ("G2", Yes), ("G3", No), ("G4", Yes)], vec![]);
        assert_eq!(words, "G1 いいえ → G2 はい → G3 いいえ → G4 はい → 停止（上位者へ）");
        let words = in_words(&[("G1", Yes), ("G2", No)], vec![]);
        assert_eq!(words, "G1 はい → G2 いいえ → LIU不要（統一基準4.2.3で判断）");
    }

    #[test]
    fn a_contradiction_with_the_grades_is_said_instead_of_an_end() {
        let id = ItemId::new("i").unwrap();
        let new = NewItem { id: id.clone(), name: "名簿".to_owned(), description: String::new() };
        let edits = vec![Edit::AddItems(vec![new]), Edit::GradeConfidentiality(vec![id], ConfidentialityGrade::Two)];
        let words = in_words(&[("G1", Yes), ("G2", No)], edits);
        assert!(words.contains("食い違って") && !words.contains("4.2.3"), "{words}");
    }

    #[test]
    fn with_every_answer_clear_the_way_leads_to_the_assessment() {
        let clear = [("G1", Yes), ("G2", Yes), ("G3", No), ("G4", No), ("G6", Yes), ("G7", Yes), ("G8", Yes)];
        let listed = vec![Edit::ChooseTask(TaskChoice::Listed(TaskId::new("LIU-A1").unwrap()))];
        let words = in_words(&clear, listed);
        assert!(words.contains("G5 LIU-A1") && words.ends_with("ISMAP-LIUの影響度評価へ"), "{words}");
    }
}
