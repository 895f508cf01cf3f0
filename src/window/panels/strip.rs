//! The live result strip: the three objectives, the whole, both conditions, the outcome.

use egui::accesskit::Role;
use egui::{Color32, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use crate::catalogue::{Catalogue, StepId};
use crate::judgement::{Condition, Judgement, Outcome};
use crate::record::{Assessment, Level};
use crate::text::{Label as _, Lang, labels, window as words};
use crate::window::Command;
use crate::window::theme::{TextKind, tokens};
use crate::window::widgets::{Tone, ja_layout, link_button};

/// The result strip: one line where there is room, and two low ones in a narrow window. Returns what was chosen.
///
/// `approval` is where the approval stands, in words, once somebody asked for it.
pub fn result_strip(
    ui: &mut Ui,
    judgement: &Judgement,
    catalogue: &Catalogue,
    approval: Option<(&str, Tone)>,
    lang: Lang,
) -> Option<Command> {
    let size = if ui.available_width() < tokens::NARROW_WIDTH { Size::COMPACT } else { Size::FULL };
    let mut asked = None;
    let builder = UiBuilder::new().accessibility_role(Role::Status).accessibility_label(words::results(lang));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
        ui.spacing_mut().interact_size.y = size.height;
        ui.horizontal_wrapped(|ui| {
            for (objective, assessment) in judgement.objectives.iter() {
                let value = labels::assessment(*assessment, catalogue, lang);
                part(ui, size, objective.label(lang), &value, assessment_color(*assessment));
            }
            let overall = judgement.overall;
            part(ui, size, words::overall(lang), &labels::assessment(overall, catalogue, lang), assessment_color(overall));
            let listed = judgement.condition_listed;
            part(ui, size, words::condition_listed(lang), listed.label(lang), condition_color(listed));
            let low = judgement.condition_low;
            part(ui, size, words::condition_low(lang), low.label(lang), condition_color(low));
            if let Some((state, tone)) = approval {
                part(ui, size, StepId::Approval.label(lang), state, tone.color());
            }
            let outcome = ja_layout(ui, judgement.outcome.label(lang), size.strong, tokens::TEXT, f32::INFINITY).size().x;
            let why = ja_layout(ui, words::why(lang), TextKind::Body, tokens::TEXT, f32::INFINITY).size().x;
            let width = outcome + 2.0 * BADGE_MARGIN + GAP + why + 4.0;
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
}

/// One result: its name and its value, kept together on one line.
fn part(ui: &mut Ui, size: Size, name: &str, value: &str, color: Color32) {
    let name = ja_layout(ui, name, size.plain, tokens::TEXT_MUTED, f32::INFINITY);
    let value = ja_layout(ui, value, size.strong, color, f32::INFINITY);
    let width = name.size().x + 6.0 + value.size().x + 2.0 * size.space + 1.0;
    if ui.available_size_before_wrap().x < width - size.space {
        ui.end_row();
    }
    ui.horizontal(|ui| {
        ui.set_min_height(size.height);
        ui.add(egui::Label::new(name).selectable(false));
        ui.add_space(6.0);
        ui.add(egui::Label::new(value).selectable(false));
        ui.add_space(size.space);
        let (rect, _) = ui.allocate_exact_size(vec2(1.0, size.height * 0.6), egui::Sense::hover());
        ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(1.0, tokens::RULE));
        ui.add_space(size.space);
    });
}

/// The outcome in a frame.
fn outcome_badge(ui: &mut Ui, size: Size, outcome: Outcome, lang: Lang) {
    let color = outcome_color(outcome);
    let galley = ja_layout(ui, outcome.label(lang), size.strong, color, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * BADGE_MARGIN, size.height), egui::Sense::hover());
    ui.painter().rect(rect.shrink(1.0), tokens::RADIUS, tokens::PAGE, Stroke::new(2.0, color), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, outcome.label(lang)));
}

const fn assessment_color(assessment: Assessment) -> Color32 {
    match assessment {
        Assessment::Assessed { level: Level::Low } => tokens::SUCCESS,
        Assessment::Assessed { .. } | Assessment::NotAssessed { at_least: Level::Moderate | Level::High } => tokens::WARNING,
        Assessment::NotAssessed { at_least: Level::Low } => tokens::TEXT,
    }
}

const fn condition_color(condition: Condition) -> Color32 {
    match condition {
        Condition::Yes => tokens::SUCCESS,
        Condition::No => tokens::WARNING,
        Condition::Undetermined => tokens::TEXT,
    }
}

const fn outcome_color(outcome: Outcome) -> Color32 {
    match outcome {
        Outcome::Fits => tokens::SUCCESS,
        Outcome::NotLow | Outcome::Unlisted | Outcome::OutOfScope | Outcome::NotRequired => tokens::WARNING,
        Outcome::InvalidAssessor | Outcome::Stop => tokens::ERROR,
        Outcome::Undetermined => tokens::TEXT_BODY,
    }
}
