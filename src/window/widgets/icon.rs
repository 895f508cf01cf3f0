//! Icons of one to four strokes, drawn beside words. A word always says the same, so that no icon has a name of its own: a screen
//! reader hears the word.

use std::f32::consts::PI;

use egui::{Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use crate::judgement::Progress;
use crate::record::{Assessment, Level};
use crate::window::theme::{palette, tokens};

/// A small drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A filled disc with a check mark: done, fits.
    Done,
    /// A triangle with an exclamation mark: to be looked at.
    Attention,
    /// A disc half filled: at work.
    Half,
    /// An empty circle: not begun, undetermined.
    Empty,
    /// A circle with an i: good to know.
    Info,
    /// A circle with a cross: wrong.
    Wrong,
    /// A circle with a clock's hands: a day that comes near.
    Clock,
    /// A circle with an arrow to the right: sent on.
    Sent,
    /// A circle with an arrow to the left: sent back.
    Returned,
    /// A check mark.
    Check,
    /// An arrow to the right.
    Arrow,
    /// An angle to the right: opens, leads on.
    Right,
    /// An angle downwards: is open, unfolds.
    Down,
    /// △ raised above the proposal.
    Raised,
    /// ▽ lowered below the proposal.
    Lowered,
}

impl Icon {
    /// The icon of how far a step has come.
    pub const fn of(progress: Progress) -> Self {
        match progress {
            Progress::NotStarted => Self::Empty,
            Progress::InProgress => Self::Half,
            Progress::NeedsAttention => Self::Attention,
            Progress::Done => Self::Done,
        }
    }
}

/// Draws an icon of this size around a point. `ground` is the colour it stands on.
pub fn paint_icon(painter: &Painter, icon: Icon, center: Pos2, size: f32, color: Color32, ground: Color32) {
    let unit = size / 18.0;
    let at = |x: f32, y: f32| center + vec2(x, y) * unit;
    let stroke = Stroke::new(1.75 * unit, color);
    let line = |points: Vec<Pos2>, stroke: Stroke| painter.add(Shape::line(points, stroke));
    let ring = || painter.circle_stroke(center, 8.0 * unit, stroke);
    let triangle = |tip: f32| vec![at(0.0, -tip), at(8.0, 6.5 * tip.signum()), at(-8.0, 6.5 * tip.signum())];
    match icon {
        Icon::Done => {
            painter.circle_filled(center, 9.0 * unit, color);
            line(vec![at(-4.0, 0.2), at(-1.2, 3.2), at(4.2, -3.0)], Stroke::new(2.0 * unit, ground));
        }
        Icon::Attention => {
            painter.add(Shape::closed_line(vec![at(0.0, -7.5), at(8.2, 7.0), at(-8.2, 7.0)], stroke));
            line(vec![at(0.0, -2.5), at(0.0, 2.2)], stroke);
            painter.circle_filled(at(0.0, 4.7), 1.1 * unit, color);
        }
        Icon::Half => {
            ring();
            let half = (0..=16_u8).map(|step| f32::from(step) / 16.0 * PI - PI / 2.0);
            let points = half.map(|angle| center + Vec2::angled(angle) * 8.0 * unit).collect();
            painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
        }
        Icon::Empty => {
            ring();
        }
        Icon::Info => {
            ring();
            line(vec![at(0.0, -0.8), at(0.0, 4.2)], stroke);
            painter.circle_filled(at(0.0, -3.7), 1.1 * unit, color);
        }
        Icon::Wrong => {
            ring();
            line(vec![at(-3.0, -3.0), at(3.0, 3.0)], stroke);
            line(vec![at(-3.0, 3.0), at(3.0, -3.0)], stroke);
        }
        Icon::Clock => {
            ring();
            line(vec![at(0.0, -4.6), at(0.0, 0.4), at(3.0, 2.6)], stroke);
        }
        Icon::Sent | Icon::Returned => {
            ring();
            let way = if icon == Icon::Sent { 1.0 } else { -1.0 };
            line(vec![at(-4.0 * way, 0.0), at(4.0 * way, 0.0)], stroke);
            line(vec![at(1.0 * way, -3.0), at(4.0 * way, 0.0), at(1.0 * way, 3.0)], stroke);
        }
        Icon::Check => {
            line(vec![at(-6.0, 0.4), at(-2.0, 4.6), at(6.2, -4.6)], Stroke::new(2.0 * unit, color));
        }
        Icon::Arrow => {
            line(vec![at(-6.0, 0.0), at(6.0, 0.0)], stroke);
            line(vec![at(2.0, -4.0), at(6.0, 0.0), at(2.0, 4.0)], stroke);
        }
        Icon::Right => {
            line(vec![at(-2.5, -5.0), at(2.5, 0.0), at(-2.5, 5.0)], Stroke::new(2.0 * unit, color));
        }
        Icon::Down => {
            line(vec![at(-5.0, -2.5), at(0.0, 2.5), at(5.0, -2.5)], Stroke::new(2.0 * unit, color));
        }
        Icon::Raised => {
            painter.add(Shape::closed_line(triangle(6.5), stroke));
        }
        Icon::Lowered => {
            painter.add(Shape::closed_line(triangle(-6.5), stroke));
        }
    }
}

