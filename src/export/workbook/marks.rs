//! What the workbook says to the program that reads it again: hidden keys, and properties of the file.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::record::{Choice, ItemId, Record, SeenProposal};

/// What the property `format` of a workbook says.
pub const FORMAT: &str = "liu-wizard-sheet";
/// The version of the workbook that is written, and the latest that is read.
pub const VERSION: u32 = 1;
/// What stands at the head of a hidden column that holds keys: the key of a cell stands immediately left of it.
pub const KEY_COLUMN: &str = "liu-wizard-key";
/// What precedes the key of an item that may be added.
pub const NEW: char = '+';
/// How many items can be added in a workbook.
pub const NEW_ITEMS: usize = 10;

/// Names of the properties of a workbook.
pub mod property {
    /// What kind of file it is: [`FORMAT`](super::FORMAT).
    pub const FORMAT: &str = "format";
    /// Its version.
    pub const VERSION: &str = "format-version";
    /// The id of the record.
    pub const RECORD: &str = "record-id";
    /// The digest of the record's content.
    pub const CONTENT: &str = "content-digest";
    /// The id of the catalogue.
    pub const CATALOGUE: &str = "catalogue-id";
    /// The version of the catalogue.
    pub const CATALOGUE_VERSION: &str = "catalogue-version";
    /// The digest of the catalogue.
    pub const CATALOGUE_DIGEST: &str = "catalogue-digest";
    /// The language of its words.
    pub const LANG: &str = "lang";
    /// How many cells have a key.
    pub const ANSWERS: &str = "answers";
}

/// What stands behind the key of a decision, as JSON: what the person who decides has before him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShownDecision {
    /// The proposal on the sheet.
    pub seen: SeenProposal,
    /// The decision on the sheet. As long as its level stays, it is the same decision, against what was proposed then.
    pub choice: Choice,
}

/// Ids for items that may be added, the same for the same record.
pub fn new_item_ids(record: &Record) -> Vec<ItemId> {
    let namespace =
        Uuid::parse_str(record.id.as_str()).unwrap_or_else(|_| Uuid::new_v5(&Uuid::NAMESPACE_OID, record.id.as_str().as_bytes()));
    let made = (1_u32..).filter_map(|number| {
        let id = Uuid::new_v5(&namespace, format!("item-{number}").as_bytes());
        ItemId::new(id.to_string()).ok().filter(|id| record.item(id).is_none())
    });
    made.take(NEW_ITEMS).collect()
}
