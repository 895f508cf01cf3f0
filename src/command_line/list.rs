//! `list`: the records in a folder.

use serde_json::{Value, json};

use super::arguments::ListArguments;
use super::{Context, Exit, Failure};
use crate::export::StatementDocument;
use crate::file::Cause;
use crate::portfolio::{self, AtHand, ListedRecord, Summary};
use crate::record::TaskChoice;
use crate::text::command_line as words;
use crate::text::{Label as _, Message, approval, difference, marks, rules, shown_path};

pub(super) fn run(arguments: &ListArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let task = arguments.task.as_deref().map(|found| cx.task_called(found)).transpose()?.map(TaskChoice::Listed);
    let mut bar = None;
    let console = &*cx.console;
    let mut seen = |_: &std::path::Path, count: usize| bar.get_or_insert_with(|| console.progress(count)).inc(1);
    let scanned = portfolio::scan(cx.around.storage, &arguments.folder, &cx.shelf, cx.today, &mut seen);
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    let mut scan = scanned.map_err(|error| Failure::unreadable(error.message(cx.lang())))?;
    if let Some(task) = task {
        // What cannot be read may be for this task too.
        scan.records.retain(|record| record.content.as_ref().map_or(true, |summary| summary.task == task));
    }
    let mut exit = Exit::Fine;
    for error in &scan.problems {
        let message = error.message(cx.lang());
        cx.console.problem(&message);
        // Of these nothing is missing on the list.
        exit = exit.max(if error.cause == Cause::NotUtf8 { Exit::Objections } else { Exit::Unreadable });
    }
    if scan.records.iter().any(|record| record.content.is_err()) {
        exit = Exit::Unreadable;
    }
    if arguments.json {
        let records = scan.records.iter().map(|record| as_json(record, cx)).collect();
        cx.print_json(&Value::Array(records))?;
    } else if scan.records.is_empty() {
        let lang = cx.lang();
        cx.console.note(words::no_records(lang));
    } else {
        for record in &scan.records {
            let lines = in_words(record, cx);
            cx.console.result(&lines)?;
        }
    }
    Ok(exit)
}

fn in_words(listed: &ListedRecord, cx: &Context<'_, '_>) -> String {
    let lang = cx.lang();
    let path = shown_path(&listed.path);
    match &listed.content {
        Ok(summary) => {
            let names = [&summary.case_name, &summary.service, &summary.agency].map(String::as_str);
            let names = names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(marks::slash(lang));
            let Summary { state, has_run_out, changed_since_approval, statement, approved_by_assessor, .. } = *summary;
            let mut marks = approval::marks_of(state, has_run_out, changed_since_approval, approved_by_assessor, lang);
            marks.extend(approval::statement_mark(statement, lang));
            let mut state = vec![approval::with_marks(state, &marks, lang)];
            state.extend(summary.expires_on.map(|day| words::valid_until(day, lang)));
            let separator = marks::comma(lang);
            // It names its task and levels as the catalogue does that judged it.
            let catalogue = cx.shelf.pinned(cx.storage(), &summary.catalogue).unwrap_or_else(|| cx.catalogue.clone());
            let mut lines = format!(
                "{path}\n  {names}\n  {}  {}\n  {}\n  {}",
                difference::task_choice(&summary.task, &catalogue, lang),
                summary.outcome.label(lang),
                words::three(&summary.objectives, &catalogue, lang),
                state.join(separator),
            );
            if summary.at_hand == AtHand::InUseOnly {
                lines.push_str(&format!(
                    "\n  {}",
                    words::record_catalogue(&summary.catalogue, rules::standing_missing(lang), lang)
                ));
            }
            if let Some(stated) = summary.stated {
                lines.push_str(&format!("\n  {}", words::fact(rules::as_stated(lang), stated.label(lang), lang)));
            }
            lines
        }
        Err(error) => format!("{path}\n  {}", error.message(lang).to_string().replace('\n', "\n  ")),
    }
}

fn as_json(listed: &ListedRecord, cx: &Context<'_, '_>) -> Value {
    let path = shown_path(&listed.path);
    match &listed.content {
        Ok(Summary {
            id,
            case_name,
            service,
            agency,
            task,
            outcome,
            objectives,
            overall,
            errors,
            warnings,
            state,
            expires_on,
            has_run_out,
            changed_since_approval,
            statement,
            approved_by_assessor,
            catalogue,
            at_hand,
            stated,
        }) => json!({
            "path": path,
            "readable": true,
            "id": id,
            "case_name": case_name,
            "service": service,
            "agency": agency,
            "task": task,
            "outcome": outcome,
            "objectives": objectives,
            "overall": overall,
            "errors": errors,
            "warnings": warnings,
            "state": state,
            "expires_on": expires_on,
            "has_run_out": has_run_out,
            "changed_since_approval": changed_since_approval,
            "approval_statement": StatementDocument::from(*statement),
            "approved_by_assessor": approved_by_assessor,
            "catalogue": catalogue,
            "judged_by_own_catalogue": *at_hand == AtHand::Pinned,
            "stated_at_approval": stated,
        }),
        Err(error) => {
            let Message { what, place, expected, action } = error.message(cx.lang());
            let problem = json!({ "what": what, "place": place, "expected": expected, "action": action });
            json!({ "path": path, "readable": false, "problem": problem })
        }
    }
}
