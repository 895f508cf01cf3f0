//! Two records side by side: what came out of each, what was decided on each item, and every place in which they differ.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalogue::{Catalogue, StepId};
use crate::judgement::{CellJudgement, Condition, Judgement, step_of};
use crate::record::{
    Assessment, Date, Difference, Field, FieldValue, InformationItem, ItemField, ItemId, Objective, PerObjective, Place, Record,
    TextField,
};
use crate::text::command_line as result_words;
use crate::text::{Label as _, Lang, approval, comparison as words, difference, labels, numbered_item_name};

/// One of two records that lie side by side, with what it is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The record.
    pub record: &'a Record,
    /// The catalogue it is judged by.
    pub catalogue: &'a Catalogue,
    /// What follows from it.
    pub judgement: &'a Judgement,
}

/// Two records side by side, in words. The window and `diff` show the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Whether both are states of one record.
    pub is_one_record: bool,
    /// What the two records are: case, agency, service, task, approval, catalogue.
    pub facts: Vec<Compared>,
    /// Outcome, conditions, the whole and the three objectives.
    pub results: Vec<Compared>,
    /// Every item in each objective, whether or not it differs: those of the first record, then what only the second has.
    pub decisions: Vec<Compared>,
    /// The places in which the two differ, in the order of the steps.
    pub differences: Vec<Compared>,
}

/// One place in both records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// The step on which it is shown; none for what belongs to the record as a whole.
    pub step: Option<StepId>,
    /// The path of the place in the file or in the judgement; items are named by the id they have in the second record.
    pub path: String,
    /// What it is called.
    pub place: String,
    /// What stands in the first record.
    pub old: String,
    /// What stands in the second record.
    pub new: String,
    /// How the two stand to each other.
    pub relation: Relation,
}

/// How what stands in the second record stands to what stands in the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// It is the same.
    Same,
    /// It is another.
    Different,
    /// The second record does not have the thing at all.
    Missing,
    /// Only the second record has it.
    Added,
    /// The level is higher in the second.
    Higher,
    /// The level is lower in the second.
    Lower,
    /// The level is the same; what led to it is not.
    SameLevel,
    /// One of the two is not assessed at least, so that levels cannot be compared.
    NotComparable,
}

impl Relation {
    /// The relation in words. `other` is what the second record is called.
    pub fn words(self, other: &str, lang: Lang) -> String {
        match self {
            Self::Same => words::same(lang).to_owned(),
            Self::Different => words::different(lang).to_owned(),
            Self::Missing => words::missing(other, lang),
            Self::Added => words::added(other, lang),
            Self::Higher => words::higher(other, lang),
            Self::Lower => words::lower(other, lang),
            Self::SameLevel => words::same_level(lang).to_owned(),
            Self::NotComparable => words::not_comparable(lang).to_owned(),
        }
    }

    fn of<T: PartialEq>(old: &T, new: &T) -> Self {
        if old == new { Self::Same } else { Self::Different }
    }

    /// Only what is assessed has a level that can be compared.
    fn of_levels(old: Assessment, new: Assessment) -> Self {
        match (old, new) {
            (Assessment::Assessed { level: old }, Assessment::Assessed { level: new }) if new > old => Self::Higher,
            (Assessment::Assessed { level: old }, Assessment::Assessed { level: new }) if new < old => Self::Lower,
            (Assessment::Assessed { .. }, Assessment::Assessed { .. }) => Self::Same,
            (Assessment::NotAssessed { .. }, _) | (_, Assessment::NotAssessed { .. }) => Self::NotComparable,
        }
    }
}

impl Comparison {
    /// Lays two records side by side, with their items paired as [`Record::with_item_ids_of`] pairs them. `today` is the day on
    /// which an approval may have run out.
    pub fn of(old: Side<'_>, new: Side<'_>, today: Date, lang: Lang) -> Self {
        let aligned = old.record.with_item_ids_of(new.record);
        let paired = Side { record: &aligned, ..old };
        Self {
            is_one_record: old.record.id == new.record.id,
            facts: facts(old, new, today, lang),
            results: results(old, new, lang),
            decisions: decisions(paired, new, lang),
            differences: differences(paired, new, lang),
        }
    }

