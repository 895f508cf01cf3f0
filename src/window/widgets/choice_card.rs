//! Radio buttons as cards: a title, short marks beside it, and a sentence on what choosing it means.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, Galley, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::icon::paint_radio;
use super::ja_layout;
use super::reading::{Why, sense_of_choice, tell_group_only_read, tell_only_read, why_only_read};
use crate::window::theme::{Palette, TextKind, palette, tokens};

const PADDING: f32 = 14.0;
const GAP: f32 = 12.0;
/// A radio button with the room behind it.
const CIRCLE: f32 = tokens::RADIO + 10.0;
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

struct Laid<'a> {
    card: &'a Card<'a>,
    title: Arc<Galley>,
    marks: Vec<Arc<Galley>>,
    meaning: Arc<Galley>,
    height: f32,
}

/// Shows cards as one radio group. Returns the place of the card that was chosen, if it is another one.
pub fn choice_cards(ui: &mut Ui, name: &str, cards: &[Card<'_>], arrangement: Cards) -> Option<usize> {
    let available = ui.available_width();
    let count = cards.len().max(1);
    let side_by_side = (available - GAP * (count as f32 - 1.0)) / count as f32;
    let row = arrangement == Cards::Row && side_by_side >= LEAST_WIDTH;
    let width = if row { side_by_side } else { available };
    let laid: Vec<Laid<'_>> = cards.iter().map(|card| lay_out(ui, card, width)).collect();
    let highest = laid.iter().map(|laid| laid.height).fold(0.0, f32::max);
    let builder = UiBuilder::new().id_salt(name).accessibility_role(Role::RadioGroup).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        let mut at = ui.cursor().min;
        let mut clicked = None;
        for (index, laid) in laid.iter().enumerate() {
            let height = if row { highest } else { laid.height };
            let rect = Rect::from_min_size(at, vec2(width, height));
            if show(ui, laid, rect) && !laid.card.chosen {
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
    let title = ja_layout(ui, card.title, TextKind::Strong, palette(ui).text, (inner - CIRCLE - beside).max(80.0));
    let meaning = ja_layout(ui, card.meaning, TextKind::Body, palette(ui).text_body, inner);
    let height = 2.0 * PADDING + title.size().y + 4.0 + meaning.size().y;
    Laid { card, title, marks, meaning, height }
}

fn show(ui: &Ui, laid: &Laid<'_>, rect: Rect) -> bool {
    let card = laid.card;
    let why = why_only_read(ui);
    let response = ui.interact(rect, card.id, sense_of_choice(why, Sense::click()));
    if response.clicked() {
        response.request_focus();
    }
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), card.chosen, card.title));
    let description = card.marks.iter().copied().chain([card.meaning]).collect::<Vec<_>>().join("\n");
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
    painter.galley(at, laid.title.clone(), palette(ui).text);
    at.x += laid.title.size().x + 10.0;
    for mark in &laid.marks {
        let text = Rect::from_min_size(Pos2::new(at.x + 5.0, top + (first_line - mark.size().y) / 2.0), mark.size());
        painter.rect_stroke(text.expand2(vec2(5.0, 0.0)), 4.0, palette(ui).edge(), StrokeKind::Outside);
        painter.galley(text.min, mark.clone(), palette(ui).text_body);
        at.x += mark.size().x + 18.0;
    }
    let below = Pos2::new(rect.left() + PADDING, top + laid.title.size().y + 4.0);
    painter.galley(below, laid.meaning.clone(), palette(ui).text_body);
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
