//! `diff`: what differs between two records.

use super::arguments::DiffArguments;
use super::{Context, Exit, Failure};
use crate::record::Record;
use crate::text::command_line as words;
use crate::text::{Label as _, difference};

pub(super) fn run(arguments: &DiffArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let old = cx.open_or_stop(&arguments.old)?;
    let new = cx.open_or_stop(&arguments.new)?;
    let names = [&arguments.old, &arguments.new].map(|path| path.display().to_string());
    print([&old, &new], names, cx)
}

/// Prints what differs between two records of these names, the older one first.
pub(super) fn print(records: [&Record; 2], names: [String; 2], cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let ([old, new], [old_name, new_name]) = (records, names);
    let (lang, catalogue) = (cx.lang(), cx.rules(new).catalogue);
    let differences = old.differences(new);
    if differences.is_empty() {
        cx.console.note(words::no_differences(lang));
        return Ok(Exit::Fine);
    }
    cx.console.result(&format!("- {old_name}"))?;
    cx.console.result(&format!("+ {new_name}"))?;
    let outcomes = records.map(|record| cx.judge(record).outcome);
    let [before, after] = outcomes.map(|outcome| outcome.label(lang));
    let changed = if before == after { words::unchanged(lang) } else { words::changed(lang) };
    cx.console.result(&words::fact(words::outcome_heading(lang), &format!("{before} → {after} {changed}"), lang))?;
    for found in &differences {
        let told = difference::told(found, old, new, &catalogue, lang);
        let value = |value: &str| value.replace('\n', "\n    ");
        cx.console.result(&format!("{}\n  - {}\n  + {}", told.place, value(&told.old), value(&told.new)))?;
    }
    Ok(Exit::Objections)
}
