//! Adding revisions to the history of a record, and earlier contents out of it.

use super::entries::MOST_REVISIONS;
use super::leaves::Leaves;
use super::{History, HistoryError, Line, Moment, Record, Revision};

use crate::bounds::RECORD_CHANGES;

/// For how many seconds after its beginning a revision takes in what the same person saves.
const MERGED_WITHIN_SECS: i64 = 5 * 60;

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
        Self { history: History::of(history), ..self.clone() }
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
    while bytes > RECORD_CHANGES && spare + 1 < history.len() {
        bytes -= history.get(spare).map_or(0, Revision::bytes);
        spare += 1;
    }
    history.drain(..spare);
    if bytes > RECORD_CHANGES
        && let Some(only) = history.pop()
    {
        history.push(Revision { changes: Vec::new(), ..only }.sealed());
    }
}
