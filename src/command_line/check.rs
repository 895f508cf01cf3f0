//! `check`: outcome and findings of records.

use super::arguments::CheckArguments;
use super::{Context, Exit, Failure, rules};
use crate::catalogue::Catalogue;
use crate::judgement::{Finding, Judgement, Severity};
use crate::record::Record;
use crate::text::command_line as words;
use crate::text::{self, Label as _, Lang, package as package_words};

pub(super) fn run(arguments: &CheckArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let mut exit = Exit::Fine;
    for path in &arguments.files {
        let (record, returned) = match cx.open_to_tell(path) {
            Ok(opened) => opened,
            Err(error) => {
                let message = error.message(cx.lang());
                cx.console.problem(&message);
                exit = exit.max(Exit::Unreadable);
                continue;
            }
        };
        if let Some(reason) = returned {
            let lang = cx.lang();
            cx.console.result(&words::fact(&path.display().to_string(), package_words::returned_outcome(lang), lang))?;
            cx.console.result(&format!("  {}", package_words::is_returned(&reason, lang)))?;
            exit = exit.max(Exit::Objections);
            continue;
        }
        cx.hear_of_copies(path, &record);
        let judgement = cx.judge(&record);
        cx.console.result(&words::fact(&path.display().to_string(), judgement.outcome.label(cx.lang()), cx.lang()))?;
        rules::print_standing(&record, cx)?;
        print_findings(&record, &judgement, cx)?;
        if judgement.count(Severity::Error) > 0 {
            exit = exit.max(Exit::Objections);
        }
    }
    Ok(exit)
}

/// Prints how many findings there are, and then each.
pub(super) fn print_findings(record: &Record, judgement: &Judgement, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    let lang = cx.lang();
    if judgement.findings.is_empty() {
        return cx.console.result(&format!("  {}", words::no_findings(lang)));
    }
    let counts = text::concern_counts(judgement, lang);
    cx.console.result(&format!("  {}", words::fact(words::findings_heading(lang), &counts, lang)))?;
    let catalogue = cx.rules(record).catalogue;
    for finding in &judgement.findings {
        cx.console.result(&finding_line(finding, record, &catalogue, lang))?;
    }
    Ok(())
}

fn finding_line(finding: &Finding, record: &Record, catalogue: &Catalogue, lang: Lang) -> String {
    let message = text::finding_message(finding, record, catalogue, lang).to_string().replace('\n', "\n    ");
    let concern = finding.concern().label(lang);
    format!("  [{concern}] {message}")
}
