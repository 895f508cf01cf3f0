//! The menu bar: every command with its key, the case, and whether it is saved.

use egui::{Button, MenuBar, Ui};

use crate::package::PackageKind;
use crate::record::Role;
use crate::text::{Lang, window as words};
use crate::window::theme::{TextKind, tokens};
use crate::window::widgets::ja_layout;
use crate::window::{Command, SavedState};

/// What the menu bar has to know.
#[derive(Debug)]
pub struct MenuState<'a> {
    /// Whether a record is open.
    pub has_record: bool,
    /// The kinds of packages that can be made of it.
    pub packages: &'a [PackageKind],
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Whether a choice had the focus last that can be taken back.
    pub can_take_back: bool,
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
            let name = ja_layout(ui, words::app_name(lang), TextKind::Strong, tokens::TEXT, f32::INFINITY);
            ui.add(egui::Label::new(name).selectable(false));
            ui.add_space(12.0);
        }
        let always = [Command::New(Role::Agency), Command::New(Role::Csp), Command::Open, Command::OpenByPath];
        ui.menu_button(words::menu_file(lang), |ui| {
            entries(ui, &always, lang, |_| true, &mut chosen);
            ui.separator();
            let with_record = [Command::Save, Command::SaveAs, Command::GoToOutput, Command::ImportSheet, Command::CloseRecord];
            entries(ui, &with_record, lang, |_| state.has_record, &mut chosen);
            let packages: Vec<Command> = state.packages.iter().copied().map(Command::GoToPackage).collect();
            entries(ui, &packages, lang, |_| true, &mut chosen);
            ui.separator();
            entries(ui, &[Command::Quit], lang, |_| true, &mut chosen);
        });
        ui.menu_button(words::menu_edit(lang), |ui| {
            let enabled = |command: &Command| match command {
                Command::Undo => state.can_undo,
                Command::Redo => state.can_redo,
                Command::TakeChoiceBack => state.can_take_back,
                _ => state.has_record,
            };
            entries(ui, &[Command::Undo, Command::Redo, Command::TakeChoiceBack], lang, enabled, &mut chosen);
            ui.separator();
            entries(ui, &[Command::Search], lang, enabled, &mut chosen);
        });
        ui.menu_button(words::menu_view(lang), |ui| {
            let steps = [
                Command::NextStep,
                Command::PreviousStep,
                Command::ShowExplanation,
                Command::ShowHistory,
                Command::ShowRules,
                Command::CompareRecord,
                Command::TogglePreview,
            ];
            entries(ui, &steps, lang, |_| state.has_record, &mut chosen);
            ui.separator();
            entries(ui, &[Command::ShowCatalogue], lang, |_| true, &mut chosen);
            ui.separator();
            entries(ui, &[Command::ZoomIn, Command::ZoomOut, Command::ZoomReset], lang, |_| true, &mut chosen);
            ui.separator();
            entries(ui, &[Command::SetLang(Lang::Ja), Command::SetLang(Lang::En)], lang, |_| true, &mut chosen);
        });
        ui.menu_button(words::menu_help(lang), |ui| {
            entries(ui, &[Command::ToggleGuidance], lang, |_| state.has_record, &mut chosen);
            ui.separator();
            entries(ui, &[Command::About], lang, |_| true, &mut chosen);
        });
        right_side(ui, state, lang);
    });
    chosen
}

fn entries(ui: &mut Ui, commands: &[Command], lang: Lang, enabled: impl Fn(&Command) -> bool, chosen: &mut Option<Command>) {
    ui.set_min_width(280.0);
    for command in commands {
        let mut button = Button::new(command.label(lang));
        if let Some(shortcut) = command.shown_shortcut() {
            button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
        }
        if ui.add_enabled(enabled(command), button).clicked() {
            *chosen = Some(command.clone());
            ui.close();
        }
    }
}

/// The case and the state of saving, as far as there is room.
fn right_side(ui: &mut Ui, state: &MenuState<'_>, lang: Lang) {
    let Some(saved) = state.saved else { return };
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let (text, kind) = saved_words(saved, lang);
        let color = if kind == TextKind::Success { tokens::SUCCESS } else { kind.color() };
        let galley = ja_layout(ui, &text, kind, color, f32::INFINITY);
        if galley.size().x <= ui.available_width() {
            ui.add(egui::Label::new(galley).selectable(false));
        }
        if state.read_only {
            ui.add_space(8.0);
            let galley = ja_layout(ui, words::read_only(lang), TextKind::Warning, tokens::WARNING, f32::INFINITY);
            ui.add(egui::Label::new(galley).selectable(false));
        }
        ui.add_space(12.0);
        let case = ja_layout(ui, state.case, TextKind::Body, tokens::TEXT_BODY, f32::INFINITY);
        if case.size().x <= ui.available_width() {
            ui.add(egui::Label::new(case).selectable(false));
        }
    });
}

/// The state of saving in words, with its kind of text.
pub(super) fn saved_words(saved: &SavedState, lang: Lang) -> (String, TextKind) {
    match saved {
        SavedState::NeverSaved => (words::never_saved(lang).to_owned(), TextKind::Body),
        SavedState::Changed => (words::changed(lang).to_owned(), TextKind::Body),
        SavedState::Saving => (words::saving(lang).to_owned(), TextKind::Body),
        SavedState::Saved { at } => (words::saved_at(at, lang), TextKind::Success),
        SavedState::Failed(_) => (words::not_saved(lang).to_owned(), TextKind::Error),
    }
}
