//! The picture: items × objectives at a glance, equal rows together where there are many.

use super::highest::highest;
use super::items::heading;
use crate::export::ExportInput;
use crate::export::picture::{Picture, PictureCell, PictureRow};
use crate::export::report::Emphasis;
use crate::judgement::{CellJudgement, Standing};
use crate::record::{Assessment, Level, Objective};
use crate::text::{Label as _, labels, picture as words};

/// Up to so many items stand as they are, and so many rows there are at the most.
const MOST_ROWS: usize = 12;
/// So many numbers, or runs of them, are told of the items that share a row.
const MOST_NUMBERS: usize = 12;
/// Of the name of an item that speaks for others no more than this.
const LONGEST_NAME: usize = 60;

/// What an item shows in an objective: two that show the same are equal.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Sight {
    effective: Assessment,
    standing: Standing,
    /// What was proposed, where that is said.
    proposal: Option<Assessment>,
}

type Sights = [Sight; 3];

/// Every item where there are few; what stands out, and the rest together, where there are many.
pub fn picture(input: &ExportInput<'_>) -> Picture {
    let items = sights(input);
    let rows = if items.len() > MOST_ROWS { folded(&items, input) } else { each(&items, input) };
    drawn(&items, rows, input)
}

/// Every item in a row of its own, however many there are.
pub fn full_picture(input: &ExportInput<'_>) -> Picture {
    let items = sights(input);
    let rows = each(&items, input);
    drawn(&items, rows, input)
}

/// Number, from 0, and sights of every item.
fn sights(input: &ExportInput<'_>) -> Vec<(usize, Sights)> {
    let judged = |(index, item): (usize, &crate::record::InformationItem)| {
        let cells = &input.judgement.item(&item.id)?.cells;
        Some((index, Objective::ALL.map(|objective| Sight::of(&cells[objective]))))
    };
    input.record.items.iter().enumerate().filter_map(judged).collect()
}

impl Sight {
    fn of(cell: &CellJudgement) -> Self {
        let said = matches!(cell.standing, Standing::Lowered | Standing::Raised);
        Self { effective: cell.effective, standing: cell.standing, proposal: said.then_some(cell.proposal) }
    }

    /// What must be seen first, from 0. What is not assessed comes before everything.
    fn rank(self) -> usize {
        match (self.effective, self.standing) {
            (Assessment::NotAssessed { .. }, _) => 0,
            (_, Standing::Lowered) => 1,
            (_, Standing::Raised) => 2,
            (Assessment::Assessed { level }, _) if level > Level::Low => 3,
            (_, Standing::AsProposed) => PLAIN,
            _ => 4,
        }
    }

    fn cell(self, input: &ExportInput<'_>) -> PictureCell {
        let mark = words::mark(self.standing, self.proposal.unwrap_or_default(), input.catalogue, input.lang);
        let emphasis = match self.standing {
            Standing::Lowered => Emphasis::Lowered,
            _ => emphasis(self.effective),
        };
        PictureCell { mark, emphasis, ..level(self.effective, input) }
    }
}

/// The rank of what is low as proposed.
const PLAIN: usize = 5;

fn rank(sights: &Sights) -> usize {
    sights.iter().map(|sight| sight.rank()).min().unwrap_or(PLAIN)
}

/// A level with its bars. What is not assessed has none, whatever it is at least.
fn level(assessment: Assessment, input: &ExportInput<'_>) -> PictureCell {
    let bars = match assessment {
        Assessment::NotAssessed { .. } => 0,
        Assessment::Assessed { level } => bars(level),
    };
    let level = labels::assessment(assessment, input.catalogue, input.lang);
    PictureCell { bars, level, mark: String::new(), emphasis: emphasis(assessment) }
}

const fn bars(level: Level) -> u8 {
    match level {
        Level::Low => 1,
        Level::Moderate => 2,
        Level::High => 3,
    }
}

