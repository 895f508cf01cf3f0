//! 承認者のページ: all that somebody needs who has three minutes, on one page. The acts stand below it, outside of what scrolls.

use egui::{CollapsingHeader, Frame, Margin, Ui};

use super::approval::content;
use super::review::picture;
use crate::judgement::{CauseEffect, Finding, Severity, Standing};
use crate::record::{ApprovalState, Objective};
use crate::text::days::both_calendars;
use crate::text::steps_finish::approver as words;
use crate::text::{Label as _, approval as said, conditions, finding_message, labels, marks, numbered_item_name, question_name};
use crate::window::steps::review::outcome_tone;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    FocusGuide, Icon, Tone, icon, ja_label, ja_layout, link_button, page_heading, primary_button, secondary_button,
    section_heading,
};
use crate::window::{Command, StepContext};

/// From this width on, in points, picture and reasons stand side by side.
const SIDE_BY_SIDE: f32 = 760.0;
/// How many findings are said one by one.
const FINDINGS: usize = 6;

/// What the approver reads.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    content::refresh(cx);
    let approval = &cx.record.approval;
    let on = approval.on.map_or_else(String::new, |on| both_calendars(on, lang));
    page_heading(ui, words::title(lang), &words::requested(&on, &said::person(&approval.by), lang));
    if link_button(ui, words::read_record(lang)).clicked() {
        cx.command(Command::ReadRecord);
    }
    result(ui, cx);
    content::changes_since(ui, cx);
    let lowered = lowered(cx);
    if ui.available_width() >= SIDE_BY_SIDE && !lowered.is_empty() {
        ui.columns_const(|[left, right]| {
            picture::ui(left, cx);
            reasons(right, cx, &lowered);
        });
    } else {
        picture::ui(ui, cx);
        reasons(ui, cx, &lowered);
    }
    texts(ui, words::conditions(lang), cx.record.conditions_of_use.as_str(), words::no_conditions(lang));
    texts(ui, words::risks(lang), cx.record.residual_risk.as_str(), words::no_risks(lang));
    findings(ui, cx);
    content::digests(ui, cx);
}

/// The outcome, one sentence a condition, and what to look at.
fn result(ui: &mut Ui, cx: &StepContext<'_>) {
    let (lang, judgement) = (cx.lang, cx.judgement);
    let tone = outcome_tone(judgement.outcome);
    let color = tone.color(palette(ui));
    let frame = Frame::new().stroke(egui::Stroke::new(tokens::EDGE_CHOSEN, color)).corner_radius(tokens::RADIUS);
    frame.inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            icon(ui, if tone == Tone::Success { Icon::Done } else { Icon::Attention }, color);
            let galley = ja_layout(ui, judgement.outcome.label(lang), TextKind::Section, color, ui.available_width());
            ui.add(egui::Label::new(galley).selectable(false));
        });
        if let Some(gate) = conditions::gate(cx.record, cx.catalogue, judgement, lang) {
            ja_label(ui, &gate, TextKind::Body);
        }
        let listed = conditions::listed(cx.record, cx.catalogue, lang);
        let low = conditions::low(cx.catalogue, judgement, lang);
        for (mark, found, sentence) in [("①", judgement.condition_listed, listed), ("②", judgement.condition_low, low)] {
            ja_label(ui, &words::condition(mark, found.label(lang), &sentence, lang), TextKind::Body);
        }
        let [errors, warnings] = [Severity::Error, Severity::Warning].map(|severity| judgement.count(severity));
        let look = [conditions::moved(judgement, lang), words::findings_in_short(errors, warnings, lang)];
        ja_label(ui, &look.join(marks::between_remarks(lang)), TextKind::Small);
    });
}

/// A decision below its proposal.
struct Lowered {
    title: String,
    levels: String,
    reason: String,
    causes: String,
}

