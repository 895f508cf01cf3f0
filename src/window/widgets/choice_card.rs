//! Radio buttons as cards: a title, short marks beside it, and a sentence on what choosing it means.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, Galley, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::icon::paint_radio;
use super::reading::{Why, sense_of_choice, tell_group_only_read, tell_only_read, why_only_read};
use super::{BARS_WIDTH, bars_of, ja_layout, paint_bars};
use crate::record::{Assessment, Level};
use crate::window::theme::{Palette, TextKind, palette, tokens};

const PADDING: f32 = 14.0;
const GAP: f32 = 12.0;
/// A radio button with the room behind it.
const CIRCLE: f32 = tokens::RADIO + 10.0;
/// Between the lines of two aspects, and beside their names.
const BETWEEN: f32 = 4.0;
const BESIDE_NAME: f32 = 8.0;
/// Between the bars of a level and its name.
const BESIDE_BARS: f32 = 6.0;
/// Narrower than this, in points, cards stand one below the other.
const LEAST_WIDTH: f32 = 200.0;

/// One thing that can be chosen.
#[derive(Clone, Debug)]
pub struct Card<'a> {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub title: &'a str,
    /// Words in frames beside the title.
    pub marks: Vec<&'a str>,
    /// What choosing it means.
    pub meaning: &'a str,
    /// What it means by aspects, which are the same in all cards and stand on the same lines in cards side by side.
    pub aspects: Vec<(&'a str, &'a str)>,
    /// The level that it stands for, shown by its bars.
    pub level: Option<Level>,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// How cards stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cards {
    /// Side by side where there is room.
    Row,
    /// One below the other.
    Stack,
}

impl Card<'_> {
    /// The room that the bars of a level take.
    fn bars(&self) -> f32 {
        if self.level.is_some() { BARS_WIDTH + BESIDE_BARS } else { 0.0 }
    }
}

/// Low is as it is meant to be; what is above it stands out.
const fn level_color(palette: &Palette, level: Level) -> Color32 {
    match level {
        Level::Low => palette.success,
        Level::Moderate | Level::High => palette.warning,
    }
}

struct Laid<'a> {
    card: &'a Card<'a>,
    title: Arc<Galley>,
    marks: Vec<Arc<Galley>>,
    meaning: Arc<Galley>,
    /// The name of each aspect, and what it means here.
    aspects: Vec<(Arc<Galley>, Arc<Galley>)>,
    /// How wide the names of the aspects are.
    names: f32,
    height: f32,
}

impl Laid<'_> {
    /// How high the lines of an aspect are.
    fn line(&self, aspect: usize) -> f32 {
        self.aspects.get(aspect).map_or(0.0, |(name, meaning)| name.size().y.max(meaning.size().y))
    }

    /// How high the card is, where the lines of an aspect may be higher than its own.
    fn height_with(&self, of_row: impl Fn(usize) -> Option<f32>) -> f32 {
        let lines = (0..self.aspects.len()).map(|aspect| of_row(aspect).unwrap_or_else(|| self.line(aspect)) + BETWEEN);
        self.height + lines.sum::<f32>()
    }
}

/// Shows cards as one radio group. Returns the place of the card that was chosen, if it is another one.
pub fn choice_cards(ui: &mut Ui, name: &str, cards: &[Card<'_>], arrangement: Cards) -> Option<usize> {
    let available = ui.available_width();
    let count = cards.len().max(1);
    let side_by_side = (available - GAP * (count as f32 - 1.0)) / count as f32;
    let row = arrangement == Cards::Row && side_by_side >= LEAST_WIDTH;
    let width = if row { side_by_side } else { available };
    let laid: Vec<Laid<'_>> = cards.iter().map(|card| lay_out(ui, card, width)).collect();
    let aspects = laid.iter().map(|laid| laid.aspects.len()).max().unwrap_or_default();
    let lines: Vec<f32> = (0..aspects).map(|aspect| laid.iter().map(|laid| laid.line(aspect)).fold(0.0, f32::max)).collect();
    let titles = laid.iter().map(|laid| laid.title.size().y).fold(0.0, f32::max);
    let highest = laid
        .iter()
        .map(|laid| titles - laid.title.size().y + laid.height_with(|aspect| lines.get(aspect).copied()))
        .fold(0.0, f32::max);
    let builder = UiBuilder::new().id_salt(name).accessibility_role(Role::RadioGroup).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        let mut at = ui.cursor().min;
        let mut clicked = None;
        for (index, laid) in laid.iter().enumerate() {
            // Side by side, an aspect stands on the same lines in each card.
            let of_row = |aspect: usize| lines.get(aspect).copied().filter(|_| row);
            let height = if row { highest } else { laid.height_with(of_row) };
            let rect = Rect::from_min_size(at, vec2(width, height));
            let title = if row { titles } else { laid.title.size().y };
            if show(ui, laid, rect, title, of_row) && !laid.card.chosen {
                clicked = Some(index);
            }
            if row { at.x += width + GAP } else { at.y += height + GAP }
        }
        tell_group_only_read(ui, ui.unique_id(), why_only_read(ui));
        let total = if row { highest } else { (at.y - ui.cursor().min.y - GAP).max(0.0) };
        ui.allocate_space(vec2(available, total));
        clicked
    })
    .inner
}

