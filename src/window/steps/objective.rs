//! 機密性, 完全性, 可用性: one page per objective, questions as rows and information items as columns.
//!
//! Where there is no room for a table, or when the user wants it so, one item is answered at a time.

mod block;
mod cell;
mod columns;
mod guided;
mod matrix;
mod one_item;
mod question;
mod sheet;

use egui::Ui;

use self::question::show_cell;
use self::sheet::Sheet;
use crate::catalogue::StepId;
use crate::record::Objective;
use crate::text::steps_finish::objective as words;
use crate::window::steps::guided as ways;
use crate::window::theme::TextKind;
use crate::window::widgets::{Tone, field_id, ja_label, link_button, message_text, page_heading, why_only_read};
use crate::window::{Command, StepContext};

/// Shows the step of one objective.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, step: StepId, objective: Objective) {
    if cx.record.items.is_empty() {
        page_heading(ui, words::title(objective, cx.lang), words::lead(cx.lang));
        message_text(ui, Tone::Key, words::no_items(cx.lang));
        if link_button(ui, words::go_to_items(cx.lang)).clicked() {
            cx.command(Command::JumpTo(crate::record::Field::Items));
        }
        return;
    }
    let sheet = Sheet::new(cx, objective);
    if let Some(place) = ways::place(step, cx.record, cx.catalogue, cx.judgement, &cx.page.guided) {
        guided::ui(ui, cx, &sheet, step, &place);
        return;
    }
    let has_room = ui.available_width() >= matrix::LEAST_WIDTH;
    let one_by_one = cx.page.objective.one_by_one || !has_room;
    ways::switch_line(ui, cx, |_, _| ());
    page_heading(ui, words::title(objective, cx.lang), words::lead(cx.lang));
    follow_focus(ui, cx, &sheet);
    if has_room {
        if why_only_read(ui).is_none() {
            ja_label(ui, words::keys(objective, cx.lang), TextKind::Small);
        }
        let other = if one_by_one { words::as_table(cx.lang) } else { words::one_by_one(cx.lang) };
        if link_button(ui, other).clicked() {
            cx.page.objective.one_by_one = !one_by_one;
            cx.page.objective.scroll = true;
        }
        ui.add_space(4.0);
    }
    block::ui(ui, cx, &sheet);
    if one_by_one { one_item::ui(ui, cx, &sheet) } else { matrix::ui(ui, cx, &sheet) }
}

/// Brings the cell that got the focus from elsewhere, for example by a jump, to where it can be seen. One that is to get it is laid out
/// for that.
fn follow_focus(ui: &Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>) {
    let wanted = cx.target.and_then(|field| sheet.find(field_id(field)));
    if let Some(place) = wanted.filter(|_| cx.target.map(field_id) != ui.memory(egui::Memory::focused)) {
        show_cell(ui, cx, sheet, place);
    }
    let focused = ui.memory(egui::Memory::focused);
    if focused == cx.page.objective.focused {
        return;
    }
    cx.page.objective.focused = focused;
    let Some((row, column)) = focused.and_then(|id| sheet.find(id)) else { return };
    cx.page.objective.reveal = focused;
    show_cell(ui, cx, sheet, (row, column));
}
