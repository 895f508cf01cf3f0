//! `package`: request, result and application as one file each, and what came attached in one.

use super::package_arguments::{ApplicationArguments, AttachmentsArguments, PackageCommand, ResultArguments};
use super::packing::make;
use super::{Context, Exit, Failure, asked};
use crate::file::StorageError;
use crate::package::{self, Answering, AttachmentError, LeftOut, MakeError, Objection, Wish};
use crate::portfolio::{self, Answer, OpenedFile};
use crate::record::{Date, Prose, Record};
use crate::text::command_line as words;
use crate::text::{Lang, Message, approval, package as package_words, text_error};

pub(super) fn run(command: &PackageCommand, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    match command {
        PackageCommand::Request(arguments) => asked::request(arguments, cx),
        PackageCommand::Receive(arguments) => asked::receive(arguments, cx),
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
        make(&record, Wish::Result, &arguments.to, arguments.draft, cx)?;
        return Ok(Exit::Fine);
    }
    let said = arguments.comment.as_deref().unwrap_or_default();
    let comment = Prose::new(said).map_err(|error| Failure::unreadable(text_error(&error, lang)))?;
    make(&record, Wish::Returned { comment: &comment }, &arguments.to, false, cx)?;
    Ok(Exit::Fine)
}

fn application(arguments: &ApplicationArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let record = cx.open_or_stop(&arguments.file)?;
    let (mut results, mut left_out) = (Vec::new(), Vec::new());
    let mut exit = Exit::Fine;
    // Unless some are named, it is what was taken in.
    let answers = match &arguments.with[..] {
        [] => asked::read_kept(&arguments.file, &record, cx)?,
        named => {
            let read = named.iter().map(|path| Ok((path.clone(), asked::read_new(path, &record, cx)?)));
            read.collect::<Result<Vec<_>, Failure>>()?
        }
    };
    for (path, answer) in answers {
        let Answer { result, returned, remarks: of_sheet, .. } = answer;
        let why = match &returned {
            None => package::objections(&result.record, &record),
            Some(comment) => vec![Objection::Returned(comment.clone())],
        };
        if let Some(refused) = why.iter().find(|objection| objection.is_refusal()) {
            let error = MakeError::NotOurs(refused.clone());
            return Err(Failure::unreadable(words::in_place(error.message(lang), &path)));
        }
        let mut said: Vec<String> = of_sheet;
        let overruled = arguments.include_differing && why.iter().all(Objection::can_be_overruled);
        if returned.is_none() && (why.is_empty() || overruled) {
            said.extend((!why.is_empty()).then(|| words::goes_in_all_the_same(&Objection::all_words(&why, lang), lang)));
            said.extend(remarks(&result.record, &record, cx.today, lang));
            results.push(result);
        } else {
            let words = if returned.is_none() { words::left_out_unless_included } else { words::left_out };
            said.push(words(&Objection::all_words(&why, lang), lang));
            left_out.push(LeftOut { record: result.record, why });
        }
        for said in said {
            cx.console.note(&words::fact(&path.display().to_string(), &said, lang));
            exit = Exit::Objections;
        }
    }
    let wish = Wish::Application { results: &results, left_out: &left_out };
    make(&record, wish, &arguments.to, arguments.draft, cx)?;
    Ok(exit)
}

/// What is to be said of a result that goes in.
fn remarks(result: &Record, ours: &Record, today: Date, lang: Lang) -> Vec<String> {
    let answering = Answering::of(result, ours);
    let mut said = Vec::new();
    said.extend((!answering.fits()).then(|| answering.label(lang).to_owned()));
    said.extend((!package::is_decided(result)).then(|| package_words::not_decided(&approval::state(result, today, lang), lang)));
    said.extend(approval::statement_problem(result.approval.statement(), lang).map(str::to_owned));
    said
}
