//! What `SECURITY.md` and the README promise names the tests that break with it. A test that was renamed or removed, and a file that is not there,
//! would make a promise of which nobody knows whether it holds.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::house::root;

/// The tests of all programs, by name.
fn tests() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for folder in ["src", "tests"] {
        tests_below(&root().join(folder), &mut found);
    }
    found
}

fn tests_below(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tests_below(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            tests_of(&fs::read_to_string(&path).unwrap(), found);
        }
    }
}

/// The functions behind `#[test]`. Between them stand other attributes at most; in `proptest!` it is the same.
fn tests_of(source: &str, found: &mut BTreeSet<String>) {
    for after in source.split("#[test]").skip(1) {
        let function = after.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with(['#', '/']));
        let name = function.and_then(|line| line.strip_prefix("fn ")).and_then(|rest| rest.split_once('('));
        found.extend(name.map(|(name, _)| name.to_owned()));
    }
}

/// The rows of all tables of a text whose last columns are headed so, each with the cells of those columns.
fn rows<'a>(text: &'a str, heads: &[&str]) -> Vec<Vec<&'a str>> {
    let mut rows = Vec::new();
    let mut columns: Option<Vec<usize>> = None;
    for line in text.lines() {
        let Some(row) = line.strip_prefix('|') else {
            columns = None;
            continue;
        };
        let cells: Vec<&str> = row.trim_end_matches('|').split('|').map(str::trim).collect();
        match &columns {
            None => {
                let of = heads.iter().map(|head| cells.iter().position(|cell| cell == head)).collect::<Option<Vec<_>>>();
                columns = Some(of.unwrap_or_default());
            }
            Some(of) if of.is_empty() || cells[0].starts_with("--") => {}
            Some(of) => rows.push(of.iter().map(|column| cells[*column]).collect()),
        }
    }
    rows
}

/// What stands between back quotes.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// What rows name and is not there.
fn not_there(rows: &[Vec<&str>], tests: &BTreeSet<String>) -> Vec<String> {
    let mut missing = Vec::new();
    for row in rows {
        let (test, places) = row.split_last().unwrap();
        if quoted(test).is_empty() {
            missing.push(format!("no test is named: {row:?}"));
        }
        missing.extend(
            quoted(test).into_iter().filter(|name| !tests.contains(*name)).map(|name| format!("no test is called {name}")),
        );
        for place in places.iter().flat_map(|place| quoted(place)) {
            if !root().join(place).exists() {
                missing.push(format!("there is no {place}"));
            }
        }
    }
    missing
}

#[test]
fn every_promise_names_a_test_that_is_there() {
    let tests = tests();
    assert!(tests.len() > 800, "{}", tests.len());
    let security = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let threats = rows(&security, &["Where", "Test"]);
    assert!(threats.len() >= 18, "{}", threats.len());
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let promises = rows(&readme, &["Test"]);
    assert!(promises.len() >= 10, "{}", promises.len());
    let missing: Vec<String> = [threats, promises].iter().flat_map(|rows| not_there(rows, &tests)).collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn a_promise_whose_test_or_place_is_gone_is_noticed() {
    let tests = BTreeSet::from(["it_holds".to_owned()]);
    let table = |row: &str| {
        format!("text\n| Who | Where | Test |\n|---|---|---|\n{row}\n\n| Other | table |\n|---|---|\n| `a` | `b` |\n")
    };
    for (row, said) in [
        ("| a | `src/lib.rs` | `it_holds` |", None),
        ("| a | `src/lib.rs` | `it_held` |", Some("no test is called it_held")),
        ("| a | `src/gone.rs` | `it_holds` |", Some("there is no src/gone.rs")),
        ("| a | `src/lib.rs` | by hand |", Some("no test is named: [\"`src/lib.rs`\", \"by hand\"]")),
    ] {
        let table = table(row);
        assert_eq!(not_there(&rows(&table, &["Where", "Test"]), &tests), said.into_iter().collect::<Vec<_>>(), "{row}");
    }
    let mut found = BTreeSet::new();
    tests_of("#[test]\n#[cfg(unix)]\nfn one() {}\nfn helper() {}\n#[test]\nfn two(a in b) {}", &mut found);
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["one", "two"]);
}
