//! Reading plans as others do: by the published schemas, by their references, by published checks on a categorisation.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a document that lacks what is looked for is a failed test"
)]

pub mod fips199;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;

static SCHEMAS: LazyLock<[(&str, Validator); 2]> = LazyLock::new(|| {
    [
        ("1.2.3", include_str!("../../data/oscal_ssp_schema-1.2.3.json")),
        ("1.1.2", include_str!("../../data/oscal_ssp_schema-1.1.2.json")),
    ]
    .map(|(version, text)| {
        let schema: Value = serde_json::from_str(text).unwrap();
        assert!(schema["$id"].as_str().unwrap().contains(version), "this is the schema of {version}");
        (version, jsonschema::options().should_validate_formats(true).build(&schema).unwrap())
    })
});

/// What both releases of the schema say against a document.
pub fn misfits(document: &Value) -> Vec<String> {
    let said = SCHEMAS.iter().flat_map(|(version, schema)| {
        schema.iter_errors(document).map(move |error| format!("{version} {}: {error}", error.instance_path()))
    });
    said.map(|line| line.chars().take(300).collect()).collect()
}

/// The plan in a file.
pub fn read(bytes: &[u8]) -> Value {
    let mut document: Value = serde_json::from_slice(bytes).unwrap();
    document["system-security-plan"].take()
}

/// The elements of an array; none if there is no such array.
pub fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The value of this program's own property of that name.
pub fn prop<'a>(of: &'a Value, name: &str) -> Option<&'a str> {
    let own = each(&of["props"]).filter(|prop| prop["ns"] == "urn:liu-wizard:oscal");
    own.into_iter().find(|prop| prop["name"] == name).map(|prop| prop["value"].as_str().unwrap())
}

/// Every string with the name that it stands under.
pub fn strings<'a>(value: &'a Value, under: &'a str, found: &mut Vec<(&'a str, &'a str)>) {
    match value {
        Value::String(text) => found.push((under, text)),
        Value::Array(values) => values.iter().for_each(|value| strings(value, under, found)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| strings(value, name, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// References to what is not there, and names given twice. No schema tells.
pub fn dangling(plan: &Value) -> Vec<String> {
    let mut found = Vec::new();
    strings(plan, "", &mut found);
    let under = |names: &[&str]| found.iter().filter(|(name, _)| names.contains(name)).map(|(_, text)| *text).collect::<Vec<_>>();
    let named = under(&["uuid"]);
    let known: BTreeSet<&str> = named.iter().copied().collect();
    let roles: BTreeSet<&str> = each(&plan["metadata"]["roles"]).map(|role| role["id"].as_str().unwrap()).collect();
    let mut wrong: Vec<String> = Vec::new();
    if known.len() < named.len() {
        wrong.push("a uuid stands twice".to_owned());
    }
    let links = under(&["href"]).into_iter().filter_map(|href| href.strip_prefix('#'));
    let uuids = under(&["party-uuids", "component-uuid"]).into_iter().chain(links).filter(|uuid| !known.contains(uuid));
    wrong.extend(uuids.map(|uuid| format!("{uuid} is nowhere")));
    let ids = under(&["role-id", "role-ids"]).into_iter().filter(|id| !roles.contains(id));
    wrong.extend(ids.map(|id| format!("role {id} is nowhere")));
    wrong
}

/// Bytes out of base64 (RFC 4648), by another way than the program's.
pub fn decoded(base64: &str) -> Vec<u8> {
    let digits = base64.trim_end_matches('=').bytes();
    let six = |digit: u8| match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        other => panic!("{other} in base64"),
    };
    let bits: Vec<bool> = digits.flat_map(|digit| (0..6).rev().map(move |place| six(digit) >> place & 1 == 1)).collect();
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |sum, bit| sum << 1 | u8::from(*bit))).collect()
}
