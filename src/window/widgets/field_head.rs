//! The line above a field: its label, whether it is required, that it is still empty, and how long its text is.
//!
//! What changes while somebody works stands on this line, where there is room for it before: nothing below it moves.

use egui::{Align, Label, Layout, Response, Ui};

use super::{ja_label, ja_layout};
use crate::text::{Lang, window as words};
use crate::window::theme::{TextKind, palette};

/// What stands on the line.
pub(super) struct FieldHead<'a> {
    pub label: &'a str,
    pub required: bool,
    /// Whether it was left empty although it is needed, by somebody who was there.
    pub left_empty: bool,
    /// How long the text is and may be, where that is worth knowing.
    pub length: Option<(usize, usize)>,
}

/// Shows the line. Returns the label.
pub(super) fn field_head(ui: &mut Ui, head: &FieldHead<'_>, lang: Lang) -> Response {
    let width = |ui: &Ui, text: &str, kind: TextKind| ja_layout(ui, text, kind, kind.color(palette(ui)), f32::INFINITY).size().x;
    let marks = marks(head, lang);
    let shortest = marks.last().map_or(0.0, |mark| width(ui, mark, TextKind::Error) + ui.spacing().item_spacing.x);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let room = (ui.available_width() - shortest).max(40.0);
        let galley = ja_layout(ui, head.label, TextKind::Strong, TextKind::Strong.color(palette(ui)), room);
        let label = ui.add(Label::new(galley));
        // The longest that fits.
        let mark = marks.iter().find(|mark| width(ui, mark, TextKind::Error) <= ui.available_width()).or(marks.last());
        if let Some(mark) = mark {
            ja_label(ui, mark, TextKind::Error);
        }
        if let Some((length, soft)) = head.length {
            let kind = if length > soft { TextKind::Warning } else { TextKind::Small };
            let said = [words::length(length, soft, lang), words::length_in_short(length, soft)];
            if let Some(said) = said.iter().find(|said| width(ui, said, kind) <= ui.available_width()) {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| ja_label(ui, said, kind));
            }
        }
        label
    })
    .inner
}

/// What is said of the need to fill the field, the longest first.
fn marks(head: &FieldHead<'_>, lang: Lang) -> Vec<String> {
    let empty = || words::left_empty(lang).to_owned();
    match (head.required, head.left_empty) {
        (true, true) => vec![words::required_and_empty(lang).to_owned(), words::required(lang).to_owned()],
        (true, false) => vec![words::required(lang).to_owned()],
        (false, true) => vec![empty()],
        (false, false) => Vec::new(),
    }
}