    /// Whether some level could not be compared, so that a reader has to be told why.
    pub fn has_unassessed(&self) -> bool {
        self.results.iter().chain(&self.decisions).any(|row| row.relation == Relation::NotComparable)
    }
}

fn facts(old: Side<'_>, new: Side<'_>, today: Date, lang: Lang) -> Vec<Compared> {
    let row = |path: &str, place: &str, value: &dyn Fn(Side<'_>) -> String| {
        let (old, new) = (value(old), value(new));
        let relation = Relation::of(&old, &new);
        Compared { step: None, path: path.to_owned(), place: place.to_owned(), old, new, relation }
    };
    let text = |text: TextField| {
        let place = Place::Field(Field::Text(text));
        row(text.path(), text.label(lang), &|side| {
            let found = FieldValue::Text(side.record.text(&Field::Text(text)).unwrap_or_default());
            difference::value(&found, &place, side.catalogue, lang)
        })
    };
    vec![
        text(TextField::CaseName),
        text(TextField::AgencyName),
        text(TextField::ServiceName),
        text(TextField::AgencyTaskName),
        row("task", StepId::Task.label(lang), &|side| difference::task_choice(&side.record.task, side.catalogue, lang)),
        row("approval", StepId::Approval.label(lang), &|side| approval::state(side.record, today, lang)),
        row("catalogue", words::judged_by(lang), &|side| result_words::pin(&side.catalogue.pin())),
    ]
}

/// What came out of both: outcome, conditions, the whole and the three objectives. `diff` tells it of two states, too.
pub fn results(old: Side<'_>, new: Side<'_>, lang: Lang) -> Vec<Compared> {
    let (one, other) = (old.judgement, new.judgement);
    let row = |path: &str, place: &str, old: String, new: String, relation| Compared {
        step: None,
        path: path.to_owned(),
        place: place.to_owned(),
        old,
        new,
        relation,
    };
    let condition = |path: &str, place: &str, one: Condition, other: Condition| {
        row(path, place, one.label(lang).to_owned(), other.label(lang).to_owned(), Relation::of(&one, &other))
    };
    let level = |path: &str, place: &str, one: Assessment, other: Assessment| {
        let before = labels::assessment(one, old.catalogue, lang);
        let after = labels::assessment(other, new.catalogue, lang);
        row(path, place, before, after, Relation::of_levels(one, other))
    };
    let outcome = [one.outcome, other.outcome].map(|outcome| outcome.label(lang).to_owned());
    let [before, after] = outcome;
    let mut rows = vec![
        row("outcome", result_words::outcome_heading(lang), before, after, Relation::of(&one.outcome, &other.outcome)),
        condition("condition_listed", result_words::condition_listed(lang), one.condition_listed, other.condition_listed),
        condition("condition_low", result_words::condition_low(lang), one.condition_low, other.condition_low),
        level("overall", result_words::overall(lang), one.overall, other.overall),
    ];
    rows.extend(Objective::ALL.into_iter().map(|objective| {
        let path = format!("objectives.{}", objective.name());
        level(&path, objective.label(lang), one.objectives[objective], other.objectives[objective])
    }));
    rows
}

/// An item with its judgement, and its place in the list counted from 1.
#[derive(Clone, Copy)]
struct Judged<'a> {
    item: &'a InformationItem,
    cells: &'a PerObjective<CellJudgement>,
    number: usize,
}

