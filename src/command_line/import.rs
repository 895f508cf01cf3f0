//! `import`: what a filled-in assessment sheet says otherwise than the record, and taking it in.

use std::collections::BTreeSet;
use std::path::Path;

use super::arguments::ImportArguments;
use super::{Context, Exit, Failure};
use crate::file::{self, Expected, Opened};
use crate::import::{self, Import, ImportError, ImportRow, Sheet};
use crate::portfolio::{self, Effect, Side};
use crate::record::Record;
use crate::text::command_line::{self as words, ArgumentProblem};
use crate::text::import as import_words;
use crate::text::{Lang, Message};

pub(super) fn run(arguments: &ImportArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    // The sheet first, which may take a while: the record is kept from others no longer than needed.
    let sheet = read_sheet(&arguments.sheet, cx)?;
    let writes_back = arguments.accept.is_some() && arguments.to.is_none();
    let _kept = writes_back.then(|| cx.keep_to_itself(&arguments.into)).transpose()?;
    let opened = portfolio::open_checked(cx.storage(), &arguments.into, &cx.shelf)
        .map_err(|error| Failure::unreadable(error.message(cx.lang())))?;
    cx.hear_of_copies(&arguments.into, &opened.record);
    let import = lay_beside(&sheet, &arguments.sheet, &opened, cx)?;
    if import.changed_since {
        cx.console.note(import_words::changed_since(cx.lang()));
    }
    if !import.is_looked_through {
        cx.console.note(import_words::not_looked_outside(cx.lang()));
    }
    let Some(accepted) = &arguments.accept else { return print(&import, &opened, cx) };
    let chosen = chosen(accepted, &import).map_err(|problem| Failure::not_understood(&problem, cx.lang()))?;
    if chosen.is_empty() {
        let nothing = if import.rows.is_empty() { import_words::nothing_to_take } else { import_words::nothing_taken };
        cx.console.note(nothing(cx.lang()));
    }
    if !chosen.is_empty() || arguments.to.is_some() {
        accept(&chosen, &import, opened, arguments, cx)?;
    }
    print_problems(&import, cx)?;
    Ok(if import.problems.is_empty() { Exit::Fine } else { Exit::Objections })
}

fn read_sheet(path: &Path, cx: &Context<'_, '_>) -> Result<Sheet, Failure> {
    let bytes = import::read_file(cx.storage(), path).map_err(|error| Failure::unreadable(error.message(cx.lang())))?;
    import::read(&cx.storage().reader(), &bytes).map_err(|error| not_taken(&error, path, cx))
}

fn lay_beside(sheet: &Sheet, path: &Path, opened: &Opened, cx: &Context<'_, '_>) -> Result<Import, Failure> {
    let compared = import::compare(sheet, &opened.record, &cx.rules(&opened.record).catalogue);
    compared.map_err(|error| not_taken(&error, path, cx))
}

fn not_taken(error: &ImportError, path: &Path, cx: &Context<'_, '_>) -> Failure {
    Failure::unreadable(Message { place: path.display().to_string(), ..error.message(cx.lang()) })
}

fn print(import: &Import, opened: &Opened, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let (lang, catalogue) = (cx.lang(), cx.rules(&opened.record).catalogue);
    for row in &import.rows {
        let place = row.place(&opened.record, &catalogue, lang);
        let indented = |text: String| text.replace('\n', "\n    ");
        cx.console.result(&format!(
            "{place}\n  {} ({})\n  - {}\n  + {}{}",
            row.path(),
            row.at,
            indented(row.old_words(&catalogue, lang)),
            indented(row.new_words(&catalogue, lang)),
            remarks(row, lang)
        ))?;
    }
    print_problems(import, cx)?;
    if import.rows.is_empty() && import.problems.is_empty() {
        cx.console.note(words::no_differences(lang));
        return Ok(Exit::Fine);
    }
    Ok(Exit::Objections)
}

