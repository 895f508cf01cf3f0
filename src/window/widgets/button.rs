//! Buttons and links.

use egui::accesskit::Role;
use egui::{Align, Button, CursorIcon, Label, Response, RichText, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::{drawn, ja_layout};
use crate::window::theme::{TextKind, fonts, palette, tokens};

/// The least width of a button, in points.
const LEAST_BUTTON: f32 = 40.0;
/// On either side of the text of a button.
const PADDING: f32 = 16.0;
/// On either side of the text of a low button.
const SMALL_PADDING: f32 = 10.0;

/// The main act of a place: filled with the key colour.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    make_room(ui, text, PADDING);
    ui.scope(|ui| {
        let palette = palette(ui);
        let widgets = &mut ui.visuals_mut().widgets;
        widgets.hovered.weak_bg_fill = palette.key_hover;
        widgets.active.weak_bg_fill = palette.key_active;
        widgets.inactive.weak_bg_fill = palette.key;
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            state.bg_stroke = Stroke::new(1.0, palette.key);
            state.fg_stroke.color = palette.on_key;
        }
        bold(ui, text, Vec2::new(72.0, 36.0))
    })
    .inner
}

/// Another act: outlined in the key colour.
pub fn secondary_button(ui: &mut Ui, text: &str) -> Response {
    outlined(ui, text, 36.0)
}

/// An act inside a table or beside a field: outlined, and lower.
pub fn small_button(ui: &mut Ui, text: &str) -> Response {
    outlined(ui, text, tokens::TARGET_HEIGHT)
}

/// How wide a [`small_button`] with this text is, in points.
pub fn small_button_width(ui: &Ui, text: &str) -> f32 {
    let text = ja_layout(ui, text, TextKind::Strong, palette(ui).key, f32::INFINITY).size().x;
    (text + 2.0 * SMALL_PADDING).max(LEAST_BUTTON)
}

/// How wide a [`primary_button`] or [`secondary_button`] with this text is, in points.
pub fn button_width(ui: &Ui, text: &str) -> f32 {
    ja_layout(ui, text, TextKind::Strong, palette(ui).key, f32::INFINITY).size().x + 2.0 * PADDING
}

fn outlined(ui: &mut Ui, text: &str, height: f32) -> Response {
    make_room(ui, text, padding(height));
    ui.scope(|ui| {
        let key = palette(ui).key;
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            state.bg_stroke = Stroke::new(1.0, key);
            state.fg_stroke.color = key;
        }
        bold(ui, text, Vec2::new(LEAST_BUTTON, height))
    })
    .inner
}

fn padding(height: f32) -> f32 {
    if height > tokens::TARGET_HEIGHT { PADDING } else { SMALL_PADDING }
}

/// Goes to the next row if this one has no room left for the button: else it would stand there letter below letter.
fn make_room(ui: &mut Ui, text: &str, padding: f32) {
    let is_begun = ui.cursor().left() > ui.max_rect().left() + 1.0;
    if ui.layout().main_wrap() && is_begun {
        let width = ja_layout(ui, text, TextKind::Strong, palette(ui).key, f32::INFINITY).size().x + 2.0 * padding;
        if width > ui.available_size_before_wrap().x {
            ui.end_row();
        }
    }
}

/// A button as wide as its text, with the text in its middle, whatever the layout around it.
fn bold(ui: &mut Ui, text: &str, least: Vec2) -> Response {
    let text = RichText::new(drawn(text)).family(fonts::bold()).size(tokens::SIZE_BODY);
    ui.spacing_mut().button_padding.x = padding(least.y);
    let button = Button::new(text).min_size(least);
    if ui.layout().is_horizontal() && ui.layout().vertical_align() == Align::Center {
        ui.add(button)
    } else {
        ui.horizontal(|ui| ui.add(button)).inner
    }
}

/// A link: goes somewhere, changes nothing. Underlined, so that colour is not all that tells it.
pub fn link_button(ui: &mut Ui, text: &str) -> Response {
    let galley = ja_layout(ui, text, TextKind::Body, palette(ui).key, ui.available_width());
    let response = ui.add(Label::new(galley).selectable(false).sense(Sense::click())).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), text));
    let color = if response.hovered() { palette(ui).key_hover } else { palette(ui).key };
    let below = response.rect.bottom() - 2.0;
    ui.painter().hline(response.rect.x_range(), below, Stroke::new(1.0, color));
    response
}
