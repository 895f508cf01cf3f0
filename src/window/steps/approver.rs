//! 承認者のページ: all that somebody needs who has three minutes, on one page. The acts stand below it, outside of what scrolls.

mod acts;
mod reasons;

use egui::{CollapsingHeader, Frame, Label, Margin, Ui, pos2, vec2};

pub use self::acts::{acts, further_rows};
use super::approval::content;
use super::review::picture;
use crate::judgement::{Condition, Finding, Severity, Standing};
use crate::text::days::both_calendars;
use crate::text::steps_finish::approver as words;
use crate::text::{Label as _, approval as said, conditions, finding_message, labels};
use crate::window::memory::ApproverPart;
use crate::window::steps::review::outcome_tone;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    Column, Icon, Tone, icon, ja_label, ja_layout, link_button, low_section_heading, page_heading, table,
};
use crate::window::{Command, StepContext};

/// From this width on, in points, things stand side by side.
const SIDE_BY_SIDE: f32 = 700.0;
/// The least width of the sentences on the outcome beside it, in points.
const LEAST_WHY: f32 = 280.0;
/// How much of the width the picture takes then.
const PICTURE: f32 = 0.57;
/// Between what stands side by side.
const BETWEEN: f32 = 20.0;
/// How many findings are said one by one.
const FINDINGS: usize = 6;

/// What the approver reads.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    content::refresh(cx);
    let part = cx.page.approval.go_to.take();
    head(ui, cx);
    result(ui, cx);
    let lowered = reasons::lowered(cx);
    let width = ui.available_width();
    if width >= SIDE_BY_SIDE && !lowered.is_empty() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = BETWEEN;
            column(ui, (width - BETWEEN) * PICTURE, |ui| levels(ui, cx));
            column(ui, ui.available_width(), |ui| reasons::ui(ui, cx, &lowered));
        });
    } else {
        levels(ui, cx);
        reasons::ui(ui, cx, &lowered);
    }
    ui.add_space(4.0);
    if cx.page.content.changes.is_some() || cx.page.content.kept_copy_is_another {
        content::changes_since(ui, cx);
    }
    let (record, lang) = (cx.record, cx.lang);
    texts(
        ui,
        [words::conditions(lang), words::condition_head(lang)],
        record.conditions_of_use.as_str(),
        words::no_conditions(lang),
    );
    texts(ui, [words::risks(lang), words::risk_head(lang)], record.residual_risk.as_str(), words::no_risks(lang));
    if part == Some(ApproverPart::Findings) {
        ui.scroll_to_cursor(Some(egui::Align::TOP));
    }
    findings(ui, cx);
    let details = part == Some(ApproverPart::Details);
    if details {
        ui.scroll_to_cursor(Some(egui::Align::TOP));
    }
    content::digests(ui, cx, details);
}

fn column(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.x = tokens::GAP_S;
        contents(ui);
    });
}

/// What the page is, who asked, and the way to the whole record: in one line where there is room.
fn head(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let approval = &cx.record.approval;
    let on = approval.on.map_or_else(String::new, |on| both_calendars(on, lang));
    let requested = words::requested(&on, &said::person(&approval.by), lang);
    let width = |ui: &Ui, text: &str, kind| ja_layout(ui, text, kind, palette(ui).text, f32::INFINITY).size().x;
    let whole = width(ui, words::title(lang), TextKind::Heading)
        + width(ui, &requested, TextKind::Small)
        + width(ui, words::read_record(lang), TextKind::Body);
    let link = if whole + 4.0 * BETWEEN <= ui.available_width() {
        ui.horizontal(|ui| {
            page_heading(ui, words::title(lang), "");
            ja_label(ui, &requested, TextKind::Small);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| link_button(ui, words::read_record(lang))).inner
        })
        .inner
    } else {
        page_heading(ui, words::title(lang), &requested);
        link_button(ui, words::read_record(lang))
    };
    if link.clicked() {
        cx.command(Command::ReadRecord);
    }
    ui.add_space(4.0);
}

