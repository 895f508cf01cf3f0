//! What the builders of several chapters share.

use crate::catalogue::{Basis, Procedure, Profile};
use crate::export::ExportInput;
use crate::export::report::{Cell, Emphasis};
use crate::judgement::Condition;
use crate::record::{Agency, Answer, Application, Approval, Assessment, Gate, PerObjective, Request, Role, TaskChoice};
use crate::text::{self, Label as _, Lang, labels, report as words};

/// With more items than so many their tables are set small.
pub(super) const MANY_ITEMS: usize = 12;

/// The agency's own chapters stand in an agency's document, and wherever something was entered in them.
pub(super) fn has_assessment(input: &ExportInput<'_>) -> bool {
    let record = input.record;
    let untouched = record.agency == Agency::default()
        && record.gate == Gate::default()
        && record.task == TaskChoice::default()
        && record.procurement.is_empty()
        && record.red_flags.is_empty()
        && record.items.is_empty()
        && record.raises == PerObjective::default()
        && record.conditions_of_use.as_str().is_empty()
        && record.residual_risk.as_str().is_empty()
        && record.approval == Approval::default();
    record.role == Role::Agency || !untouched
}

pub(super) fn has_request(input: &ExportInput<'_>) -> bool {
    input.record.role == Role::Csp
        || input.record.request != Request::default()
        || input.record.application != Application::default()
}

/// The state of the approval with what must not be overlooked: whether it ran out, and whether the content was changed since.
/// Of a provider's record, on which nobody decides, whether its part lacks something.
pub(super) fn state(input: &ExportInput<'_>) -> String {
    let lang = input.lang;
    match input.record.role {
        Role::Agency => text::approval::state(input.record, input.today, lang),
        Role::Csp if input.judgement.is_final() => words::part_is_complete(lang).to_owned(),
        Role::Csp => words::part_is_open(lang).to_owned(),
    }
}

pub(super) fn findings_cell(input: &ExportInput<'_>) -> Cell {
    let text = text::concern_counts(input.judgement, input.lang);
    let emphasis = if input.judgement.is_final() { Emphasis::Plain } else { Emphasis::Bad };
    Cell::with(text, emphasis)
}

/// The procedure the record is made under.
pub(super) fn procedure(input: &ExportInput<'_>) -> Procedure {
    input.catalogue.procedure(input.record)
}

pub(super) fn profile<'a>(input: &ExportInput<'a>) -> Option<&'a Profile> {
    input.catalogue.profile(&input.record.profile)
}

/// An assessment in words; what is not assessed stands out.
pub(super) fn assessed(assessment: Assessment, input: &ExportInput<'_>) -> Cell {
    let emphasis = if assessment.is_assessed() { Emphasis::Strong } else { Emphasis::Open };
    Cell::with(labels::assessment(assessment, input.catalogue, input.lang), emphasis)
}

pub(super) fn condition(condition: Condition, lang: Lang) -> Cell {
    let emphasis = match condition {
        Condition::Yes | Condition::No => Emphasis::Strong,
        Condition::Undetermined => Emphasis::Open,
    };
    Cell::with(condition.label(lang), emphasis)
}

/// What statements rest on, a line each.
pub(super) fn bases<'a>(bases: impl IntoIterator<Item = &'a Basis>, lang: Lang) -> String {
    bases.into_iter().map(|basis| words::basis_line(basis, lang)).collect::<Vec<_>>().join("\n")
}

/// Keeps the first of what is told one by one, as far as so many characters go, and says how many were left out. The room that a
/// row takes beside its text counts, too.
pub(super) fn as_many_as_fit<T>(told: &mut Vec<T>, room: usize, length: impl Fn(&T) -> usize) -> usize {
    const OF_A_ROW: usize = 40;
    let mut taken = 0;
    let fits = told.iter().take_while(|one| {
        taken += length(one) + OF_A_ROW;
        taken <= room
    });
    let keep = fits.count().max(1);
    let hidden = told.len().saturating_sub(keep);
    told.truncate(keep);
    hidden
}

/// Small print alone, such as the id of a question beside its words.
pub(super) fn small(text: impl Into<String>) -> Cell {
    Cell::default().detail(text)
}

/// An answer of はい, いいえ, 不明; an open one stands out.
pub(super) fn answer_cell(answer: &Answer, lang: Lang) -> Cell {
    Cell::with(answer.label(lang), if answer.is_known() { Emphasis::Plain } else { Emphasis::Open })
}
