//! The live result strip: the three objectives, the whole, both conditions, the outcome.

use egui::accesskit::Role;
use egui::{Color32, Frame, Margin, Stroke, Ui, UiBuilder};

use crate::catalogue::Catalogue;
use crate::judgement::{Condition, Judgement, Outcome};
use crate::record::{Assessment, Level};
use crate::text::{Label as _, Lang, labels, window as words};
use crate::window::Command;
use crate::window::theme::{TextKind, tokens};
use crate::window::widgets::{ja_layout, link_button};

/// The result strip. Returns what was chosen.
pub fn result_strip(ui: &mut Ui, judgement: &Judgement, catalogue: &Catalogue, lang: Lang) -> Option<Command> {
    let mut asked = None;
    let builder = UiBuilder::new().accessibility_role(Role::Status).accessibility_label(words::results(lang));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.horizontal_wrapped(|ui| {
            for (objective, assessment) in judgement.objectives.iter() {
                part(ui, objective.label(lang), &labels::assessment(*assessment, catalogue, lang), assessment_color(*assessment));
            }
            let overall = judgement.overall;
            part(ui, words::overall(lang), &labels::assessment(overall, catalogue, lang), assessment_color(overall));
            let listed = judgement.condition_listed;
            part(ui, words::condition_listed(lang), listed.label(lang), condition_color(listed));
            let low = judgement.condition_low;
            part(ui, words::condition_low(lang), low.label(lang), condition_color(low));
            let text = judgement.outcome.label(lang);
            let width = ja_layout(ui, text, TextKind::Strong, tokens::TEXT, f32::INFINITY).size().x + 110.0;
            // One line if there is room: the outcome stands at the right end.
            let room = ui.available_size_before_wrap().x;
            if room > width {
                ui.add_space(room - width);
            }
            outcome_badge(ui, judgement.outcome, lang);
            ui.add_space(12.0);
            if link_button(ui, words::why(lang)).clicked() {
                asked = Some(Command::ShowExplanation);
            }
        });
    });
    asked
}

fn part(ui: &mut Ui, name: &str, value: &str, color: Color32) {
    ui.scope(|ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(tokens::TARGET_HEIGHT);
            let name = ja_layout(ui, name, TextKind::Body, tokens::TEXT_MUTED, f32::INFINITY);
            ui.add(egui::Label::new(name).selectable(false));
            ui.add_space(6.0);
            let value = ja_layout(ui, value, TextKind::Strong, color, f32::INFINITY);
            ui.add(egui::Label::new(value).selectable(false));
            ui.add_space(13.0);
            let (rect, _) = ui.allocate_exact_size(egui::vec2(1.0, 20.0), egui::Sense::hover());
            ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(1.0, tokens::RULE));
            ui.add_space(13.0);
        });
    });
}

/// The outcome in a frame.
fn outcome_badge(ui: &mut Ui, outcome: Outcome, lang: Lang) {
    let color = outcome_color(outcome);
    Frame::new()
        .fill(tokens::PAGE)
        .stroke(Stroke::new(2.0, color))
        .corner_radius(tokens::RADIUS)
        .inner_margin(Margin::symmetric(12, 4))
        .show(ui, |ui| {
            let galley = ja_layout(ui, outcome.label(lang), TextKind::Strong, color, f32::INFINITY);
            ui.add(egui::Label::new(galley).selectable(false));
        });
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
