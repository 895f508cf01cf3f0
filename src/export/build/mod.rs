//! From record and judgement to the document that people read. One file for each group of chapters.

mod answers;
mod approval;
mod blank;
mod closing;
mod comments;
mod decisions;
mod explanation;
mod front;
mod gate_and_task;
mod item;
mod items;
mod objective;
mod parts;
mod picture;
mod reference;
mod rules;
mod sheet;
mod tables;
mod versions;
mod whole;

pub use blank::text_or_blank;
use blank::{blank, date_cell, day, entered, filled, missing, text_fact};
pub use closing::next as what_comes_next;
pub use parts::check_list;
pub use picture::{full_picture, picture};
use tables::findings_table;
pub(super) use tables::{findings_data, items_table};

use super::report::{Cell, Emphasis, Fact, Head, Report, Running};
use super::{Copy, Document, ExportError, ExportInput};
use crate::catalogue::{Basis, Procedure, Profile};
use crate::judgement::{Condition, Severity};
use crate::record::{Agency, Application, Approval, Assessment, Field, Gate, PerObjective, Request, Role, TaskChoice, TextField};
use crate::text::{self, Label as _, Lang, labels, report as words};

/// With more items than so many their tables are set small.
const MANY_ITEMS: usize = 12;

/// So many characters of case and service stand at the head of every page.
const LONGEST_CASE: usize = 40;

/// Builds a document.
pub(super) fn report(document: &Document, input: &ExportInput<'_>) -> Result<Report, ExportError> {
    match document {
        Document::Record => Ok(whole::report(input)),
        Document::Sheet => Ok(sheet::report(input)),
        Document::Explanation => Ok(explanation::report(input)),
        Document::Item(id) => item::report(id, input),
    }
}

fn frame(document: &Document, input: &ExportInput<'_>) -> Report {
    empty_report(document.label(procedure(input), input.lang), input)
}

/// A document of this title with nothing in it but what every document says.
pub fn empty_report(title: &str, input: &ExportInput<'_>) -> Report {
    let lang = input.lang;
    Report {
        language: lang.pick("ja", "en"),
        title: title.to_owned(),
        subtitle: subtitle(input),
        head: Head::default(),
        running: running(title, input),
        notices: rules::notices(input),
        verdict: None,
        cover: Vec::new(),
        chapters: Vec::new(),
        contents: String::new(),
        compact: false,
    }
}

/// The agency's own chapters stand in an agency's document, and wherever something was entered in them.
fn has_assessment(input: &ExportInput<'_>) -> bool {
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

fn has_request(input: &ExportInput<'_>) -> bool {
    input.record.role == Role::Csp
        || input.record.request != Request::default()
        || input.record.application != Application::default()
}

/// Case and service, and on a provider's record what of it is there.
fn subtitle(input: &ExportInput<'_>) -> String {
    let lang = input.lang;
    let mut lines = vec![input.record.case_name.to_string(), input.record.service.name.to_string()];
    if input.record.role == Role::Csp {
        let what = if has_assessment(input) { words::both_parts(lang) } else { words::provider_document(lang) };
        lines.push(what.to_owned());
    }
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}

/// Case and service, by which people know the record.
fn case(input: &ExportInput<'_>) -> String {
    words::case_and_service(input.record.case_name.as_str(), input.record.service.name.as_str(), input.lang)
}

fn running(title: &str, input: &ExportInput<'_>) -> Running {
    let lang = input.lang;
    let case = case(input);
    let short = match case.char_indices().nth(LONGEST_CASE) {
        Some((end, _)) => format!("{}…", case.get(..end).unwrap_or_default()),
        None => case.clone(),
    };
    let state = state(input);
    Running {
        identity: words::identity(&short, input.record.id.short(), input.record.content_digest().short(), lang),
        name: words::document_name(title, &case, lang),
        state: match input.record.role {
            Role::Agency => words::running_state(&state, lang),
            Role::Csp => words::running_part(&state, lang),
        },
        draft: match input.copy {
            Copy::Draft => words::draft(lang).to_owned(),
            Copy::Final => String::new(),
        },
        notice: words::not_official(lang).to_owned(),
    }
}

/// The state of the approval with what must not be overlooked: whether it ran out, and whether the content was changed since.
/// Of a provider's record, on which nobody decides, whether its part lacks something.
fn state(input: &ExportInput<'_>) -> String {
    let lang = input.lang;
    match input.record.role {
        Role::Agency => text::approval::state(input.record, input.today, lang),
        Role::Csp if input.judgement.is_final() => words::part_is_complete(lang).to_owned(),
        Role::Csp => words::part_is_open(lang).to_owned(),
    }
}

/// What a provider's part is about, and how far it is.
fn cover(input: &ExportInput<'_>) -> Vec<Fact> {
    let lang = input.lang;
    vec![
        Fact::new(
            TextField::ServiceName.label(lang),
            filled(&input.record.service.name, &Field::Text(TextField::ServiceName), input),
        ),
        Fact::new(
            TextField::Provider.label(lang),
            filled(&input.record.service.provider, &Field::Text(TextField::Provider), input),
        ),
        Fact::new(words::provider_part(lang), Cell::new(state(input))),
        Fact::new(words::findings_count(lang), findings_cell(input)),
    ]
}

fn findings_cell(input: &ExportInput<'_>) -> Cell {
    let count = |severity| input.judgement.count(severity);
    let text = words::findings_by_severity(count(Severity::Error), count(Severity::Warning), count(Severity::Note), input.lang);
    let emphasis = if input.judgement.is_final() { Emphasis::Plain } else { Emphasis::Bad };
    Cell::with(text, emphasis)
}

/// The procedure the record is made under.
fn procedure(input: &ExportInput<'_>) -> Procedure {
    input.catalogue.procedure(input.record)
}

fn profile<'a>(input: &ExportInput<'a>) -> Option<&'a Profile> {
    input.catalogue.profile(&input.record.profile)
}

/// An assessment in words; what is not assessed stands out.
fn assessed(assessment: Assessment, input: &ExportInput<'_>) -> Cell {
    let emphasis = if assessment.is_assessed() { Emphasis::Strong } else { Emphasis::Open };
    Cell::with(labels::assessment(assessment, input.catalogue, input.lang), emphasis)
}

fn condition(condition: Condition, lang: Lang) -> Cell {
    let emphasis = match condition {
        Condition::Yes | Condition::No => Emphasis::Strong,
        Condition::Undetermined => Emphasis::Open,
    };
    Cell::with(condition.label(lang), emphasis)
}

/// What statements rest on, a line each.
fn bases<'a>(bases: impl IntoIterator<Item = &'a Basis>, lang: Lang) -> String {
    bases.into_iter().map(|basis| words::basis_line(basis, lang)).collect::<Vec<_>>().join("\n")
}

/// Keeps the first of what is told one by one, as far as so many characters go, and says how many were left out. The room that a
/// row takes beside its text counts, too.
fn as_many_as_fit<T>(told: &mut Vec<T>, room: usize, length: impl Fn(&T) -> usize) -> usize {
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
fn small(text: impl Into<String>) -> Cell {
    Cell::default().detail(text)
}
