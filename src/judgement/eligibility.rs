//! Can my service be registered? From five answers to the way that is to be taken.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, Eligibility, EligibilityOption, EligibilityPoint, EligibilityQuestion, Leads, Way};

/// The answers so far: of each point the id of its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EligibilityAnswers(BTreeMap<EligibilityPoint, String>);

impl EligibilityAnswers {
    /// Answers a question, or answers it otherwise.
    pub fn set(&mut self, point: EligibilityPoint, option: impl Into<String>) {
        self.0.insert(point, option.into());
    }

    /// The id of the answer to a question.
    pub fn get(&self, point: EligibilityPoint) -> Option<&str> {
        self.0.get(&point).map(String::as_str)
    }

    /// Whether nothing was answered yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EligibilityOutcome {
    /// The way; nothing as long as it cannot be told.
    pub way: Option<Way>,
    /// The answers that count, in the order of the questions.
    pub counted: Vec<Counted>,
    /// The questions whose answers are still needed.
    pub open: Vec<EligibilityPoint>,
    /// The questions that no answer depends on any more.
    pub not_asked: Vec<EligibilityPoint>,
}

impl EligibilityOutcome {
    /// Whether it is to be said what a pre-application asks to have at hand: where ISMAP-LIU is within reach, and nothing ended it.
    pub fn asks_to_prepare(&self, eligibility: &Eligibility) -> bool {
        self.not_asked.is_empty() && self.way.and_then(|way| eligibility.way(way)).is_some_and(|way| way.prepares)
    }
}

/// An answer that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// To which question.
    pub point: EligibilityPoint,
    /// The answer.
    pub option: EligibilityOption,
    /// Whether it keeps from ISMAP-LIU: it ended the whole, or the desk is to be asked about it.
    pub decides: bool,
}

/// The way that these answers lead to.
///
/// What is not answered, not known, or not among the answers never leads to ISMAP-LIU: for that each question needs an answer that
/// leads on.
pub fn eligible(answers: &EligibilityAnswers, eligibility: &Eligibility, catalogue: &Catalogue) -> EligibilityOutcome {
    let mut outcome = EligibilityOutcome { way: None, counted: Vec::new(), open: Vec::new(), not_asked: Vec::new() };
    let (mut asks, mut ended) = (false, None);
    for question in &eligibility.questions {
        if ended.is_some() {
            outcome.not_asked.push(question.point);
            continue;
        }
        let Some(option) = answered(answers, question, catalogue) else {
            outcome.open.push(question.point);
            continue;
        };
        let decides = option.leads != Leads::On;
        match option.leads {
            Leads::On => {}
            Leads::Asks => asks = true,
            // What comes before is not known, or was not answered: then nothing ends here, as it might have ended otherwise.
            Leads::Ends(_) if !outcome.open.is_empty() => {}
            Leads::Ends(way) => ended = Some(if asks { Way::Desk } else { way }),
        }
        outcome.counted.push(Counted { point: question.point, option, decides });
    }
    let all_answered = outcome.open.is_empty() && !eligibility.questions.is_empty();
    outcome.way = ended.or_else(|| all_answered.then_some(if asks { Way::Desk } else { Way::Liu }));
    outcome
}

