//! Chapter 影響度の決定: the matrix, the reasons, and the task as a whole.

use super::items::heading;
use super::{assessed, filled};
use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Chapter, Emphasis, Entry, Table};
use crate::judgement::{CellJudgement, Standing};
use crate::record::{Assessment, Field, InformationItem, Objective, RaiseTo};
use crate::text::{Label as _, Lang, labels, report as words};

/// What was decided, and why.
pub(super) fn decisions(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let mut blocks = Vec::new();
    if input.record.items.is_empty() {
        blocks.push(Block::paragraph(words::no_items(lang)));
    } else {
        blocks.push(Block::Table(matrix(input)));
        blocks.push(Block::note(words::lowered_explained(lang)));
    }
    blocks.push(Block::heading(words::reasons(lang)));
    let reasons = reasons(input);
    blocks.push(if reasons.rows.is_empty() { Block::paragraph(words::no_reasons(lang)) } else { Block::Table(reasons) });
    blocks.push(Block::heading(words::whole(lang)));
    blocks.push(Block::Table(whole(input)));
    Chapter::new(words::decisions(lang), blocks)
}

/// The items with their judged cells, numbered.
fn judged<'a>(input: &ExportInput<'a>) -> impl Iterator<Item = (String, &'a InformationItem, Objective, &'a CellJudgement)> {
    let lang = input.lang;
    let judgement = input.judgement;
    input.record.items.iter().enumerate().flat_map(move |(index, item)| {
        let cells = judgement.item(&item.id).into_iter().flat_map(|judged| judged.cells.iter());
        cells.map(move |(objective, cell)| (heading(index, item, lang), item, objective, cell))
    })
}

fn matrix(input: &ExportInput<'_>) -> Table {
    let lang = input.lang;
    let mut columns = vec![(words::information(lang), 5)];
    columns.extend(Objective::ALL.map(|objective| (objective.label(lang), 3)));
    let mut table = Table::new("", &columns);
    for (name, item, objective, cell) in judged(input) {
        if objective == Objective::Confidentiality {
            table.rows.push(vec![Cell::new(name)]);
        }
        if let Some(row) = table.rows.last_mut() {
            row.push(matrix_cell(cell, input).of(Entry::Choice(Field::Decision(item.id.clone(), objective))));
        }
    }
    table
}

fn matrix_cell(cell: &CellJudgement, input: &ExportInput<'_>) -> Cell {
    let lang = input.lang;
    let level = labels::assessment(cell.effective, input.catalogue, lang);
    let (text, emphasis) = match cell.standing {
        Standing::Lowered => (words::with_note(&level, Standing::Lowered.label(lang), lang), Emphasis::Lowered),
        Standing::Raised => (words::with_note(&level, Standing::Raised.label(lang), lang), Emphasis::Strong),
        _ if cell.effective.is_assessed() => (level, Emphasis::Strong),
        _ => (level, Emphasis::Open),
    };
    let proposal = labels::assessment(cell.proposal, input.catalogue, lang);
    let decided = cell.decided.map(|level| labels::level(level, input.catalogue, lang));
    let decision = match decided {
        None => Standing::NotDecided.label(lang).to_owned(),
        Some(level) if cell.standing.stands() => level,
        Some(level) => words::with_note(&level, cell.standing.label(lang), lang),
    };
    Cell::with(text, emphasis).detail(format!(
        "{}\n{}",
        words::labelled(words::proposal(lang), &proposal, lang),
        words::labelled(words::decision(lang), &decision, lang)
    ))
}

/// Every cell whose decision has a reason or lacks one.
fn reasons(input: &ExportInput<'_>) -> Table {
    rows(input, &|item, objective, cell| {
        let asked =
            matches!(cell.standing, Standing::ReasonMissing | Standing::Lowered | Standing::Explained | Standing::Reopened);
        asked || !item.decisions[objective].reason.is_blank()
    })
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
    for (name, item, objective, cell) in judged(input) {
        if !wanted(item, objective, cell) {
            continue;
        }
        let reason = &item.decisions[objective].reason;
        let reason = match cell.standing {
            Standing::ReasonMissing if reason.is_blank() => Cell::with(words::no_reason(lang), Emphasis::Open),
            _ => filled(reason, lang),
        };
        table.rows.push(vec![
            Cell::new(name),
            Cell::new(objective.label(lang)),
            assessed(cell.proposal, input).detail(causes(cell, input)),
            decision(cell, input).of(Entry::Choice(Field::Decision(item.id.clone(), objective))),
            reason.of(Entry::Text(Field::Reason(item.id.clone(), objective))),
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
        blocks.push(Block::Table(rows(input, &|_, _, _| true)));
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

/// The answers behind a proposal, a line each: C7 業務の目的：提案を中位以上にする.
fn causes(cell: &CellJudgement, input: &ExportInput<'_>) -> String {
    let lang = input.lang;
    let line = |cause: &crate::judgement::Cause| {
        let short = input.catalogue.question(&cause.question).map_or("", |question| question.short.text(lang));
        let name = format!("{} {short}", cause.question);
        words::labelled(name.trim_end(), &words::cause(&cause.effect, input.catalogue, lang), lang)
    };
    cell.causes.iter().map(line).collect::<Vec<_>>().join("\n")
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
            RaiseTo::NotRaised => (words::not_raised(lang).to_owned(), filled(&raise.reason, lang)),
            RaiseTo::Level(level) => (labels::level(level, input.catalogue, lang), filled(&raise.reason, lang)),
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

/// The highest of the items.
pub(super) fn highest(objective: Objective, input: &ExportInput<'_>) -> Assessment {
    let cells = input.judgement.items.iter().map(|item| item.cells[objective].effective);
    cells.reduce(Assessment::join).unwrap_or(Assessment::UNKNOWN)
}
