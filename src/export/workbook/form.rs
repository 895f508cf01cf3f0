//! The worksheet of everything but the items: what each step asks, in two columns side by side.

use super::super::ExportInput;
use super::super::carried::{CELL_UNITS, NotCarried};
use super::super::entered;
use super::super::report::{Emphasis, Entry, Report};
use super::guide::guide;
use super::page::{Across, Answer, Keyed, Page, Print, Row, Slot};
use super::text::{cut, lines, sheet_name};
use crate::catalogue::StepId;
use crate::judgement::step_of;
use crate::record::{self, Field, Place, Record, Role, TaskChoice, TextField};
use crate::text::{self, Label as _, procedure as by_procedure, report as report_words, workbook as words};

/// The widths of label, entry, gap, label, entry, in characters.
const WIDTHS: [f64; 5] = [21.0, 34.0, 1.5, 21.0, 34.0];
/// How many lines a page holds upright at the smallest scale at which it is still read with ease.
const LINES_OF_A_PAGE: f64 = 145.0;

/// A row of one of the two columns.
enum Line {
    Heading(String),
    Entry(String, Slot),
}

/// The worksheet.
pub(super) fn form(report: &Report, input: &ExportInput<'_>) -> Page {
    let lang = input.lang;
    let lines = lines_of(input);
    let taken: f64 = lines.iter().map(height).sum();
    let (left, right) = in_two(lines, taken);
    let mut rows = vec![
        Row::Across(Across::Title, words::case_sheet(lang).to_owned()),
        Row::Across(Across::Note, words::case_lead(lang).to_owned()),
    ];
    let title = |text: &str, keyed| (text.to_owned(), keyed);
    let pair = || [title(words::field(lang), Keyed::No), title(words::value(lang), Keyed::Yes)];
    rows.push(Row::Header(pair().into_iter().chain([title("", Keyed::No)]).chain(pair()).collect()));
    let head = u32::try_from(rows.len()).unwrap_or(1);
    let count = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    for _ in 0..count {
        let mut slots = slots(left.next());
        slots.push(Slot::Empty);
        slots.extend(self::slots(right.next()));
        rows.push(Row::Slots(slots));
    }
    rows.push(Row::Gap);
    rows.extend(super::outcome::rows(report, input));
    let longest = rows
        .iter()
        .map(|row| match row {
            Row::Slots(slots) => height_of(slots),
            Row::Sign(_) => 5.0,
            Row::Across(..) | Row::Header(_) | Row::Gap => 1.0,
        })
        .sum::<f64>();
    Page {
        name: sheet_name(words::case_sheet(lang)),
        rows,
        widths: WIDTHS.to_vec(),
        head,
        is_upright: true,
        print: if longest <= LINES_OF_A_PAGE { Print::One } else { Print::Wide },
    }
}

fn height_of(slots: &[Slot]) -> f64 {
    slots.iter().zip(&WIDTHS).map(|(slot, width)| lines(slot.text(), *width)).fold(1.0, f64::max)
}

fn height(line: &Line) -> f64 {
    match line {
        Line::Heading(_) => 1.0,
        Line::Entry(label, slot) => lines(label, WIDTHS[0]).max(lines(slot.text(), WIDTHS[1])),
    }
}

/// Two columns of about the same height, in reading order. A heading goes with what follows it.
fn in_two(all: Vec<Line>, taken: f64) -> (Vec<Line>, Vec<Line>) {
    let (mut left, mut right, mut so_far) = (Vec::new(), Vec::new(), 0.0);
    for line in all {
        let height = height(&line);
        if right.is_empty() && so_far + height <= taken / 2.0 + 1.0 {
            left.push(line);
        } else {
            right.push(line);
        }
        so_far += height;
    }
    if matches!(left.last(), Some(Line::Heading(_)))
        && let Some(heading) = left.pop()
    {
        right.insert(0, heading);
    }
    (left, right)
}

fn slots(line: Option<Line>) -> Vec<Slot> {
    match line {
        None => vec![Slot::Empty, Slot::Empty],
        Some(Line::Heading(text)) => vec![Slot::Heading(text), Slot::Heading(String::new())],
        Some(Line::Entry(label, slot)) => vec![Slot::Fixed(label, Emphasis::Strong), slot],
    }
}

