//! Chapter 影響度の決定: the matrix, the reasons, and the task as a whole.

use super::highest::highest;
use super::items::heading;
use super::{assessed, filled};
use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Chapter, Emphasis, Entry, Table};
use crate::judgement::{CellJudgement, Standing};
use crate::record::{Field, InformationItem, Objective, RaiseTo};
use crate::text::{Label as _, Lang, labels, marks, report as words};

/// The cells of an objective with their items, numbered.
pub(super) fn judged<'a>(
    input: &ExportInput<'a>,
    objective: Objective,
) -> impl Iterator<Item = (String, &'a InformationItem, &'a CellJudgement)> {
    all_judged(input).filter(move |(_, _, its_own, _)| *its_own == objective).map(|(name, item, _, cell)| (name, item, cell))
}

/// The items with their judged cells, numbered.
fn all_judged<'a>(input: &ExportInput<'a>) -> impl Iterator<Item = (String, &'a InformationItem, Objective, &'a CellJudgement)> {
    let lang = input.lang;
    let judgement = input.judgement;
    input.record.items.iter().enumerate().flat_map(move |(index, item)| {
        let cells = judgement.item(&item.id).into_iter().flat_map(|judged| judged.cells.iter());
        cells.map(move |(objective, cell)| (heading(index, item, lang), item, objective, cell))
    })
}

/// A decision below its proposal.
pub(super) struct Lowered<'a> {
    pub(super) name: String,
    pub(super) item: &'a InformationItem,
    pub(super) objective: Objective,
    pub(super) cell: &'a CellJudgement,
}

/// Every decision below its proposal.
pub(super) fn lowered<'a>(input: &ExportInput<'a>) -> impl Iterator<Item = Lowered<'a>> {
    let lowered = |cell: &CellJudgement| cell.standing == Standing::Lowered;
    all_judged(input).filter(move |(_, _, _, cell)| lowered(cell)).map(|(name, item, objective, cell)| Lowered {
        name,
        item,
        objective,
        cell,
    })
}

/// The whole task, in a chapter of its own.
pub(super) fn whole_chapter(input: &ExportInput<'_>) -> Chapter {
    let mut blocks = vec![Block::Table(whole(input))];
    // On the front page equal rows stand together.
    if input.record.items.len() > super::MANY_ITEMS {
        blocks.push(Block::heading(words::every_item(input.lang)));
        blocks.push(Block::Picture(super::full_picture(input)));
    }
    Chapter::new(words::whole_task(input.lang), blocks)
}

/// The cells of an objective that are wanted, a row each: answers that count, proposal, decision, reason.
pub(super) fn rows_of(
    wanted: Objective,
    input: &ExportInput<'_>,
    tells: &dyn Fn(&InformationItem, &CellJudgement) -> bool,
) -> Table {
    let lang = input.lang;
    let columns = [
        (words::information(lang), 5),
        (words::answers_that_count(lang), 6),
        (words::proposal(lang), share_of_objective(lang)),
        (words::decision(lang), 4),
        (words::reason(lang), 10),
    ];
    let mut table = Table::new("", &columns).dense_if(input.record.items.len() > super::MANY_ITEMS);
    for (name, item, cell) in judged(input, wanted) {
        if !tells(item, cell) {
            continue;
        }
        let causes = match causes(cell, input) {
            none if none.is_empty() && cell.open.is_empty() => Cell::with(words::nothing_counts(lang), Emphasis::Faint),
            some => Cell::new([some, open(cell, input)].join("\n").trim().to_owned()),
        };
        table.rows.push(vec![
            Cell::new(name),
            causes,
            assessed(cell.proposal, input),
            decision(cell, input).of(Entry::Choice(Field::Decision(item.id.clone(), wanted))),
            reason(item, wanted, cell, input),
        ]);
    }
    table
}

/// The reason of a decision: said to be missing where it is needed, and to be needed nowhere else.
fn reason(item: &InformationItem, objective: Objective, cell: &CellJudgement, input: &ExportInput<'_>) -> Cell {
    let lang = input.lang;
    let reason = &item.decisions[objective].reason;
    let shown = match cell.standing {
        Standing::ReasonMissing if reason.is_blank() => Cell::with(words::no_reason(lang), Emphasis::Open),
        _ if reason.is_blank() => Cell::with(words::no_reason_needed(lang), Emphasis::Faint),
        _ => Cell::new(reason.as_str()),
    };
    shown.of(Entry::Text(Field::Reason(item.id.clone(), objective)))
}

/// The answers that keep a proposal open, a line each.
fn open(cell: &CellJudgement, input: &ExportInput<'_>) -> String {
    let lang = input.lang;
    let name = |id| crate::text::question_name(id, input.catalogue, lang);
    let lines = cell.open.iter().map(|id| words::labelled(&name(id), words::keeps_open(lang), lang));
    lines.collect::<Vec<_>>().join("\n")
}

/// Every cell whose decision has this standing.
pub(super) fn standing(standing: Standing, input: &ExportInput<'_>) -> Table {
    rows(input, &|_, _, cell| cell.standing == standing)
}

