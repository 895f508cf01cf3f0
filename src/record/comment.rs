//! Comments (コメント) on fields: said beside the content, by a name, open until they are resolved.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CommentId, Date, Field, Line, Prose, RecordId};

/// What somebody says to a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// Names it for its whole life.
    pub id: CommentId,
    /// The path of the field, as [`Field`] writes it. The field may be gone: its item can be taken away.
    pub field: Line<200>,
    /// Who said it, by a name the user gave; empty if none.
    #[serde(default)]
    pub by: Line<60>,
    /// On which day.
    pub on: Date,
    /// What was said.
    pub text: Prose<400>,
    /// Whether nothing is left to be done about it.
    #[serde(default)]
    pub resolved: bool,
    /// In whose record it came, if it was taken over from there: it is between that party and this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Sender>,
}

/// Whose record a comment came in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    /// The record.
    pub record: RecordId,
    /// The agency, as it calls itself in it; may be empty.
    #[serde(default)]
    pub name: Line<100>,
}

impl Comment {
    /// Whether it is about this field.
    pub fn is_on(&self, field: &Field) -> bool {
        self.field.as_str() == field.to_string()
    }

    /// The field it is about; `None` if its path means nothing.
    pub fn field(&self) -> Option<Field> {
        Field::from_path(self.field.as_str())
    }
}
