//! Making a context look like this program.

use super::{fonts, style};

/// Makes a context look like this program: fonts and style. Call once, before the first frame.
pub fn install(ctx: &egui::Context) {
    fonts::install(ctx);
    style::apply(ctx);
}
