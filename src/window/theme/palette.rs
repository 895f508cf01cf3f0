//! Colours by their use, in three looks. Most are design tokens of the Digital Agency (デジタル庁デザインシステム), 1.1.9.
//!
//! No other place names a colour: ask [`palette`] for the look that is shown, and take a role of it. Which look it is, its style says
//! by the colour of the page, so that asking costs nothing and cannot go wrong in the middle of a frame.

#![expect(clippy::disallowed_methods, reason = "this is where colours are named")]

use egui::{Color32, Context, Stroke, Ui, Visuals};

use super::tokens;

/// The colours of a look by their use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The page.
    pub page: Color32,
    /// Result strip, heads of tables, what is only to be read.
    pub surface: Color32,
    /// The guidance, and boxes within a page.
    pub surface_soft: Color32,
    /// Headings and typed text.
    pub text: Color32,
    /// Running text.
    pub text_body: Color32,
    /// Hints, states, things of less weight.
    pub text_muted: Color32,
    /// Lines between things; they carry no meaning alone.
    pub rule: Color32,
    /// The edge of what can be operated: fields, answers, cards.
    pub border: Color32,
    /// Links, what is chosen or current, filled buttons and the edge of outlined ones.
    pub key: Color32,
    /// The same under the pointer.
    pub key_hover: Color32,
    /// The same while pressed.
    pub key_active: Color32,
    /// Text on a filled button.
    pub on_key: Color32,
    /// The ground of what is chosen or current. It goes with [`Self::chosen_edge`]: in one look the ground alone says nothing.
    pub chosen_ground: Color32,
    /// The ground of what can be operated, under the pointer.
    pub hover_ground: Color32,
    /// Selected text.
    pub selection: Color32,
    /// 低位, 適合, 入力済, saved.
    pub success: Color32,
    /// Above low, 要確認, △▽, dates that come near.
    pub warning: Color32,
    /// What went wrong.
    pub error: Color32,
    /// The ground of a message that all is well.
    pub success_ground: Color32,
    /// The ground of △▽ and of warnings. It goes with an edge in [`Self::warning`].
    pub warning_ground: Color32,
    /// The ground of a message about an error.
    pub error_ground: Color32,
    /// The outer line of the focus ring.
    pub focus: Color32,
    /// The inner line of the focus ring.
    pub focus_halo: Color32,
    /// Behind a dialog.
    pub scrim: Color32,
    /// Text on that.
    pub on_scrim: Color32,
}

/// No colour at all: what is below shows through.
pub const CLEAR: Color32 = Color32::TRANSPARENT;
/// The tint of a picture that is shown in its own colours.
pub const UNTINTED: Color32 = Color32::WHITE;

const fn hex(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// Dark on white.
pub static LIGHT: Palette = Palette {
    page: hex(0xff_ffff),
    surface: hex(0xf2_f2f2),
    surface_soft: hex(0xfa_fafa),
    text: hex(0x1a_1a1a),
    text_body: hex(0x33_3333),
    text_muted: hex(0x59_5959),
    rule: hex(0xcc_cccc),
    border: hex(0x66_6666),
    key: hex(0x00_17c1),
    key_hover: hex(0x00_118f),
    key_active: hex(0x00_0071),
    on_key: hex(0xff_ffff),
    chosen_ground: hex(0xe8_f1fe),
    hover_ground: hex(0xd9_e6ff),
    selection: hex(0xc5_d7fb),
    success: hex(0x19_7a4b),
    warning: hex(0xac_3e00),
    error: hex(0xce_0000),
    success_ground: hex(0xe6_f5ec),
    warning_ground: hex(0xff_eee2),
    error_ground: hex(0xfd_eeee),
    focus: hex(0x00_0000),
    focus_halo: hex(0xff_d43d),
    scrim: Color32::from_black_alpha(120),
    on_scrim: hex(0xff_ffff),
};

/// Light on dark grey. Grounds differ by lightness, lines stay visible, and the focus ring is turned round.
pub static DARK: Palette = Palette {
    page: hex(0x1a_1a1a),
    surface: hex(0x2b_2b2b),
    surface_soft: hex(0x21_2121),
    text: hex(0xf2_f2f2),
    text_body: hex(0xe6_e6e6),
    text_muted: hex(0xb3_b3b3),
    rule: hex(0x4d_4d4d),
    border: hex(0x94_9494),
    key: hex(0x9d_b7f9),
    key_hover: hex(0xc5_d7fb),
    key_active: hex(0xd9_e6ff),
    on_key: hex(0x00_0060),
    chosen_ground: hex(0x23_2e4d),
    hover_ground: hex(0x2e_3b5e),
    selection: hex(0x3a_4f8a),
    success: hex(0x71_c598),
    warning: hex(0xff_a66d),
    error: hex(0xff_9696),
    success_ground: hex(0x15_3323),
    warning_ground: hex(0x40_2413),
    error_ground: hex(0x40_1a1a),
    focus: hex(0xff_d43d),
    focus_halo: hex(0x00_0000),
    scrim: Color32::from_black_alpha(160),
    on_scrim: hex(0xff_ffff),
};

/// Black, white and yellow. Yellow is what can be operated and where one is, and nothing else; levels and states live by bars, icons,
/// words and edges.
pub static CONTRAST: Palette = Palette {
    page: hex(0x00_0000),
    surface: hex(0x00_0000),
    surface_soft: hex(0x00_0000),
    text: hex(0xff_ffff),
    text_body: hex(0xff_ffff),
    text_muted: hex(0xff_ffff),
    rule: hex(0xff_ffff),
    border: hex(0xff_ffff),
    key: hex(0xff_d43d),
    key_hover: hex(0xff_e380),
    key_active: hex(0xff_f0b3),
    on_key: hex(0x00_0000),
    chosen_ground: hex(0x00_0000),
    hover_ground: hex(0x33_3333),
    selection: hex(0x55_5555),
    success: hex(0xff_ffff),
    warning: hex(0xff_ffff),
    error: hex(0xff_ffff),
    success_ground: hex(0x00_0000),
    warning_ground: hex(0x00_0000),
    error_ground: hex(0x00_0000),
    focus: hex(0xff_d43d),
    focus_halo: hex(0x00_0000),
    scrim: Color32::from_black_alpha(190),
    on_scrim: hex(0xff_ffff),
};

/// The colours of the look that is shown.
pub fn palette(ui: &Ui) -> &'static Palette {
    Palette::shown_by(ui.visuals())
}

