//! Beginnings of a reason. They are aids for writing and no rules: nothing is judged by them, no record rests on them, and so they
//! stand beside the catalogues and not in them. They name questions and tasks by their ids, which never change, and thus serve every catalogue.

use std::sync::OnceLock;

use serde::Deserialize;

use super::Bilingual;
use super::load::read;
use crate::record::{QuestionId, TaskId};

/// A beginning of a reason.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonPhrase {
    /// The questions of which one must have caused the reason.
    pub questions: Vec<QuestionId>,
    /// The tasks it is for; empty for all.
    #[serde(default)]
    pub tasks: Vec<TaskId>,
    /// What it says, with places in braces that are filled from the record.
    pub text: Bilingual,
}

/// All of them, those for a task among them.
pub fn reason_phrases() -> &'static [ReasonPhrase] {
    static READ: OnceLock<Vec<ReasonPhrase>> = OnceLock::new();
    // A test keeps the file readable.
    READ.get_or_init(|| read("reasons", include_str!("../../assets/phrases/reasons.ron")).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Catalogue, Effect};

    fn serves(question: &QuestionId) -> impl Iterator<Item = &'static ReasonPhrase> {
        reason_phrases().iter().filter(move |phrase| phrase.questions.contains(question))
    }

    #[test]
    fn each_cause_has_a_beginning_that_needs_nothing_of_the_record_and_each_task_has_one_of_its_own() {
        let catalogue = Catalogue::shipped().unwrap();
        for question in catalogue.questions.iter().filter(|question| question.section.objective().is_some()) {
            let plain = |phrase: &ReasonPhrase| phrase.tasks.is_empty() && !phrase.text.ja.contains('{');
            // How many persons there are says only that.
            let counts = matches!(question.effect, Effect::PersonCount { .. });
            assert!(serves(&question.id).any(plain) || counts, "{}", question.id);
        }
        for task in &catalogue.tasks {
            assert!(reason_phrases().iter().any(|phrase| phrase.tasks.contains(&task.id)), "{}", task.id);
        }
    }

    #[test]
    fn they_name_what_there_is_and_begin_a_sentence_in_both_languages() {
        let catalogue = Catalogue::shipped().unwrap();
        assert!(reason_phrases().len() > 30);
        for phrase in reason_phrases() {
            assert!(phrase.questions.iter().all(|id| catalogue.question(id).is_some()), "{phrase:?}");
            assert!(phrase.tasks.iter().all(|id| catalogue.task(id).is_some()), "{phrase:?}");
            assert!(phrase.text.ja.ends_with('、') && phrase.text.en.ends_with(' '), "{phrase:?}");
            let places = |text: &str| text.matches('{').count();
            assert_eq!(places(&phrase.text.ja), places(&phrase.text.en), "{phrase:?}");
        }
    }
}
