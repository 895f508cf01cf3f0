//! Whether the parts of a catalogue fit together.

use thiserror::Error;

/// Something in a catalogue that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CatalogueProblem {}
