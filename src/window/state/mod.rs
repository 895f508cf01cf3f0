//! The state of the window, in parts.

mod app;
mod last_state;
mod leaving;
mod open_record;
mod trial;

pub use app::App;
pub(super) use app::LostCatalogue;
pub use last_state::LastState;
pub(super) use last_state::Unsaved;
pub(super) use leaving::Leaving;
pub(super) use open_record::{Access, AfterSave, ApproverShown, FileNow, OpenRecord, Saving, ToSave, UnderWay, WayBack};
pub(super) use trial::Trial;
