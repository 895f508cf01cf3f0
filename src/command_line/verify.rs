//! `verify`: whether a record, a package or a set is whole, of a known version, and unchanged since approval, and
//! whether the history of a record holds.

use std::path::Path;

use super::arguments::VerifyArguments;
use super::{Context, Exit, Failure, approval, sign};
use crate::bounds::{SET_BYTES, SET_FILE, SET_FILES, SET_UNPACKED};
use crate::export::{self, ArchiveProblem, ExportError, ManifestProblem, NamedFile, SetCheck, SetProblem, Unpacked};
use crate::file::{
    self, Cause, Entry, EntryKind, FileError, FileFormat, Foreign, Found, Opened, Storage, StorageError, Verified, byte_count,
    signature,
};
use crate::judgement::statement_holds;
use crate::package::{self, Package, PackageError, PackageKind};
use crate::portfolio::{self, AtHand, Pages, PagesUnknown};
use crate::record::{ChangesSinceApproval, Record};
use crate::text::command_line::{self as words, ArgumentProblem};
use crate::text::{
    self, Lang, Message, history as history_words, package as package_words, pages as page_words, report as report_words,
    rules as rule_words, signature as said,
};

pub(super) fn run(arguments: &VerifyArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let mut exit = Exit::Fine;
    if let (Some(signature), [path, others @ ..]) = (&arguments.signature, arguments.paths.as_slice()) {
        return match others.first() {
            Some(other) => Err(Failure::not_understood(&ArgumentProblem::Unknown(other.display().to_string()), cx.lang())),
            None => verify_signed(path, signature, arguments.allowed_signers.as_deref(), cx),
        };
    }
    for path in &arguments.paths {
        let verified = read(path, cx).and_then(|subject| match subject {
            Subject::Folder => verify_folder(path, cx),
            Subject::Zip(bytes) => verify_zip(path, &bytes, cx),
            Subject::Record(opened, bytes) => verify_record(path, &opened, &bytes, cx),
        });
        match verified {
            Ok(one) => exit = exit.max(one),
            Err(Failure::Said(message, one)) => {
                cx.console.problem(&message);
                exit = exit.max(one);
            }
            Err(output @ Failure::Output(_)) => return Err(output),
        }
    }
    Ok(exit)
}

/// What is to be verified. A file is read once: one that is read twice may be two files.
enum Subject {
    /// A folder with a set, or the manifest in it.
    Folder,
    /// A package, or a set in one file.
    Zip(Vec<u8>),
    /// A record, and the bytes of its file.
    Record(Box<Opened>, Vec<u8>),
}

fn read(path: &Path, cx: &Context<'_, '_>) -> Result<Subject, Failure> {
    let lang = cx.lang();
    let ends_in = |end: &str| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(end));
    if ends_in("zip") {
        let bytes = cx.storage().read(path, SET_BYTES).map_err(|error| Failure::unreadable(error.message(lang)))?;
        return Ok(Subject::Zip(bytes));
    }
    let is_manifest = path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(export::MANIFEST_NAME));
    if is_manifest || cx.storage().list(path).is_ok() {
        return Ok(Subject::Folder);
    }
    let bytes = file::bytes_of(cx.storage(), path).map_err(|error| Failure::unreadable(error.message(lang)))?;
    match file::read(&cx.storage().reader(), &bytes, &file::name_of(path)) {
        // Whatever it is called.
        Err(FileError::Foreign { what: Foreign::Zip, .. }) => Ok(Subject::Zip(bytes)),
        Err(error) => Err(Failure::unreadable(error.message(lang))),
        Ok(opened) => Ok(Subject::Record(Box::new(opened), bytes)),
    }
}

