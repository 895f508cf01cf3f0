//! What may be entered in a cell, and what is said when it is selected.

use super::super::ExportInput;
use super::super::entered;
use super::super::report::Entry;
use super::page::{Guide, Takes};
use super::text::cut;
use crate::catalogue::{Effect, Question, Section};
use crate::record::{Field, ItemField, Record};
use crate::text::{question_name, workbook as words};

/// The longest title and message of a cell, in UTF-16 code units.
const TITLE_UNITS: usize = 32;
const MESSAGE_UNITS: usize = 255;

/// What may be entered in a cell that is called `name`.
pub(super) fn guide(entry: &Entry, name: &str, record: &Record, input: &ExportInput<'_>) -> Guide {
    let (lang, catalogue) = (input.lang, input.catalogue);
    let (takes, title, message) = match entry {
        Entry::Fixed(_) => (Takes::Text, name.to_owned(), String::new()),
        Entry::Date(_) => (Takes::Text, name.to_owned(), words::day_message(lang).to_owned()),
        Entry::Text(field) => {
            let limits = record.text_limits(field);
            let message = limits.map_or_else(String::new, |(soft, multiline)| words::text_message(soft, multiline, lang));
            (Takes::Text, name.to_owned(), message)
        }
        Entry::Answer(field) | Entry::Choice(field) => {
            let mut picks: Vec<String> =
                entered::picks(field, catalogue).into_iter().map(|pick| pick.word(field, catalogue, lang)).collect();
            let nothing = entered::nothing(field).map(|nothing| nothing.word(field, catalogue, lang)).unwrap_or_default();
            let mut message = vec![consequence(field, input), words::empty_means(&nothing, lang), help(field, input)];
            if let Field::Decision(..) = field {
                let again: Vec<String> = picks.iter().map(|level| words::confirmed(level, lang)).collect();
                picks.extend(again);
                message.push(words::confirm_message(lang).to_owned());
            }
            message.retain(|part| !part.is_empty());
            (Takes::OneOf(picks), title(field, name, input), message.join("\n"))
        }
    };
    let (title, message) = (cut(&title, TITLE_UNITS, lang), cut(&message, MESSAGE_UNITS, lang));
    Guide { takes, title, message }
}

fn title(field: &Field, name: &str, input: &ExportInput<'_>) -> String {
    match field {
        Field::Gate(question) | Field::Answer(_, question) => question_name(question, input.catalogue, input.lang),
        _ => name.to_owned(),
    }
}

/// What an answer leads to, or what a red flag says.
fn consequence(field: &Field, input: &ExportInput<'_>) -> String {
    let (lang, catalogue) = (input.lang, input.catalogue);
    match field {
        Field::RedFlag(flag) => catalogue.red_flag(flag).map_or_else(String::new, |flag| flag.text.text(lang).to_owned()),
        _ => question(field, input).map_or_else(String::new, |question| question.consequence.text(lang).to_owned()),
    }
}

/// How to tell what to answer. The question itself stands in words at the head of its column, or left of the cell.
fn help(field: &Field, input: &ExportInput<'_>) -> String {
    question(field, input).map_or_else(String::new, |question| question.guidance.text(input.lang).to_owned())
}

/// The question that is answered by a field, or from which its answer follows.
fn question<'a>(field: &Field, input: &ExportInput<'a>) -> Option<&'a Question> {
    match field {
        Field::Gate(question) | Field::Answer(_, question) => input.catalogue.question(question),
        Field::Item(_, part) => derived_from(*part, input),
        _ => None,
    }
}

/// The question that an attribute answers.
pub(super) fn derived_from<'a>(part: ItemField, input: &ExportInput<'a>) -> Option<&'a Question> {
    let graded = |section| {
        let derived = |question: &&Question| question.section == section && question.effect == Effect::GradeTwoExplains;
        input.catalogue.questions.iter().find(derived)
    };
    match part {
        ItemField::IntegrityGrade => graded(Section::Integrity),
        ItemField::AvailabilityGrade => graded(Section::Availability),
        ItemField::PersonCount => {
            input.catalogue.questions.iter().find(|question| matches!(question.effect, Effect::PersonCount { .. }))
        }
        _ => None,
    }
}
