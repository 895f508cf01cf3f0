//! 確認: what is to be done first, the picture of the levels, why the result is so, and the answers step by step. What calls for
//! something to be done comes first: on a common screen without scrolling.

mod answers;
mod comments;
mod lists;
pub mod picture;
mod to_do;
mod why;

use egui::accesskit::Role as NodeRole;
use egui::{Response, Ui, UiBuilder};

use self::answers::{AnswerRow, answers_of};
use self::lists::{LEAST_WIDTH, rows_shown, show_more};
use crate::catalogue::StepId;
use crate::judgement::{NextThing, Outcome, Severity};
use crate::record::Role;
use crate::text::steps_finish::review as words;
use crate::text::{Label as _, next_line, next_thing, procedure as by_procedure};
use crate::window::memory::List;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{Tone, badge, ja_label, ja_layout, link_button, page_heading, section_heading, small_heading};
use crate::window::{Command, StepContext};

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let needed = cx.judgement.count(Severity::Error);
    let lead = if needed > 0 { words::needed_left(needed, lang) } else { words::nothing_needed(lang).to_owned() };
    page_heading(ui, words::title(lang), &lead);
    let is_provider = cx.record.role == Role::Csp;
    ui.horizontal_wrapped(|ui| {
        if is_provider {
            let next = NextThing::of(cx.record, cx.catalogue, cx.judgement, cx.today);
            ja_label(ui, &next_line(&next_thing(&next, lang), lang), TextKind::Strong);
        } else {
            ja_label(ui, words::outcome(lang), TextKind::Strong);
            badge(ui, cx.judgement.outcome.label(lang), outcome_tone(cx.judgement.outcome));
        }
        ui.add_space(16.0);
        if link_button(ui, words::read_answers(lang)).clicked() {
            cx.page.review.to_answers = true;
        }
    });
    to_do::ui(ui, cx);
    super::approval::content::state_and_changes(ui, cx);
    if is_provider {
        // Levels are the agencies' to say.
        let procedure = cx.catalogue.procedure(cx.record);
        ja_label(ui, by_procedure::provider_way(procedure, lang), TextKind::Body);
    } else if ui.available_width() >= SIDE_BY_SIDE && !cx.record.items.is_empty() {
        ui.columns_const(|[left, right]| {
            picture::ui(left, cx);
            why::ui(right, cx);
        });
    } else {
        picture::ui(ui, cx);
        why::ui(ui, cx);
    }
    comments::ui(ui, cx);
    if std::mem::take(&mut cx.page.review.to_answers) {
        ui.scroll_to_cursor(Some(egui::Align::TOP));
    }
    section_heading(ui, words::answers(lang));
    ja_label(ui, words::answers_lead(lang), TextKind::Small);
    for step in cx.catalogue.steps(cx.record) {
        answers(ui, cx, step);
    }
}

/// From this width on, in points, picture and reasons stand side by side.
const SIDE_BY_SIDE: f32 = 860.0;

/// The tone in which an outcome is said.
pub const fn outcome_tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Fits => Tone::Success,
        Outcome::NotLow | Outcome::Stop | Outcome::InvalidAssessor => Tone::Error,
        Outcome::Unlisted | Outcome::OutOfScope | Outcome::NotRequired => Tone::Warning,
        Outcome::Undetermined => Tone::Neutral,
    }
}

fn answers(ui: &mut Ui, cx: &mut StepContext<'_>, step: StepId) {
    let list = List::Answers(step);
    let (rows, all) = answers_of(step, cx, rows_shown(cx, list));
    if all == 0 {
        return;
    }
    let lang = cx.lang;
    ui.add_space(6.0);
    small_heading(ui, step.label(lang));
    let wide = ui.available_width() >= LEAST_WIDTH;
    for row in &rows {
        let builder = UiBuilder::new().id_salt(("answer", &row.field)).accessibility_role(NodeRole::Group);
        ui.scope_builder(builder, |ui| {
            let response = if wide { answer_line(ui, row, cx) } else { answer_block(ui, row, cx) };
            if response.clicked() {
                cx.command(Command::JumpTo(row.field.clone()));
            }
        });
    }
    show_more(ui, cx, list, all);
}

/// Name, value and the way to change it, in one line of three columns.
fn answer_line(ui: &mut Ui, row: &AnswerRow, cx: &StepContext<'_>) -> Response {
    let width = ui.available_width();
    let top = ui.cursor().top();
    let link = ui.horizontal_top(|ui| {
        column(ui, width * 0.3, |ui| ja_label(ui, &row.name, TextKind::Small));
        let change = ja_layout(ui, words::change(cx.lang), TextKind::Body, palette(ui).text, f32::INFINITY).size().x;
        column(ui, width * 0.7 - change - 3.0 * ui.spacing().item_spacing.x, |ui| value(ui, row, cx));
        change_link(ui, row, cx)
    });
    let y = ui.cursor().top() - ui.spacing().item_spacing.y / 2.0;
    if y > top {
        ui.painter().hline(ui.max_rect().x_range(), y, egui::Stroke::new(1.0, palette(ui).surface));
    }
    link.inner
}

fn column(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> Response) {
    ui.vertical(|ui| {
        ui.set_width(width);
        contents(ui);
    });
}

fn answer_block(ui: &mut Ui, row: &AnswerRow, cx: &StepContext<'_>) -> Response {
    ja_label(ui, &row.name, TextKind::Small);
    value(ui, row, cx);
    change_link(ui, row, cx)
}

fn value(ui: &mut Ui, row: &AnswerRow, cx: &StepContext<'_>) -> Response {
    if row.value.trim().is_empty() {
        return ja_label(ui, words::empty(cx.lang), TextKind::Small);
    }
    ja_label(ui, &row.value, TextKind::Body)
}

fn change_link(ui: &mut Ui, row: &AnswerRow, cx: &StepContext<'_>) -> Response {
    link_button(ui, words::change(cx.lang)).accessible_name(words::change_name(&row.name, cx.lang))
}
