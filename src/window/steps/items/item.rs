//! What is done with an item, wherever it is shown.

use egui::Id;

use crate::record::{Edit, ItemId, NewItem, Record};
use crate::text::steps_start::items as words;
use crate::window::StepContext;
use crate::window::memory::Removed;

/// Deletes items as one act.
pub(in crate::window) fn remove(cx: &mut StepContext<'_>, ids: Vec<ItemId>) {
    let removed = ids.iter().map(|id| Removed { id: id.clone(), name: name_of(cx.record, id).to_owned() }).collect();
    // The item that takes the place of the selected one is selected next.
    let selected = cx.page.items.selected.clone();
    let place = cx.record.items.iter().position(|item| Some(&item.id) == selected.as_ref()).unwrap_or_default();
    let stays = |id: &&ItemId| !ids.contains(id);
    let after = cx.record.items.iter().skip(place).map(|item| &item.id).find(stays);
    let before = cx.record.items.iter().take(place).rev().map(|item| &item.id).find(stays);
    cx.page.items.selected = after.or(before).cloned();
    cx.page.items.removed = removed;
    let mut edits: Vec<Edit> = ids.into_iter().map(Edit::RemoveItem).collect();
    match edits.pop() {
        Some(only) if edits.is_empty() => cx.edit(only),
        Some(last) => {
            edits.push(last);
            cx.edit(Edit::Together(edits));
        }
        None => {}
    }
}

pub(in crate::window) fn name_or_none<'a>(name: &'a str, cx: &StepContext<'_>) -> &'a str {
    if name.trim().is_empty() { words::unnamed(cx.lang) } else { name }
}

fn name_of<'a>(record: &'a Record, id: &ItemId) -> &'a str {
    record.item(id).map_or("", |item| item.name.as_str())
}

/// The id of the head of the row of an item.
pub(super) fn row_id(id: &ItemId) -> Id {
    Id::unique(("item row", id))
}

/// Adds an item at the end, and goes to its name.
pub(super) fn add_one(cx: &mut StepContext<'_>) {
    let id = cx.new_item_id();
    let new = NewItem { id: id.clone(), name: String::new(), description: String::new() };
    cx.edit(Edit::AddItems(vec![new]));
    cx.page.items.selected = Some(id.clone());
    cx.page.items.name_to_focus = Some(id);
}
