//! A catalogue that was loaded: what it is, and in what it differs from the one in use, before anything is used.

use std::path::PathBuf;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Ui, UiBuilder};

use super::facts::{CatalogueAct, CatalogueShown, facts};
use crate::catalogue::{Catalogue, CataloguePart};
use crate::text::catalogue::{Told, part, told};
use crate::text::{Lang, Message, window as words};
use crate::window::theme::TextKind;
use crate::window::widgets::{Column, Tone, ja_label, link_button, message_box, message_text, section_heading, table};

/// How many differences are shown before more are asked for.
const ROWS: usize = 60;
/// How much of a text is shown, in characters.
const SHOWN: usize = 1500;
/// Below this width, in points, a difference is a block and no row.
const LEAST_WIDTH: f32 = 620.0;

/// A catalogue that was loaded, with its differences to the one in use, worked out once.
#[derive(Debug)]
pub struct Loaded {
    /// The catalogue.
    pub(in crate::window) catalogue: Arc<Catalogue>,
    /// The file it was read from.
    pub(in crate::window) path: PathBuf,
    /// Why it could not be kept, if that was tried.
    pub(in crate::window) problem: Option<Message>,
    groups: Vec<(CataloguePart, Vec<Difference>)>,
    /// Whether id and version are those of the one in use, though the content is another.
    has_same_version: bool,
    rows: usize,
}

/// A difference in words.
#[derive(Debug)]
struct Difference {
    told: Told,
    /// The place as the file names it.
    place: String,
}

impl Loaded {
    /// Lays a catalogue beside the one in use. This takes a while: not for the thread that draws.
    pub fn new(catalogue: Arc<Catalogue>, path: PathBuf, in_use: &Catalogue, lang: Lang) -> Self {
        let mut groups: Vec<(CataloguePart, Vec<Difference>)> = Vec::new();
        for found in in_use.differences(&catalogue) {
            let Told { entry, place, old, new } = told(&found, in_use, &catalogue, lang);
            let told = Told { entry, place, old: shown(&old, lang), new: shown(&new, lang) };
            let difference = Difference { told, place: found.place() };
            match groups.last_mut() {
                Some((part, group)) if *part == found.part => group.push(difference),
                _ => groups.push((found.part, vec![difference])),
            }
        }
        let (old, new) = (in_use.pin(), catalogue.pin());
        let has_same_version = (&old.id, &old.version) == (&new.id, &new.version) && old.digest != new.digest;
        Self { catalogue, path, problem: None, groups, has_same_version, rows: ROWS }
    }

    /// Whether it is another than the one in use.
    pub(in crate::window) fn is_other(&self) -> bool {
        !self.groups.is_empty()
    }
}

/// What is shown of a text; the rest is counted.
fn shown(text: &str, lang: Lang) -> String {
    match text.char_indices().nth(SHOWN).and_then(|(end, _)| text.split_at_checked(end)) {
        Some((begin, rest)) => format!("{begin}{}", words::import_cut(rest.chars().count(), lang)),
        None => text.to_owned(),
    }
}

pub(in crate::window) fn ui(ui: &mut Ui, loaded: &mut Loaded, cx: CatalogueShown<'_>) -> Option<CatalogueAct> {
    let lang = cx.lang;
    let mut act = None;
    section_heading(ui, words::catalogue_loaded(lang));
    ja_label(ui, &crate::text::shown_path(&loaded.path), TextKind::Small);
    if let Some(problem) = &loaded.problem {
        message_box(ui, Tone::Error, problem);
        ja_label(ui, words::catalogue_unchanged(lang), TextKind::Body);
    }
    if !loaded.is_other() {
        message_text(ui, Tone::Neutral, words::catalogue_same(lang));
    }
    if loaded.has_same_version {
        message_text(ui, Tone::Warning, words::catalogue_same_version(lang));
    }
    facts(ui, "loaded", &loaded.catalogue, &[], lang, &mut act);
    if loaded.is_other() {
        ja_label(ui, words::catalogue_pinned_note(lang), TextKind::Body);
        ja_label(ui, words::catalogue_use_note(lang), TextKind::Body);
        differences(ui, loaded, lang);
    }
    act
}

fn differences(ui: &mut Ui, loaded: &mut Loaded, lang: Lang) {
    let all: usize = loaded.groups.iter().map(|(_, group)| group.len()).sum();
    section_heading(ui, &words::catalogue_count(words::catalogue_differences(lang), all, lang));
    let mut room = loaded.rows;
    for (kind, group) in &loaded.groups {
        if room == 0 {
            break;
        }
        let heading = words::catalogue_count(part(*kind, lang), group.len(), lang);
        let some = group.get(..room.min(group.len())).unwrap_or_default();
        room -= some.len();
        ui.add_space(4.0);
        ja_label(ui, &heading, TextKind::Strong);
        if ui.available_width() >= LEAST_WIDTH {
            rows(ui, *kind, &heading, some, lang);
        } else {
            blocks(ui, *kind, some, lang);
        }
    }
    let hidden = all.saturating_sub(loaded.rows);
    if hidden > 0 && link_button(ui, &words::catalogue_more(hidden, lang)).clicked() {
        loaded.rows += 5 * ROWS;
    }
}

fn rows(ui: &mut Ui, kind: CataloguePart, name: &str, group: &[Difference], lang: Lang) {
    let columns = [1.0, 1.3, 1.3].map(|weight| Column::Share { weight, least: 120.0 });
    table(ui, kind.key(), name, &columns, |table| {
        table.head(|row| {
            for title in [words::catalogue_place(lang), words::catalogue_now(lang), words::catalogue_then(lang)] {
                row.cell(|ui| ja_label(ui, title, TextKind::Strong));
            }
        });
        for difference in group {
            table.row(|row| {
                row.cell(|ui| place(ui, difference));
                row.cell(|ui| ja_label(ui, &difference.told.old, TextKind::Body));
                row.cell(|ui| ja_label(ui, &difference.told.new, TextKind::Body));
            });
        }
    });
}

fn blocks(ui: &mut Ui, kind: CataloguePart, group: &[Difference], lang: Lang) {
    for (index, difference) in group.iter().enumerate() {
        ui.separator();
        let builder =
            UiBuilder::new().id_salt((kind.key(), index)).accessibility_role(Role::Group).accessibility_label(&difference.place);
        ui.scope_builder(builder, |ui| {
            place(ui, difference);
            let both = [(words::catalogue_now(lang), &difference.told.old), (words::catalogue_then(lang), &difference.told.new)];
            for (title, text) in both {
                ja_label(ui, title, TextKind::SmallStrong);
                ja_label(ui, text, TextKind::Body);
            }
        });
    }
}

fn place(ui: &mut Ui, difference: &Difference) {
    if !difference.told.entry.is_empty() {
        ja_label(ui, &difference.told.entry, TextKind::Strong);
    }
    ja_label(ui, &difference.told.place, TextKind::Body);
    ja_label(ui, &difference.place, TextKind::Small);
}
