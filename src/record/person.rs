//! A person by office.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Line;

/// A person by office. All titles are free text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// 役職
    pub title: Line<60>,
    /// 氏名
    pub name: Line<60>,
}
