//! What the step 対象業務 remembers.

/// What the page remembers.
#[derive(Debug, Default)]
pub(in crate::window) struct TaskStep {
    /// What is searched for.
    pub(in crate::window) search: String,
    /// An official row before it is split into its fields.
    pub(in crate::window) row: String,
}
