//! The keyboard in the table: to the next cell and the next item, beside and below, filling down, pasting a block.

use egui::{Event, EventFilter, Key, Modifiers, Response, Ui};

use super::choice::options;
use super::item::{add_one, row_id};
use super::{block, choice};
use crate::record::{Edit, Field, InformationItem, ItemField, ItemFieldKind};
use crate::window::StepContext;
use crate::window::widgets::{field_id, why_only_read};

/// What is pressed while the focus is in a cell, before the cell hears of it.
pub(super) fn of_cell(ui: &Ui, cx: &mut StepContext<'_>, fields: &[ItemField], at: (usize, usize)) {
    let Some((item, field)) = cx.record.items.get(at.0).zip(fields.get(at.1).copied()) else { return };
    if cx.drafts.is_composing() {
        return;
    }
    let may_change = why_only_read(ui).is_none() && cx.outside.looked_at.is_none();
    let is_text = field.kind() == ItemFieldKind::Text;
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if may_change && moves(cx, item, &pressed) {
        cx.page.items.reveal = Some(item.id.clone());
        return;
    }
    if may_change && pressed(Modifiers::COMMAND, Key::D) {
        fill_down(cx, field, at.0);
    }
    if may_change && let Some(text) = pasted(ui, is_text) {
        block::take(cx, &text, fields, at);
    }
    if pressed(Modifiers::NONE, Key::Enter) {
        return next(ui, cx, fields, at, may_change);
    }
    let (row, column) = at;
    let beside = [
        (Key::ArrowDown, row.checked_add(1), Some(column)),
        (Key::ArrowUp, row.checked_sub(1), Some(column)),
        (Key::ArrowRight, Some(row), column.checked_add(1)),
        (Key::ArrowLeft, Some(row), column.checked_sub(1)),
    ];
    for (key, row, column) in beside {
        // Within a text these go from letter to letter.
        let is_of_text = is_text && may_change && matches!(key, Key::ArrowLeft | Key::ArrowRight);
        if !is_of_text && pressed(Modifiers::NONE, key) {
            if let Some((row, column)) = row.zip(column) {
                go(ui, cx, fields, (row, column));
            }
            return;
        }
    }
}

/// What is pressed on the head of a row: the arrows select the neighbour.
pub(super) fn of_row(ui: &Ui, cx: &mut StepContext<'_>, response: &Response, index: usize) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter { vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let Some(item) = cx.record.items.get(index) else { return };
    if why_only_read(ui).is_none() && moves(cx, item, &pressed) {
        return;
    }
    let neighbour = if pressed(Modifiers::NONE, Key::ArrowDown) {
        index.checked_add(1)
    } else if pressed(Modifiers::NONE, Key::ArrowUp) {
        index.checked_sub(1)
    } else {
        None
    };
    if let Some(item) = neighbour.and_then(|index| cx.record.items.get(index)) {
        ui.memory_mut(|memory| memory.request_focus(row_id(&item.id)));
        cx.page.items.selected = Some(item.id.clone());
    }
}

/// Alt with an arrow moves the item.
fn moves(cx: &mut StepContext<'_>, item: &InformationItem, pressed: &impl Fn(Modifiers, Key) -> bool) -> bool {
    for (key, places) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
        if pressed(Modifiers::ALT, key) {
            cx.edit(Edit::MoveItem(item.id.clone(), places));
            return true;
        }
    }
    false
}

/// On to the next cell, from the last of a row to the first of the next row, and from the last of all to a new item.
fn next(ui: &Ui, cx: &mut StepContext<'_>, fields: &[ItemField], (row, column): (usize, usize), may_change: bool) {
    let (last_row, last_column) = (cx.record.items.len().saturating_sub(1), fields.len().saturating_sub(1));
    let is_named = cx.record.items.last().is_some_and(|item| !item.name.is_blank());
    match (row == last_row, column == last_column) {
        (_, false) => go(ui, cx, fields, (row, column + 1)),
        (false, true) => go(ui, cx, fields, (row + 1, 0)),
        (true, true) if may_change && is_named => add_one(cx),
        // Another row without a name would help nobody.
        (true, true) => go(ui, cx, fields, (row, 0)),
    }
}

fn go(ui: &Ui, cx: &mut StepContext<'_>, fields: &[ItemField], (row, column): (usize, usize)) {
    let Some((item, field)) = cx.record.items.get(row).zip(fields.get(column)) else { return };
    ui.memory_mut(|memory| memory.request_focus(field_id(&Field::Item(item.id.clone(), *field))));
    cx.page.items.reveal = Some(item.id.clone());
    cx.page.items.selected = Some(item.id.clone());
    ui.ctx().request_repaint();
}

/// Gives what stands in a cell to the cells below it in which nothing stands. Each item has a name of its own.
fn fill_down(cx: &mut StepContext<'_>, field: ItemField, row: usize) {
    let Some(item) = cx.record.items.get(row).filter(|_| field != ItemField::Name) else { return };
    let below = cx.record.items.iter().skip(row + 1).filter(|item| choice::in_words(item, field, cx.lang).is_empty());
    let ids: Vec<_> = below.map(|item| item.id.clone()).collect();
    if ids.is_empty() {
        return;
    }
    let options = options(field, cx.lang);
    let edits = match (item.text(field), options.chosen(item)) {
        (Some(text), _) if !text.trim().is_empty() => {
            let set = |id| Edit::SetText { field: Field::Item(id, field), text: text.to_owned() };
            ids.into_iter().map(set).collect()
        }
        (None, Some(place)) => options.edit(ids, Some(place)).into_iter().collect(),
        _ => Vec::new(),
    };
    if !edits.is_empty() {
        cx.edit(Edit::Together(edits));
    }
}

/// What is pasted, if it is for more than the text of the cell.
fn pasted(ui: &Ui, is_text: bool) -> Option<String> {
    ui.input_mut(|input| {
        let is_block = |text: &str| !is_text || text.trim_end_matches(['\r', '\n']).contains(['\t', '\n']);
        let at = input.events.iter().position(|event| matches!(event, Event::Paste(text) if is_block(text)))?;
        match input.events.remove(at) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    })
}
