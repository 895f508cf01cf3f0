//! What a reader takes at most stands in one table, which the readers use and which `SECURITY.md` shows.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use liu_wizard::bounds::ALL;

use crate::house::root;

/// The rooms in which strangers' files are read, as files and folders below `src`.
const READERS: [&str; 8] = ["reader", "file", "import", "package", "portfolio", "export/archive", "catalogue", "record"];

/// Numbers that bound no reader: what is kept or shown by the program of its own accord.
const NO_READERS: [&str; 20] = [
    "src/file/settings.rs: RECENT",
    "src/file/versions.rs: NEWEST",
    "src/file/versions.rs: DAYS",
    "src/file/names.rs: LONGEST",
    "src/file/format_version.rs: VERSION",
    "src/package/manifest.rs: VERSION",
    "src/package/attachment.rs: MOST_OF_ONE_NAME",
    "src/package/make.rs: LONGEST_AGENCY",
    "src/portfolio/precedent.rs: MOST_PRECEDENTS",
    "src/import/content.rs: DIGITS",
    "src/import/content.rs: SHOWN",
    "src/import/told.rs: MOST",
    "src/export/archive/end.rs: END_LENGTH",
    "src/export/archive/end.rs: LOCATOR_LENGTH",
    "src/export/archive/end.rs: END64_LENGTH",
    "src/record/letter.rs: SUSPICIOUS",
    "src/record/text.rs: SOFT_LENGTH",
    "src/portfolio/pages.rs: MOST_NAMED",
    "src/reader/ask.rs: CREATE_NO_WINDOW",
    "src/reader/limits.rs: PROCESSOR_SECONDS",
];

/// The table as `SECURITY.md` has it.
fn table() -> String {
    let row = |bound: &liu_wizard::bounds::Bound| format!("| {} | {} | {bound} |\n", bound.reader, bound.of);
    ALL.iter().map(row).collect()
}

#[test]
fn security_shows_every_bound_as_the_readers_have_it() {
    let security = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let (_, after) = security.split_once("| Reader | What | At most |\n|---|---|---|\n").unwrap();
    let shown: String = after.lines().take_while(|line| line.starts_with('|')).map(|line| format!("{line}\n")).collect();
    assert_eq!(shown, table(), "this is the table now");
}

#[test]
fn no_reader_has_a_bound_of_its_own() {
    let mut found = BTreeSet::new();
    for room in READERS {
        numbers_below(&root().join("src").join(room), &mut found);
    }
    let known: BTreeSet<String> = NO_READERS.iter().map(|known| (*known).to_owned()).collect();
    let own: Vec<&String> = found.difference(&known).collect();
    assert!(own.is_empty(), "a bound stands in src/bounds.rs: {own:?}");
    let gone: Vec<&String> = known.difference(&found).collect();
    assert!(gone.is_empty(), "no longer there: {gone:?}");
}

/// The constants that are counts or sizes, by file and name.
fn numbers_below(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            numbers_below(&path, found);
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(root()).unwrap().display().to_string().replace('\\', "/");
        for line in source.lines().take_while(|line| !line.starts_with("#[cfg(test)]")).map(str::trim) {
            let declared = line.split_once("const ").filter(|(before, _)| before.is_empty() || before.starts_with("pub"));
            let Some((constant, kind)) = declared.and_then(|(_, declared)| declared.split_once(": ")) else { continue };
            if ["u16 =", "u32 =", "u64 =", "usize ="].iter().any(|number| kind.starts_with(number)) {
                found.insert(format!("{name}: {constant}"));
            }
        }
    }
}

#[test]
fn no_bound_is_named_twice_or_nothing() {
    let mut seen = BTreeSet::new();
    for bound in ALL {
        assert!(bound.most > 0 && seen.insert((bound.reader, bound.of)), "{bound:?}");
    }
    assert!(ALL.len() > 60, "{}", ALL.len());
}

/// What opens files: the door itself, and what asks the system of its own processes.
const DOOR: [&str; 2] = ["src/file/storage/", "src/file/machine.rs"];

#[test]
fn files_are_opened_through_one_door() {
    let mut found = Vec::new();
    openings_below(&root().join("src"), &mut found);
    assert!(found.iter().any(|(name, _)| name.starts_with(DOOR[0])), "the door opens files");
    found.retain(|(name, _)| !DOOR.iter().any(|door| name.starts_with(door)));
    assert!(found.is_empty(), "Storage::read is bounded, and takes ordinary files alone: {found:?}");
}

fn openings_below(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            openings_below(&path, found);
            continue;
        }
        let Ok(source) = fs::read_to_string(&path) else { continue };
        let name = path.strip_prefix(root()).unwrap().display().to_string().replace('\\', "/");
        for line in source.lines().take_while(|line| !line.starts_with("#[cfg(test)]")) {
            if ["File::open(", "File::options(", "OpenOptions::new(", "fs::read(", "fs::read_to_string("]
                .iter()
                .any(|opens| line.contains(opens))
            {
                found.push((name.clone(), line.trim().to_owned()));
            }
        }
    }
}
