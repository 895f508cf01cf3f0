//! How the pages lie under the eye: sizes, places, and what of them is in view. Lengths are in egui's points unless they are
//! said to be typographic: 1/72 inch.

use std::ops::Range;

use egui::{Rect, Vec2, pos2, vec2};

/// egui's points for a typographic point at 100 %: those of a screen are 1/96 inch.
const ACTUAL_SIZE: f32 = 96.0 / 72.0;
/// Around and between pages.
const GAP: f32 = 12.0;
/// The zooms that + and − step through, in percent.
const STEPS: [u16; 11] = [25, 33, 50, 67, 80, 100, 125, 150, 200, 250, 300];

/// How large pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Zoom {
    /// ページ全体
    Whole,
    /// 幅に合わせる
    #[default]
    Width,
    /// In percent of the printed size.
    Percent(u16),
}

impl Zoom {
    /// Points for a typographic point, for a page of this size and this much room.
    fn scale(self, page: Vec2, room: Vec2) -> f32 {
        let inner = (room - Vec2::splat(2.0 * GAP)).max(Vec2::splat(40.0));
        let page = page.max(Vec2::splat(1.0));
        match self {
            Self::Whole => (inner.x / page.x).min(inner.y / page.y),
            Self::Width => inner.x / page.x,
            Self::Percent(percent) => f32::from(percent) / 100.0 * ACTUAL_SIZE,
        }
    }

    /// The next larger step, from what is shown now.
    pub(super) fn larger(shown: u16) -> Self {
        Self::Percent(STEPS.into_iter().find(|step| *step > shown).unwrap_or(shown))
    }

    /// The next smaller step, from what is shown now.
    pub(super) fn smaller(shown: u16) -> Self {
        Self::Percent(STEPS.into_iter().rev().find(|step| *step < shown).unwrap_or(shown))
    }

    /// So much larger or smaller than what is shown now, within what the steps reach.
    pub(super) fn times(shown: u16, factor: f32) -> Self {
        let [least, .., most] = STEPS;
        Self::Percent(percent(f32::from(shown) * factor).clamp(least, most))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn percent(value: f32) -> u16 {
    value.round().clamp(1.0, 10_000.0) as u16
}

/// Pages one below the other, each in the middle.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stack {
    rects: Vec<Rect>,
    /// The room that all need, with a gap around.
    pub size: Vec2,
    /// Points for a typographic point.
    pub scale: f32,
}

impl Stack {
    /// Lays pages of these typographic sizes for a view of this size.
    pub(super) fn new(pages: &[(f32, f32)], zoom: Zoom, room: Vec2) -> Self {
        let first = pages.first().map_or(Vec2::ZERO, |(width, height)| vec2(*width, *height));
        let scale = zoom.scale(first, room);
        let widest = pages.iter().map(|(width, _)| width * scale).fold(0.0, f32::max);
        let width = (widest + 2.0 * GAP).max(room.x);
        let mut top = GAP;
        let mut rects = Vec::with_capacity(pages.len());
        for (page_width, page_height) in pages {
            let size = vec2(*page_width, *page_height) * scale;
            rects.push(Rect::from_min_size(pos2((width - size.x) / 2.0, top), size));
            top += size.y + GAP;
        }
        Self { rects, size: vec2(width, top), scale }
    }

    /// How many pages there are.
    pub(super) fn count(&self) -> usize {
        self.rects.len()
    }

    /// Where a page lies, from the top left of the stack.
    pub(super) fn rect(&self, page: usize) -> Option<Rect> {
        self.rects.get(page).copied()
    }

    /// The pages of which something lies between these heights.
    pub(super) fn in_view(&self, top: f32, bottom: f32) -> Range<usize> {
        let first = self.rects.iter().position(|rect| rect.bottom() > top).unwrap_or(self.rects.len());
        let last = self.rects.iter().rposition(|rect| rect.top() < bottom).map_or(0, |last| last + 1);
        first..last.max(first)
    }

    /// The page that is being looked at when the view begins here: the one that fills its upper third.
    pub(super) fn looked_at(&self, top: f32, height: f32) -> usize {
        let line = top + height / 3.0;
        self.rects.iter().position(|rect| rect.bottom() + GAP > line).unwrap_or(self.rects.len().saturating_sub(1))
    }

