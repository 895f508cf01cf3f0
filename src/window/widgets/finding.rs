//! Findings under the field they point to.

use egui::{Id, Rect, Sense, Shape, Stroke, Ui, vec2};

use super::{Tone, badge, ja_label};
use crate::judgement::{Concern, Finding};
use crate::record::Field;
use crate::text::{self, Label as _, marks};
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette};

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

/// What is said of a field for which there is no room beside it, as [`findings_of`] would say it.
pub fn what_is_said(cx: &StepContext<'_>, field: &Field) -> String {
    let was_there = cx.drafts.was_visited(field) || cx.target == Some(field);
    let said = sentences(cx, field, |finding| was_there || finding.concern() != Concern::ToDo);
    said.map(|(sentence, _)| sentence).collect::<Vec<_>>().join("\n")
}

fn shown(ui: &mut Ui, cx: &StepContext<'_>, field: &Field, is_shown: impl Fn(&Finding) -> bool) -> String {
    let mut said = Vec::new();
    for (sentence, kind) in sentences(cx, field, is_shown) {
        ja_label(ui, &sentence, kind);
        said.push(sentence);
    }
    comment_mark(ui, cx, field);
    said.join("\n")
}

fn sentences<'a>(
    cx: &'a StepContext<'_>,
    field: &'a Field,
    is_shown: impl Fn(&Finding) -> bool + 'a,
) -> impl Iterator<Item = (String, TextKind)> + 'a {
    let here = cx.judgement.findings.iter().filter(move |finding| finding.field == *field && is_shown(finding));
    here.map(|finding| {
        let message = text::finding_message(finding, cx.record, cx.catalogue, cx.lang);
        let kind = match finding.concern() {
            Concern::Error => TextKind::Error,
            Concern::Warning => TextKind::Warning,
            Concern::ToDo | Concern::Note => TextKind::Small,
        };
        let concern = finding.concern().label(cx.lang);
        let sentence = format!("{concern}{}{} {}", marks::colon(cx.lang), message.what, message.action);
        (sentence.trim_end().to_owned(), kind)
    })
}

/// Says how many comments on a field are open, where there are any.
pub fn comment_mark(ui: &mut Ui, cx: &StepContext<'_>, field: &Field) {
    let comments = open_comments(cx, field);
    if comments > 0 {
        badge(ui, &text::comments::mark(comments, cx.lang), Tone::Key);
    }
}

/// The turned-down corner of a cell with open comments, in points.
const CORNER: f32 = 11.0;

/// The corner of a cell on whose field there are open comments is turned down, as in a spreadsheet.
pub fn comment_corner(ui: &Ui, cx: &StepContext<'_>, field: &Field, cell: Id, rect: Rect) {
    let count = open_comments(cx, field);
    if count == 0 {
        return;
    }
    let corner = rect.right_top();
    let points = vec![corner - vec2(CORNER, 0.0), corner, corner + vec2(0.0, CORNER)];
    ui.painter().add(Shape::convex_polygon(points, palette(ui).key, Stroke::NONE));
    let place = Rect::from_min_max(corner - vec2(CORNER, 0.0), corner + vec2(0.0, CORNER));
    ui.interact(place, cell.with("comments"), Sense::hover()).on_hover_text(text::comments::mark(count, cx.lang));
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
