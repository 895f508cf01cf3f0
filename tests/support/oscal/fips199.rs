//! Checks on a FIPS 199 categorisation that no schema makes, after those that FedRAMP publishes (GSA/fedramp-automation,
//! `fedramp-external-constraints.xml`, CC0 1.0), each under the name it has there. The system of ids is this program's own.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{each, prop};

const SYSTEM: &str = "urn:liu-wizard:oscal";
const LEVELS: [&str; 3] = ["fips-199-low", "fips-199-moderate", "fips-199-high"];
const OBJECTIVES: [&str; 3] = ["confidentiality", "integrity", "availability"];

fn rank(level: &Value) -> Option<usize> {
    LEVELS.iter().position(|name| level == name)
}

/// The names of the checks that a plan does not pass. `ids` are the information types that there are.
pub fn violations(plan: &Value, ids: &[&str]) -> BTreeSet<&'static str> {
    let mut broken = BTreeSet::new();
    let system = &plan["system-characteristics"];
    let (impact_level, sensitivity) = (&system["security-impact-level"], &system["security-sensitivity-level"]);
    let objectives = OBJECTIVES.map(|name| &impact_level[format!("security-objective-{name}")]);
    if impact_level.is_null() {
        broken.insert("has-security-impact-level");
    }
    if sensitivity.is_null() {
        broken.insert("has-security-sensitivity-level");
    }
    for level in objectives.into_iter().chain([sensitivity]) {
        if !level.is_null() && rank(level).is_none() {
            broken.insert("security-level");
        }
    }
    if objectives.into_iter().map(rank).max() != Some(rank(sensitivity)) {
        broken.insert("security-sensitivity-level-matches-security-impact-level");
    }
    let types: Vec<&Value> = each(&system["system-information"]["information-types"]).collect();
    for information_type in &types {
        broken.extend(of_a_type(information_type, ids));
    }
    for (name, objective) in OBJECTIVES.into_iter().zip(objectives) {
        let selected = types.iter().map(|information_type| rank(&information_type[format!("{name}-impact")]["selected"]));
        // Where the task as a whole was raised, the raise is one of the levels of which the highest counts.
        let raised = prop(&system["system-information"], &format!("raised-{name}")).map(|level| rank(&Value::from(level)));
        if rank(objective) != selected.chain(raised).max().flatten() {
            broken.insert("cia-impact-matches-security-objective");
        }
    }
    broken
}

fn of_a_type(information_type: &Value, ids: &[&str]) -> BTreeSet<&'static str> {
    const HAS_IMPACT: [&str; 3] = [
        "information-type-has-confidentiality-impact",
        "information-type-has-integrity-impact",
        "information-type-has-availability-impact",
    ];
    let mut broken = BTreeSet::new();
    for (name, rule) in OBJECTIVES.into_iter().zip(HAS_IMPACT) {
        let impact = &information_type[format!("{name}-impact")];
        if impact.is_null() {
            broken.insert(rule);
            continue;
        }
        if impact["selected"].is_null() {
            broken.insert("cia-impact-has-selected");
        } else if impact["base"] != impact["selected"] && impact["adjustment-justification"].is_null() {
            broken.insert("cia-impact-has-adjustment-justification");
        }
        for level in [&impact["base"], &impact["selected"]] {
            if !level.is_null() && rank(level).is_none() {
                broken.insert("security-level");
            }
        }
    }
    for categorization in each(&information_type["categorizations"]) {
        if categorization["system"] != SYSTEM {
            broken.insert("categorization-has-correct-system-attribute");
        }
        let named: Vec<&Value> = each(&categorization["information-type-ids"]).collect();
        if named.is_empty() {
            broken.insert("categorization-has-information-type-id");
        }
        if !named.iter().all(|id| ids.iter().any(|known| *id == known)) {
            broken.insert("information-type-id");
        }
    }
    broken
}
