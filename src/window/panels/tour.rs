//! The strip of the tour: where in it one is, and what there is to see here.

use egui::accesskit::{Live, Role};
use egui::{Align, Layout, Ui, UiBuilder};

use super::place::Place;
use crate::text::{Label as _, Lang, window as words};
use crate::window::theme::{TextKind, tokens};
use crate::window::widgets::{ja_label, primary_button, small_button, small_button_width};
use crate::window::{Command, MenuCommand};

/// The strip of the tour. Returns what was chosen.
pub fn tour(ui: &mut Ui, place: Place<'_>, lang: Lang) -> Option<Command> {
    let builder = UiBuilder::new().accessibility_role(Role::Status).accessibility_label(words::tour(lang));
    ui.scope_builder(builder, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_live(Live::Polite));
        let mut chosen = None;
        let end = words::end_tour_by(&MenuCommand::EndTour.shown_keys(ui.ctx()).unwrap_or_default(), lang);
        ui.horizontal_top(|ui| {
            let room = ui.available_width() - small_button_width(ui, &end) - 48.0;
            ui.vertical(|ui| {
                ui.set_width(room);
                let at = words::tour_at(place.index() + 1, place.steps.len(), place.step.label(lang), lang);
                ja_label(ui, &at, TextKind::Strong);
                ja_label(ui, words::tour_sees(place.step, lang), TextKind::Body);
            });
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                let is_last = place.next().is_none();
                let button = if is_last { primary_button(ui, &end) } else { small_button(ui, &end) };
                if button.clicked() {
                    chosen = Some(Command::EndTour);
                }
            });
        });
        if place.next().is_some() && ui.max_rect().width() > tokens::NARROW_WIDTH {
            let next = MenuCommand::NextStep.shown_keys(ui.ctx()).unwrap_or_default();
            ja_label(ui, &words::tour_goes_on(&next, lang), TextKind::Small);
        }
        chosen
    })
    .inner
}
