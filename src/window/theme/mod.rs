//! How the window looks: colours, fonts, spacing.

pub mod fonts;
mod style;
pub mod tokens;

pub use style::{TextKind, apply};

/// Makes a context look like this program: fonts and style. Call once, before the first frame.
pub fn install(ctx: &egui::Context) {
    fonts::install(ctx);
    apply(ctx);
}
