//! Whether an approval says what was recorded. Its content digest binds it to the content; the seal binds what stands in it.

use super::{Approval, ApprovalState, ContentDigest, Person, Record};

/// How what stands in an approval stands to what was recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ApprovalStatement {
    /// Nobody recorded anything.
    #[default]
    Nothing,
    /// It is what was recorded.
    AsRecorded,
    /// It has no digest, so that nobody knows whether it was changed. It was recorded by an older program, or the digest was
    /// taken away.
    NotKnown,
    /// It was changed after it was recorded.
    Changed,
}

impl ApprovalStatement {
    /// Whether somebody may rely on it.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Nothing | Self::AsRecorded)
    }
}

impl Approval {
    /// Whether what stands here is what was recorded.
    ///
    /// As with every digest: it shows slips, damage and edits by other programs, and proves nothing against somebody who makes it
    /// anew.
    pub fn statement(&self) -> ApprovalStatement {
        match &self.seal {
            Some(seal) if *seal == self.seal_of_the_rest() => ApprovalStatement::AsRecorded,
            Some(_) => ApprovalStatement::Changed,
            None if self.says_nothing() => ApprovalStatement::Nothing,
            None => ApprovalStatement::NotKnown,
        }
    }

    /// The same, sealed as what is recorded now. A wish for a validity alone is nothing that was recorded.
    #[must_use]
    pub fn sealed(mut self) -> Self {
        self.seal = None;
        if !self.says_nothing() {
            self.seal = Some(self.seal_of_the_rest());
        }
        self
    }

    /// The seal it should have: over everything but the seal itself. Of the copy, which has a digest of its own, it says whether
    /// there is one.
    fn seal_of_the_rest(&self) -> ContentDigest {
        let Self { state, by, on, comment, validity, content, lapse, covered, stated, opinions, seal: _ } = self;
        let rest = Self {
            state: *state,
            by: by.clone(),
            on: *on,
            comment: comment.clone(),
            validity: *validity,
            content: content.clone(),
            lapse: lapse.clone(),
            covered: None,
            stated: stated.clone(),
            opinions: opinions.clone(),
            seal: None,
        };
        // Texts, days and digests, none of which can fail to become JSON.
        ContentDigest::of(serde_jcs::to_string(&(rest, covered.is_some())).unwrap_or_default().as_bytes())
    }

    fn says_nothing(&self) -> bool {
        let Self { state, by, on, comment, validity: _, content, lapse, covered, stated, opinions, seal: _ } = self;
        *state == ApprovalState::Draft
            && *by == Person::default()
            && on.is_none()
            && comment.is_blank()
            && content.is_none()
            && lapse.is_none()
            && covered.is_none()
            && stated.is_none()
            && opinions.is_empty()
    }
}

impl Record {
    /// Changes what stands in the approval. What did not hold before is not made to look as if it did.
    pub(super) fn restate(&mut self, change: impl FnOnce(&mut Approval)) {
        let held = self.approval.statement().holds();
        change(&mut self.approval);
        if held {
            self.approval = std::mem::take(&mut self.approval).sealed();
        }
    }
}
