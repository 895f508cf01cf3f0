//! What every document has before its chapters: title, head and foot, notices.

use super::blank::filled;
use super::common::{findings_cell, has_assessment, procedure, state};
use super::rules;
use crate::export::report::{Cell, Fact, Head, Report, Running};
use crate::export::{CopyKind, Document, ExportInput};
use crate::record::{Field, Role, TextField};
use crate::text::{Label as _, report as words};

/// So many characters of case and service stand at the head of every page.
const LONGEST_CASE: usize = 40;

pub(super) fn frame(document: &Document, input: &ExportInput<'_>) -> Report {
    empty_report(document.label(procedure(input), input.lang), input)
}

/// A document of this title with nothing in it but what every document says.
pub fn empty_report(title: &str, input: &ExportInput<'_>) -> Report {
    let lang = input.lang;
    Report {
        language: lang.code(),
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
        goes_on: String::new(),
    }
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
            CopyKind::Draft => words::draft(lang).to_owned(),
            CopyKind::Final => String::new(),
        },
        notice: words::not_official(lang).to_owned(),
        print_note: words::print_note(lang).to_owned(),
    }
}

/// What a provider's part is about, and how far it is.
pub(super) fn cover(input: &ExportInput<'_>) -> Vec<Fact> {
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
