//! `new`: a record in which nothing is answered yet, or the assessment of a request.

use std::path::Path;

use super::arguments::NewArguments;
use super::{Context, Exit, Failure, not_understood, task_called};
use crate::file::{self, Expected};
use crate::package::{self, PackageKind};
use crate::portfolio::{self, OpenError, OpenedFile};
use crate::record::{Record, RecordId, Role, TaskChoice};
use crate::text::command_line::{self as words, ArgumentProblem};

pub(super) fn run(arguments: &NewArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let record = match &arguments.request {
        Some(request) => of_request(request, cx)?,
        None => blank(arguments, cx)?,
    };
    let not_written = |message| Failure::Said(message, Exit::NotWritten);
    let folders = cx.around.folders.as_ref().map_err(|error| not_written(error.message(lang)))?;
    let record = cx.to_save(&record, None);
    let saved = file::save(cx.storage(), &arguments.file, &record, &Expected::New, folders, cx.around.now)
        .map_err(|error| not_written(error.message(lang)))?;
    cx.keep_catalogue_of(&record);
    cx.console.result(&saved.path.display().to_string())?;
    Ok(Exit::Fine)
}

/// An assessment of a provider's request.
fn of_request(path: &Path, cx: &Context<'_, '_>) -> Result<Record, Failure> {
    let lang = cx.lang();
    let unreadable = |error: OpenError| Failure::unreadable(error.message(lang));
    match cx.open_any(path).map_err(unreadable)? {
        OpenedFile::Package(package, _) if package.kind() == PackageKind::Request => {
            let record = package::begin_assessment(&package.record, new_id(cx)?, cx.today, cx.catalogue.pin());
            // The request may have been made with another catalogue than the one that is to judge it.
            portfolio::check_ids(&record, path, cx.storage(), &cx.shelf).map_err(unreadable)?;
            Ok(record)
        }
        OpenedFile::Package(..) | OpenedFile::Record(_) => Err(Failure::unreadable(words::no_request(path, lang))),
    }
}

fn new_id(cx: &Context<'_, '_>) -> Result<RecordId, Failure> {
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
            return Err(not_understood(&ArgumentProblem::Value { option: "--role", found: other.to_owned(), expected }, lang));
        }
    };
    let task = match &arguments.task {
        None => TaskChoice::NotChosen,
        Some(found) => TaskChoice::Listed(task_called(found, cx)?),
    };
    let Some(profile) = cx.catalogue.profiles.first() else { return Err(Failure::unreadable(words::no_profile(lang))) };
    let mut record = Record::new(new_id(cx)?, role, cx.today, profile.id.clone(), cx.catalogue.pin());
    match role {
        Role::Agency => record.task = task,
        Role::Csp => record.request.suggested_task = task,
    }
    Ok(record)
}
