//! The style of egui's own widgets, and kinds of text.

use egui::{Color32, FontFamily, FontId, Margin, Stroke, TextStyle, vec2};

use super::{fonts, tokens};

/// What a piece of text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Running text.
    Body,
    /// Emphasised running text.
    Strong,
    /// Hints and states.
    Small,
    /// Emphasised small text.
    SmallStrong,
    /// The heading of a page.
    Heading,
    /// The heading of a section.
    Section,
    /// What went wrong.
    Error,
    /// What to look at.
    Warning,
    /// That all is well.
    Success,
}

impl TextKind {
    /// Its font.
    pub fn font(self) -> FontId {
        match self {
            Self::Body => FontId::new(tokens::SIZE_BODY, FontFamily::Proportional),
            Self::Strong | Self::Error | Self::Warning | Self::Success => FontId::new(tokens::SIZE_BODY, fonts::bold()),
            Self::Small => FontId::new(tokens::SIZE_SMALL, FontFamily::Proportional),
            Self::SmallStrong => FontId::new(tokens::SIZE_SMALL, fonts::bold()),
            Self::Heading => FontId::new(tokens::SIZE_HEADING, fonts::bold()),
            Self::Section => FontId::new(tokens::SIZE_SECTION, fonts::bold()),
        }
    }

    /// Its colour.
    pub const fn color(self) -> Color32 {
        match self {
            Self::Body => tokens::TEXT_BODY,
            Self::Strong | Self::Heading | Self::Section | Self::SmallStrong => tokens::TEXT,
            Self::Small => tokens::TEXT_MUTED,
            Self::Error => tokens::ERROR,
            Self::Warning => tokens::WARNING,
            Self::Success => tokens::SUCCESS,
        }
    }
}

/// Sets the style of a context.
pub fn apply(ctx: &egui::Context) {
    ctx.set_theme(egui::Theme::Light);
    ctx.all_styles_mut(|style| {
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
        style.spacing.button_padding = vec2(10.0, 4.0);
        style.spacing.interact_size = vec2(40.0, tokens::TARGET_HEIGHT);
        style.spacing.icon_width = 18.0;
        style.spacing.menu_margin = Margin::same(6);
        style.spacing.window_margin = Margin::same(20);
        style.visuals.window_stroke = Stroke::new(1.0, tokens::BORDER);
        style.visuals.window_corner_radius = 8.into();
        let visuals = &mut style.visuals;
        visuals.text_cursor.blink = false;
        visuals.text_cursor.stroke = Stroke::new(2.0, tokens::TEXT);
        visuals.panel_fill = tokens::PAGE;
        visuals.window_fill = tokens::PAGE;
        visuals.text_edit_bg_color = Some(tokens::PAGE);
        visuals.hyperlink_color = tokens::KEY;
        visuals.error_fg_color = tokens::ERROR;
        visuals.warn_fg_color = tokens::WARNING;
        visuals.selection.bg_fill = tokens::SELECTED;
        visuals.selection.stroke = Stroke::new(1.0, tokens::KEY);
        let widgets = &mut visuals.widgets;
        widgets.noninteractive.fg_stroke.color = tokens::TEXT_BODY;
        widgets.noninteractive.bg_stroke = Stroke::new(1.0, tokens::RULE);
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
            state.corner_radius = tokens::RADIUS.into();
            state.bg_stroke = Stroke::new(1.0, tokens::BORDER);
            state.fg_stroke.color = tokens::TEXT;
            state.bg_fill = tokens::PAGE;
            state.weak_bg_fill = tokens::PAGE;
            state.expansion = 0.0;
        }
        widgets.hovered.weak_bg_fill = tokens::HOVER_SURFACE;
        widgets.hovered.bg_fill = tokens::HOVER_SURFACE;
        widgets.active.weak_bg_fill = tokens::HOVER_SURFACE;
    });
}
