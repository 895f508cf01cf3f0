//! The live result strip: the three objectives, the whole, both conditions, the outcome.
//!
//! It is one line in any window: where the full words do not fit there are shorter ones, and in the end the letters of the objectives.
//! A screen reader hears the full words always.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, Galley, Label, Rect, Response, Sense, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::catalogue::{Catalogue, StepId};
use crate::judgement::{Condition, Judgement, Outcome};
use crate::record::{Assessment, Level};
use crate::text::{Label as _, Lang, labels, window as words};
use crate::window::Command;
use crate::window::theme::{Palette, TextKind, palette, tokens};
use crate::window::widgets::{BARS_WIDTH, Icon, Tone, bars_of, ja_layout, link_button, paint_bars, paint_icon};

/// What the strip tells.
#[derive(Clone, Copy, Debug)]
pub struct Results<'a> {
    /// What follows from the answers.
    pub judgement: &'a Judgement,
    /// How its levels are called.
    pub catalogue: &'a Catalogue,
    /// Where the approval stands, in words, once somebody asked for it.
    pub approval: Option<(&'a str, Tone)>,
    /// The language of the words.
    pub lang: Lang,
}

/// The result strip, as high as there is room. Returns what was chosen.
pub fn result_strip(ui: &mut Ui, results: Results<'_>) -> Option<Command> {
    let parts = parts(results, palette(ui));
    let room = ui.available_width();
    let fits = |size: &Size| size.width(ui, &size.of(&parts), results) <= room;
    let size = Size::ALL.into_iter().find(fits).unwrap_or(Size::LEAST);
    shown(ui, results, &parts, size)
}

/// The whole and the outcome alone, for a line that the strip shares with others. Returns what was chosen.
pub fn result_in_short(ui: &mut Ui, results: Results<'_>) -> Option<Command> {
    let parts = parts(results, palette(ui));
    let fits = |size: &Size| size.width(ui, &size.of(&parts), results) <= ui.available_width();
    let size = [Size::BESIDE].into_iter().find(fits).unwrap_or(Size::LEAST);
    shown(ui, results, &parts, size)
}

/// How wide the outcome alone is, in points.
pub fn least_result_width(ui: &Ui, results: Results<'_>) -> f32 {
    Size::LEAST.width(ui, &[], results) + 2.0 * Size::LEAST.space
}

fn shown(ui: &mut Ui, results: Results<'_>, parts: &[Part], size: Size) -> Option<Command> {
    let lang = results.lang;
    let builder = UiBuilder::new().accessibility_role(Role::Status).accessibility_label(words::results(lang));
    ui.scope_builder(builder, |ui| {
        if size.of(parts).len() < parts.len() {
            // What there is no room for is said all the same.
            let said = parts.iter().map(|part| format!("{} {}", part.name, part.value)).collect::<Vec<_>>().join("\n");
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_description(said));
        }
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let row = vec2(ui.available_width(), ui.available_height());
        ui.allocate_ui_with_layout(row, egui::Layout::left_to_right(egui::Align::Center), |ui| {
            if size.captioned {
                let caption = one_line(ui, words::results(lang), TextKind::Small, palette(ui).text_muted);
                let (_, rect) = ui.allocate_space(caption.size());
                ui.painter().galley(rect.min, caption, palette(ui).text_muted);
                ui.add_space(size.space);
                rule(ui, size);
            }
            for (number, part) in (0..).zip(size.of(parts)) {
                if number > 0 {
                    rule(ui, size);
                }
                show(ui, size, part);
            }
            // The outcome stands at the right end.
            let end = size.end_width(ui, results);
            ui.add_space((ui.available_width() - end).max(size.space));
            outcome_badge(ui, size, results);
            ui.add_space(GAP);
            link_button(ui, words::why(lang)).clicked().then_some(Command::ShowExplanation)
        })
        .inner
    })
    .inner
}

/// Between the outcome and the link, in points.
const GAP: f32 = 16.0;
const BADGE_MARGIN: f32 = 14.0;
/// Between the parts of a result.
const WITHIN: f32 = 8.0;

/// One result.
struct Part {
    name: &'static str,
    /// Its name where there is little room.
    letter: &'static str,
    value: String,
    short: String,
    /// How many bars of its level are filled, if it is one.
    bars: Option<u8>,
    color: Color32,
    /// How soon it is left out where there is no room: the larger, the sooner.
    weight: Weight,
}

/// What is left out last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Nothing,
    Whole,
    Condition,
    Objective,
}

