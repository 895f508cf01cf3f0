//! 機関へのご案内: the one page by which a provider looks for an agency that makes the assessment.

use super::{bases, entered, frame, front, gate_and_task, procedure, profile, text_fact};
use std::collections::BTreeSet;

use crate::catalogue::{Basis, Mark, Procedure, SourceId};
use crate::export::report::{Block, Cell, Chapter, Emphasis, Entry, Fact, Head, Report, Running, Table};
use crate::export::{Document, ExportError, ExportInput};
use crate::record::{Field, Record, Request, Role, TaskChoice, TextField};
use crate::text::{Label as _, eligibility, partner as words, report as report_words, steps_start::introduction};

/// The texts of the service that an agency wants to know first.
const OF_SERVICE: [TextField; 7] = [
    TextField::ServiceUrl,
    TextField::ServiceSummary,
    TextField::Functions,
    TextField::DataLocation,
    TextField::Platform,
    TextField::PlatformRegistration,
    TextField::Certifications,
];

/// What of a provider's record is for agencies that it has no dealings with yet: its service, and what it is offered for. Whom else it
/// asks, and what came of that, is not for them, nor is what it calls its case.
pub(in crate::export) fn for_strangers(record: &Record) -> Record {
    let Record { id, role, created, profile, catalogue, service, request, .. } = record.clone();
    let Request { suggested_task, suggested_information, contact, .. } = request;
    let request = Request { suggested_task, suggested_information, contact, ..Request::default() };
    Record { service, request, ..Record::new(id, role, created, profile, catalogue) }
}

/// What the service is, what for, what is asked of the agency, and how it answers.
pub(super) fn report(input: &ExportInput<'_>) -> Result<Report, ExportError> {
    if input.record.role != Role::Csp {
        return Err(ExportError::OnlyOfProvider);
    }
    let lang = input.lang;
    let framed = frame(&Document::Partner, input);
    let notices = std::iter::once(words::lead(lang).to_owned()).chain(framed.notices).collect();
    let chapters = vec![
        service(input),
        task(input),
        asked(input),
        answer(input),
        afterwards(input),
        Chapter::new(words::contact(lang), vec![Block::Facts { facts: vec![text_fact(TextField::Contact, input)] }]),
        sources(input),
    ];
    Ok(Report {
        subtitle: input.record.service.name.to_string(),
        head: Head { facts: front::head(input).facts, ..Head::default() },
        // It is offered to whoever reads it: nothing of it is decided, and nothing a draft.
        running: Running { state: String::new(), draft: String::new(), ..framed.running },
        notices,
        chapters,
        compact: true,
        goes_on: words::goes_on(lang).to_owned(),
        ..framed
    })
}

fn service(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let is_saas = super::answer_cell(&input.record.service.is_saas, lang).of(Entry::Answer(Field::ServiceIsSaas));
    let mut facts = vec![text_fact(TextField::ServiceName, input), text_fact(TextField::Provider, input)];
    facts.extend(OF_SERVICE.map(|field| text_fact(field, input)));
    facts.insert(3, Fact::new(report_words::is_saas(lang), is_saas));
    Chapter::new(words::service(lang), vec![Block::Facts { facts }])
}

fn task(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let suggested = &input.record.request.suggested_task;
    let mut cell = gate_and_task::task_cell(suggested, input).of(Entry::Choice(Field::SuggestedTask));
    if let TaskChoice::Listed(id) = suggested
        && let Some(task) = input.catalogue.task(id)
    {
        let service = report_words::labelled(report_words::assumed_service(lang), task.service.text(lang), lang);
        cell = cell.detail([service, bases([&task.task_basis], lang)].join("\n"));
    }
    let facts = vec![
        Fact::new(report_words::suggested_task(lang), cell),
        text_fact(TextField::SuggestedInformation, input),
        Fact::new(TextField::InformationKinds.label(lang), entered(TextField::InformationKinds, input)),
    ];
    Chapter::new(words::use_(lang), vec![Block::Facts { facts }])
}

