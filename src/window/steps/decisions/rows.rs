//! The rows of the decision table, of which only those in view are laid out; as cards where there is no room for a table.

use egui::text::LayoutJob;
use egui::{Frame, Margin, Rangef, Rect, Ui, pos2, vec2};

use super::cell;
use super::entry::Entry;
use crate::record::{Objective, PersonCount};
use crate::text::steps_finish::decisions as words;
use crate::text::{Label as _, labels, marks};
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{Column, Row, drawn, ja_label, ja_layout, reveal_under_head, table, under_head};

/// Below this width, in points, items are cards.
const LEAST_WIDTH: f32 = 700.0;
/// How high a row is taken to be before it was laid out, in points.
const ROW_HEIGHT: f32 = 110.0;
const CARD_HEIGHT: f32 = 300.0;
/// How far beyond the view rows are laid out, so that Tab finds the next one, in points.
const NEAR: f32 = 240.0;
/// On either side of the name of an item in the head, in points.
const NAME_PADDING: f32 = 9.0;

const COLUMNS: [Column; 4] = [
    Column::Share { weight: 0.19, least: 130.0 },
    Column::Share { weight: 0.27, least: 150.0 },
    Column::Share { weight: 0.27, least: 150.0 },
    Column::Share { weight: 0.27, least: 150.0 },
];

pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, entries: &[Entry<'_>]) {
    let width = ui.available_width();
    let page = &mut cx.page.decisions;
    if (page.width - width).abs() > 0.5 {
        page.heights.clear();
        page.width = width;
    }
    if width >= LEAST_WIDTH { as_table(ui, cx, entries) } else { as_cards(ui, cx, entries) }
}

/// Whether the row of an item is laid out when it lies here.
fn is_near(cx: &StepContext<'_>, entry: &Entry<'_>, view: Rangef, top: f32, height: f32) -> bool {
    let holds_focus = cx.page.decisions.focused.as_ref() == Some(&entry.item.id);
    holds_focus || (top + height >= view.min - NEAR && top <= view.max + NEAR)
}

fn as_table(ui: &mut Ui, cx: &mut StepContext<'_>, entries: &[Entry<'_>]) {
    let lang = cx.lang;
    let view = ui.clip_rect().y_range();
    let top = ui.cursor().top();
    let left = ui.cursor().left();
    let width = ui.available_width();
    let mut edges = Vec::new();
    let mut crossing = String::new();
    // Of the last frame: where the table lies under its head is known only once it was laid out.
    let (head_height, height) = cx.page.decisions.table;
    let is_under = top < view.min && view.min + head_height < top + height;
    let band = if is_under { Rect::from_min_size(pos2(left, view.min), vec2(width, head_height)) } else { Rect::NOTHING };
    let head_height = under_head(ui, band, |ui| {
        table(ui, "decisions", words::title(lang), &COLUMNS, |table| {
            let head_top = table.top();
            table.head(|row| {
                row.cell(|ui| ja_label(ui, words::item_head(lang), TextKind::Strong));
                for objective in Objective::ALL {
                    row.cell(|ui| {
                        edges.push(ui.max_rect().left());
                        ja_label(ui, objective.label(lang), TextKind::Strong);
                    });
                }
            });
            let head_height = table.top() - head_top;
            let mut hidden = 0.0;
            for entry in entries {
                let height = cx.page.decisions.heights.get(&entry.item.id).copied().unwrap_or(ROW_HEIGHT);
                if !is_near(cx, entry, view, table.top() + hidden, height) {
                    hidden += height;
                    continue;
                }
                table.gap(std::mem::take(&mut hidden));
                let before = table.top();
                table.row(|row| item_row(row, cx, entry));
                cx.page.decisions.heights.insert(entry.item.id.clone(), table.top() - before);
                if before < band.bottom() && table.top() > band.bottom() {
                    crossing = entry.name(cx);
                }
            }
            table.gap(hidden);
            head_height
        })
    });
    cx.page.decisions.table = (head_height, ui.cursor().top() - top);
    if is_under {
        reveal_under_head(ui, band);
        sticky_head(ui, cx, band, &edges, &crossing);
    }
}

