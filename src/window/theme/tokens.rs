//! Colours and sizes by their use. The colours are design tokens of the Digital Agency (デジタル庁デザインシステム), 1.1.9.
//!
//! No other file names a colour.

use egui::Color32;

const fn hex(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// Headings and typed text.
pub const TEXT: Color32 = hex(0x1a_1a1a);
/// Running text.
pub const TEXT_BODY: Color32 = hex(0x33_3333);
/// Hints, states, things of less weight.
pub const TEXT_MUTED: Color32 = hex(0x59_5959);
/// Text on a filled key colour.
pub const TEXT_ON_KEY: Color32 = hex(0xff_ffff);
/// The page.
pub const PAGE: Color32 = hex(0xff_ffff);
/// Result strip, heads of tables.
pub const SURFACE: Color32 = hex(0xf2_f2f2);
/// Guidance panel.
pub const SURFACE_SOFT: Color32 = hex(0xfa_fafa);
/// The selected row.
pub const SELECTED: Color32 = hex(0xe8_f1fe);
/// A cell decided below its proposal.
pub const LOWERED: Color32 = hex(0xff_eee2);
/// Background of an error message.
pub const ERROR_SURFACE: Color32 = hex(0xfd_eeee);
/// Background of a message that all is well.
pub const SUCCESS_SURFACE: Color32 = hex(0xe6_f5ec);
/// Edge of things that can be operated.
pub const BORDER: Color32 = hex(0x66_6666);
/// Lines between things; they carry no meaning alone.
pub const RULE: Color32 = hex(0xb3_b3b3);
/// The key colour: links, chosen answers, the main button.
pub const KEY: Color32 = hex(0x00_17c1);
/// The key colour under the pointer.
pub const KEY_HOVER: Color32 = hex(0x00_118f);
/// The key colour while pressed.
pub const KEY_ACTIVE: Color32 = hex(0x00_0071);
/// A link under the pointer, and the edge of a hovered field.
pub const HOVER_SURFACE: Color32 = hex(0xd9_e6ff);
/// 不明, chosen.
pub const UNKNOWN: Color32 = hex(0x4d_4d4d);
/// Errors.
pub const ERROR: Color32 = hex(0xce_0000);
/// 低位, 適合, saved.
pub const SUCCESS: Color32 = hex(0x19_7a4b);
/// Warnings, 中位 and above.
pub const WARNING: Color32 = hex(0xac_3e00);
/// Outer focus ring.
pub const FOCUS: Color32 = hex(0x00_0000);
/// Inner focus ring.
pub const FOCUS_HALO: Color32 = hex(0xff_d43d);
/// Behind a dialog.
pub const SCRIM: Color32 = Color32::from_black_alpha(120);

/// Size of running text, in points.
pub const SIZE_BODY: f32 = 15.0;
/// Size of hints and states.
pub const SIZE_SMALL: f32 = 13.0;
/// Size of a page's heading.
pub const SIZE_HEADING: f32 = 24.0;
/// Size of a section's heading.
pub const SIZE_SECTION: f32 = 17.0;
/// The least height of anything that can be clicked.
pub const TARGET_HEIGHT: f32 = 28.0;
/// Corners of buttons and fields.
pub const RADIUS: u8 = 6;
/// Below this width, in points, the rail is one line.
pub const NARROW_WIDTH: f32 = 760.0;
/// Below this width, in points, the guidance is a drawer.
pub const DRAWER_WIDTH: f32 = 980.0;
/// From this width of a page on, in points, two columns of text stand side by side.
pub const TWO_COLUMNS_WIDTH: f32 = 620.0;

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn black_on_white_is_21_to_1() {
        assert!((contrast(FOCUS, PAGE) - 21.0).abs() < 0.001);
    }

    #[test]
    fn text_can_be_read_on_every_ground_it_stands_on() {
        let grounds = [PAGE, SURFACE, SURFACE_SOFT, SELECTED, LOWERED, ERROR_SURFACE, SUCCESS_SURFACE];
        for ground in grounds {
            for text in [TEXT, TEXT_BODY, TEXT_MUTED, KEY, ERROR, SUCCESS, WARNING] {
                let found = contrast(text, ground);
                assert!(found >= 4.5, "{text:?} on {ground:?}: {found:.2}");
            }
        }
        for text in [TEXT, TEXT_BODY, KEY] {
            assert!(contrast(text, HOVER_SURFACE) >= 4.5, "{text:?} under the pointer");
        }
        for ground in [KEY, KEY_HOVER, KEY_ACTIVE, UNKNOWN] {
            assert!(contrast(TEXT_ON_KEY, ground) >= 4.5, "white on {ground:?}");
        }
    }

    #[test]
    fn edges_and_the_focus_ring_stand_out() {
        for ground in [PAGE, SURFACE, SURFACE_SOFT, SELECTED] {
            for edge in [BORDER, KEY, FOCUS] {
                assert!(contrast(edge, ground) >= 3.0, "{edge:?} on {ground:?}");
            }
        }
        // On dark ground the inner ring is what is seen.
        for ground in [KEY, UNKNOWN, FOCUS] {
            assert!(contrast(FOCUS_HALO, ground) >= 3.0, "{ground:?}");
        }
    }
}
