//! What is said of a catalogue, and what is asked for there.

use std::path::PathBuf;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Ui, UiBuilder};

use crate::catalogue::Catalogue;
use crate::record::{CataloguePin, ContentDigest};
use crate::text::{Lang, Message, window as words};
use crate::window::theme::TextKind;
use crate::window::widgets::{ja_label, small_button};

/// Below this width, in points, a fact stands under its name.
const LEAST_WIDTH: f32 = 520.0;

/// Where the catalogue in use came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Shipped with the program.
    Shipped,
    /// Loaded from this file in the window.
    Own(String),
    /// Named on the command line.
    Given(PathBuf),
}

/// The catalogue of the open record.
#[derive(Clone, Copy, Debug)]
pub struct OfRecord<'a> {
    /// What the record remembers of it.
    pub pin: &'a CataloguePin,
    /// What it is judged by.
    pub judged_by: &'a Catalogue,
}

/// What the page shows.
#[derive(Clone, Copy, Debug)]
pub struct CatalogueShown<'a> {
    /// The catalogue that new records begin with.
    pub in_use: &'a Catalogue,
    /// Where it came from.
    pub origin: &'a Origin,
    /// That of the open record, if it is another.
    pub of_record: Option<OfRecord<'a>>,
    /// That the catalogue that was set could not be had.
    pub lost: Option<&'a Message>,
    /// Whether there is anything to go back from.
    pub can_go_back: bool,
    /// The language.
    pub lang: Lang,
}

/// What the page is asked for.
#[derive(Debug)]
pub enum CatalogueAct {
    /// To be closed.
    Close,
    /// To show the open record under its own catalogue and under the one in use.
    Compare,
    /// To ask for a file.
    Load,
    /// To use this one.
    Use {
        /// The catalogue.
        catalogue: Arc<Catalogue>,
        /// The file it was read from.
        path: PathBuf,
    },
    /// To use the one shipped.
    GoBack,
    /// To ask where a copy of the one shipped is to be saved.
    Write,
    /// To put this on the clipboard.
    Copy(String),
}

/// What a catalogue is: name, version, digest, and how much stands in it.
pub fn facts(
    ui: &mut Ui,
    salt: &str,
    catalogue: &Catalogue,
    more: &[(&str, &String)],
    lang: Lang,
    act: &mut Option<CatalogueAct>,
) {
    let title = catalogue.meta.title.text(lang);
    let builder = UiBuilder::new().id_salt(salt).accessibility_role(Role::Group).accessibility_label(title);
    ui.scope_builder(builder, |ui| {
        fact(ui, words::catalogue_name(lang), title);
        fact(ui, words::catalogue_id_version(lang), &words::catalogue_pin(&catalogue.pin(), lang));
        for (name, said) in more {
            fact(ui, name, said);
        }
        let counts = words::catalogue_counts(catalogue.tasks.len(), catalogue.questions.len(), lang);
        fact(ui, words::catalogue_content(lang), &counts);
        digest(ui, &catalogue.digest(), lang, act);
    });
}

/// A name, and what is said under it.
pub fn fact(ui: &mut Ui, name: &str, said: &str) {
    named(ui, name, |ui| {
        ja_label(ui, said, TextKind::Body);
    });
}

pub fn named(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui)) {
    if ui.available_width() < LEAST_WIDTH {
        ja_label(ui, name, TextKind::Strong);
        contents(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(egui::vec2(170.0, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_width(170.0);
            ja_label(ui, name, TextKind::Strong);
        });
        ui.vertical(contents);
    });
}

/// The digest, short, and whole to be copied.
pub fn digest(ui: &mut Ui, digest: &ContentDigest, lang: Lang, act: &mut Option<CatalogueAct>) {
    named(ui, words::catalogue_digest(lang), |ui| {
        ui.horizontal_wrapped(|ui| {
            ja_label(ui, digest.short(), TextKind::Body).on_hover_text(digest.as_str());
            if small_button(ui, words::catalogue_copy_digest(lang)).clicked() {
                *act = Some(CatalogueAct::Copy(digest.as_str().to_owned()));
            }
        });
    });
}
