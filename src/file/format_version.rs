//! What a record file calls itself, and in which version.

/// What a record file calls itself.
pub const FORMAT: &str = "liu-wizard-record";

/// The version of the format that is written, and the newest that is read.
pub const VERSION: u32 = 1;

/// Names the JSON Schema of version 1, which [`schema`](super::schema) prints. A name, not an address: nothing is fetched.
pub const SCHEMA_ID: &str = "urn:liu-wizard:schema:record:1";
