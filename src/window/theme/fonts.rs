//! Fonts: BIZ UDPGothic with a repaired line height, and a second font for what it lacks.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use crate::fonts::{BIZ_UDP_GOTHIC, BIZ_UDP_GOTHIC_BOLD, NOTO_SANS_JP_EXTRAS};

const REGULAR: &str = "biz";
const BOLD: &str = "biz-bold";
const EXTRAS: &str = "extras";

/// The family of emphasised text. egui makes no bold of its own.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Gives the context the program's fonts.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
}

/// For characters that no embedded font has, such as rare name kanji: asks the system for a Japanese font first.
pub fn install_system_fallback(ctx: &egui::Context) {
    let provider = egui_system_font_provider::SystemFontProvider::new().with_locale(Some("ja"));
    ctx.add_font_provider(Arc::new(provider));
}

fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::default();
    let fonts = [
        (REGULAR, with_line_height(BIZ_UDP_GOTHIC)),
        (BOLD, with_line_height(BIZ_UDP_GOTHIC_BOLD)),
        (EXTRAS, FontData::from_static(NOTO_SANS_JP_EXTRAS)),
    ];
    for (name, data) in fonts {
        // Japanese text stands on whole pixels: sharper, and one bitmap per character instead of four.
        let tweak = FontTweak { subpixel_binning: Some(false), ..Default::default() };
        definitions.font_data.insert(name.to_owned(), Arc::new(data.tweak(tweak)));
    }
    let latin = definitions.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let monospace = definitions.families.get(&FontFamily::Monospace).cloned().unwrap_or_default();
    let behind = |first: [&str; 2], rest: &[String]| first.into_iter().map(str::to_owned).chain(rest.iter().cloned()).collect();
    definitions.families.insert(bold(), behind([BOLD, EXTRAS], &latin));
    definitions.families.insert(FontFamily::Monospace, behind([REGULAR, EXTRAS], &monospace));
    definitions.families.insert(FontFamily::Proportional, behind([REGULAR, EXTRAS], &latin));
    definitions
}

/// Gives a font a line height of 1.4 em. BIZ UDPGothic declares 1.0 em, which makes lines touch.
///
/// A font of another shape than expected is used as it is.
fn with_line_height(font: &'static [u8]) -> FontData {
    patched(font).map_or_else(|| FontData::from_static(font), FontData::from_owned)
}

/// A copy of the font whose `hhea` table says 1.08 em above and 0.32 em below the base line, and no gap.
fn patched(font: &[u8]) -> Option<Vec<u8>> {
    let units_per_em = f32::from(read_u16(font, table(font, b"head")? + 18)?);
    let hhea = table(font, b"hhea")?;
    let mut patched = font.to_vec();
    for (index, em) in [1.08_f32, -0.32, 0.0].into_iter().enumerate() {
        #[expect(clippy::cast_possible_truncation, reason = "units per em are at most 16384")]
        let value = (em * units_per_em).round() as i16;
        let at = hhea + 4 + 2 * index;
        patched.get_mut(at..at + 2)?.copy_from_slice(&value.to_be_bytes());
    }
    Some(patched)
}

/// Where a table of a TrueType font begins.
fn table(font: &[u8], tag: &[u8; 4]) -> Option<usize> {
    let count = usize::from(read_u16(font, 4)?);
    let record = (0..count).map(|index| 12 + 16 * index).find(|at| font.get(*at..at + 4) == Some(tag))?;
    let offset: [u8; 4] = font.get(record + 8..record + 12)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(offset)).ok()
}

fn read_u16(font: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(font.get(at..at + 2)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use egui::epaint::text::{Fonts, TextOptions};
    use egui::{FontFamily, FontId};

    use super::*;

    #[test]
    fn lines_of_both_weights_stand_apart() {
        let mut fonts = Fonts::new(TextOptions::default(), definitions());
        let mut view = fonts.with_pixels_per_point(1.0);
        for family in [FontFamily::Proportional, bold()] {
            let height = view.row_height(&FontId::new(20.0, family));
            assert!((27.0..=29.0).contains(&height), "{height}");
        }
    }

    #[test]
    fn what_is_no_font_is_left_alone() {
        assert_eq!(patched(b""), None);
        assert_eq!(patched(&[0, 1, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, b'h']), None);
    }
}
