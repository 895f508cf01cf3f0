//! Making a context look like this program.

use super::{fonts, style};
use crate::file::Look;

/// Makes a context look like this program: fonts and style. Call once, before the first frame.
pub fn install(ctx: &egui::Context) {
    fonts::install(ctx);
    style::apply(ctx, Look::default());
}
