//! What the command line says.

mod help;
mod results;

pub use help::*;
pub use results::*;
