//! The columns of the table, of which those in view are scrolled to.

use super::sheet::Sheet;
use crate::window::memory::ObjectiveSteps;

const COLUMN_LEAST: f32 = 160.0;
const COLUMN_MOST: f32 = 280.0;

pub(super) fn column_width(count: usize, room: f32) -> f32 {
    let count = u16::try_from(count.max(1)).unwrap_or(u16::MAX);
    (room / f32::from(count)).clamp(COLUMN_LEAST, COLUMN_MOST)
}

/// The left edges of the columns, from the left of the first.
pub(super) fn lefts(sheet: &Sheet<'_>, column_width: f32) -> impl Iterator<Item = f32> {
    std::iter::successors(Some(0.0), move |left: &f32| Some(left + column_width)).take(sheet.columns.len())
}

/// Scrolls a column into view in the next frame.
pub(super) fn scroll_to(page: &mut ObjectiveSteps, sheet: &Sheet<'_>, column: usize) {
    let width = column_width(sheet.columns.len(), page.room);
    let Some(left) = lefts(sheet, width).nth(column) else { return };
    let least = (left + width - page.room).max(0.0);
    let offset = page.offset.clamp(least.min(left), left.max(least));
    page.scroll |= (offset - page.offset).abs() > 0.5;
    page.offset = offset;
}