fn parts(results: Results<'_>, palette: &Palette) -> Vec<Part> {
    let Results { judgement, catalogue, approval, lang } = results;
    let assessed = |name: &'static str, letter: &'static str, assessment: Assessment| Part {
        name,
        letter,
        value: labels::assessment(assessment, catalogue, lang),
        short: labels::assessment_in_short(assessment, catalogue, lang),
        bars: Some(bars_of(assessment)),
        color: assessment_color(assessment, palette),
        weight: Weight::Objective,
    };
    let said = |name: &'static str, value: &str, color: Color32| Part {
        name,
        letter: name,
        value: value.to_owned(),
        short: value.to_owned(),
        bars: None,
        color,
        weight: Weight::Condition,
    };
    let met = |name, condition: Condition| said(name, condition.label(lang), condition_color(condition, palette));
    let objectives = judgement
        .objectives
        .iter()
        .map(|(objective, assessment)| assessed(objective.label(lang), labels::objective_in_short(objective), *assessment));
    let overall = words::overall(lang);
    let whole = [
        Part { weight: Weight::Whole, ..assessed(overall, overall, judgement.overall) },
        met(words::condition_listed(lang), judgement.condition_listed),
        met(words::condition_low(lang), judgement.condition_low),
    ];
    let approval = approval.map(|(state, tone)| said(StepId::Approval.label(lang), state, tone.color(palette)));
    objectives.chain(whole).chain(approval).collect()
}

/// How much is said, and in which size.
#[derive(Clone, Copy)]
struct Size {
    captioned: bool,
    plain: TextKind,
    strong: TextKind,
    space: f32,
    full_values: bool,
    full_outcome: bool,
    names: bool,
    /// The parts up to this one are shown.
    parts: Weight,
}

impl Size {
    const FULL: Self = Self {
        captioned: true,
        plain: TextKind::Small,
        strong: TextKind::Strong,
        space: 16.0,
        full_values: true,
        full_outcome: true,
        names: true,
        parts: Weight::Objective,
    };
    const SMALL: Self = Self { full_outcome: false, full_values: false, space: 8.0, strong: TextKind::SmallStrong, ..Self::FULL };
    const SHORTEST: Self = Self { captioned: false, names: false, space: 6.0, ..Self::SMALL };
    const BESIDE: Self =
        Self { captioned: false, full_outcome: false, full_values: false, space: 8.0, parts: Weight::Whole, ..Self::FULL };
    const LEAST: Self = Self { parts: Weight::Nothing, ..Self::BESIDE };
    /// The most telling first.
    const ALL: [Self; 9] = [
        Self::FULL,
        Self { full_outcome: false, ..Self::FULL },
        Self { full_outcome: false, full_values: false, ..Self::FULL },
        Self { space: 11.0, full_outcome: false, full_values: false, ..Self::FULL },
        Self::SMALL,
        Self { names: false, ..Self::SMALL },
        Self::SHORTEST,
        Self { parts: Weight::Condition, ..Self::SHORTEST },
        Self::BESIDE,
    ];

    fn of(self, parts: &[Part]) -> Vec<&Part> {
        parts.iter().filter(|part| part.weight <= self.parts).collect()
    }

    fn name(self, part: &Part) -> &'static str {
        if self.names { part.name } else { part.letter }
    }

    fn value(self, part: &Part) -> &str {
        if self.full_values { &part.value } else { &part.short }
    }

    fn outcome(self, results: Results<'_>) -> &'static str {
        let Results { judgement, lang, .. } = results;
        if self.full_outcome { judgement.outcome.label(lang) } else { labels::outcome_in_short(judgement.outcome, lang) }
    }

    /// How wide all results are on one line, in points.
    fn width(self, ui: &Ui, parts: &[&Part], results: Results<'_>) -> f32 {
        let width = |text: &str, kind| one_line(ui, text, kind, palette(ui).text).size().x;
        let caption =
            if self.captioned { width(words::results(results.lang), TextKind::Small) + 2.0 * self.space + 1.0 } else { 0.0 };
        let each = |part: &&Part| {
            let bars = if part.bars.is_some() { BARS_WIDTH + WITHIN } else { 0.0 };
            width(self.name(part), self.plain) + WITHIN + bars + width(self.value(part), self.strong) + 2.0 * self.space + 1.0
        };
        caption + parts.iter().map(each).sum::<f32>() + self.end_width(ui, results)
    }

    /// How wide the outcome is with the link beside it.
    fn end_width(self, ui: &Ui, results: Results<'_>) -> f32 {
        let width = |text: &str, kind| one_line(ui, text, kind, palette(ui).text).size().x;
        let badge = width(self.outcome(results), self.strong) + 2.0 * BADGE_MARGIN + tokens::ICON + WITHIN;
        badge + GAP + width(words::why(results.lang), TextKind::Body) + 4.0
    }
}

