//! 「なぜこの結果か」 as a tree: gate, conditions, objectives, items. Equal items are folded, but what was lowered or raised among
//! them is said on the fold.

use super::teller::Teller;
use crate::catalogue::Catalogue;
use crate::judgement::{CellJudgement, Judgement, Outcome, Standing};
use crate::record::{Assessment, Field, InformationItem, Level, Objective, Record};
use crate::text::fields::numbered_item_name;
use crate::text::picture::{counted, short_mark};
use crate::text::{Label as _, Lang, marks};

/// So many items of one objective stand by themselves at most.
const MOST_ALONE: usize = 8;

/// A branch of the tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// What it is about.
    pub title: String,
    /// What came of it.
    pub value: String,
    /// What was lowered or raised in it; empty if nothing was.
    pub mark: String,
    /// The level, where it has one.
    pub level: Option<Assessment>,
    /// Whether it is what the outcome hangs on: shown open to begin with.
    pub decides: bool,
    /// How it came about.
    pub said: Vec<String>,
    /// Where it is decided.
    pub field: Option<Field>,
    /// What it is made of.
    pub below: Vec<Why>,
}

sentences! {
    gate_title = "前提確認", "Gate questions";
    listed_title = "① 対象業務の一覧に当たるか", "① Is the task on the list?";
    low_title = "② 影響度が低位か", "② Is the impact low?";

    /// Items that are folded, beside others that stand alone.
    others(count: usize) = "ほか{count}件", "{count} more";
    /// Items that are folded.
    all_of_them(count: usize) = "{count}件", "{count} items";
}

/// How the outcome came about, as a tree.
pub fn why(record: &Record, catalogue: &Catalogue, judgement: &Judgement, lang: Lang) -> Vec<Why> {
    let names = record.items.iter().zip(1..).map(|(item, number)| numbered_item_name(item, number, lang)).collect();
    let teller = Teller { record, catalogue, judgement, lang, names };
    let ends = matches!(judgement.outcome, Outcome::Stop | Outcome::OutOfScope | Outcome::NotRequired);
    let mut said = teller.gate();
    if ends {
        said.insert(0, teller.outcome());
    }
    let gate = Why { title: gate_title(lang).to_owned(), decides: ends, said, ..Why::default() };
    if ends {
        return vec![gate];
    }
    let listed = Why {
        title: listed_title(lang).to_owned(),
        value: judgement.condition_listed.label(lang).to_owned(),
        said: vec![teller.condition_listed()],
        ..Why::default()
    };
    let mut said = vec![teller.condition_low()];
    said.extend(teller.lowered());
    said.extend(teller.rests_on());
    let low = Why {
        title: low_title(lang).to_owned(),
        value: judgement.condition_low.label(lang).to_owned(),
        decides: true,
        said,
        below: Objective::ALL.into_iter().map(|objective| of_objective(&teller, objective)).collect(),
        ..Why::default()
    };
    vec![gate, listed, low]
}

fn is_above_low(effective: Assessment) -> bool {
    !effective.is_assessed() || effective.floor() > Level::Low
}

type Told<'a> = (&'a str, &'a InformationItem, &'a CellJudgement);

fn of_objective(teller: &Teller<'_>, objective: Objective) -> Why {
    let result = teller.judgement.objectives[objective];
    let cells: Vec<Told<'_>> = teller.cells(objective).collect();
    let decides = is_above_low(result);
    let stands_out = |cell: &CellJudgement| {
        if decides { is_above_low(cell.effective) } else { matches!(cell.standing, Standing::Lowered | Standing::Raised) }
    };
    let (out, folded): (Vec<&Told<'_>>, Vec<&Told<'_>>) = cells.iter().partition(|(_, _, cell)| stands_out(cell));
    let (alone, rest) = out.split_at(out.len().min(MOST_ALONE));
    let mut below: Vec<Why> = alone.iter().map(|told| of_item(teller, objective, told)).collect();
    let mut groups: Vec<(Assessment, Vec<&Told<'_>>)> = Vec::new();
    for told in rest.iter().copied().chain(folded) {
        match groups.iter_mut().find(|(effective, _)| *effective == told.2.effective) {
            Some((_, group)) => group.push(told),
            None => groups.push((told.2.effective, vec![told])),
        }
    }
    for (effective, group) in groups {
        let title = if below.is_empty() { all_of_them(group.len(), teller.lang) } else { others(group.len(), teller.lang) };
        match group.as_slice() {
            [only] => below.push(of_item(teller, objective, only)),
            _ => below.push(Why {
                title,
                value: teller.assessment(effective),
                mark: moved_in(&group, teller.lang),
                level: Some(effective),
                below: group.iter().map(|told| of_item(teller, objective, told)).collect(),
                ..Why::default()
            }),
        }
    }
    if let Some(first) = below.first_mut().filter(|_| decides) {
        first.decides = true;
    }
    Why {
        title: objective.label(teller.lang).to_owned(),
        value: teller.assessment(result),
        mark: String::new(),
        level: Some(result),
        decides,
        said: vec![teller.objective(objective)],
        field: None,
        below,
    }
}

/// What was lowered and raised among several: ▽引下げ 1件.
fn moved_in(group: &[&Told<'_>], lang: Lang) -> String {
    let said = [Standing::Lowered, Standing::Raised].into_iter().filter_map(|standing| {
        let count = group.iter().filter(|(_, _, cell)| cell.standing == standing).count();
        (count > 0).then(|| counted(short_mark(standing, lang), count, lang))
    });
    said.collect::<Vec<_>>().join(marks::semicolon(lang))
}

fn of_item(teller: &Teller<'_>, objective: Objective, (name, item, cell): &Told<'_>) -> Why {
    let is_moved = matches!(cell.standing, Standing::Lowered | Standing::Raised);
    Why {
        title: (*name).to_owned(),
        value: teller.assessment(cell.effective),
        mark: if is_moved { short_mark(cell.standing, teller.lang).to_owned() } else { String::new() },
        level: Some(cell.effective),
        decides: false,
        said: vec![teller.cell(name, item, objective, cell)],
        field: Some(Field::Decision(item.id.clone(), objective)),
        below: Vec::new(),
    }
}
