//! Reads the plan of the house from `ARCHITECTURE.md`, and the arrows and the words of the house from its sources.

mod graph;
mod plan;
mod source;
mod tokens;
mod wording;

use graph::circles;
pub use plan::Plan;
pub use source::House;
pub use wording::Source;

use std::path::Path;

/// The folder of the package.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
