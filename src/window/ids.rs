//! Ids for what is made in the window.

use crate::record::{CommentId, ItemId, RecordId};

/// Makes ids. Injected, so that tests give the same record every time.
pub trait IdSource {
    /// An id for a new record.
    fn record_id(&mut self) -> RecordId;
    /// An id for a new information item.
    fn item_id(&mut self) -> ItemId;
    /// An id for a new comment.
    fn comment_id(&mut self) -> CommentId;
}
