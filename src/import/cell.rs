//! One cell beside its place in the record.

use super::beside::{Beside, KeyedCell};
use super::content::Content;
use super::remark::{self, Remark};
use super::row::{ProblemKind, Said};
use crate::catalogue::Mark;
use crate::export::Entry;
use crate::export::entered::{self, Pick};
use crate::record::{
    Date, DateError, Edit, Field, ItemField, Line, Objective, Prose, RaiseTo, TaskChoice, TextChanges, TextError, WrittenDay,
    fold, without_hidden, without_last_breaks,
};
use crate::text::meant::{self, Heading};
use crate::text::{Label as _, Lang};

/// What a cell says otherwise than the record.
pub(super) struct Otherwise {
    /// What stands in the record.
    pub old: Said,
    /// What the cell says.
    pub new: Said,
    /// What makes the record say it.
    pub edit: Edit,
    /// What is said of it besides.
    pub remarks: Vec<Remark>,
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
        Content::Text(text) | Content::Number(text) => Ok(text),
        Content::LongNumber(found) => Err(ProblemKind::LongNumber(found.clone())),
        Content::Day(day) => Err(ProblemKind::NotText(day.to_string())),
        Content::Moment(day, time) => Err(ProblemKind::NotText(format!("{day} {time}"))),
        Content::Formula => Err(ProblemKind::Formula),
        Content::NotText(found) => Err(ProblemKind::NotText(found.clone())),
        Content::TooLong => Err(ProblemKind::TooLong),
    }
}

/// A text as the record would keep it: without what no text holds, and without breaks behind it.
pub(super) fn as_kept(text: &str, multiline: bool) -> Result<String, ProblemKind> {
    kept(text, multiline).map(|(text, _)| text)
}

fn kept(text: &str, multiline: bool) -> Result<(String, TextChanges), ProblemKind> {
    let (kept, changes) = if multiline {
        let (text, changes) = Prose::<0>::from_whole(text);
        (text.as_str().to_owned(), changes)
    } else {
        let (text, changes) = Line::<0>::from_whole(text);
        (text.as_str().to_owned(), changes)
    };
    match changes.cut_from {
        Some(length) => Err(ProblemKind::Text(TextError::TooLong { length })),
        None => Ok((kept, changes)),
    }
}

fn text(field: &Field, content: &Content, beside: &Beside<'_>) -> Read {
    let written = written(content)?;
    // A word on a red flag to which nobody replied yet is a single line, too.
    let multiline = beside.record.text_limits(field).is_some_and(|(_, multiline)| multiline);
    let (new, changes) = kept(written, multiline)?;
    let old = beside.record.text(field).unwrap_or_default();
    if new == without_last_breaks(old) {
        return Ok(None);
    }
    let remarks = remark::on_text(changes, old, &new);
    let edit = Edit::SetText { field: field.clone(), text: new.clone() };
    Ok(Some(Otherwise { old: Said::Text(old.to_owned()), new: Said::Text(new), edit, remarks }))
}

fn day(field: &Field, content: &Content, beside: &Beside<'_>) -> Read {
    let new = match content {
        Content::Day(day) => Some(WrittenDay { day: *day, time: None }),
        Content::Moment(day, time) => Some(WrittenDay { day: *day, time: Some(time.clone()) }),
        Content::Number(number) => {
            let no_day = || ProblemKind::NotDay(DateError::NoDay { found: number.clone() });
            Some(Date::from_serial(number).or_else(|| Date::written(number).ok()).ok_or_else(no_day)?)
        }
        other => {
            let written = written(other)?;
            if fold(written).is_empty() { None } else { Some(Date::written(written).map_err(ProblemKind::NotDay)?) }
        }
    };
    let remarks = new.iter().filter_map(|new| new.time.clone()).map(Remark::Time).collect();
    let (old, new) = (beside.record.day(field), new.map(|new| new.day));
    let Some(edit) = Edit::of_day(field, new).filter(|_| new != old) else { return Ok(None) };
    Ok(Some(Otherwise { old: Said::Day(old), new: Said::Day(new), edit, remarks }))
}