/// Every entry of the record that is none of an item, step by step.
fn lines_of(input: &ExportInput<'_>) -> Vec<Line> {
    let (record, catalogue, lang) = (input.record, input.catalogue, input.lang);
    let entries = entered::entries(record, catalogue);
    let mut by_step: Vec<(StepId, Vec<Entry>)> = STEPS.into_iter().map(|step| (step, Vec::new())).collect();
    for entry in entries {
        let Place::Field(field) = entry.place() else { continue };
        if matches!(field, Field::Item(..) | Field::Answer(..) | Field::Decision(..) | Field::Reason(..))
            || !is_shown(&field, input)
        {
            continue;
        }
        let step = step_of(&field, catalogue);
        match by_step.iter_mut().find(|(found, _)| *found == step) {
            Some((_, entries)) => entries.push(entry),
            None => by_step.push((step, vec![entry])),
        }
    }
    let mut lines = Vec::new();
    for (step, mut entries) in by_step {
        // What is said to answers follows them.
        let follows = [Field::Text(TextField::ServiceReason), Field::Text(TextField::ApplicationRemarks)];
        entries.sort_by_key(|entry| matches!(entry, Entry::Text(field) if follows.contains(field)));
        let touched = || entries.iter().any(|entry| !entered::written(entry, record, catalogue, lang).is_empty());
        let needless = match step {
            StepId::Request => record.role == Role::Agency,
            StepId::Application => record.role == Role::Agency || !catalogue.shows_check_list(record),
            _ => false,
        };
        if entries.is_empty() || needless && !touched() {
            continue;
        }
        lines.push(Line::Heading(heading(step, input)));
        for entry in entries {
            lines.push(line(&entry, input));
            lines.extend(pasted(&entry, input));
        }
    }
    lines
}

/// The steps in the order in which a sheet is filled in: first the provider's.
const STEPS: [StepId; 8] = [
    StepId::Introduction,
    StepId::Service,
    StepId::Request,
    StepId::Application,
    StepId::Agency,
    StepId::Gate,
    StepId::Task,
    StepId::Decisions,
];

fn heading(step: StepId, input: &ExportInput<'_>) -> String {
    let lang = input.lang;
    match step {
        StepId::Introduction => report_words::case(lang).to_owned(),
        StepId::Decisions => words::conditions_and_raises(lang).to_owned(),
        StepId::Service => words::by(step.label(lang), words::provider(lang), lang),
        StepId::Application => by_procedure::check_list(input.catalogue.procedure(input.record), lang).to_owned(),
        _ => step.label(lang).to_owned(),
    }
}

/// Whether a field has a place on this record's sheet: texts of a pasted row only where one was pasted, red flags of the
/// chosen task, and others only where somebody replied.
fn is_shown(field: &Field, input: &ExportInput<'_>) -> bool {
    let record = input.record;
    match field {
        Field::RedFlag(flag) => {
            // Whoever answers a request in Excel chooses the task there: the flags of the one that is suggested are at hand.
            let chosen = match (&record.task, &record.request.suggested_task) {
                (TaskChoice::Listed(id), _) | (TaskChoice::NotChosen, TaskChoice::Listed(id)) => input.catalogue.task(id),
                _ => None,
            };
            chosen.is_some_and(|task| task.red_flags.iter().any(|of_task| of_task.id == *flag)) || record.red_flag(flag).is_some()
        }
        field if field.is_of_procurement() => input.catalogue.shows_procurement(record),
        Field::Text(_) => record.text(field).is_some(),
        _ => true,
    }
}

/// The texts of a pasted row that is suggested. They are shown, and changed in the program.
fn pasted(entry: &Entry, input: &ExportInput<'_>) -> Option<Line> {
    let (task, lang) = (&input.record.request.suggested_task, input.lang);
    let is_pasted = *entry == Entry::Choice(Field::SuggestedTask) && matches!(task, TaskChoice::AgencyEntry { .. });
    let said = || cut(&text::difference::task_choice(task, input.catalogue, lang), CELL_UNITS, lang);
    is_pasted.then(|| Line::Entry(report_words::suggested_task(lang).to_owned(), Slot::Fixed(said(), Emphasis::Plain)))
}

fn line(entry: &Entry, input: &ExportInput<'_>) -> Line {
    let (record, catalogue, lang) = (input.record, input.catalogue, input.lang);
    let label = label(entry, input);
    let text = entered::written(entry, record, catalogue, lang);
    if entered::value_not_carried(entry, record, catalogue) == Some(NotCarried::TooLong) {
        let told = format!("{}\n{text}", words::cut(lang));
        return Line::Entry(label, Slot::Fixed(cut(&told, CELL_UNITS, lang), Emphasis::Open));
    }
    let key = entered::key(entry).unwrap_or_default();
    let guide = guide(entry, &short_label(entry, record, input), record, input);
    Line::Entry(label, Slot::Answer(Answer { key, text, guide }))
}

/// What an entry is called: a question in words.
fn label(entry: &Entry, input: &ExportInput<'_>) -> String {
    let (record, catalogue, lang) = (input.record, input.catalogue, input.lang);
    let Place::Field(field) = entry.place() else { return String::new() };
    match (&field, entry) {
        (Field::Gate(question), _) => catalogue
            .question(question)
            .map_or_else(|| question.to_string(), |found| format!("{question} {}", found.text.text(lang))),
        (Field::RedFlag(_), Entry::Text(_)) => words::word_on_it(lang).to_owned(),
        (Field::RedFlag(flag), _) => {
            catalogue.red_flag(flag).map_or_else(|| flag.to_string(), |found| words::flag(found.text.text(lang), lang))
        }
        _ => text::field_name(&field, record, catalogue, lang),
    }
}

fn short_label(entry: &Entry, record: &Record, input: &ExportInput<'_>) -> String {
    match entry.place() {
        record::Place::Field(field) => text::field_name(&field, record, input.catalogue, input.lang),
        _ => String::new(),
    }
}
