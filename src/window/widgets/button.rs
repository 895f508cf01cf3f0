//! Buttons and links, in three ranks: filled, outlined, underlined text. A page has one filled button at most.

use egui::accesskit::Role;
use egui::{Align, Button, CursorIcon, Label, Response, RichText, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::icon::{Icon, paint_icon};
use super::{drawn, ja_layout};
use crate::window::theme::{TextKind, fonts, palette, tokens};

/// The least width of a low button, in points.
const LEAST_LOW: f32 = 40.0;
/// On either side of the text of a low button.
const LOW_PADDING: f32 = 12.0;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// Filled with the key colour: the main act of a page, of which there is one at most.
    Filled,
    /// With an edge in the key colour.
    Outlined,
}

/// The main act of a place: filled with the key colour.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    ranked_button(ui, text, Rank::Filled, tokens::BUTTON_HEIGHT)
}

/// Another act: outlined in the key colour.
pub fn secondary_button(ui: &mut Ui, text: &str) -> Response {
    ranked_button(ui, text, Rank::Outlined, tokens::BUTTON_HEIGHT)
}

/// An act inside a table or beside a field: outlined, and lower.
pub fn small_button(ui: &mut Ui, text: &str) -> Response {
    ranked_button(ui, text, Rank::Outlined, tokens::CHIP_HEIGHT)
}

/// How wide a [`small_button`] with this text is, in points.
pub fn small_button_width(ui: &Ui, text: &str) -> f32 {
    width(ui, text, tokens::CHIP_HEIGHT)
}

/// How wide a [`primary_button`] or [`secondary_button`] with this text is, in points.
pub fn button_width(ui: &Ui, text: &str) -> f32 {
    width(ui, text, tokens::BUTTON_HEIGHT)
}

/// A button of a rank and a height, which is that of its kind unless a low window leaves less.
pub fn ranked_button(ui: &mut Ui, text: &str, rank: Rank, height: f32) -> Response {
    make_room(ui, text, height);
    ui.scope(|ui| {
        let palette = palette(ui);
        let widgets = &mut ui.visuals_mut().widgets;
        let filled = rank == Rank::Filled;
        if filled {
            widgets.inactive.weak_bg_fill = palette.key;
            widgets.hovered.weak_bg_fill = palette.key_hover;
            widgets.active.weak_bg_fill = palette.key_active;
        }
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            state.bg_stroke = Stroke::new(tokens::EDGE, palette.key);
            state.fg_stroke.color = if filled { palette.on_key } else { palette.key };
        }
        bold(ui, text, height)
    })
    .inner
}

fn is_low(height: f32) -> bool {
    height < tokens::TARGET_HEIGHT
}

fn padding(height: f32) -> f32 {
    if is_low(height) { LOW_PADDING } else { tokens::BUTTON_PADDING }
}

fn least(height: f32) -> f32 {
    if is_low(height) { LEAST_LOW } else { tokens::BUTTON_WIDTH }
}

fn width(ui: &Ui, text: &str, height: f32) -> f32 {
    let text = ja_layout(ui, text, TextKind::Strong, palette(ui).key, f32::INFINITY).size().x;
    (text + 2.0 * padding(height)).max(least(height))
}

/// Goes to the next row if this one has no room left for the button: else it would stand there letter below letter.
fn make_room(ui: &mut Ui, text: &str, height: f32) {
    let is_begun = ui.cursor().left() > ui.max_rect().left() + 1.0;
    if ui.layout().main_wrap() && is_begun && width(ui, text, height) > ui.available_size_before_wrap().x {
        ui.end_row();
    }
}

/// A button as wide as its text, with the text in its middle, whatever the layout around it.
fn bold(ui: &mut Ui, text: &str, height: f32) -> Response {
    let text = RichText::new(drawn(text)).family(fonts::bold()).size(tokens::SIZE_BODY);
    ui.spacing_mut().button_padding = vec2(padding(height), 4.0);
    ui.spacing_mut().interact_size.y = height;
    let button = Button::new(text).min_size(Vec2::new(least(height), height));
    if ui.layout().is_horizontal() && ui.layout().vertical_align() == Align::Center {
        ui.add(button)
    } else {
        ui.horizontal(|ui| ui.add(button)).inner
    }
}

/// A word in an edge with an icon behind it: opens a menu, or folds something out.
pub fn outlined_chip(ui: &mut Ui, text: &str, icon: Icon) -> Response {
    let palette = palette(ui);
    let galley = ja_layout(ui, text, TextKind::Strong, palette.text, f32::INFINITY);
    let height = tokens::CHIP_HEIGHT.min(ui.available_height().max(galley.size().y));
    let size = vec2(galley.size().x + 2.0 * LOW_PADDING + GAP + tokens::ICON_SMALL, height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let ground = if response.hovered() { palette.hover_ground } else { palette.page };
    ui.painter().rect(rect, tokens::RADIUS, ground, palette.edge(), egui::StrokeKind::Inside);
    ui.painter().galley(pos2(rect.left() + LOW_PADDING, rect.center().y - galley.size().y / 2.0), galley, palette.text);
    let at = pos2(rect.right() - LOW_PADDING - tokens::ICON_SMALL / 2.0, rect.center().y);
    paint_icon(ui.painter(), icon, at, tokens::ICON_SMALL, palette.text, ground);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), text));
    response
}

/// Between a word and the icon behind it.
const GAP: f32 = 8.0;

/// A link as wide as a word or two, in points.
const SHORT_LINK: f32 = 90.0;

/// A link: goes somewhere, changes nothing. Underlined, so that colour is not all that tells it.
pub fn link_button(ui: &mut Ui, text: &str) -> Response {
    let whole = ja_layout(ui, text, TextKind::Body, palette(ui).key, f32::INFINITY);
    let width = whole.size().x;
    let is_begun = ui.cursor().left() > ui.max_rect().left() + 1.0;
    if ui.layout().main_wrap() && is_begun && width > ui.available_size_before_wrap().x {
        ui.end_row();
    }
    // A word or two are never broken, however little room is left.
    let is_short = width <= SHORT_LINK || width <= ui.available_width();
    let galley = if is_short { whole } else { ja_layout(ui, text, TextKind::Body, palette(ui).key, ui.available_width()) };
    let response = ui.add(Label::new(galley).selectable(false).sense(Sense::click())).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), text));
    let color = if response.hovered() { palette(ui).key_hover } else { palette(ui).key };
    let below = response.rect.bottom() - 3.0;
    ui.painter().hline(response.rect.x_range(), below, Stroke::new(1.0, color));
    response
}
