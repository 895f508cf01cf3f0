//! The order, how far its files have come, and what became of them.

use std::path::PathBuf;

use egui::{Frame, Margin, ProgressBar, Ui};

use super::products::product_name;
use crate::export::{CopyKind, Packing, Product};
use crate::text::shown_path;
use crate::text::steps_finish::output as words;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    Icon, Tone, button_width, icon, ja_label, ja_layout, link_button, low_section_heading, message_box, message_text,
    primary_button, secondary_button, section_heading,
};
use crate::window::{Command, ExportOrder, ExportState, ExportedFile, Made, StepContext, ToPrint};

/// Below this width, in points, the way to the folder stands below what it is about.
const LEAST_WIDTH: f32 = 460.0;
/// The least width of a file's name beside what can be done with it.
const LEAST_NAME: f32 = 220.0;

/// What the files will be called, and the button that makes them; while they are made, how far that is, and the way to stop.
pub(super) fn start(ui: &mut Ui, cx: &mut StepContext<'_>, folder: &str, copy: CopyKind) {
    let lang = cx.lang;
    let products = cx.page.output.products(cx.record);
    let in_files = cx.page.output.lang(lang);
    if !products.is_empty() {
        section_heading(ui, words::names(lang));
        for product in &products {
            let name = product.file_name(cx.record, in_files);
            let is_folder = matches!(product, Product::Set(Packing::Folder, _));
            let name = if is_folder { words::folder_of_set(&name, lang) } else { name };
            ja_label(ui, &name, TextKind::Body);
        }
        ja_label(ui, words::never_overwritten(lang), TextKind::Small);
    }
    ui.add_space(8.0);
    let problem = if products.is_empty() {
        words::nothing_chosen(lang)
    } else if folder.trim().is_empty() {
        words::folder_needed(lang)
    } else {
        ""
    };
    ui.add_enabled_ui(problem.is_empty() && !cx.outside.export.is_busy(), |ui| {
        if secondary_button(ui, words::start(lang)).clicked() {
            let folder = PathBuf::from(folder.trim());
            cx.command(Command::Export(ExportOrder { folder, products, copy, lang: in_files, along: cx.page.output.along }));
        }
    });
    if !problem.is_empty() {
        ja_label(ui, problem, TextKind::Small);
    }
}

/// How far the files have come, while they are made, and the way to stop.
pub(super) fn under_way(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let ExportState::Running(progress) = &cx.outside.export else { return };
    let making = product_name(&progress.making, cx.catalogue.procedure(cx.record), lang);
    let text = words::progress(&making, progress.done, progress.of, lang);
    let share = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    ui.scope(|ui| {
        ui.visuals_mut().extreme_bg_color = palette(ui).rule;
        let bar = ProgressBar::new(share(progress.done) / share(progress.of.max(1)));
        ui.add(bar.desired_height(12.0).fill(palette(ui).key)).accessible_name(&text);
    });
    let label = ja_label(ui, &text, TextKind::Small);
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
    if progress.at_work.hangs {
        message_text(ui, Tone::Warning, words::no_answer(lang));
    }
    if progress.stopping {
        ja_label(ui, words::stopping(lang), TextKind::Strong);
    }
    ui.add_enabled_ui(!progress.stopping, |ui| {
        if secondary_button(ui, words::stop(lang)).clicked() {
            cx.command(Command::StopExport);
        }
    });
}

/// The folder in which files were made, if any were.
pub(super) fn folder_of(cx: &StepContext<'_>) -> Option<PathBuf> {
    let (ExportState::Finished(files) | ExportState::Stopped(files)) = &cx.outside.export else { return None };
    let made = files.iter().find(|file| file.result.is_ok())?;
    made.path.parent().map(std::path::Path::to_owned)
}

