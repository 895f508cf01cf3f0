//! What became of a record from save to save: who changed what and when, chained by digests, and every earlier content.
//!
//! The present content stands in the record; each revision says how to come from it to the one before. A digest proves nothing
//! against somebody who makes the whole chain anew: it shows slips, damage and edits by other programs.

use std::ops::Deref;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use super::change::places;
use super::{Change, ContentDigest, Line, Moment, entries};

// Shared, since every step of undo has one.
/// The revisions of a record, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct History(#[serde(deserialize_with = "shared")] Arc<Vec<Revision>>);

fn shared<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Vec<Revision>>, D::Error> {
    entries::revisions(deserializer).map(Arc::new)
}

/// What was changed between two saves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// Its number, from 1. It stays when older ones are folded away.
    pub number: u32,
    /// When it was begun.
    pub at: Moment,
    /// Who made it, by a name the user gave; empty if none.
    #[serde(default)]
    pub by: Line<60>,
    /// What was changed, in the order of the paths. The first revision of a new record has no changes.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// Digest of the content after it.
    pub content: ContentDigest,
    /// Digest of the revision before it; none before the first.
    #[serde(default)]
    pub previous: Option<ContentDigest>,
    /// SHA-256 of the canonical JSON (RFC 8785) of the revision without this digest.
    pub digest: ContentDigest,
}

/// Why a history does not hold, or an earlier content is not to be had from it.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum HistoryError {
    /// There is no revision of this number, or not any more.
    #[error("there is no revision {number}")]
    NoSuchRevision {
        /// The number asked for.
        number: u32,
    },
    /// A revision does not say what it said when it was made.
    #[error("revision {number} was altered")]
    Altered {
        /// Its number.
        number: u32,
    },
    /// A revision does not follow the one that stands before it.
    #[error("revision {number} does not follow the one before it")]
    Unlinked {
        /// Its number.
        number: u32,
    },
    /// The content was changed outside, between the revision before and this one.
    #[error("the content was changed outside before revision {number}")]
    ChangedOutside {
        /// The number of the later one.
        number: u32,
    },
    /// The content was changed outside after the last revision.
    #[error("the content was changed outside after the last revision, {number}")]
    ChangedSince {
        /// The number of the last revision.
        number: u32,
    },
    /// What a revision says was changed is not what stands there.
    #[error("revision {number}: what stands at {path} is not what it says")]
    DoesNotApply {
        /// Its number.
        number: u32,
        /// The path.
        path: String,
    },
    /// The content is whole, and this program cannot read it as a record.
    #[error("the content of revision {number} cannot be read")]
    Unreadable {
        /// Its number.
        number: u32,
    },
}

impl Deref for History {
    type Target = [Revision];

    fn deref(&self) -> &[Revision] {
        &self.0
    }
}

impl History {
    /// A history of these revisions.
    pub(super) fn of(revisions: Vec<Revision>) -> Self {
        Self(Arc::new(revisions))
    }

    /// How many revisions are no longer kept one by one.
    pub fn folded(&self) -> u32 {
        self.first().map_or(0, |first| first.number.saturating_sub(1))
    }

    /// Whether there is no revision.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first problem of the chain from this place on: the revisions alone, without the contents.
    pub(super) fn chain_problem(&self, from: usize) -> Option<HistoryError> {
        (from..self.len()).find_map(|index| self.link_problem(index))
    }

    pub(super) fn link_problem(&self, index: usize) -> Option<HistoryError> {
        let revision = self.get(index)?;
        let number = revision.number;
        if revision.digest != revision.seal() {
            return Some(HistoryError::Altered { number });
        }
        let before = index.checked_sub(1).and_then(|before| self.get(before));
        let follows = match before {
            Some(before) => number == before.number.wrapping_add(1) && revision.previous.as_ref() == Some(&before.digest),
            None => number >= 1 && (number == 1) == revision.previous.is_none(),
        };
        (!follows).then_some(HistoryError::Unlinked { number })
    }
}

impl Revision {
    pub(super) fn new(after: Option<&Self>, at: Moment, by: &Line<60>, changes: Vec<Change>, content: ContentDigest) -> Self {
        let revision = Self {
            number: after.map_or(1, |after| after.number.saturating_add(1)),
            at,
            by: by.clone(),
            changes,
            digest: content.clone(),
            content,
            previous: after.map(|after| after.digest.clone()),
        };
        revision.sealed()
    }

    pub(super) fn sealed(self) -> Self {
        Self { digest: self.seal(), ..self }
    }

    /// The digest it should have.
    fn seal(&self) -> ContentDigest {
        #[derive(Serialize)]
        struct Sealed<'a> {
            number: u32,
            at: Moment,
            by: &'a Line<60>,
            changes: &'a [Change],
            content: &'a ContentDigest,
            previous: &'a Option<ContentDigest>,
        }

        let Self { number, at, by, changes, content, previous, digest: _ } = self;
        let sealed = Sealed { number: *number, at: *at, by, changes, content, previous };
        // Texts and a whole number, none of which can fail to become JSON.
        ContentDigest::of(serde_jcs::to_string(&sealed).unwrap_or_default().as_bytes())
    }

    /// In how many places of the record, as people see them, something was changed.
    pub fn places(&self) -> usize {
        places(&self.changes)
    }

    pub(super) fn bytes(&self) -> usize {
        let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        self.changes.iter().map(|change| change.path.len() + length(&change.old) + length(&change.new)).sum()
    }
}