fn verify_record(path: &Path, opened: &Opened, bytes: &[u8], cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let (record, verified) = (&opened.record, Verified::of(opened));
    portfolio::check_ids(record, path, cx.storage(), &cx.shelf).map_err(|error| Failure::unreadable(error.message(lang)))?;
    let format = match verified.found {
        Found::File(FileFormat::Ron) => "RON",
        Found::File(FileFormat::Json) => "JSON",
        Found::AttachedToPdf => words::attached_to_pdf(lang),
        Found::InPackage => words::in_package(lang),
    };
    let history = history_standing(verified.revisions, verified.history_problems.is_empty(), lang);
    let (said, exit) = since_approval(record, lang);
    let state = text::approval::state(record, cx.today, lang);
    for line in [
        words::fact(&path.display().to_string(), words::record_whole(lang), lang),
        format!("  {}", words::format_and_version(format, verified.version, lang)),
        format!("  {}", words::content_digest(&verified.content, lang)),
        format!("  {}", words::record_catalogue(&record.catalogue, catalogue_standing(record, cx), lang)),
        format!("  {}", words::fact(&state, said, lang)),
        format!("  {}", words::fact(history_words::title(lang), &history, lang)),
    ] {
        cx.console.result(&line)?;
    }
    let exit = match verified.found {
        Found::AttachedToPdf => {
            let at_hand = (cx.storage(), &cx.shelf);
            let pages = Pages::of(bytes, record, verified.print_note.as_deref(), None, at_hand);
            exit.max(print_pages(&pages, page_words::heading(lang), path.display().to_string(), cx)?)
        }
        Found::File(_) | Found::InPackage => exit,
    };
    for problem in &verified.history_problems {
        cx.console.problem(&words::in_place(history_words::problem(problem, lang), path));
    }
    approval::print_changes(record, cx)?;
    let exit = exit.max(print_statement(record, cx)?);
    if cx.rules(record).are_not_in_use(record) {
        cx.console.note(rule_words::on_command_line(lang));
    }
    Ok(if verified.history_problems.is_empty() { exit } else { exit.max(Exit::Objections) })
}

/// A record with a signature of it. The worse of the two counts.
fn verify_signed(path: &Path, file: &Path, allowed: Option<&Path>, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let Subject::Record(opened, bytes) = read(path, cx)? else {
        return Err(Failure::unreadable(words::signature_of_a_set(path, lang)));
    };
    let exit = verify_record(path, &opened, &bytes, cx)?;
    let checked = signature::check_opened(cx.storage(), &opened, path, file, allowed, cx.today)
        .map_err(|error| sign::refused(&error, cx))?;
    let (listed, problem) = match &checked.listed {
        None => (said::no_list(lang).to_owned(), None),
        Some(Ok(listed)) => (said::listed_as(&listed.principals, &listed.comments, lang), None),
        Some(Err(error)) => (said::not_listed(lang).to_owned(), Some(error)),
    };
    for (heading, value) in [
        (said::signature_file(lang), said::fits(lang)),
        (said::key(lang), &said::key_names(&checked.signer.kind, &checked.signer.fingerprint)),
        (said::listed(lang), &listed),
    ] {
        cx.console.result(&format!("  {}", words::fact(heading, value, lang)))?;
    }
    for statement in said::statements(lang) {
        cx.console.note(statement);
    }
    problem.map_or(Ok(exit), |error| Err(sign::refused(error, cx)))
}

fn verify_folder(path: &Path, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let unreadable = |message: Message| Failure::unreadable(message);
    let is_manifest = path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(export::MANIFEST_NAME));
    let folder = if is_manifest { path.parent().unwrap_or(Path::new("")) } else { path };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = cx.storage().list(folder).map_err(|error| unreadable(error.message(lang)))?;
    let files = read_folder(cx.storage(), &entries).map_err(|problem| match problem {
        FolderProblem::Disk(error) => unreadable(error.message(lang)),
        FolderProblem::TooMuch(problem) => unreadable(words::in_place(ExportError::Unpacking(problem).message(lang), path)),
    })?;
    verify_files(path, export::of_folder(files), cx)
}

