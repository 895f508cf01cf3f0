//! `diff`: what came out of two records, and what differs between them.

use serde::Serialize;

use super::arguments::DiffArguments;
use super::{Context, Exit, Failure};
use crate::judgement::{Condition, Judgement, Outcome};
use crate::portfolio::{self, Compared, Comparison, Side};
use crate::record::{Assessment, CataloguePin, PerObjective, Record, RecordId};
use crate::text::command_line as words;
use crate::text::{Label as _, comparison};

pub(super) fn run(arguments: &DiffArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let old = cx.open_or_stop(&arguments.old)?;
    let new = cx.open_or_stop(&arguments.new)?;
    let [old_rules, new_rules] = [cx.rules(&old), cx.rules(&new)];
    let [old_judged, new_judged] = [cx.judge(&old), cx.judge(&new)];
    let before = Side { record: &old, catalogue: &old_rules.catalogue, judgement: &old_judged };
    let after = Side { record: &new, catalogue: &new_rules.catalogue, judgement: &new_judged };
    let found = Comparison::of(before, after, cx.today, lang);
    let files = [&arguments.old, &arguments.new].map(|path| path.display().to_string());
    if arguments.json {
        let [one, other] = files;
        let document = Document { first: Party::of(one, before), second: Party::of(other, after), comparison: &found };
        cx.print_json(&document)?;
        return Ok(if found.differences.is_empty() { Exit::Fine } else { Exit::Objections });
    }
    let names = [before, after].map(|side| words::record_names(side.record, lang));
    let [one, other] = files;
    let names = [format!("{one}  {}", names[0]), format!("{other}  {}", names[1])];
    let told = Told { results: &found.results, differences: &found.differences };
    if !found.is_one_record {
        cx.console.note(comparison::two_records(lang));
    }
    told.print(&names, comparison::other_record(lang), cx)
}

/// Prints what differs between two states of one record of these names, the older one first.
pub(super) fn print(records: [&Record; 2], names: &[String; 2], cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let [old, new] = records;
    let (before, after) = (cx.judge(old), cx.judge(new));
    let [old_rules, new_rules] = [cx.rules(old), cx.rules(new)];
    let old = Side { record: old, catalogue: &old_rules.catalogue, judgement: &before };
    let new = Side { record: new, catalogue: &new_rules.catalogue, judgement: &after };
    let (results, differences) = (portfolio::results(old, new, lang), portfolio::differences(old, new, lang));
    Told { results: &results, differences: &differences }.print(names, &names[1], cx)
}

/// What is printed of two records.
struct Told<'a> {
    results: &'a [Compared],
    differences: &'a [Compared],
}

impl Told<'_> {
    /// `other` is what the second record is called in a sentence.
    fn print(&self, [old_name, new_name]: &[String; 2], other: &str, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
        let lang = cx.lang();
        if self.differences.is_empty() {
            cx.console.note(words::no_differences(lang));
            return Ok(Exit::Fine);
        }
        cx.console.result(&format!("- {old_name}"))?;
        cx.console.result(&format!("+ {new_name}"))?;
        for row in self.results {
            let relation = row.relation.words(other, lang);
            cx.console.result(&words::fact(&row.place, &words::two_values(&row.old, &row.new, &relation, lang), lang))?;
        }
        let mut step = None;
        for row in self.differences {
            if step != Some(row.step) {
                step = Some(row.step);
                let heading = row.step.map_or(comparison::of_the_record(lang), |step| step.label(lang));
                cx.console.result(&format!("# {heading}"))?;
            }
            let value = |value: &str| value.replace('\n', "\n    ");
            cx.console.result(&format!("{}\n  - {}\n  + {}", row.place, value(&row.old), value(&row.new)))?;
        }
        Ok(Exit::Objections)
    }
}

/// Two records for other programs.
#[derive(Serialize)]
struct Document<'a> {
    first: Party<'a>,
    second: Party<'a>,
    #[serde(flatten)]
    comparison: &'a Comparison,
}

/// One of the two, with what came out of it.
#[derive(Serialize)]
struct Party<'a> {
    file: String,
    record: &'a RecordId,
    catalogue: CataloguePin,
    outcome: Outcome,
    condition_listed: Condition,
    condition_low: Condition,
    overall: Assessment,
    objectives: PerObjective<Assessment>,
}

impl<'a> Party<'a> {
    fn of(file: String, side: Side<'a>) -> Self {
        let Judgement { outcome, condition_listed, condition_low, overall, objectives, .. } = *side.judgement;
        let (record, catalogue) = (&side.record.id, side.catalogue.pin());
        Self { file, record, catalogue, outcome, condition_listed, condition_low, overall, objectives }
    }
}