/// The same where there is no place to draw on yet, as for what lies behind a dialog.
pub fn palette_of(ctx: &Context) -> &'static Palette {
    Palette::shown_by(&ctx.global_style().visuals)
}

impl Palette {
    fn shown_by(visuals: &Visuals) -> &'static Self {
        [&DARK, &CONTRAST].into_iter().find(|palette| palette.page == visuals.panel_fill).unwrap_or(&LIGHT)
    }

    /// Whether it is black, white and yellow: there a ground says nothing, and what is a ground elsewhere needs an edge.
    pub fn is_high_contrast(&self) -> bool {
        self.surface == self.page
    }

    /// The edge of what is chosen or current.
    pub fn chosen_edge(&self) -> Stroke {
        Stroke::new(tokens::EDGE_CHOSEN, self.key)
    }

    /// The edge of what stands out: a lowered cell, a warning.
    pub fn warning_edge(&self) -> Stroke {
        Stroke::new(tokens::EDGE_CHOSEN, self.warning)
    }

    /// A line between things.
    pub fn line(&self) -> Stroke {
        Stroke::new(tokens::EDGE, self.rule)
    }

    /// The edge of what can be operated.
    pub fn edge(&self) -> Stroke {
        Stroke::new(tokens::EDGE, self.border)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOKS: [(&str, &Palette); 3] = [("light", &LIGHT), ("dark", &DARK), ("high contrast", &CONTRAST)];

    /// Relative luminance by WCAG 2.
    fn luminance(color: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// All grounds that text of any role stands on.
    fn grounds(palette: &Palette) -> [Color32; 7] {
        let Palette { page, surface, surface_soft, chosen_ground, success_ground, warning_ground, error_ground, .. } = *palette;
        [page, surface, surface_soft, chosen_ground, success_ground, warning_ground, error_ground]
    }

    #[test]
    fn black_on_white_is_21_to_1() {
        assert!((contrast(LIGHT.focus, LIGHT.page) - 21.0).abs() < 0.001);
    }

    #[test]
    fn text_can_be_read_on_every_ground_it_stands_on_in_every_look() {
        for (look, palette) in LOOKS {
            for ground in grounds(palette) {
                for text in [
                    palette.text,
                    palette.text_body,
                    palette.text_muted,
                    palette.key,
                    palette.key_hover,
                    palette.error,
                    palette.success,
                    palette.warning,
                ] {
                    let found = contrast(text, ground);
                    assert!(found >= 4.5, "{look}: {text:?} on {ground:?}: {found:.2}");
                }
            }
            for ground in [palette.hover_ground, palette.selection] {
                for text in [palette.text, palette.text_body] {
                    let found = contrast(text, ground);
                    assert!(found >= 4.5, "{look}: {text:?} on {ground:?}: {found:.2}");
                }
            }
            assert!(contrast(palette.key, palette.hover_ground) >= 4.5, "{look}: the key colour under the pointer");
            for ground in [palette.key, palette.key_hover, palette.key_active] {
                assert!(contrast(palette.on_key, ground) >= 4.5, "{look}: a filled button");
            }
            // The scrim lies over whatever the page is, of which white is the worst.
            let under = f64::from(255 - palette.scrim.a());
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
            let darkened = Color32::from_gray(if look == "light" { under as u8 } else { 0 });
            assert!(contrast(palette.on_scrim, darkened) >= 3.0, "{look}: the large words on the scrim");
        }
    }

    #[test]
    fn edges_and_the_focus_ring_stand_out_in_every_look() {
        for (look, palette) in LOOKS {
            for ground in grounds(palette) {
                for edge in [palette.border, palette.key, palette.warning, palette.error, palette.focus] {
                    let found = contrast(edge, ground);
                    assert!(found >= 3.0, "{look}: {edge:?} on {ground:?}: {found:.2}");
                }
            }
            // Of the two lines of the ring one is seen on any ground, also on a filled button.
            assert!(contrast(palette.focus, palette.focus_halo) >= 3.0, "{look}: the ring");
            for ground in [palette.key, palette.key_hover] {
                let seen = contrast(palette.focus, ground).max(contrast(palette.focus_halo, ground));
                assert!(seen >= 3.0, "{look}: the ring on {ground:?}: {seen:.2}");
            }
            assert!(contrast(palette.border, palette.hover_ground) >= 3.0, "{look}: an edge under the pointer");
        }
    }

    #[test]
    fn every_look_is_told_from_the_others_by_its_page() {
        for (_, palette) in LOOKS {
            let visuals = Visuals { panel_fill: palette.page, ..Visuals::light() };
            assert_eq!(Palette::shown_by(&visuals), palette);
        }
    }
}
