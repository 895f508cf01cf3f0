//! In what two catalogues differ, down to the smallest part.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::Catalogue;

/// A list of the catalogue, or what stands at its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CataloguePart {
    /// Name, version and origin.
    Meta,
    /// 対象業務
    Tasks,
    /// 質問
    Questions,
    /// The scale of levels.
    Levels,
    /// 基準
    Criteria,
    /// 定義
    Definitions,
    /// 手続の版
    Profiles,
    /// 確認表
    CheckList,
    /// 出典
    Sources,
}

/// One thing in which two catalogues differ.
#[derive(Clone, Debug, PartialEq)]
pub struct CatalogueDifference {
    /// In which list.
    pub part: CataloguePart,
    /// Which entry of the list, by its id or by what else tells it apart; nothing if it is the list, or no list.
    pub entry: Option<String>,
    /// Where in the entry: names of fields, ids, and places in lists as `[0]`. Empty if it is the whole entry.
    pub within: Vec<String>,
    /// What differs.
    pub change: CatalogueChange,
}

/// How something differs. Values are as they stand in the JSON of a catalogue.
#[derive(Clone, Debug, PartialEq)]
pub enum CatalogueChange {
    /// The newer one has it alone.
    Added(Value),
    /// The older one has it alone.
    Removed(Value),
    /// Both have it, and it says something else.
    Changed {
        /// What the older one says.
        old: Value,
        /// What the newer one says.
        new: Value,
    },
    /// What both have of a list stands in another order.
    Reordered {
        /// The order in the older one, by ids.
        old: Vec<String>,
        /// The order in the newer one.
        new: Vec<String>,
    },
}

impl CataloguePart {
    /// All parts, in the order in which they are told.
    pub const ALL: [Self; 9] = [
        Self::Meta,
        Self::Tasks,
        Self::Questions,
        Self::Levels,
        Self::Criteria,
        Self::Definitions,
        Self::Profiles,
        Self::CheckList,
        Self::Sources,
    ];

    /// What a catalogue file calls it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Meta => "meta",
            Self::Tasks => "tasks",
            Self::Questions => "questions",
            Self::Levels => "levels",
            Self::Criteria => "criteria",
            Self::Definitions => "definitions",
            Self::Profiles => "profiles",
            Self::CheckList => "check_list",
            Self::Sources => "sources",
        }
    }
}

impl CatalogueDifference {
    /// The place as a catalogue file names it: `questions.C2.basis[0].note.ja`.
    pub fn place(&self) -> String {
        let mut place = self.part.key().to_owned();
        for name in self.entry.iter().chain(&self.within) {
            if !name.starts_with('[') {
                place.push('.');
            }
            place.push_str(name);
        }
        place
    }
}

impl Catalogue {
    /// In what `new` differs from this one, part by part. Empty exactly if both have the same digest.
    pub fn differences(&self, new: &Self) -> Vec<CatalogueDifference> {
        let (old, new) = (self.to_json(), new.to_json());
        // A list that a catalogue does not have says as much as an empty one.
        let nothing = Value::Array(Vec::new());
        let mut differences = Vec::new();
        for part in CataloguePart::ALL {
            let [old, new] = [&old, &new].map(|catalogue| catalogue.get(part.key()).unwrap_or(&nothing));
            let mut found = Vec::new();
            compare(old, new, &mut vec![part.key().to_owned()], &mut found);
            differences.extend(found.into_iter().map(|(names, change)| {
                let mut names = names.into_iter().skip(1);
                let entry = if part == CataloguePart::Meta { None } else { names.next() };
                CatalogueDifference { part, entry, within: names.collect(), change }
            }));
        }
        differences
    }

    /// The content as JSON, over which the digest is taken.
    pub fn to_json(&self) -> Value {
        // A catalogue holds strings, enums and lists only, none of which can fail to become JSON.
        serde_json::to_value(self).unwrap_or_default()
    }
}

