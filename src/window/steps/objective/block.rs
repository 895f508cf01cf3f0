//! Answers of many cells at once: filled on, copied from another item, or pasted as a block of a spreadsheet.

use std::collections::BTreeMap;

use egui::{ComboBox, Ui};

use super::sheet::{Column, Row, Sheet};
use crate::record::{Answer, Edit, ItemId, fold};
use crate::text::steps_finish::{guided as words, objective as objective_words};
use crate::text::{Lang, answer, meant};
use crate::window::StepContext;
use crate::window::memory::{Block, BlockChange};
use crate::window::theme::TextKind;
use crate::window::widgets::{drawn, ja_label, link_button, primary_button, secondary_button, section_heading};

/// How many changes are named before the rest is only counted.
const NAMED: usize = 8;

/// Gives the answer of a cell to the cells beside it that have none: those to the right, or those below that have the same answers to
/// give.
pub(super) fn fill(cx: &mut StepContext<'_>, sheet: &Sheet<'_>, at: (usize, usize), down: bool) {
    let (Some(row), Some(column)) = (sheet.rows.get(at.0), sheet.columns.get(at.1)) else { return };
    let given = row.answer(column).clone();
    if given == Answer::NotAnswered {
        return;
    }
    let is_free = |row: &Row<'_>, column: &Column<'_>| row.is_asked(column) && *row.answer(column) == Answer::NotAnswered;
    let edits: Vec<Edit> = if down {
        let below = sheet.rows.iter().skip(at.0 + 1);
        let fits = |row: &&Row<'_>| is_free(row, column) && row.segments.iter().any(|segment| segment.answer == given);
        below.filter(fits).map(|row| row.edit(column, given.clone())).collect()
    } else {
        let right = sheet.columns.iter().skip(at.1 + 1).filter(|column| is_free(row, column));
        let items: Vec<ItemId> = right.map(|column| column.item.id.clone()).collect();
        if items.is_empty() { Vec::new() } else { vec![Edit::AnswerItems(items, row.question.id.clone(), given)] }
    };
    if !edits.is_empty() {
        cx.edit(Edit::Together(edits));
    }
}

/// Reads a block of a spreadsheet, from a cell on: a line for each question that is asked, a cell for each item.
pub(super) fn read(text: &str, sheet: &Sheet<'_>, at: (usize, usize)) -> Block {
    let mut block = Block::default();
    let rows = sheet.rows.iter().skip(at.0).filter(|row| !row.is_derived());
    let lines: Vec<&str> = text.trim_end_matches(['\n', '\r']).split('\n').collect();
    let mut places = rows;
    for line in lines {
        let row = places.next();
        for (index, cell) in line.trim_end_matches('\r').split('\t').enumerate() {
            let column = at.1.checked_add(index).and_then(|index| sheet.columns.get(index));
            let (Some(row), Some(column)) = (row, column) else {
                block.left_out += usize::from(!cell.trim().is_empty());
                continue;
            };
            if cell.trim().is_empty() {
                continue;
            }
            block.has_circles |= circle(cell).is_some();
            match meant(cell, row).filter(|_| row.is_asked(column)) {
                Some(to) => block.changes.push(BlockChange {
                    item: column.item.id.clone(),
                    question: row.question.id.clone(),
                    from: row.answer(column).clone(),
                    to,
                }),
                None => block.left_out += 1,
            }
        }
    }
    block.changes.retain(|change| change.from != change.to);
    block
}

/// The answer that a cell of a spreadsheet means, if the question has it.
fn meant(cell: &str, row: &Row<'_>) -> Option<Answer> {
    let word = fold(cell.trim());
    let plain = meant::answer(cell).or_else(|| match word.as_str() {
        "y" => Some(Answer::Yes),
        "n" => Some(Answer::No),
        "?" => Some(Answer::Unknown),
        _ => circle(cell),
    });
    let by_word = row.segments.iter().find(|segment| fold(segment.text) == word).map(|segment| segment.answer.clone());
    by_word.or_else(|| plain.filter(|answer| row.segments.iter().any(|segment| segment.answer == *answer)))
}

/// What a circle or a cross stands for, as most people mean it.
fn circle(cell: &str) -> Option<Answer> {
    match cell.trim() {
        "○" | "〇" | "◯" => Some(Answer::Yes),
        "×" | "✕" | "╳" => Some(Answer::No),
        _ => None,
    }
}

/// The answers of one item that another does not have, as far as it is asked the same.
fn of_another(sheet: &Sheet<'_>, from: &Column<'_>, to: &Column<'_>) -> Block {
    let rows = sheet.rows.iter().filter(|row| row.is_asked(from) && row.is_asked(to));
    let changes = rows.filter(|row| *row.answer(from) != Answer::NotAnswered && row.answer(from) != row.answer(to));
    let change = |row: &Row<'_>| BlockChange {
        item: to.item.id.clone(),
        question: row.question.id.clone(),
        from: row.answer(to).clone(),
        to: row.answer(from).clone(),
    };
    Block { changes: changes.map(change).collect(), ..Block::default() }
}

impl Block {
    fn replaced(&self) -> impl Iterator<Item = &BlockChange> {
        self.changes.iter().filter(|change| change.from != Answer::NotAnswered)
    }

