//! A question as it stands in the table and by itself.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Galley, Ui};

use super::block;
use super::cell::{Beyond, CellOutput};
use super::columns::scroll_to;
use super::sheet::{Content, Row, Sheet, cell_id};
use crate::catalogue::Question;
use crate::record::Edit;
use crate::text::Lang;
use crate::text::steps_finish::objective as words;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{Breaks, drawn, ja_label, layout_ja, link_button};
use crate::window::{Command, StepContext, Topic};

/// A question with its id before it.
pub(in crate::window) fn question_text(ui: &Ui, question: &Question, width: f32, lang: Lang) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let format = |kind: TextKind| TextFormat {
        line_height: Some(kind.line_height()),
        ..TextFormat::simple(kind.font(), palette(ui).text)
    };
    job.append(&format!("{}  ", question.id), 0.0, format(TextKind::Strong));
    job.append(&drawn(question.text.text(lang)), 0.0, format(TextKind::Body));
    let pixels_per_point = ui.pixels_per_point();
    ui.fonts_mut(|fonts| layout_ja(fonts, job, Breaks::Phrases, pixels_per_point))
}

/// The line under a question: how many items are answered, and the act that answers the rest.
pub(in crate::window) fn row_line(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, row: &Row<'_>) {
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

/// Carries out what was done in a cell.
pub(in crate::window) fn take(ui: &Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, at: (usize, usize), output: CellOutput) {
    let (Some(row), Some(column)) = (sheet.rows.get(at.0), sheet.columns.get(at.1)) else { return };
    if output.is_clicked {
        // What is clicked is in view, and nothing moves under the pointer.
        cx.page.objective.focused = Some(cell_id(row, column));
    }
    if output.gained_focus {
        *cx.guidance = Topic::Question(row.question.id.clone());
    }
    if let Some(answer) = output.answer {
        cx.edit(row.edit(column, answer));
    }
    if let Some(direction) = output.go {
        go(ui, cx, sheet, at, direction);
    }
    match output.beyond {
        None => {}
        Some(Beyond::Next) => enter(ui, cx, sheet, at),
        Some(Beyond::FillRight) => block::fill(cx, sheet, at, false),
        Some(Beyond::FillDown) => block::fill(cx, sheet, at, true),
        Some(Beyond::Paste(text)) => {
            let block = block::read(&text, sheet, at);
            match block.edit(true).filter(|_| block.is_harmless()) {
                Some(edit) => cx.edit(edit),
                None => cx.page.objective.block = Some(block),
            }
        }
    }
}

/// Moves the focus down, and from the foot of a column to the head of the next.
fn enter(ui: &Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, at: (usize, usize)) {
    let below = sheet.next_asked(at, (0, 1));
    let next_column = || {
        let columns = (at.1 + 1)..sheet.columns.len();
        let mut cells = columns.flat_map(|column| (0..sheet.rows.len()).map(move |row| (row, column)));
        cells.find(|(row, column)| match (sheet.rows.get(*row), sheet.columns.get(*column)) {
            (Some(row), Some(column)) => row.is_asked(column),
            _ => false,
        })
    };
    if let Some(cell) = below.or_else(next_column) {
        focus_on(ui, cx, sheet, cell);
    }
}

/// A value that follows from the item leads to where it is changed; what is not asked says why.
pub(in crate::window) fn unasked(ui: &mut Ui, cx: &mut StepContext<'_>, name: &str, content: Content, lang: Lang) {
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

/// Makes sure that a cell is laid out in the next frame, and sets the guidance to its question.
pub(in crate::window) fn show_cell(ui: &Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, (row, column): (usize, usize)) {
    if let Some(row) = sheet.rows.get(row) {
        *cx.guidance = Topic::Question(row.question.id.clone());
    }
    if let Some(shown) = sheet.columns.get(column) {
        cx.page.objective.item = Some(shown.item.id.clone());
        scroll_to(&mut cx.page.objective, sheet, column);
        ui.ctx().request_repaint();
    }
}

/// Moves the focus from one cell to the next that is asked in a direction.
fn go(ui: &Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, from: (usize, usize), direction: (isize, isize)) {
    if let Some(cell) = sheet.next_asked(from, direction) {
        focus_on(ui, cx, sheet, cell);
    }
}

fn focus_on(ui: &Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, (row, column): (usize, usize)) {
    let (Some(row_shown), Some(column_shown)) = (sheet.rows.get(row), sheet.columns.get(column)) else { return };
    let id = cell_id(row_shown, column_shown);
    ui.memory_mut(|memory| memory.request_focus(id));
    show_cell(ui, cx, sheet, (row, column));
}
