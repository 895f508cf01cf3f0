//! What the step 受領 remembers.

/// What the page remembers.
#[derive(Debug, Default)]
pub(in crate::window) struct ReceivedStep {
    /// The path being typed.
    pub(in crate::window) path: String,
}
