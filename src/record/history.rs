//! What became of a record from save to save: who changed what and when, chained by digests, and every earlier content.
//!
//! The present content stands in the record; each revision says how to come from it to the one before. A digest proves nothing
//! against somebody who makes the whole chain anew: it shows slips, damage and edits by other programs.

use std::ops::Deref;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::patch::{Leaves, places};
use super::{Change, ContentDigest, Line, Moment, Record};

/// For how many seconds after its beginning a revision takes in what the same person saves.
const MERGED_WITHIN_SECS: i64 = 5 * 60;
/// How many revisions are kept at most. Older ones are folded away.
const MOST_REVISIONS: usize = 2000;
/// How many bytes of changes are kept at most, so that a record with its history always has room in one file.
const MOST_BYTES: usize = 2 * 1024 * 1024;

// Shared, since every step of undo has one.
/// The revisions of a record, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct History(Arc<Vec<Revision>>);

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
    /// How many revisions are no longer kept one by one.
    pub fn folded(&self) -> u32 {
        self.first().map_or(0, |first| first.number.saturating_sub(1))
    }

    /// Whether there is no revision.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first problem of the chain from this place on: the revisions alone, without the contents.
    fn chain_problem(&self, from: usize) -> Option<HistoryError> {
        (from..self.len()).find_map(|index| self.link_problem(index))
    }

    fn link_problem(&self, index: usize) -> Option<HistoryError> {
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
    fn new(after: Option<&Self>, at: Moment, by: &Line<60>, changes: Vec<Change>, content: ContentDigest) -> Self {
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

    fn sealed(self) -> Self {
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

    fn bytes(&self) -> usize {
        let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        self.changes.iter().map(|change| change.path.len() + length(&change.old) + length(&change.new)).sum()
    }
}

impl Record {
    /// The record as it is to be saved: with a revision of what was changed since `before`, which is what was saved last;
    /// nothing if nothing was. A content that was not changed gets none.
    ///
    /// What the same person saves within five minutes of the beginning of a revision becomes part of it, unless that would take
    /// away the content that the approval is bound to.
    #[must_use]
    pub fn with_revision(&self, before: Option<&Self>, at: Moment, by: &Line<60>) -> Self {
        let mut history = before.unwrap_or(self).history.to_vec();
        let content = self.content_digest();
        let is_unchanged = match (before, history.last()) {
            (Some(before), _) => before.content_digest() == content,
            (None, Some(last)) => last.content == content,
            (None, None) => false,
        };
        if !is_unchanged {
            let merged = before.is_some_and(|before| merge(&mut history, before, self, at, by));
            if !merged {
                let changes = before.map(|before| Leaves::of(before).changes_to(&Leaves::of(self))).unwrap_or_default();
                history.push(Revision::new(history.last(), at, by, changes, content));
            }
            fold(&mut history);
        }
        Self { history: History(Arc::new(history)), ..self.clone() }
    }

    /// The record as it was after a revision. What stands beside the content, such as the approval, is as it is now.
    ///
    /// # Errors
    /// [`HistoryError`] names the place from which on nothing is certain; nothing is guessed.
    pub fn content_at(&self, number: u32) -> Result<Self, HistoryError> {
        let (_, leaves) = self.leaves_at(number)?;
        let content = leaves.record().ok_or(HistoryError::Unreadable { number })?;
        Ok(self.beside(content))
    }

    /// The record as it was before a revision; `None` if that is not known, since it is the first, or the first that is kept.
    ///
    /// # Errors
    /// As [`Record::content_at`].
    pub fn content_before(&self, number: u32) -> Result<Option<Self>, HistoryError> {
        let (index, mut leaves) = self.leaves_at(number)?;
        let Some(revision) = self.history.get(index) else { return Err(HistoryError::NoSuchRevision { number }) };
        if index == 0 && revision.changes.is_empty() {
            return Ok(None);
        }
        leaves.take_back(&revision.changes).map_err(|path| HistoryError::DoesNotApply { number, path })?;
        let content = leaves.record().ok_or(HistoryError::Unreadable { number })?;
        Ok(Some(self.beside(content)))
    }

    /// Everything in which the history does not hold; nothing if every kept content can be had from it.
    pub fn history_problems(&self) -> Vec<HistoryError> {
        let history = &self.history;
        let mut problems: Vec<HistoryError> = (0..history.len()).filter_map(|index| history.link_problem(index)).collect();
        if let (true, Some(oldest)) = (problems.is_empty(), history.first()) {
            problems.extend(self.leaves_at(oldest.number).err());
        }
        problems
    }

    /// The place of a revision, and the content after it.
    fn leaves_at(&self, number: u32) -> Result<(usize, Leaves), HistoryError> {
        let history = &self.history;
        let index = history.iter().position(|revision| revision.number == number);
        let (Some(index), Some(last)) = (index, history.last()) else { return Err(HistoryError::NoSuchRevision { number }) };
        if let Some(problem) = history.chain_problem(index) {
            return Err(problem);
        }
        if self.content_digest() != last.content {
            return Err(HistoryError::ChangedSince { number: last.number });
        }
        let mut leaves = Leaves::of(self);
        let later = history.get(index + 1..).unwrap_or_default();
        // The digest at the end says whether all steps were right; only if not, each is looked at.
        let is_right = later.iter().rev().all(|revision| leaves.take_back(&revision.changes).is_ok())
            && history.get(index).is_some_and(|revision| leaves.digest().as_ref() == Some(&revision.content));
        if is_right { Ok((index, leaves)) } else { Err(self.first_gap(index)) }
    }

    /// Where on the way back to a revision the contents do not fit.
    fn first_gap(&self, to: usize) -> HistoryError {
        let history = &self.history;
        let mut leaves = Leaves::of(self);
        for index in (to + 1..history.len()).rev() {
            let (Some(revision), Some(before)) = (history.get(index), history.get(index - 1)) else { break };
            let number = revision.number;
            if let Err(path) = leaves.take_back(&revision.changes) {
                return HistoryError::DoesNotApply { number, path };
            }
            if leaves.digest().as_ref() != Some(&before.content) {
                return HistoryError::ChangedOutside { number };
            }
        }
        HistoryError::Unreadable { number: history.get(to).map_or(0, |revision| revision.number) }
    }

    /// Another content with what stands beside the content of this record.
    #[must_use]
    pub(super) fn beside(&self, content: Self) -> Self {
        let (approval, comments, history) = (self.approval.clone(), self.comments.clone(), self.history.clone());
        Self { approval, comments, history, ..content }
    }
}

/// Makes what was changed part of the last revision, if it is to be.
fn merge(history: &mut Vec<Revision>, before: &Record, now: &Record, at: Moment, by: &Line<60>) -> bool {
    let Some(last) = history.last() else { return false };
    let is_recent = (0..=MERGED_WITHIN_SECS).contains(&at.seconds_after(last.at));
    let is_bound = [before, now].iter().any(|record| record.approval.content.as_ref() == Some(&last.content));
    // After a change from outside, the later one is told as it was.
    let follows = before.content_digest() == last.content;
    if !is_recent || is_bound || !follows || last.by != *by {
        return false;
    }
    let content = now.content_digest();
    let is_beginning = history.len() == 1 && last.changes.is_empty();
    let mut begun = Leaves::of(before);
    let changes = match begun.take_back(&last.changes) {
        _ if is_beginning => Vec::new(),
        Ok(()) => begun.changes_to(&Leaves::of(now)),
        Err(_) => return false,
    };
    let Some(last) = history.pop() else { return false };
    let is_undone = !is_beginning
        && changes.is_empty()
        && history.last().map_or(last.previous.is_none(), |before_last| before_last.content == content);
    if !is_undone {
        history.push(Revision { changes, content, ..last }.sealed());
    }
    true
}

/// Lets go of the oldest revisions where there are too many, or too much in them.
fn fold(history: &mut Vec<Revision>) {
    let mut bytes: usize = history.iter().map(Revision::bytes).sum();
    let mut spare = history.len().saturating_sub(MOST_REVISIONS);
    bytes -= history.iter().take(spare).map(Revision::bytes).sum::<usize>();
    while bytes > MOST_BYTES && spare + 1 < history.len() {
        bytes -= history.get(spare).map_or(0, Revision::bytes);
        spare += 1;
    }
    history.drain(..spare);
    if bytes > MOST_BYTES
        && let Some(only) = history.pop()
    {
        history.push(Revision { changes: Vec::new(), ..only }.sealed());
    }
}