/// Collects the smallest parts in which two values differ.
fn compare(old: &Value, new: &Value, names: &mut Vec<String>, found: &mut Vec<(Vec<String>, CatalogueChange)>) {
    if old == new {
        return;
    }
    // What a question does is said as a whole: half an effect says nothing.
    let is_whole = names.last().is_some_and(|name| name == "effect");
    let parts = if is_whole { None } else { parts_of(old, new) };
    let Some((old_parts, new_parts)) = parts else {
        return found.push((names.clone(), CatalogueChange::Changed { old: old.clone(), new: new.clone() }));
    };
    let old_by_key: BTreeMap<&str, &Value> = old_parts.iter().map(|(key, part)| (key.as_str(), *part)).collect();
    let new_keys: BTreeSet<&str> = new_parts.iter().map(|(key, _)| key.as_str()).collect();
    for (key, new_part) in &new_parts {
        names.push(key.clone());
        match old_by_key.get(key.as_str()) {
            Some(old_part) => compare(old_part, new_part, names, found),
            None => found.push((names.clone(), CatalogueChange::Added((*new_part).clone()))),
        }
        names.pop();
    }
    for (key, old_part) in &old_parts {
        if !new_keys.contains(key.as_str()) {
            names.push(key.clone());
            found.push((names.clone(), CatalogueChange::Removed((*old_part).clone())));
            names.pop();
        }
    }
    if old.is_array() {
        let in_both = |parts: &[(String, &Value)]| -> Vec<String> {
            let keys = parts.iter().map(|(key, _)| key);
            keys.filter(|key| old_by_key.contains_key(key.as_str()) && new_keys.contains(key.as_str())).cloned().collect()
        };
        let (old, new) = (in_both(&old_parts), in_both(&new_parts));
        if old != new {
            found.push((names.clone(), CatalogueChange::Reordered { old, new }));
        }
    }
}

type Parts<'a> = Vec<(String, &'a Value)>;

/// The parts of two values by names that tell them apart in both; nothing if they are to be compared as wholes.
fn parts_of<'a>(old: &'a Value, new: &'a Value) -> Option<(Parts<'a>, Parts<'a>)> {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => Some((in_reading_order(old), in_reading_order(new))),
        (Value::Array(old), Value::Array(new)) => {
            let named = NAMES.iter().find_map(|name| Some((named_by(name, old)?, named_by(name, new)?)));
            named.or_else(|| Some((by_position(old, new)?, by_position(new, old)?)))
        }
        _ => None,
    }
}

/// The fields of a catalogue in the order in which they are read; JSON knows none.
const FIELDS: [&str; 51] = [
    "ja",
    "en",
    "id",
    "level",
    "version",
    "title",
    "period",
    "from",
    "to",
    "aspect",
    "term",
    "name",
    "section",
    "group",
    "service",
    "service_basis",
    "task",
    "task_basis",
    "short",
    "text",
    "address",
    "explanation",
    "description",
    "typical_information",
    "red_flags",
    "precedents",
    "confidentiality",
    "integrity",
    "availability",
    "guidance",
    "consequence",
    "effect",
    "not_applicable_when",
    "summary",
    "levels",
    "basis",
    "mark",
    "note",
    "sources",
    "agency_steps",
    "csp_steps",
    "required",
    "path",
    "roles",
    "wording",
    "document_title",
    "preface",
    "what_comes_next",
    "examples",
    "case",
    "answer",
];

/// The fields of an object in the order in which they are read, those that are not known last.
pub fn in_reading_order(object: &Map<String, Value>) -> Vec<(String, &Value)> {
    let mut fields: Vec<(String, &Value)> = object.iter().map(|(key, part)| (key.clone(), part)).collect();
    fields.sort_by_key(|(key, _)| FIELDS.iter().position(|field| field == key).unwrap_or(FIELDS.len()));
    fields
}

/// What tells the entries of a list apart, the best first. Of a text in two languages it is the Japanese one.
const NAMES: [&str; 7] = ["id", "level", "aspect", "name", "title", "case", "path"];

/// The entries of a list by such a name, if each has one of its own.
fn named_by<'a>(name: &str, list: &'a [Value]) -> Option<Parts<'a>> {
    let name_of = |entry: &Value| {
        let name = entry.get(name)?;
        name.as_str().or_else(|| name.get("ja")?.as_str()).map(str::to_owned)
    };
    let parts: Parts<'_> = list.iter().map(|entry| Some((name_of(entry)?, entry))).collect::<Option<_>>()?;
    let distinct: BTreeSet<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    (distinct.len() == parts.len()).then_some(parts)
}

