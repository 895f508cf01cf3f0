//! `export`: records for the outside.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::arguments::ExportArguments;
use super::writing::Kept;
use super::{Context, Exit, Failure};
use crate::export::{self, Along, CopyKind, Data, Document, ExportError, ExportInput, IfPresent, Medium, Packing, Product};
use crate::portfolio::{OpenError, check_ids};
use crate::record::{Record, Role};
use crate::text::Message;
use crate::text::command_line::{self as words, ArgumentProblem};

/// What `--format` and `--document` ask for, before it is known of which record.
struct Wanted {
    media: Vec<Medium>,
    documents: Vec<Document>,
    others: Vec<Product>,
}

/// What is to be made of one record.
struct Planned {
    record: Record,
    /// Each with the name of its file or folder, which no other product of the call has.
    products: Vec<(Product, String)>,
}

pub(super) fn run(arguments: &ExportArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let wanted = wanted(arguments).map_err(|problem| Failure::not_understood(&problem, cx.lang()))?;
    let mut exit = Exit::Fine;
    let planned = plan(arguments, &wanted, &mut exit, cx);
    let bar = cx.console.progress(planned.iter().map(|planned| planned.products.len()).sum());
    for Planned { record, products } in &planned {
        let (catalogue, judgement) = (cx.rules(record).catalogue, cx.judge(record));
        let copy = match (arguments.final_copy, arguments.draft) {
            (true, _) => CopyKind::Final,
            (false, true) => CopyKind::Draft,
            (false, false) => CopyKind::at_hand(record, &judgement),
        };
        let along =
            Along { comments: arguments.comments, history: arguments.history, annex: arguments.annex, application: false };
        let (today, lang) = (cx.today, cx.lang());
        let input = ExportInput { copy, along, ..ExportInput::new(record, &catalogue, &judgement, today, lang) };
        for (product, name) in products {
            bar.set_message(name.clone());
            bar.inc(1);
            let _kept = match kept(product, name, arguments, cx) {
                Ok(kept) => kept,
                Err(Failure::Said(message, worst)) => {
                    bar.suspend(|| cx.console.problem(&message));
                    exit = exit.max(worst);
                    continue;
                }
                Err(failure) => return Err(failure),
            };
            match export_one(product, name, &input, arguments, cx) {
                Ok(made) => {
                    for path in made {
                        bar.suspend(|| cx.console.result(&path.display().to_string()))?;
                    }
                }
                // What one format cannot say, another may.
                Err(error) => {
                    let (mut message, worst) = refused(&error, cx);
                    if message.place.is_empty() && matches!(error, ExportError::NotOscal { .. }) {
                        message.place.clone_from(name);
                    }
                    bar.suspend(|| cx.console.problem(&message));
                    exit = exit.max(worst);
                    if matches!(error, ExportError::NotFinal { .. }) {
                        break;
                    }
                }
            }
        }
    }
    bar.finish_and_clear();
    Ok(exit)
}

/// Opens the records and names what is to be made of them, each once, before anything is written.
fn plan(arguments: &ExportArguments, wanted: &Wanted, exit: &mut Exit, cx: &mut Context<'_, '_>) -> Vec<Planned> {
    let lang = cx.lang();
    let (mut planned, mut seen, mut taken) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for path in arguments.files.iter().filter(|path| seen.insert(path.as_path())) {
        let record = match opened(path, arguments.approved, cx) {
            Ok(record) => record,
            Err((message, worst)) => {
                cx.console.problem(&message);
                *exit = (*exit).max(worst);
                continue;
            }
        };
        let (products, problems) = wanted.products(&arguments.item, &record);
        for error in problems {
            let (message, worst) = refused(&error, cx);
            cx.console.problem(&message);
            *exit = (*exit).max(worst);
        }
        let products = products.into_iter().map(|product| {
            let usual = product.file_name(&record, lang);
            let name = export::distinct_name(&usual, &mut taken);
            if name != usual {
                cx.console.note(&words::named_apart(&name, path, lang));
            }
            (product, name)
        });
        let products = products.collect();
        planned.push(Planned { record, products });
    }
    planned
}

/// What is said of an export that was not made, and how the command ends then.
fn refused(error: &ExportError, cx: &Context<'_, '_>) -> (Message, Exit) {
    let exit = match error {
        ExportError::NotFinal { .. } | ExportError::NotOscal { .. } | ExportError::OnlyOfProvider => Exit::Objections,
        ExportError::NoSuchItem { .. } => Exit::Unreadable,
        _ => Exit::NotWritten,
    };
    (error.message(cx.lang()), exit)
}

