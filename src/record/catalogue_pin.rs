//! Which catalogue a record is judged by.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CatalogueId, ContentDigest, Line};

/// The catalogue a record was made with: old results stay as they were.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CataloguePin {
    /// Which catalogue.
    pub id: CatalogueId,
    /// Its version, as the catalogue calls it.
    pub version: Line<40>,
    /// SHA-256 of its canonical content.
    pub digest: ContentDigest,
}
