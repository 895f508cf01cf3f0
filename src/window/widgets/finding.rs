//! Findings under the field they point to.

use egui::Ui;

use super::{Tone, badge, ja_label};
use crate::judgement::{Concern, Finding};
use crate::record::Field;
use crate::text::{self, Label as _, marks};
use crate::window::StepContext;
use crate::window::theme::TextKind;

/// Shows the findings that point to a field, with what to do, and how many comments on it are open. Returns what was found, for
/// assistive technology.
///
/// That something is still empty is said only once the user has been there, or was led there: an empty form is no list of
/// mistakes.
pub fn findings_of(ui: &mut Ui, cx: &StepContext<'_>, field: &Field) -> String {
    let was_there = cx.drafts.was_visited(field) || cx.target == Some(field);
    shown(ui, cx, field, |finding| was_there || finding.concern() != Concern::ToDo)
}

/// The same without what is still empty, which a field of text says above itself.
pub(super) fn flaws_of(ui: &mut Ui, cx: &StepContext<'_>, field: &Field) -> String {
    shown(ui, cx, field, |finding| finding.concern() != Concern::ToDo)
}

/// What says that the field is still empty, once the user has been there.
pub(super) fn gap_of(cx: &StepContext<'_>, field: &Field) -> Option<String> {
    let was_there = cx.drafts.was_visited(field) || cx.target == Some(field);
    let mut here = cx.judgement.findings.iter().filter(|finding| finding.field == *field);
    let gap = here.find(|finding| finding.concern() == Concern::ToDo).filter(|_| was_there)?;
    let message = text::finding_message(gap, cx.record, cx.catalogue, cx.lang);
    Some(format!("{} {}", message.what, message.action).trim_end().to_owned())
}

fn shown(ui: &mut Ui, cx: &StepContext<'_>, field: &Field, is_shown: impl Fn(&Finding) -> bool) -> String {
    let mut said = String::new();
    for finding in cx.judgement.findings.iter().filter(|finding| finding.field == *field && is_shown(finding)) {
        let message = text::finding_message(finding, cx.record, cx.catalogue, cx.lang);
        let kind = match finding.concern() {
            Concern::Error => TextKind::Error,
            Concern::Warning => TextKind::Warning,
            Concern::ToDo | Concern::Note => TextKind::Small,
        };
        let concern = finding.concern().label(cx.lang);
        let sentence = format!("{concern}{}{} {}", marks::colon(cx.lang), message.what, message.action);
        ja_label(ui, sentence.trim_end(), kind);
        if !said.is_empty() {
            said.push('\n');
        }
        said.push_str(&sentence);
    }
    comment_mark(ui, cx, field);
    said
}

/// Says how many comments on a field are open, where there are any.
pub fn comment_mark(ui: &mut Ui, cx: &StepContext<'_>, field: &Field) {
    let comments = open_comments(cx, field);
    if comments > 0 {
        badge(ui, &text::comments::mark(comments, cx.lang), Tone::Key);
    }
}

/// How many comments on a field are open.
pub fn open_comments(cx: &StepContext<'_>, field: &Field) -> usize {
    cx.record.comments_on(field).into_iter().filter(|comment| !comment.resolved).count()
}

/// What a widget is called for a screen reader, with the comments on its field that are open.
pub fn name_with_comments(cx: &StepContext<'_>, field: &Field, name: String) -> String {
    match open_comments(cx, field) {
        0 => name,
        count => text::comments::marked_name(&name, count, cx.lang),
    }
}