/// Draws an icon where the next widget would stand. It is no widget: the word beside it says the same.
pub fn icon(ui: &mut Ui, icon: Icon, color: Color32) {
    let size =
        if matches!(icon, Icon::Check | Icon::Arrow | Icon::Right | Icon::Down) { tokens::ICON_SMALL } else { tokens::ICON };
    let (_, rect) = ui.allocate_space(Vec2::splat(size));
    paint_icon(ui.painter(), icon, rect.center(), size, color, palette(ui).page);
}

/// How wide the three bars of a level are, in points.
pub const BARS_WIDTH: f32 = 15.0;
/// How high they are.
const BARS_HEIGHT: f32 = 14.0;

/// The three bars of a level, the filled ones counted from the left, around a point. None filled is 未評価.
pub fn paint_bars(painter: &Painter, center: Pos2, filled: u8, color: Color32) {
    let area = Rect::from_center_size(center, vec2(BARS_WIDTH, BARS_HEIGHT));
    for (number, height) in [(0_u8, 5.0), (1, 9.0), (2, BARS_HEIGHT)] {
        let left = area.left() + f32::from(number) * 5.5;
        let bar = Rect::from_min_max(pos2(left, area.bottom() - height), pos2(left + 4.0, area.bottom()));
        if number < filled {
            painter.rect_filled(bar, 0, color);
        } else {
            painter.rect_stroke(bar, 0, Stroke::new(1.0, color), StrokeKind::Inside);
        }
    }
}

/// How many bars of a level are filled.
pub const fn bars_of(assessment: Assessment) -> u8 {
    match assessment {
        Assessment::NotAssessed { .. } => 0,
        Assessment::Assessed { level: Level::Low } => 1,
        Assessment::Assessed { level: Level::Moderate } => 2,
        Assessment::Assessed { level: Level::High } => 3,
    }
}

/// The bars where the next widget would stand.
pub fn bars(ui: &mut Ui, filled: u8, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(BARS_WIDTH, tokens::ICON), Sense::hover());
    paint_bars(ui.painter(), rect.center(), filled, color);
}

/// A small box for each of many things, in the order of their states: how far one has come, at a glance.
pub fn paint_boxes(painter: &Painter, left_center: Pos2, boxes: impl Iterator<Item = Option<Color32>>, empty: Color32) {
    for (number, color) in (0_u8..).zip(boxes) {
        let left = left_center.x + f32::from(number) * BOX_STEP;
        let rect = Rect::from_min_size(pos2(left, left_center.y - 4.0), vec2(6.0, 8.0));
        match color {
            Some(color) => painter.rect_filled(rect, 0, color),
            None => painter.rect_stroke(rect, 0, Stroke::new(1.0, empty), StrokeKind::Inside),
        };
    }
}

/// From one of these boxes to the next, in points.
pub const BOX_STEP: f32 = 8.0;

/// The circle of a radio button. The chosen one is filled: shape says it, not colour alone.
pub(super) fn paint_radio(painter: &Painter, center: Pos2, edge: Color32, dot: Option<Color32>, ground: Color32) {
    let radius = tokens::RADIO / 2.0;
    painter.circle(center, radius - 1.0, ground, Stroke::new(tokens::EDGE_CHOSEN, edge));
    if let Some(dot) = dot {
        painter.circle_filled(center, radius / 2.0, dot);
    }
}
