//! What stands in place of the result strip for a provider, who fills in no levels: how far request, answers and check-list have
//! come, and what is next.

use egui::accesskit::Role;
use egui::{Ui, UiBuilder};

use crate::catalogue::{Catalogue, Procedure};
use crate::judgement::NextThing;
use crate::record::{Answer, CameAs, Date, Record};
use crate::text::{Lang, next_line, next_thing, window as words};
use crate::window::Command;
use crate::window::theme::TextKind;
use crate::window::widgets::{ja_label, link_button};

/// The strip. Returns what was chosen.
pub fn provider_strip(
    ui: &mut Ui,
    (record, catalogue): (&Record, &Catalogue),
    next: &NextThing,
    today: Date,
    lang: Lang,
) -> Option<Command> {
    let builder = UiBuilder::new().accessibility_role(Role::Status).accessibility_label(words::provider_results(lang));
    ui.scope_builder(builder, |ui| {
        ui.horizontal_centered(|ui| {
            let overdue = record.asked.iter().filter(|asked| asked.state(today) == crate::record::AskedState::Overdue).count();
            let sent = record.asked.iter().filter(|asked| !asked.sent.is_empty()).count();
            ja_label(ui, &words::provider_asked(sent, overdue, lang), TextKind::SmallStrong);
            ui.add_space(16.0);
            let came = record.asked.iter().flat_map(|asked| &asked.came).filter(|came| came.kind != CameAs::Returned).count();
            ja_label(ui, &words::provider_came(came, lang), TextKind::SmallStrong);
            if catalogue.procedure(record) == Procedure::PreApplication {
                ui.add_space(16.0);
                let points = catalogue.check_points();
                let yes = points.iter().filter(|point| *record.check_list_point(point.id) == Answer::Yes).count();
                ja_label(ui, &words::provider_points(yes, points.len(), lang), TextKind::SmallStrong);
            }
            ui.add_space(16.0);
            let said = next_line(&next_thing(next, lang), lang);
            let step = next.step();
            link_button(ui, &said).clicked().then(|| match next.field() {
                Some(field) => Command::JumpTo(field.clone()),
                None => Command::GoTo(step),
            })
        })
        .inner
    })
    .inner
}