/// Why a folder is not read.
enum FolderProblem {
    Disk(StorageError),
    TooMuch(ArchiveProblem),
}

/// The files of a folder by name, as much as a set may hold.
fn read_folder(storage: &dyn Storage, entries: &[Entry]) -> Result<Vec<NamedFile>, FolderProblem> {
    let files: Vec<&Entry> = entries.iter().filter(|entry| entry.kind == EntryKind::File).collect();
    if files.len() > SET_FILES {
        return Err(FolderProblem::TooMuch(ArchiveProblem::TooManyFiles { most: SET_FILES }));
    }
    let all_too_large = || FolderProblem::TooMuch(ArchiveProblem::AllTooLarge { most: SET_UNPACKED });
    if files.iter().fold(0_u64, |all, entry| all.saturating_add(entry.bytes)) > SET_UNPACKED {
        return Err(all_too_large());
    }
    // Files may grow meanwhile.
    let (mut read, mut left) = (Vec::new(), SET_UNPACKED);
    for entry in files {
        let Some(name) = entry.path.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        let bytes = storage.read(&entry.path, SET_FILE.min(left)).map_err(|error| match error.cause {
            Cause::TooLarge if left < SET_FILE => all_too_large(),
            Cause::TooLarge => FolderProblem::TooMuch(ArchiveProblem::TooLarge { name: name.clone(), most: SET_FILE }),
            _ => FolderProblem::Disk(error),
        })?;
        left = left.saturating_sub(byte_count(&bytes));
        read.push((name, bytes));
    }
    Ok(read)
}

fn verify_zip(path: &Path, bytes: &[u8], cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    match package::read_despite_attachments(bytes) {
        Ok(package) => verify_package(path, &package, cx),
        Err(PackageError::Manifest(ManifestProblem::OtherFormat(format))) if format == export::SET_FORMAT => {
            let unpacked = export::read_zip(bytes).map_err(|error| Failure::unreadable(error.message(lang)))?;
            verify_files(path, unpacked, cx)
        }
        Err(PackageError::Parts(problems)) => {
            let said = words::fact(&path.display().to_string(), package_words::package_not_whole(lang), lang);
            cx.console.result(&said)?;
            for problem in &problems {
                cx.console.problem(&problem.message(lang));
            }
            Ok(Exit::Objections)
        }
        Err(error) => Err(Failure::unreadable(words::in_place(error.message(lang), path))),
    }
}