    /// Where the view begins, as a place that stays when sizes change: the page and the share of it that is above.
    pub(super) fn place(&self, top: f32) -> (usize, f32) {
        let page = self.rects.iter().position(|rect| rect.bottom() > top).unwrap_or(self.rects.len().saturating_sub(1));
        self.rect(page).map_or((0, 0.0), |rect| (page, (top - rect.top()) / rect.height().max(1.0)))
    }

    /// The height at which such a place lies. Of a page that is no more there, the end.
    pub(super) fn height_of(&self, (page, share): (usize, f32)) -> f32 {
        self.rect(page).map_or(self.size.y, |rect| (rect.top() + share * rect.height()).max(0.0))
    }

    /// The height at which the view begins to show a page from its top.
    pub(super) fn top_of(&self, page: usize) -> f32 {
        self.rect(page).map_or(0.0, |rect| (rect.top() - GAP / 2.0).max(0.0))
    }

    /// The size shown, in percent of the printed one.
    pub(super) fn percent(&self) -> u16 {
        percent(self.scale / ACTUAL_SIZE * 100.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A4: (f32, f32) = (595.0, 842.0);
    const ROOM: Vec2 = vec2(500.0, 560.0);

    #[test]
    fn a_page_fills_the_width_or_is_seen_whole_or_has_its_printed_size() {
        let wide = Stack::new(&[A4; 3], Zoom::Width, ROOM);
        assert!((wide.rect(0).unwrap().width() - (500.0 - 2.0 * GAP)).abs() < 0.01);
        let whole = Stack::new(&[A4; 3], Zoom::Whole, ROOM).rect(0).unwrap();
        assert!(whole.height() <= 560.0 && whole.width() <= 500.0 && whole.height() > 500.0, "{whole:?}");
        let actual = Stack::new(&[A4; 3], Zoom::Percent(100), ROOM);
        assert!((actual.rect(0).unwrap().width() - 595.0 * 96.0 / 72.0).abs() < 0.01);
        assert_eq!(actual.percent(), 100);
        assert!(actual.size.x > ROOM.x, "it scrolls sideways");
    }

    #[test]
    fn only_pages_that_can_be_seen_are_in_view() {
        let stack = Stack::new(&[A4; 12], Zoom::Width, ROOM);
        let height = stack.rect(0).unwrap().height();
        assert_eq!(stack.in_view(0.0, ROOM.y), 0..1);
        let between = stack.rect(3).unwrap().bottom() - 50.0;
        assert_eq!(stack.in_view(between, between + ROOM.y), 3..5);
        assert_eq!(stack.in_view(stack.size.y - ROOM.y, stack.size.y), 11..12);
        assert!(height > ROOM.y);
        assert_eq!(Stack::new(&[], Zoom::Width, ROOM).in_view(0.0, 100.0), 0..0);
    }

    #[test]
    fn a_place_stays_when_the_size_changes() {
        let (wide, large) = (Stack::new(&[A4; 5], Zoom::Width, ROOM), Stack::new(&[A4; 5], Zoom::Percent(200), ROOM));
        for top in [0.0, 333.0, 1500.0] {
            let there = large.height_of(wide.place(top));
            assert!((wide.height_of(large.place(there)) - top).abs() <= GAP, "{top}");
        }
        let shorter = Stack::new(&[A4; 2], Zoom::Width, ROOM);
        assert!((shorter.height_of((4, 0.5)) - shorter.size.y).abs() < 0.01, "of a page that is gone, the end");
    }

    #[test]
    fn each_page_is_looked_at_when_shown_from_its_top() {
        for zoom in [Zoom::Width, Zoom::Whole, Zoom::Percent(150)] {
            let stack = Stack::new(&[A4; 4], zoom, ROOM);
            for page in 0..4 {
                assert_eq!(stack.looked_at(stack.top_of(page), ROOM.y), page, "{zoom:?}");
            }
        }
    }

    #[test]
    fn plus_and_minus_go_from_what_is_shown_to_the_next_step_and_end_somewhere() {
        assert_eq!((Zoom::larger(63), Zoom::smaller(63)), (Zoom::Percent(67), Zoom::Percent(50)));
        assert_eq!((Zoom::larger(300), Zoom::smaller(25)), (Zoom::Percent(300), Zoom::Percent(25)));
        assert_eq!(Zoom::times(290, 4.0), Zoom::Percent(300));
    }
}
