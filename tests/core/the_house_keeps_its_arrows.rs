//! A room imports only what the plan of the house allows it. The plan stands here and, in words, in `ARCHITECTURE.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may import from, ground floor first.
const PLAN: [(&str, &[&str]); 13] = [
    ("record", &[]),
    ("catalogue", &["record"]),
    ("judgement", &["record", "catalogue"]),
    ("text", &["record", "catalogue", "judgement"]),
    ("fonts", &[]),
    ("file", &["record", "text"]),
    ("export", &["record", "catalogue", "judgement", "text", "file", "fonts"]),
    ("import", &["record", "catalogue", "judgement", "text", "file", "export"]),
    ("package", &["record", "catalogue", "judgement", "text", "file", "export"]),
    ("examples", &["text"]),
    ("portfolio", &["record", "catalogue", "judgement", "text", "file", "package"]),
    (
        "command_line",
        &["record", "catalogue", "judgement", "text", "file", "export", "import", "package", "examples", "portfolio"],
    ),
    (
        "window",
        &["record", "catalogue", "judgement", "text", "fonts", "file", "export", "import", "package", "examples", "portfolio"],
    ),
];

#[test]
fn every_import_follows_the_plan() {
    let mut strangers = Vec::new();
    for (room, allowed) in PLAN {
        for file in sources_of(room) {
            for imported in imported_rooms(&fs::read_to_string(&file).unwrap()) {
                if imported != room && !allowed.contains(&imported.as_str()) {
                    strangers.push(format!("{}: {room} may not know {imported}", file.display()));
                }
            }
        }
    }
    assert!(strangers.is_empty(), "{}", strangers.join("\n"));
}

#[test]
fn every_room_is_on_the_plan_and_in_the_map() {
    let planned: BTreeSet<String> = PLAN.iter().map(|(room, _)| (*room).to_owned()).collect();
    let map = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let mapped: BTreeSet<String> =
        map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect();
    assert_eq!(planned, mapped);
    let described = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let missing: Vec<&String> = planned.iter().filter(|room| !described.contains(&format!("`{room}`"))).collect();
    assert!(missing.is_empty(), "not in ARCHITECTURE.md: {missing:?}");
}

#[test]
fn the_core_touches_neither_disk_nor_clock_nor_screen() {
    for room in ["record", "catalogue", "judgement", "text", "export", "import", "package"] {
        for file in sources_of(room) {
            let source = fs::read_to_string(&file).unwrap();
            let source = source.split("#[cfg(test)]").next().unwrap_or_default();
            for word in ["std::fs", "SystemTime", "Timestamp::now", "Instant::now", "egui"] {
                assert!(!source.contains(word), "{} has {word}", file.display());
            }
        }
    }
}

/// The rooms named after `crate::`, alone or in a group of imports.
fn imported_rooms(source: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for after in source.split("crate::").skip(1) {
        let names: Vec<&str> = match after.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
            None => vec![after],
        };
        for name in names {
            let name: String = name.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect();
            if PLAN.iter().any(|(room, _)| *room == name) {
                rooms.insert(name);
            }
        }
    }
    rooms
}

fn sources_of(room: &str) -> Vec<PathBuf> {
    let single = root().join(format!("src/{room}.rs"));
    let mut found = if single.exists() { vec![single] } else { Vec::new() };
    let mut folders = vec![root().join("src").join(room)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "room {room} has no source");
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
