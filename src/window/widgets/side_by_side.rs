//! Two things side by side: a row for each place, of which only those in view are laid out; as blocks where there is no room for
//! columns.

use egui::accesskit::Role;
use egui::{Rangef, Rect, Ui, UiBuilder, pos2, vec2};

use super::{Column, Row, Tone, badge, ja_label, ja_layout, small_heading, table};
use crate::text::{Lang, comparison as words};
use crate::window::theme::{TextKind, palette};

/// Below this width, in points, a row is a block.
const LEAST_WIDTH: f32 = 620.0;
/// How high a line is taken to be before it was laid out, in points.
const LINE_HEIGHT: f32 = 46.0;
const BLOCK_HEIGHT: f32 = 90.0;
/// How far beyond the view lines are laid out, in points.
const NEAR: f32 = 240.0;

const COLUMNS: [Column; 4] = [
    Column::Share { weight: 1.0, least: 110.0 },
    Column::Share { weight: 1.4, least: 130.0 },
    Column::Share { weight: 1.4, least: 130.0 },
    Column::Share { weight: 0.7, least: 90.0 },
];

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SideLine {
    /// A heading over the rows that follow.
    Heading(String),
    /// A sentence over all columns.
    Note(String),
    /// One place on both sides.
    Row(SideRow),
}

/// One place on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideRow {
    /// What the place is called.
    pub place: String,
    /// What stands on the left.
    pub old: String,
    /// What stands on the right.
    pub new: String,
    /// How the two stand to each other: the tone never says more than the words.
    pub relation: String,
    /// The tone of those words.
    pub tone: Tone,
}

/// The heads of the columns.
#[derive(Clone, Copy, Debug)]
pub struct SideHeads<'a> {
    /// Over the places.
    pub place: &'a str,
    /// Over the left side.
    pub old: &'a str,
    /// Over the right side.
    pub new: &'a str,
    /// Over how the two stand to each other.
    pub relation: &'a str,
    /// What the sides are called before each value where there are no columns.
    pub short: [&'a str; 2],
    /// The language of all these.
    pub lang: Lang,
}

impl<'a> SideHeads<'a> {
    const fn all(self) -> [&'a str; 4] {
        [self.place, self.old, self.new, self.relation]
    }
}

/// The lines of a table with two sides, and how high each was when it was last laid out.
#[derive(Clone, Debug, Default)]
pub struct SideBySide {
    lines: Vec<SideLine>,
    heights: Vec<Option<f32>>,
    width: f32,
}

impl SideBySide {
    /// A table of these lines.
    pub fn new(lines: Vec<SideLine>) -> Self {
        Self { heights: vec![None; lines.len()], lines, width: 0.0 }
    }

    /// Shows the lines in view, within a scroll area. `name` is what a screen reader calls the table.
    pub fn ui(&mut self, ui: &mut Ui, id_salt: &str, name: &str, heads: SideHeads<'_>) {
        let width = ui.available_width();
        if (self.width - width).abs() > 0.5 {
            self.heights.fill(None);
            self.width = width;
        }
        if width >= LEAST_WIDTH { self.as_table(ui, id_salt, name, heads) } else { self.as_blocks(ui, id_salt, name, heads) }
    }

    fn as_table(&mut self, ui: &mut Ui, id_salt: &str, name: &str, heads: SideHeads<'_>) {
        let palette = palette(ui);
        let view = ui.clip_rect().y_range();
        let top = ui.cursor().min;
        let width = ui.available_width();
        let mut lefts = Vec::new();
        let mut head_height = 0.0;
        table(ui, id_salt, name, &COLUMNS, |table| {
            let head_top = table.top();
            table.head(|row| {
                for title in heads.all() {
                    row.cell(|ui| {
                        lefts.push(ui.max_rect().x_range());
                        ja_label(ui, title, TextKind::Strong);
                    });
                }
            });
            head_height = table.top() - head_top;
            let mut hidden = 0.0;
            for (line, height) in self.lines.iter().zip(&mut self.heights) {
                let expected = height.unwrap_or(LINE_HEIGHT);
                if !is_near(view, table.top() + hidden, expected) {
                    hidden += expected;
                    continue;
                }
                table.gap(std::mem::take(&mut hidden));
                let before = table.top();
                match line {
                    SideLine::Row(found) => table.row(|row| row_ui(row, found)),
                    SideLine::Heading(text) => table.row_on(palette.surface_soft, |row| {
                        row.span(COLUMNS.len(), palette.surface_soft, |ui| small_heading(ui, text));
                    }),
                    SideLine::Note(text) => table.row(|row| {
                        row.span(COLUMNS.len(), palette.page, |ui| {
                            ja_label(ui, text, TextKind::Body);
                        });
                    }),
                }
                *height = Some(table.top() - before);
            }
            table.gap(hidden);
        });
        if top.y < view.min && view.min + head_height < ui.cursor().top() {
            sticky_head(ui, Rect::from_min_size(pos2(top.x, view.min), vec2(width, head_height)), &lefts, heads);
        }
    }

