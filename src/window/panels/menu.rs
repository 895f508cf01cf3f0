//! The menu bar: the commands of the table with their keys, the case, and whether it is saved.

use egui::{Button, MenuBar, Ui};

use crate::text::{Lang, window as words};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{ja_layout, link_button};
use crate::window::{Command, Menu, MenuCommand, SavedState, Situation};

/// What the menu bar has to know.
#[derive(Debug)]
pub struct MenuState<'a> {
    /// What it depends on whether a command can be given.
    pub situation: Situation<'a>,
    /// Whose record it is and under which profile, if there is one.
    pub case: &'a str,
    /// Whether the file holds it, if there is a record.
    pub saved: Option<&'a SavedState>,
    /// Whether the record may not be saved where it is.
    pub read_only: bool,
}

/// The menu bar. Returns what was chosen.
pub fn menu_bar(ui: &mut Ui, state: &MenuState<'_>, lang: Lang) -> Option<Command> {
    let mut chosen = None;
    MenuBar::new().ui(ui, |ui| {
        ui.spacing_mut().button_padding = egui::vec2(8.0, 4.0);
        if ui.available_width() > tokens::NARROW_WIDTH {
            let name = ja_layout(ui, words::app_name(lang), TextKind::Strong, palette(ui).text, f32::INFINITY);
            ui.add(egui::Label::new(name).selectable(false));
            ui.add_space(12.0);
        }
        for menu in Menu::ALL {
            ui.menu_button(menu.name(lang), |ui| entries(ui, menu, &state.situation, lang, &mut chosen));
        }
        right_side(ui, state, lang, &mut chosen);
    });
    chosen
}

/// The commands of a menu, its groups kept apart by lines.
fn entries(ui: &mut Ui, menu: Menu, situation: &Situation<'_>, lang: Lang, chosen: &mut Option<Command>) {
    ui.set_min_width(280.0);
    let mut last = None;
    for command in MenuCommand::ALL.iter().filter(|command| command.menu().0 == menu && command.is_offered(situation)) {
        let (_, group) = command.menu();
        if last.replace(group).is_some_and(|last| last != group) {
            ui.separator();
        }
        let mut button = Button::new(command.name(lang)).selected(command.is_on(situation));
        if let Some(keys) = command.shown_keys(ui.ctx()) {
            button = button.shortcut_text(keys);
        }
        if ui.add_enabled(command.is_enabled(situation), button).on_hover_text(command.hint(lang)).clicked() {
            *chosen = Some(command.command());
            ui.close();
        }
    }
}

/// The case and the state of saving, as far as there is room; on the start page the other language.
fn right_side(ui: &mut Ui, state: &MenuState<'_>, lang: Lang, chosen: &mut Option<Command>) {
    let Some(saved) = state.saved else {
        // On the start page: the other language, for who does not read this one.
        let (other, name) = match lang {
            Lang::Ja => (Lang::En, words::english(lang)),
            Lang::En => (Lang::Ja, words::japanese(lang)),
        };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(8.0);
            if link_button(ui, name).clicked() {
                *chosen = Some(Command::SetLang(other));
            }
        });
        return;
    };
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let (text, kind) = saved_words(saved, lang);
        let color = if kind == TextKind::Success { palette(ui).success } else { kind.color(palette(ui)) };
        let galley = ja_layout(ui, &text, kind, color, f32::INFINITY);
        if galley.size().x <= ui.available_width() {
            ui.add(egui::Label::new(galley).selectable(false));
        }
        if state.read_only {
            ui.add_space(8.0);
            let galley = ja_layout(ui, words::read_only(lang), TextKind::Warning, palette(ui).warning, f32::INFINITY);
            ui.add(egui::Label::new(galley).selectable(false));
        }
        ui.add_space(12.0);
        let case = ja_layout(ui, state.case, TextKind::Body, palette(ui).text_body, f32::INFINITY);
        if case.size().x <= ui.available_width() {
            ui.add(egui::Label::new(case).selectable(false));
        }
    });
}

/// The state of saving in words, with its kind of text.
pub(super) fn saved_words(saved: &SavedState, lang: Lang) -> (String, TextKind) {
    match saved {
        SavedState::Example => (words::example_not_saved(lang).to_owned(), TextKind::Body),
        SavedState::NeverSaved => (words::never_saved(lang).to_owned(), TextKind::Body),
        SavedState::Changed => (words::changed(lang).to_owned(), TextKind::Body),
        SavedState::Saving { hangs: true, .. } => (words::saving_hangs(lang).to_owned(), TextKind::Warning),
        SavedState::Saving { newer: true, .. } => (words::saving_older(lang).to_owned(), TextKind::Body),
        SavedState::Saving { .. } => (words::saving(lang).to_owned(), TextKind::Body),
        SavedState::Saved { at } => (words::saved_at(at, lang), TextKind::Success),
        SavedState::Failed(_) => (words::not_saved(lang).to_owned(), TextKind::Error),
    }
}
