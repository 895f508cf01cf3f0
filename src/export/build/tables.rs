//! Tables that are exported alone.

use super::items::facts;
use crate::export::ExportInput;
use crate::export::report::{Cell, Column, Emphasis, Table};
use crate::judgement::Concern;
use crate::record::{ItemField, Objective};
use crate::text::{self, Label as _, Lang, labels, report as words};

/// The information items, a row each: what was entered, then proposal, decision, result and reason for each objective.
pub(in crate::export) fn items_table(input: &ExportInput<'_>) -> Table {
    let lang = input.lang;
    let mut titles = vec![words::id(lang).to_owned()];
    titles.extend(ItemField::ALL.map(|field| field.label(lang).to_owned()));
    for objective in Objective::ALL {
        let aspects = [words::proposal(lang), words::decision(lang), words::result(lang), words::reason(lang)];
        titles.extend(aspects.map(|aspect| words::labelled(objective.label(lang), aspect, lang)));
    }
    let columns: Vec<(&str, u8)> = titles.iter().map(|title| (title.as_str(), 1)).collect();
    let mut table = Table::new(words::items(lang), &columns);
    for item in &input.record.items {
        let Some(judged) = input.judgement.item(&item.id) else { continue };
        let mut row = vec![Cell::new(item.id.as_str())];
        row.extend(facts(item, input).into_iter().map(|fact| if_filled(fact.value, lang)));
        for (objective, cell) in judged.cells.iter() {
            let decision = cell.decided.map_or_else(
                || cell.standing.label(lang).to_owned(),
                |level| words::with_note(&labels::level(level, input.catalogue, lang), cell.standing.label(lang), lang),
            );
            row.push(Cell::new(labels::assessment(cell.proposal, input.catalogue, lang)));
            row.push(Cell::new(decision));
            row.push(Cell::new(labels::assessment(cell.effective, input.catalogue, lang)));
            let reason = &item.decisions[objective].reason;
            row.push(Cell::new(if reason.is_blank() { words::empty(lang) } else { reason.as_str() }));
        }
        table.rows.push(row);
    }
    table
}

/// As data every blank says the same, whether something must stand there or not: whatever reads it was told so.
fn if_filled(cell: Cell, lang: Lang) -> Cell {
    if cell.emphasis == Emphasis::Faint { Cell::new(words::empty(lang)) } else { cell }
}

/// The findings for other programs: the same rows, and what kind each is in a column of its own.
pub(in crate::export) fn findings_data(input: &ExportInput<'_>) -> Table {
    let mut table = findings_table(input);
    table.columns.push(Column { title: words::finding_kind(input.lang).to_owned(), share: 1 });
    for (row, finding) in table.rows.iter_mut().zip(&input.judgement.findings) {
        row.push(Cell::new(finding.kind.id()));
    }
    table
}

/// The findings, a row each.
pub(in crate::export) fn findings_table(input: &ExportInput<'_>) -> Table {
    let lang = input.lang;
    let columns =
        [(words::severity(lang), 2), (words::finding(lang), 7), (words::place_of_finding(lang), 4), (words::action(lang), 6)];
    let mut table = Table::new("", &columns);
    for finding in &input.judgement.findings {
        let message = text::finding_message(finding, input.record, input.catalogue, lang);
        let concern = finding.concern();
        let emphasis = match concern {
            Concern::Error => Emphasis::Bad,
            Concern::ToDo | Concern::Warning => Emphasis::Strong,
            Concern::Note => Emphasis::Plain,
        };
        table.rows.push(vec![
            Cell::with(concern.label(lang), emphasis),
            Cell::new(message.what),
            Cell::new(text::field_name(&finding.field, input.record, input.catalogue, lang)),
            Cell::new(message.action),
        ]);
    }
    table
}
