//! Lists that may be long.

use egui::Ui;

use crate::text::steps_finish::review as words;
use crate::window::StepContext;
use crate::window::memory::List;
use crate::window::widgets::link_button;

/// How many rows of a list are shown before more are asked for.
pub(in crate::window) const ROWS: usize = 20;

/// Below this width, in points, rows are blocks.
pub(in crate::window) const LEAST_WIDTH: f32 = 560.0;

pub(in crate::window) fn rows_shown(cx: &StepContext<'_>, list: List) -> usize {
    let more = cx.page.review.more.iter().find(|(other, _)| *other == list);
    more.map_or(ROWS, |(_, more)| ROWS + more)
}

/// The way to the rest of a long list.
pub(in crate::window) fn show_more(ui: &mut Ui, cx: &mut StepContext<'_>, list: List, all: usize) {
    let hidden = all.saturating_sub(rows_shown(cx, list));
    if hidden == 0 || !link_button(ui, &words::rows_hidden(hidden, cx.lang)).clicked() {
        return;
    }
    let more = &mut cx.page.review.more;
    match more.iter_mut().find(|(other, _)| *other == list) {
        Some((_, rows)) => *rows += hidden.min(10 * ROWS),
        None => more.push((list, hidden.min(10 * ROWS))),
    }
}