fn lay_out<'a>(ui: &Ui, card: &'a Card<'a>, width: f32) -> Laid<'a> {
    let inner = width - 2.0 * PADDING;
    let marks: Vec<Arc<Galley>> =
        card.marks.iter().map(|mark| ja_layout(ui, mark, TextKind::Small, palette(ui).text_body, f32::INFINITY)).collect();
    let beside: f32 = marks.iter().map(|mark| mark.size().x + 18.0).sum();
    let (kind, color) = match card.level {
        Some(level) => (TextKind::Section, level_color(palette(ui), level)),
        None => (TextKind::Strong, palette(ui).text),
    };
    let title = ja_layout(ui, card.title, kind, color, (inner - CIRCLE - card.bars() - beside).max(80.0));
    let meaning = ja_layout(ui, card.meaning, TextKind::Body, palette(ui).text_body, inner);
    let name = |name: &str| ja_layout(ui, name, TextKind::Small, palette(ui).text_muted, f32::INFINITY);
    let names = card.aspects.iter().map(|(aspect, _)| name(aspect).size().x + BESIDE_NAME).fold(0.0, f32::max);
    let said = |meaning: &str| ja_layout(ui, meaning, TextKind::Small, palette(ui).text_body, (inner - names).max(60.0));
    let aspects = card.aspects.iter().map(|(aspect, meaning)| (name(aspect), said(meaning))).collect();
    let below = if card.meaning.is_empty() { 0.0 } else { meaning.size().y };
    let height = 2.0 * PADDING + title.size().y + 4.0 + below;
    Laid { card, title, marks, meaning, aspects, names, height }
}

fn show(ui: &Ui, laid: &Laid<'_>, rect: Rect, title: f32, of_row: impl Fn(usize) -> Option<f32>) -> bool {
    let card = laid.card;
    let why = why_only_read(ui);
    let response = ui.interact(rect, card.id, sense_of_choice(why, Sense::click()));
    if response.clicked() {
        response.request_focus();
    }
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), card.chosen, card.title));
    let aspects = card.aspects.iter().map(|(aspect, meaning)| format!("{aspect}：{meaning}"));
    let said = card.marks.iter().map(|mark| (*mark).to_owned()).chain([card.meaning.to_owned()]).chain(aspects);
    let description = said.filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n");
    ui.ctx().accesskit_node_builder(card.id, |node| node.set_description(description));
    let response = tell_only_read(ui, response, why);
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let fill = row_fill(palette(ui), why, card.chosen, response.hovered());
    let stroke = match (card.chosen, why.is_some()) {
        (true, false) => palette(ui).chosen_edge(),
        (true, true) => Stroke::new(2.0, palette(ui).text_muted),
        (false, false) => palette(ui).edge(),
        (false, true) => palette(ui).line(),
    };
    let painter = ui.painter();
    painter.rect(rect, tokens::RADIUS, fill, stroke, StrokeKind::Inside);
    let top = rect.top() + PADDING;
    let first_line = laid.title.rows.first().map_or(0.0, |row| row.row.size.y);
    radio_circle(ui, Pos2::new(rect.left() + PADDING + tokens::RADIO / 2.0, top + first_line / 2.0), card.chosen, false);
    let mut at = Pos2::new(rect.left() + PADDING + CIRCLE, top);
    if let Some(level) = card.level {
        let center = Pos2::new(at.x + BARS_WIDTH / 2.0, top + first_line / 2.0);
        paint_bars(painter, center, bars_of(Assessment::assessed(level)), level_color(palette(ui), level));
        at.x += card.bars();
    }
    painter.galley(at, laid.title.clone(), palette(ui).text);
    at.x += laid.title.size().x + 10.0;
    for mark in &laid.marks {
        let text = Rect::from_min_size(Pos2::new(at.x + 5.0, top + (first_line - mark.size().y) / 2.0), mark.size());
        painter.rect_stroke(text.expand2(vec2(5.0, 0.0)), 4.0, palette(ui).edge(), StrokeKind::Outside);
        painter.galley(text.min, mark.clone(), palette(ui).text_body);
        at.x += mark.size().x + 18.0;
    }
    let below = Pos2::new(rect.left() + PADDING, top + title + 4.0);
    if !card.meaning.is_empty() {
        painter.galley(below, laid.meaning.clone(), palette(ui).text_body);
    }
    let mut at = below + vec2(0.0, if card.meaning.is_empty() { 0.0 } else { laid.meaning.size().y });
    for (index, (name, meaning)) in laid.aspects.iter().enumerate() {
        painter.galley(at, name.clone(), palette(ui).text_muted);
        painter.galley(at + vec2(laid.names, 0.0), meaning.clone(), palette(ui).text_body);
        at.y += of_row(index).unwrap_or_else(|| laid.line(index)) + BETWEEN;
    }
    response.clicked()
}

/// The ground of a choice that is as wide as its place.
pub fn row_fill(palette: &Palette, why: Why, chosen: bool, hovered: bool) -> Color32 {
    match (why.is_some(), chosen, hovered) {
        (true, true, _) => palette.surface,
        (true, false, _) => palette.surface_soft,
        (false, true, _) => palette.chosen_ground,
        (false, false, true) => palette.hover_ground,
        (false, false, false) => palette.page,
    }
}

/// The circle of a radio button. The chosen one is filled: shape says it, not colour alone. Where it is only to be read it has no
/// colour of what can be operated, and the pointer does nothing to it.
pub fn radio_circle(ui: &Ui, center: Pos2, chosen: bool, hovered: bool) {
    let (edge, dot, ground) = match (why_only_read(ui).is_some(), chosen) {
        (true, true) => (palette(ui).text_muted, palette(ui).text_muted, palette(ui).surface),
        (true, false) => (palette(ui).rule, palette(ui).rule, palette(ui).surface),
        (false, true) => (palette(ui).key, palette(ui).key, palette(ui).page),
        (false, false) => (palette(ui).border, palette(ui).border, palette(ui).page),
    };
    let ground = if hovered && why_only_read(ui).is_none() { palette(ui).hover_ground } else { ground };
    paint_radio(ui.painter(), center, edge, chosen.then_some(dot), ground);
}
