//! `export`: records for the outside.

use std::path::{Path, PathBuf};

use super::arguments::ExportArguments;
use super::{Context, Exit, Failure, not_understood};
use crate::export::{self, Along, Copy, Data, Document, ExportError, ExportInput, IfPresent, Medium, Packing, Product};
use crate::portfolio::{OpenError, check_ids};
use crate::record::Record;
use crate::text::Message;
use crate::text::command_line::ArgumentProblem;

/// What `--format` and `--document` ask for, before it is known of which record.
struct Wanted {
    media: Vec<Medium>,
    documents: Vec<Document>,
    others: Vec<Product>,
}

pub(super) fn run(arguments: &ExportArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let wanted = wanted(arguments).map_err(|problem| not_understood(&problem, cx.lang()))?;
    let if_present = if arguments.overwrite { IfPresent::Replace } else { IfPresent::Refuse };
    let each = wanted.count(arguments.item.len());
    let bar = cx.console.progress(arguments.files.len() * each);
    let mut exit = Exit::Fine;
    for (index, path) in arguments.files.iter().enumerate() {
        let step = |name: &str| {
            bar.set_message(name.to_owned());
            bar.inc(1);
        };
        let problem = match opened(path, arguments.approved, cx) {
            Err(problem) => Some(problem),
            Ok(record) => match export_one(&record, &wanted, arguments, if_present, &step, cx) {
                Ok(made) => {
                    for path in made {
                        bar.suspend(|| cx.console.result(&path.display().to_string()))?;
                    }
                    None
                }
                Err(error @ (ExportError::NotFinal { .. } | ExportError::NotOscal { .. })) => {
                    Some((error.message(cx.lang()), Exit::Objections))
                }
                Err(error @ ExportError::NoSuchItem { .. }) => Some((error.message(cx.lang()), Exit::Unreadable)),
                Err(error) => Some((error.message(cx.lang()), Exit::NotWritten)),
            },
        };
        if let Some((message, worst)) = problem {
            bar.suspend(|| cx.console.problem(&message));
            exit = exit.max(worst);
        }
        bar.set_position(u64::try_from((index + 1) * each).unwrap_or(u64::MAX));
    }
    bar.finish_and_clear();
    Ok(exit)
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
    for name in arguments.format.iter().map(|name| name.trim()) {
        match name {
            "set" => wanted.others.push(Product::Set(Packing::Folder)),
            "zip" => wanted.others.push(Product::Set(Packing::Zip)),
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
    for name in arguments.document.iter().map(|name| name.trim()) {
        let known = Document::WHOLE.into_iter().find(|document| document.name() == name);
        wanted.documents.push(known.ok_or_else(|| unknown("--document", name, &document_names()))?);
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
    Document::WHOLE.iter().map(Document::name).collect()
}

impl Wanted {
    /// How many products are wanted of each record.
    const fn count(&self, items: usize) -> usize {
        self.media.len() * (self.documents.len() + items) + self.others.len()
    }

    /// What is wanted of this record, each once.
    fn products(&self, items: &[String], record: &Record) -> Result<Vec<Product>, ExportError> {
        let mut documents = self.documents.clone();
        for wanted in items {
            let number = wanted.parse::<usize>().ok().and_then(|number| record.items.get(number.checked_sub(1)?));
            let item = record.items.iter().find(|item| item.id.as_str() == wanted.as_str()).or(number);
            let item = item.ok_or_else(|| ExportError::NoSuchItem { item: wanted.clone() })?;
            documents.push(Document::Item(item.id.clone()));
        }
        let mut products = Vec::new();
        let printed =
            self.media.iter().flat_map(|medium| documents.iter().map(|document| Product::Document(document.clone(), *medium)));
        for product in printed.chain(self.others.iter().cloned()) {
            if !products.contains(&product) {
                products.push(product);
            }
        }
        Ok(products)
    }
}

fn export_one(
    record: &Record,
    wanted: &Wanted,
    arguments: &ExportArguments,
    if_present: IfPresent,
    step: &dyn Fn(&str),
    cx: &Context<'_, '_>,
) -> Result<Vec<PathBuf>, ExportError> {
    let (catalogue, judgement) = (cx.rules(record).catalogue, cx.judge(record));
    let copy = match (arguments.final_copy, arguments.draft) {
        (true, _) => Copy::Final,
        (false, true) => Copy::Draft,
        (false, false) => Copy::at_hand(record, &judgement),
    };
    let along = Along { comments: arguments.comments, history: arguments.history };
    let (today, lang) = (cx.today, cx.lang());
    let input = ExportInput { record, catalogue: &catalogue, judgement: &judgement, today, lang, copy, along };
    let mut made = Vec::new();
    for product in wanted.products(&arguments.item, record)? {
        step(&product.file_name(record, cx.lang()));
        let folder = match product {
            Product::Set(Packing::Folder) => arguments.to.join(product.file_name(record, cx.lang())),
            _ => arguments.to.clone(),
        };
        made.extend(export::write_all(cx.storage(), &folder, &export::make(&product, &input)?, if_present)?);
    }
    Ok(made)
}
