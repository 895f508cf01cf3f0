//! The content of a record as values by path, and what differs between two contents. It knows no field by name, so that none
//! can be forgotten.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{Change, ContentDigest, Record};

/// Lists whose entries are known by an id: the list, and the name of the id. An entry stands under its id, the order of all
/// under the list itself.
const KEYED: [(&str, &str); 2] = [("/items", "id"), ("/red_flags", "flag")];

/// A content as JSON texts by path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaves(BTreeMap<String, String>);

impl Leaves {
    /// The content of a record.
    pub(super) fn of(record: &Record) -> Self {
        let mut leaves = BTreeMap::new();
        // Strings, enums and booleans, none of which can fail to become JSON.
        flatten(&serde_json::to_value(record.content_alone()).unwrap_or_default(), String::new(), &mut leaves);
        Self(leaves)
    }

    /// What must be changed here to come to `newer`, in the order of the paths.
    pub(super) fn changes_to(&self, newer: &Self) -> Vec<Change> {
        let paths: BTreeSet<&String> = self.0.keys().chain(newer.0.keys()).collect();
        let both = paths.into_iter().map(|path| (path, self.0.get(path), newer.0.get(path)));
        let changed = both.filter(|(_, old, new)| old != new);
        changed.map(|(path, old, new)| Change { path: path.clone(), old: old.cloned(), new: new.cloned() }).collect()
    }

    /// Takes changes back.
    ///
    /// # Errors
    /// The path at which something else stands than a change left there.
    pub(super) fn take_back(&mut self, changes: &[Change]) -> Result<(), String> {
        for Change { path, old, new } in changes {
            let found = match old {
                Some(old) => self.0.insert(path.clone(), old.clone()),
                None => self.0.remove(path),
            };
            if found != *new {
                return Err(path.clone());
            }
        }
        Ok(())
    }

    /// Puts what stands at and below a path of another content in place of what stands there.
    pub(super) fn take_from(&mut self, other: &Self, path: &str) {
        let below = |at: &str| at.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.0.retain(|at, _| !below(at));
        self.0.extend(other.0.iter().filter(|(at, _)| below(at)).map(|(at, value)| (at.clone(), value.clone())));
    }

    /// The content as JSON; nothing if the paths do not fit together.
    fn value(&self) -> Option<Value> {
        let mut root = Value::Object(Map::new());
        let is_order = |path: &str| KEYED.iter().any(|(list, _)| *list == path);
        for (path, text) in self.0.iter().filter(|(path, _)| !is_order(path)) {
            put(&mut root, path, serde_json::from_str(text).ok()?)?;
        }
        for (list, _) in KEYED {
            let Some(order) = self.0.get(list) else { continue };
            let order: Vec<Value> = serde_json::from_str(order).ok()?;
            let name = list.trim_start_matches('/');
            let entries = root.as_object_mut()?;
            let entries = match entries.remove(name) {
                Some(found) => in_order(found, &order)?,
                None => Value::Array(order),
            };
            root.as_object_mut()?.insert(name.to_owned(), entries);
        }
        Some(root)
    }

    /// The digest of the content; nothing if the paths do not fit together.
    pub(super) fn digest(&self) -> Option<ContentDigest> {
        Some(ContentDigest::of(serde_jcs::to_string(&self.value()?).ok()?.as_bytes()))
    }

    /// A record with this content and nothing beside it; nothing if it is none.
    pub(super) fn record(&self) -> Option<Record> {
        serde_json::from_value(self.value()?).ok()
    }
}

fn flatten(value: &Value, path: String, leaves: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(object) if !object.is_empty() => {
            for (name, part) in object {
                flatten(part, format!("{path}/{}", escaped(name)), leaves);
            }
        }
        Value::Array(entries) => {
            let ids = KEYED.iter().find(|(list, _)| *list == path).and_then(|(_, id)| ids(entries, id));
            let Some(ids) = ids else {
                leaves.insert(path, value.to_string());
                return;
            };
            for (id, entry) in ids.iter().zip(entries) {
                flatten(entry, format!("{path}/{}", escaped(id)), leaves);
            }
            leaves.insert(path, Value::from(ids).to_string());
        }
        _ => {
            leaves.insert(path, value.to_string());
        }
    }
}

/// The ids of the entries of a list, if each has one of its own.
fn ids<'a>(entries: &'a [Value], name: &str) -> Option<Vec<&'a str>> {
    let ids: Vec<&str> = entries.iter().map(|entry| entry.get(name)?.as_str()).collect::<Option<_>>()?;
    let different: BTreeSet<&str> = ids.iter().copied().collect();
    (different.len() == ids.len()).then_some(ids)
}

/// Puts a value at a path; nothing if something else is in its way.
fn put(root: &mut Value, path: &str, value: Value) -> Option<()> {
    let mut place = root;
    for name in path.strip_prefix('/')?.split('/') {
        place = place.as_object_mut()?.entry(unescaped(name)).or_insert_with(|| Value::Object(Map::new()));
    }
    // A place that is new, or an object that holds nothing, gives way.
    let is_free = place.as_object().is_some_and(Map::is_empty);
    is_free.then(|| *place = value)
}

/// The entries of a list in their order; nothing if an entry or its place in the order is missing.
fn in_order(entries: Value, order: &[Value]) -> Option<Value> {
    let Value::Object(mut entries) = entries else { return None };
    let listed: Vec<Value> = order.iter().map(|id| entries.remove(id.as_str()?)).collect::<Option<_>>()?;
    entries.is_empty().then_some(Value::Array(listed))
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn unescaped(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
}
