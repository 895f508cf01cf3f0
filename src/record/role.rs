//! Who works with a record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who works with the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 政府機関等
    Agency,
    /// クラウドサービス事業者
    Csp,
}