/// The head once more, at the upper edge of the view, while the table goes on below it, with the name of the item whose row is
/// the first in view: its own place may have gone by.
fn sticky_head(ui: &Ui, cx: &StepContext<'_>, band: Rect, edges: &[f32], item: &str) {
    let painter = ui.painter();
    let room = edges.first().map_or(band.width(), |edge| edge - band.left()) - 2.0 * NAME_PADDING;
    let mut job = LayoutJob::simple_singleline(drawn(item).into_owned(), TextKind::Strong.font(), palette(ui).text);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(20.0));
    let name = ui.fonts_mut(|fonts| fonts.layout_job(job));
    painter.rect_filled(band, 0, palette(ui).surface);
    painter.hline(band.x_range(), band.bottom(), palette(ui).line());
    let at = pos2(band.left() + NAME_PADDING, band.center().y - name.size().y / 2.0);
    painter.galley(at, name, palette(ui).text);
    for (objective, left) in Objective::ALL.into_iter().zip(edges) {
        let text = ja_layout(ui, objective.label(cx.lang), TextKind::Strong, palette(ui).text, f32::INFINITY);
        let at = pos2(*left, band.center().y - text.size().y / 2.0);
        painter.galley(at, text, palette(ui).text);
    }
}

fn item_row(row: &mut Row<'_>, cx: &mut StepContext<'_>, entry: &Entry<'_>) {
    row.cell(|ui| {
        ja_label(ui, &entry.name(cx), TextKind::Strong);
        ja_label(ui, &facts(cx, entry), TextKind::Small);
    });
    for objective in Objective::ALL {
        if cell::stands_out(&entry.cells[objective]) {
            row.cell_marked(|ui| cell::ui(ui, cx, entry, objective));
        } else {
            row.cell(|ui| cell::ui(ui, cx, entry, objective));
        }
    }
}

fn as_cards(ui: &mut Ui, cx: &mut StepContext<'_>, entries: &[Entry<'_>]) {
    let view = ui.clip_rect().y_range();
    let mut hidden = 0.0;
    for entry in entries {
        let height = cx.page.decisions.heights.get(&entry.item.id).copied().unwrap_or(CARD_HEIGHT);
        if !is_near(cx, entry, view, ui.cursor().top() + hidden, height) {
            hidden += height;
            continue;
        }
        ui.add_space(std::mem::take(&mut hidden));
        let before = ui.cursor().top();
        card(ui, cx, entry);
        let height = ui.cursor().top() - before;
        cx.page.decisions.heights.insert(entry.item.id.clone(), height);
    }
    ui.add_space(hidden);
}

fn card(ui: &mut Ui, cx: &mut StepContext<'_>, entry: &Entry<'_>) {
    let frame = Frame::new().stroke(palette(ui).line()).corner_radius(tokens::RADIUS).inner_margin(Margin::same(10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ja_label(ui, &entry.name(cx), TextKind::Strong);
        ja_label(ui, &facts(cx, entry), TextKind::Small);
        for objective in Objective::ALL {
            ui.separator();
            let frame = if cell::stands_out(&entry.cells[objective]) {
                Frame::new().fill(palette(ui).warning_ground).stroke(palette(ui).warning_edge())
            } else {
                Frame::new()
            };
            frame.inner_margin(Margin::symmetric(6, 4)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ja_label(ui, objective.label(cx.lang), TextKind::Strong);
                cell::ui(ui, cx, entry, objective);
            });
        }
    });
}

/// 機密性2・完全性1・可用性1・〜100人
fn facts(cx: &StepContext<'_>, entry: &Entry<'_>) -> String {
    let (item, lang) = (entry.item, cx.lang);
    let mut facts = vec![
        item.confidentiality_grade.label(lang).to_owned(),
        labels::grade(item.integrity_grade, Objective::Integrity, lang),
        labels::grade(item.availability_grade, Objective::Availability, lang),
    ];
    if matches!(item.person_count, PersonCount::UpTo100 | PersonCount::UpTo1000 | PersonCount::Over1000) {
        facts.push(item.person_count.label(lang).to_owned());
    }
    facts.join(marks::dot(lang))
}