    fn as_blocks(&mut self, ui: &mut Ui, id_salt: &str, name: &str, heads: SideHeads<'_>) {
        let view = ui.clip_rect().y_range();
        let builder = UiBuilder::new().id_salt(id_salt).accessibility_role(Role::List).accessibility_label(name);
        ui.scope_builder(builder, |ui| {
            let mut hidden = 0.0;
            for (index, (line, height)) in self.lines.iter().zip(&mut self.heights).enumerate() {
                let expected = height.unwrap_or(BLOCK_HEIGHT);
                if !is_near(view, ui.cursor().top() + hidden, expected) {
                    hidden += expected;
                    continue;
                }
                ui.add_space(std::mem::take(&mut hidden));
                let before = ui.cursor().top();
                match line {
                    SideLine::Row(found) => block_ui(ui, index, found, heads),
                    SideLine::Heading(text) => small_heading(ui, text),
                    SideLine::Note(text) => {
                        ja_label(ui, text, TextKind::Body);
                    }
                }
                *height = Some(ui.cursor().top() - before);
            }
            ui.add_space(hidden);
        });
    }
}

fn is_near(view: Rangef, top: f32, height: f32) -> bool {
    top + height >= view.min - NEAR && top <= view.max + NEAR
}

fn row_ui(row: &mut Row<'_>, found: &SideRow) {
    row.cell(|ui| ja_label(ui, &found.place, TextKind::Body));
    row.cell(|ui| ja_label(ui, &found.old, TextKind::Body));
    row.cell(|ui| ja_label(ui, &found.new, TextKind::Body));
    row.cell(|ui| relation(ui, found));
}

fn block_ui(ui: &mut Ui, index: usize, found: &SideRow, heads: SideHeads<'_>) {
    let builder = UiBuilder::new()
        .id_salt(("side by side", index))
        .accessibility_role(Role::ListItem)
        .accessibility_label(found.place.as_str());
    ui.scope_builder(builder, |ui| {
        ui.separator();
        ui.horizontal_wrapped(|ui| {
            ja_label(ui, &found.place, TextKind::Strong);
            relation(ui, found);
        });
        for (side, value) in heads.short.into_iter().zip([&found.old, &found.new]) {
            ja_label(ui, &words::side(side, value, heads.lang), TextKind::Body);
        }
    });
}

/// A badge where it fits on one line; else the words alone.
fn relation(ui: &mut Ui, found: &SideRow) {
    let galley = ja_layout(ui, &found.relation, TextKind::Small, found.tone.color(palette(ui)), f32::INFINITY);
    if galley.size().x + 12.0 <= ui.available_width() {
        badge(ui, &found.relation, found.tone);
    } else {
        let galley = ja_layout(ui, &found.relation, TextKind::Small, found.tone.color(palette(ui)), ui.available_width());
        ui.add(egui::Label::new(galley));
    }
}

/// The heads once more, at the upper edge of the view, while the table goes on below it.
fn sticky_head(ui: &Ui, band: Rect, columns: &[Rangef], heads: SideHeads<'_>) {
    let painter = ui.painter();
    painter.rect_filled(band, 0, palette(ui).surface);
    painter.hline(band.x_range(), band.bottom(), palette(ui).line());
    for (title, column) in heads.all().into_iter().zip(columns) {
        let text = ja_layout(ui, title, TextKind::Strong, palette(ui).text, column.span());
        painter.galley(pos2(column.min, band.top() + 6.0), text, palette(ui).text);
    }
}