fn pick(entry: &Entry, field: &Field, cell: &KeyedCell<'_>, beside: &Beside<'_>) -> Read {
    let (record, catalogue) = (beside.record, beside.catalogue);
    let (Some(nothing), Some(old)) = (entered::nothing(field), entered::picked(field, record)) else { return Ok(None) };
    let word = written(cell.content)?;
    let folded = fold(word);
    let unchanged = |lang| !folded.is_empty() && fold(&entered::written(entry, record, catalogue, lang)) == folded;
    if unchanged(Lang::Ja) || unchanged(Lang::En) {
        return Ok(None);
    }
    let new = if folded.is_empty() { nothing } else { meant(word, field, &nothing, beside)? };
    if new == old {
        return Ok(None);
    }
    let edit = edit(field, &new).ok_or_else(|| unknown(word, field, beside))?;
    Ok(Some(Otherwise { old: Said::Pick(old), new: Said::Pick(new), edit, remarks: Vec::new() }))
}

/// The one thing that a word means in this field, in either language, however it is written.
pub(super) fn meant(word: &str, field: &Field, nothing: &Pick, beside: &Beside<'_>) -> Result<Pick, ProblemKind> {
    let catalogue = beside.catalogue;
    let bare = meant::bare(word);
    let says = |pick: &Pick| {
        let is_id = matches!(pick, Pick::Task(TaskChoice::Listed(id)) if fold(id.as_str()) == bare);
        is_id || [Lang::Ja, Lang::En].iter().any(|lang| meant::bare(&pick.word(field, catalogue, *lang)) == bare)
    };
    let pasted = beside.pasted.iter().filter(|_| *field == Field::Task).cloned().map(Pick::Task);
    let offered = entered::picks(field, catalogue);
    let commonly = commonly_meant(word, field).filter(|pick| offered.contains(pick));
    let known = offered.into_iter().chain([nothing.clone()]).chain(pasted);
    let mut found = known.filter(says).chain(commonly);
    match found.next() {
        Some(pick) if found.all(|other| other == pick) => Ok(pick),
        _ => Err(unknown(word, field, beside)),
    }
}

/// What people write in such a field besides the words of the program.
fn commonly_meant(word: &str, field: &Field) -> Option<Pick> {
    Some(match field {
        Field::ServiceIsSaas | Field::Gate(_) | Field::RedFlag(_) | Field::CheckList(_) | Field::Answer(..) => {
            Pick::Answer(meant::answer(word)?)
        }
        Field::Item(_, part) => match part {
            ItemField::ConfidentialityGrade => Pick::Confidentiality(meant::confidentiality_grade(word, Heading::Said)?),
            ItemField::IntegrityGrade => graded(word, Objective::Integrity)?,
            ItemField::AvailabilityGrade => graded(word, Objective::Availability)?,
            ItemField::PersonCount => Pick::Persons(meant::persons(word)?),
            ItemField::Publication => Pick::Publication(meant::publication(word)?),
            _ => return None,
        },
        _ => return None,
    })
}

fn graded(word: &str, objective: Objective) -> Option<Pick> {
    meant::grade(word, objective, Heading::Said).map(|grade| Pick::Grade(objective, grade))
}

fn unknown(word: &str, field: &Field, beside: &Beside<'_>) -> ProblemKind {
    let picks = entered::picks(field, beside.catalogue);
    let expected = picks.iter().map(|pick| pick.word(field, beside.catalogue, beside.lang)).collect();
    ProblemKind::UnknownWord { found: without_hidden(word.trim()).chars().take(80).collect(), expected }
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
    [Lang::Ja, Lang::En].iter().any(|lang| fold(Mark::AgencyEntry.label(*lang)) == fold(word))
}
