//! The start page: begin, continue, learn from an example; what the program is and is not.

use std::path::PathBuf;

use egui::{Align, Frame, Layout, Margin, Ui};

use crate::text::{Lang, window as words};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{drawn, ja_label, link_button, page_heading, primary_button, secondary_button, section_heading};
use crate::window::{Command, MenuCommand};

/// What the start page shows.
#[derive(Debug, Default)]
pub struct StartPage {
    /// Records used lately, the latest first.
    pub recent: Vec<PathBuf>,
    /// Worked examples by task and title.
    pub examples: Vec<(String, String)>,
    /// What new records begin with, if it is not the catalogue shipped.
    pub own_catalogue: Option<String>,
}

/// The start page. Returns what was chosen.
pub fn start_page(ui: &mut Ui, page: &StartPage, lang: Lang) -> Option<Command> {
    let mut chosen = None;
    egui::ScrollArea::vertical().id_salt("start").auto_shrink(false).show(ui, |ui| {
        let margin = if ui.available_width() > tokens::NARROW_WIDTH { 40 } else { 12 };
        Frame::new().inner_margin(Margin::symmetric(margin, 20)).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(1120.0));
            ui.horizontal_top(|ui| {
                let width = (ui.available_width() - 120.0).max(200.0);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    page_heading(ui, words::start_heading(lang), words::start_lead(lang));
                });
                let (other, name) = match lang {
                    Lang::Ja => (Lang::En, words::english(lang)),
                    Lang::En => (Lang::Ja, words::japanese(lang)),
                };
                if secondary_button(ui, name).clicked() {
                    chosen = Some(Command::SetLang(other));
                }
            });
            if ui.available_width() > 860.0 {
                ui.columns_const(|[left, right]| {
                    begin(left, page, lang, &mut chosen);
                    examples(right, page, lang, &mut chosen);
                });
            } else {
                begin(ui, page, lang, &mut chosen);
                examples(ui, page, lang, &mut chosen);
            }
            ui.add_space(8.0);
            section_heading(ui, words::start_is(lang));
            for text in [words::start_is_offline(lang), words::start_is_not_official(lang), words::start_is_aid(lang)] {
                ja_label(ui, &format!("・{text}"), TextKind::Body);
            }
        });
    });
    chosen
}

fn begin(ui: &mut Ui, page: &StartPage, lang: Lang, chosen: &mut Option<Command>) {
    card(ui, |ui| {
        section_heading(ui, words::start_new(lang));
        let roles = [
            (MenuCommand::NewAgency, words::start_new_agency_note(lang)),
            (MenuCommand::NewCsp, words::start_new_csp_note(lang)),
        ];
        for (command, note) in roles {
            ui.add_space(2.0);
            if primary_button(ui, command.name(lang)).clicked() {
                *chosen = Some(command.command());
            }
            ja_label(ui, note, TextKind::Small);
            ui.add_space(6.0);
        }
        if let Some(said) = &page.own_catalogue {
            ja_label(ui, said, TextKind::Body);
        }
    });
    card(ui, |ui| {
        section_heading(ui, words::start_open(lang));
        ja_label(ui, words::start_open_note(lang), TextKind::Small);
        ui.horizontal_wrapped(|ui| {
            for command in [MenuCommand::Open, MenuCommand::OpenByPath] {
                if secondary_button(ui, command.name(lang)).clicked() {
                    *chosen = Some(command.command());
                }
            }
        });
        ui.add_space(6.0);
        ja_label(ui, words::start_recent(lang), TextKind::Strong);
        if page.recent.is_empty() {
            ja_label(ui, words::start_no_recent(lang), TextKind::Small);
        }
        for path in &page.recent {
            let name = path.file_name().map_or_else(|| crate::text::shown_path(path), crate::text::shown_path);
            if link_button(ui, &name).on_hover_text(drawn(&crate::text::shown_path(path))).clicked() {
                *chosen = Some(Command::OpenPath(path.clone()));
            }
            if let Some(folder) = path.parent() {
                ja_label(ui, &crate::text::shown_path(&folder), TextKind::Small);
            }
        }
    });
}

fn examples(ui: &mut Ui, page: &StartPage, lang: Lang, chosen: &mut Option<Command>) {
    if page.examples.is_empty() {
        return;
    }
    card(ui, |ui| {
        section_heading(ui, words::start_examples(lang));
        ja_label(ui, words::start_examples_note(lang), TextKind::Small);
        ui.add_space(4.0);
        for (index, (task, title)) in page.examples.iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.set_min_height(tokens::TARGET_HEIGHT);
                let (rect, _) = ui.allocate_exact_size(egui::vec2(64.0, 22.0), egui::Sense::hover());
                let mut number = ui.new_child(egui::UiBuilder::new().max_rect(rect));
                ja_label(&mut number, task, TextKind::Small);
                if link_button(ui, title).clicked() {
                    *chosen = Some(Command::OpenExample(index));
                }
            });
        }
    });
}

fn card(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    Frame::new()
        .stroke(palette(ui).line())
        .corner_radius(8)
        .inner_margin(Margin::symmetric(18, 10))
        .outer_margin(Margin { bottom: 12, ..Margin::ZERO })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            // Columns stretch what stands in them; links and buttons are as wide as their text.
            ui.with_layout(Layout::top_down(Align::Min), contents);
        });
}