/// The record of a file, or what of it was approved.
fn opened(path: &Path, approved: bool, cx: &Context<'_, '_>) -> Result<Record, (Message, Exit)> {
    let unreadable = |error: OpenError| (error.message(cx.lang()), Exit::Unreadable);
    let record = cx.open(path).map_err(unreadable)?;
    if !approved {
        return Ok(record);
    }
    let Some(content) = record.as_approved() else {
        let error = ExportError::NoApprovedContent { state: record.approval.state };
        let message = Message { place: path.display().to_string(), ..error.message(cx.lang()) };
        return Err((message, Exit::Objections));
    };
    check_ids(&content, path, cx.storage(), &cx.shelf).map_err(unreadable)?;
    Ok(content)
}

fn wanted(arguments: &ExportArguments) -> Result<Wanted, ArgumentProblem> {
    let mut wanted = Wanted { media: Vec::new(), documents: Vec::new(), others: Vec::new() };
    for name in arguments.document.iter().map(|name| name.trim()) {
        let known = Document::of_role(Role::Csp).into_iter().find(|document| document.name() == name);
        wanted.documents.push(known.ok_or_else(|| unknown("--document", name, &document_names()))?);
    }
    // The set holds everything that people read, unless it is said what it is to hold.
    let in_set = |document: &Document| wanted.documents.is_empty() || wanted.documents.contains(document);
    let in_set: Vec<Document> = Document::WHOLE.into_iter().filter(in_set).collect();
    for name in arguments.format.iter().map(|name| name.trim()) {
        match name {
            "set" => wanted.others.push(Product::Set(Packing::Folder, in_set.clone())),
            "zip" => wanted.others.push(Product::Set(Packing::Zip, in_set.clone())),
            _ => {
                let before = (wanted.media.len(), wanted.others.len());
                wanted.media.extend(Medium::ALL.into_iter().filter(|medium| medium.name() == name));
                wanted.others.extend(Data::ALL.into_iter().filter(|data| data.name() == name).map(Product::Data));
                if before == (wanted.media.len(), wanted.others.len()) {
                    return Err(unknown("--format", name, &format_names()));
                }
            }
        }
    }
    // An extract alone is wanted alone.
    if wanted.documents.is_empty() && arguments.item.is_empty() {
        wanted.documents.push(Document::Record);
    }
    Ok(wanted)
}

fn unknown(option: &'static str, found: &str, expected: &[&str]) -> ArgumentProblem {
    ArgumentProblem::Value { option, found: found.to_owned(), expected: expected.join(", ") }
}

fn format_names() -> Vec<&'static str> {
    let mut names: Vec<&str> = Medium::ALL.iter().map(|medium| medium.name()).collect();
    names.extend(Data::ALL.iter().map(|data| data.name()));
    names.extend(["set", "zip"]);
    names.dedup();
    names
}

fn document_names() -> Vec<&'static str> {
    Document::of_role(Role::Csp).iter().map(Document::name).collect()
}

impl Wanted {
    /// What is wanted of this record, each once, and what of it cannot be had.
    fn products(&self, items: &[String], record: &Record) -> (Vec<Product>, Vec<ExportError>) {
        let (mut documents, mut problems) = (self.documents.clone(), Vec::new());
        for wanted in items {
            let number = wanted.parse::<usize>().ok().and_then(|number| record.items.get(number.checked_sub(1)?));
            match record.items.iter().find(|item| item.id.as_str() == wanted.as_str()).or(number) {
                Some(item) => documents.push(Document::Item(item.id.clone())),
                None => problems.push(ExportError::NoSuchItem { item: wanted.clone() }),
            }
        }
        let mut products = Vec::new();
        let printed =
            self.media.iter().flat_map(|medium| documents.iter().map(|document| Product::Document(document.clone(), *medium)));
        for product in printed.chain(self.others.iter().cloned()) {
            if !products.contains(&product) {
                products.push(product);
            }
        }
        (products, problems)
    }
}

/// A record that is written over is kept from others meanwhile.
fn kept(product: &Product, name: &str, arguments: &ExportArguments, cx: &Context<'_, '_>) -> Result<Option<Kept>, Failure> {
    let is_record = matches!(product, Product::Data(Data::Ron | Data::Json));
    (is_record && arguments.overwrite).then(|| cx.keep_to_itself(&arguments.to.join(name))).transpose()
}

/// Makes a product and writes it under this name.
fn export_one(
    product: &Product,
    name: &str,
    input: &ExportInput<'_>,
    arguments: &ExportArguments,
    cx: &Context<'_, '_>,
) -> Result<Vec<PathBuf>, ExportError> {
    let if_present = if arguments.overwrite { IfPresent::Replace } else { IfPresent::Refuse };
    let mut files = export::make(product, input)?;
    if matches!(product, Product::Set(Packing::Folder, _)) {
        return export::write_all(cx.storage(), &arguments.to.join(name), &files, if_present);
    }
    for file in &mut files {
        name.clone_into(&mut file.name);
    }
    export::write_all(cx.storage(), &arguments.to, &files, if_present)
}
