//! `catalogue`: what stands in a catalogue, whether it holds together, and what differs between two.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use super::arguments::CatalogueCommand;
use super::{Context, Exit, Failure, print_json, rules};
use crate::catalogue::{Catalogue, Section};
use crate::portfolio;
use crate::text::command_line as words;
use crate::text::{self, Label as _};

/// What stands for the catalogue shipped with the program where a file could stand.
const SHIPPED: &str = "shipped";

pub(super) fn run(command: &CatalogueCommand, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    match command {
        CatalogueCommand::Show { json: true } => {
            let value = as_json(&cx.catalogue);
            print_json(&value, cx)?;
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
        CatalogueCommand::Compare { file, json } => rules::compare(file, *json, cx),
        CatalogueCommand::Move { file, to } => rules::move_to_catalogue_in_use(file, to.as_deref(), cx),
    }
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
    for line in &lines {
        cx.console.result(line)?;
    }
    Ok(Exit::Fine)
}

fn diff(old: &Catalogue, new: &Catalogue, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let (old_parts, new_parts) = (as_json(old), as_json(new));
    let mut differences = Vec::new();
    compare(&old_parts, &new_parts, "", &mut differences);
    if differences.is_empty() {
        let lang = cx.lang();
        cx.console.note(words::no_differences(lang));
        return Ok(Exit::Fine);
    }
    let pins = format!("- {}\n+ {}", words::pin(&old.pin()), words::pin(&new.pin()));
    cx.console.result(&pins)?;
    for (place, old, new) in differences {
        let shown = |value: Option<&Value>| value.map_or_else(|| words::absent(cx.console.lang).to_owned(), Value::to_string);
        let lines = format!("{place}\n  - {}\n  + {}", shown(old), shown(new));
        cx.console.result(&lines)?;
    }
    Ok(Exit::Objections)
}

fn as_json(catalogue: &Catalogue) -> Value {
    // A catalogue holds strings, enums and lists only, none of which can fail to become JSON.
    serde_json::to_value(catalogue).unwrap_or_default()
}

type JsonDifference<'a> = (String, Option<&'a Value>, Option<&'a Value>);

/// Collects the smallest parts in which two values differ. Parts of a list that have an id are matched by it.
fn compare<'a>(old: &'a Value, new: &'a Value, place: &str, differences: &mut Vec<JsonDifference<'a>>) {
    let below = |key: &str| if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") };
    match (parts(old), parts(new)) {
        _ if old == new => {}
        (Some(old_parts), Some(new_parts)) => {
            for (key, new_part) in &new_parts {
                match old_parts.iter().find(|(other, _)| other == key) {
                    Some((_, old_part)) => compare(old_part, new_part, &below(key), differences),
                    None => differences.push((below(key), None, Some(new_part))),
                }
            }
            for (key, old_part) in &old_parts {
                if !new_parts.iter().any(|(other, _)| other == key) {
                    differences.push((below(key), Some(old_part), None));
                }
            }
            let order = |parts: &[(String, &Value)]| parts.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
            let (mut old_order, mut new_order) = (order(&old_parts), order(&new_parts));
            old_order.retain(|key| new_order.contains(key));
            new_order.retain(|key| old_order.contains(key));
            if old_order != new_order {
                differences.push((place.to_owned(), Some(old), Some(new)));
            }
        }
        _ => differences.push((place.to_owned(), Some(old), Some(new))),
    }
}

/// The parts of a value by the names that tell them apart; nothing if it is not made of such parts.
fn parts(value: &Value) -> Option<Vec<(String, &Value)>> {
    match value {
        Value::Object(object) => Some(object.iter().map(|(key, part)| (key.clone(), part)).collect()),
        Value::Array(array) => {
            let named = |part: &Value| part.get("id").and_then(Value::as_str).map(str::to_owned);
            array.iter().map(|part| named(part).map(|name| (name, part))).collect()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_the_smallest_differing_parts_are_told_by_their_ids() {
        let old = json!({ "tasks": [{ "id": "A", "task": { "ja": "甲", "en": "a" } }, { "id": "B", "task": { "ja": "乙" } }] });
        let new = json!({ "tasks": [{ "id": "A", "task": { "ja": "丙", "en": "a" } }, { "id": "C", "task": { "ja": "乙" } }] });
        let mut differences = Vec::new();
        compare(&old, &new, "", &mut differences);
        let places: Vec<_> = differences.iter().map(|(place, ..)| place.as_str()).collect();
        assert_eq!(places, ["tasks.A.task.ja", "tasks.C", "tasks.B"]);
        compare(&new, &new, "", &mut Vec::new());
    }

    #[test]
    fn another_order_is_a_difference() {
        let (a, b) = (json!({ "id": "A" }), json!({ "id": "B" }));
        let (old, new) = (json!([a, b]), json!([b, a]));
        let mut differences = Vec::new();
        compare(&old, &new, "tasks", &mut differences);
        assert_eq!(differences, [("tasks".to_owned(), Some(&old), Some(&new))]);
    }
}
