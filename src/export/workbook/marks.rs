//! What the workbook says to the program that reads it again: hidden keys, and properties of the file.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::record::{Choice, ItemId, MOST_ENTRIES, Record, SeenProposal};

/// What the property `format` of a workbook says.
pub const FORMAT: &str = "liu-wizard-sheet";
/// The version of the workbook that is written, and the latest that is read.
///
/// 1: a hidden key immediately left of every cell. 2: the items are a table, a row each, whose cells are named by row and column.
pub const VERSION: u32 = 2;
/// What stands at the head of a hidden column that holds keys: the key of a cell stands immediately left of it.
pub const KEY_COLUMN: &str = "liu-wizard-key";
/// What stands in the corner of a table: the keys of its columns stand right of it, those of its rows below it.
pub const TABLE_CORNER: &str = "liu-wizard-table";
/// The key of the column that shows the number of a row, which its key holds, too: where they differ, the row was torn apart.
pub const NUMBER: &str = "#";
/// What precedes the key of an item that may be added.
pub const NEW: char = '+';
/// What precedes, in the key of a row, the keys of columns of which it has no cell.
pub const WITHOUT: char = '!';
/// The fewest rows in which items can be added …
const LEAST_NEW_ITEMS: usize = 5;
/// … and how many rows there are at least, with those of the items.
const LEAST_ROWS: usize = 20;
/// How many ids of free rows are known again, beyond the number of items.
const MOST_MADE: usize = 1_000;

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
    /// The reason on the sheet, by its digest, so that another one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Ids for items that may be added, the same for the same record.
pub fn new_item_ids(record: &Record) -> Vec<ItemId> {
    let there: HashSet<&ItemId> = record.items.iter().map(|item| &item.id).collect();
    let free = LEAST_NEW_ITEMS.max(LEAST_ROWS.saturating_sub(record.items.len()));
    let room = MOST_ENTRIES.saturating_sub(record.items.len());
    made_ids(record).filter(|id| !there.contains(id)).take(free.min(room)).collect()
}

/// The ids that a workbook of this record may have given to a free row.
pub fn made_item_ids(record: &Record) -> HashSet<ItemId> {
    made_ids(record).take(record.items.len() + MOST_MADE).collect()
}

fn made_ids(record: &Record) -> impl Iterator<Item = ItemId> {
    let namespace =
        Uuid::parse_str(record.id.as_str()).unwrap_or_else(|_| Uuid::new_v5(&Uuid::NAMESPACE_OID, record.id.as_str().as_bytes()));
    (1_u32..)
        .filter_map(move |number| ItemId::new(Uuid::new_v5(&namespace, format!("item-{number}").as_bytes()).to_string()).ok())
}
