//! From record and judgement to the document that people read. One file for each group of chapters.

mod answers;
mod approval;
mod closing;
mod comments;
mod decisions;
mod explanation;
mod gate_and_task;
mod item;
mod items;
mod parts;
mod picture;
mod reference;
mod rules;
mod sheet;
mod tables;

pub use closing::next as what_comes_next;
pub use parts::check_list;
pub use picture::{full_picture, picture};
pub(super) use tables::{findings_table, items_table};

use super::report::{Cell, Chapter, Emphasis, Entry, Fact, Report, Running, Verdict};
use super::{Copy, Document, ExportError, ExportInput};
use crate::catalogue::{Basis, Procedure, Profile};
use crate::judgement::{Condition, Outcome, Severity};
use crate::record::{
    Agency, Application, Approval, Assessment, Date, Gate, PerObjective, Request, Role, TaskChoice, Text, TextField,
};
use crate::text::{self, Label as _, Lang, labels, report as words};

/// Builds a document.
pub(super) fn report(document: &Document, input: &ExportInput<'_>) -> Result<Report, ExportError> {
    match document {
        Document::Record => Ok(record(input)),
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
        subtitle: String::new(),
        running: running(input),
        notices: std::iter::once(words::not_official(lang).to_owned()).chain(rules::notices(input)).collect(),
        verdict: None,
        cover: Vec::new(),
        chapters: Vec::new(),
        compact: false,
    }
}

