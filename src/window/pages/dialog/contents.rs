//! What each dialog says, and its answers.

use std::path::PathBuf;
use std::sync::LazyLock;

use egui::{Id, TextStyle, TextWrapMode, Ui};

use super::model::{Choice, Dialog, Told};
use crate::file::Orphan;
use crate::package::Package;
use crate::text::{Lang, Message, comparison, eligibility, signature, window as words};
use crate::third_party::LICENCES;
use crate::window::PrintWay;
use crate::window::dialogs::Purpose;
use crate::window::panels::case_name;
use crate::window::theme::TextKind;
use crate::window::widgets::{
    FocusGuide, Tone, button_width, ja_label, message_box, path_input, primary_button, prose_input, secondary_button,
    small_button,
};

/// The height of the list of licences, in points.
const LICENCES_HEIGHT: f32 = 260.0;

/// Shows what a dialog says, with its answers. Returns what was chosen.
pub(super) fn contents(ui: &mut Ui, dialog: &mut Dialog, is_new: bool, lang: Lang) -> Option<Choice> {
    match dialog {
        Dialog::Unsaved(leaving) => {
            ja_label(ui, words::close_body(lang), TextKind::Body);
            let choices = [
                (words::close_save(lang), Choice::SaveThenLeave(leaving.clone())),
                (words::close_discard(lang), Choice::LeaveUnsaved(leaving.clone())),
                (words::close_back(lang), Choice::Close),
            ];
            buttons(ui, is_new, choices)
        }
        Dialog::Recovery { orphans, when, to_discard } => recovery(ui, orphans, when, *to_discard, is_new, lang),
        Dialog::Locked { path, message } => {
            message_box(ui, Tone::Warning, message);
            ja_label(ui, words::locked_explain(lang), TextKind::Body);
            let choices = [
                (words::locked_read_only(lang), Choice::OpenReadOnly(path.clone())),
                (words::locked_copy(lang), Choice::OpenCopy(path.clone())),
                (words::cancel(lang), Choice::Close),
            ];
            buttons(ui, is_new, choices)
        }
        Dialog::Exists { path } => {
            ja_label(ui, &crate::text::shown_path(&path), TextKind::Body);
            ja_label(ui, words::overwrite_body(lang), TextKind::Body);
            let choices = [(words::cancel(lang), Choice::Close), (words::overwrite_replace(lang), Choice::Replace(path.clone()))];
            buttons(ui, is_new, choices)
        }
        Dialog::ChangedOutside { path, message, is_gone: true } => {
            message_box(ui, Tone::Warning, message);
            let choices = [
                (words::outside_change_save_as(lang), Choice::SaveAs),
                (words::outside_gone_save_again(lang), Choice::Replace(path.clone())),
                (words::cancel(lang), Choice::Close),
            ];
            buttons(ui, is_new, choices)
        }
        Dialog::ChangedOutside { path, message, is_gone: false } => {
            message_box(ui, Tone::Warning, message);
            ja_label(ui, words::overwrite_body(lang), TextKind::Body);
            let choices = [
                (words::outside_change_compare(lang), Choice::Compare(path.clone())),
                (words::outside_change_save_as(lang), Choice::SaveAs),
                (words::outside_change_overwrite(lang), Choice::Replace(path.clone())),
                (words::cancel(lang), Choice::Close),
            ];
            buttons(ui, is_new, choices)
        }
        Dialog::OtherCopies { message, copies } => other_copies(ui, message, copies, is_new, lang),
        Dialog::Hangs { path, leaving, is_kept } => {
            message_box(ui, Tone::Warning, &words::hangs(path, *is_kept, lang));
            match leaving {
                None => {
                    let choices =
                        [(words::hangs_wait(lang), Choice::Close), (words::outside_change_save_as(lang), Choice::SaveAs)];
                    buttons(ui, is_new, choices)
                }
                Some(leaving) => {
                    ja_label(ui, if *is_kept { words::hangs_leaving(lang) } else { words::hangs_losing(lang) }, TextKind::Body);
                    let leave = if *is_kept { words::hangs_leave(lang) } else { words::hangs_lose(lang) };
                    let choices = [
                        (words::hangs_wait(lang), Choice::Close),
                        (words::outside_change_save_as(lang), Choice::SaveAsThenLeave(leaving.clone())),
                        (leave, Choice::LeaveHanging(leaving.clone(), *is_kept)),
                    ];
                    buttons(ui, is_new, choices)
                }
            }
        }
        Dialog::Problem(message) => {
            message_box(ui, Tone::Error, message);
            buttons(ui, is_new, [(words::close(lang), Choice::Close)])
        }
        Dialog::Note(message) => {
            message_box(ui, Tone::Neutral, message);
            buttons(ui, is_new, [(words::close(lang), Choice::Close)])
        }
        Dialog::Path { purpose, note, typed } => path_entry(ui, *purpose, note, typed, is_new, lang),
        Dialog::Return { comment } => return_entry(ui, comment, is_new, lang),
        Dialog::Undecided { kind, results } => {
            results.iter().for_each(|result| {
                ja_label(ui, result, TextKind::Strong);
            });
            ja_label(ui, words::undecided_body(lang), TextKind::Body);
            let choices = [(words::cancel(lang), Choice::Close), (words::undecided_pack(lang), Choice::PackUndecided(*kind))];
            buttons(ui, is_new, choices)
        }
        Dialog::Package { told, .. } => package_opened(ui, told, is_new, lang),
        Dialog::Request { package, attached, damaged, .. } => request(ui, package, *attached, damaged.as_ref(), is_new, lang),
        Dialog::Print { what, name } => {
            ja_label(ui, name, TextKind::Strong);
            ja_label(ui, words::print_usual(lang), TextKind::Body);
            ja_label(ui, words::print_choose(lang), TextKind::Body);
            let choices = [
                (words::print_now(lang), Choice::Print(what.clone(), PrintWay::UsualPrinter)),
                (words::print_open(lang), Choice::Print(what.clone(), PrintWay::WhereItOpens)),
                (words::cancel(lang), Choice::Close),
            ];
            buttons(ui, is_new, choices)
        }
        Dialog::About => {
            ja_label(ui, words::app_subtitle(lang), TextKind::Strong);
            ja_label(ui, &words::version(env!("CARGO_PKG_VERSION"), lang), TextKind::Body);
            ja_label(ui, words::about_body(lang), TextKind::Body);
            ja_label(ui, words::not_official(lang), TextKind::Strong);
            ja_label(ui, words::about_licence(lang), TextKind::Small);
            ja_label(ui, words::about_fonts(lang), TextKind::Small);
            licences(ui, lang);
            buttons(ui, is_new, [(words::close(lang), Choice::Close)])
        }
    }
}

