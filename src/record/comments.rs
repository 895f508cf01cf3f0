//! The comments of a record: finding them, and the edits that change them.

use super::apply::has_room;
use super::{Comment, CommentId, EditError, Field, List, Record};

impl Record {
    /// The comments on a field, in the order in which they were given.
    pub fn comments_on(&self, field: &Field) -> Vec<&Comment> {
        // Most records have none, and this is asked for every field of a screen.
        if self.comments.is_empty() {
            return Vec::new();
        }
        let path = field.to_string();
        self.comments.iter().filter(|comment| comment.field.as_str() == path).collect()
    }

    /// The comments that are not resolved, in the order in which they were given.
    pub fn open_comments(&self) -> impl Iterator<Item = &Comment> {
        self.comments.iter().filter(|comment| !comment.resolved)
    }

    pub(super) fn add_comment(&mut self, comment: Comment) -> Result<(), EditError> {
        if self.comments.iter().any(|other| other.id == comment.id) {
            return Err(EditError::CommentExists(comment.id));
        }
        has_room(&self.comments, 1, List::Comments)?;
        self.comments.push(comment);
        Ok(())
    }

    pub(super) fn set_resolved(&mut self, id: CommentId, resolved: bool) -> Result<(), EditError> {
        match self.comments.iter_mut().find(|comment| comment.id == id) {
            Some(comment) => comment.resolved = resolved,
            None => return Err(EditError::NoSuchComment(id)),
        }
        Ok(())
    }

    pub(super) fn remove_comment(&mut self, id: CommentId) -> Result<(), EditError> {
        let before = self.comments.len();
        self.comments.retain(|comment| comment.id != id);
        if self.comments.len() == before { Err(EditError::NoSuchComment(id)) } else { Ok(()) }
    }
}
