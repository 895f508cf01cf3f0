//! `history`: who changed what in a record, and when.

use serde::Serialize;

use super::arguments::HistoryArguments;
use super::{Context, Exit, Failure, diff};
use crate::record::{History, HistoryError, Record};
use crate::text::history as words;

pub(super) fn run(arguments: &HistoryArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let record = cx.open_or_stop(&arguments.file)?;
    match (arguments.show, arguments.since) {
        (Some(number), Some(since)) => compare(since, number, &record, cx),
        (Some(number), None) => show(number, &record, cx),
        (None, _) => list(&record, arguments.json, cx),
    }
}

/// The history for other programs.
#[derive(Serialize)]
struct Listed<'a> {
    folded: u32,
    revisions: &'a History,
    problems: &'a [HistoryError],
}

fn list(record: &Record, json: bool, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let (lang, history) = (cx.lang(), &record.history);
    let problems = record.history_problems();
    if json {
        cx.print_json(&Listed { folded: history.folded(), revisions: history, problems: &problems })?;
    } else {
        if history.is_empty() {
            cx.console.note(words::none_yet(lang));
        }
        for (index, revision) in history.iter().enumerate().rev() {
            let said = [
                words::revision(revision.number, lang),
                words::moment(revision.at, lang),
                words::author(&revision.by, lang),
                words::extent(revision, index == 0, lang),
            ];
            cx.console.result(&said.join("  "))?;
        }
        if history.folded() > 0 {
            cx.console.note(&words::folded(history.folded(), lang));
        }
    }
    for problem in &problems {
        cx.console.problem(&words::problem(problem, lang));
    }
    Ok(if problems.is_empty() { Exit::Fine } else { Exit::Objections })
}

/// What one revision changed, as `diff` tells it; as the file says it where the contents cannot be had.
fn show(number: u32, record: &Record, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let both = record.content_before(number).and_then(|before| Ok((before, record.content_at(number)?)));
    match both {
        Ok((Some(before), after)) => {
            let names = [words::before(number, lang), words::revision(number, lang)];
            diff::print([&before, &after], &names, cx).map(|_| Exit::Fine)
        }
        Ok((None, _)) => {
            let revision = record.history.first().map(|first| words::extent(first, true, lang)).unwrap_or_default();
            cx.console.result(&revision)?;
            Ok(Exit::Fine)
        }
        Err(error @ HistoryError::NoSuchRevision { .. }) => Err(Failure::unreadable(words::problem(&error, lang))),
        Err(error) => {
            cx.console.problem(&words::problem(&error, lang));
            let changes = record.history.iter().filter(|revision| revision.number == number).flat_map(|found| &found.changes);
            for change in changes {
                let value = |value: &Option<String>| value.clone().unwrap_or_else(|| words::nothing(lang).to_owned());
                cx.console.result(&format!("{}\n  - {}\n  + {}", change.path, value(&change.old), value(&change.new)))?;
            }
            Ok(Exit::Objections)
        }
    }
}

fn compare(since: u32, number: u32, record: &Record, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let content = |number| record.content_at(number).map_err(|error| Failure::unreadable(words::problem(&error, lang)));
    let (old, new) = (content(since)?, content(number)?);
    let names = [since, number].map(|number| words::revision(number, lang));
    diff::print([&old, &new], &names, cx).map(|_| Exit::Fine)
}
