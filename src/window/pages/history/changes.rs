//! What differs between two contents, field by field, with the way back for each field and for all.

use egui::accesskit::Role;
use egui::{Ui, UiBuilder};

use super::point::{HistoryAct, Point, Shown, point_name, restore};
use crate::record::{Change, Field, HistoryError, Place, Record};
use crate::text::{difference, history as words};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    Column, Tone, ja_label, link_button, message_box, message_text, secondary_button, section_heading, small_button, table,
};

/// How many differences are shown before more are asked for.
const ROWS: usize = 60;
/// Below this width, in points, a difference is a block and no row.
const LEAST_WIDTH: f32 = 620.0;

/// Two contents, the older one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::window) enum Pair {
    /// Before and after a revision.
    Made(u32),
    /// Any two.
    Chosen(Point, Point),
}

/// What differs, worked out once.
#[derive(Debug)]
pub(in crate::window) struct Changes {
    pair: Pair,
    found: Found,
    rows: usize,
    is_new: bool,
}

#[derive(Debug)]
enum Found {
    /// The older content, and in what the newer one differs from it.
    Both { old: Box<Record>, told: Vec<Told> },
    /// There is none before it that is known.
    NothingBefore { said: String },
    /// A content that cannot be had: only what the file says of the revision.
    Raw { error: HistoryError, changes: Vec<Change> },
}

/// A difference in words.
#[derive(Debug)]
struct Told {
    place: Place,
    name: String,
    old: String,
    new: String,
}

impl Changes {
    pub(in crate::window) fn of(pair: Pair, cx: Shown<'_>) -> Self {
        let content = |point| match point {
            Point::Present => Ok(cx.present.clone()),
            Point::Revision(number) => cx.saved.content_at(number),
        };
        let both = match pair {
            Pair::Made(number) => cx.saved.content_before(number).and_then(|before| Ok((before, cx.saved.content_at(number)?))),
            Pair::Chosen(old, new) => content(old).and_then(|old| Ok((Some(old), content(new)?))),
        };
        match both {
            Ok((Some(old), new)) => {
                let told = told(&old, &new, cx);
                Self { pair, found: Found::Both { old: Box::new(old), told }, rows: ROWS, is_new: true }
            }
            Ok((None, _)) => {
                let first = cx.saved.history.first();
                let said = first.map(|first| words::extent(first, true, cx.lang)).unwrap_or_default();
                Self { pair, found: Found::NothingBefore { said }, rows: ROWS, is_new: true }
            }
            Err(error) => Self::failed(pair, error, cx),
        }
    }

    /// The same anew, after the present record was changed.
    pub(in crate::window) fn again(self, cx: Shown<'_>) -> Self {
        match self.pair {
            Pair::Chosen(_, Point::Present) => Self { rows: self.rows, is_new: false, ..Self::of(self.pair, cx) },
            Pair::Chosen(..) | Pair::Made(_) => self,
        }
    }

    pub(in crate::window) fn failed(pair: Pair, error: HistoryError, cx: Shown<'_>) -> Self {
        let number = match pair {
            Pair::Made(number) => Some(number),
            Pair::Chosen(..) => None,
        };
        let revision = cx.saved.history.iter().find(|revision| Some(revision.number) == number);
        let changes = revision.map(|revision| revision.changes.clone()).unwrap_or_default();
        Self { pair, found: Found::Raw { error, changes }, rows: ROWS, is_new: true }
    }
}

fn told(old: &Record, new: &Record, cx: Shown<'_>) -> Vec<Told> {
    let differences = old.differences(new).into_iter().map(|found| Told {
        name: difference::place(&found.place, old, new, cx.catalogue, cx.lang),
        old: difference::value(&found.old, &found.place, cx.catalogue, cx.lang),
        new: difference::value(&found.new, &found.place, cx.catalogue, cx.lang),
        place: found.place,
    });
    // A comparison with the present is one of contents: the approval stands beside them.
    differences.filter(|told| told.place != Place::Field(Field::Approval)).collect()
}

