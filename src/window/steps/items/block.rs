//! A block of a spreadsheet that is pasted into the table: into the cells from one on, and into new rows below.

use egui::Ui;

use super::add::in_words;
use super::choice;
use super::item::name_or_none;
use crate::import::pasted_items::{self, PastedRow};
use crate::record::{Edit, ItemField, ItemId, Objective};
use crate::text::steps_finish::{guided as words, objective as objective_words};
use crate::text::steps_start::items as item_words;
use crate::text::{Label as _, Lang, labels};
use crate::window::StepContext;
use crate::window::memory::{ItemChange, ItemsBlock};
use crate::window::theme::TextKind;
use crate::window::widgets::{ja_label, primary_button, secondary_button, section_heading};

/// How many changes, and how many pieces that were not understood, are named before the rest is only counted.
const NAMED: usize = 8;

/// Reads a block, and takes it at once where nothing is replaced or left out; else it is shown first.
pub(super) fn take(cx: &mut StepContext<'_>, text: &str, fields: &[ItemField], (row, column): (usize, usize)) {
    let columns = fields.get(column..).unwrap_or_default();
    let pasted = pasted_items::read_into(text, columns);
    let (record, lang) = (cx.record, cx.lang);
    let mut block = ItemsBlock { leftovers: pasted.leftovers, ..ItemsBlock::default() };
    for (place, pasted) in pasted.rows.into_iter().enumerate() {
        let Some(item) = row.checked_add(place).and_then(|row| record.items.get(row)) else {
            if pasted != PastedRow::default() {
                block.added.push(pasted);
            }
            continue;
        };
        for (attribute, edit) in pasted.edits_of(&item.id) {
            let stands = choice::in_words(item, attribute, lang);
            if stands != said_by(&edit, lang) {
                let replaces = !stands.trim().is_empty();
                block.changes.push(ItemChange { item: item.id.clone(), attribute, edit, replaces });
            }
        }
    }
    let is_harmless = block.leftovers.is_empty() && block.replaced() == 0;
    if is_harmless {
        carry_out(cx, &block, true);
    } else {
        cx.page.items.block = Some(block);
    }
}

/// What a change of an attribute says, in words.
fn said_by(edit: &Edit, lang: Lang) -> String {
    match edit {
        Edit::SetText { text, .. } => text.clone(),
        Edit::GradeConfidentiality(_, grade) => grade.label(lang).to_owned(),
        Edit::GradeIntegrity(_, grade) => labels::grade(*grade, Objective::Integrity, lang),
        Edit::GradeAvailability(_, grade) => labels::grade(*grade, Objective::Availability, lang),
        Edit::CountPersons(_, count) => count.label(lang).to_owned(),
        Edit::PlanPublication(_, plan) => plan.label(lang).to_owned(),
        _ => String::new(),
    }
}

/// Makes the changes as one act; with `all` also where something is replaced.
fn carry_out(cx: &mut StepContext<'_>, block: &ItemsBlock, all: bool) {
    let changes = block.changes.iter().filter(|change| all || !change.replaces);
    let mut edits: Vec<Edit> = changes.map(|change| change.edit.clone()).collect();
    if !block.added.is_empty() {
        edits.push(pasted_items::as_edit(&block.added, || cx.new_item_id()));
    }
    if !edits.is_empty() {
        cx.edit(Edit::Together(edits));
    }
}

impl ItemsBlock {
    fn replaced(&self) -> usize {
        self.changes.iter().filter(|change| change.replaces).count()
    }
}

/// What the block would do, and the acts.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let Some(block) = cx.page.items.block.clone() else { return };
    section_heading(ui, words::pasted_block(lang));
    let replaced = block.replaced();
    let free = block.changes.len() - replaced;
    ja_label(ui, &item_words::block(free, replaced, block.added.len(), lang), TextKind::Body);
    for change in block.changes.iter().filter(|change| change.replaces).take(NAMED) {
        ja_label(ui, &told(cx, &change.item, change, lang), TextKind::Small);
    }
    if let Some(more) = replaced.checked_sub(NAMED + 1) {
        ja_label(ui, &objective_words::and_more(more + 1, lang), TextKind::Small);
    }
    if !block.leftovers.is_empty() {
        ja_label(ui, item_words::paste_leftovers(lang), TextKind::Warning);
        for leftover in block.leftovers.iter().take(NAMED) {
            ja_label(ui, &in_words(leftover, lang), TextKind::Body);
        }
        if let Some(more) = block.leftovers.len().checked_sub(NAMED + 1) {
            ja_label(ui, &item_words::more(more + 1, lang), TextKind::Body);
        }
    }
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        let has_any = !block.changes.is_empty() || !block.added.is_empty();
        let all = if replaced > 0 { words::replace_all(lang) } else { words::take_block(lang) };
        if has_any && primary_button(ui, all).clicked() {
            carry_out(cx, &block, true);
            done = true;
        }
        let has_free = free > 0 || !block.added.is_empty();
        if replaced > 0 && has_free && secondary_button(ui, words::only_free(lang)).clicked() {
            carry_out(cx, &block, false);
            done = true;
        }
        done |= secondary_button(ui, words::leave_it(lang)).clicked();
    });
    if done {
        cx.page.items.block = None;
    }
}

/// 「議事録」の機密性の格付：機密性2 → 機密性3
fn told(cx: &StepContext<'_>, item: &ItemId, change: &ItemChange, lang: Lang) -> String {
    let Some(item) = cx.record.item(item) else { return String::new() };
    let name = item_words::attribute_of(change.attribute, name_or_none(item.name.as_str(), cx), lang);
    words::changed(&name, &choice::in_words(item, change.attribute, lang), &said_by(&change.edit, lang), lang)
}
