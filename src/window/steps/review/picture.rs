//! The picture on 確認: items × objectives at a glance, the same as on paper.

use egui::{Rect, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::export::{self, CopyKind, ExportInput, Picture, PictureCell, PictureRow};
use crate::text::picture as words;
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{CELL_PADDING, Column, ja_label, ja_layout, section_heading, table};

/// Below this width, in points, an item is a block.
const LEAST_WIDTH: f32 = 540.0;
/// Side of the square in which the bars of a level stand.
const SIDE: f32 = 14.0;

/// Shows it, as a table where there is room, else item by item.
pub fn ui(ui: &mut Ui, cx: &StepContext<'_>) {
    let lang = cx.lang;
    let input = ExportInput { copy: CopyKind::Draft, ..ExportInput::new(cx.record, cx.catalogue, cx.judgement, cx.today, lang) };
    let picture = export::picture(&input);
    if picture.rows.is_empty() {
        return;
    }
    section_heading(ui, words::title(lang));
    if !picture.legend.is_empty() {
        ja_label(ui, &picture.legend, TextKind::Small);
    }
    if ui.available_width() >= LEAST_WIDTH { wide(ui, &picture, words::title(lang)) } else { narrow(ui, &picture) }
}

fn wide(ui: &mut Ui, picture: &Picture, title: &str) {
    // A word is never broken: the names of the objectives are longer in English.
    let least = widest(ui, picture, TextKind::SmallStrong) + 2.0 * CELL_PADDING;
    let objective = Column::Fixed(least.max(ui.available_width() / 4.4));
    let columns = [Column::Share { weight: 1.0, least: 72.0 }, objective, objective, objective];
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

/// The width of the longest name of an objective, in points.
fn widest(ui: &Ui, picture: &Picture, kind: TextKind) -> f32 {
    let width = |name: &String| ja_layout(ui, name, kind, palette(ui).text, f32::INFINITY).size().x;
    picture.columns.iter().skip(1).map(width).fold(0.0, f32::max).ceil() + 1.0
}

fn cells(row: &mut crate::window::widgets::Row<'_>, item: &PictureRow) {
    row.cell(|ui| name(ui, item));
    for cell in &item.cells {
        row.cell(|ui| field(ui, cell));
    }
}

fn narrow(ui: &mut Ui, picture: &Picture) {
    let objectives = widest(ui, picture, TextKind::Small);
    for item in picture.rows.iter().chain([&picture.whole]) {
        ui.separator();
        name(ui, item);
        for (objective, cell) in picture.columns.iter().skip(1).zip(&item.cells) {
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(objectives);
                    ja_label(ui, objective, TextKind::Small);
                });
                field(ui, cell);
            });
        }
    }
    ui.separator();
}

fn name(ui: &mut Ui, item: &PictureRow) {
    ja_label(ui, &item.name, TextKind::Body);
    if !item.detail.is_empty() {
        ja_label(ui, &item.detail, TextKind::Small);
    }
}

/// The bars are for the eye; what they say is read from the words beside them.
fn field(ui: &mut Ui, cell: &PictureCell) {
    ui.horizontal_top(|ui| {
        bars(ui, cell.bars);
        ui.vertical(|ui| {
            ja_label(ui, &cell.level, TextKind::Strong);
            if !cell.mark.is_empty() {
                ja_label(ui, &cell.mark, TextKind::Small);
            }
        });
    });
}

/// Three bars, filled up to the level. What is not assessed has an empty frame: empty bars would look like less than low.
fn bars(ui: &mut Ui, filled: u8) {
    let (area, _) = ui.allocate_exact_size(vec2(SIDE, SIDE + 3.0), Sense::hover());
    let area = Rect::from_min_size(area.min + vec2(0.0, 3.0), vec2(SIDE, SIDE));
    let stroke = Stroke::new(1.0, palette(ui).text);
    let painter = ui.painter();
    if filled == 0 {
        painter.rect_stroke(area.shrink(1.0), 0, Stroke::new(1.0, palette(ui).text_muted), StrokeKind::Inside);
        return;
    }
    for (number, height) in [(1, 0.4), (2, 0.7), (3, 1.0)] {
        let left = area.left() + f32::from(number - 1) * SIDE * 0.35;
        let size = vec2(SIDE * 0.27, area.height() * height);
        let bar = Rect::from_min_size(egui::pos2(left, area.bottom() - size.y), size);
        if number <= filled {
            painter.rect_filled(bar, 0, palette(ui).text);
        } else {
            painter.rect_stroke(bar, 0, stroke, StrokeKind::Inside);
        }
    }
}
