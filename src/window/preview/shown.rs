//! When the printed page is shown.

use crate::catalogue::StepId;

/// Whether the printed page is shown: in place of the guidance where there is room, and in place of the step where there is not.
#[derive(Clone, Copy, Debug)]
pub(in crate::window) struct PreviewShown {
    pub beside: bool,
    pub instead_of_step: bool,
}

impl Default for PreviewShown {
    fn default() -> Self {
        Self { beside: true, instead_of_step: false }
    }
}

impl PreviewShown {
    /// Whether it is shown, by whether there is only room for a drawer.
    pub(in crate::window) const fn is_shown(self, drawer: bool) -> bool {
        if drawer { self.instead_of_step } else { self.beside }
    }
}

/// The steps that have the printed page beside them.
pub(in crate::window) const fn has_preview(step: StepId) -> bool {
    matches!(step, StepId::Review | StepId::Output)
}