/// The licences of others, folded away until they are asked for. Thousands of lines, of which those in view are laid out.
fn licences(ui: &mut Ui, lang: Lang) {
    static LINES: LazyLock<Vec<&str>> = LazyLock::new(|| LICENCES.lines().collect());
    egui::CollapsingHeader::new(words::about_others(lang)).id_salt("licences").show_unindented(ui, |ui| {
        ja_label(ui, words::about_others_command(lang), TextKind::Small);
        ui.spacing_mut().item_spacing.y = 2.0;
        let height = ui.text_style_height(&TextStyle::Small);
        egui::ScrollArea::both().id_salt("licences").max_height(LICENCES_HEIGHT).auto_shrink(false).show_rows(
            ui,
            height,
            LINES.len(),
            |ui, shown| {
                for line in LINES.get(shown).unwrap_or_default() {
                    ui.add(egui::Label::new(egui::RichText::new(*line).small()).wrap_mode(TextWrapMode::Extend));
                }
            },
        );
    });
}

/// A row of buttons, the first filled and in focus.
fn buttons<const N: usize>(ui: &mut Ui, is_new: bool, choices: [(&'static str, Choice); N]) -> Option<Choice> {
    let mut chosen = None;
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        for (index, (text, choice)) in choices.into_iter().enumerate() {
            // Left to itself a button at the end of a row would break its text to pieces.
            if index > 0 && button_width(ui, text) > ui.available_size_before_wrap().x {
                ui.end_row();
            }
            let response = if index == 0 { primary_button(ui, text) } else { secondary_button(ui, text) };
            if index == 0 && is_new {
                // Asked for directly it would be lost: the first pass over a dialog only measures it.
                ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(response.id));
            }
            if response.clicked() {
                chosen = Some(choice);
            }
        }
    });
    chosen
}

