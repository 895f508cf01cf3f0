//! The columns of the table: as many as fit, each as wide as what stands in it.

use egui::Ui;

use super::choice::{ARROW, Options, options};
use crate::record::{Field, ItemField, ItemId, Record};
use crate::text::Lang;
use crate::text::steps_start::items as words;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{CELL_MARGIN, field_id, ja_layout};

/// Number, state and the box that marks a row.
pub(super) const LEAD: f32 = 84.0;

/// What can stand in the table, in the order of the step. The rest is written in the details.
const CELLS: [ItemField; 7] = [
    ItemField::Name,
    ItemField::Whose,
    ItemField::ConfidentialityGrade,
    ItemField::IntegrityGrade,
    ItemField::AvailabilityGrade,
    ItemField::PersonalData,
    ItemField::PersonCount,
];
/// What gives way first where there is less room. It is written in the details then.
const GIVES_WAY: [ItemField; 2] = [ItemField::PersonalData, ItemField::Whose];

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) field: ItemField,
    pub(super) left: f32,
    pub(super) width: f32,
}

/// The columns for a width, in points.
pub(super) fn columns(ui: &Ui, width: f32, lang: Lang) -> Vec<Column> {
    let mut fields = CELLS.to_vec();
    let least = |field: &ItemField| least_width(ui, *field, lang);
    for gives_way in GIVES_WAY {
        if LEAD + fields.iter().map(least).sum::<f32>() > width {
            fields.retain(|field| *field != gives_way);
        }
    }
    let spare = (width - LEAD - fields.iter().map(least).sum::<f32>()).max(0.0);
    let shares: f32 = fields.iter().map(|field| share(*field)).sum();
    let mut left = LEAD;
    let placed = fields.iter().map(|field| {
        let width = least(field) + spare * share(*field) / shares.max(f32::EPSILON);
        left += width;
        Column { field: *field, left: left - width, width }
    });
    placed.collect()
}

/// How much of the room that is left a column takes: texts grow, choices are as wide as their words.
const fn share(field: ItemField) -> f32 {
    match field {
        ItemField::Name => 3.0,
        ItemField::Whose | ItemField::PersonalData => 1.0,
        _ => 0.0,
    }
}

fn least_width(ui: &Ui, field: ItemField, lang: Lang) -> f32 {
    let wide = |text: &str, kind| ja_layout(ui, text, kind, palette(ui).text, f32::INFINITY).size().x;
    let head = wide(words::column(field, lang), TextKind::SmallStrong);
    let inside = match options(field, lang) {
        Options::None if field == ItemField::Name => 128.0,
        Options::None => 84.0,
        of_choice => of_choice.shown().map(|text| wide(text, TextKind::Small) + ARROW).fold(0.0, f32::max),
    };
    head.max(inside).max(tokens::TARGET_HEIGHT - 2.0 * CELL_MARGIN) + 2.0 * CELL_MARGIN
}

/// The fields of the columns that are shown.
pub(super) fn fields(columns: &[Column]) -> Vec<ItemField> {
    columns.iter().map(|column| column.field).collect()
}

/// Row and column of the cell that has this id.
pub(super) fn place_of(record: &Record, fields: &[ItemField], focused: egui::Id) -> Option<(usize, usize)> {
    let is_it = |item: &ItemId, field: ItemField| field_id(&Field::Item(item.clone(), field)) == focused;
    record.items.iter().enumerate().find_map(|(row, item)| {
        let column = fields.iter().position(|field| is_it(&item.id, *field))?;
        Some((row, column))
    })
}
