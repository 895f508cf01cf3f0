//! 取り扱う情報: the information items, one selected and shown in full, several changed at once where that is wanted.

mod add;
mod block;
mod bulk;
mod choice;
mod columns;
mod details;
mod item;
mod keys;
mod table;

use std::collections::BTreeSet;

use egui::Ui;

use self::item::name_or_none;
use crate::record::{Field, ItemField, ItemId};
use crate::text::steps_start::items as words;
use crate::window::theme::TextKind;
use crate::window::widgets::{
    FocusGuide, Tone, field_id, findings_of, forward_focus, ja_label, link_button, message_text, page_heading, secondary_button,
};
use crate::window::{Command, StepContext};

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, words::title(lang), words::lead(lang));
    follow_focus(ui, cx);
    keep_selection(cx);
    toolbar(ui, cx);
    if cx.page.items.pasting.is_some() {
        add::paste_box(ui, cx);
    }
    add::suggestions(ui, cx);
    removed(ui, cx);
    findings_of(ui, cx, &Field::Items);
    if cx.record.items.is_empty() {
        message_text(ui, Tone::Key, words::empty(lang));
        return;
    }
    let in_table = table::ui(ui, cx);
    table::hint(ui, cx);
    block::ui(ui, cx);
    bulk::ui(ui, cx);
    details::ui(ui, cx, &in_table);
}

/// Selects the item to which a jump leads.
fn follow_focus(ui: &Ui, cx: &mut StepContext<'_>) {
    let focused = ui.memory(|memory| memory.focused());
    if focused == cx.page.items.focused {
        return;
    }
    cx.page.items.focused = focused;
    let Some(focused) = focused else { return };
    let stands_for = |id: &ItemId| ItemField::ALL.into_iter().any(|part| field_id(&Field::Item(id.clone(), part)) == focused);
    if let Some(item) = cx.record.items.iter().find(|item| stands_for(&item.id)) {
        cx.page.items.selected = Some(item.id.clone());
        cx.page.items.reveal = Some(item.id.clone());
        cx.page.items.showing = table::PATIENCE;
    }
}

/// Forgets items that are gone, and selects the first where none is selected.
fn keep_selection(cx: &mut StepContext<'_>) {
    let (record, page) = (cx.record, &mut cx.page.items);
    page.marked.retain(|id| record.item(id).is_some());
    page.removed.retain(|removed| record.item(&removed.id).is_none());
    let there = page.selected.as_ref().is_some_and(|id| record.item(id).is_some());
    if !there && page.name_to_focus.is_none() {
        page.selected = record.items.first().map(|item| item.id.clone());
    }
}

fn toolbar(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    ui.horizontal_wrapped(|ui| {
        let add = secondary_button(ui, words::add_one(lang));
        forward_focus(ui, field_id(&Field::Items), add.id);
        if add.clicked() {
            item::add_one(cx);
        }
        if secondary_button(ui, words::paste(lang)).clicked() {
            let pasting = &mut cx.page.items.pasting;
            *pasting = if pasting.is_some() { None } else { Some(String::new()) };
            if pasting.is_some() {
                ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want_shown(add::paste_box_id()));
            }
        }
        ja_label(ui, &words::count(cx.record.items.len(), lang), TextKind::Small);
        select_all(ui, cx);
    });
    ui.add_space(4.0);
}

fn select_all(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let all = cx.page.items.marked.len() == cx.record.items.len();
    let text = if all { words::select_none(cx.lang) } else { words::select_all(cx.lang) };
    if cx.record.items.len() > 1 && link_button(ui, text).clicked() {
        cx.page.items.marked = if all { BTreeSet::new() } else { cx.record.items.iter().map(|item| item.id.clone()).collect() };
    }
}

/// Says what was deleted, and offers it back.
fn removed(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let said = match cx.page.items.removed.as_slice() {
        [] => return,
        [one] => words::removed(name_or_none(&one.name, cx), cx.lang),
        many => words::removed_many(many.len(), cx.lang),
    };
    ui.horizontal_wrapped(|ui| {
        ja_label(ui, &said, TextKind::Body);
        if link_button(ui, words::undo(cx.lang)).clicked() {
            cx.command(Command::Undo);
        }
    });
}
