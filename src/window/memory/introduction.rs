//! What the step はじめに remembers.

/// What the page remembers.
#[derive(Debug, Default)]
pub(in crate::window) struct IntroductionStep {
    /// Whether the procedure of a new record is to be confirmed, since its period is over.
    pub(in crate::window) asks_for_profile: bool,
    /// Whether that was done.
    pub(in crate::window) has_confirmed: bool,
}