/// What was made, and what went wrong.
pub(super) fn made(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let (files, stopped) = match &cx.outside.export {
        ExportState::Idle | ExportState::Running(_) => return,
        ExportState::Finished(files) => (files, false),
        ExportState::Stopped(files) => (files, true),
    };
    let written: Vec<(&ExportedFile, &Made)> =
        files.iter().filter_map(|file| file.result.as_ref().ok().map(|made| (file, made))).collect();
    if stopped {
        let text = if written.is_empty() { words::stopped_nothing(lang) } else { words::stopped_before(lang) };
        message_text(ui, Tone::Warning, text);
    }
    for file in files {
        if let Err(message) = &file.result {
            let mut message = message.clone();
            if message.place.is_empty() {
                message.place = file.path.to_string_lossy().into_owned();
            }
            message_box(ui, Tone::Error, &message);
        }
    }
    if !written.is_empty() {
        files_written(ui, cx, &written);
    }
}

/// What was made, in one frame: how much, the way to its folder, and each file with what can be done with it.
fn files_written(ui: &mut Ui, cx: &mut StepContext<'_>, written: &[(&ExportedFile, &Made)]) {
    let lang = cx.lang;
    let edge = egui::Stroke::new(tokens::EDGE_CHOSEN, palette(ui).success);
    ui.add_space(tokens::GAP_S);
    let frame = Frame::new().stroke(edge).corner_radius(tokens::RADIUS).inner_margin(Margin::symmetric(16, 8));
    frame.show(ui, |ui| {
        let width = ui.available_width();
        ui.set_width(width);
        let folder = folder_of(cx);
        let open = words::open_folder(lang);
        let head = |ui: &mut Ui| {
            ui.horizontal(|ui| {
                icon(ui, Icon::Done, palette(ui).success);
                low_section_heading(ui, &words::made_count(written.len(), lang));
            });
            if let Some(folder) = &folder {
                ja_label(ui, &shown_path(folder), TextKind::Small);
            }
        };
        let clicked = if width >= LEAST_WIDTH {
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(width - button_width(ui, open) - tokens::GAP_L);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    head(ui);
                });
                folder.is_some() && primary_button(ui, open).clicked()
            })
            .inner
        } else {
            head(ui);
            folder.is_some() && primary_button(ui, open).clicked()
        };
        if let Some(folder) = folder.filter(|_| clicked) {
            cx.command(Command::OpenOutside(folder));
        }
        for (file, made) in written {
            ui.separator();
            file_written(ui, cx, file, made);
        }
    });
}

/// A file: its name, how large it is and how it is known again; beside it what can be done with it.
fn file_written(ui: &mut Ui, cx: &mut StepContext<'_>, file: &ExportedFile, made: &Made) {
    let lang = cx.lang;
    let width = ui.available_width();
    let path = file.path.to_string_lossy();
    let is_pdf = file.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    let about = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let name = shown_path(file.path.file_name().unwrap_or(file.path.as_os_str()));
        let label = ja_label(ui, &name, TextKind::Strong);
        label.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &*path));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = tokens::GAP_M;
            ja_label(ui, &words::size(made.bytes, lang), TextKind::Small);
            ja_label(ui, &words::digest(made.digest.short(), lang), TextKind::Small).on_hover_text(made.digest.as_str());
        });
    };
    let texts = [words::open_file(lang), words::print_file(lang), words::copy_path(lang)];
    let links: f32 = texts
        .iter()
        .map(|text| ja_layout(ui, text, TextKind::Body, palette(ui).key, f32::INFINITY).size().x + tokens::GAP_L)
        .sum();
    let mut clicked = None;
    let mut acts = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = tokens::GAP_L;
        if link_button(ui, words::open_file(lang)).accessible_name(words::open_file_of(&path, lang)).clicked() {
            clicked = Some(Command::OpenOutside(file.path.clone()));
        }
        if is_pdf {
            let print = link_button(ui, words::print_file(lang)).on_hover_text(words::print_how(lang));
            if print.accessible_name(words::print_file_of(&path, lang)).clicked() {
                clicked = Some(Command::Print(ToPrint::File(file.path.clone())));
            }
        }
        if link_button(ui, words::copy_path(lang)).accessible_name(words::copy_path_of(&path, lang)).clicked() {
            clicked = Some(Command::CopyText(path.clone().into_owned()));
        }
    };
    if width - links >= LEAST_NAME {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width - links);
                about(ui);
            });
            acts(ui);
        });
    } else {
        about(ui);
        ui.horizontal_wrapped(acts);
    }
    if let Some(command) = clicked {
        cx.command(command);
    }
}
