//! One change between two contents, as a value by path.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::{TextError, is_refused};

/// One value of the content that was changed, set, or taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Where, as JSON Pointer (RFC 6901) in which items and replies to red flags are named by their id.
    #[serde(deserialize_with = "clean")]
    pub path: String,
    /// What stood there, as JSON; nothing if nothing did.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "clean_if_any")]
    pub old: Option<String>,
    /// What stands there since, as JSON; nothing if nothing does.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "clean_if_any")]
    pub new: Option<String>,
}

/// In how many places of the record, as people see them, something was changed: an item that came or went is one.
pub(super) fn places(changes: &[Change]) -> usize {
    let id_of = |change: &'_ Change| Some(change.path.strip_prefix("/items/")?.strip_suffix("/id")?.to_owned());
    let came_or_went: BTreeSet<String> = changes.iter().filter_map(id_of).collect();
    let mut places = BTreeSet::new();
    for Change { path, old, new } in changes {
        let names: Vec<&str> = path.split('/').skip(1).collect();
        let depth = match *names.as_slice() {
            // The order says nothing, and so does a map that is empty.
            ["red_flags"] | ["gate", "answers"] | ["items", _, "answers"] => continue,
            ["items"] if !another_order(old.as_deref(), new.as_deref()) => continue,
            ["items", item, ..] if came_or_went.contains(item) => 2,
            ["items", _, "answers", ..] => 4,
            ["items", _, "decisions", ..] => 5,
            ["task", "agency_entry", ..] | ["gate", "answers", ..] => 3,
            ["red_flags", ..] | ["request", "suggested_task", ..] => 2,
            ["task" | "catalogue" | "answers_request", ..] => 1,
            ["raises", _, "to", ..] => 3,
            _ => names.len(),
        };
        places.insert(names.into_iter().take(depth).collect::<Vec<_>>());
    }
    places.len()
}

/// Whether the ids that stand in both lists stand in another order.
fn another_order(old: Option<&str>, new: Option<&str>) -> bool {
    let read = |list: Option<&str>| serde_json::from_str::<Vec<String>>(list.unwrap_or("[]")).unwrap_or_default();
    let (old, new) = (read(old), read(new));
    let (in_old, in_new): (BTreeSet<&String>, BTreeSet<&String>) = (old.iter().collect(), new.iter().collect());
    !old.iter().filter(|id| in_new.contains(id)).eq(new.iter().filter(|id| in_old.contains(id)))
}

/// Text without characters that act: what the texts of a record cannot hold must not come in by its history.
#[derive(Deserialize)]
#[serde(transparent)]
struct Clean(#[serde(deserialize_with = "clean")] String);

fn clean<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    match text.chars().zip(1..).find(|(character, _)| is_refused(*character) || *character == '\n') {
        Some((character, position)) => {
            Err(serde::de::Error::custom(TextError::RefusedCharacter { code: character.into(), position }))
        }
        None => Ok(text),
    }
}

fn clean_if_any<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<Clean>::deserialize(deserializer)?.map(|Clean(text)| text))
}