/// A package that is as listed: what it is, each part, each record, and whether the printed documents show these records.
fn verify_package(path: &Path, package: &Package, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    for record in std::iter::once(&package.record).chain(&package.results) {
        portfolio::check_ids(record, path, cx.storage(), &cx.shelf).map_err(|error| Failure::unreadable(error.message(lang)))?;
    }
    cx.hear(path, &package.forgiven);
    let mut problems: Vec<Message> = package
        .check_documents(&cx.storage().reader())
        .iter()
        .map(|problem| Message { place: package.manifest.called(problem.file()), ..problem.message(lang) })
        .collect();
    for came in package.attachments() {
        let place = || package_words::attached_file(came.title.as_str(), &came.name, came.size, came.sha256.short(), lang);
        problems.extend(came.content.as_ref().err().map(|problem| Message { place: place(), ..problem.message(lang) }));
    }
    let said = if problems.is_empty() { package_words::package_whole(lang) } else { package_words::package_not_whole(lang) };
    cx.console.result(&words::fact(&path.display().to_string(), said, lang))?;
    let mut lines = vec![words::fact(package_words::kind_heading(lang), package.kind().label(lang), lang)];
    if let Some(request) = &package.manifest.answers {
        lines.push(words::fact(report_words::answers_request(lang), &report_words::request_ref(request, lang), lang));
    }
    if let Some(comment) = &package.manifest.comment {
        lines.push(words::fact(package_words::comment_reason(lang), comment.as_str(), lang));
    }
    let procedure = cx.rules(&package.record).catalogue.procedure(&package.record);
    for (part, _) in package.parts() {
        let title = part.title.as_ref().map_or_else(String::new, |title| format!(" {title}"));
        lines.push(format!("{}  {}  {}{title}", part.sha256.short(), part.name, part.role.label(procedure, lang)));
    }
    let mut exit = if problems.is_empty() { Exit::Fine } else { Exit::Objections };
    let mut history_problems = Vec::new();
    // Of what was sent back without an assessment there is none to tell of, whatever stands in the file.
    let is_returned = package.kind() == PackageKind::Returned;
    for record in std::iter::once(&package.record).chain(&package.results) {
        if is_returned {
            lines.push(words::fact(record.id.as_str(), &words::record_names(&package.about(), lang), lang));
            lines.push(format!("  {}", words::content_digest(&record.content_digest(), lang)));
            lines.push(format!("  {}", words::fact(words::outcome_heading(lang), package_words::returned_outcome(lang), lang)));
            continue;
        }
        let (said, its_exit) = since_approval(record, lang);
        let approval = words::fact(&text::approval::state(record, cx.today, lang), said, lang);
        exit = exit.max(its_exit);
        lines.push(words::fact(record.id.as_str(), &words::record_names(record, lang), lang));
        lines.push(format!("  {}", words::content_digest(&record.content_digest(), lang)));
        lines.push(format!("  {}", words::record_catalogue(&record.catalogue, catalogue_standing(record, cx), lang)));
        lines.push(format!("  {approval}"));
        let statement = text::approval::statement_problem(record.approval.statement(), lang);
        lines.extend(statement.map(|statement| format!("  {statement}")));
        // Most packages have none. Where one does, it is held to what a record alone is held to.
        if !record.history.is_empty() {
            let in_history = record.history_problems();
            let standing = history_standing(record.history.len(), in_history.is_empty(), lang);
            lines.push(format!("  {}", words::fact(history_words::title(lang), &standing, lang)));
            history_problems.extend(in_history);
        }
    }
    for line in &lines {
        cx.console.result(&format!("  {line}"))?;
    }
    for record in std::iter::once(&package.record).chain(&package.results).filter(|_| !is_returned) {
        exit = exit.max(print_statement(record, cx)?);
    }
    for problem in &history_problems {
        exit = exit.max(Exit::Objections);
        cx.console.problem(&words::in_place(history_words::problem(problem, lang), path));
    }
    for problem in &problems {
        cx.console.problem(problem);
    }
    for (name, pages) in Pages::of_package(package, (cx.storage(), &cx.shelf)) {
        // That it cannot be read was told above.
        if pages != Pages::NotKnown(PagesUnknown::NotRead) {
            exit = exit.max(print_pages(&pages, &page_words::of(&name, lang), package.manifest.called(&name), cx)?);
        }
    }
    Ok(exit)
}

/// Prints whether the pages of a PDF are what its record prints. What does not hold is objected to, and what nobody can tell, too.
fn print_pages(pages: &Pages, heading: &str, place: String, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    cx.console.result(&format!("  {}", words::fact(heading, &pages.words(lang), lang)))?;
    let message = pages.message(lang).map(|message| Message { place, ..message });
    if let Some(message) = &message {
        cx.console.problem(message);
    }
    Ok(if message.is_none() { Exit::Fine } else { Exit::Objections })
}

/// Prints what an approval states where the record is judged by another catalogue, and whether it is what follows from what was
/// approved.
fn print_statement(record: &Record, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let Some(stated) = &record.approval.stated else { return Ok(Exit::Fine) };
    let holds = statement_holds(record, |pin| cx.shelf.pinned(cx.storage(), pin), cx.today);
    let (said, exit) = match holds {
        Some(true) => (rule_words::statement_holds(lang), Exit::Fine),
        Some(false) => (rule_words::statement_differs(lang), Exit::Objections),
        None => (rule_words::statement_unchecked(lang), Exit::Fine),
    };
    cx.console.result(&format!("  {}", rule_words::stated_outcome(stated, lang)))?;
    cx.console.result(&format!("    {said}"))?;
    Ok(exit)
}