fn answered(answers: &EligibilityAnswers, question: &EligibilityQuestion, catalogue: &Catalogue) -> Option<EligibilityOption> {
    let given = answers.get(question.point)?;
    question.answers(catalogue).into_iter().find(|option| option.id == given)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(answers: &[(EligibilityPoint, &str)]) -> EligibilityOutcome {
        let mut given = EligibilityAnswers::default();
        answers.iter().for_each(|(point, option)| given.set(*point, *option));
        eligible(&given, Eligibility::shipped(), &Catalogue::shipped().unwrap())
    }

    use EligibilityPoint::{Assessor, Form, Information, Requirements, Task};

    const ALL_ON: [(EligibilityPoint, &str); 5] =
        [(Information, "two"), (Form, "saas"), (Task, "LIU-A1"), (Assessor, "found"), (Requirements, "yes")];

    fn but(point: EligibilityPoint, option: &'static str) -> Vec<(EligibilityPoint, &'static str)> {
        ALL_ON.into_iter().map(|(of, on)| if of == point { (of, option) } else { (of, on) }).collect()
    }

    #[test]
    fn each_way_is_reached_by_the_answers_that_the_scheme_names() {
        assert_eq!(told(&ALL_ON).way, Some(Way::Liu));
        for (point, option, way) in [
            (Information, "none", Way::CommonStandards),
            (Information, "three", Way::Desk),
            (Information, "special", Way::Desk),
            (Form, "iaas_paas", Way::Ismap),
            (Task, "not_listed", Way::Desk),
            (Assessor, "none", Way::Desk),
            (Assessor, "own", Way::Desk),
            (Requirements, "no", Way::Desk),
        ] {
            assert_eq!(told(&but(point, option)).way, Some(way), "{point:?} {option}");
        }
    }

    #[test]
    fn what_no_answer_depends_on_is_not_asked_and_what_is_missing_is_named() {
        let platform = told(&[(Information, "two"), (Form, "iaas_paas")]);
        assert_eq!((platform.way, platform.not_asked), (Some(Way::Ismap), vec![Task, Assessor, Requirements]));
        let published = told(&[(Information, "none"), (Form, "iaas_paas")]);
        assert_eq!((published.way, published.counted.len()), (Some(Way::CommonStandards), 1));
        // A platform may be used for what was published, too.
        assert_eq!(told(&[(Information, "unknown"), (Form, "iaas_paas")]).way, Some(Way::Desk));
        let open = told(&[(Form, "iaas_paas")]);
        assert_eq!((open.way, open.open), (None, vec![Information, Task, Assessor, Requirements]));
        assert_eq!(told(&[]).way, None);
        assert_eq!(told(&but(Task, "LIU-Z9")).way, None, "an answer that there is not is none");
    }

    #[test]
    fn the_desk_is_asked_about_everything_that_is_not_settled() {
        let outcome =
            told(&[(Information, "two"), (Form, "unknown"), (Task, "unknown"), (Assessor, "none"), (Requirements, "yes")]);
        let asked: Vec<_> = outcome.counted.iter().filter(|counted| counted.decides).map(|counted| counted.point).collect();
        assert_eq!((outcome.way, asked), (Some(Way::Desk), vec![Form, Task, Assessor]));
    }

    fn some_answer(point: EligibilityPoint) -> impl Strategy<Value = Option<String>> {
        let catalogue = Catalogue::shipped().unwrap();
        let question = Eligibility::shipped().question(point).unwrap();
        let mut ids: Vec<Option<String>> = question.answers(&catalogue).into_iter().map(|option| Some(option.id)).collect();
        ids.extend([None, Some("elsewhere".to_owned())]);
        prop::sample::select(ids)
    }

    proptest! {
        #[test]
        fn liu_needs_five_answers_that_lead_there_and_nothing_unknown(
            given in EligibilityPoint::ALL.map(some_answer)
        ) {
            let mut answers = EligibilityAnswers::default();
            for (point, option) in EligibilityPoint::ALL.into_iter().zip(&given) {
                option.iter().for_each(|option| answers.set(point, option.as_str()));
            }
            let outcome = eligible(&answers, Eligibility::shipped(), &Catalogue::shipped().unwrap());
            let settled = |option: &Option<String>| {
                option.as_deref().is_some_and(|id| id.starts_with("LIU-") || ["two", "saas", "found", "yes"].contains(&id))
            };
            prop_assert_eq!(outcome.way == Some(Way::Liu), given.iter().all(settled), "{:?}", given);
            // Whether it can be told hangs on nothing that was not asked.
            let points = outcome.counted.len() + outcome.open.len() + outcome.not_asked.len();
            prop_assert_eq!(points, EligibilityPoint::ALL.len());
            prop_assert!(outcome.way.is_some() || !outcome.open.is_empty());
            let no_longer_asked = outcome.not_asked.clone();
            for point in no_longer_asked {
                answers.set(point, "elsewhere");
            }
            prop_assert_eq!(eligible(&answers, Eligibility::shipped(), &Catalogue::shipped().unwrap()).way, outcome.way);
        }
    }
}
