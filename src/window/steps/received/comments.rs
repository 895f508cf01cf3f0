//! What agencies said to the fields of their records, and the act that takes over what they said to the request.

use egui::accesskit::Role;
use egui::{Ui, UiBuilder};

use crate::package::{is_of_request, take_over_comments};
use crate::record::{Comment, Record};
use crate::text::{self, comments as words};
use crate::window::theme::TextKind;
use crate::window::widgets::{Tone, badge, ja_label, link_button, secondary_button, section_heading};
use crate::window::{Command, ReceivedRecord, StepContext};

/// Shows them, where any came.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let records = || cx.outside.received.iter().map(ReceivedRecord::record);
    let count = records().map(|record| record.comments.len()).sum();
    if count == 0 {
        return;
    }
    section_heading(ui, &words::received_title(count, records().flat_map(Record::open_comments).count(), lang));
    ja_label(ui, words::received_lead(lang), TextKind::Small);
    if let Some((edit, new)) = take_over_comments(cx.record, records()) {
        if secondary_button(ui, &words::take_over(new, lang)).clicked() {
            cx.edit(edit);
        }
    } else {
        let mut asked = records().flat_map(|record| &record.comments).filter(|comment| is_on_request(comment)).peekable();
        if asked.peek().is_some() && asked.all(|comment| is_here(comment, cx.record)) {
            ja_label(ui, words::all_here(lang), TextKind::Small);
        }
    }
    ui.add_space(6.0);
    let received = &cx.outside.received;
    for (place, record) in received.iter().map(ReceivedRecord::record).enumerate() {
        let (done, open): (Vec<&Comment>, Vec<&Comment>) = record.comments.iter().partition(|comment| comment.resolved);
        for comment in open.into_iter().chain(done) {
            let builder = UiBuilder::new().id_salt(("received comment", place, &comment.id)).accessibility_role(Role::Group);
            ui.scope_builder(builder, |ui| one(ui, cx, record, comment));
            ui.separator();
        }
    }
}

/// What is to be mended before a request that was sent back goes out again, field by field.
pub(super) fn to_mend(ui: &mut Ui, cx: &mut StepContext<'_>, of: &Record) {
    let lang = cx.lang;
    for comment in of.open_comments() {
        let Some(field) = comment.field().filter(is_of_request) else { continue };
        let place = text::field_place(&field, of, cx.catalogue, lang);
        if link_button(ui, &place).accessible_name(words::mend_name(&place, lang)).clicked() {
            cx.command(Command::JumpTo(field));
        }
        ja_label(ui, comment.text.as_str(), TextKind::Small);
    }
}

fn is_on_request(comment: &Comment) -> bool {
    comment.field().is_some_and(|field| is_of_request(&field))
}

/// Whether it is in a record as it was said. Another one may have its id; it is resolved here or there.
fn is_here(comment: &Comment, record: &Record) -> bool {
    record.comments.iter().any(|known| known.id == comment.id && known.field == comment.field && known.text == comment.text)
}

fn one(ui: &mut Ui, cx: &mut StepContext<'_>, of: &Record, comment: &Comment) {
    let lang = cx.lang;
    ui.horizontal_wrapped(|ui| {
        let (state, tone) =
            if comment.resolved { (words::resolved(lang), Tone::Success) } else { (words::open(lang), Tone::Warning) };
        badge(ui, state, tone);
        if is_here(comment, cx.record) {
            badge(ui, words::is_here(lang), Tone::Neutral);
        }
        match comment.field() {
            Some(field) => {
                let place = text::field_place(&field, of, cx.catalogue, lang);
                if !is_of_request(&field) {
                    ja_label(ui, &place, TextKind::Strong);
                } else if link_button(ui, &place).accessible_name(words::act_name(&place, comment, lang)).clicked() {
                    cx.command(Command::JumpTo(field));
                }
            }
            None => {
                ja_label(ui, comment.field.as_str(), TextKind::Strong);
            }
        }
    });
    ja_label(ui, comment.text.as_str(), TextKind::Body);
    let agency = of.agency.name.as_str().trim();
    let agency = if agency.is_empty() { words::agency_not_named(lang) } else { agency };
    ja_label(ui, &words::signed_at(agency, comment, lang), TextKind::Small);
}