fn other_copies(ui: &mut Ui, message: &Message, copies: &[PathBuf], is_new: bool, lang: Lang) -> Option<Choice> {
    message_box(ui, Tone::Warning, message);
    let mut chosen = None;
    for copy in copies {
        let name = crate::text::shown_path(copy.file_name().unwrap_or_default());
        ja_label(ui, &name, TextKind::Strong);
        let compare = secondary_button(ui, words::outside_change_compare(lang));
        if compare.accessible_name(words::compare_with_copy(&name, lang)).clicked() {
            chosen = Some(Choice::Compare(copy.clone()));
        }
    }
    chosen.or_else(|| buttons(ui, is_new, [(words::close(lang), Choice::Close)]))
}

fn recovery(
    ui: &mut Ui,
    orphans: &[Orphan],
    when: &[String],
    to_discard: Option<usize>,
    is_new: bool,
    lang: Lang,
) -> Option<Choice> {
    let mut chosen = None;
    ja_label(ui, words::recovery_body(lang), TextKind::Body);
    for (index, (orphan, when)) in orphans.iter().zip(when).enumerate() {
        ui.separator();
        match &orphan.content {
            Ok(snapshot) => {
                let name = case_name(&snapshot.record, snapshot.meta.original.as_ref());
                ja_label(ui, &words::recovery_entry(&name, when, lang), TextKind::Strong);
                if let Some(original) = &snapshot.meta.original {
                    ja_label(ui, &crate::text::shown_path(original), TextKind::Small);
                }
            }
            Err(error) => {
                message_box(ui, Tone::Warning, &error.message(lang));
            }
        }
        if to_discard == Some(index) {
            // Asked on a line of its own, with the focus on the answer that loses nothing.
            ja_label(ui, words::recovery_discard_ask(lang), TextKind::Warning);
            let choices = [
                (words::recovery_discard_not(lang), Choice::AskDiscard(None)),
                (words::recovery_discard_sure(lang), Choice::Discard(index)),
            ];
            chosen = chosen.or(buttons(ui, is_new, choices));
            continue;
        }
        if orphan.content.is_ok() {
            let restore = secondary_button(ui, words::recovery_restore(lang));
            if index == 0 && is_new && to_discard.is_none() {
                ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(restore.id));
            }
            if restore.clicked() {
                chosen = Some(Choice::Restore(index));
            }
        }
        // Far from the other, and not for good yet.
        ui.add_space(10.0);
        if small_button(ui, words::recovery_discard(lang)).clicked() {
            chosen = Some(Choice::AskDiscard(Some(index)));
        }
    }
    let first_is_taken = orphans.first().is_some_and(|orphan| orphan.content.is_ok()) || to_discard.is_some();
    chosen.or_else(|| buttons(ui, is_new && !first_is_taken, [(words::recovery_keep(lang), Choice::Close)]))
}