/// The outcome, one sentence a condition, and what to look at.
fn result(ui: &mut Ui, cx: &StepContext<'_>) {
    let (lang, judgement) = (cx.lang, cx.judgement);
    let color = outcome_tone(judgement.outcome).color(palette(ui));
    let frame = Frame::new().stroke(egui::Stroke::new(tokens::EDGE_CHOSEN, color)).corner_radius(tokens::RADIUS);
    let shown = frame.inner_margin(Margin::symmetric(20, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let [outcome, counts] = [outcome_width(ui, cx), counts_width(ui, cx)];
        let rest = ui.available_width() - outcome - counts - 4.0 * BETWEEN;
        if rest < LEAST_WHY {
            self::outcome(ui, cx);
            why(ui, cx);
            look_at(ui, cx);
            return Vec::new();
        }
        let left = ui.max_rect().left();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0 * BETWEEN;
            column(ui, outcome, |ui| self::outcome(ui, cx));
            column(ui, rest, |ui| why(ui, cx));
            column(ui, counts, |ui| look_at(ui, cx));
        });
        vec![left + outcome + BETWEEN, left + outcome + 3.0 * BETWEEN + rest]
    });
    for x in shown.inner {
        ui.painter().vline(x, shown.response.rect.shrink(10.0).y_range(), palette(ui).line());
    }
    if cx.page.content.changes.is_none() && cx.record.approval.content.is_some() {
        let state = cx.record.approval.state;
        ja_label(ui, crate::text::steps_finish::approval::unchanged_since(state, lang), TextKind::Small);
    }
}

/// 適合, and below it the rest of the full words.
fn outcome_words(cx: &StepContext<'_>) -> (&'static str, &'static str) {
    let (full, short) = (cx.judgement.outcome.label(cx.lang), labels::outcome_in_short(cx.judgement.outcome, cx.lang));
    match full.strip_prefix(short) {
        Some(rest) => (short, rest.trim_matches(|letter: char| "（）() ".contains(letter))),
        None => (full, ""),
    }
}

fn outcome_width(ui: &Ui, cx: &StepContext<'_>) -> f32 {
    let (short, rest) = outcome_words(cx);
    let width = |text: &str, kind| ja_layout(ui, text, kind, palette(ui).text, f32::INFINITY).size().x;
    tokens::ICON + tokens::GAP_S + width(short, TextKind::Section).max(width(rest, TextKind::Small)) + 2.0
}

fn outcome(ui: &mut Ui, cx: &StepContext<'_>) {
    let tone = outcome_tone(cx.judgement.outcome);
    let color = tone.color(palette(ui));
    let (short, rest) = outcome_words(cx);
    ui.horizontal(|ui| {
        icon(ui, if tone == Tone::Success { Icon::Done } else { Icon::Attention }, color);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let galley = ja_layout(ui, short, TextKind::Section, color, ui.available_width());
            let label = ui.add(Label::new(galley).selectable(false));
            let full = cx.judgement.outcome.label(cx.lang);
            label.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, full));
            if !rest.is_empty() {
                // The label above says it already.
                let galley = ja_layout(ui, rest, TextKind::Small, color, ui.available_width());
                let (_, rect) = ui.allocate_space(galley.size());
                ui.painter().galley(rect.min, galley, color);
            }
        });
    });
}

/// A sentence for each condition, and before them what of the gate decides by itself.
fn why(ui: &mut Ui, cx: &StepContext<'_>) {
    let (lang, judgement) = (cx.lang, cx.judgement);
    ui.spacing_mut().item_spacing.y = 2.0;
    if let Some(gate) = conditions::gate(cx.record, cx.catalogue, judgement, lang) {
        ja_label(ui, &gate, TextKind::Data);
    }
    let listed = conditions::listed(cx.record, cx.catalogue, lang);
    let low = conditions::low(cx.catalogue, judgement, lang);
    for (mark, found, sentence) in [("①", judgement.condition_listed, listed), ("②", judgement.condition_low, low)] {
        condition(ui, mark, found, &sentence, cx);
    }
}

