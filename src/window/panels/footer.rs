//! The footer: back, next, what is left on the step.

use egui::Ui;

use super::place::Place;
use crate::catalogue::StepId;
use crate::text::{Label as _, Lang, window as words};
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{ja_layout, primary_button, secondary_button};
use crate::window::{Command, MenuCommand};

/// What of a step is shown, where it is gone through in parts.
#[derive(Clone, Debug, Default)]
pub struct Inside {
    /// Whether it is gone through so.
    pub is_guided: bool,
    /// What comes next on the step, in a word or two.
    pub next: Option<String>,
    /// Whether digits answer.
    pub answers: bool,
}

/// The footer, with the way back to the step from which a jump led here. `news` is said first if there is any. Returns what was
/// chosen.
pub fn footer(
    ui: &mut Ui,
    place: Place<'_>,
    inside: &Inside,
    back_to: Option<StepId>,
    news: &str,
    lang: Lang,
) -> Option<Command> {
    let mut chosen = None;
    ui.horizontal(|ui| {
        let goes_back = inside.is_guided || place.previous().is_some();
        let back = ui.add_enabled_ui(goes_back, |ui| secondary_button(ui, words::back(lang))).inner;
        if back.clicked() {
            chosen = Some(if inside.is_guided { Command::PreviousQuestion } else { Command::PreviousStep });
        }
        if let Some(next) = &inside.next {
            if primary_button(ui, &words::next(next, lang)).clicked() {
                chosen = Some(Command::NextQuestion);
            }
        } else if let Some(next) = place.next() {
            if primary_button(ui, &words::next(next.label(lang), lang)).clicked() {
                chosen = Some(Command::NextStep);
            }
        } else {
            let galley = ja_layout(ui, words::finish(lang), TextKind::Body, palette(ui).text_muted, f32::INFINITY);
            ui.add(egui::Label::new(galley).selectable(false));
        }
        if let Some(step) = back_to
            && secondary_button(ui, &words::back_to(step.label(lang), lang)).clicked()
        {
            chosen = Some(Command::GoBack);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let remaining = place.steps.get(place.index()).map_or(0, |(_, state)| state.remaining);
            let worth_knowing = [MenuCommand::NextStep, MenuCommand::Help, MenuCommand::Search];
            let keys = worth_knowing.map(|command| command.shown_keys(ui.ctx()).unwrap_or_default());
            let keys = keys.each_ref().map(String::as_str);
            let keys = match inside.answers {
                true => words::footer_keys_guided(keys, lang),
                false => words::footer_keys(keys, lang),
            };
            let left = words::remaining(remaining, lang);
            let long = if news.is_empty() { format!("{left}　{keys}") } else { format!("{news}　{left}") };
            // What there is room for, the most telling first.
            for text in [long.as_str(), if news.is_empty() { left.as_str() } else { news }] {
                let galley = ja_layout(ui, text, TextKind::Small, palette(ui).text_body, f32::INFINITY);
                if galley.size().x <= ui.available_width() {
                    let response = ui.add(egui::Label::new(galley).selectable(false));
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
                    break;
                }
            }
        });
    });
    chosen
}
