//! What if: the results as they are, beside what those that are tried would come to.

use egui::accesskit::Role;
use egui::{Frame, Margin, Ui, UiBuilder};

use crate::catalogue::Catalogue;
use crate::judgement::Judgement;
use crate::record::Objective;
use crate::text::{Label as _, Lang, labels, trial as words};
use crate::window::Command;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{ja_label, ja_layout, small_button};

/// Shows both, and the acts that end the trial. Returns the one that was chosen.
pub fn trial(ui: &mut Ui, now: &Judgement, then: &Judgement, tried: usize, catalogue: &Catalogue, lang: Lang) -> Option<Command> {
    let mut chosen = None;
    let frame = Frame::new().fill(palette(ui).surface_soft).stroke(palette(ui).chosen_edge()).corner_radius(tokens::RADIUS);
    let builder = UiBuilder::new().id_salt("trial").accessibility_role(Role::Status).accessibility_label(words::lead(lang));
    ui.scope_builder(builder, |ui| {
        frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ja_label(ui, words::title(lang), TextKind::Strong);
            let level = |assessment| labels::assessment(assessment, catalogue, lang);
            let mut results: Vec<(&str, String, String)> = Objective::ALL
                .into_iter()
                .map(|objective| {
                    let [now, then] = [now, then].map(|judgement| level(judgement.objectives[objective]));
                    (objective.label(lang), now, then)
                })
                .collect();
            results.push((words::overall(lang), level(now.overall), level(then.overall)));
            let [now_said, then_said] = [now, then].map(|judgement| judgement.outcome.label(lang).to_owned());
            results.push((words::outcome(lang), now_said, then_said));
            ui.horizontal_wrapped(|ui| {
                for (what, now, then) in &results {
                    let (said, kind) = match now == then {
                        true => (words::stays(what, now, lang), TextKind::Small),
                        false => (words::changes(what, now, then, lang), TextKind::Strong),
                    };
                    // Each stands whole on its line.
                    let galley = ja_layout(ui, &said, kind, kind.color(palette(ui)), f32::INFINITY);
                    ui.add(egui::Label::new(galley).selectable(false));
                }
            });
            ui.horizontal_wrapped(|ui| {
                if ui.add_enabled_ui(tried > 0, |ui| small_button(ui, words::adopt(lang))).inner.clicked() {
                    chosen = Some(Command::AdoptTrial);
                }
                if small_button(ui, words::discard(lang)).clicked() {
                    chosen = Some(Command::DiscardTrial);
                }
                ja_label(ui, &words::tried(tried, lang), TextKind::Small);
            });
        });
    });
    ui.add_space(4.0);
    chosen
}
