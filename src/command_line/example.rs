//! `example`: the worked examples, and one of them as a set. The main job without a display.

use super::arguments::ExampleArguments;
use super::{Context, Exit, Failure};
use crate::examples;
use crate::export::{self, ExportError, ExportInput, ExportedFile, FileRole, IfPresent, Packing, Product};
use crate::file;
use crate::text::{command_line as words, procedure};

/// The example that is exported: the one the questionnaire itself is explained by.
const EXPORTED: &str = "LIU-A1";

pub(super) fn run(arguments: &ExampleArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let not_written = |error: ExportError| Failure::Said(error.message(lang), Exit::NotWritten);
    let if_present = if arguments.overwrite { IfPresent::Replace } else { IfPresent::Refuse };
    let files: Vec<_> = examples::all()
        .iter()
        .map(|example| ExportedFile { name: example.file_name(), bytes: example.ron.into(), role: FileRole::RecordRon })
        .collect();
    let written = export::write_all(cx.storage(), &arguments.folder, &files, if_present).map_err(not_written)?;

    let Some(example) = examples::all().iter().find(|example| example.task == EXPORTED) else { return Ok(Exit::Fine) };
    let (record, _) =
        file::parse(example.ron.as_bytes(), &example.file_name()).map_err(|error| Failure::unreadable(error.message(lang)))?;
    let judgement = cx.judge(&record);
    let (catalogue, today) = (cx.rules(&record).catalogue, cx.today);
    let input = ExportInput::new(&record, &catalogue, &judgement, today, lang);
    let product = Product::set(Packing::Folder);
    let set = arguments.folder.join(product.file_name(&record, lang));
    let made = export::make(&product, &input).map_err(not_written)?;
    let exported = export::write_all(cx.storage(), &set, &made, if_present).map_err(not_written)?;

    for path in written.iter().chain(&exported) {
        cx.console.result(&path.display().to_string())?;
    }
    let kind = procedure::set(catalogue.procedure(&record), lang);
    let summary = words::examples_written(written.len(), &arguments.folder, kind, &set, judgement.outcome, lang);
    cx.console.note(&summary);
    Ok(Exit::Fine)
}
