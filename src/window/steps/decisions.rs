//! 影響度の決定: items by objectives, each with its proposal, its decision and its reason; then the task as a whole, and
//! what was decided on the same task before.

mod cell;
mod conditions;
mod entry;
mod guided;
mod phrases;
mod precedents;
mod rows;
mod whole;

use egui::{Id, Ui};

use self::entry::Entry;
use crate::catalogue::StepId;
use crate::record::{Edit, Field, Objective};
use crate::text::steps_finish::{decisions as words, objective as objective_words};
use crate::window::steps::guided as ways;
use crate::window::theme::TextKind;
use crate::window::widgets::{
    Tone, choice_row, choices_to_be_read, field_id, ja_label, link_button, message_text, page_heading, small_button,
};
use crate::window::{Command, StepContext, Topic};

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let (record, judgement, lang) = (cx.record, cx.judgement, cx.lang);
    if let Some(place) = ways::place(StepId::Decisions, record, cx.catalogue, judgement, &cx.page.guided) {
        guided::ui(ui, cx, &place);
        return;
    }
    if !record.items.is_empty() {
        ways::switch_line(ui, cx, |_, _| ());
    }
    page_heading(ui, words::title(lang), words::lead(lang));
    if record.items.is_empty() {
        message_text(ui, Tone::Key, objective_words::no_items(lang));
        if link_button(ui, objective_words::go_to_items(lang)).clicked() {
            cx.command(Command::JumpTo(Field::Items));
        }
    } else {
        let entries = record.items.iter().zip(&judgement.items).zip(1..);
        let entries: Vec<Entry<'_>> =
            entries.map(|((item, judged), place)| Entry { item, cells: &judged.cells, place }).collect();
        follow_focus(ui, cx, &entries);
        acts(ui, cx, &entries);
        let shown: Vec<Entry<'_>> = match &cx.page.decisions.only {
            None => entries,
            Some(only) => entries.into_iter().filter(|entry| only.contains(&entry.item.id)).collect(),
        };
        rows::ui(ui, cx, &shown);
        whole::ui(ui, cx);
    }
    precedents::ui(ui, cx);
    conditions::ui(ui, cx);
}

/// The one act for all that needs no reason, how far it has come, and what is shown.
fn acts(ui: &mut Ui, cx: &mut StepContext<'_>, entries: &[Entry<'_>]) {
    let lang = cx.lang;
    let cells = || entries.iter().flat_map(|entry| entry.cells.iter());
    let settled = cells().filter(|(_, cell)| cell.standing.stands()).count();
    let decidable = cx.judgement.decidable_as_proposed();
    ui.horizontal_wrapped(|ui| {
        if !decidable.is_empty() {
            let act = small_button(ui, &words::decide_as_proposed(decidable.len(), lang));
            if act.on_hover_text(words::as_proposed_help(lang)).clicked() {
                cx.edit(Edit::DecideAsProposed(decidable));
            }
        }
        ja_label(ui, &words::decided_count(settled, cells().count(), lang), TextKind::Small);
    });
    if settled == cells().count() && cx.page.decisions.only.is_none() {
        return;
    }
    let options = [(false, words::show_all(lang)), (true, words::show_open(lang))];
    let only_open = cx.page.decisions.only.is_some();
    let id = Id::unique("decisions shown");
    let name = words::show_only(lang);
    // What is shown is no part of the record.
    match choices_to_be_read(ui, None, |ui| choice_row(ui, id, name, &options, Some(&only_open))) {
        Some(true) => {
            let open = entries.iter().filter(|entry| entry.cells.iter().any(|(_, cell)| !cell.standing.stands()));
            cx.page.decisions.only = Some(open.map(|entry| entry.item.id.clone()).collect());
        }
        Some(false) => cx.page.decisions.only = None,
        None => {}
    }
}

/// Lays out the row of the widget that got the focus from elsewhere, for example by a jump.
fn follow_focus(ui: &Ui, cx: &mut StepContext<'_>, entries: &[Entry<'_>]) {
    let focused = ui.memory(egui::Memory::focused);
    if focused == cx.page.decisions.focus_seen {
        return;
    }
    cx.page.decisions.focus_seen = focused;
    let holds = |entry: &&Entry<'_>| {
        focused.is_some_and(|focused| {
            Objective::ALL.into_iter().any(|objective| {
                let id = &entry.item.id;
                let is = |field: Field| field_id(&field) == focused;
                is(Field::Decision(id.clone(), objective)) || is(Field::Reason(id.clone(), objective))
            })
        })
    };
    let found = entries.iter().find(holds).map(|entry| entry.item.id.clone());
    let page = &mut cx.page.decisions;
    if let (Some(found), Some(only)) = (&found, &mut page.only)
        && !only.contains(found)
    {
        only.push(found.clone());
    }
    if found.is_some() {
        *cx.guidance = Topic::Levels;
        ui.ctx().request_repaint();
    }
    page.focused = found;
}
