//! Work in the background: the one way to begin it, to hear of it, to stop it, and to get over it if it breaks down.

mod kind;
mod queue;

pub use kind::JobKind;
pub(super) use queue::{Broken, Desk, Jobs, Stop};