/// The items of a side. Judgements come in the order of the record, whatever the ids.
fn judged(side: Side<'_>) -> Vec<Judged<'_>> {
    let items = side.record.items.iter().zip(&side.judgement.items).zip(1..);
    items.map(|((item, judged), number)| Judged { item, cells: &judged.cells, number }).collect()
}

fn decisions(old: Side<'_>, new: Side<'_>, lang: Lang) -> Vec<Compared> {
    let (before, after) = (judged(old), judged(new));
    let mut added: BTreeMap<&ItemId, Judged<'_>> = after.iter().map(|one| (&one.item.id, *one)).collect();
    let mut pairs: Vec<_> = before.iter().map(|one| (Some(*one), added.remove(&one.item.id))).collect();
    pairs.extend(after.iter().filter(|one| added.contains_key(&one.item.id)).map(|one| (None, Some(*one))));
    let rows = pairs.into_iter().flat_map(|(before, after)| {
        Objective::ALL.into_iter().filter_map(move |objective| {
            let named = after.or(before)?;
            let name = numbered_item_name(named.item, named.number, lang);
            let words = |side: Side<'_>, one: Option<Judged<'_>>| match one {
                Some(one) => decided(one, objective, side.catalogue, lang),
                None => difference::nothing(lang).to_owned(),
            };
            let (old, new) = (words(old, before), words(new, after));
            let relation = match (before, after) {
                (Some(before), Some(after)) => {
                    match Relation::of_levels(before.cells[objective].effective, after.cells[objective].effective) {
                        Relation::Same if old != new => Relation::SameLevel,
                        relation => relation,
                    }
                }
                (_, None) => Relation::Missing,
                (None, Some(_)) => Relation::Added,
            };
            let path = Field::Decision(named.item.id.clone(), objective).to_string();
            Some(Compared { step: None, path, place: words::cell_of(&name, objective, lang), old, new, relation })
        })
    });
    rows.collect()
}

/// The level of a cell, how it came about, and the reason that was given.
fn decided(one: Judged<'_>, objective: Objective, catalogue: &Catalogue, lang: Lang) -> String {
    let cell = result_words::cell(&one.cells[objective], catalogue, lang);
    let reason = &one.item.decisions[objective].reason;
    if reason.is_blank() { cell } else { words::with_reason(&cell, reason.as_str(), lang) }
}

/// Every place in which two records differ, in the order of the steps, with items of one id for one.
pub fn differences(old: Side<'_>, new: Side<'_>, lang: Lang) -> Vec<Compared> {
    let found = old.record.differences(new.record);
    let mut rows: Vec<Compared> = found.iter().map(|found| difference_row(found, old, new, lang)).collect();
    // What only the older one has comes last in the list of differences, and belongs to its step.
    rows.sort_by_key(|row| row.step);
    rows
}

fn difference_row(found: &Difference<'_>, old: Side<'_>, new: Side<'_>, lang: Lang) -> Compared {
    // What only the older record has may be known to its catalogue alone.
    let named_by = if found.new == FieldValue::Absent { old.catalogue } else { new.catalogue };
    let relation = match (&found.place, &found.old, &found.new) {
        (Place::Field(Field::Item(_, ItemField::Name) | Field::RedFlag(_)), _, FieldValue::Absent) => Relation::Missing,
        (Place::Field(Field::Item(_, ItemField::Name) | Field::RedFlag(_)), FieldValue::Absent, _) => Relation::Added,
        _ => Relation::Different,
    };
    Compared {
        step: match &found.place {
            Place::Field(field) => Some(step_of(field, named_by)),
            Place::Asked => Some(StepId::Request),
            Place::Id | Place::Role | Place::Created | Place::Received | Place::AnswersRequest => None,
        },
        path: found.place.to_string(),
        place: difference::place(&found.place, old.record, new.record, named_by, lang),
        old: difference::value(&found.old, &found.place, old.catalogue, lang),
        new: difference::value(&found.new, &found.place, new.catalogue, lang),
        relation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Level;

    #[test]
    fn what_is_not_assessed_is_neither_higher_nor_lower_nor_the_same() {
        for open in [Assessment::UNKNOWN, Assessment::not_assessed(Level::High)] {
            for other in [open, Assessment::assessed(Level::Low), Assessment::assessed(Level::High)] {
                assert_eq!(Relation::of_levels(open, other), Relation::NotComparable);
                assert_eq!(Relation::of_levels(other, open), Relation::NotComparable);
            }
        }
        let [low, high] = [Level::Low, Level::High].map(Assessment::assessed);
        assert_eq!(Relation::of_levels(low, high), Relation::Higher);
        assert_eq!(Relation::of_levels(high, low), Relation::Lower);
        assert_eq!(Relation::of_levels(low, low), Relation::Same);
    }
}
