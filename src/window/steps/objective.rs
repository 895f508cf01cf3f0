//! 機密性, 完全性, 可用性: one page per objective, questions as rows and information items as columns.
//!
//! Where there is no room for a table, or when the user wants it so, one item is answered at a time.

mod cell;
mod matrix;
mod one_item;
mod sheet;

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Galley, Id, Ui};

use self::sheet::{Content, Row, Sheet};
use crate::catalogue::Question;
use crate::record::{Edit, ItemId, Objective};
use crate::text::Lang;
use crate::text::steps_finish::objective as words;
use crate::window::theme::{TextKind, tokens};
use crate::window::widgets::{Tone, ja_label, layout_ja, link_button, message_text, page_heading, why_only_read};
use crate::window::{Command, StepContext, Topic};

/// What the three pages remember.
#[derive(Debug, Default)]
pub struct Page {
    /// One item at a time although there is room for the table.
    one_by_one: bool,
    /// The item that is answered when it is one at a time.
    item: Option<ItemId>,
    /// How far the table is scrolled to the right, in points. The three pages share it, so that the same items stay in view.
    offset: f32,
    /// How wide the scrolled part of the table is, in points.
    room: f32,
    /// The table is to be scrolled to `offset`.
    scroll: bool,
    /// The page on which `offset` was last in effect.
    shown: Option<Objective>,
    /// The widget that had the focus in the last frame.
    focused: Option<Id>,
    /// The cell that is to be scrolled to once it is laid out.
    reveal: Option<Id>,
}

/// Shows the step of one objective.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, objective: Objective) {
    page_heading(ui, words::title(objective, cx.lang), words::lead(cx.lang));
    if cx.record.items.is_empty() {
        message_text(ui, Tone::Key, words::no_items(cx.lang));
        if link_button(ui, words::go_to_items(cx.lang)).clicked() {
            cx.command(Command::JumpTo(crate::record::Field::Items));
        }
        return;
    }
    let sheet = Sheet::new(cx, objective);
    follow_focus(ui, cx, &sheet);
    let has_room = ui.available_width() >= matrix::LEAST_WIDTH;
    let one_by_one = cx.page.objective.one_by_one || !has_room;
    ui.horizontal_wrapped(|ui| {
        if why_only_read(ui).is_none() {
            ja_label(ui, words::keys(objective, cx.lang), TextKind::Small);
        }
        if has_room {
            let other = if one_by_one { words::as_table(cx.lang) } else { words::one_by_one(cx.lang) };
            if link_button(ui, other).clicked() {
                cx.page.objective.one_by_one = !one_by_one;
                cx.page.objective.scroll = true;
            }
        }
    });
    ui.add_space(4.0);
    if one_by_one { one_item::ui(ui, cx, &sheet) } else { matrix::ui(ui, cx, &sheet) }
}

/// Brings the cell that got the focus from elsewhere, for example by a jump, to where it can be seen.
fn follow_focus(ui: &Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>) {
    let focused = ui.memory(egui::Memory::focused);
    if focused == cx.page.objective.focused {
        return;
    }
    cx.page.objective.focused = focused;
    let Some((row, column)) = focused.and_then(|id| sheet.find(id)) else { return };
    cx.page.objective.reveal = focused;
    show_cell(ui, cx, sheet, (row, column));
}

/// Makes sure that a cell is laid out in the next frame, and sets the guidance to its question.
fn show_cell(ui: &Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, (row, column): (usize, usize)) {
    if let Some(row) = sheet.rows.get(row) {
        *cx.guidance = Topic::Question(row.question.id.clone());
    }
    if let Some(shown) = sheet.columns.get(column) {
        cx.page.objective.item = Some(shown.item.id.clone());
        matrix::scroll_to(&mut cx.page.objective, sheet, column);
        ui.ctx().request_repaint();
    }
}

/// Moves the focus from one cell to the next that is asked in a direction.
fn go(ui: &Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, from: (usize, usize), direction: (isize, isize)) {
    let Some((row, column)) = sheet.next_asked(from, direction) else { return };
    let (Some(row_shown), Some(column_shown)) = (sheet.rows.get(row), sheet.columns.get(column)) else { return };
    let id = sheet::cell_id(row_shown, column_shown);
    ui.memory_mut(|memory| memory.request_focus(id));
    show_cell(ui, cx, sheet, (row, column));
}

/// Carries out what was done in a cell.
fn take(ui: &Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, at: (usize, usize), output: cell::CellOutput) {
    let (Some(row), Some(column)) = (sheet.rows.get(at.0), sheet.columns.get(at.1)) else { return };
    if output.gained_focus {
        *cx.guidance = Topic::Question(row.question.id.clone());
    }
    if let Some(answer) = output.answer {
        cx.edit(row.edit(column, answer));
    }
    if let Some(direction) = output.go {
        go(ui, cx, sheet, at, direction);
    }
}

/// The line under a question: how many items are answered, and the act that answers the rest.
fn row_line(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, row: &Row<'_>) {
    if row.is_derived() {
        ja_label(ui, words::derived_row(sheet.lang), TextKind::Small);
        return;
    }
    let (given, asked) = sheet.answered(row);
    if sheet.columns.len() < 2 || asked == 0 {
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ja_label(ui, &words::answered(given, asked, sheet.lang), TextKind::Small);
        let Some(rest) = sheet.rest(row) else { return };
        let act = words::answer_the_rest(rest.items.len(), rest.answer.text, sheet.lang);
        let help = words::answer_the_rest_help(rest.items.len(), rest.answer.text, sheet.lang);
        let name = format!("{} {act}", row.question.id);
        let link = link_button(ui, &act).on_hover_text(help).accessible_name(name);
        if link.clicked() {
            cx.edit(Edit::AnswerItems(rest.items, row.question.id.clone(), rest.answer.answer.clone()));
        }
    });
}

/// A question with its id before it.
fn question_text(ui: &Ui, question: &Question, width: f32, lang: Lang) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let format = |kind: TextKind| TextFormat::simple(kind.font(), tokens::TEXT);
    job.append(&format!("{}  ", question.id), 0.0, format(TextKind::Strong));
    job.append(question.text.text(lang), 0.0, format(TextKind::Body));
    let pixels_per_point = ui.pixels_per_point();
    ui.fonts_mut(|fonts| layout_ja(fonts, job, pixels_per_point))
}

/// A value that follows from the item leads to where it is changed; what is not asked says why.
fn unasked(ui: &mut Ui, cx: &mut StepContext<'_>, name: &str, content: Content, lang: Lang) {
    match content {
        Content::Asked => {}
        Content::Derived { value, from } => {
            if link_button(ui, &value).accessible_name(words::derived_name(name, &value, lang)).clicked() {
                cx.command(Command::JumpTo(from));
            }
        }
        Content::NotApplicable { why } => {
            let words = words::not_applicable_because(why, lang);
            let label = ja_label(ui, &words, TextKind::Small);
            ui.ctx().accesskit_node_builder(label.id, |node| node.set_value(words::not_applicable_name(name, why, lang)));
        }
    }
}
