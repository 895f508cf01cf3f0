//! The button that writes a package, what became of it, and what is attached.

use egui::Ui;

use crate::package::{LARGEST_ATTACHMENT, LARGEST_ATTACHMENTS, MOST_ATTACHMENTS, PackageKind};
use crate::text::steps_finish::provider as words;
use crate::window::theme::TextKind;
use crate::window::widgets::{Tone, ja_label, link_button, message_text, primary_button, small_button};
use crate::window::{Command, PackageState, Request, StepContext};

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

/// The files that go into the next package besides, and the act that adds one.
pub fn attachments(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    ja_label(ui, words::attachments(lang), TextKind::Strong);
    ja_label(ui, &words::attachments_lead(LARGEST_ATTACHMENT, LARGEST_ATTACHMENTS, MOST_ATTACHMENTS, lang), TextKind::Small);
    for (place, path) in cx.outside.attachments.iter().enumerate() {
        let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
        ui.horizontal_wrapped(|ui| {
            ja_label(ui, &name, TextKind::Body).on_hover_text(path.to_string_lossy());
            if link_button(ui, words::attachment_remove(lang))
                .accessible_name(words::attachment_remove_name(&name, lang))
                .clicked()
            {
                cx.out.push(Request::Command(Command::RemoveAttachment(place)));
            }
        });
    }
    if small_button(ui, words::attachment_add(lang)).clicked() {
        cx.command(Command::AddAttachment);
    }
    ui.add_space(6.0);
}
