//! Into which folder files are made.

use std::path::Path;

use egui::{Id, Ui};

use crate::text::steps_finish::output as words;
use crate::window::widgets::{path_input, secondary_button};
use crate::window::{Command, StepContext};

/// Where to: typed, or chosen in a dialog. Returns what stands there.
pub(super) fn folder(ui: &mut Ui, cx: &mut StepContext<'_>) -> String {
    let lang = cx.lang;
    ui.add_space(8.0);
    let mut text = typed(cx);
    if path_input(ui, Id::unique("output folder"), words::folder(lang), words::folder_hint(lang), &mut text).changed() {
        cx.page.output.folder = Some(text.clone());
    }
    ui.add_space(4.0);
    if secondary_button(ui, words::choose_folder(lang)).clicked() {
        cx.command(Command::ChooseExportFolder);
    }
    text
}

/// What stands there: what was typed since a folder was chosen last, or that.
pub(super) fn typed(cx: &mut StepContext<'_>) -> String {
    let page = &mut cx.page.output;
    if page.chosen != cx.outside.export_folder {
        page.chosen.clone_from(&cx.outside.export_folder);
        page.folder = None;
    }
    let chosen = page.chosen.as_deref().map(Path::to_string_lossy).unwrap_or_default();
    page.folder.clone().unwrap_or_else(|| chosen.into_owned())
}
