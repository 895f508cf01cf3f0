//! The live result strip: the three objectives, the whole, both conditions, the outcome.

use egui::accesskit::Role;
use egui::{Color32, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use crate::catalogue::{Catalogue, StepId};
use crate::judgement::{Condition, Judgement, Outcome};
use crate::record::{Assessment, Level};
use crate::text::{Label as _, Lang, labels, window as words};
use crate::window::Command;
use crate::window::theme::{Palette, TextKind, palette, tokens};
use crate::window::widgets::{Tone, ja_layout, link_button};

/// The result strip: one line where there is room, in smaller type if need be, and two low ones in a narrow window. Returns what
/// was chosen.
///
/// `approval` is where the approval stands, in words, once somebody asked for it.
pub fn result_strip(
    ui: &mut Ui,
    judgement: &Judgement,
    catalogue: &Catalogue,
    approval: Option<(&str, Tone)>,
    lang: Lang,
) -> Option<Command> {
    let parts = parts(judgement, catalogue, approval, lang, palette(ui));
    let size = if line_width(ui, Size::FULL, &parts, judgement.outcome, lang) <= ui.available_width() {
        Size::FULL
    } else {
        Size::COMPACT
    };
    let mut asked = None;
    let builder = UiBuilder::new().accessibility_role(Role::Status).accessibility_label(words::results(lang));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
        ui.spacing_mut().interact_size.y = size.height;
        ui.horizontal_wrapped(|ui| {
            for part in &parts {
                show(ui, size, part);
            }
            let width = outcome_width(ui, size, judgement.outcome, lang);
            // The outcome stands at the right end; on a line of its own if there is no room for it.
            if ui.available_size_before_wrap().x < width {
                ui.end_row();
            }
            let room = ui.available_size_before_wrap().x;
            if size.height > Size::COMPACT.height && room > width {
                ui.add_space(room - width);
            }
            outcome_badge(ui, size, judgement.outcome, lang);
            ui.add_space(GAP);
            if link_button(ui, words::why(lang)).clicked() {
                asked = Some(Command::ShowExplanation);
            }
        });
    });
    asked
}

/// Between the outcome and the link, in points.
const GAP: f32 = 12.0;
const BADGE_MARGIN: f32 = 14.0;
/// Between the name of a result and its value.
const WITHIN: f32 = 6.0;

/// One result.
struct Part {
    name: &'static str,
    value: String,
    color: Color32,
}

fn parts(
    judgement: &Judgement,
    catalogue: &Catalogue,
    approval: Option<(&str, Tone)>,
    lang: Lang,
    palette: &Palette,
) -> Vec<Part> {
    let assessed = |name: &'static str, assessment: Assessment| Part {
        name,
        value: labels::assessment(assessment, catalogue, lang),
        color: assessment_color(assessment, palette),
    };
    let met = |name: &'static str, condition: Condition| Part {
        name,
        value: condition.label(lang).to_owned(),
        color: condition_color(condition, palette),
    };
    let objectives = judgement.objectives.iter().map(|(objective, assessment)| assessed(objective.label(lang), *assessment));
    let approval = approval.map(|(state, tone)| Part {
        name: StepId::Approval.label(lang),
        value: state.to_owned(),
        color: tone.color(palette),
    });
    let whole = [
        assessed(words::overall(lang), judgement.overall),
        met(words::condition_listed(lang), judgement.condition_listed),
        met(words::condition_low(lang), judgement.condition_low),
    ];
    objectives.chain(whole).chain(approval).collect()
}

/// How wide all results are on one line, in points.
fn line_width(ui: &Ui, size: Size, parts: &[Part], outcome: Outcome, lang: Lang) -> f32 {
    let width = |text: &str, kind| ja_layout(ui, text, kind, palette(ui).text, f32::INFINITY).size().x;
    let each = |part: &Part| width(part.name, size.plain) + width(&part.value, size.strong) + size.around();
    parts.iter().map(each).sum::<f32>() + outcome_width(ui, size, outcome, lang)
}

/// How wide the outcome is with the link beside it.
fn outcome_width(ui: &Ui, size: Size, outcome: Outcome, lang: Lang) -> f32 {
    let width = |text: &str, kind| ja_layout(ui, text, kind, palette(ui).text, f32::INFINITY).size().x;
    width(outcome.label(lang), size.strong) + 2.0 * BADGE_MARGIN + GAP + width(words::why(lang), TextKind::Body) + 4.0
}

#[derive(Clone, Copy)]
struct Size {
    height: f32,
    plain: TextKind,
    strong: TextKind,
    space: f32,
}

impl Size {
    const FULL: Self = Self { height: 34.0, plain: TextKind::Body, strong: TextKind::Strong, space: 13.0 };
    const COMPACT: Self = Self { height: 24.0, plain: TextKind::Small, strong: TextKind::SmallStrong, space: 7.0 };

    /// What stands around the words of a result, in points.
    const fn around(self) -> f32 {
        WITHIN + 2.0 * self.space + 1.0
    }
}

/// One result: its name and its value, kept together on one line.
fn show(ui: &mut Ui, size: Size, part: &Part) {
    let name = ja_layout(ui, part.name, size.plain, palette(ui).text_muted, f32::INFINITY);
    let value = ja_layout(ui, &part.value, size.strong, part.color, f32::INFINITY);
    let width = name.size().x + value.size().x + size.around();
    if ui.available_size_before_wrap().x < width - size.space {
        ui.end_row();
    }
    ui.horizontal(|ui| {
        ui.set_min_height(size.height);
        ui.add(egui::Label::new(name).selectable(false));
        ui.add_space(WITHIN);
        ui.add(egui::Label::new(value).selectable(false));
        ui.add_space(size.space);
        let (rect, _) = ui.allocate_exact_size(vec2(1.0, size.height * 0.6), egui::Sense::hover());
        ui.painter().vline(rect.center().x, rect.y_range(), palette(ui).line());
        ui.add_space(size.space);
    });
}

/// The outcome in a frame.
fn outcome_badge(ui: &mut Ui, size: Size, outcome: Outcome, lang: Lang) {
    let color = outcome_color(outcome, palette(ui));
    let galley = ja_layout(ui, outcome.label(lang), size.strong, color, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * BADGE_MARGIN, size.height), egui::Sense::hover());
    ui.painter().rect(rect.shrink(1.0), tokens::RADIUS, palette(ui).page, Stroke::new(2.0, color), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, outcome.label(lang)));
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
        Outcome::Undetermined => palette.text_body,
    }
}
