//! Beginnings of a reason, filled with what the record knows.

use super::{Label as _, Lang};
use crate::catalogue::{ReasonPhrase, reason_phrases};
use crate::judgement::{CauseEffect, CellJudgement};
use crate::record::{InformationItem, PersonCount, PublicationPlan, QuestionId, TaskChoice};

/// A part of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhrasePart {
    /// What it says.
    pub text: String,
    /// Whether it was filled from the record.
    pub from_record: bool,
}

/// A beginning of a reason for one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledPhrase {
    /// Its parts, in their order.
    pub parts: Vec<PhrasePart>,
}

impl FilledPhrase {
    /// The whole of it.
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }
}

/// The beginnings that fit what asks for a reason, or raised, in a cell: those for the task first. One that needs what the record does
/// not have is left out.
pub fn offered(item: &InformationItem, cell: &CellJudgement, task: &TaskChoice, lang: Lang) -> Vec<FilledPhrase> {
    let causes: Vec<&QuestionId> = cell.causes.iter().map(|cause| &cause.question).collect();
    let mitigates = |id: &QuestionId| {
        cell.causes.iter().any(|cause| matches!(&cause.effect, CauseEffect::Mitigates(_)) && cause.question == *id)
    };
    let fits = |phrase: &&ReasonPhrase| phrase.questions.iter().any(|id| causes.contains(&id));
    let is_for = |phrase: &ReasonPhrase| match task {
        TaskChoice::Listed(id) => phrase.tasks.contains(id),
        _ => false,
    };
    let rank = |phrase: &ReasonPhrase| match () {
        // What was done about it says most.
        () if phrase.questions.iter().any(mitigates) => 0,
        () if is_for(phrase) => 1,
        () if phrase.text.ja.contains('{') => 2,
        () => 3,
    };
    let mut fitting: Vec<&ReasonPhrase> =
        reason_phrases().iter().filter(fits).filter(|phrase| phrase.tasks.is_empty() || is_for(phrase)).collect();
    fitting.sort_by_key(|phrase| rank(phrase));
    fitting.into_iter().filter_map(|phrase| filled(phrase.text.text(lang), item, lang)).collect()
}

fn filled(text: &str, item: &InformationItem, lang: Lang) -> Option<FilledPhrase> {
    let mut parts = Vec::new();
    let mut push = |text: &str, from_record: bool| {
        if !text.is_empty() {
            parts.push(PhrasePart { text: text.to_owned(), from_record });
        }
    };
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, after) = after.split_once('}')?;
        push(before, false);
        push(&known(place, item, lang)?, true);
        rest = after;
    }
    push(rest, false);
    Some(FilledPhrase { parts })
}

/// What the record says of a place.
fn known(place: &str, item: &InformationItem, lang: Lang) -> Option<String> {
    let written = |text: &str| Some(text.trim().replace('\n', " ")).filter(|text| !text.is_empty());
    match place {
        "persons" => {
            let counted = matches!(item.person_count, PersonCount::UpTo100 | PersonCount::UpTo1000 | PersonCount::Over1000);
            counted.then(|| item.person_count.label(lang).to_owned())
        }
        "publication" => written(item.publication_time.as_str())
            .or_else(|| (item.publication == PublicationPlan::Published).then(|| item.publication.label(lang).to_owned())),
        "retention" => written(item.retention.as_str()),
        "whose" => written(item.whose.as_str()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Cause;
    use crate::record::{ItemId, Level, Line, TaskId};

    fn item() -> InformationItem {
        let mut item = InformationItem::new(ItemId::new("i").unwrap());
        item.person_count = PersonCount::UpTo1000;
        item
    }

    fn cell(causes: &[(&str, CauseEffect)]) -> CellJudgement {
        let cause =
            |(id, effect): &(&str, CauseEffect)| Cause { question: QuestionId::new(*id).unwrap(), effect: effect.clone() };
        CellJudgement { causes: causes.iter().map(cause).collect(), ..CellJudgement::default() }
    }

    fn texts(item: &InformationItem, cell: &CellJudgement, task: &TaskChoice) -> Vec<String> {
        offered(item, cell, task, Lang::Ja).iter().map(FilledPhrase::text).collect()
    }

    #[test]
    fn what_the_record_knows_is_filled_in_and_what_it_does_not_is_not_offered() {
        let cell = cell(&[("C3", CauseEffect::AsksForReason)]);
        let mut item = item();
        let before = texts(&item, &cell, &TaskChoice::NotChosen);
        assert!(before.contains(&"101〜1,000人分にとどまり、".to_owned()), "{before:?}");
        assert!(!before.iter().any(|text| text.contains("保存")), "{before:?}");
        item.retention = Line::new("集計の確定後3か月").unwrap();
        let after = offered(&item, &cell, &TaskChoice::NotChosen, Lang::Ja);
        let filled = after.iter().find(|phrase| phrase.text() == "保存は集計の確定後3か月までなので、").unwrap();
        let marked: Vec<&str> = filled.parts.iter().filter(|part| part.from_record).map(|part| part.text.as_str()).collect();
        assert_eq!(marked, ["集計の確定後3か月"]);
    }

    #[test]
    fn those_of_the_task_stand_first_and_those_of_other_tasks_and_causes_not_at_all() {
        let cell = cell(&[("C2", CauseEffect::Raises(Level::Moderate))]);
        let task = TaskChoice::Listed(TaskId::new("LIU-A4").unwrap());
        let offered = texts(&item(), &cell, &task);
        assert_eq!(offered.first().map(String::as_str), Some("集計した結果だけを使うので、"));
        assert!(!offered.iter().any(|text| text.contains("会議") || text.contains("口座")), "{offered:?}");
        assert!(texts(&item(), &CellJudgement::default(), &task).is_empty(), "nothing asks for a reason");
    }
}
