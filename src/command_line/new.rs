//! `new`: a record in which nothing is answered yet.

use super::arguments::NewArguments;
use super::{Context, Exit, Failure, not_understood, task_called};
use crate::file::{self, Expected};
use crate::record::{Record, RecordId, Role, TaskChoice};
use crate::text::command_line::{self as words, ArgumentProblem};

pub(super) fn run(arguments: &NewArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
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
    let id = RecordId::new((cx.around.new_id)()).map_err(|error| Failure::unreadable(words::id_refused(&error, lang)))?;
    let mut record = Record::new(id, role, cx.today, profile.id.clone(), cx.catalogue.pin());
    match role {
        Role::Agency => record.task = task,
        Role::Csp => record.request.suggested_task = task,
    }
    let not_written = |message| Failure::Said(message, Exit::NotWritten);
    let folders = cx.around.folders.as_ref().map_err(|error| not_written(error.message(lang)))?;
    let record = cx.to_save(&record, None);
    let saved = file::save(cx.storage(), &arguments.file, &record, &Expected::New, folders, cx.around.now)
        .map_err(|error| not_written(error.message(lang)))?;
    cx.console.result(&saved.path.display().to_string())?;
    Ok(Exit::Fine)
}
