//! Names that OSCAL, and this program in it, gives to things.

use serde::Serialize;

/// The version of OSCAL that is written.
pub(super) const OSCAL_VERSION: &str = "1.2.3";
/// Whose names the properties and the ids of target tasks are: this program's, and nobody's else.
pub(super) const NAMESPACE: &str = "urn:liu-wizard:oscal";
/// What kind of id names the system: that of the record.
pub(super) const RECORD_IDS: &str = "urn:liu-wizard:record";
/// The role of those who use the service.
pub(super) const USER: &str = "user";

/// The name that one of a few values has in all data of the program.
pub(super) fn name_of(value: &impl Serialize) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}
