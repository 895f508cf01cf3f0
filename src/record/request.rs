//! The request of a CSP to an agency (依頼), and how an assessment names the one it answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ContentDigest, Date, Line, Prose, RecordId, TaskChoice};

/// The request of a CSP to an agency (依頼).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// The agency that is asked.
    pub addressee: Line<100>,
    /// The target task the CSP has in mind.
    pub suggested_task: TaskChoice,
    /// The information the CSP expects to be handled.
    pub suggested_information: Prose<400>,
    /// Whom to ask, with address.
    pub contact: Prose<200>,
    /// By when an answer is hoped for.
    pub deadline: Option<Date>,
    /// Text of the letter.
    pub letter: Prose<1000>,
}

/// The request that an assessment answers, as it was when the assessment was begun.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestRef {
    /// The provider's record.
    pub record: RecordId,
    /// Digest of its content, without its approval.
    pub content: ContentDigest,
    /// Digest of its CSP part alone, which the agency takes over and leaves as it is.
    pub service: ContentDigest,
}
