//! The menu bar: the commands of the table with their keys, the case, and whether it is saved.

use egui::{Button, MenuBar, ScrollArea, Ui};

use crate::text::{Lang, window as words};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{Icon, drawn, icon, ja_layout, job_of, link_button};
use crate::window::{Command, Menu, MenuCommand, SavedState, Situation};

/// What the menu bar has to know.
#[derive(Debug)]
pub struct MenuState<'a> {
    /// What it depends on whether a command can be given.
    pub situation: Situation<'a>,
    /// What the case is called, if there is one.
    pub case: &'a str,
    /// Whose record it is and under which profile.
    pub whose: &'a str,
    /// Whether the file holds it, if there is a record.
    pub saved: Option<&'a SavedState>,
    /// Whether the record may not be saved where it is.
    pub read_only: bool,
}

/// The menu bar. Returns what was chosen.
pub fn menu_bar(ui: &mut Ui, state: &MenuState<'_>, lang: Lang) -> Option<Command> {
    let mut chosen = None;
    // A row is as high as what is clicked before anything stands in it, and what comes is centred in that.
    ui.spacing_mut().interact_size.y = ui.available_height();
    MenuBar::new().ui(ui, |ui| {
        ui.spacing_mut().button_padding = egui::vec2(12.0, 4.0);
        ui.spacing_mut().interact_size.y = tokens::CHIP_HEIGHT.min(ui.available_height());
        if ui.available_width() > tokens::NARROW_WIDTH {
            let name = ja_layout(ui, words::app_name(lang), TextKind::Strong, palette(ui).text, f32::INFINITY);
            ui.add(egui::Label::new(name).selectable(false));
            ui.add_space(12.0);
        }
        for menu in Menu::ALL {
            let button = ui.menu_button(menu.name(lang), |ui| {
                let height = ui.ctx().content_rect().height() - 2.0 * tokens::MENU_HEIGHT;
                ScrollArea::vertical()
                    .max_height(height)
                    .min_scrolled_height(height)
                    .show(ui, |ui| entries(ui, menu, &state.situation, lang, &mut chosen));
            });
            ui.ctx().accesskit_node_builder(button.response.id, |node| {
                node.set_has_popup(egui::accesskit::HasPopup::Menu);
                node.set_expanded(button.inner.is_some());
            });
        }
        right_side(ui, state, lang, &mut chosen);
    });
    chosen
}

/// The height of a row in a menu.
const MENU_ROW: f32 = 34.0;

/// The commands of a menu, its groups kept apart by lines.
fn entries(ui: &mut Ui, menu: Menu, situation: &Situation<'_>, lang: Lang, chosen: &mut Option<Command>) {
    ui.set_min_width(280.0);
    ui.spacing_mut().interact_size.y = MENU_ROW;
    let mut last = None;
    for command in MenuCommand::ALL.iter().filter(|command| command.menu().0 == menu && command.is_offered(situation)) {
        let (_, group) = command.menu();
        if last.replace(group).is_some_and(|last| last != group) {
            ui.separator();
        }
        let mut button = Button::new(command.name(lang)).selected(situation.holds(&command.command()));
        if let Some(keys) = command.shown_keys(ui.ctx()) {
            button = button.shortcut_text(keys);
        }
        if ui.add_enabled(command.is_enabled(situation), button).on_hover_text(command.hint(lang)).clicked() {
            *chosen = Some(command.command());
            ui.close();
        }
    }
}

/// The case and the state of saving, as far as there is room: of a long name as much as fits. On the start page the other language.
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
        let palette = palette(ui);
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(12.0);
        let (text, kind, mark) = saved_words(saved, lang);
        let color = kind.color(palette);
        let galley = ja_layout(ui, &text, kind, color, f32::INFINITY);
        if galley.size().x + tokens::ICON <= ui.available_width() {
            ui.add(egui::Label::new(galley).selectable(false));
            if let Some(mark) = mark {
                ui.add_space(6.0);
                icon(ui, mark, color);
            }
        }
        if state.read_only {
            ui.add_space(16.0);
            let galley = ja_layout(ui, words::read_only(lang), TextKind::Warning, palette.warning, f32::INFINITY);
            ui.add(egui::Label::new(galley).selectable(false));
        }
        ui.add_space(20.0);
        let name = ja_layout(ui, state.case, TextKind::SmallStrong, palette.text, f32::INFINITY);
        let whose = ja_layout(ui, state.whose, TextKind::Small, palette.text_muted, f32::INFINITY);
        let room = ui.available_width() - 20.0;
        if name.size().x + GAP + whose.size().x <= room {
            ui.add(egui::Label::new(whose).selectable(false));
            ui.add_space(GAP);
            ui.add(egui::Label::new(name).selectable(false));
        } else if room >= LEAST_NAME {
            // What does not fit is said by the tooltip; the name goes first.
            let mut job = job_of(drawn(state.case).into_owned(), TextKind::SmallStrong, palette.text, f32::INFINITY);
            job.wrap = egui::text::TextWrapping::truncate_at_width(room);
            let name = ui.fonts_mut(|fonts| fonts.layout_job(job));
            let response = ui.add(egui::Label::new(name).selectable(false).sense(egui::Sense::hover()));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, state.case));
            response.on_hover_text(format!("{}\n{}", state.case, state.whose));
        }
    });
}

/// Between the name of the case and whose it is.
const GAP: f32 = 10.0;
/// A name with less room than this says nothing.
const LEAST_NAME: f32 = 90.0;

/// The state of saving in words, with its kind of text and its icon.
fn saved_words(saved: &SavedState, lang: Lang) -> (String, TextKind, Option<Icon>) {
    match saved {
        SavedState::Example => (words::example_not_saved(lang).to_owned(), TextKind::Small, None),
        SavedState::NeverSaved => (words::never_saved(lang).to_owned(), TextKind::Small, None),
        SavedState::Changed => (words::changed(lang).to_owned(), TextKind::Small, None),
        SavedState::Saving { hangs: true, .. } => {
            (words::saving_hangs(lang).to_owned(), TextKind::Warning, Some(Icon::Attention))
        }
        SavedState::Saving { newer: true, .. } => (words::saving_older(lang).to_owned(), TextKind::Small, None),
        SavedState::Saving { .. } => (words::saving(lang).to_owned(), TextKind::Small, None),
        SavedState::Saved { at } => (words::saved_at(at, lang), TextKind::SmallSuccess, Some(Icon::Check)),
        SavedState::Failed(_) => (words::not_saved(lang).to_owned(), TextKind::Error, Some(Icon::Wrong)),
    }
}
