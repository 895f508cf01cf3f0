//! A room imports only what the plan of the house allows it, and inside a room no part imports what is made of it. The plan is the
//! table of rooms in `ARCHITECTURE.md`, ground floor first.
//!
//! Inside a room the rule is one: **parts do not import each other in a circle**, neither the parts of the room nor the parts of a
//! part; a part is a file, or a folder taken as one. What a `mod.rs` hands on counts as the file behind it. From this follows that
//! no part imports from a module that it lies in. A `mod.rs` only names its parts and hands them on.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::house::{House, Plan, root};

/// Rooms that are not yet in order inside. One that is must leave the list.
const NOT_YET: &[&str] = &[];

/// Every source file under a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| match path.extension() {
            _ if path.is_dir() => sources(&path),
            Some(extension) if extension == "rs" => vec![path],
            _ => Vec::new(),
        })
        .collect()
}

/// Whether the file of a module is named by the one above it, so that it is compiled at all.
fn is_named_above(file: &Path) -> bool {
    let (folder, name) = (file.parent().unwrap(), file.file_stem().unwrap().to_str().unwrap());
    let (folder, name) = match name {
        "main" | "lib" => return true,
        "mod" => (folder.parent().unwrap(), folder.file_name().unwrap().to_str().unwrap()),
        name => (folder, name),
    };
    let above = [folder.join("mod.rs"), folder.join("lib.rs"), folder.join("main.rs"), folder.with_extension("rs")];
    let declared = format!("mod {name};");
    let names_it = |line: &str| line == declared || line.starts_with("pub") && line.ends_with(&format!(" {declared}"));
    above.iter().filter_map(|file| std::fs::read_to_string(file).ok()).any(|text| text.lines().any(names_it))
}

