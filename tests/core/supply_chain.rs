//! What the program is made of is known: each crate of `Cargo.lock` is either shipped, and then it stands in the SBOM and its licence goes
//! along, or it serves tests and other systems alone, and is named as such.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use liu_wizard::third_party::{LICENCES, SBOM};

/// What to do where one of these tests fails.
const REMEDY: &str = "call .ci/third_party, and look at what changed";

type Crate = (String, String);

/// A package of a lock file: where it is from, and the digest of its source.
#[derive(Debug)]
struct Locked {
    source: String,
    checksum: String,
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn locked(lock: &str) -> BTreeMap<Crate, Locked> {
    let packages = lock.split("[[package]]\n").skip(1).map(|package| {
        let value = |key: &str| {
            let value = package.lines().find_map(|line| line.strip_prefix(&format!("{key} = ")));
            value.unwrap_or_default().trim_matches('"').to_owned()
        };
        ((value("name"), value("version")), Locked { source: value("source"), checksum: value("checksum") })
    });
    packages.filter(|((name, _), _)| name != "liu-wizard").collect()
}

/// The crates of the SBOM, each with the digest of its source.
fn listed(sbom: &str) -> BTreeMap<Crate, String> {
    let sbom: serde_json::Value = serde_json::from_str(sbom).unwrap();
    let components = sbom["components"].as_array().unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let digest = |component: &serde_json::Value| text(&component["hashes"][0]["content"]);
    components.iter().map(|component| ((text(&component["name"]), text(&component["version"])), digest(component))).collect()
}

fn not_shipped() -> BTreeSet<Crate> {
    let list = read("tests/data/not_shipped.txt");
    list.lines().map(|line| line.split_once(' ').unwrap()).map(|(name, version)| (name.into(), version.into())).collect()
}

/// What does not fit together in a lock file, an SBOM and a list of what is not shipped.
fn amiss(lock: &str, sbom: &str, not_shipped: &BTreeSet<Crate>) -> Vec<String> {
    let (locked, listed) = (locked(lock), listed(sbom));
    let mut amiss = Vec::new();
    for (of, package) in &locked {
        let (name, version) = of;
        if package.source != "registry+https://github.com/rust-lang/crates.io-index" {
            amiss.push(format!("{name} {version} comes from {:?}", package.source));
        }
        match (listed.get(of), not_shipped.contains(of)) {
            (None, false) => amiss.push(format!("{name} {version} is new")),
            (Some(_), true) => amiss.push(format!("{name} {version} is shipped and is not")),
            (Some(digest), false) if *digest != package.checksum => amiss.push(format!("{name} {version} has another digest")),
            (Some(_), false) | (None, true) => {}
        }
    }
    let gone = listed.keys().chain(not_shipped).filter(|of| !locked.contains_key(of));
    amiss.extend(gone.map(|(name, version)| format!("{name} {version} is not used any more")));
    amiss
}

#[test]
fn every_crate_is_in_the_sbom_or_named_as_not_shipped() {
    let lock = read("Cargo.lock");
    let found = amiss(&lock, SBOM, &not_shipped());
    assert!(found.is_empty(), "{REMEDY}:\n{}", found.join("\n"));
    assert!(listed(SBOM).len() > 500);
}

#[test]
fn a_crate_that_is_added_changed_or_from_elsewhere_is_noticed() {
    let lock = read("Cargo.lock");
    let one = "[[package]]\nname = \"serde\"\n";
    assert!(lock.contains(one));
    let added = format!("{lock}\n[[package]]\nname = \"another\"\nversion = \"1.0.0\"\nsource = \"git+https://example.com\"\n");
    assert_eq!(
        amiss(&added, SBOM, &not_shipped()),
        ["another 1.0.0 comes from \"git+https://example.com\"", "another 1.0.0 is new"]
    );
    let gone = lock.replace(one, "[[package]]\nname = \"liu-wizard\"\n");
    assert!(amiss(&gone, SBOM, &not_shipped()).iter().any(|line| line.starts_with("serde ")));
    let digest = listed(SBOM).into_iter().find(|((name, _), _)| name == "serde").unwrap().1;
    let other = lock.replace(&digest, &"0".repeat(64));
    assert!(amiss(&other, SBOM, &not_shipped()).iter().any(|line| line.ends_with("has another digest")));
}

#[test]
fn every_crate_that_is_shipped_has_its_licence_with_it() {
    let lines: BTreeSet<&str> = LICENCES.lines().collect();
    for ((name, version), _) in listed(SBOM) {
        let listed = format!("{name} {version}: ");
        assert!(lines.iter().any(|line| line.starts_with(&listed)), "{REMEDY}: {name} {version} is not listed");
        let (alone, noted) = (format!("  {name} {version}"), format!("  {name} {version}; "));
        let has_text = lines.contains(alone.as_str()) || lines.iter().any(|line| line.starts_with(&noted));
        assert!(has_text, "{REMEDY}: {name} {version} has no text");
    }
    for text in ["LICENSE-MIT", "assets/fonts/OFL-BIZUDGothic.txt", "assets/fonts/OFL-NotoSansJP.txt"] {
        assert!(LICENCES.contains(read(text).trim()), "{REMEDY}: {text} is missing");
    }
    for terms in ["TERMS AND CONDITIONS FOR USE, REPRODUCTION", "UNICODE LICENSE V3", "UBUNTU FONT LICENCE Version 1.0", "zlib"] {
        assert!(LICENCES.to_lowercase().contains(&terms.to_lowercase()), "{terms}");
    }
}

#[test]
fn what_the_program_carries_of_others_names_no_folder_of_a_machine() {
    for text in [LICENCES, SBOM] {
        for folder in ["file://", "/root/", "/home/", "/tmp/", ".cargo/registry"] {
            assert!(!text.contains(folder), "{folder}");
        }
    }
}
