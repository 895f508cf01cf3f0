//! `package`: request, result and application as one file each, and what came attached in one.

use std::path::{Path, PathBuf};

use super::arguments::{
    ApplicationArguments, AttachmentsArguments, PackageCommand, PackageTo, RequestArguments, ResultArguments,
};
use super::{Context, Exit, Failure};
use crate::export::{self, Along, IfPresent};
use crate::file::StorageError;
use crate::package::{self, Answering, AttachmentError, MakeError, Setting, TakenResult, Wish};
use crate::portfolio::{self, OpenedFile};
use crate::record::{Prose, Record};
use crate::text::command_line as words;
use crate::text::{Message, approval, package as package_words, text_error};

pub(super) fn run(command: &PackageCommand, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    match command {
        PackageCommand::Request(RequestArguments { file, to }) => {
            let record = cx.open_or_stop(file)?;
            make(&record, Wish::Request, to, cx)?;
            Ok(Exit::Fine)
        }
        PackageCommand::Result(arguments) => result(arguments, cx),
        PackageCommand::Application(arguments) => application(arguments, cx),
        PackageCommand::Attachments(arguments) => attachments(arguments, cx),
    }
}

/// Lists what came attached, or saves it to a folder. What is missing or changed is named, and never saved.
fn attachments(arguments: &AttachmentsArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let AttachmentsArguments { file, to } = arguments;
    let opened = portfolio::open_despite_attachments(cx.storage(), file, &cx.shelf);
    let package = match opened.map_err(|error| Failure::unreadable(error.message(lang)))? {
        OpenedFile::Package(package, _) => package,
        OpenedFile::Record(_) => return Err(Failure::unreadable(words::no_package(file, lang))),
    };
    cx.hear(file, &package.forgiven);
    let came = package.attachments();
    if came.is_empty() {
        cx.console.note(words::nothing_attached(lang));
    }
    if let Some(folder) = to {
        let not_written = |error: StorageError| Failure::Said(error.message(lang), Exit::NotWritten);
        cx.storage().create_folder(folder).map_err(not_written)?;
    }
    let mut exit = Exit::Fine;
    for (number, came) in (1..).zip(&came) {
        let told = package_words::attached_file(came.title.as_str(), &came.name, came.size, came.sha256.short(), lang);
        let saved = match (to, &came.content) {
            (Some(folder), _) => {
                package::save_attachment(cx.storage(), folder, came, number).map(|path| path.display().to_string())
            }
            (None, Ok(_)) => Ok(told.clone()),
            (None, Err(problem)) => Err(AttachmentError::Damaged(problem.clone())),
        };
        match saved {
            Ok(line) => cx.console.result(&line)?,
            Err(error) => {
                let worst = match &error {
                    AttachmentError::Damaged(_) => Exit::Objections,
                    AttachmentError::Storage(_) => Exit::NotWritten,
                };
                let message = error.message(lang);
                cx.console.problem(&match error {
                    AttachmentError::Damaged(_) => Message { place: told, ..message },
                    AttachmentError::Storage(_) => message,
                });
                exit = exit.max(worst);
            }
        }
    }
    Ok(exit)
}

fn result(arguments: &ResultArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let record = cx.open_or_stop(&arguments.file)?;
    if !arguments.returned {
        make(&record, Wish::Result, &arguments.to, cx)?;
        return Ok(Exit::Fine);
    }
    let said = arguments.comment.as_deref().unwrap_or_default();
    let comment = Prose::new(said).map_err(|error| Failure::unreadable(text_error(&error, lang)))?;
    make(&record, Wish::Returned { comment: &comment }, &arguments.to, cx)?;
    Ok(Exit::Fine)
}

fn application(arguments: &ApplicationArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let record = cx.open_or_stop(&arguments.file)?;
    let mut results = Vec::with_capacity(arguments.with.len());
    let mut exit = Exit::Fine;
    let mut notes = Vec::new();
    for path in &arguments.with {
        let result = taken(path, cx)?;
        let answering = Answering::of(&result.record, &record);
        if !answering.fits() {
            notes.push(words::fact(&path.display().to_string(), answering.label(lang), lang));
            exit = Exit::Objections;
        }
        if result.record.changed_since_approval() {
            notes.push(words::fact(&path.display().to_string(), words::approval_changed(lang), lang));
            exit = Exit::Objections;
        }
        if let Some(problem) = approval::statement_problem(result.record.approval.statement(), lang) {
            notes.push(words::fact(&path.display().to_string(), problem, lang));
            exit = Exit::Objections;
        }
        results.push(result);
    }
    make(&record, Wish::Application { results: &results }, &arguments.to, cx)?;
    for note in &notes {
        cx.console.note(note);
    }
    Ok(exit)
}

/// A result as it was received: a package, or a record alone.
fn taken(path: &Path, cx: &Context<'_, '_>) -> Result<TakenResult, Failure> {
    let lang = cx.lang();
    let opened = cx.open_any(path);
    match opened.map_err(|error| Failure::unreadable(error.message(lang)))? {
        OpenedFile::Record(opened) => Ok(TakenResult::of_record(opened.record)),
        OpenedFile::Package(package, _) => {
            TakenResult::of_package(*package).map_err(|error| Failure::unreadable(words::in_place(error.message(lang), path)))
        }
    }
    .map(|result| {
        let catalogue = cx.rules(&result.record).catalogue;
        result.judged_by(catalogue)
    })
}

fn make(record: &Record, wish: Wish<'_>, to: &PackageTo, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    let lang = cx.lang();
    let attachments = to.attach.iter().map(|path| package::attachment(cx.storage(), path)).collect::<Result<Vec<_>, _>>();
    let catalogue = cx.rules(record).catalogue;
    let along = Along { comments: !to.without_comments, history: to.history, annex: false };
    let setting = Setting { catalogue: &catalogue, today: cx.today, lang, along };
    let made = attachments.and_then(|attachments| package::make(record, wish, &attachments, &setting)).map_err(|error| {
        let exit = match &error {
            MakeError::Export(_) | MakeError::Packing { .. } => Exit::NotWritten,
            _ => Exit::Unreadable,
        };
        Failure::Said(error.message(lang), exit)
    })?;
    let path: PathBuf = package::completed_name(&to.to);
    let if_present = if to.overwrite { IfPresent::Replace } else { IfPresent::Refuse };
    export::write_one(cx.storage(), &path, &made, if_present)
        .map_err(|error| Failure::Said(error.message(lang), Exit::NotWritten))?;
    cx.console.result(&path.display().to_string())
}