#[test]
fn no_file_is_left_that_nobody_compiles() {
    let files: Vec<PathBuf> = ["src", "tests"].iter().flat_map(|folder| sources(&root().join(folder))).collect();
    assert!(files.len() > 500, "only {} files were seen", files.len());
    let shared = root().join("tests/support/mod.rs");
    let left: Vec<&PathBuf> = files.iter().filter(|file| **file != shared && !is_named_above(file)).collect();
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn every_import_follows_the_plan() {
    let house = House::of_the_library();
    let mut strangers = Vec::new();
    let mut arrows = 0;
    for (room, allowed) in Plan::read().rooms {
        for (imported, by) in house.imported_by(&room) {
            arrows += 1;
            if !allowed.contains(&imported) {
                strangers.push(format!("{room} may not import {imported}: {}", by.into_iter().collect::<Vec<_>>().join(", ")));
            }
        }
    }
    println!("between rooms: {arrows} arrows");
    assert!(arrows > 30, "only {arrows} arrows were seen");
    assert!(strangers.is_empty(), "{}", strangers.join("\n"));
}

#[test]
fn the_plan_has_every_room_once_and_leads_down() {
    let plan = Plan::read();
    let names: Vec<&str> = plan.names().collect();
    assert_eq!(names.iter().copied().collect::<BTreeSet<_>>(), House::of_the_library().rooms());
    for (floor, (room, allowed)) in plan.rooms.iter().enumerate() {
        for below in allowed {
            assert!(names[..floor].contains(&below.as_str()), "{room} may import {below}, which stands above it or nowhere");
        }
    }
}

#[test]
fn inside_every_room_imports_lead_down() {
    let house = House::of_the_library();
    let mut wrong = Vec::new();
    for room in Plan::read().names() {
        let inside = house.room(room);
        let (upward, circles) = (inside.upward(), inside.circles());
        let figures = format!(
            "{room}: {} arrows, {} circles, {} upward, {} mod.rs with more than names",
            inside.arrows.len(),
            circles.len(),
            upward.len(),
            inside.not_only_naming.len()
        );
        println!("{figures}");
        let mut faults = circles;
        faults.extend(upward);
        faults.extend(inside.not_only_naming.iter().map(|path| format!("{path}/mod.rs holds more than the names of its parts")));
        if NOT_YET.contains(&room) {
            println!("{}", faults.join("\n"));
            if faults.is_empty() {
                wrong.push(format!("{room} is in order: take it off the list"));
            }
        } else {
            wrong.extend(faults);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_core_touches_neither_disk_nor_clock_nor_screen() {
    let house = House::of_the_library();
    for room in ["record", "catalogue", "judgement", "text", "export", "import", "package", "draft"] {
        for word in ["std::fs", "SystemTime", "Timestamp::now", "Instant::now", "egui"] {
            let named = house.files_that_name(room, word);
            assert!(named.is_empty(), "{word} stands in {named:?}");
        }
    }
}

#[test]
fn no_room_names_the_network() {
    let house = House::of_the_library();
    for room in house.rooms() {
        for word in ["std::net", "os::unix::net", "TcpStream", "TcpListener", "UdpSocket", "ToSocketAddrs"] {
            let named = house.files_that_name(room, word);
            assert!(named.is_empty(), "{word} stands in {named:?}");
        }
    }
}

/// Whatever way a file names what another defines, the arrow is seen.
#[test]
fn an_arrow_put_back_is_seen() {
    let naming = "mod one; mod two; pub use one::One; pub use two::Two;";
    let used_by_two = "pub struct Two(super::One);";
    let by_one = [
        "use super::Two; pub struct One(Two);",
        "use crate::room::Two; pub struct One(Two);",
        "use crate::{other, room::{Two as Second}}; pub struct One(Second);",
        "use super::two; pub struct One(Vec<two::Two>);",
        "pub struct One; impl One { fn two(&self) -> Option<crate::room::two::Two> { None } }",
        "pub struct One; fn two() { println!(\"{}\", super::two::NAME) }",
        "pub struct One; mod inside { use super::super::Two; }",
    ];
    for one in by_one {
        let house = House::of(&[("room/mod.rs", naming), ("room/one.rs", one), ("room/two.rs", used_by_two)]);
        assert_eq!(house.room("room").circles().len(), 1, "{one}");
    }
    let by_tests = "pub struct One; #[cfg(test)] mod tests { use super::super::Two; }";
    let house = House::of(&[("room/mod.rs", naming), ("room/one.rs", by_tests), ("room/two.rs", used_by_two)]);
    assert_eq!(house.room("room").circles(), Vec::<String>::new());
}

#[test]
fn a_part_that_imports_from_above_is_seen() {
    let holding = "mod part; pub use part::Part; pub struct Whole(Part);";
    for part in ["use super::Whole; pub struct Part;", "pub struct Part; fn of(whole: &crate::room::Whole) {}"] {
        let inside = House::of(&[("room/mod.rs", holding), ("room/part.rs", part)]).room("room");
        assert_eq!((inside.circles().len(), inside.upward().len(), inside.not_only_naming.len()), (1, 1, 1), "{part}");
    }
    let deeper = [
        ("room/mod.rs", "mod hall; mod door;"),
        ("room/hall/mod.rs", "mod seat; pub use seat::Seat;"),
        ("room/hall/seat.rs", "pub struct Seat; fn at(door: super::super::door::Door) {}"),
        ("room/door.rs", "use super::hall; pub struct Door(hall::Seat);"),
    ];
    let circles = House::of(&deeper).room("room").circles();
    assert!(circles.len() == 1 && circles[0].starts_with("circle in room of 2: room::door, room::hall"), "{circles:?}");
}

#[test]
fn a_room_that_the_plan_does_not_allow_is_seen() {
    let house = House::of(&[("low.rs", "use crate::high::Roof;"), ("high.rs", "pub struct Roof;")]);
    assert_eq!(house.imported_by("low").into_keys().collect::<Vec<_>>(), ["high"]);
    let plan = Plan::of(
        "| Room | Is | May import |\n|---|---|---|\n| `low` | – | – |\n| `mid` | – | low |\n| `high` | – | all but mid |\n",
    );
    let expected = [("low", vec![]), ("mid", vec!["low"]), ("high", vec!["low"])];
    assert_eq!(plan.rooms, expected.map(|(room, may)| (room.to_owned(), may.into_iter().map(str::to_owned).collect())));
}