/// What a question of the gate rests on first of all.
fn basis_of_question<'a>(id: &str, input: &ExportInput<'a>) -> Option<&'a Basis> {
    let found = input.catalogue.questions.iter().find(|question| question.id.as_str() == id);
    found.and_then(|question| question.basis.first())
}

fn basis_of_impact<'a>(input: &ExportInput<'a>) -> Option<&'a Basis> {
    input.catalogue.definition("impact").map(|definition| &definition.basis)
}

/// The sources that anything on the page names.
fn sources(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let task = match &input.record.request.suggested_task {
        TaskChoice::Listed(id) => input.catalogue.task(id).map(|task| &task.task_basis),
        _ => None,
    };
    let of_steps = [basis_of_question("G1", input), basis_of_question("G5", input), basis_of_impact(input), task];
    let of_profile = profile(input).into_iter().flat_map(|profile| &profile.basis);
    let over = input.catalogue.period_over(&input.record.profile, input.today).map(|over| over.bases).unwrap_or_default();
    let bases = of_steps.into_iter().flatten().chain(of_profile).chain(over);
    let named: BTreeSet<&SourceId> = bases.flat_map(|basis| &basis.sources).collect();
    let sources = input.catalogue.sources.iter().filter(|source| named.contains(&source.id));
    let lines: Vec<String> = sources.map(|source| eligibility::source(source, lang)).collect();
    Chapter::new(eligibility::sources(lang), vec![Block::note(lines.join("\n"))])
}

/// What the agency does, each thing with what it rests on, and how long that takes.
fn asked(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let of_question = |id| basis_of_question(id, input);
    let impact = basis_of_impact(input);
    let steps: [(&str, Vec<Option<&Basis>>); 3] = [
        (words::step_gate(lang), vec![of_question("G1")]),
        (words::step_task(lang), vec![of_question("G5")]),
        (words::step_levels(lang), vec![impact, of_question("G5")]),
    ];
    let mut table = Table::new("", &[(words::step(lang), 12), (words::basis(lang), 4)]);
    let mut row = |step: &str, marks: String| table.rows.push(vec![Cell::new(step), Cell::with(marks, Emphasis::Faint)]);
    for (step, its_bases) in steps {
        let marks = its_bases.into_iter().flatten().map(|basis| eligibility::mark(basis, lang));
        row(step, marks.collect::<Vec<_>>().join("\n"));
    }
    row(words::step_approve(lang), Mark::ThisTool.label(lang).to_owned());
    let procedure = procedure(input);
    let minutes = introduction::estimates(Role::Agency, procedure, lang);
    let (from, to) = minutes.iter().fold((0, 0), |(least, most), (_, from, to)| (least + from, most + to));
    let time = Cell::new(words::no_figure(lang)).detail(words::estimate(from, to, lang));
    let blocks = vec![Block::Table(table), Block::Facts { facts: vec![Fact::new(words::time(lang), time)] }];
    Chapter::new(words::asked(lang), blocks)
}

fn answer(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let points = [words::answer_package(lang), words::answer_sheet(lang), words::answer_question(lang)];
    Chapter::new(words::answer(lang), vec![Block::List { points: points.map(str::to_owned).to_vec() }])
}

/// What becomes of the result in the procedure of the record, and whether its time is over.
fn afterwards(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let said = match procedure(input) {
        Procedure::PreApplication => words::after_pre_application(lang),
        Procedure::AtProcurement => words::after_procurement(lang),
    };
    let mut blocks = vec![Block::paragraph(said)];
    let marks = profile(input).map(|profile| profile.basis.iter().map(|basis| eligibility::mark(basis, lang)));
    blocks.extend(
        marks.map(|marks| Block::note(report_words::labelled(words::basis(lang), &marks.collect::<Vec<_>>().join(" / "), lang))),
    );
    blocks.extend(front::period_over(input));
    Chapter::new(words::afterwards(lang), blocks)
}