/// Shows the differences. Returns what is asked for, and the page itself unless the list is wanted again.
pub(in crate::window) fn ui(
    ui: &mut Ui,
    mut changes: Changes,
    news: &mut String,
    cx: Shown<'_>,
) -> (Option<HistoryAct>, Option<Changes>) {
    let lang = cx.lang;
    section_heading(ui, &heading(changes.pair, cx));
    if let Pair::Made(number) = changes.pair
        && let Some(revision) = cx.saved.history.iter().find(|revision| revision.number == number)
    {
        let said = [words::moment(revision.at, lang), words::author(&revision.by, lang)];
        ja_label(ui, &said.join("　"), TextKind::Body);
    }
    let to_list = secondary_button(ui, words::to_list(lang));
    if std::mem::take(&mut changes.is_new) {
        to_list.request_focus();
    }
    if !news.is_empty() {
        message_text(ui, Tone::Success, news);
    }
    let act = match &changes.found {
        Found::Both { old, told } => differences(ui, &changes, old, told, news, cx),
        Found::NothingBefore { said } => {
            ja_label(ui, said, TextKind::Body);
            None
        }
        Found::Raw { error, changes } => {
            message_box(ui, Tone::Warning, &words::problem(error, lang));
            raw(ui, changes, cx);
            None
        }
    };
    let all = if let Found::Both { told, .. } = &changes.found { told.len() } else { 0 };
    let hidden = all.saturating_sub(changes.rows);
    if hidden > 0 && link_button(ui, &words::more(hidden, lang)).clicked() {
        changes.rows += 5 * ROWS;
    }
    if to_list.clicked() {
        news.clear();
        return (act, None);
    }
    (act, Some(changes))
}

fn heading(pair: Pair, cx: Shown<'_>) -> String {
    match pair {
        Pair::Made(number) => words::made(number, cx.lang),
        Pair::Chosen(old, new) => words::between(&point_name(old, cx.lang), &point_name(new, cx.lang), cx.lang),
    }
}

/// What the two contents are called above their columns.
fn names(pair: Pair, cx: Shown<'_>) -> [String; 2] {
    match pair {
        Pair::Made(number) => [words::before(number, cx.lang), words::revision(number, cx.lang)],
        Pair::Chosen(old, new) => [point_name(old, cx.lang), point_name(new, cx.lang)],
    }
}

fn differences(
    ui: &mut Ui,
    changes: &Changes,
    old: &Record,
    told: &[Told],
    news: &mut String,
    cx: Shown<'_>,
) -> Option<HistoryAct> {
    let lang = cx.lang;
    if told.is_empty() {
        ja_label(ui, words::no_differences(lang), TextKind::Body);
        return None;
    }
    ja_label(ui, words::restore_note(lang), TextKind::Small);
    let [old_name, new_name] = names(changes.pair, cx);
    let shown = told.iter().take(changes.rows);
    let mut wanted = None;
    if ui.available_width() >= LEAST_WIDTH {
        let share = |weight| Column::Share { weight, least: 120.0 };
        let columns = [share(1.0), share(1.2), share(1.2), Column::Fixed(160.0)];
        table(ui, "differences", &heading(changes.pair, cx), &columns, |table| {
            table.head(|row| {
                for title in [words::field(lang), &old_name, &new_name, words::way_back(lang)] {
                    row.cell(|ui| ja_label(ui, title, TextKind::Strong));
                }
            });
            for one in shown {
                table.row(|row| {
                    row.cell(|ui| ja_label(ui, &one.name, TextKind::Body));
                    row.cell(|ui| ja_label(ui, &one.old, TextKind::Body));
                    row.cell(|ui| ja_label(ui, &one.new, TextKind::Body));
                    row.cell(|ui| restore_button(ui, one, cx).then(|| wanted = Some(one)));
                });
            }
        });
    } else {
        for one in shown {
            ui.separator();
            let builder = UiBuilder::new().id_salt(("difference", &one.place)).accessibility_role(Role::Group);
            ui.scope_builder(builder, |ui| {
                ja_label(ui, &one.name, TextKind::Strong);
                ja_label(ui, &words::named(&old_name, &one.old, lang), TextKind::Body);
                ja_label(ui, &words::named(&new_name, &one.new, lang), TextKind::Body);
                if restore_button(ui, one, cx) {
                    wanted = Some(one);
                }
            });
        }
    }
    let one = wanted?;
    match cx.present.with_place_of(&one.place, old) {
        Some(content) => restore(content, news, cx),
        None => {
            words::not_alone(lang).clone_into(news);
            None
        }
    }
}

fn restore_button(ui: &mut Ui, one: &Told, cx: Shown<'_>) -> bool {
    small_button(ui, words::restore_field(cx.lang)).accessible_name(words::restore_field_name(&one.name, cx.lang)).clicked()
}

/// What the file says of a revision whose contents cannot be had.
fn raw(ui: &mut Ui, changes: &[Change], cx: Shown<'_>) {
    if changes.is_empty() {
        return;
    }
    ja_label(ui, words::raw_note(cx.lang), TextKind::Small);
    for change in changes.iter().take(ROWS) {
        ui.separator();
        ja_label(ui, &change.path, TextKind::Strong);
        for (sign, value) in [("−", &change.old), ("＋", &change.new)] {
            ja_label(ui, &format!("{sign} {}", value.as_deref().unwrap_or(words::nothing(cx.lang))), TextKind::Body);
        }
    }
}
