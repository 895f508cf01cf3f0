//! 確認: the outcome, what stands out with the way to mend it, the picture of the levels, why the result is so, and the answers step
//! by step. What calls for something to be done comes first: on a common screen without scrolling.

mod answers;
mod comments;
mod lists;
mod picture;

use egui::accesskit::Role as NodeRole;
use egui::{Response, Ui, UiBuilder};

use self::answers::{AnswerRow, answers_of};
use self::lists::{LEAST_WIDTH, rows_shown, show_more};
use crate::catalogue::StepId;
use crate::judgement::{Concern, Finding, Outcome, step_of};
use crate::text::steps_finish::review as words;
use crate::text::{Label as _, concern_counts, explain, finding_message};
use crate::window::memory::List;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    CELL_PADDING, Column, Tone, badge, drawn, ja_label, ja_layout, link_button, message_text, page_heading, section_heading,
    table,
};
use crate::window::{Command, StepContext};

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    page_heading(ui, words::title(cx.lang), words::lead(cx.lang));
    let paragraphs = explain(cx.record, cx.catalogue, cx.judgement, cx.lang);
    outcome(ui, cx, &paragraphs);
    findings(ui, cx);
    super::approval::content::state_and_changes(ui, cx);
    picture::ui(ui, cx);
    explanation(ui, cx, &paragraphs);
    comments::ui(ui, cx);
    section_heading(ui, words::answers(cx.lang));
    ja_label(ui, words::answers_lead(cx.lang), TextKind::Small);
    for step in cx.catalogue.steps(cx.record) {
        answers(ui, cx, step);
    }
}

/// The outcome, with the sentence that says what it rests on.
fn outcome(ui: &mut Ui, cx: &StepContext<'_>, paragraphs: &[String]) {
    let lang = cx.lang;
    ui.horizontal_wrapped(|ui| {
        ja_label(ui, words::outcome(lang), TextKind::Strong);
        badge(ui, cx.judgement.outcome.label(lang), outcome_tone(cx.judgement.outcome));
    });
    if let Some(first) = paragraphs.first() {
        ja_label(ui, first, TextKind::Body);
    }
}

/// How the outcome came about, after the sentence that stands beside it.
fn explanation(ui: &mut Ui, cx: &mut StepContext<'_>, paragraphs: &[String]) {
    let rest = paragraphs.get(1..).unwrap_or_default();
    if rest.is_empty() {
        return;
    }
    section_heading(ui, words::why(cx.lang));
    let shown = rows_shown(cx, List::Explanation);
    for paragraph in rest.iter().take(shown) {
        ja_label(ui, paragraph, TextKind::Body);
    }
    show_more(ui, cx, List::Explanation, rest.len());
}

const fn outcome_tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Fits => Tone::Success,
        Outcome::NotLow | Outcome::Stop | Outcome::InvalidAssessor => Tone::Error,
        Outcome::Unlisted | Outcome::OutOfScope | Outcome::NotRequired => Tone::Warning,
        Outcome::Undetermined => Tone::Neutral,
    }
}

fn findings(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let (lang, judgement) = (cx.lang, cx.judgement);
    section_heading(ui, &words::findings_title(judgement.findings.len(), lang));
    if judgement.findings.is_empty() {
        message_text(ui, Tone::Success, words::no_findings(lang));
        return;
    }
    ja_label(ui, &concern_counts(judgement, lang), TextKind::Small);
    let shown = rows_shown(cx, List::Findings);
    let findings = judgement.findings.iter().take(shown);
    if ui.available_width() >= LEAST_WIDTH {
        let words = Concern::ALL.map(|concern| concern.label(lang)).into_iter().chain([words::severity(lang)]);
        let widest = words.map(|word| ja_layout(ui, word, TextKind::Strong, palette(ui).text, f32::INFINITY).size().x);
        let severity = widest.fold(0.0, f32::max) + 2.0 * CELL_PADDING;
        let columns = [Column::Fixed(severity), Column::Share { weight: 1.0, least: 240.0 }, Column::Fixed(190.0)];
        table(ui, "findings", words::finding(lang), &columns, |table| {
            table.head(|row| {
                for title in [words::severity(lang), words::finding(lang), words::place(lang)] {
                    row.cell(|ui| ja_label(ui, title, TextKind::Strong));
                }
            });
            for finding in findings {
                table.row(|row| {
                    row.cell(|ui| badge(ui, finding.concern().label(lang), concern_tone(finding.concern())));
                    row.cell(|ui| finding_words(ui, cx, finding));
                    row.cell(|ui| finding_link(ui, cx, finding));
                });
            }
        });
    } else {
        for finding in findings {
            ui.separator();
            badge(ui, finding.concern().label(lang), concern_tone(finding.concern()));
            finding_words(ui, cx, finding);
            finding_link(ui, cx, finding);
        }
        ui.separator();
    }
    show_more(ui, cx, List::Findings, judgement.findings.len());
}

const fn concern_tone(concern: Concern) -> Tone {
    match concern {
        Concern::Error => Tone::Error,
        Concern::ToDo => Tone::Key,
        Concern::Warning => Tone::Warning,
        Concern::Note => Tone::Neutral,
    }
}

fn finding_words(ui: &mut Ui, cx: &StepContext<'_>, finding: &Finding) {
    let message = finding_message(finding, cx.record, cx.catalogue, cx.lang);
    ja_label(ui, &message.what, TextKind::Body);
    for part in [&message.expected, &message.action] {
        if !part.is_empty() {
            ja_label(ui, part, TextKind::Small);
        }
    }
}

/// The way to the field; a screen reader hears which field it is.
fn finding_link(ui: &mut Ui, cx: &mut StepContext<'_>, finding: &Finding) {
    let step = step_of(&finding.field, cx.catalogue).label(cx.lang);
    let place = crate::text::field_place(&finding.field, cx.record, cx.catalogue, cx.lang);
    let link = link_button(ui, &words::go_to(step, cx.lang)).on_hover_text(drawn(&place));
    if link.accessible_name(words::go_to(&place, cx.lang)).clicked() {
        cx.command(Command::JumpTo(finding.field.clone()));
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
    let heading = ja_label(ui, step.label(lang), TextKind::Strong);
    ui.ctx().accesskit_node_builder(heading.id, |node| {
        node.set_role(NodeRole::Heading);
        node.set_level(3);
    });
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
