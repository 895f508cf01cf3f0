//! How the window looks: colours, fonts, sizes, icons.

pub mod fonts;
mod install;
mod palette;
mod style;
pub mod tokens;

pub use install::install;
pub use palette::{CLEAR, CONTRAST, DARK, LIGHT, Palette, UNTINTED, palette, palette_of};
pub use style::{TextKind, apply};