/// The whole record: everything.
fn record(input: &ExportInput<'_>) -> Report {
    let lang = input.lang;
    let assessed = has_assessment(input);
    let frame = frame(&Document::Record, input);
    Report {
        title: profile(input).map_or(frame.title, |profile| profile.wording.document_title.text(lang).to_owned()),
        subtitle: subtitle(input),
        notices: notices(input),
        verdict: assessed.then(|| verdict(input)),
        cover: cover(input, assessed),
        chapters: chapters(input, assessed),
        ..frame
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

fn chapters(input: &ExportInput<'_>, assessed: bool) -> Vec<Chapter> {
    let mut chapters = Vec::new();
    if assessed {
        chapters.push(closing::why(input));
    }
    chapters.push(parts::this_record(input));
    chapters.push(parts::service(input));
    if has_request(input) {
        chapters.push(parts::request(input));
        chapters.extend(input.catalogue.shows_check_list(input.record).then(|| parts::check_list(input)));
    }
    if assessed {
        chapters.push(parts::agency(input));
        chapters.push(gate_and_task::gate(input));
        chapters.push(gate_and_task::task(input));
        chapters.push(items::items(input));
        chapters.push(answers::answers(input));
        chapters.push(decisions::decisions(input));
        chapters.push(closing::use_and_risk(input));
    }
    chapters.push(closing::findings(input));
    if assessed {
        chapters.push(approval::chapter(input));
    }
    chapters.extend(comments::comments(input));
    chapters.push(closing::next(input));
    if assessed {
        chapters.push(reference::criteria(input));
        chapters.push(reference::questions(input));
    }
    chapters.push(reference::sources(input));
    chapters
}

fn subtitle(input: &ExportInput<'_>) -> String {
    match input.record.role {
        Role::Agency => String::new(),
        Role::Csp => words::provider_document(input.lang).to_owned(),
    }
}

fn running(input: &ExportInput<'_>) -> Running {
    let lang = input.lang;
    Running {
        identity: words::identity(input.record.id.short(), input.record.content_digest().short(), lang),
        state: words::running_state(&state(input), lang),
        draft: match input.copy {
            Copy::Draft => words::draft(lang).to_owned(),
            Copy::Final => String::new(),
        },
        notice: words::not_official(lang).to_owned(),
        chapter_before: words::chapter_before(lang),
        chapter_after: words::chapter_after(lang),
    }
}

/// The state of the approval with what must not be overlooked: whether it ran out, and whether the content was changed since.
fn state(input: &ExportInput<'_>) -> String {
    text::approval::state(input.record, input.today, input.lang)
}

fn notices(input: &ExportInput<'_>) -> Vec<String> {
    let preface = profile(input).map(|profile| profile.wording.preface.text(input.lang));
    let notice = words::not_official(input.lang);
    let mut notices = match preface {
        // A catalogue of the user's own may say it differently, or not at all.
        Some(preface) if preface.starts_with(notice) => vec![preface.to_owned()],
        Some(preface) => vec![notice.to_owned(), preface.to_owned()],
        None => vec![notice.to_owned()],
    };
    notices.extend(rules::notices(input));
    notices
}

fn verdict(input: &ExportInput<'_>) -> Verdict {
    let (lang, judgement) = (input.lang, input.judgement);
    let emphasis = match judgement.outcome {
        Outcome::Fits => Emphasis::Good,
        Outcome::NotLow | Outcome::OutOfScope | Outcome::InvalidAssessor | Outcome::Stop => Emphasis::Bad,
        Outcome::Unlisted | Outcome::Undetermined | Outcome::NotRequired => Emphasis::Open,
    };
    let mut parts: Vec<Fact> = Vec::new();
    for (objective, assessment) in judgement.objectives.iter() {
        parts.push(Fact::new(objective.label(lang), assessed(*assessment, input)));
    }
    parts.push(Fact::new(words::overall(lang), assessed(judgement.overall, input)));
    parts.push(Fact::new(words::condition_listed(lang), condition(judgement.condition_listed, lang)));
    parts.push(Fact::new(words::condition_low(lang), condition(judgement.condition_low, lang)));
    Verdict { label: words::outcome(lang).to_owned(), outcome: Cell::with(judgement.outcome.label(lang), emphasis), parts }
}

fn cover(input: &ExportInput<'_>, assessed: bool) -> Vec<Fact> {
    let (lang, record) = (input.lang, input.record);
    let mut facts = vec![
        text_fact(TextField::CaseName, &record.case_name, lang),
        Fact::new(TextField::ServiceName.label(lang), filled(&record.service.name, lang)),
        Fact::new(TextField::Provider.label(lang), filled(&record.service.provider, lang)),
    ];
    if !record.paper.is_empty() {
        facts.extend(parts::paper(input));
    }
    if assessed {
        let agency = [&record.agency.name, &record.agency.bureau, &record.agency.section];
        let names: Vec<&str> = agency.into_iter().filter(|name| !name.is_blank()).map(Text::as_str).collect();
        facts.push(Fact::new(words::agency(lang), filled_str(&names.join(" "), lang)));
        facts.push(Fact::new(words::target_task(lang), gate_and_task::task_cell(&record.task, input)));
        facts.push(Fact::new(words::assessed_on(lang), date_cell(record.agency.assessed_on, lang)));
        facts.push(Fact::new(words::approval_state(lang), Cell::new(state(input))));
    }
    facts.push(Fact::new(words::findings_count(lang), findings_cell(input)));
    facts
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

/// A field that holds a text, under its name.
fn text_fact<const SOFT: usize, const LINES: bool>(field: TextField, text: &Text<SOFT, LINES>, lang: Lang) -> Fact {
    Fact::new(field.label(lang), entered(field, text, lang))
}

/// What was entered in a field that holds a text.
fn entered<const SOFT: usize, const LINES: bool>(field: TextField, text: &Text<SOFT, LINES>, lang: Lang) -> Cell {
    filled(text, lang).of(Entry::Text(crate::record::Field::Text(field)))
}

/// A text as typed; 未記入 if there is none.
fn filled<const SOFT: usize, const LINES: bool>(text: &Text<SOFT, LINES>, lang: Lang) -> Cell {
    if text.is_blank() { empty(lang) } else { Cell::new(text.as_str()) }
}

fn filled_str(text: &str, lang: Lang) -> Cell {
    if text.trim().is_empty() { empty(lang) } else { Cell::new(text) }
}

fn empty(lang: Lang) -> Cell {
    Cell::with(words::empty(lang), Emphasis::Faint)
}

/// A day in both calendars; 未記入 if there is none.
fn date_cell(date: Option<Date>, lang: Lang) -> Cell {
    date.map_or_else(|| empty(lang), |date| Cell::new(words::date(date, lang)))
}

/// What statements rest on, a line each.
fn bases<'a>(bases: impl IntoIterator<Item = &'a Basis>, lang: Lang) -> String {
    bases.into_iter().map(|basis| words::basis_line(basis, lang)).collect::<Vec<_>>().join("\n")
}