/// The words are much longer in English, and one that is cut or runs into the next column is hard to read.
const fn share_of_objective(lang: Lang) -> u8 {
    match lang {
        Lang::Ja => 2,
        Lang::En => 4,
    }
}

/// The cells that are wanted, a row each: proposal with its causes, decision, reason.
fn rows(input: &ExportInput<'_>, wanted: &dyn Fn(&InformationItem, Objective, &CellJudgement) -> bool) -> Table {
    let lang = input.lang;
    let columns = [
        (words::information(lang), 4),
        (words::objective(lang), share_of_objective(lang)),
        (words::proposal(lang), 4),
        (words::decision(lang), 3),
        (words::reason(lang), 6),
    ];
    let mut table = Table::new("", &columns);
    for (name, item, objective, cell) in all_judged(input) {
        if !wanted(item, objective, cell) {
            continue;
        }
        table.rows.push(vec![
            Cell::new(name),
            Cell::new(objective.label(lang)),
            assessed(cell.proposal, input).detail(causes(cell, input)),
            decision(cell, input).of(Entry::Choice(Field::Decision(item.id.clone(), objective))),
            reason(item, objective, cell, input),
        ]);
    }
    table
}

/// The decisions as they are entered on 影響度評価シート: every cell of every item, and the task as a whole.
pub(super) fn sheet(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let mut blocks = Vec::new();
    if input.record.items.is_empty() {
        blocks.push(Block::paragraph(words::no_items(lang)));
    } else {
        blocks.push(Block::Table(rows(input, &|_, _, _| true).dense_if(input.record.items.len() > super::MANY_ITEMS)));
        blocks.push(Block::note(words::lowered_explained(lang)));
    }
    blocks.push(Block::heading(words::whole(lang)));
    blocks.push(Block::Table(whole(input)));
    Chapter::new(words::decisions(lang), blocks)
}

/// The decisions on one item.
pub(super) fn of_item(wanted: &InformationItem, input: &ExportInput<'_>) -> Table {
    rows(input, &|item, _, _| item.id == wanted.id)
}

/// The answers behind a proposal, a line for each thing they do: 提案を中位以上にする：C7 業務の目的.
fn causes(cell: &CellJudgement, input: &ExportInput<'_>) -> String {
    let lang = input.lang;
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for cause in &cell.causes {
        let effect = words::cause(&cause.effect, input.catalogue, lang);
        let name = crate::text::question_name(&cause.question, input.catalogue, lang);
        match lines.iter_mut().find(|(other, _)| *other == effect) {
            Some((_, names)) => names.push(name),
            None => lines.push((effect, vec![name])),
        }
    }
    let said = lines.into_iter().map(|(effect, names)| words::labelled(&effect, &names.join(marks::comma(lang)), lang));
    said.collect::<Vec<_>>().join("\n")
}

fn decision(cell: &CellJudgement, input: &ExportInput<'_>) -> Cell {
    let lang = input.lang;
    let emphasis = match cell.standing {
        Standing::Lowered => Emphasis::Lowered,
        _ if cell.standing.stands() => Emphasis::Strong,
        _ => Emphasis::Open,
    };
    match cell.decided {
        None => Cell::with(Standing::NotDecided.label(lang), Emphasis::Open),
        Some(level) => {
            let level = labels::level(level, input.catalogue, lang);
            Cell::with(words::with_note(&level, cell.standing.label(lang), lang), emphasis)
        }
    }
}

/// Each objective: the highest of the items, a raise for the task as a whole, and what comes of both.
fn whole(input: &ExportInput<'_>) -> Table {
    let lang = input.lang;
    let columns = [
        (words::objective(lang), share_of_objective(lang)),
        (words::highest_of_items(lang), 3),
        (words::raise(lang), 3),
        (words::reason(lang), 5),
        (words::result(lang), 3),
    ];
    let mut table = Table::new("", &columns);
    for (objective, result) in input.judgement.objectives.iter() {
        let raise = &input.record.raises[objective];
        let (raised, reason) = match raise.to {
            RaiseTo::NotRaised if raise.reason.is_blank() => (words::not_raised(lang).to_owned(), Cell::new("")),
            RaiseTo::NotRaised => (words::not_raised(lang).to_owned(), Cell::new(raise.reason.as_str())),
            RaiseTo::Level(level) => {
                let reason = filled(&raise.reason, &Field::RaiseReason(objective), input);
                (labels::level(level, input.catalogue, lang), reason)
            }
        };
        table.rows.push(vec![
            Cell::new(objective.label(lang)),
            assessed(highest(objective, input), input),
            Cell::new(raised).of(Entry::Choice(Field::Raise(objective))),
            reason.of(Entry::Text(Field::RaiseReason(objective))),
            assessed(*result, input),
        ]);
    }
    let overall = assessed(input.judgement.overall, input);
    let blank = || Cell::new("");
    table.rows.push(vec![Cell::with(words::overall(lang), Emphasis::Strong), blank(), blank(), blank(), overall]);
    table
}
