//! `new`: a record in which nothing is answered yet, or the assessment of a request.

use std::path::Path;

use super::arguments::NewArguments;
use super::{Context, Exit, Failure};
use crate::file::{self, Expected};
use crate::import;
use crate::package::{self, PackageKind};
use crate::portfolio::{self, OpenedFile};
use crate::record::{Record, RecordId, Role, TaskChoice};
use crate::text::command_line::{self as words, ArgumentProblem};
use crate::text::{Message, import as import_words, next};

pub(super) fn run(arguments: &NewArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let mut said = Vec::new();
    let record = match (&arguments.request, &arguments.sheet) {
        (Some(request), Some(sheet)) => answered(request, sheet, &mut said, cx)?,
        (Some(request), None) => of_request(request, cx)?,
        (None, _) => blank(arguments, cx)?,
    };
    let not_written = |message| Failure::Said(message, Exit::NotWritten);
    let folders = cx.around.folders.as_ref().map_err(|error| not_written(error.message(lang)))?;
    let record = cx.to_save(&record, None);
    let saved = file::save(cx.storage(), &arguments.file, &record, &Expected::New, folders, cx.around.now)
        .map_err(|error| not_written(error.message(lang)))?;
    cx.keep_catalogue_of(&record);
    cx.console.result(&saved.path.display().to_string())?;
    said.iter().for_each(|said| cx.console.note(said));
    // The usual procedure is never taken without a word once its time is over.
    let catalogue = cx.rules(&record).catalogue;
    if let Some(over) = next::period_over(&record, &catalogue, cx.today, lang) {
        cx.console.note(&over);
        cx.console.note(&words::other_procedures(catalogue.profiles.iter().map(|profile| profile.id.as_str()), lang));
    }
    // Beyond the first, which says what was made, something of the sheet is to be looked at.
    Ok(if said.len() > 1 { Exit::Objections } else { Exit::Fine })
}

/// The provider's record in a request package.
fn request(path: &Path, cx: &Context<'_, '_>) -> Result<Record, Failure> {
    let lang = cx.lang();
    match cx.open_any(path).map_err(|error| Failure::unreadable(error.message(lang)))? {
        OpenedFile::Package(package, _) if package.kind() == PackageKind::Request => Ok(package.record),
        OpenedFile::Package(..) | OpenedFile::Record(_) => Err(Failure::unreadable(words::no_request(path, lang))),
    }
}

/// What an agency answered in the sheet of a request, as its record. Says what was made, and what of the sheet is not in it.
fn answered(path: &Path, sheet: &Path, said: &mut Vec<String>, cx: &Context<'_, '_>) -> Result<Record, Failure> {
    let (lang, request) = (cx.lang(), request(path, cx)?);
    // The sheet speaks the words of the catalogue that the request was made with.
    let catalogue = cx.rules(&request).catalogue;
    let begun = package::begin_assessment(&request, new_id(cx)?, cx.today, catalogue.pin());
    let in_file = |message: Message| Failure::unreadable(Message { place: sheet.display().to_string(), ..message });
    let bytes = import::read_file(cx.storage(), sheet).map_err(|error| Failure::unreadable(error.message(lang)))?;
    let read = import::read(&cx.storage().reader(), &bytes).map_err(|error| in_file(error.message(lang)))?;
    let file = import::received(sheet, &read.sha256, cx.today);
    let name = file.name.to_string();
    let answered = import::answer(&read, file, &request, begun, &catalogue, package::is_providers)
        .map_err(|error| in_file(error.message(lang)))?;
    said.push(import_words::answered(&name, answered.filled, read.sha256.as_str(), lang));
    said.extend(answered.remarks(&catalogue, lang));
    Ok(answered.record)
}

/// An assessment of a provider's request.
fn of_request(path: &Path, cx: &Context<'_, '_>) -> Result<Record, Failure> {
    let request = request(path, cx)?;
    let record = package::begin_assessment(&request, new_id(cx)?, cx.today, cx.catalogue.pin());
    // The request may have been made with another catalogue than the one that is to judge it.
    portfolio::check_ids(&record, path, cx.storage(), &cx.shelf)
        .map_err(|error| Failure::unreadable(error.message(cx.lang())))?;
    Ok(record)
}

pub(super) fn new_id(cx: &Context<'_, '_>) -> Result<RecordId, Failure> {
    RecordId::new((cx.around.new_id)()).map_err(|error| Failure::unreadable(words::id_refused(&error, cx.lang())))
}

/// A record in which at most the task is chosen.
fn blank(arguments: &NewArguments, cx: &Context<'_, '_>) -> Result<Record, Failure> {
    let lang = cx.lang();
    let role = match arguments.role.as_str() {
        "agency" => Role::Agency,
        "csp" => Role::Csp,
        other => {
            let expected = "agency, csp".to_owned();
            return Err(Failure::not_understood(
                &ArgumentProblem::Value { option: "--role", found: other.to_owned(), expected },
                lang,
            ));
        }
    };
    let task = match &arguments.task {
        None => TaskChoice::NotChosen,
        Some(found) => TaskChoice::Listed(cx.task_called(found)?),
    };
    let Some(first) = cx.catalogue.profiles.first() else { return Err(Failure::unreadable(words::no_profile(lang))) };
    let profile = match &arguments.profile {
        None => first,
        Some(found) => cx.catalogue.profiles.iter().find(|profile| profile.id.as_str() == found.trim()).ok_or_else(|| {
            let known: Vec<&str> = cx.catalogue.profiles.iter().map(|profile| profile.id.as_str()).collect();
            let problem = ArgumentProblem::Value { option: "--profile", found: found.clone(), expected: known.join(", ") };
            Failure::not_understood(&problem, lang)
        })?,
    };
    let mut record = Record::new(new_id(cx)?, role, cx.today, profile.id.clone(), cx.catalogue.pin());
    match role {
        Role::Agency => record.task = task,
        Role::Csp => record.request.suggested_task = task,
    }
    Ok(record)
}
