//! An approval with everything that stands in it, on one line.

use super::{Label as _, Lang, marks};
use crate::record::{Approval, ApprovalState, Lapse, Opinion, Person, Record};

/// Title and name of a person.
pub fn person(person: &Person) -> String {
    format!("{} {}", person.title, person.name).trim().to_owned()
}

/// An approval with everything that stands in it, on one line.
pub(super) fn in_a_line(approval: &Approval, lang: Lang) -> String {
    let mut parts = vec![
        approval.state.label(lang).to_owned(),
        approval.on.map_or_else(String::new, |on| on.to_string()),
        person(&approval.by),
        approval.validity.label(lang).to_owned(),
        approval.comment.to_string(),
    ];
    parts.extend(approval.content.as_ref().map(|content| content.short().to_owned()));
    parts.extend(approval.lapse.as_ref().map(|lapse| lapse_line(lapse, lang)));
    parts.extend(approval.covered.as_deref().map(|copy| copy_line(copy, lang)));
    parts.extend(approval.opinions.iter().map(|opinion| opinion_line(opinion, lang)));
    parts.extend(approval.seal.as_ref().map(|seal| format!("[{}]", seal.short())));
    parts.retain(|part| !part.is_empty());
    parts.join(marks::comma(lang))
}

fn lapse_line(lapse: &Lapse, lang: Lang) -> String {
    let Lapse { by, on, comment } = lapse;
    let (lapsed, by) = (ApprovalState::Lapsed.label(lang), person(by));
    say!(lang, "{lapsed}：{on} {by} {comment}", "{lapsed}: {on} {by} {comment}").trim().to_owned()
}

/// A kept copy, told by what it holds: two copies are the same only if their lines are.
fn copy_line(copy: &Record, lang: Lang) -> String {
    let digest = copy.content_digest();
    let short = digest.short();
    let line = say!(lang, "内容の控え {short}", "copy of the content {short}");
    if copy.approval == Approval::default() { line } else { format!("{line} [{}]", in_a_line(&copy.approval, lang)) }
}

fn opinion_line(opinion: &Opinion, lang: Lang) -> String {
    let Opinion { by, on, view, comment, content } = opinion;
    let (view, by, short) = (view.label(lang), person(by), content.short());
    say!(lang, "意見：{view} {on} {by} {comment} [{short}]", "opinion: {view} {on} {by} {comment} [{short}]")
}
