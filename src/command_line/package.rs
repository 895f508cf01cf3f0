//! `package`: request, result and application as one file each, and what came attached in one.

use std::path::{Path, PathBuf};

use super::arguments::{
    ApplicationArguments, AttachmentsArguments, PackageCommand, PackageTo, RequestArguments, ResultArguments,
};
use super::{Context, Exit, Failure};
use crate::export::{self, Along, IfPresent};
use crate::file::StorageError;
use crate::package::{
    self, Answering, AttachmentError, Circle, LeftOut, MakeError, Objection, PackageKind, Setting, TakenResult, Wish,
};
use crate::portfolio::{self, OpenedFile};
use crate::record::{Date, Prose, Record, Sender};
use crate::text::command_line::{self as words, ArgumentProblem};
use crate::text::{Lang, Message, along, approval, package as package_words, text_error};

pub(super) fn run(command: &PackageCommand, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    match command {
        PackageCommand::Request(RequestArguments { file, to }) => {
            let record = cx.open_or_stop(file)?;
            make(&record, Wish::Request, to, false, cx)?;
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
    let (mut results, mut left_out) = (Vec::with_capacity(arguments.with.len()), Vec::new());
    let mut exit = Exit::Fine;
    for path in &arguments.with {
        let received = received(path, cx)?;
        let why = match &received {
            Received::Result(result) => package::objections(&result.record, &record),
            Received::Returned(_, comment) => vec![Objection::Returned(comment.clone())],
        };
        if let Some(refused) = why.iter().find(|objection| objection.is_refusal()) {
            let error = MakeError::NotOurs(refused.clone());
            return Err(Failure::unreadable(words::in_place(error.message(lang), path)));
        }
        let mut said: Vec<String> = Vec::new();
        let overruled = arguments.include_differing && why.iter().all(Objection::can_be_overruled);
        match received {
            Received::Result(result) if why.is_empty() || overruled => {
                said.extend((!why.is_empty()).then(|| words::goes_in_all_the_same(&Objection::all_words(&why, lang), lang)));
                said.extend(remarks(&result.record, &record, cx.today, lang));
                results.push(*result);
            }
            Received::Result(result) => {
                said.push(words::left_out_unless_included(&Objection::all_words(&why, lang), lang));
                left_out.push(LeftOut { record: result.record, why });
            }
            Received::Returned(returned, _) => {
                said.push(words::left_out(&Objection::all_words(&why, lang), lang));
                left_out.push(LeftOut { record: *returned, why });
            }
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

/// What an agency sent.
enum Received {
    /// A result: a package, or a record alone.
    Result(Box<TakenResult>),
    /// The request, without an assessment and with the reason.
    Returned(Box<Record>, String),
}

fn received(path: &Path, cx: &Context<'_, '_>) -> Result<Received, Failure> {
    let lang = cx.lang();
    let opened = cx.open_any(path);
    let result = match opened.map_err(|error| Failure::unreadable(error.message(lang)))? {
        OpenedFile::Record(opened) => TakenResult::of_record(opened.record),
        OpenedFile::Package(package, _) => {
            if let (PackageKind::Returned, Some(comment)) = (package.kind(), &package.manifest.comment) {
                let comment = comment.to_string();
                return Ok(Received::Returned(Box::new(package::without_assessment(&package.record)), comment));
            }
            TakenResult::of_package(*package, &cx.storage().reader())
                .map_err(|error| Failure::unreadable(words::in_place(error.message(lang), path)))?
        }
    };
    let catalogue = cx.rules(&result.record).catalogue;
    Ok(Received::Result(Box::new(result.judged_by(catalogue))))
}

fn make(record: &Record, wish: Wish<'_>, to: &PackageTo, undecided: bool, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    let lang = cx.lang();
    let circles = circles(record, wish, to, cx)?;
    let wanted = |circle: &Circle| circles.contains(circle);
    let record = package::with_wanted_comments(wish.kind(), record, wanted);
    let results: Vec<TakenResult>;
    let wish = match wish {
        Wish::Application { results: came, left_out } => {
            results = came.iter().map(|result| with_wanted(result, &circles)).collect();
            Wish::Application { results: &results, left_out }
        }
        other => other,
    };
    let attachments = to.attach.iter().map(|path| package::attachment(cx.storage(), path)).collect::<Result<Vec<_>, _>>();
    let catalogue = cx.rules(&record).catalogue;
    let along = Along { comments: true, history: to.history, annex: false };
    let setting = Setting { catalogue: &catalogue, today: cx.today, lang, along, undecided };
    let made = attachments.and_then(|attachments| package::make(&record, wish, &attachments, &setting)).map_err(|error| {
        let exit = match &error {
            MakeError::Export(_) | MakeError::Packing { .. } => Exit::NotWritten,
            // As a final copy of what is not final.
            MakeError::Undecided { .. } => Exit::Objections,
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

/// A result as it goes into an application: with its comments if they are wanted.
fn with_wanted(result: &TakenResult, circles: &[Circle]) -> TakenResult {
    let mut result = result.clone();
    if !circles.contains(&Circle::InResult(sender_of(&result.record))) {
        result.record.comments.clear();
    }
    result
}

fn sender_of(record: &Record) -> Sender {
    Sender { record: record.id.clone(), name: record.agency.name.clone() }
}

/// Whose comments go along. Those that do not are said.
fn circles(record: &Record, wish: Wish<'_>, to: &PackageTo, cx: &mut Context<'_, '_>) -> Result<Vec<Circle>, Failure> {
    let lang = cx.lang();
    let results: &[TakenResult] = match wish {
        Wish::Application { results, .. } => results,
        Wish::Request | Wish::Result | Wish::Returned { .. } => &[],
    };
    let offers = package::comments_to_offer(wish.kind(), record, results.iter().map(|result| &result.record));
    let named: Vec<&str> = to.comments.iter().map(|name| name.trim()).collect();
    let is_named = |circle: &Circle| {
        let value = value_of(circle);
        named.iter().any(|name| *name == "all" || *name == value)
    };
    if let Some(unknown) = named
        .iter()
        .find(|name| !["all", "own", "results"].contains(name) && !offers.iter().any(|offer| value_of(&offer.circle) == **name))
    {
        let known = offers.iter().map(|offer| value_of(&offer.circle).to_owned());
        let mut expected: Vec<String> = ["all", "own", "results"].map(str::to_owned).into_iter().chain(known).collect();
        expected.dedup();
        let problem =
            ArgumentProblem::Value { option: "--comments", found: (*unknown).to_owned(), expected: expected.join(", ") };
        return Err(Failure::not_understood(&problem, lang));
    }
    let mut circles = Vec::new();
    for offer in offers {
        let goes = !to.without_comments && (offer.by_default || is_named(&offer.circle));
        if goes {
            circles.push(offer.circle);
        } else if !to.without_comments {
            let party = match &offer.circle {
                Circle::House | Circle::Parties => None,
                Circle::With(party) | Circle::InResult(party) => Some(party.name.as_str()),
            };
            let whose = along::whose(party, lang);
            cx.console.note(&along::kept_back(&whose, offer.count, value_of(&offer.circle), lang));
        }
    }
    Ok(circles)
}

/// By which value of `--comments` a circle is named.
fn value_of(circle: &Circle) -> &str {
    match circle {
        Circle::House | Circle::Parties => "own",
        Circle::InResult(_) => "results",
        Circle::With(party) if party.name.is_blank() => "all",
        Circle::With(party) => party.name.as_str(),
    }
}