/// The mark and what came of the condition in bold, the sentence behind them.
fn condition(ui: &mut Ui, mark: &str, found: Condition, sentence: &str, cx: &StepContext<'_>) {
    let found = found.label(cx.lang);
    let head = ja_layout(ui, &format!("{mark} {found}"), TextKind::SmallStrong, palette(ui).text, f32::INFINITY);
    let indent = head.size().x + tokens::GAP_M;
    let body = ja_layout(ui, sentence, TextKind::Data, palette(ui).text_body, (ui.available_width() - indent).max(120.0));
    let (rect, response) = ui.allocate_exact_size(vec2(indent + body.size().x, body.size().y), egui::Sense::hover());
    ui.painter().galley(rect.min, head, palette(ui).text);
    ui.painter().galley(pos2(rect.left() + indent, rect.top()), body, palette(ui).text_body);
    let said = words::condition(mark, found, sentence, cx.lang);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &said));
}

fn counts(cx: &StepContext<'_>) -> [String; 2] {
    let [errors, warnings] = [Severity::Error, Severity::Warning].map(|severity| cx.judgement.count(severity));
    [conditions::moved(cx.judgement, cx.lang), words::findings_in_short(errors, warnings, cx.lang)]
}

fn counts_width(ui: &Ui, cx: &StepContext<'_>) -> f32 {
    let width = |text: &String| ja_layout(ui, text, TextKind::SmallStrong, palette(ui).text, f32::INFINITY).size().x;
    counts(cx).iter().map(width).fold(0.0, f32::max) + 2.0
}

fn look_at(ui: &mut Ui, cx: &StepContext<'_>) {
    let [moved, findings] = counts(cx);
    ui.spacing_mut().item_spacing.y = 2.0;
    let moves = |standing| matches!(standing, Standing::Lowered | Standing::Raised);
    let is_moved = cx.judgement.items.iter().any(|item| item.cells.iter().any(|(_, cell)| moves(cell.standing)));
    ja_label(ui, &moved, if is_moved { TextKind::SmallWarning } else { TextKind::Small });
    ja_label(ui, &findings, TextKind::Small);
}

fn levels(ui: &mut Ui, cx: &StepContext<'_>) {
    low_section_heading(ui, words::information(cx.lang));
    picture::grid(ui, cx);
}

/// A text of several lines as a table with a number for each.
fn texts(ui: &mut Ui, [title, head]: [&str; 2], text: &str, nothing: &str) {
    low_section_heading(ui, title);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        ja_label(ui, nothing, TextKind::Small);
        return;
    }
    table(ui, title, title, &[Column::Fixed(36.0), Column::Share { weight: 1.0, least: 120.0 }], |table| {
        table.head(|row| {
            row.cell(|_| ());
            row.cell(|ui| ja_label(ui, head, TextKind::SmallStrong));
        });
        for (number, line) in (1..).zip(lines) {
            table.row(|row| {
                row.cell(|ui| ja_label(ui, &number.to_string(), TextKind::Data));
                row.cell(|ui| ja_label(ui, line, TextKind::Data));
            });
        }
    });
}

/// What stands out, the gravest first.
fn findings(ui: &mut Ui, cx: &StepContext<'_>) {
    let lang = cx.lang;
    let mut grave: Vec<&Finding> = cx.judgement.findings.iter().filter(|finding| finding.severity() != Severity::Note).collect();
    grave.sort_by_key(|finding| finding.severity());
    low_section_heading(ui, &words::findings(grave.len(), lang));
    if grave.is_empty() {
        ja_label(ui, words::no_findings(lang), TextKind::Data);
    }
    let line = |ui: &mut Ui, finding: &Finding| {
        let what = finding_message(finding, cx.record, cx.catalogue, lang).what;
        ja_label(ui, &words::finding(finding.severity().label(lang), &what, lang), TextKind::Data);
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
