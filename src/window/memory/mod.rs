//! What the steps remember that is not part of the record: search text, open sections, selected rows.

mod approval;
mod asked;
mod content;
mod decisions;
mod guided;
mod introduction;
mod items;
mod objective;
mod output;
mod packing;
mod page_state;
mod received;
mod review;
mod task;
mod text_drafts;

pub(super) use approval::{ApproverPart, OpinionForm};
pub(super) use asked::AskedForm;
pub(super) use content::Content;
pub(super) use guided::{Guided, Spot};
pub(super) use items::{ItemChange, ItemsBlock, Removed};
pub(super) use objective::{Block, BlockChange, ObjectiveSteps};
pub use page_state::PageState;
pub(super) use review::List;
pub(super) use text_drafts::Draft;
pub use text_drafts::TextDrafts;
