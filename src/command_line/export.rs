//! `export`: records for the outside.

use std::path::{Path, PathBuf};

use super::arguments::ExportArguments;
use super::{Context, Exit, Failure, not_understood};
use crate::export::{self, Copy, ExportError, ExportInput, ExportedFile, FileRole, Format, IfPresent};
use crate::record::Record;
use crate::text::command_line::ArgumentProblem;

/// Something that `--format` can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// One file in a format.
    File(Format),
    /// The pre-application set as a folder.
    Set,
    /// The pre-application set as one ZIP file.
    Zip,
}

impl Wanted {
    fn named(name: &str) -> Option<Self> {
        match name {
            "set" => Some(Self::Set),
            "zip" => Some(Self::Zip),
            other => Format::named(other).map(Self::File),
        }
    }

    fn names() -> String {
        let formats = Format::ALL.iter().map(|format| format.name());
        formats.chain(["set", "zip"]).collect::<Vec<_>>().join(", ")
    }
}

pub(super) fn run(arguments: &ExportArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let wanted = wanted(&arguments.format).map_err(|problem| not_understood(&problem, cx.lang()))?;
    let if_present = if arguments.overwrite { IfPresent::Replace } else { IfPresent::Refuse };
    let bar = cx.console.progress(arguments.files.len());
    let mut exit = Exit::Fine;
    for path in &arguments.files {
        bar.set_message(path.display().to_string());
        let problem = match cx.open(path) {
            Err(error) => Some((error.message(cx.lang()), Exit::Unreadable)),
            Ok(record) => match export_one(&record, &wanted, arguments, if_present, cx) {
                Ok(made) => {
                    for path in made {
                        bar.suspend(|| cx.console.result(&path.display().to_string()))?;
                    }
                    None
                }
                Err(error @ ExportError::NotFinal { .. }) => Some((error.message(cx.lang()), Exit::Objections)),
                Err(error) => Some((error.message(cx.lang()), Exit::NotWritten)),
            },
        };
        if let Some((message, worst)) = problem {
            bar.suspend(|| cx.console.problem(&message));
            exit = exit.max(worst);
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(exit)
}

fn wanted(names: &[String]) -> Result<Vec<Wanted>, ArgumentProblem> {
    let mut wanted = Vec::new();
    for name in names {
        let name = name.trim();
        let Some(format) = Wanted::named(name) else {
            return Err(ArgumentProblem::Value { option: "--format", found: name.to_owned(), expected: Wanted::names() });
        };
        if !wanted.contains(&format) {
            wanted.push(format);
        }
    }
    Ok(wanted)
}

fn export_one(
    record: &Record,
    wanted: &[Wanted],
    arguments: &ExportArguments,
    if_present: IfPresent,
    cx: &Context<'_, '_>,
) -> Result<Vec<PathBuf>, ExportError> {
    let judgement = cx.judge(record);
    let copy = if arguments.final_copy { Copy::Final } else { Copy::at_hand(record, &judgement) };
    let input = ExportInput { record, catalogue: &cx.catalogue, judgement: &judgement, today: cx.today, lang: cx.lang(), copy };
    let mut made = Vec::new();
    for wanted in wanted {
        made.extend(write(&input, *wanted, &arguments.to, if_present, cx)?);
    }
    Ok(made)
}

fn write(
    input: &ExportInput<'_>,
    wanted: Wanted,
    folder: &Path,
    if_present: IfPresent,
    cx: &Context<'_, '_>,
) -> Result<Vec<PathBuf>, ExportError> {
    match wanted {
        Wanted::File(format) => {
            let name = export::file_name(input.record, format);
            let file = ExportedFile { name, bytes: export::render(format, input)?, role: FileRole::Document };
            export::write_all(cx.storage(), folder, &[file], if_present)
        }
        Wanted::Set => {
            let files = export::pre_application(input)?;
            export::write_all(cx.storage(), &folder.join(export::set_name(input.record)), &files, if_present)
        }
        Wanted::Zip => {
            let name = format!("{}.zip", export::set_name(input.record));
            let file = ExportedFile { name, bytes: export::pre_application_zip(input)?, role: FileRole::Document };
            export::write_all(cx.storage(), folder, &[file], if_present)
        }
    }
}
