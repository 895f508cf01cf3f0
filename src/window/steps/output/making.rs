//! The order, how far its files have come, and what became of them.

use std::path::PathBuf;

use egui::{ProgressBar, Ui};

use super::products::product_name;
use crate::export::{CopyKind, Packing, Product};
use crate::text::steps_finish::output as words;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    Column, Icon, Tone, icon, ja_label, link_button, message_box, message_text, primary_button, secondary_button,
    section_heading, table,
};
use crate::window::{Command, ExportOrder, ExportState, ExportedFile, Made, StepContext};

/// Below this width, in points, the files made are blocks.
const LEAST_WIDTH: f32 = 620.0;

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
        ui.horizontal_wrapped(|ui| {
            icon(ui, Icon::Done, palette(ui).success);
            section_heading(ui, &words::made_count(written.len(), lang));
        });
        if let Some(folder) = folder_of(cx)
            && primary_button(ui, words::open_folder(lang)).clicked()
        {
            cx.command(Command::OpenOutside(folder));
        }
        files_written(ui, cx, written);
    }
}

fn files_written(ui: &mut Ui, cx: &mut StepContext<'_>, written: Vec<(&ExportedFile, &Made)>) {
    let lang = cx.lang;
    if ui.available_width() < LEAST_WIDTH {
        for (file, made) in written {
            ui.separator();
            ja_label(ui, &file.path.to_string_lossy(), TextKind::Body);
            ja_label(ui, &words::size(made.bytes, lang), TextKind::Small);
            ja_label(ui, &words::digest(made.digest.short(), lang), TextKind::Small);
            open_links(ui, cx, file);
            copy_path(ui, cx, file);
        }
        return;
    }
    let columns = [Column::Share { weight: 1.0, least: 240.0 }, Column::Fixed(90.0), Column::Fixed(130.0), Column::Fixed(150.0)];
    table(ui, "made", words::made(lang), &columns, |table| {
        table.head(|row| {
            for title in [words::made_path(lang), words::made_size(lang), words::made_digest(lang), ""] {
                row.cell(|ui| ja_label(ui, title, TextKind::Strong));
            }
        });
        for (file, made) in written {
            table.row(|row| {
                row.cell(|ui| ja_label(ui, &file.path.to_string_lossy(), TextKind::Body));
                row.cell(|ui| ja_label(ui, &words::size(made.bytes, lang), TextKind::Body));
                row.cell(|ui| ja_label(ui, made.digest.short(), TextKind::Small).on_hover_text(made.digest.as_str()));
                row.cell(|ui| {
                    open_links(ui, cx, file);
                    copy_path(ui, cx, file);
                });
            });
        }
    });
}

/// 開く; of what can be printed, the same to print it.
fn open_links(ui: &mut Ui, cx: &mut StepContext<'_>, file: &ExportedFile) {
    let path = file.path.to_string_lossy();
    let is_pdf = file.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    ui.horizontal_wrapped(|ui| {
        let open = link_button(ui, words::open_file(cx.lang)).accessible_name(words::open_file_of(&path, cx.lang));
        let print = is_pdf.then(|| {
            let print = link_button(ui, words::print_file(cx.lang)).on_hover_text(words::print_how(cx.lang));
            print.accessible_name(words::print_file_of(&path, cx.lang))
        });
        if open.clicked() || print.is_some_and(|print| print.clicked()) {
            cx.command(Command::OpenOutside(file.path.clone()));
        }
    });
}

fn copy_path(ui: &mut Ui, cx: &mut StepContext<'_>, file: &ExportedFile) {
    let path = file.path.to_string_lossy();
    let link = link_button(ui, words::copy_path(cx.lang)).accessible_name(words::copy_path_of(&path, cx.lang));
    if link.clicked() {
        cx.command(Command::CopyText(path.into_owned()));
    }
}
