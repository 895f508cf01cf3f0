//! The CSP's own part of the pre-application (事前申請).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Prose};

/// The CSP's own part of the pre-application (事前申請): what must be at hand beside the assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Application {
    /// GビズID is at hand.
    pub gbizid: Answer,
    /// The CSP's part of the assessment sheet is complete.
    pub own_part_complete: Answer,
    /// An agency has returned its assessment.
    pub assessment_received: Answer,
    /// The 言明 is prepared.
    pub statement: Answer,
    /// The internal audit's result is at hand.
    pub internal_audit: Answer,
    /// The external audit is planned.
    pub external_audit: Answer,
    /// The 事前相談 has been held.
    pub consultation: Answer,
    /// Remarks.
    pub remarks: Prose<400>,
}
