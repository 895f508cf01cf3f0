//! Adding items: typical ones of the chosen task, and rows of a spreadsheet.

use egui::{Frame, Id, Margin, Ui, WidgetInfo};

use crate::bounds::PASTED_TEXT;
use crate::catalogue::TypicalInformation;
use crate::import::pasted_items::{self, Leftover};
use crate::record::fold;
use crate::record::{Edit, NewItem, TaskChoice};
use crate::text::Lang;
use crate::text::steps_start::items as words;
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    ja_label, link_button, pasted_input, primary_button, secondary_button, section_heading, small_button,
};

/// How many pieces that were not understood are listed.
const LEFTOVERS_SHOWN: usize = 12;

/// Shows the typical information of the chosen task that is not in the list yet.
pub fn suggestions(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let catalogue = cx.catalogue;
    let task = match &cx.record.task {
        TaskChoice::Listed(id) => catalogue.task(id),
        _ => None,
    };
    let none_yet = cx.record.items.is_empty();
    let Some(task) = task else {
        if none_yet {
            ja_label(ui, words::suggestions_none(lang), TextKind::Small);
        }
        return;
    };
    let left: Vec<&TypicalInformation> =
        task.typical_information.iter().filter(|information| !is_there(cx, information.name.text(lang))).collect();
    if left.is_empty() {
        return;
    }
    if !none_yet && !cx.page.items.suggesting {
        if link_button(ui, &words::suggestions_left(left.len(), lang)).clicked() {
            cx.page.items.suggesting = true;
        }
        return;
    }
    framed(ui, |ui| {
        section_heading(ui, words::suggestions(lang));
        ja_label(ui, words::suggestions_lead(lang), TextKind::Small);
        let mut added: Vec<&TypicalInformation> = Vec::new();
        for information in &left {
            let name = information.name.text(lang);
            ui.horizontal_top(|ui| {
                let button = small_button(ui, words::add(lang));
                let spoken = words::add_suggestion(name, lang);
                button.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken));
                if button.clicked() {
                    added.push(*information);
                }
                ui.vertical(|ui| {
                    ja_label(ui, name, TextKind::Strong);
                    ja_label(ui, information.description.text(lang), TextKind::Small);
                });
            });
        }
        if left.len() > 1 && secondary_button(ui, words::add_all(lang)).clicked() {
            added = left.clone();
        }
        if !added.is_empty() {
            let items = added.into_iter().map(|information| NewItem {
                id: cx.new_item_id(),
                name: information.name.text(lang).to_owned(),
                description: information.description.text(lang).to_owned(),
            });
            let items: Vec<NewItem> = items.collect();
            cx.edit(Edit::AddItems(items));
        }
    });
}

fn is_there(cx: &StepContext<'_>, name: &str) -> bool {
    let name = fold(name);
    cx.record.items.iter().any(|item| fold(item.name.as_str()) == name)
}

/// The id of the box for rows of a spreadsheet.
pub fn paste_box_id() -> Id {
    Id::unique("paste box")
}

/// A box for rows of a spreadsheet, and what they are understood as before they are added.
pub fn paste_box(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    framed(ui, |ui| {
        section_heading(ui, words::paste(lang));
        ja_label(ui, words::paste_lead(lang), TextKind::Body);
        ja_label(ui, words::paste_words(lang), TextKind::Small);
        let Some(typed) = &mut cx.page.items.pasting else { return };
        pasted_input(ui, paste_box_id(), words::paste_box(lang), "", typed, 4);
        if typed.chars().count() >= PASTED_TEXT {
            ja_label(ui, &words::paste_cut(PASTED_TEXT, lang), TextKind::Warning);
        }
        let pasted = pasted_items::read(typed);
        if !pasted.rows.is_empty() {
            ja_label(ui, words::paste_result(lang), TextKind::Strong);
            ja_label(ui, &words::pasted(pasted.rows.len(), &pasted.attributes, lang), TextKind::Body);
        }
        if !pasted.leftovers.is_empty() {
            ja_label(ui, words::paste_leftovers(lang), TextKind::Warning);
            for leftover in pasted.leftovers.iter().take(LEFTOVERS_SHOWN) {
                ja_label(ui, &in_words(leftover, lang), TextKind::Body);
            }
            if let Some(more) = pasted.leftovers.len().checked_sub(LEFTOVERS_SHOWN).filter(|more| *more > 0) {
                ja_label(ui, &words::more(more, lang), TextKind::Body);
            }
        }
        ui.horizontal_wrapped(|ui| {
            if !pasted.rows.is_empty() && primary_button(ui, &words::add_pasted(pasted.rows.len(), lang)).clicked() {
                let mut first = None;
                let edit = pasted_items::as_edit(&pasted.rows, || {
                    let id = cx.new_item_id();
                    first.get_or_insert_with(|| id.clone());
                    id
                });
                cx.edit(edit);
                cx.page.items.pasting = None;
                if let Some(first) = first {
                    cx.page.items.selected = Some(first.clone());
                    cx.page.items.name_to_focus = Some(first);
                }
            }
            if secondary_button(ui, words::paste_cancel(lang)).clicked() {
                cx.page.items.pasting = None;
            }
        });
    });
}

pub(super) fn in_words(leftover: &Leftover, lang: Lang) -> String {
    match leftover {
        Leftover::UnknownColumn { column, heading } => words::unknown_column(*column, &words::excerpt(heading), lang),
        Leftover::NotAValue { row, attribute, text } => words::not_a_value(*row, *attribute, &words::excerpt(text), lang),
        Leftover::NoPlace { row, column, text } => words::no_place(*row, *column, &words::excerpt(text), lang),
        Leftover::Changed { row, attribute, changes } => words::changed(*row, *attribute, changes, lang),
        Leftover::TooManyRows { rows } => words::too_many_rows(*rows, pasted_items::MAX_ROWS, lang),
    }
}

fn framed(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    Frame::new()
        .fill(palette(ui).surface_soft)
        .stroke(palette(ui).line())
        .corner_radius(tokens::RADIUS)
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        });
    ui.add_space(8.0);
}