/// The entries of a list by their places, if they are made of parts and the other list has as many.
fn by_position<'a>(list: &'a [Value], other: &[Value]) -> Option<Parts<'a>> {
    let comparable = list.len() == other.len() && list.iter().all(Value::is_object);
    comparable.then(|| list.iter().enumerate().map(|(index, entry)| (format!("[{index}]"), entry)).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(old: &Value, new: &Value) -> Vec<(String, CatalogueChange)> {
        let mut found = Vec::new();
        compare(old, new, &mut Vec::new(), &mut found);
        found.into_iter().map(|(names, change)| (names.join("."), change)).collect()
    }

    fn places(old: &Value, new: &Value) -> Vec<String> {
        found(old, new).into_iter().map(|(place, _)| place).collect()
    }

    #[test]
    fn only_the_smallest_differing_parts_are_told_by_their_ids() {
        let old = json!({ "tasks": [{ "id": "A", "task": { "ja": "甲", "en": "a" } }, { "id": "B", "task": { "ja": "乙" } }] });
        let new = json!({ "tasks": [{ "id": "A", "task": { "ja": "丙", "en": "a" } }, { "id": "C", "task": { "ja": "乙" } }] });
        assert_eq!(places(&old, &new), ["tasks.A.task.ja", "tasks.C", "tasks.B"]);
        assert_eq!(places(&new, &old), ["tasks.A.task.ja", "tasks.B", "tasks.C"]);
    }

    #[test]
    fn another_order_is_told_by_the_ids_alone() {
        let (a, b, c) = (json!({ "id": "A" }), json!({ "id": "B" }), json!({ "id": "C" }));
        let change =
            CatalogueChange::Reordered { old: vec!["A".to_owned(), "B".to_owned()], new: vec!["B".to_owned(), "A".to_owned()] };
        assert_eq!(
            found(&json!([a, b]), &json!([c, b, a])),
            [("C".to_owned(), CatalogueChange::Added(c.clone())), (String::new(), change)]
        );
    }

    #[test]
    fn entries_without_ids_are_matched_by_their_names_or_else_by_their_places() {
        let aspect = |ja: &str, level: &str| json!({ "aspect": { "ja": ja, "en": "x" }, "levels": [{ "ja": level }] });
        let old = json!([aspect("運営", "小"), aspect("財産", "小")]);
        assert_eq!(places(&old, &json!([aspect("財産", "大"), aspect("運営", "小")])), ["財産.levels.[0].ja", ""]);
        let twice = json!([aspect("運営", "小"), aspect("運営", "小")]);
        assert_eq!(places(&twice, &json!([aspect("運営", "小"), aspect("運営", "大")])), ["[1].levels.[0].ja"]);
        assert_eq!(places(&twice, &old), ["[1].aspect.ja"]);
        assert_eq!(places(&json!(["S1"]), &json!(["S1", "S2"])), [""], "a list of words is one thing");
    }

    #[test]
    fn an_effect_is_one_thing() {
        let old = json!({ "effect": { "raise": "moderate" } });
        assert_eq!(places(&old, &json!({ "effect": { "raise": "high" } })), ["effect"]);
    }

    #[test]
    fn whatever_is_changed_in_a_catalogue_is_found_and_nothing_else() {
        let shipped = Catalogue::shipped().unwrap();
        assert_eq!(shipped.differences(&shipped), []);
        let whole = shipped.to_json();
        let mut leaves = Vec::new();
        texts(&whole, &mut String::new(), &mut leaves);
        assert!(leaves.len() > 1000, "{}", leaves.len());
        for (pointer, place) in leaves.iter().step_by(29) {
            let mut other = whole.clone();
            let leaf = other.pointer_mut(pointer).unwrap();
            *leaf = Value::String(format!("{}。", leaf.as_str().unwrap()));
            let other: Catalogue = serde_json::from_value(other).unwrap();
            let found = shipped.differences(&other);
            assert!(!found.is_empty(), "{pointer}");
            // What names an entry makes another entry of it: one is gone and one has come.
            let said = found.iter().map(CatalogueDifference::place).collect::<Vec<_>>();
            assert!(said.len() <= 2, "{place}: {said:?}");
            assert!(said.iter().all(|said| said.starts_with(place.as_str())), "{pointer}: {said:?}");
        }
    }

    /// JSON pointers of Japanese and English texts, each with the list that it stands in.
    fn texts(value: &Value, pointer: &mut String, leaves: &mut Vec<(String, String)>) {
        let below: Vec<(String, &Value)> = match value {
            Value::Object(object) => object.iter().map(|(key, part)| (key.clone(), part)).collect(),
            Value::Array(list) => list.iter().enumerate().map(|(index, part)| (index.to_string(), part)).collect(),
            _ => return,
        };
        for (key, part) in below {
            let length = pointer.len();
            pointer.push('/');
            pointer.push_str(&key);
            if part.is_string() && (key == "ja" || key == "en") {
                let list = pointer.split('/').nth(1).unwrap_or_default().to_owned();
                leaves.push((pointer.clone(), list));
            }
            texts(part, pointer, leaves);
            pointer.truncate(length);
        }
    }
}
