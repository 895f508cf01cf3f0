//! The comments that are not resolved, each with the way to its field.

use egui::accesskit::Role;
use egui::{Ui, UiBuilder};

use super::lists::{rows_shown, show_more};
use crate::record::{Comment, Edit};
use crate::text::{self, comments as words, steps_finish::review as review_words};
use crate::window::memory::List;
use crate::window::theme::TextKind;
use crate::window::widgets::{ja_label, link_button, section_heading, small_button};
use crate::window::{Command, StepContext};

/// Shows them, where anybody has commented at all.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    if cx.record.comments.is_empty() {
        return;
    }
    let (lang, record) = (cx.lang, cx.record);
    let open = record.open_comments().count();
    section_heading(ui, &words::open_title(open, lang));
    if open == 0 {
        ja_label(ui, words::none_open(lang), TextKind::Small);
    }
    for comment in record.open_comments().take(rows_shown(cx, List::Comments)) {
        let builder = UiBuilder::new().id_salt(("comment", &comment.id)).accessibility_role(Role::Group);
        ui.scope_builder(builder, |ui| one(ui, cx, comment));
        ui.separator();
    }
    show_more(ui, cx, List::Comments, open);
}

fn one(ui: &mut Ui, cx: &mut StepContext<'_>, comment: &Comment) {
    let lang = cx.lang;
    ja_label(ui, comment.text.as_str(), TextKind::Body);
    ja_label(ui, &words::signed(comment, lang), TextKind::Small);
    ui.horizontal_wrapped(|ui| {
        match comment.field() {
            Some(field) => {
                let place = text::field_place(&field, cx.record, cx.catalogue, lang);
                let go = review_words::go_to(&place, lang);
                if link_button(ui, &go).accessible_name(words::act_name(&go, comment, lang)).clicked() {
                    cx.command(Command::JumpTo(field));
                }
            }
            None => {
                ja_label(ui, comment.field.as_str(), TextKind::Small);
            }
        }
        let act = words::resolve(lang);
        if small_button(ui, act).accessible_name(words::act_name(act, comment, lang)).clicked() {
            cx.edit(Edit::ResolveComment(comment.id.clone()));
        }
    });
}