/// What is said of a difference, a line each.
fn remarks(row: &ImportRow, lang: Lang) -> String {
    let erases = row.erases().then(|| import_words::erases(lang).to_owned());
    let said = row.remarks.iter().map(|remark| remark.words(lang)).chain(erases);
    said.map(|said| format!("\n  ! {said}")).collect()
}

/// What was not taken is a result, too.
fn print_problems(import: &Import, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    let lang = cx.lang();
    for problem in &import.problems {
        let label = if problem.is_to_be_checked() { import_words::to_be_checked(lang) } else { import_words::not_taken(lang) };
        cx.console.result(&words::fact(label, &problem.message(lang).to_string(), lang))?;
    }
    Ok(())
}

/// What taking in made of the record.
fn tell_effect(before: &Record, after: &Record, cx: &mut Context<'_, '_>) {
    let lang = cx.lang();
    let [old_rules, new_rules] = [cx.rules(before), cx.rules(after)];
    let [old_judged, new_judged] = [cx.judge(before), cx.judge(after)];
    let old = Side { record: before, catalogue: &old_rules.catalogue, judgement: &old_judged };
    let new = Side { record: after, catalogue: &new_rules.catalogue, judgement: &new_judged };
    let effect = Effect::of(old, new, lang);
    for sentence in effect.approval(lang).iter().chain(&effect.results) {
        cx.console.note(sentence);
    }
}

/// The rows that `--accept` names.
fn chosen<'a>(accepted: &[String], import: &'a Import) -> Result<Vec<&'a ImportRow>, ArgumentProblem> {
    let named: BTreeSet<&str> = accepted.iter().map(|name| name.trim()).collect();
    match accepted {
        [all] if all == "all" => Ok(import.rows.iter().filter(|row| !row.erases()).collect()),
        [none] if none == "none" => Ok(Vec::new()),
        _ => {
            let known: Vec<String> = import.rows.iter().map(ImportRow::path).collect();
            if let Some(unknown) = named.iter().find(|name| !known.iter().any(|path| path == *name)) {
                let expected = ["all", "none"].into_iter().chain(known.iter().map(String::as_str)).collect::<Vec<_>>().join(", ");
                return Err(ArgumentProblem::Value { option: "--accept", found: (*unknown).to_owned(), expected });
            }
            Ok(import.rows.iter().filter(|row| named.contains(row.path().as_str())).collect())
        }
    }
}

fn accept(
    chosen: &[&ImportRow],
    import: &Import,
    opened: Opened,
    arguments: &ImportArguments,
    cx: &mut Context<'_, '_>,
) -> Result<(), Failure> {
    let lang = cx.lang();
    let not_written = |message| Failure::Said(message, Exit::NotWritten);
    let Opened { record: before, digest, .. } = opened;
    let mut record = before.clone();
    let received = import::received(&arguments.sheet, &import.sha256, cx.today);
    record
        .apply(import::accept(chosen.iter().copied(), received))
        .map_err(|error| not_written(crate::text::edit_error(&error, lang)))?;
    let record = cx.to_save(&record, Some(&before));
    let folders = cx.around.folders.as_ref().map_err(|error| not_written(error.message(lang)))?;
    let (path, expected) = match &arguments.to {
        Some(path) => (path, Expected::New),
        None => (&arguments.into, Expected::Digest(digest)),
    };
    let saved =
        file::save(cx.storage(), path, &record, &expected, folders, cx.around.now).map_err(|error| cx.not_saved(&error))?;
    cx.tell_of_previous(&saved);
    cx.keep_catalogue_of(&record);
    if chosen.is_empty() {
        return cx.console.result(&saved.path.display().to_string());
    }
    cx.console.note(&import_words::taken(chosen.len(), import.rows.len(), lang));
    if import.rows.iter().any(|row| row.erases() && !chosen.contains(&row)) {
        cx.console.note(import_words::erasures_left(lang));
    }
    for row in chosen.iter().filter(|row| !row.remarks.is_empty()) {
        cx.console.note(&format!("{}{}", row.path(), remarks(row, lang)));
    }
    tell_effect(&before, &record, cx);
    cx.console.result(&saved.path.display().to_string())
}