const fn emphasis(assessment: Assessment) -> Emphasis {
    if assessment.is_assessed() { Emphasis::Strong } else { Emphasis::Open }
}

fn name(index: usize, input: &ExportInput<'_>) -> String {
    input.record.items.get(index).map_or_else(String::new, |item| heading(index, item, input.lang))
}

fn each(items: &[(usize, Sights)], input: &ExportInput<'_>) -> Vec<PictureRow> {
    items.iter().map(|(index, sights)| row(name(*index, input), String::new(), sights, input)).collect()
}

fn row(name: String, detail: String, sights: &Sights, input: &ExportInput<'_>) -> PictureRow {
    PictureRow { name, detail, cells: sights.iter().map(|sight| sight.cell(input)).collect() }
}

/// What stands out first, an item a row if there is room; equal rows together if there is not; at last all others together.
fn folded(items: &[(usize, Sights)], input: &ExportInput<'_>) -> Vec<PictureRow> {
    let mut groups = groups(items);
    let plain = groups.iter().filter(|(sights, _)| rank(sights) == PLAIN).map(|(_, members)| members.len()).sum::<usize>();
    let standing_out = items.len() - plain;
    if plain > 0 && standing_out < MOST_ROWS {
        let (plain, others): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(sights, _)| rank(sights) == PLAIN);
        let alone = |(sights, members): (Sights, Vec<usize>)| members.into_iter().map(move |member| (sights, vec![member]));
        groups = others.into_iter().flat_map(alone).chain(plain).collect();
    }
    let rest = if groups.len() > MOST_ROWS { groups.split_off(MOST_ROWS - 1) } else { Vec::new() };
    let mut rows: Vec<PictureRow> = Vec::new();
    for (sights, members) in &groups {
        let all_low = rank(sights) == PLAIN && !rows.is_empty() && members.len() > 1;
        let (name, detail) = match members.as_slice() {
            [only] => (name(*only, input), String::new()),
            several if all_low => {
                let name = words::other_items_all(several.len(), Level::Low, input.catalogue, input.lang);
                (name, words::all_others_plain(input.lang).to_owned())
            }
            [first, others @ ..] => {
                (words::equal_items(&shortened(&name(*first, input)), others.len(), input.lang), numbers(members, input))
            }
            [] => continue,
        };
        rows.push(row(name, detail, sights, input));
    }
    if !rest.is_empty() {
        rows.push(together(&rest, input));
    }
    rows
}

/// The items that show the same, gravest first, then in the order of the record.
fn groups(items: &[(usize, Sights)]) -> Vec<(Sights, Vec<usize>)> {
    let mut groups: Vec<(Sights, Vec<usize>)> = Vec::new();
    for (index, sights) in items {
        match groups.iter_mut().find(|(known, _)| known == sights) {
            Some((_, members)) => members.push(*index),
            None => groups.push((*sights, vec![*index])),
        }
    }
    groups.sort_by_key(|(sights, _)| rank(sights));
    groups
}

fn shortened(name: &str) -> String {
    let head: String = name.chars().take(LONGEST_NAME).collect();
    if head.len() < name.len() { format!("{head}…") } else { head }
}

/// The numbers of items, runs of them as one.
fn numbers(members: &[usize], input: &ExportInput<'_>) -> String {
    let lang = input.lang;
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for member in members {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *member => *last = *member,
            _ => runs.push((*member, *member)),
        }
    }
    let mut told: Vec<String> = Vec::new();
    for (first, last) in runs.iter().take(MOST_NUMBERS) {
        told.push(if first == last { format!("({})", first + 1) } else { words::from_to(first + 1, last + 1, lang) });
    }
    if runs.len() > MOST_NUMBERS {
        told.push("…".to_owned());
    }
    told.join(words::between_numbers(lang))
}

