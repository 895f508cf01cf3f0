//! Short words in a frame: states, severities, and what a statement rests on.

use egui::{Color32, Frame, Margin, Response, Stroke, Ui};

use super::{ja_label, ja_layout};
use crate::catalogue::{Basis, Catalogue, Mark};
use crate::text::{Label as _, Lang};
use crate::window::theme::{Palette, TextKind, palette, tokens};

/// The tone of a badge or a message. The word says the same: colour is never alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad.
    Neutral,
    /// In the key colour: what is chosen or at work.
    Key,
    /// All is well.
    Success,
    /// To be looked at.
    Warning,
    /// Wrong.
    Error,
}

impl Tone {
    /// Its colour in a look.
    pub const fn color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Neutral => palette.text_body,
            Self::Key => palette.key,
            Self::Success => palette.success,
            Self::Warning => palette.warning,
            Self::Error => palette.error,
        }
    }
}

/// A word in a frame.
pub fn badge(ui: &mut Ui, text: &str, tone: Tone) -> Response {
    Frame::new()
        .stroke(Stroke::new(1.0, tone.color(palette(ui))))
        .corner_radius(tokens::RADIUS_MARK)
        .inner_margin(Margin::symmetric(5, 0))
        .show(ui, |ui| {
            let galley = ja_layout(ui, text, TextKind::Small, tone.color(palette(ui)), f32::INFINITY);
            ui.add(egui::Label::new(galley).selectable(false))
        })
        .response
}

/// What a statement rests on: the mark in a frame, then the note and the sources.
pub fn basis_badge(ui: &mut Ui, basis: &Basis, catalogue: &Catalogue, lang: Lang) -> Response {
    ui.horizontal_top(|ui| {
        badge(ui, basis.mark.label(lang), mark_tone(basis.mark));
        let mut words = basis.note.text(lang).to_owned();
        for source in &basis.sources {
            if !words.is_empty() {
                words.push_str("  ");
            }
            words.push_str(&source.0);
        }
        let sources: Vec<&str> =
            basis.sources.iter().filter_map(|source| catalogue.source(source)).map(|source| source.title.text(lang)).collect();
        ui.vertical(|ui| {
            ja_label(ui, &words, TextKind::Small);
            if !sources.is_empty() {
                ja_label(ui, &sources.join("\n"), TextKind::Small);
            }
        });
    })
    .response
}

/// Several bases, one below the other.
pub fn bases_list(ui: &mut Ui, bases: &[Basis], catalogue: &Catalogue, lang: Lang) {
    for basis in bases {
        basis_badge(ui, basis, catalogue, lang);
    }
}

const fn mark_tone(mark: Mark) -> Tone {
    match mark {
        Mark::Official | Mark::OfficialQuoted | Mark::ThirdParty | Mark::ThisTool | Mark::AgencyEntry => Tone::Neutral,
        Mark::Unverified => Tone::Warning,
    }
}
