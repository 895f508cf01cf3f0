//! Findings under the field they point to.

use egui::Ui;

use super::{Tone, badge, ja_label};
use crate::judgement::{FindingKind, Severity};
use crate::record::Field;
use crate::text;
use crate::window::StepContext;
use crate::window::theme::TextKind;

/// Shows the findings that point to a field, with what to do, and how many comments on it are open. Returns what was found, for
/// assistive technology.
///
/// That something is still empty is said only once the user has been there, or was led there: an empty form is no list of
/// mistakes.
pub fn findings_of(ui: &mut Ui, cx: &StepContext<'_>, field: &Field) -> String {
    let mut said = String::new();
    for finding in cx.judgement.findings.iter().filter(|finding| finding.field == *field) {
        if says_that_it_is_empty(&finding.kind) && !cx.drafts.was_visited(field) && cx.target != Some(field) {
            continue;
        }
        let message = text::finding_message(finding, cx.record, cx.catalogue, cx.lang);
        let kind = match finding.severity() {
            Severity::Error => TextKind::Error,
            Severity::Warning => TextKind::Warning,
            Severity::Note => TextKind::Small,
        };
        let severity = text::Label::label(&finding.severity(), cx.lang);
        let sentence = format!("{severity}：{} {}", message.what, message.action);
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

fn says_that_it_is_empty(kind: &FindingKind) -> bool {
    matches!(
        kind,
        FindingKind::RequiredMissing
            | FindingKind::GateNotAnswered(_)
            | FindingKind::TaskNotChosen
            | FindingKind::RedFlagOpen(_)
            | FindingKind::NoItems
            | FindingKind::ItemWithoutName(_)
            | FindingKind::ItemWithoutGrade(..)
            | FindingKind::ItemWithoutPersonCount(_)
    )
}
