//! The button that writes a package, and what became of it.

use egui::Ui;

use crate::package::PackageKind;
use crate::text::steps_finish::provider as words;
use crate::window::theme::TextKind;
use crate::window::widgets::{Tone, ja_label, message_text, primary_button};
use crate::window::{Command, PackageState, StepContext};

/// A button that asks where a package of this kind is to go; `problem` says why it cannot be made yet, or is empty.
pub fn packing(ui: &mut Ui, cx: &mut StepContext<'_>, kind: PackageKind, label: &str, problem: &str) {
    let lang = cx.lang;
    let running = matches!(cx.outside.package, PackageState::Running(_));
    ui.add_space(4.0);
    let button = ui.add_enabled_ui(problem.is_empty() && !running, |ui| primary_button(ui, label)).inner;
    if button.clicked() {
        cx.command(Command::MakePackage(kind));
    }
    if !problem.is_empty() {
        ja_label(ui, problem, TextKind::Small);
    }
    match &cx.outside.package {
        PackageState::Running(made) if *made == kind => {
            ja_label(ui, words::package_running(lang), TextKind::Small);
        }
        PackageState::Finished(made, file) if *made == kind => {
            if let Ok(written) = &file.result {
                let path = file.path.to_string_lossy();
                message_text(ui, Tone::Success, &words::package_written(&path, written.bytes, written.digest.as_str(), lang));
            }
        }
        PackageState::Idle | PackageState::Running(_) | PackageState::Finished(..) => {}
    }
}
