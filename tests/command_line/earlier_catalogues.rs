//! A record of an earlier catalogue is judged by it on any machine: it is in the program. What is written of such a record as data
//! stays as it was, byte for byte, and the record moves to another catalogue only when somebody moves it.
//!
//! `tests/data/catalogue-2026-11-23` holds the worked examples as they were shipped with that catalogue, and the digests of what
//! the program then wrote of them as data: records, judgements with their explanations, OSCAL. Neither is ever made anew. If a
//! sentence in the data is changed on purpose, the digests of what it stands in follow, after what was written before and after
//! was read side by side; levels, standings and findings stay.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::support::catalogue;
use crate::support::command_line::{Desk, tree};
use liu_wizard::record::ContentDigest;

fn frozen() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/catalogue-2026-11-23")
}

/// The frozen records, in the order of the target tasks.
fn records() -> Vec<String> {
    let files = tree(&frozen()).into_iter().map(|(path, _)| path.file_name().unwrap().to_str().unwrap().to_owned());
    let records: Vec<String> = files.filter(|name| name.ends_with(".liu.ron")).collect();
    assert_eq!(records.len(), 14);
    records
}

/// A machine on which the program was never used before, with the frozen records.
fn new_machine() -> Desk {
    let desk = Desk::new();
    for name in records() {
        desk.write(&name, std::fs::read(frozen().join(&name)).unwrap());
    }
    desk
}

/// What is written of all of them, by name, as `sha256sum` lists it.
fn written(desk: &Desk) -> String {
    let records = records();
    for lang in ["ja", "en"] {
        let to = format!("out/{lang}");
        let mut export = vec!["--quiet", "--lang", lang, "export", "--to", &to, "--format", "json,ron,oscal"];
        export.extend(records.iter().map(String::as_str));
        let ran = desk.run(&export);
        assert_eq!(ran.code, 0, "{ran:?}");
        for name in &records {
            let shown = desk.run(&["--lang", lang, "show", name, "--json"]);
            assert_eq!(shown.code, 0, "{shown:?}");
            desk.write(&format!("{to}/{}.show.json", name.trim_end_matches(".liu.ron")), shown.out);
        }
    }
    let mut list = String::new();
    for (path, bytes) in tree(&desk.path("out")) {
        let name = path.strip_prefix(desk.path("out")).unwrap().to_str().unwrap().replace('\\', "/");
        writeln!(list, "{}  {name}", ContentDigest::of(&bytes)).unwrap();
    }
    list
}

fn sorted_by_name(list: &str) -> Vec<(&str, &str)> {
    let mut entries: Vec<_> =
        list.lines().map(|line| line.split_once("  ").unwrap()).map(|(digest, name)| (name, digest)).collect();
    entries.sort_unstable();
    entries
}

#[test]
fn what_is_written_of_a_record_of_2026_11_23_stays_byte_for_byte() {
    let desk = new_machine();
    let (list, then) = (written(&desk), std::fs::read_to_string(frozen().join("exports.sha256")).unwrap());
    let (now, then) = (sorted_by_name(&list), sorted_by_name(&then));
    let others: Vec<_> = now.iter().filter(|entry| !then.contains(entry)).map(|(name, _)| name).collect();
    assert!(others.is_empty(), "written otherwise than in 2026-11-23: {others:#?}");
    assert_eq!(now.len(), then.len(), "something is not written any more");
    assert_eq!(desk.kept(), [], "looking keeps nothing");
}

#[test]
fn on_a_new_machine_a_record_is_judged_by_its_own_catalogue() {
    let desk = new_machine();
    let listed = desk.run(&["list", ".", "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).unwrap();
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), 14);
    for record in listed {
        assert_eq!(record["judged_by_own_catalogue"], true, "{record}");
    }
    for name in records() {
        let verified = desk.run(&["verify", &name]);
        assert!(!verified.out.contains("手元にありません") && !verified.err.contains("手元にありません"), "{verified:?}");
    }
}

#[test]
fn it_is_moved_by_the_step_for_it_and_by_nothing_else() {
    let desk = new_machine();
    let pins = |name: &str| desk.read(name).matches("version: \"2026-11-23\"").count();
    for command in [&["check", "LIU-A1.liu.ron"][..], &["show", "LIU-A1.liu.ron"], &["catalogue", "compare", "LIU-A1.liu.ron"]] {
        let ran = desk.run(command);
        assert!(ran.out.contains("2026-11-23") && ran.out.contains(&catalogue().meta.version), "{ran:?}");
        assert!(ran.code < 2, "{ran:?}");
        assert_eq!(desk.read("LIU-A1.liu.ron").as_bytes(), std::fs::read(frozen().join("LIU-A1.liu.ron")).unwrap());
    }
    let moved = desk.run(&["catalogue", "move", "LIU-A1.liu.ron", "--to", "moved.liu.ron"]);
    assert_eq!(moved.code, 0, "{moved:?}");
    assert_eq!((pins("LIU-A1.liu.ron"), pins("moved.liu.ron")), (2, 1), "what was approved stays under its own");
    assert!(desk.read("moved.liu.ron").contains(catalogue().digest().as_str()));
}

#[test]
fn a_sheet_that_went_out_before_comes_in() {
    let desk = new_machine();
    let sheet = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets/number_in_text.xlsx");
    desk.write("sheet.xlsx", std::fs::read(sheet).unwrap());
    let shown = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron"]);
    assert!(shown.code == 1 && shown.out.contains("\n  + 3\n"), "{shown:?}");
}
