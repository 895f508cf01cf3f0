//! What came attached in a package: told, and saved to a folder. It is neither opened nor run.

use std::sync::Arc;

use egui::Ui;

use crate::package::CameAttached;
use crate::text::steps_finish::provider as words;
use crate::text::window as window_words;
use crate::window::theme::TextKind;
use crate::window::widgets::{Tone, ja_label, link_button, message_box, message_text, section_heading, small_button};
use crate::window::{CameFrom, Command, SavingAttachments, StepContext};

/// What came attached in the package that the record was opened from, and why the request was sent back in it; nothing if
/// nothing came.
pub fn came_with_record(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let (lang, outside) = (cx.lang, cx.outside);
    if let Some(comment) = &outside.returned_for {
        section_heading(ui, window_words::return_comment(lang));
        message_text(ui, Tone::Warning, comment);
        ui.add_space(6.0);
    }
    if outside.came_attached.is_empty() {
        return;
    }
    section_heading(ui, words::came_attached(lang));
    ja_label(ui, words::came_attached_lead(lang), TextKind::Small);
    list(ui, cx, CameFrom::Opened, &outside.came_attached);
    saved(ui, cx, CameFrom::Opened);
}

/// The files, each with the way to save it, and the way to save all.
pub fn list(ui: &mut Ui, cx: &mut StepContext<'_>, from: CameFrom, files: &[Arc<CameAttached>]) {
    let lang = cx.lang;
    for (place, file) in files.iter().enumerate() {
        let CameAttached { title, name, size, sha256, content } = file.as_ref();
        ui.horizontal_wrapped(|ui| {
            ja_label(ui, &words::attached_file(title.as_str(), name, *size, sha256.short(), lang), TextKind::Body)
                .on_hover_text(sha256.as_str());
            let save = || words::attachment_save_name(title.as_str(), lang);
            if content.is_ok() && link_button(ui, words::attachment_save(lang)).accessible_name(save()).clicked() {
                cx.command(Command::SaveAttachments(from, Some(place)));
            }
        });
        if let Err(problem) = content {
            message_text(ui, Tone::Error, &words::attachment_damaged(&problem.message(lang).what, lang));
        }
    }
    let whole = files.iter().filter(|file| file.content.is_ok()).count();
    if whole > 1 && small_button(ui, &words::attachments_save_all(whole, lang)).clicked() {
        cx.command(Command::SaveAttachments(from, None));
    }
}

/// What became of saving them.
pub fn saved(ui: &mut Ui, cx: &StepContext<'_>, from: CameFrom) {
    let lang = cx.lang;
    match &cx.outside.saving_attachments {
        SavingAttachments::Running(of, at_work) if *of == from => {
            ja_label(ui, words::package_running(lang), TextKind::Small);
            if at_work.hangs {
                message_text(ui, Tone::Warning, words::package_no_answer(lang));
            }
        }
        SavingAttachments::Finished(of, files) if *of == from => {
            for file in files {
                match &file.result {
                    Ok(_) => message_text(ui, Tone::Success, &words::attachment_saved(&file.path.to_string_lossy(), lang)),
                    Err(message) => message_box(ui, Tone::Error, message),
                }
            }
        }
        SavingAttachments::Idle | SavingAttachments::Running(..) | SavingAttachments::Finished(..) => {}
    }
    ui.add_space(6.0);
}
