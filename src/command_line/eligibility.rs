//! `eligibility`: can my service be registered? Five questions before there is a record, and where their answers lead.

use std::path::PathBuf;

use clap::Args;

use super::{Context, Exit, Failure};
use crate::catalogue::{Basis, Catalogue, Eligibility, EligibilityPoint, EligibilityQuestion, Way};
use crate::export::{self, IfPresent};
use crate::judgement::{EligibilityAnswers, EligibilityOutcome, eligible};
use crate::text::command_line::ArgumentProblem;
use crate::text::{self, Lang, eligibility as words, marks, report};

/// What can be typed after `eligibility`: an answer to each question by its id.
#[derive(Clone, Debug, Args)]
pub struct EligibilityArguments {
    #[arg(long, value_name = "ANSWER")]
    pub information: Option<String>,
    #[arg(long, value_name = "ANSWER")]
    pub form: Option<String>,
    #[arg(long, value_name = "ID|ANSWER")]
    pub task: Option<String>,
    #[arg(long, value_name = "ANSWER")]
    pub assessor: Option<String>,
    #[arg(long, value_name = "ANSWER")]
    pub requirements: Option<String>,
    #[arg(long, value_name = "FILE.pdf")]
    pub to: Option<PathBuf>,
    #[arg(long, requires = "to")]
    pub overwrite: bool,
}

pub(super) fn run(arguments: &EligibilityArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    // What they rest on are sources of this catalogue, whichever is in use.
    let catalogue = Catalogue::shipped().map_err(|error| Failure::unreadable(text::catalogue_error(&error, lang)))?;
    let answers = answers(arguments, &catalogue).map_err(|problem| Failure::not_understood(&problem, lang))?;
    let exit = if answers.is_empty() && arguments.to.is_none() {
        print(&questions(&catalogue, lang), cx)?;
        Exit::Fine
    } else {
        let outcome = eligible(&answers, Eligibility::shipped(), &catalogue);
        print(&result(&outcome, &catalogue, lang), cx)?;
        if outcome.way.is_some() { Exit::Fine } else { Exit::Objections }
    };
    if let Some(path) = &arguments.to {
        let pdf = export::eligibility_pdf(&answers, &catalogue, cx.today, lang);
        let pdf = pdf.map_err(|error| Failure::Said(error.message(lang), Exit::NotWritten))?;
        let if_present = if arguments.overwrite { IfPresent::Replace } else { IfPresent::Refuse };
        let written = export::write_one(cx.storage(), path, &pdf, if_present);
        written.map_err(|error| Failure::Said(error.message(lang), Exit::NotWritten))?;
        cx.console.result(&path.display().to_string())?;
    }
    Ok(exit)
}

fn print(lines: &[String], cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    for line in lines {
        cx.console.result(line)?;
    }
    Ok(())
}

/// The answers that stand in the arguments, each of which must be one of its question's.
fn answers(arguments: &EligibilityArguments, catalogue: &Catalogue) -> Result<EligibilityAnswers, ArgumentProblem> {
    let given = [
        (EligibilityPoint::Information, "--information", &arguments.information),
        (EligibilityPoint::Form, "--form", &arguments.form),
        (EligibilityPoint::Task, "--task", &arguments.task),
        (EligibilityPoint::Assessor, "--assessor", &arguments.assessor),
        (EligibilityPoint::Requirements, "--requirements", &arguments.requirements),
    ];
    let mut answers = EligibilityAnswers::default();
    for (point, option, found) in given {
        let Some(found) = found else { continue };
        let question = Eligibility::shipped().question(point);
        let ids: Vec<String> = question.iter().flat_map(|question| question.answers(catalogue)).map(|option| option.id).collect();
        match ids.iter().find(|id| id.eq_ignore_ascii_case(found.trim())) {
            Some(id) => answers.set(point, id.as_str()),
            None => return Err(ArgumentProblem::Value { option, found: found.clone(), expected: ids.join(", ") }),
        }
    }
    Ok(answers)
}

/// The questions with their answers, to be given as arguments.
fn questions(catalogue: &Catalogue, lang: Lang) -> Vec<String> {
    let mut lines = vec![words::title(lang).to_owned(), words::lead(lang).to_owned(), words::cli_how(lang).to_owned()];
    for question in &Eligibility::shipped().questions {
        lines.extend([String::new(), heading(question, lang), format!("  {}", question.about.text(lang))]);
        for option in question.answers(catalogue) {
            lines.push(format!("    {}", words::cli_answer(&option.id, option.text.text(lang), lang)));
        }
    }
    lines
}

fn heading(question: &EligibilityQuestion, lang: Lang) -> String {
    format!("--{}{}{}", question.point.name(), marks::gap(lang), question.text.text(lang))
}

fn marked(text: &str, basis: &Basis, lang: Lang) -> String {
    format!("{text} [{}]", words::mark(basis, lang))
}

/// Where the answers lead, why, and what is to be done.
fn result(outcome: &EligibilityOutcome, catalogue: &Catalogue, lang: Lang) -> Vec<String> {
    let eligibility = Eligibility::shipped();
    let way = outcome.way.and_then(|way| eligibility.way(way));
    let title = way.map_or(words::not_told(lang), |way| way.title.text(lang));
    let mut lines = vec![report::labelled(words::result(lang), title, lang)];
    lines.push(format!("  {}", way.map_or(words::not_told_about(lang), |way| way.text.text(lang))));
    let bases = way.iter().flat_map(|way| &way.basis);
    lines.extend(bases.map(|basis| format!("  [{}] {}", words::mark(basis, lang), basis.note.text(lang))));
    lines.extend([String::new(), words::answers(lang).to_owned()]);
    for question in &eligibility.questions {
        let counted = outcome.counted.iter().find(|counted| counted.point == question.point);
        let said = match counted {
            Some(counted) => counted.option.text.text(lang),
            None if outcome.not_asked.contains(&question.point) => words::not_asked(lang),
            None => words::open(lang),
        };
        lines.push(format!("  {}", report::labelled(question.short.text(lang), said, lang)));
        if let Some(counted) = counted {
            lines.push(format!("    {}", marked(counted.option.because.text(lang), &counted.option.basis, lang)));
        }
    }
    if outcome.way == Some(Way::Desk) {
        lines.extend([String::new(), words::to_ask(lang).to_owned()]);
        let asked = outcome.counted.iter().filter(|counted| counted.decides);
        let asked = asked.filter_map(|counted| eligibility.question(counted.point));
        lines.extend(asked.map(|question| format!("  {}", question.text.text(lang))));
    }
    if outcome.asks_to_prepare(eligibility) {
        lines.extend([String::new(), words::to_prepare(lang).to_owned()]);
        let points = catalogue.check_points().iter();
        lines.extend(points.map(|point| format!("  {}", marked(point.text.text(lang), &point.basis, lang))));
        lines.push(format!("  {}", words::to_prepare_note(lang)));
    }
    let desk = &eligibility.desk;
    lines.extend([String::new(), report::labelled(words::desk(lang), desk.name.text(lang), lang)]);
    lines.extend([format!("  {}", desk.address), format!("  {}", marked(desk.about.text(lang), &desk.basis, lang))]);
    lines.push(words::not_official(lang).to_owned());
    lines
}
