//! `show`: the judgement of a record, with its reasons.

use serde_json::json;

use super::arguments::ShowArguments;
use super::check::print_findings;
use super::{Context, Exit, Failure, approval, rules};
use crate::export::{self, ExportInput};
use crate::judgement::Judgement;
use crate::record::Record;
use crate::text::command_line as words;
use crate::text::{self, Label as _, comments, labels, package};

pub(super) fn run(arguments: &ShowArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let opened = cx.open_to_tell(&arguments.file);
    let (record, returned) = opened.map_err(|error| Failure::unreadable(error.message(cx.lang())))?;
    match (returned, arguments.json) {
        (Some(reason), true) => {
            let named = json!({ "id": record.id, "digest": record.content_digest() });
            cx.print_json(&json!({ "returned": reason, "record": named, "today": cx.today }))?;
        }
        (Some(reason), false) => print_returned(&record, &reason, cx)?,
        (None, true) => {
            let judgement = cx.judge(&record);
            let (catalogue, today, lang) = (cx.rules(&record).catalogue, cx.today, cx.lang());
            let input = ExportInput::new(&record, &catalogue, &judgement, today, lang);
            cx.print_json(&export::judgement_json(&input))?;
        }
        (None, false) => {
            cx.hear_of_copies(&arguments.file, &record);
            print_judgement(&record, &cx.judge(&record), cx)?;
        }
    }
    Ok(Exit::Fine)
}

/// A request that was sent back: why. There is neither outcome nor level to tell of.
fn print_returned(record: &Record, reason: &str, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    let lang = cx.lang();
    cx.console.result(&words::record_names(record, lang))?;
    cx.console.result(&words::fact(words::outcome_heading(lang), package::returned_outcome(lang), lang))?;
    cx.console.result(&words::fact(package::comment_reason(lang), reason, lang))?;
    print_comments(record, cx)?;
    cx.console.result("")?;
    cx.console.result(words::not_official(lang))
}

fn print_judgement(record: &Record, judgement: &Judgement, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    let (lang, catalogue) = (cx.lang(), cx.rules(record).catalogue);
    let fact = |heading, value: &str| words::fact(heading, value, lang);
    let mut lines = vec![
        words::record_names(record, lang),
        fact(words::outcome_heading(lang), judgement.outcome.label(lang)),
        fact(words::condition_listed(lang), judgement.condition_listed.label(lang)),
        fact(words::condition_low(lang), judgement.condition_low.label(lang)),
        fact(words::overall(lang), &labels::assessment(judgement.overall, &catalogue, lang)),
        format!("  {}", words::three(&judgement.objectives, &catalogue, lang)),
        String::new(),
        words::items_heading(lang).to_owned(),
    ];
    for (item, judged) in record.items.iter().zip(&judgement.items) {
        lines.push(format!("  {}", item.name));
        for (objective, cell) in judged.cells.iter() {
            lines.push(format!("    {}", fact(objective.label(lang), &words::cell(cell, &catalogue, lang))));
        }
    }
    lines.extend([String::new(), words::reasons_heading(lang).to_owned()]);
    lines.extend(text::explain(record, &catalogue, judgement, lang).into_iter().map(|paragraph| format!("  {paragraph}")));
    lines.push(String::new());
    for line in &lines {
        cx.console.result(line)?;
    }
    rules::print_standing(record, cx)?;
    approval::print(record, cx)?;
    print_comments(record, cx)?;
    cx.console.result("")?;
    print_findings(record, judgement, cx)?;
    cx.console.result("")?;
    cx.console.result(words::not_official(lang))
}

/// The comments, those that are open first; nothing where nobody has commented.
fn print_comments(record: &Record, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    if record.comments.is_empty() {
        return Ok(());
    }
    let (lang, catalogue) = (cx.lang(), cx.rules(record).catalogue);
    cx.console.result("")?;
    cx.console.result(&comments::all_title(record.comments.len(), record.open_comments().count(), lang))?;
    let done = record.comments.iter().filter(|comment| comment.resolved);
    for comment in record.open_comments().chain(done) {
        let place = comment.field().map(|field| text::field_place(&field, record, &catalogue, lang));
        let place = place.unwrap_or_else(|| comment.field.to_string());
        cx.console.result(&format!("  {}", comments::line(comment, &place, lang).replace('\n', "\n    ")))?;
    }
    Ok(())
}
