//! One cell beside its place in the record.

use super::compare::{Beside, KeyedCell};
use super::row::{ProblemKind, Said};
use super::sheet::Content;
use crate::catalogue::Mark;
use crate::export::Entry;
use crate::export::entered::{self, Pick};
use crate::record::{Date, Edit, Field, ItemField, Line, Prose, RaiseTo, TaskChoice};
use crate::text::{Label as _, Lang};

/// What a cell says otherwise than the record.
pub(super) struct Otherwise {
    /// What stands in the record.
    pub old: Said,
    /// What the cell says.
    pub new: Said,
    /// What makes the record say it.
    pub edit: Edit,
}

/// What came of a cell: nothing if it says what the record says.
type Read = Result<Option<Otherwise>, ProblemKind>;

/// Reads a cell.
pub(super) fn in_cell(entry: &Entry, cell: &KeyedCell<'_>, beside: &Beside<'_>) -> Read {
    match entry {
        Entry::Fixed(_) => Ok(None),
        Entry::Text(field) => text(field, cell.content, beside),
        Entry::Date(field) => day(field, cell.content, beside),
        Entry::Answer(field) | Entry::Choice(field) => pick(entry, field, cell, beside),
    }
}

/// What was written in a cell.
pub(super) fn written(content: &Content) -> Result<&str, ProblemKind> {
    match content {
        Content::Text(text) => Ok(text),
        Content::Day(day) => Err(ProblemKind::NotText(day.to_string())),
        Content::Formula => Err(ProblemKind::Formula),
        Content::NotText(found) => Err(ProblemKind::NotText(found.clone())),
        Content::TooLong => Err(ProblemKind::TooLong),
    }
}

/// A text as the record would keep it.
pub(super) fn as_kept(text: &str, multiline: bool) -> Result<String, ProblemKind> {
    let kept = if multiline {
        Prose::<0>::new(text).map(|text| text.as_str().to_owned())
    } else {
        Line::<0>::new(text).map(|text| text.as_str().to_owned())
    };
    kept.map_err(ProblemKind::Text)
}

fn text(field: &Field, content: &Content, beside: &Beside<'_>) -> Read {
    let written = written(content)?;
    // A word on a red flag to which nobody replied yet is a single line, too.
    let multiline = beside.record.text_limits(field).is_some_and(|(_, multiline)| multiline);
    let new = as_kept(written, multiline)?;
    let old = beside.record.text(field).unwrap_or_default();
    if new == old {
        return Ok(None);
    }
    let edit = Edit::SetText { field: field.clone(), text: new.clone() };
    Ok(Some(Otherwise { old: Said::Text(old.to_owned()), new: Said::Text(new), edit }))
}

fn day(field: &Field, content: &Content, beside: &Beside<'_>) -> Read {
    let new: Option<Date> = match content {
        Content::Day(day) => Some(*day),
        other => match written(other)?.trim() {
            "" => None,
            written => Some(written.parse().map_err(|error: crate::record::DateError| ProblemKind::NotDay(error.found))?),
        },
    };
    let (old, edit) = if *field == Field::Deadline {
        (beside.record.request.deadline, Edit::SetDeadline(new))
    } else {
        (beside.record.agency.assessed_on, Edit::SetAssessedOn(new))
    };
    Ok((new != old).then_some(Otherwise { old: Said::Day(old), new: Said::Day(new), edit }))
}

fn pick(entry: &Entry, field: &Field, cell: &KeyedCell<'_>, beside: &Beside<'_>) -> Read {
    let (record, catalogue) = (beside.record, beside.catalogue);
    let (Some(nothing), Some(old)) = (entered::nothing(field), entered::picked(field, record)) else { return Ok(None) };
    let word = written(cell.content)?.trim();
    let unchanged = |lang| !word.is_empty() && entered::written(entry, record, catalogue, lang).trim() == word;
    if unchanged(Lang::Ja) || unchanged(Lang::En) {
        return Ok(None);
    }
    let new = if word.is_empty() { nothing } else { meant(word, field, &nothing, beside)? };
    if new == old {
        return Ok(None);
    }
    let edit = edit(field, &new).ok_or_else(|| unknown(word, field, beside))?;
    Ok(Some(Otherwise { old: Said::Pick(old), new: Said::Pick(new), edit }))
}

