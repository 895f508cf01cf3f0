//! Dots below a part of a text: it comes from elsewhere, and not from the one who writes.

use egui::text::{CCursor, LayoutJob};
use egui::{Color32, FontSelection, Galley, Painter, Pos2, Rect, Ui, pos2, vec2};

use super::{Breaks, layout_ja};
use crate::record::heaps_marked;
use crate::window::theme::palette;

/// Beside and above what is typed into a field of several lines, in points.
pub(super) const LINE_MARGIN: (f32, f32) = (12.0, 8.0);
/// From one dot to the next, in points.
const STEP: f32 = 3.0;

/// Draws dots below the characters from one place to another, line by line.
pub fn paint_dots(painter: &Painter, galley: &Galley, origin: Pos2, from: usize, to: usize, color: Color32) {
    let mut at = from;
    while at < to {
        let start = galley.pos_from_cursor(CCursor::new(at));
        // As far as this line goes.
        let of_line = |place: &usize| (galley.pos_from_cursor(CCursor::new(*place)).bottom() - start.bottom()).abs() < 1.0;
        let last = (at + 1..=to).take_while(of_line).last();
        let end = last.map_or(start.left(), |last| galley.pos_from_cursor(CCursor::new(last)).left());
        let (mut x, y) = (origin.x + start.left(), origin.y + start.bottom() - 1.0);
        while x < origin.x + end {
            painter.circle_filled(pos2(x, y), 0.8, color);
            x += STEP;
        }
        at = last.unwrap_or(at) + 1;
    }
}

/// Draws dots below pieces of what stands in a field of several lines.
pub(super) fn dot_pieces(ui: &Ui, field: Rect, text: &str, pieces: &[String]) {
    if pieces.is_empty() || !ui.is_rect_visible(field) {
        return;
    }
    let (shown, font) = (heaps_marked(text).into_owned(), FontSelection::Default.resolve(ui.style()));
    let (side, above) = LINE_MARGIN;
    let job = LayoutJob::simple(shown.clone(), font, palette(ui).text, field.width() - 2.0 * side);
    let pixels_per_point = ui.pixels_per_point();
    let galley = ui.fonts_mut(|fonts| layout_ja(fonts, job, Breaks::Anywhere, pixels_per_point));
    let origin = field.min + vec2(side, above);
    for piece in pieces {
        if let Some((before, _)) = shown.split_once(piece.as_str()) {
            let from = before.chars().count();
            paint_dots(ui.painter(), &galley, origin, from, from + piece.chars().count(), palette(ui).text);
        }
    }
}