fn catalogue_standing(record: &Record, cx: &Context<'_, '_>) -> &'static str {
    let lang = cx.lang();
    let its = cx.rules(record);
    match its.at_hand {
        AtHand::InUseOnly => rule_words::standing_missing(lang),
        AtHand::Pinned if its.are_not_in_use(record) => rule_words::standing_pinned(lang),
        AtHand::Pinned => words::catalogue_same(lang),
    }
}

/// How many revisions a history keeps, and whether it holds.
fn history_standing(revisions: usize, holds: bool, lang: Lang) -> String {
    match (revisions, holds) {
        (0, _) => history_words::none_yet(lang).to_owned(),
        (revisions, true) => words::history_whole(&history_words::kept(revisions, lang), lang),
        (revisions, false) => words::history_not_whole(&history_words::kept(revisions, lang), lang),
    }
}

/// Whether a record is what its approval was given for, and how a command ends that is asked so. What stands in an approval and is
/// not known to be what was recorded is objected to, too.
fn since_approval(record: &Record, lang: Lang) -> (&'static str, Exit) {
    let (said, exit) = content_since_approval(record, lang);
    (said, if record.approval.statement().holds() { exit } else { Exit::Objections })
}

fn content_since_approval(record: &Record, lang: Lang) -> (&'static str, Exit) {
    match record.changes_since_approval() {
        _ if record.kept_copy_is_another() => (words::approval_copy_wrong(lang), Exit::Objections),
        ChangesSinceApproval::NotBound => (words::approval_none(lang), Exit::Fine),
        ChangesSinceApproval::Unchanged => (words::approval_unchanged(lang), Exit::Fine),
        ChangesSinceApproval::Changed(_) | ChangesSinceApproval::Unknown => (words::approval_changed(lang), Exit::Objections),
    }
}

fn verify_files(path: &Path, files: Unpacked, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let SetCheck { manifest, mut problems, record, documents, forgiven } =
        export::verify_set(files).map_err(|error| Failure::unreadable(words::in_place(error.message(lang), path)))?;
    if let Some(record) = &record {
        portfolio::check_ids(record, path, cx.storage(), &cx.shelf).map_err(|error| Failure::unreadable(error.message(lang)))?;
    }
    let (mut pages, reader) = (Vec::new(), cx.storage().reader());
    for (name, bytes) in &documents {
        match file::read(&reader, bytes, name) {
            Err(_) => problems.push(SetProblem::Unreadable(name.clone())),
            Ok(opened) if record.as_ref() != Some(&opened.record) => problems.push(SetProblem::AnotherRecord(name.clone())),
            Ok(opened) => {
                let note = opened.print_note.as_deref();
                pages.push((name, Pages::of(bytes, &opened.record, note, None, (cx.storage(), &cx.shelf))));
            }
        }
    }
    let said = if problems.is_empty() { words::set_whole(lang) } else { words::set_not_whole(lang) };
    cx.console.result(&words::fact(&path.display().to_string(), said, lang))?;
    cx.console.result(&format!("  {}", words::content_digest(&manifest.content, lang)))?;
    for file in &manifest.files {
        cx.console.result(&format!("  {}  {}", file.sha256.short(), file.name))?;
    }
    cx.hear(path, &forgiven);
    for problem in &problems {
        cx.console.problem(&problem.message(lang));
    }
    let mut exit = if problems.is_empty() { Exit::Fine } else { Exit::Objections };
    for (name, pages) in pages {
        exit = exit.max(print_pages(&pages, &page_words::of(name, lang), name.clone(), cx)?);
    }
    if !manifest.is_sealed() {
        cx.console.note(words::set_not_sealed(lang));
    }
    Ok(exit)
}