/// The one thing that a word means in this field, in either language.
pub(super) fn meant(word: &str, field: &Field, nothing: &Pick, beside: &Beside<'_>) -> Result<Pick, ProblemKind> {
    let catalogue = beside.catalogue;
    let says = |pick: &Pick| {
        let is_id = matches!(pick, Pick::Task(TaskChoice::Listed(id)) if id.as_str() == word);
        is_id || [Lang::Ja, Lang::En].iter().any(|lang| pick.word(field, catalogue, *lang).trim() == word)
    };
    let pasted = beside.pasted.iter().filter(|_| *field == Field::Task).cloned().map(Pick::Task);
    let mut known: Vec<Pick> = entered::picks(field, catalogue);
    known.push(nothing.clone());
    known.extend(pasted);
    let mut found = known.into_iter().filter(says);
    match (found.next(), found.next()) {
        (Some(pick), None) => Ok(pick),
        _ => Err(unknown(word, field, beside)),
    }
}

fn unknown(word: &str, field: &Field, beside: &Beside<'_>) -> ProblemKind {
    let picks = entered::picks(field, beside.catalogue);
    let expected = picks.iter().map(|pick| pick.word(field, beside.catalogue, beside.lang)).collect();
    ProblemKind::UnknownWord { found: word.chars().take(80).collect(), expected }
}

fn edit(field: &Field, pick: &Pick) -> Option<Edit> {
    Some(match (field, pick) {
        (Field::ServiceIsSaas, Pick::Answer(answer)) => Edit::SetServiceIsSaas(answer.clone()),
        (Field::Gate(question), Pick::Answer(answer)) => Edit::AnswerGate(question.clone(), answer.clone()),
        (Field::RedFlag(flag), Pick::Answer(answer)) => Edit::AnswerRedFlag(flag.clone(), answer.clone()),
        (Field::CheckList(point), Pick::Answer(answer)) => Edit::AnswerCheckList(*point, answer.clone()),
        (Field::Answer(item, question), Pick::Answer(answer)) => {
            Edit::AnswerItems(vec![item.clone()], question.clone(), answer.clone())
        }
        (Field::Task, Pick::Task(task)) => Edit::ChooseTask(task.clone()),
        (Field::SuggestedTask, Pick::Task(task)) => Edit::SuggestTask(task.clone()),
        (Field::Item(item, ItemField::ConfidentialityGrade), Pick::Confidentiality(grade)) => {
            Edit::GradeConfidentiality(vec![item.clone()], *grade)
        }
        (Field::Item(item, ItemField::IntegrityGrade), Pick::Grade(_, grade)) => Edit::GradeIntegrity(vec![item.clone()], *grade),
        (Field::Item(item, ItemField::AvailabilityGrade), Pick::Grade(_, grade)) => {
            Edit::GradeAvailability(vec![item.clone()], *grade)
        }
        (Field::Item(item, ItemField::PersonCount), Pick::Persons(count)) => Edit::CountPersons(vec![item.clone()], *count),
        (Field::Item(item, ItemField::Publication), Pick::Publication(plan)) => Edit::PlanPublication(vec![item.clone()], *plan),
        (Field::Raise(objective), Pick::Level(level)) => {
            Edit::RaiseObjective(*objective, level.map_or(RaiseTo::NotRaised, RaiseTo::Level))
        }
        _ => return None,
    })
}

/// Whether a cell of the choice of the target task says that a row was pasted.
pub(super) fn says_pasted(content: &Content) -> bool {
    let Content::Text(word) = content else { return false };
    [Lang::Ja, Lang::En].iter().any(|lang| Mark::AgencyEntry.label(*lang) == word.trim())
}
