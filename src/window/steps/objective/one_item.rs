//! One item at a time, its questions one below the other: for narrow windows, large type, and those who like it so.

use egui::{ComboBox, Sense, Ui, vec2};

use super::cell;
use super::question::{question_text, row_line, take, unasked};
use super::sheet::{Content, Sheet, cell_field, cell_id};
use crate::text::steps_finish::objective as words;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{comment_mark, drawn, ja_label, ja_layout, name_with_comments, small_button};
use crate::window::{StepContext, Topic};

pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>) {
    let chosen = cx.page.objective.item.as_ref();
    let chosen = chosen.and_then(|id| sheet.columns.iter().position(|column| column.item.id == *id)).unwrap_or(0);
    choose_item(ui, cx, sheet, chosen);
    let Some(column) = sheet.columns.get(chosen) else { return };
    for (index, row) in sheet.rows.iter().enumerate() {
        ui.separator();
        let text = question_text(ui, row.question, ui.available_width(), sheet.lang);
        let question = ui.add(egui::Label::new(text).selectable(false).sense(Sense::CLICK));
        if question.clicked() {
            *cx.guidance = Topic::Question(row.question.id.clone());
        }
        match row.content(column, sheet.objective, sheet.lang) {
            Content::Asked => {
                let width = ui.available_width().min(360.0);
                let (_, space) = ui.allocate_space(vec2(width, cell::height(ui, &row.segments, width, sheet.lang)));
                let field = cell_field(row, column);
                let spoken = name_with_comments(cx, &field, sheet.cell_name(row, column));
                let name = || spoken.clone();
                let output =
                    cell::cell(ui, cell_id(row, column), space.min, width, &name, &row.segments, row.answer(column), sheet.lang);
                take(ui, cx, sheet, (index, chosen), output);
                comment_mark(ui, cx, &field);
            }
            other => unasked(ui, cx, &sheet.cell_name(row, column), other, sheet.lang),
        }
        row_line(ui, cx, sheet, row);
    }
    ui.separator();
    let proposal = sheet.proposal(column);
    ui.horizontal_wrapped(|ui| {
        ja_label(ui, words::proposal(sheet.lang), TextKind::Strong);
        let galley = ja_layout(ui, &proposal.level, TextKind::Strong, proposal.tone.color(palette(ui)), f32::INFINITY);
        ui.label(galley);
    });
    for line in &proposal.lines {
        ja_label(ui, line, TextKind::Body);
    }
    ui.add_space(tokens::TARGET_HEIGHT);
}

fn choose_item(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, chosen: usize) {
    let id_of = |place: usize| sheet.columns.get(place).map(|column| column.item.id.clone());
    let label = ja_label(ui, words::which_item(sheet.lang), TextKind::Strong);
    let name = sheet.columns.get(chosen).map(|column| sheet.column_name(column)).unwrap_or_default();
    let combo = ComboBox::from_id_salt("item answered").width(ui.available_width().min(420.0)).truncate();
    let response = combo.selected_text(drawn(&name)).show_ui(ui, |ui| {
        for (place, column) in sheet.columns.iter().enumerate() {
            if ui.selectable_label(place == chosen, drawn(&sheet.column_name(column))).clicked() {
                cx.page.objective.item = id_of(place);
            }
        }
    });
    response.response.labelled_by(label.id);
    ui.horizontal(|ui| {
        let before = chosen.checked_sub(1).and_then(id_of);
        if ui.add_enabled_ui(before.is_some(), |ui| small_button(ui, words::previous_item(sheet.lang))).inner.clicked() {
            cx.page.objective.item = before;
        }
        let after = id_of(chosen + 1);
        if ui.add_enabled_ui(after.is_some(), |ui| small_button(ui, words::next_item(sheet.lang))).inner.clicked() {
            cx.page.objective.item = after;
        }
        ja_label(ui, &words::place(chosen + 1, sheet.columns.len(), sheet.lang), TextKind::Small);
    });
    if let Some(column) = sheet.columns.get(chosen) {
        ja_label(ui, &sheet.facts(column), TextKind::Small);
    }
}
