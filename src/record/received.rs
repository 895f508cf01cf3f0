//! Files that were taken into a record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ContentDigest, Date, Line};

/// A file that came from outside and was taken into the record, such as a filled-in sheet. The file itself is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceivedFile {
    /// Its name as it was received; never a path.
    pub name: Line<200>,
    /// SHA-256 of its bytes, by which a copy of it can be told.
    pub sha256: ContentDigest,
    /// The day on which it was taken in.
    pub on: Date,
}