fn lowered(cx: &StepContext<'_>) -> Vec<Lowered> {
    let lang = cx.lang;
    let items = (1..).zip(cx.record.items.iter().zip(&cx.judgement.items));
    items
        .flat_map(|(number, (item, judged))| {
            let cells = judged.cells.iter().filter(|(_, cell)| matches!(cell.standing, Standing::Lowered));
            cells.map(move |(objective, cell)| {
                let name = numbered_item_name(item, number, lang);
                let level = |at| labels::assessment(at, cx.catalogue, lang);
                let raises = cell.causes.iter().filter(|cause| matches!(cause.effect, CauseEffect::Raises(_)));
                let causes: Vec<String> = raises.map(|cause| question_name(&cause.question, cx.catalogue, lang)).collect();
                Lowered {
                    title: words::cell(&name, Objective::label(&objective, lang), lang),
                    levels: words::from_to(&level(cell.proposal), &level(cell.effective), lang),
                    reason: item.decisions[objective].reason.to_string(),
                    causes: causes.join(marks::comma(lang)),
                }
            })
        })
        .collect()
}

/// What was lowered, and why.
fn reasons(ui: &mut Ui, cx: &StepContext<'_>, lowered: &[Lowered]) {
    let lang = cx.lang;
    section_heading(ui, words::lowered(lang));
    if lowered.is_empty() {
        ja_label(ui, words::nothing_lowered(lang), TextKind::Body);
    }
    for one in lowered {
        let inside = Frame::new().inner_margin(Margin { left: 12, right: 8, top: 6, bottom: 6 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ja_label(ui, &one.title, TextKind::Strong);
            ja_label(ui, &one.levels, TextKind::Warning);
            ja_label(ui, &one.reason, TextKind::Body);
            if !one.causes.is_empty() {
                ja_label(ui, &words::causes(&one.causes, lang), TextKind::Small);
            }
        });
        let rect = inside.response.rect;
        let bar = egui::Rect::from_min_size(rect.min, egui::vec2(tokens::BAR, rect.height()));
        ui.painter().rect_filled(bar, 0, palette(ui).warning);
    }
}

fn texts(ui: &mut Ui, title: &str, text: &str, nothing: &str) {
    section_heading(ui, title);
    if text.trim().is_empty() {
        ja_label(ui, nothing, TextKind::Small);
    } else {
        ja_label(ui, text, TextKind::Body);
    }
}

/// What stands out, the gravest first.
fn findings(ui: &mut Ui, cx: &StepContext<'_>) {
    let lang = cx.lang;
    let mut grave: Vec<&Finding> = cx.judgement.findings.iter().filter(|finding| finding.severity() != Severity::Note).collect();
    grave.sort_by_key(|finding| finding.severity());
    section_heading(ui, &words::findings(grave.len(), lang));
    if grave.is_empty() {
        ja_label(ui, words::no_findings(lang), TextKind::Body);
    }
    let line = |ui: &mut Ui, finding: &Finding| {
        let what = finding_message(finding, cx.record, cx.catalogue, lang).what;
        ja_label(ui, &words::finding(finding.severity().label(lang), &what, lang), TextKind::Body);
    };
    for finding in grave.iter().take(FINDINGS) {
        line(ui, finding);
    }
    if let Some(rest) = grave.get(FINDINGS..).filter(|rest| !rest.is_empty()) {
        CollapsingHeader::new(words::more_findings(rest.len(), lang)).id_salt("approver findings").show_unindented(ui, |ui| {
            for finding in rest {
                line(ui, finding);
            }
        });
    }
}

/// The acts, each of which asks before anything is recorded. What closes stands where elsewhere one goes back.
pub fn acts(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let come_back_to = cx.page.approval.come_back_to.take();
    ui.horizontal_wrapped(|ui| {
        if secondary_button(ui, words::close(lang)).clicked() {
            cx.command(Command::CloseRecord);
        }
        ui.add_space(24.0);
        for to in [ApprovalState::Approved, ApprovalState::Returned, ApprovalState::Rejected] {
            let text = crate::text::steps_finish::approval::act_asks(to, lang);
            let button = if to == ApprovalState::Approved { primary_button(ui, &text) } else { secondary_button(ui, &text) };
            if come_back_to == Some(to) {
                ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want_shown(button.id));
            }
            if button.clicked() {
                cx.command(Command::AskApproval(to));
            }
        }
        let note = ja_layout(ui, words::acts_note(lang), TextKind::Small, palette(ui).text_muted, f32::INFINITY);
        if note.size().x <= ui.available_size_before_wrap().x {
            ui.add(egui::Label::new(note).selectable(false));
        }
    });
}
