//! `catalogue`: what stands in a catalogue, whether it holds together, what differs between two, and a copy to begin an own one from.

use std::path::Path;
use std::sync::Arc;

use super::arguments::CatalogueCommand;
use super::{Context, Exit, Failure, rules};
use crate::catalogue::{Catalogue, CataloguePart, Section};
use crate::export::{self, IfPresent};
use crate::portfolio;
use crate::text::catalogue::{Told, part, told};
use crate::text::command_line as words;
use crate::text::{self, Label as _};

/// What stands for the catalogue shipped with the program where a file could stand.
const SHIPPED: &str = "shipped";

pub(super) fn run(command: &CatalogueCommand, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    match command {
        CatalogueCommand::Show { json: true } => {
            let value = cx.catalogue.to_json();
            cx.print_json(&value)?;
            Ok(Exit::Fine)
        }
        CatalogueCommand::Show { json: false } => show(cx),
        CatalogueCommand::Check { file } => {
            let catalogue = load(file, cx)?;
            let lang = cx.lang();
            cx.console.result(&words::fact(&file.display().to_string(), words::catalogue_whole(lang), lang))?;
            cx.console.result(&format!("  {}", words::pin(&catalogue.pin())))?;
            Ok(Exit::Fine)
        }
        CatalogueCommand::Diff { old, new } => {
            let (old, new) = (load(old, cx)?, load(new, cx)?);
            diff(&old, &new, cx)
        }
        CatalogueCommand::Write { file, overwrite } => write(file, *overwrite, cx),
        CatalogueCommand::Compare { file, json } => rules::compare(file, *json, cx),
        CatalogueCommand::Move { file, to } => rules::move_to_catalogue_in_use(file, to.as_deref(), cx),
    }
}

/// Writes the catalogue in use to a file, for an agency to begin its own from.
fn write(file: &Path, overwrite: bool, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let text = cx.catalogue.to_ron();
    let text = text.map_err(|error| Failure::Said(text::catalogue_error(&error, lang), Exit::NotWritten))?;
    let if_present = if overwrite { IfPresent::Replace } else { IfPresent::Refuse };
    let written = export::write_one(cx.storage(), file, text.as_bytes(), if_present);
    written.map_err(|error| Failure::Said(error.message(lang), Exit::NotWritten))?;
    cx.console.result(&file.display().to_string())?;
    Ok(Exit::Fine)
}

fn load(path: &Path, cx: &Context<'_, '_>) -> Result<Arc<Catalogue>, Failure> {
    let lang = cx.lang();
    if path.as_os_str() == SHIPPED {
        return Catalogue::shipped().map_err(|error| Failure::unreadable(text::catalogue_error(&error, lang)));
    }
    let loaded = portfolio::load_catalogue(cx.storage(), path);
    loaded.map(Arc::new).map_err(|error| Failure::unreadable(error.message(lang)))
}

fn show(cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let (lang, catalogue) = (cx.lang(), cx.catalogue.clone());
    let mut lines = vec![catalogue.meta.title.text(lang).to_owned(), words::pin(&catalogue.pin())];
    for basis in &catalogue.meta.basis {
        lines.push(format!("  [{}] {}", basis.mark.label(lang), basis.note.text(lang)));
    }
    lines.extend([String::new(), words::profiles_heading(lang).to_owned()]);
    lines.extend(catalogue.profiles.iter().map(|profile| format!("  {}  {}", profile.id, profile.title.text(lang))));
    lines.extend([String::new(), words::tasks_heading(lang).to_owned()]);
    for task in &catalogue.tasks {
        let mark = task.task_basis.mark.label(lang);
        lines.push(format!("  {}  {}\n          [{mark}] {}", task.id, task.service.text(lang), task.task.text(lang)));
    }
    lines.extend([String::new(), words::questions_heading(lang).to_owned()]);
    for section in [Section::Gate, Section::Confidentiality, Section::Integrity, Section::Availability] {
        lines.extend(catalogue.questions_of(section).map(|question| format!("  {}  {}", question.id, question.text.text(lang))));
    }
    lines.extend([String::new(), part(CataloguePart::CheckList, lang).to_owned()]);
    for point in catalogue.check_points() {
        lines.push(format!("  [{}] {}", point.basis.mark.label(lang), point.text.text(lang)));
    }
    for line in &lines {
        cx.console.result(line)?;
    }
    Ok(Exit::Fine)
}

fn diff(old: &Catalogue, new: &Catalogue, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let (lang, differences) = (cx.lang(), old.differences(new));
    if differences.is_empty() {
        cx.console.note(words::no_differences(lang));
        return Ok(Exit::Fine);
    }
    let pins = format!("- {}\n+ {}", words::pin(&old.pin()), words::pin(&new.pin()));
    cx.console.result(&pins)?;
    for found in &differences {
        let Told { entry, place, old, new } = told(found, old, new, lang);
        let heading = [part(found.part, lang), &entry, &place].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>();
        let below = |text: &str| text.replace('\n', "\n    ");
        let lines = format!("{}  [{}]\n  - {}\n  + {}", heading.join("　"), found.place(), below(&old), below(&new));
        cx.console.result(&lines)?;
    }
    Ok(Exit::Objections)
}
