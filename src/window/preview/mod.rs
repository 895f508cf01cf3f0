//! The printed page beside a step. A worker sets and draws it; a frame only shows what is there.

mod panel;
mod shown;
mod sight;
mod state;
mod work;

pub(super) use panel::picture_id;
pub(super) use shown::{PreviewShown, has_preview};
pub(super) use state::{Next, Preview, View};
pub(super) use work::Source;
