//! The procurement (調達) for which an assessment is made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Line};

/// What names a procurement. All of it may be empty, and is then not written, so that a record without it keeps its digest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Procurement {
    /// 調達件名
    #[serde(skip_serializing_if = "Line::is_empty")]
    pub title: Line<100>,
    /// 調達番号
    #[serde(skip_serializing_if = "Line::is_empty")]
    pub number: Line<60>,
    /// 調達日
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// 契約期間, in words.
    #[serde(skip_serializing_if = "Line::is_empty")]
    pub period: Line<100>,
}

impl Procurement {
    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
