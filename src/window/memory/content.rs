//! Which content an approval covers, and what was changed since.

use crate::record::{ApprovalStatement, ContentDigest, Date, Record};
use crate::text::Lang;
use crate::text::approval::Changes;

/// What is known of the content over against the approval. It is worked out when the record has changed and not per frame: the
/// digest of a long record takes its time.
#[derive(Debug, Default)]
pub(in crate::window) struct Content {
    /// What it was worked out of.
    pub(in crate::window) of: Option<(Record, Date, Lang)>,
    pub(in crate::window) state: String,
    pub(in crate::window) now: Option<ContentDigest>,
    pub(in crate::window) changes: Option<Changes>,
    pub(in crate::window) can_open_covered: bool,
    pub(in crate::window) kept_copy_is_another: bool,
    pub(in crate::window) statement: ApprovalStatement,
    pub(in crate::window) approved_by_assessor: bool,
    /// How many changes are shown beyond the first.
    pub(in crate::window) more: usize,
}

impl Content {
    /// The state of the approval, with what must not be overlooked.
    pub(in crate::window) fn state(&self) -> &str {
        &self.state
    }

    /// Whether the content is another one than the state was recorded for.
    pub(in crate::window) const fn is_changed(&self) -> bool {
        self.changes.is_some()
    }

    /// Whether what stands in the approval is what was recorded.
    pub(in crate::window) const fn statement(&self) -> ApprovalStatement {
        self.statement
    }

    /// Whether the assessor approved.
    pub(in crate::window) const fn approved_by_assessor(&self) -> bool {
        self.approved_by_assessor
    }

    /// The digest of the content as it is now.
    pub(in crate::window) const fn now(&self) -> Option<&ContentDigest> {
        self.now.as_ref()
    }
}