fn one_line(ui: &Ui, text: &str, kind: TextKind, color: Color32) -> Arc<Galley> {
    ja_layout(ui, text, kind, color, f32::INFINITY)
}

/// One result: its name, the bars of its level, its value. Of a shortened one the full words are still said.
fn show(ui: &mut Ui, size: Size, part: &Part) {
    said(ui, one_line(ui, size.name(part), size.plain, palette(ui).text_muted), part.name);
    ui.add_space(WITHIN);
    if let Some(filled) = part.bars {
        let (_, rect) = ui.allocate_space(vec2(BARS_WIDTH, tokens::ICON));
        paint_bars(ui.painter(), rect.center(), filled, part.color);
        ui.add_space(WITHIN);
    }
    said(ui, one_line(ui, size.value(part), size.strong, part.color), &part.value);
    ui.add_space(size.space);
}

/// A label whose accessible text is the full one.
fn said(ui: &mut Ui, galley: Arc<Galley>, full: &str) -> Response {
    let response = ui.add(Label::new(galley).selectable(false));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, full));
    response
}

/// The line between two results.
fn rule(ui: &mut Ui, size: Size) {
    let (_, rect) = ui.allocate_space(vec2(1.0, 24.0));
    ui.painter().vline(rect.center().x, rect.y_range(), palette(ui).line());
    ui.add_space(size.space);
}

/// The outcome in a frame, beside its icon.
fn outcome_badge(ui: &mut Ui, size: Size, results: Results<'_>) {
    let outcome = results.judgement.outcome;
    let color = outcome_color(outcome, palette(ui));
    let galley = one_line(ui, size.outcome(results), size.strong, color);
    let width = galley.size().x + 2.0 * BADGE_MARGIN + tokens::ICON + WITHIN;
    let (rect, response) = ui.allocate_exact_size(vec2(width, tokens::CHIP_HEIGHT.min(ui.available_height())), Sense::hover());
    let stroke = egui::Stroke::new(tokens::EDGE_CHOSEN, color);
    ui.painter().rect(rect, tokens::RADIUS, palette(ui).page, stroke, StrokeKind::Inside);
    let icon = pos2(rect.left() + BADGE_MARGIN + tokens::ICON / 2.0, rect.center().y);
    paint_icon(ui.painter(), outcome_icon(outcome), icon, tokens::ICON, color, palette(ui).page);
    let left = icon.x + tokens::ICON / 2.0 + WITHIN;
    let text = Rect::from_min_size(pos2(left, rect.center().y - galley.size().y / 2.0), galley.size());
    ui.painter().galley(text.min, galley, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, outcome.label(results.lang)));
}

const fn assessment_color(assessment: Assessment, palette: &Palette) -> Color32 {
    match assessment {
        Assessment::Assessed { level: Level::Low } => palette.success,
        Assessment::Assessed { .. } | Assessment::NotAssessed { at_least: Level::Moderate | Level::High } => palette.warning,
        Assessment::NotAssessed { at_least: Level::Low } => palette.text,
    }
}

const fn condition_color(condition: Condition, palette: &Palette) -> Color32 {
    match condition {
        Condition::Yes => palette.success,
        Condition::No => palette.warning,
        Condition::Undetermined => palette.text,
    }
}

const fn outcome_color(outcome: Outcome, palette: &Palette) -> Color32 {
    match outcome {
        Outcome::Fits => palette.success,
        Outcome::NotLow | Outcome::Unlisted | Outcome::OutOfScope | Outcome::NotRequired => palette.warning,
        Outcome::InvalidAssessor | Outcome::Stop => palette.error,
        Outcome::Undetermined => palette.text,
    }
}

const fn outcome_icon(outcome: Outcome) -> Icon {
    match outcome {
        Outcome::Fits => Icon::Done,
        Outcome::NotLow | Outcome::Unlisted => Icon::Attention,
        Outcome::OutOfScope | Outcome::NotRequired => Icon::Info,
        Outcome::InvalidAssessor | Outcome::Stop => Icon::Wrong,
        Outcome::Undetermined => Icon::Empty,
    }
}
