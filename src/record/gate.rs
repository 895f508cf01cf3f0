//! The gate (前提確認).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answers, Prose};

/// The gate (前提確認): answers to G1 to G8 but G5, which is the choice of the target task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Gate {
    /// Answers by question.
    pub answers: Answers,
    /// Why the service fits although it is not the assumed one of the entry (G6).
    pub service_reason: Prose<400>,
}
