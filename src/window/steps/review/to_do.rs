//! What is to be done, the most needed first, one line each: on which step, what, how urgent, and the way there.

use egui::{CollapsingHeader, Ui};

use super::lists::{LEAST_WIDTH, rows_shown, show_more};
use crate::judgement::{Finding, Severity, step_of};
use crate::text::steps_finish::review as words;
use crate::text::{Label as _, concern_counts, finding_message};
use crate::window::memory::List;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    CELL_PADDING, Column, Icon, Tone, drawn, icon, ja_label, ja_layout, link_button, message_text, primary_button,
    section_heading, table,
};
use crate::window::{Command, StepContext};

/// Shows it.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let (lang, judgement) = (cx.lang, cx.judgement);
    let steps = cx.catalogue.steps(cx.record);
    let place = |finding: &&Finding| {
        let step = step_of(&finding.field, cx.catalogue);
        (finding.severity(), steps.iter().position(|other| *other == step))
    };
    let (mut to_do, notes): (Vec<&Finding>, Vec<&Finding>) =
        judgement.findings.iter().partition(|finding| finding.severity() != Severity::Note);
    to_do.sort_by_key(place);
    if to_do.is_empty() {
        ui.add_space(8.0);
        message_text(ui, Tone::Success, words::nothing_to_do(lang));
    } else {
        section_heading(ui, &words::to_do_title(to_do.len(), lang));
        ja_label(ui, &concern_counts(judgement, lang), TextKind::Small);
    }
    if let Some(first) = to_do.first() {
        list(ui, cx, &to_do, List::Findings);
        ui.add_space(8.0);
        if primary_button(ui, words::go_to_first(lang)).clicked() {
            cx.command(Command::JumpTo(first.field.clone()));
        }
    }
    if !notes.is_empty() {
        ui.add_space(4.0);
        CollapsingHeader::new(words::notes_title(notes.len(), lang))
            .id_salt("review notes")
            .show_unindented(ui, |ui| list(ui, cx, &notes, List::Notes));
    }
}

fn list(ui: &mut Ui, cx: &mut StepContext<'_>, findings: &[&Finding], list: List) {
    let lang = cx.lang;
    let shown = rows_shown(cx, list);
    let width = |ui: &Ui, text: &str, kind| ja_layout(ui, text, kind, palette(ui).text, f32::INFINITY).size().x;
    if ui.available_width() < LEAST_WIDTH {
        for finding in findings.iter().take(shown) {
            ui.separator();
            ui.horizontal_wrapped(|ui| {
                mark(ui, finding);
                ja_label(ui, step_of(&finding.field, cx.catalogue).label(lang), TextKind::Strong);
                ja_label(ui, words::urgency(finding.severity(), lang), TextKind::Small);
            });
            what(ui, cx, finding);
            link(ui, cx, finding);
        }
        ui.separator();
        return show_more(ui, cx, list, findings.len());
    }
    let steps = findings.iter().map(|finding| step_of(&finding.field, cx.catalogue).label(lang));
    let step = steps.map(|step| width(ui, step, TextKind::Strong)).fold(0.0, f32::max) + 30.0 + 2.0 * CELL_PADDING;
    let urgency = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| words::urgency(severity, lang));
    let urgency = urgency.into_iter().map(|word| width(ui, word, TextKind::Small)).fold(0.0, f32::max) + 2.0 * CELL_PADDING;
    let go = width(ui, words::to_field(lang), TextKind::Body) + 2.0 * CELL_PADDING + 2.0;
    let columns = [Column::Fixed(step), Column::Share { weight: 1.0, least: 200.0 }, Column::Fixed(urgency), Column::Fixed(go)];
    let name = if list == List::Notes { words::notes(lang) } else { words::to_do(lang) };
    table(ui, "to do", name, &columns, |table| {
        let mut before = None;
        for finding in findings.iter().take(shown) {
            let step = step_of(&finding.field, cx.catalogue);
            let is_new = before.replace(step) != Some(step);
            table.row(|row| {
                row.cell(|ui| {
                    ui.horizontal_top(|ui| {
                        mark(ui, finding);
                        if is_new {
                            ja_label(ui, step.label(lang), TextKind::Strong);
                        }
                    })
                });
                row.cell(|ui| what(ui, cx, finding));
                row.cell(|ui| ja_label(ui, words::urgency(finding.severity(), lang), TextKind::Small));
                row.cell(|ui| link(ui, cx, finding));
            });
        }
    });
    show_more(ui, cx, list, findings.len());
}

fn mark(ui: &mut Ui, finding: &Finding) {
    let (drawn, color) = match finding.severity() {
        Severity::Error => (Icon::Attention, palette(ui).warning),
        Severity::Warning | Severity::Note => (Icon::Info, palette(ui).text_muted),
    };
    icon(ui, drawn, color);
}

/// What stands out; what to do about it on the same line of a screen reader.
fn what(ui: &mut Ui, cx: &StepContext<'_>, finding: &Finding) {
    let message = finding_message(finding, cx.record, cx.catalogue, cx.lang);
    let label = ja_label(ui, &message.what, TextKind::Body);
    let more: Vec<&str> = [message.expected.as_str(), &message.action].into_iter().filter(|part| !part.is_empty()).collect();
    let more = more.join("\n");
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_description(more.as_str()));
    label.on_hover_text(drawn(&more));
}

/// The way to the field; a screen reader hears which field it is.
fn link(ui: &mut Ui, cx: &mut StepContext<'_>, finding: &Finding) {
    let place = crate::text::field_place(&finding.field, cx.record, cx.catalogue, cx.lang);
    let link = link_button(ui, words::to_field(cx.lang)).on_hover_text(drawn(&place));
    if link.accessible_name(words::go_to(&place, cx.lang)).clicked() {
        cx.command(Command::JumpTo(finding.field.clone()));
    }
}
