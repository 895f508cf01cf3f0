//! Small parts that stand in several places of the step.

use egui::{Id, Ui};

use crate::record::Date;
use crate::text::{self, Lang};
use crate::window::theme::TextKind;
use crate::window::widgets::{ja_label, line_input};

pub(in crate::window) fn fact(ui: &mut Ui, name: &str, value: &str) {
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(120.0_f32.min(ui.available_width() * 0.3));
            ja_label(ui, name, TextKind::Small);
        });
        ui.vertical(|ui| ja_label(ui, value, TextKind::Body));
    });
}

/// A line that says something already until the user writes something else.
pub(in crate::window) fn edit(
    ui: &mut Ui,
    id: &str,
    label: &str,
    typed: &mut Option<String>,
    beforehand: &str,
    lang: Lang,
) -> String {
    let mut text = typed.clone().unwrap_or_else(|| beforehand.to_owned());
    if line_input(ui, Id::unique(id), label, "", &mut text, lang).changed() {
        *typed = Some(text.clone());
    }
    text
}

pub(in crate::window) fn read_date(typed: &str, lang: Lang) -> Result<Date, String> {
    typed.trim().parse().map_err(|error| text::date_error(&error, lang).to_string())
}
