//! What a field says in which nothing was entered. The one place that rules it, for every document.

use crate::catalogue::StepId;
use crate::export::ExportInput;
use crate::export::report::{Cell, Emphasis, Entry, Fact};
use crate::judgement::{Outcome, step_of};
use crate::record::{Date, DayField, Field, Role, Text, TextField};
use crate::text::{Label as _, Lang, report as words};

/// 未記入 only where something is missing, which then stands out; else that nothing needs to stand here, or whose it is to enter it.
pub(super) fn blank(field: &Field, input: &ExportInput<'_>) -> Cell {
    let lang = input.lang;
    // A finding at a field without text is that it lacks one.
    if input.judgement.findings.iter().any(|finding| finding.field == *field) {
        return missing(lang);
    }
    let step = step_of(field, input.catalogue);
    let of_its_role = input.catalogue.steps(input.record).contains(&step);
    let ended = matches!(input.judgement.outcome, Outcome::Stop | Outcome::OutOfScope | Outcome::NotRequired);
    let said = match (input.record.role, of_its_role) {
        (Role::Csp, false) => words::left_to_the_agency(lang),
        (Role::Agency, false) => words::nothing_here(lang),
        (_, true) if ended && matches!(step, StepId::Task | StepId::Items | StepId::Decisions) => words::nothing_here(lang),
        (_, true) if *field == Field::Text(TextField::ServiceReason) => words::no_reason_needed(lang),
        (_, true) => words::nothing_entered(lang),
    };
    Cell::with(said, Emphasis::Faint)
}

/// 未記入, of what must be there.
pub(super) fn missing(lang: Lang) -> Cell {
    Cell::with(words::empty(lang), Emphasis::Open)
}

/// A text as typed, or what is said where there is none.
pub(super) fn filled<const SOFT: usize, const LINES: bool>(
    text: &Text<SOFT, LINES>,
    field: &Field,
    input: &ExportInput<'_>,
) -> Cell {
    if text.is_blank() { blank(field, input) } else { Cell::new(text.as_str()) }
}

/// A text as it is shown in place of this field, or what is said where there is none.
pub fn text_or_blank(text: &str, field: TextField, input: &ExportInput<'_>) -> Cell {
    if text.trim().is_empty() { blank(&Field::Text(field), input) } else { Cell::new(text) }
}

/// What was entered in a field that holds a text.
pub(super) fn entered(field: TextField, input: &ExportInput<'_>) -> Cell {
    let place = Field::Text(field);
    let shown = if input.record.is_blank(&place) {
        blank(&place, input)
    } else {
        Cell::new(input.record.text(&place).unwrap_or_default())
    };
    shown.of(Entry::Text(place))
}

/// The same under the name of the field.
pub(super) fn text_fact(field: TextField, input: &ExportInput<'_>) -> Fact {
    Fact::new(field.label(input.lang), entered(field, input))
}

/// A day in both calendars that is entered in a field, or what is said where there is none.
pub(super) fn day(field: DayField, input: &ExportInput<'_>) -> Cell {
    let place = Field::Day(field);
    let shown = input.record.day_of(field).map_or_else(|| blank(&place, input), |date| date_cell(date, input.lang));
    shown.of(Entry::Date(place))
}

/// A day in both calendars.
pub(super) fn date_cell(date: Date, lang: Lang) -> Cell {
    Cell::new(words::date(date, lang))
}
