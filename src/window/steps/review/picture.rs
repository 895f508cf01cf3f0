//! The picture on 確認 and on 承認者のページ: items × objectives at a glance, the same as on paper.

use egui::{Label, Ui};

use crate::export::{self, CopyKind, Emphasis, ExportInput, Picture, PictureCell, PictureRow};
use crate::text::picture as words;
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{BARS_WIDTH, CELL_PADDING, Column, Row, bars, ja_label, ja_layout, section_heading, table};

/// Between the bars of a level, its words and its mark, in points.
const GAP: f32 = 6.0;
/// The least that a name, or a mark broken between its words, takes.
const LEAST_NAME: f32 = 104.0;
const LEAST_MARK: f32 = 96.0;

/// Shows it under its heading, with what its marks mean.
pub fn ui(ui: &mut Ui, cx: &StepContext<'_>) {
    let picture = picture(cx);
    if picture.rows.is_empty() {
        return;
    }
    section_heading(ui, words::title(cx.lang));
    if !picture.legend.is_empty() {
        ja_label(ui, &picture.legend, TextKind::Small);
    }
    grid_of(ui, &picture, words::title(cx.lang));
}

/// Shows it alone.
pub fn grid(ui: &mut Ui, cx: &StepContext<'_>) {
    grid_of(ui, &picture(cx), words::title(cx.lang));
}

fn picture(cx: &StepContext<'_>) -> Picture {
    let input =
        ExportInput { copy: CopyKind::Draft, ..ExportInput::new(cx.record, cx.catalogue, cx.judgement, cx.today, cx.lang) };
    export::picture(&input)
}

/// As a table where there is room, else item by item.
fn grid_of(ui: &mut Ui, picture: &Picture, title: &str) {
    let Some(columns) = columns(ui, picture) else { return narrow(ui, picture) };
    let surface = palette(ui).surface;
    table(ui, "picture", title, &columns, |table| {
        table.head(|row| {
            for title in &picture.columns {
                row.cell(|ui| ja_label(ui, title, TextKind::SmallStrong));
            }
        });
        for item in &picture.rows {
            table.row(|row| cells(row, item));
        }
        table.row_on(surface, |row| cells(row, &picture.whole));
    });
}

/// As wide as level and mark on one line where there is room, and no narrower than what cannot be broken; nothing where there is
/// not even room for that.
fn columns(ui: &Ui, picture: &Picture) -> Option<Vec<Column>> {
    let width = |text: &str, kind| width(ui, text, kind);
    let rows = || picture.rows.iter().chain([&picture.whole]);
    let most = |widths: &mut dyn Iterator<Item = f32>| widths.fold(0.0, f32::max).ceil() + 1.0;
    let padding = 2.0 * CELL_PADDING;
    let whole = most(&mut rows().map(|row| width(&row.name, TextKind::Data)));
    let mut sizes = vec![(LEAST_NAME.min(whole) + padding, whole + padding)];
    for (index, head) in picture.columns.iter().skip(1).enumerate() {
        let cells = || rows().filter_map(|row| row.cells.get(index));
        let head = width(head, TextKind::SmallStrong);
        let least = |cell: &PictureCell| width(&cell.mark, TextKind::SmallStrong).min(LEAST_MARK).max(level_width(ui, cell));
        let least = head.max(most(&mut cells().map(least)));
        sizes.push((least + padding, most(&mut cells().map(|cell| inline_width(ui, cell))).max(least) + padding));
    }
    let available = ui.available_width();
    let least: f32 = sizes.iter().map(|(least, _)| least).sum();
    let wanted: f32 = sizes.iter().map(|(_, wanted)| wanted).sum();
    if available < least {
        return None;
    }
    let share = if wanted > least { ((available - least) / (wanted - least)).min(1.0) } else { 1.0 };
    // What is left over is for the names.
    let column = |(index, (least, wanted)): (usize, (f32, f32))| {
        let width = least + (wanted - least) * share;
        if index == 0 { Column::Share { weight: 1.0, least: width } } else { Column::Fixed(width) }
    };
    Some(sizes.into_iter().enumerate().map(column).collect())
}

fn width(ui: &Ui, text: &str, kind: TextKind) -> f32 {
    ja_layout(ui, text, kind, palette(ui).text, f32::INFINITY).size().x
}

fn level_width(ui: &Ui, cell: &PictureCell) -> f32 {
    BARS_WIDTH + GAP + width(ui, &cell.level, TextKind::SmallStrong)
}

/// The width of level and mark beside each other.
fn inline_width(ui: &Ui, cell: &PictureCell) -> f32 {
    let mark = if cell.mark.is_empty() { 0.0 } else { GAP + width(ui, &cell.mark, TextKind::SmallStrong) };
    level_width(ui, cell) + mark + 1.0
}

fn cells(row: &mut Row<'_>, item: &PictureRow) {
    row.cell(|ui| name(ui, item));
    for cell in &item.cells {
        if cell.emphasis == Emphasis::Lowered {
            row.cell_marked(|ui| field(ui, cell));
        } else {
            row.cell(|ui| field(ui, cell));
        }
    }
}

fn narrow(ui: &mut Ui, picture: &Picture) {
    let objectives = picture.columns.iter().skip(1).map(|name| width(ui, name, TextKind::Small)).fold(0.0, f32::max) + 1.0;
    for item in picture.rows.iter().chain([&picture.whole]) {
        ui.separator();
        name(ui, item);
        for (objective, cell) in picture.columns.iter().skip(1).zip(&item.cells) {
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(objectives);
                    ja_label(ui, objective, TextKind::Small);
                });
                ui.vertical(|ui| field(ui, cell));
            });
        }
    }
    ui.separator();
}

fn name(ui: &mut Ui, item: &PictureRow) {
    ja_label(ui, &item.name, TextKind::Data);
    if !item.detail.is_empty() {
        ja_label(ui, &item.detail, TextKind::Small);
    }
}

/// The bars are for the eye; what they say is read from the words beside them.
fn field(ui: &mut Ui, cell: &PictureCell) {
    let palette = palette(ui);
    let color = match cell.bars {
        0 => palette.text,
        1 => palette.success,
        _ => palette.warning,
    };
    let mark = if cell.emphasis == Emphasis::Lowered { TextKind::SmallWarning } else { TextKind::Small };
    let is_inline = inline_width(ui, cell) <= ui.available_width();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        bars(ui, cell.bars, color);
        let level = ja_layout(ui, &cell.level, TextKind::SmallStrong, color, f32::INFINITY);
        ui.add(Label::new(level));
        if is_inline && !cell.mark.is_empty() {
            ja_label(ui, &cell.mark, mark);
        }
    });
    if !is_inline && !cell.mark.is_empty() {
        ja_label(ui, &cell.mark, mark);
    }
}