    /// Whether it can be taken without a question: nothing is replaced, left out or read in one of two senses.
    pub(super) fn is_harmless(&self) -> bool {
        self.left_out == 0 && !self.has_circles && self.replaced().next().is_none()
    }

    /// The one act that takes it; with `all` also where something is replaced.
    pub(super) fn edit(&self, all: bool) -> Option<Edit> {
        let mut grouped: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
        for change in self.changes.iter().filter(|change| all || change.from == Answer::NotAnswered) {
            let edit = Edit::AnswerItems(vec![change.item.clone()], change.question.clone(), change.to.clone());
            grouped.entry(change.question.to_string()).or_default().push(edit);
        }
        let edits: Vec<Edit> = grouped.into_values().flatten().collect();
        (!edits.is_empty()).then_some(Edit::Together(edits))
    }
}

/// What stands above the table: copying from another item, and what a pasted block would change.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>) {
    let lang = cx.lang;
    if sheet.columns.len() > 1 && cx.page.objective.copying.is_none() && link_button(ui, words::copy_answers(lang)).clicked() {
        let to = cx.page.objective.item.clone();
        let to = to.filter(|id| sheet.columns.iter().any(|column| column.item.id == *id));
        let first =
            |skip: Option<&ItemId>| sheet.columns.iter().map(|column| &column.item.id).find(|id| Some(*id) != skip).cloned();
        let to = to.or_else(|| sheet.columns.last().map(|column| column.item.id.clone()));
        if let (Some(from), Some(to)) = (first(to.as_ref()), to) {
            cx.page.objective.copying = Some((from, to));
        }
    }
    copying(ui, cx, sheet);
    let Some(block) = cx.page.objective.block.clone() else { return };
    section_heading(ui, words::pasted_block(lang));
    if preview(ui, cx, sheet, &block) {
        cx.page.objective.block = None;
    }
}

fn copying(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>) {
    let lang = cx.lang;
    let Some((mut from, mut to)) = cx.page.objective.copying.clone() else { return };
    ui.horizontal_wrapped(|ui| {
        choose(ui, sheet, "copy from", words::copy_from(lang), &mut from);
        choose(ui, sheet, "copy to", words::copy_to(lang), &mut to);
    });
    cx.page.objective.copying = Some((from.clone(), to.clone()));
    let find = |id: &ItemId| sheet.columns.iter().find(|column| column.item.id == *id);
    let (Some(from), Some(to)) = (find(&from), find(&to)) else {
        cx.page.objective.copying = None;
        return;
    };
    if preview(ui, cx, sheet, &of_another(sheet, from, to)) {
        cx.page.objective.copying = None;
    }
}

fn choose(ui: &mut Ui, sheet: &Sheet<'_>, salt: &str, name: &str, chosen: &mut ItemId) {
    let label = ja_label(ui, name, TextKind::Strong);
    let shown = sheet.columns.iter().find(|column| column.item.id == *chosen).map(|column| sheet.column_name(column));
    let combo =
        ComboBox::from_id_salt(salt).width(200.0).truncate().selected_text(drawn(&shown.unwrap_or_default()).into_owned());
    let response = combo.show_ui(ui, |ui| {
        for column in &sheet.columns {
            if ui.selectable_label(column.item.id == *chosen, drawn(&sheet.column_name(column))).clicked() {
                *chosen = column.item.id.clone();
            }
        }
    });
    response.response.labelled_by(label.id);
}

/// What a block would change, and the acts. Returns whether one was chosen.
fn preview(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, block: &Block) -> bool {
    let lang = cx.lang;
    let replaced = block.replaced().count();
    ja_label(ui, &words::block(block.changes.len() - replaced, replaced, lang), TextKind::Body);
    for change in block.replaced().take(NAMED) {
        ja_label(ui, &told(sheet, change, lang), TextKind::Small);
    }
    if let Some(more) = replaced.checked_sub(NAMED + 1) {
        ja_label(ui, &objective_words::and_more(more + 1, lang), TextKind::Small);
    }
    if block.has_circles {
        ja_label(ui, words::block_circles(lang), TextKind::Small);
    }
    if block.left_out > 0 {
        ja_label(ui, &words::block_left_out(block.left_out, lang), TextKind::Warning);
    }
    let mut done = false;
    ui.horizontal_wrapped(|ui| {
        let all = if replaced > 0 { words::replace_all(lang) } else { words::take_block(lang) };
        if !block.changes.is_empty() && primary_button(ui, all).clicked() {
            block.edit(true).into_iter().for_each(|edit| cx.edit(edit));
            done = true;
        }
        if replaced > 0 && replaced < block.changes.len() && secondary_button(ui, words::only_free(lang)).clicked() {
            block.edit(false).into_iter().for_each(|edit| cx.edit(edit));
            done = true;
        }
        done |= secondary_button(ui, words::leave_it(lang)).clicked();
    });
    done
}

/// C2 会議：いいえ → はい
fn told(sheet: &Sheet<'_>, change: &BlockChange, lang: Lang) -> String {
    let column = sheet.columns.iter().find(|column| column.item.id == change.item);
    let row = sheet.rows.iter().find(|row| row.question.id == change.question);
    let (Some(row), Some(column)) = (row, column) else { return String::new() };
    let [from, to] = [&change.from, &change.to].map(|given| answer(given, row.question, lang));
    words::changed(&sheet.cell_name(row, column), &from, &to, lang)
}
