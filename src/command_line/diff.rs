//! `diff`: what differs between two records.

use super::arguments::DiffArguments;
use super::{Context, Exit, Failure};
use crate::text::command_line as words;
use crate::text::{Label as _, difference};

pub(super) fn run(arguments: &DiffArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let old = cx.open_or_stop(&arguments.old)?;
    let new = cx.open_or_stop(&arguments.new)?;
    let (lang, catalogue) = (cx.lang(), cx.catalogue.clone());
    let differences = old.differences(&new);
    if differences.is_empty() {
        cx.console.note(words::no_differences(lang));
        return Ok(Exit::Fine);
    }
    cx.console.result(&format!("- {}", arguments.old.display()))?;
    cx.console.result(&format!("+ {}", arguments.new.display()))?;
    let outcomes = [&old, &new].map(|record| cx.judge(record).outcome);
    let [before, after] = outcomes.map(|outcome| outcome.label(lang));
    let changed = if before == after { words::unchanged(lang) } else { words::changed(lang) };
    cx.console.result(&words::fact(words::outcome_heading(lang), &format!("{before} → {after} {changed}"), lang))?;
    for found in &differences {
        let told = difference::told(found, &old, &new, &catalogue, lang);
        let value = |value: &str| value.replace('\n', "\n    ");
        cx.console.result(&format!("{}\n  - {}\n  + {}", told.place, value(&told.old), value(&told.new)))?;
    }
    Ok(Exit::Objections)
}
