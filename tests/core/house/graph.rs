//! Circles in a graph of names.

use std::collections::{BTreeMap, BTreeSet};

/// The largest groups of names of which each leads to each other, by arrows from a name to names.
pub fn circles<'a>(arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<Vec<&'a str>> {
    let mut circles: Vec<Vec<&str>> = Vec::new();
    for &name in arrows.keys() {
        if circles.iter().any(|circle| circle.contains(&name)) {
            continue;
        }
        let behind = reached(name, arrows);
        let circle: Vec<&str> = behind.iter().copied().filter(|other| reached(other, arrows).contains(name)).collect();
        if circle.len() > 1 {
            circles.push(circle);
        }
    }
    circles
}

fn reached<'a>(from: &'a str, arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        open.extend(arrows.get(name).into_iter().flatten().copied().filter(|next| reached.insert(*next)));
    }
    reached
}
