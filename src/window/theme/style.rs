//! The style of egui's own widgets, and kinds of text.

use egui::epaint::Shadow;
use egui::{Color32, FontFamily, FontId, Margin, Stroke, Style, TextStyle, Theme, ThemePreference, vec2};

use super::palette::{CONTRAST, DARK, LIGHT, Palette};
use super::{fonts, tokens};
use crate::file::Look;

/// What a piece of text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Running text.
    Body,
    /// Emphasised running text.
    Strong,
    /// Hints and states.
    Small,
    /// Tables and short notes that are read: as small as hints, in the colour of running text.
    Data,
    /// Emphasised small text.
    SmallStrong,
    /// The heading of a page, and a question.
    Heading,
    /// The heading of a section, of a level, of an answer.
    Section,
    /// What went wrong.
    Error,
    /// What to look at.
    Warning,
    /// That all is well.
    Success,
    /// The same, small.
    SmallSuccess,
    /// What to look at, small.
    SmallWarning,
}

impl TextKind {
    /// Its font.
    pub fn font(self) -> FontId {
        match self {
            Self::Body => FontId::new(tokens::SIZE_BODY, FontFamily::Proportional),
            Self::Strong | Self::Error | Self::Warning | Self::Success => FontId::new(tokens::SIZE_BODY, fonts::bold()),
            Self::Small | Self::Data => FontId::new(tokens::SIZE_SMALL, FontFamily::Proportional),
            Self::SmallStrong | Self::SmallSuccess | Self::SmallWarning => FontId::new(tokens::SIZE_SMALL, fonts::bold()),
            Self::Heading => FontId::new(tokens::SIZE_HEADING, fonts::bold()),
            Self::Section => FontId::new(tokens::SIZE_SECTION, fonts::bold()),
        }
    }

    /// The height of a line, in points.
    pub fn line_height(self) -> f32 {
        match self {
            Self::Body | Self::Strong | Self::Error | Self::Warning | Self::Success => tokens::SIZE_BODY * tokens::LINE_RUNNING,
            Self::Small | Self::Data | Self::SmallStrong | Self::SmallSuccess | Self::SmallWarning => {
                tokens::SIZE_SMALL * tokens::LINE_NOTE
            }
            Self::Heading => tokens::SIZE_HEADING * tokens::LINE_HEADING,
            Self::Section => tokens::SIZE_SECTION * tokens::LINE_HEADING,
        }
        .round()
    }

    /// Its colour in a look.
    pub const fn color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Body | Self::Data => palette.text_body,
            Self::Strong | Self::Heading | Self::Section | Self::SmallStrong => palette.text,
            Self::Small => palette.text_muted,
            Self::Error => palette.error,
            Self::Warning | Self::SmallWarning => palette.warning,
            Self::Success | Self::SmallSuccess => palette.success,
        }
    }
}

/// Gives a context a look. May be called again whenever another one is chosen.
///
/// egui knows a light and a dark style and follows the system between them; high contrast takes the place of the dark one.
pub fn apply(ctx: &egui::Context, look: Look) {
    let dark = if look == Look::Contrast { &CONTRAST } else { &DARK };
    ctx.style_mut_of(Theme::Light, |style| wear(style, &LIGHT));
    ctx.style_mut_of(Theme::Dark, |style| wear(style, dark));
    ctx.options_mut(|options| {
        options.fallback_theme = Theme::Light;
        options.theme_preference = match look {
            Look::System => ThemePreference::System,
            Look::Light => ThemePreference::Light,
            Look::Dark | Look::Contrast => ThemePreference::Dark,
        };
    });
}

fn wear(style: &mut Style, palette: &Palette) {
    style.text_styles = [
        (TextStyle::Small, TextKind::Small.font()),
        (TextStyle::Body, TextKind::Body.font()),
        (TextStyle::Button, TextKind::Body.font()),
        (TextStyle::Monospace, FontId::new(tokens::SIZE_BODY, FontFamily::Monospace)),
        (TextStyle::Heading, TextKind::Heading.font()),
    ]
    .into();
    style.animation_time = 0.0;
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(12.0, 7.0);
    // What is clicked says its height itself; a row of words is no higher than its words.
    style.spacing.interact_size = vec2(40.0, 28.0);
    style.spacing.icon_width = tokens::RADIO;
    style.spacing.icon_width_inner = 12.0;
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(20);
    let visuals = &mut style.visuals;
    let edge = if palette.is_high_contrast() { tokens::EDGE_CHOSEN } else { tokens::EDGE };
    visuals.window_stroke = Stroke::new(edge, palette.border);
    visuals.window_corner_radius = tokens::RADIUS.into();
    visuals.menu_corner_radius = tokens::RADIUS.into();
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(2.0, palette.text);
    visuals.panel_fill = palette.page;
    visuals.window_fill = palette.page;
    visuals.extreme_bg_color = palette.page;
    visuals.faint_bg_color = palette.surface_soft;
    visuals.code_bg_color = palette.surface;
    visuals.text_edit_bg_color = Some(palette.page);
    visuals.hyperlink_color = palette.key;
    visuals.error_fg_color = palette.error;
    visuals.warn_fg_color = palette.warning;
    visuals.selection.bg_fill = palette.selection;
    visuals.selection.stroke = Stroke::new(1.0, palette.text);
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.fg_stroke.color = palette.text_body;
    widgets.noninteractive.bg_stroke = palette.line();
    widgets.noninteractive.bg_fill = palette.page;
    widgets.noninteractive.weak_bg_fill = palette.page;
    for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        state.corner_radius = tokens::RADIUS.into();
        state.bg_stroke = palette.edge();
        state.fg_stroke.color = palette.text;
        state.bg_fill = palette.page;
        state.weak_bg_fill = palette.page;
        state.expansion = 0.0;
    }
    widgets.hovered.weak_bg_fill = palette.hover_ground;
    widgets.hovered.bg_fill = palette.hover_ground;
    widgets.active.weak_bg_fill = palette.hover_ground;
}
