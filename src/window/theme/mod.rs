//! How the window looks: colours, fonts, spacing.

pub mod fonts;
mod install;
mod style;
pub mod tokens;

pub use install::install;
pub use style::{TextKind, apply};
