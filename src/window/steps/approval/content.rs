//! Which content an approval covers, whether it is still that, and what was changed since: on 承認 and on 確認.

use egui::{CollapsingHeader, Ui};

use super::parts::fact;
use crate::record::{ApprovalState, Date, Record};
use crate::text::Lang;
use crate::text::approval as said;
use crate::text::difference::Told;
use crate::text::steps_finish::{approval as words, review as review_words};
use crate::window::memory::Content;
use crate::window::theme::TextKind;
use crate::window::widgets::{Column, Tone, ja_label, link_button, message_text, secondary_button, section_heading, table};
use crate::window::{Command, StepContext};

/// How many changes are shown before more are asked for, and how many more then.
const ROWS: usize = 20;
/// Below this width, in points, changes are blocks.
const LEAST_WIDTH: f32 = 560.0;

/// Works out anew what is known of the content, if the record is another one.
pub(in crate::window::steps) fn refresh(cx: &mut StepContext<'_>) {
    let (record, today, lang) = (cx.record, cx.today, cx.lang);
    let same = |(of, on, said_in): &(Record, Date, Lang)| of == record && *on == today && *said_in == lang;
    if cx.page.content.of.as_ref().is_some_and(same) {
        return;
    }
    let changes = said::changes_since(record, cx.catalogue, lang);
    cx.page.content = Content {
        of: Some((record.clone(), today, lang)),
        state: said::state(record, today, lang),
        now: Some(record.content_digest()),
        can_open_covered: changes.is_some() && record.covered_content().is_some(),
        changes,
        kept_copy_is_another: record.kept_copy_is_another(),
        statement: record.approval.statement(),
        approved_by_assessor: record.is_approved_by_assessor(),
        more: 0,
    };
}

/// What was changed since the state was recorded, or that nothing was.
pub(in crate::window::steps) fn changes_since(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    if cx.page.content.kept_copy_is_another {
        message_text(ui, Tone::Error, said::kept_copy_is_another(lang));
    }
    if cx.page.content.changes.is_some() {
        section_heading(ui, said::changes(lang));
        changes(ui, cx);
    } else if cx.record.approval.content.is_some() {
        ja_label(ui, words::unchanged_since(cx.record.approval.state, lang), TextKind::Body);
    }
}

/// 詳細: the digests, for who wants to compare them. Closed until then.
pub(in crate::window::steps) fn digests(ui: &mut Ui, cx: &StepContext<'_>, opens: bool) {
    let lang = cx.lang;
    ui.add_space(12.0);
    let details = CollapsingHeader::new(words::details(lang)).id_salt("approval details").open(opens.then_some(true));
    details.show_unindented(ui, |ui| {
        ja_label(ui, words::content_lead(lang), TextKind::Small);
        let known = &cx.page.content;
        if let Some(then) = &cx.record.approval.content {
            fact(ui, words::digest_then(lang), &in_groups(then.as_str()));
        } else {
            ja_label(ui, words::no_content_yet(lang), TextKind::Body);
        }
        let now = known.now.as_ref().map_or_else(String::new, |now| in_groups(now.as_str()));
        fact(ui, words::digest_now(lang), &now);
    });
}

/// Where the approval stands and what was changed after its state was recorded, for 確認: nothing if nothing was.
pub(in crate::window::steps) fn state_and_changes(ui: &mut Ui, cx: &mut StepContext<'_>) {
    refresh(cx);
    if cx.record.approval.state != ApprovalState::Draft {
        ja_label(ui, &words::chain(cx.page.content.state(), cx.lang), TextKind::Strong);
    }
    if cx.page.content.changes.is_some() {
        section_heading(ui, said::changes(cx.lang));
        changes(ui, cx);
    }
}

/// That something was changed, each place with what stood there and what stands there now, and the way to the content of then.
fn changes(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let known = &cx.page.content;
    let Some(changes) = &known.changes else { return };
    message_text(ui, Tone::Warning, &changes.whole);
    let shown = ROWS + known.more;
    let each = changes.each.iter().take(shown);
    let then = said::value_then(cx.record.approval.state, lang);
    if ui.available_width() >= LEAST_WIDTH && !changes.each.is_empty() {
        let share = |weight, least| Column::Share { weight, least };
        table(ui, "changes", said::changes(lang), &[share(2.6, 160.0), share(3.0, 160.0), share(3.0, 160.0)], |table| {
            table.head(|row| {
                for title in [said::changed_place(lang), then, said::value_now(lang)] {
                    row.cell(|ui| ja_label(ui, title, TextKind::Strong));
                }
            });
            for Told { place, old, new } in each {
                table.row(|row| {
                    row.cell(|ui| ja_label(ui, place, TextKind::Strong));
                    row.cell(|ui| ja_label(ui, old, TextKind::Body));
                    row.cell(|ui| ja_label(ui, new, TextKind::Body));
                });
            }
        });
    } else {
        for Told { place, old, new } in each {
            ui.separator();
            ja_label(ui, place, TextKind::Strong);
            fact(ui, then, old);
            fact(ui, said::value_now(lang), new);
        }
    }
    let hidden = changes.each.len().saturating_sub(shown);
    let can_open = known.can_open_covered;
    if hidden > 0 && link_button(ui, &review_words::rows_hidden(hidden, lang)).clicked() {
        cx.page.content.more += 10 * ROWS;
    }
    if can_open && secondary_button(ui, words::open_covered(cx.record.approval.state, lang)).clicked() {
        cx.command(Command::OpenCovered);
    }
}

/// A digest in groups of eight, to compare by eye and to break lines at.
fn in_groups(digest: &str) -> String {
    let mut grouped = String::with_capacity(digest.len() + 8);
    for (index, digit) in digest.chars().enumerate() {
        if index > 0 && index % 8 == 0 {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}
