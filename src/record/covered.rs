//! What an approval covers: the content it was given for is kept, so that it stays readable and every later change can be told.

use super::apply::has_room;
use super::{
    Agency, Approval, ApprovalState, ContentDigest, Date, Difference, EditError, Field, Lapse, List, Opinion, OpinionView,
    Person, Place, Prose, Record, Stated,
};

/// What became of the content after the state of the approval was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangesSinceApproval<'a> {
    /// The state is bound to no content.
    NotBound,
    /// The content is the same.
    Unchanged,
    /// These places were changed. Where there are none, only an order that says nothing is another.
    Changed(Vec<Difference<'a>>),
    /// The content is another one, and the one of then is not known: no copy was kept, or one that is not it.
    Unknown,
}

impl Record {
    /// What was changed after the state of the approval was recorded, from the content of then to the content of now.
    pub fn changes_since_approval(&self) -> ChangesSinceApproval<'_> {
        if self.approval.content.is_none() {
            return ChangesSinceApproval::NotBound;
        }
        if !self.changed_since_approval() {
            return ChangesSinceApproval::Unchanged;
        }
        let Some(covered) = self.covered_content() else { return ChangesSinceApproval::Unknown };
        let mut changes = covered.differences(self);
        // The copy has no approval of its own.
        changes.retain(|change| change.place != Place::Field(Field::Approval));
        ChangesSinceApproval::Changed(changes)
    }

    /// Whether the content is another one than the state was recorded for only in an order that says nothing.
    pub fn only_order_was_changed(&self) -> bool {
        matches!(self.changes_since_approval(), ChangesSinceApproval::Changed(places) if places.is_empty())
    }

    /// The kept copy of the content that the approval covers, if there is one and it is that content.
    pub fn covered_content(&self) -> Option<&Self> {
        let (content, copy) = (self.approval.content.as_ref()?, self.approval.covered.as_deref()?);
        (kept_digest(copy) == *content).then_some(copy)
    }

    /// The content for which the state of `later` was recorded, out of the history of this record, which was saved: for a record
    /// of an older program, which keeps no copy beside its approval.
    pub fn covered_in_history(&self, later: &Approval) -> Option<Self> {
        let content = later.content.as_ref().filter(|_| later.covered.is_none())?;
        let revision = self.history.iter().rev().find(|revision| revision.content == *content)?;
        let found = self.content_at(revision.number).ok()?;
        (found.content_digest() == *content).then_some(found)
    }

    /// Whether a copy is kept that is not the content the approval covers. Such a copy is never taken for that content.
    pub fn kept_copy_is_another(&self) -> bool {
        self.approval.covered.is_some() && self.covered_content().is_none()
    }

    /// The record as it was when its state was recorded, with its approval as it is; nothing if that content is not known.
    pub fn as_covered(&self) -> Option<Self> {
        let content = match self.changes_since_approval() {
            ChangesSinceApproval::NotBound | ChangesSinceApproval::Unknown => return None,
            ChangesSinceApproval::Unchanged => self,
            ChangesSinceApproval::Changed(_) => self.covered_content()?,
        };
        Some(Self { approval: self.approval.clone(), ..content.clone() })
    }

    /// The record as it was approved, whether or not the approval still holds; nothing if it never was, or it is not known.
    pub fn as_approved(&self) -> Option<Self> {
        if self.was_approved() { self.as_covered() } else { None }
    }

    /// Whether the record was approved by its assessor, or for one who is both: as it was then, or as it is now. That is allowed,
    /// and said beside every approval.
    pub fn is_approved_by_assessor(&self) -> bool {
        let by = &self.approval.by;
        let is_both = |agency: &Agency| same_person(&agency.assessor, &agency.approver) || same_person(&agency.assessor, by);
        // The copy is asked for its digest last: that of a long record takes its time.
        let was_both = || {
            let copy = self.approval.covered.as_deref();
            copy.is_some_and(|copy| is_both(&copy.agency)) && self.covered_content().is_some()
        };
        self.was_approved() && (is_both(&self.agency) || was_both())
    }

    /// Whether the one who is to approve is the assessor.
    pub fn designated_approver_is_assessor(&self) -> bool {
        same_person(&self.agency.assessor, &self.agency.approver)
    }

    /// Whether somebody approved the record, be it that the approval has lapsed since.
    pub const fn was_approved(&self) -> bool {
        matches!(self.approval.state, ApprovalState::Approved | ApprovalState::Lapsed)
    }

    /// Brings the approval to another state, and keeps the content it is for.
    pub(super) fn move_approval(&mut self, to: ApprovalState, by: Person, on: Date, comment: &str) -> Result<(), EditError> {
        let from = self.approval.state;
        if !from.next().contains(&to) {
            return Err(EditError::ApprovalStep { from, to });
        }
        let comment = comment_of(comment)?;
        let approval = &self.approval;
        let recorded = match to {
            // What lapses is the approval that was given, of the content it was given for.
            ApprovalState::Lapsed => {
                self.restate(|approval| {
                    approval.state = to;
                    approval.lapse = Some(Lapse { by, on, comment });
                });
                return Ok(());
            }
            ApprovalState::Draft => Approval {
                state: to,
                by,
                on: Some(on),
                comment,
                validity: approval.validity,
                opinions: approval.opinions.clone(),
                ..Approval::default()
            },
            ApprovalState::Submitted | ApprovalState::Returned | ApprovalState::Approved | ApprovalState::Rejected => Approval {
                state: to,
                by,
                on: Some(on),
                comment,
                validity: approval.validity,
                content: Some(self.content_digest()),
                lapse: None,
                covered: Some(Box::new(self.content_alone())),
                stated: None,
                opinions: approval.opinions.clone(),
                seal: None,
            },
        };
        // Whoever brings it to another state answers for what stands there from now on.
        self.approval = recorded.sealed();
        Ok(())
    }

    /// Keeps beside an approval what was judged when it was given.
    pub(super) fn state_judged(&mut self, stated: Box<Stated>) -> Result<(), EditError> {
        match self.approval.state {
            ApprovalState::Approved => {
                self.restate(|approval| approval.stated = Some(stated));
                Ok(())
            }
            state => Err(EditError::NothingApproved(state)),
        }
    }

    /// Adds what somebody said to the content as it is now.
    pub(super) fn add_opinion(&mut self, by: Person, on: Date, view: OpinionView, comment: &str) -> Result<(), EditError> {
        has_room(&self.approval.opinions, 1, List::Opinions)?;
        let comment = comment_of(comment)?;
        let content = self.content_digest();
        self.restate(|approval| approval.opinions.push(Opinion { by, on, view, comment, content }));
        Ok(())
    }
}

/// The digest of a copy with whatever stands in it: one with an approval of its own is no copy of a content.
fn kept_digest(copy: &Record) -> ContentDigest {
    ContentDigest::of(copy.canonical().as_bytes())
}

fn comment_of(raw: &str) -> Result<Prose<400>, EditError> {
    Prose::new(raw).map_err(|problem| EditError::Text { field: Field::Approval, problem })
}

/// Whether two people have one name, apart from the spaces between family and given name, which people write or leave out.
pub fn same_person(one: &Person, other: &Person) -> bool {
    let letters = |person: &Person| person.name.as_str().split_whitespace().collect::<String>();
    !one.name.is_blank() && letters(one) == letters(other)
}