/// Items that differ in one row: how many are at which level, and how many were decided otherwise than proposed.
fn together(groups: &[(Sights, Vec<usize>)], input: &ExportInput<'_>) -> PictureRow {
    let lang = input.lang;
    let cells = Objective::ALL.iter().enumerate().map(|(position, _)| {
        let sights = || groups.iter().filter_map(|(sights, members)| Some((sights.get(position)?, members.len())));
        let count = |wanted: &dyn Fn(&Sight) -> bool| sights().filter(|(sight, _)| wanted(sight)).map(|(_, count)| count).sum();
        let mut levels: Vec<(String, usize)> = Vec::new();
        let open: usize = count(&|sight| !sight.effective.is_assessed());
        if open > 0 {
            levels.push((labels::assessment(Assessment::UNKNOWN, input.catalogue, lang), open));
        }
        let mut highest = None;
        for at in Level::ALL.into_iter().rev() {
            let here: usize = count(&|sight| sight.effective == Assessment::assessed(at));
            if here > 0 {
                highest = highest.max(Some(at));
                levels.push((labels::level(at, input.catalogue, lang), here));
            }
        }
        let mut marks: Vec<String> = Vec::new();
        for standing in [Standing::Lowered, Standing::Raised, Standing::Explained] {
            let here: usize = count(&|sight| sight.standing == standing);
            if here > 0 {
                marks.push(words::counted(words::short_mark(standing, lang), here, lang));
            }
        }
        let level = match levels.as_slice() {
            [(only, _)] => only.clone(),
            several => {
                let each = several.iter().map(|(level, count)| words::counted(level, *count, lang));
                each.collect::<Vec<_>>().join(words::between_numbers(lang))
            }
        };
        let emphasis = match (open, count(&|sight| sight.standing == Standing::Lowered)) {
            (_, 1..) => Emphasis::Lowered,
            (1.., 0) => Emphasis::Open,
            (0, 0) => Emphasis::Strong,
        };
        let bars = if open > 0 { 0 } else { highest.map_or(0, bars) };
        PictureCell { bars, level, mark: marks.join(words::between_numbers(lang)), emphasis }
    });
    let count = groups.iter().map(|(_, members)| members.len()).sum();
    PictureRow { name: words::other_items(count, lang), detail: String::new(), cells: cells.collect() }
}

fn drawn(items: &[(usize, Sights)], rows: Vec<PictureRow>, input: &ExportInput<'_>) -> Picture {
    let lang = input.lang;
    let mut columns = vec![words::information(lang).to_owned()];
    columns.extend(Objective::ALL.map(|objective| objective.label(lang).to_owned()));
    Picture { legend: legend(items, input), columns, rows, whole: whole(input) }
}

/// The task as a whole, and where it was raised above its items.
fn whole(input: &ExportInput<'_>) -> PictureRow {
    let lang = input.lang;
    let cells = input.judgement.objectives.iter().map(|(objective, result)| {
        let raised = !input.record.items.is_empty() && result.floor() > highest(objective, input).floor();
        let mark = if raised { words::raised_as_a_whole(lang).to_owned() } else { String::new() };
        PictureCell { mark, ..level(*result, input) }
    });
    PictureRow { name: words::whole(lang).to_owned(), detail: String::new(), cells: cells.collect() }
}

fn legend(items: &[(usize, Sights)], input: &ExportInput<'_>) -> String {
    let lang = input.lang;
    let any = |wanted: &dyn Fn(&Sight) -> bool| items.iter().flat_map(|(_, sights)| sights).any(wanted);
    let said = [
        (any(&|sight| sight.standing == Standing::Lowered), words::lowered_explained(lang)),
        (any(&|sight| sight.standing == Standing::Raised), words::raised_explained(lang)),
        (any(&|sight| sight.standing == Standing::Explained), words::explained_explained(lang)),
        (any(&|sight| !sight.effective.is_assessed()), words::open_explained(lang)),
    ];
    let said: Vec<&str> = said.into_iter().filter_map(|(stands, words)| stands.then_some(words)).collect();
    said.join(words::between(lang))
}
