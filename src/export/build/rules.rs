//! What is printed where a record is judged by another catalogue than its own: that it is so, and what its approval states.

use super::{assessed, condition};
use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Emphasis, Fact, Table};
use crate::record::{Objective, Stated};
use crate::text::{self, Label as _, report as report_words, rules as words};

/// That the catalogue of the record is not at hand, and what came out under it as far as that is known.
pub(super) fn notices(input: &ExportInput<'_>) -> Vec<String> {
    let (lang, record, used) = (input.lang, input.record, input.catalogue.pin());
    if used == record.catalogue {
        return Vec::new();
    }
    let mut notices = vec![words::not_at_hand(&record.catalogue, &used, lang)];
    match &record.approval.stated {
        Some(stated) => notices.push(words::stated_outcome(stated, lang)),
        None if record.was_approved() => notices.push(words::nothing_known(lang).to_owned()),
        None => {}
    }
    notices
}

/// What the approval states, item by item; nothing where the record is judged by its own catalogue.
pub(super) fn stated(input: &ExportInput<'_>) -> Vec<Block> {
    let (lang, record) = (input.lang, input.record);
    let Some(stated) = record.approval.stated.as_deref().filter(|_| input.catalogue.pin() != record.catalogue) else {
        return Vec::new();
    };
    let mut blocks = vec![
        Block::heading(words::as_stated(lang)),
        Block::note(words::as_stated_note(lang)),
        Block::Facts { facts: facts(stated, input) },
    ];
    if record.changed_since_approval() {
        blocks.push(Block::note(words::as_stated_changed(lang)));
    }
    let mut columns = vec![(report_words::items(lang), 4)];
    columns.extend(Objective::ALL.map(|objective| (objective.label(lang), 2)));
    let mut table = Table::new("", &columns);
    for item in &stated.items {
        let mut row = vec![Cell::with(text::item_name(&item.id, record, lang), Emphasis::Strong)];
        row.extend(Objective::ALL.map(|objective| assessed(item.levels[objective], input)));
        table.rows.push(row);
    }
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks
}

fn facts(stated: &Stated, input: &ExportInput<'_>) -> Vec<Fact> {
    let lang = input.lang;
    let mut facts = vec![
        Fact::new(words::old(lang), Cell::new(text::command_line::pin(&stated.catalogue))),
        Fact::new(report_words::outcome(lang), Cell::with(stated.outcome.label(lang), Emphasis::Strong)),
        Fact::new(report_words::condition_listed(lang), condition(stated.condition_listed, lang)),
        Fact::new(report_words::condition_low(lang), condition(stated.condition_low, lang)),
    ];
    facts.extend(Objective::ALL.map(|objective| Fact::new(objective.label(lang), assessed(stated.objectives[objective], input))));
    facts
}
