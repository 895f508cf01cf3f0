//! Into which folder files are made.

use std::path::Path;

use egui::{Id, Ui};

use crate::text::steps_finish::output as words;
use crate::window::theme::tokens;
use crate::window::widgets::{button_width, path_input, secondary_button};
use crate::window::{Command, StepContext};

/// The least width of the field beside the button, in points.
const LEAST_WIDTH: f32 = 320.0;

/// Where to: typed, or chosen in a dialog.
pub(super) fn folder(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    ui.add_space(8.0);
    let mut text = typed(cx);
    let field = |ui: &mut Ui, text: &mut String| {
        path_input(ui, Id::unique("output folder"), words::folder(lang), words::folder_hint(lang), text)
    };
    let choose = words::choose_folder(lang);
    let room = ui.available_width() - button_width(ui, choose) - tokens::GAP_M;
    let (typed, is_asked) = if room >= LEAST_WIDTH {
        let beside = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = tokens::GAP_M;
            let typed = ui.vertical(|ui| {
                ui.set_width(room);
                field(ui, &mut text)
            });
            let button = ui.vertical(|ui| {
                let label = typed.inner.rect.top() - ui.cursor().top();
                ui.add_space(label.max(0.0));
                secondary_button(ui, choose).clicked()
            });
            (typed.inner, button.inner)
        });
        beside.inner
    } else {
        let typed = field(ui, &mut text);
        ui.add_space(4.0);
        (typed, secondary_button(ui, choose).clicked())
    };
    let is_typed = typed.changed();
    if is_typed {
        cx.page.output.folder = Some(text);
    }
    if is_asked {
        cx.command(Command::ChooseExportFolder);
    }
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
