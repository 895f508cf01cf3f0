//! Raises of an objective for the task as a whole (集約).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Level, Prose};

/// A raise of one objective for the task as a whole, for example because many records lie together (集約).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Raise {
    /// To which level, if at all.
    pub to: RaiseTo,
    /// Why.
    pub reason: Prose<400>,
}

/// Whether an objective is raised for the task as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RaiseTo {
    /// 引上げなし
    #[default]
    NotRaised,
    /// 引上げ
    Level(Level),
}