fn path_entry(ui: &mut Ui, purpose: Purpose, note: &str, typed: &mut String, is_new: bool, lang: Lang) -> Option<Choice> {
    if !note.is_empty() {
        ja_label(ui, note, TextKind::Body);
    }
    let id = Id::unique("typed path");
    let (hint, done) = match purpose {
        Purpose::Open | Purpose::Receive | Purpose::OwnRecord => (words::path_hint_file(lang), words::open_this(lang)),
        Purpose::Compare => (words::path_hint_file(lang), comparison::compare_this(lang)),
        Purpose::Import => (words::import_path_hint(lang), words::import_use_file(lang)),
        Purpose::SaveAs => (words::path_hint_file(lang), words::save_here(lang)),
        Purpose::Attach => (words::path_hint_attachment(lang), words::attach_this(lang)),
        Purpose::SavePackage(_) => (words::path_hint_package(lang), words::save_here(lang)),
        Purpose::Catalogue => (words::catalogue_path_hint(lang), words::catalogue_use_file(lang)),
        Purpose::SaveEligibility => (eligibility::path_hint(lang), words::save_here(lang)),
        Purpose::SaveCatalogue => (words::catalogue_path_hint(lang), words::save_here(lang)),
        Purpose::ExportFolder | Purpose::PrecedentFolder | Purpose::AttachmentFolder => {
            (words::path_hint_folder(lang), words::use_this_folder(lang))
        }
        Purpose::ForSignature(_) => ("", signature::use_this_file(lang)),
    };
    let field = path_input(ui, id, words::path(lang), "", typed);
    ja_label(ui, hint, TextKind::Small);
    if is_new {
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(id));
    }
    let entered = field.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    // Paths are often pasted with the quotes that file managers put around them.
    let path = typed.trim().trim_matches('"');
    let chosen =
        buttons(ui, false, [(done, Choice::PathTyped(purpose, PathBuf::from(path))), (words::cancel(lang), Choice::Close)]);
    let chosen = chosen.or_else(|| entered.then(|| Choice::PathTyped(purpose, PathBuf::from(path))));
    chosen.filter(|choice| !matches!(choice, Choice::PathTyped(_, path) if path.as_os_str().is_empty()))
}

/// Whose request it is, and what to do with it.
fn request(
    ui: &mut Ui,
    package: &Package,
    attached: usize,
    damaged: Option<&Message>,
    is_new: bool,
    lang: Lang,
) -> Option<Choice> {
    let service = &package.record.service;
    ja_label(ui, &words::request_of(service.provider.as_str(), service.name.as_str(), lang), TextKind::Strong);
    if let Some(message) = damaged {
        message_box(ui, Tone::Warning, message);
    }
    if attached > 0 {
        ja_label(ui, &words::request_attachments(attached, lang), TextKind::Small);
    }
    ja_label(ui, words::request_opened_begin_lead(lang), TextKind::Body);
    ja_label(ui, words::request_opened_look_lead(lang), TextKind::Body);
    let choices = [
        (words::request_opened_begin(lang), Choice::BeginAssessment),
        (words::request_opened_look(lang), Choice::LookAtRequest),
        (words::cancel(lang), Choice::Close),
    ];
    buttons(ui, is_new, choices)
}

/// What the package is, and what to do with it. The record that is open stays unless it is to be looked at.
fn package_opened(ui: &mut Ui, told: &Told, is_new: bool, lang: Lang) -> Option<Choice> {
    told.lines.iter().for_each(|line| {
        ja_label(ui, line, TextKind::Strong);
    });
    if let Some(message) = &told.damaged {
        message_box(ui, Tone::Warning, message);
    }
    let look = (words::package_look(lang), Choice::LookAt);
    let cancel = (words::cancel(lang), Choice::Close);
    if told.can_be_received {
        ja_label(ui, words::package_receive_lead(lang), TextKind::Body);
        ja_label(ui, words::package_look_lead(lang), TextKind::Body);
        buttons(ui, is_new, [(words::package_receive(lang), Choice::Receive), look, cancel])
    } else {
        ja_label(ui, words::package_look_lead(lang), TextKind::Body);
        buttons(ui, is_new, [look, cancel])
    }
}

/// What is to be said to a provider whose request is sent back.
fn return_entry(ui: &mut Ui, comment: &mut String, is_new: bool, lang: Lang) -> Option<Choice> {
    ja_label(ui, words::return_lead(lang), TextKind::Body);
    let id = Id::unique("return comment");
    prose_input(ui, id, words::return_comment(lang), "", comment, 4, lang);
    if is_new {
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(id));
    }
    let choices = [(words::return_on(lang), Choice::Return(comment.clone())), (words::cancel(lang), Choice::Close)];
    buttons(ui, false, choices).filter(|choice| !matches!(choice, Choice::Return(said) if said.trim().is_empty()))
}
