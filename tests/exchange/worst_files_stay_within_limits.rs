//! The worst file of each kind is answered by the program, whole process and its reader, with 256 MiB of memory and two seconds of
//! processor time each. The system itself keeps the limits here: a program that asks for more breaks down, and the test with it.

use std::process::Command;

use crate::support::blank;
use crate::support::command_line::{Desk, Ran};
use crate::support::package::repacked;
use crate::support::strangers::{names_in_a_circle, object_stream_of_zeros};
use crate::support::workbook::{with_part, workbook};
use liu_wizard::record::Role;
use liu_wizard::text::Lang;

/// In KiB.
const MEMORY: u64 = 256 * 1024;
/// In seconds of processor time. A program built for developers is ten times slower.
const SECONDS: u64 = if cfg!(debug_assertions) { 20 } else { 2 };

/// Runs the program under the limits; nothing if they ended it.
fn within_limits(desk: &Desk, arguments: &[&str]) -> Option<Ran> {
    let plain = desk.command(arguments);
    let mut command = Command::new("sh");
    // Memory that a process has for itself: what it maps of files is the system's.
    command.args(["-c", &format!("ulimit -d {MEMORY} && ulimit -t {SECONDS} && exec \"$@\""), "sh"]);
    command.arg(plain.get_program()).args(plain.get_args()).current_dir(desk.folder.path());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    let output = command.stdin(std::process::Stdio::null()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Some(Ran { code: output.status.code()?, out: text(output.stdout), err: text(output.stderr) })
}

/// A ZIP file of this many empty files.
fn many_entries(count: usize) -> Vec<u8> {
    repacked(&(0..count).map(|number| (format!("f{number}"), Vec::new())).collect::<Vec<_>>())
}

/// A ZIP file in a ZIP file, so many times.
fn nested(times: usize) -> Vec<u8> {
    (0..times).fold(many_entries(1), |inner, _| repacked(&[("inner.zip".to_owned(), inner)]))
}

/// A ZIP file whose first file is stored and is the rest of the same ZIP file: read as itself, it holds itself again.
fn holds_itself() -> Vec<u8> {
    let mut zip = repacked(&[("self.zip".to_owned(), b"x".repeat(400)), ("b".to_owned(), b"y".repeat(400))]);
    let second = zip.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x03\x04").map(|(at, _)| at).nth(1).unwrap();
    let directory = zip.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    // The second entry is found where the first one is.
    for (at, byte) in (directory + 42..).zip([0; 4]) {
        zip[at] = byte;
    }
    assert!(second > 0);
    zip
}

/// A file, what it is called, what is asked about it, and what is said.
type Case = (&'static str, Vec<u8>, &'static [&'static str], &'static str);

fn cases() -> Vec<Case> {
    let sheet = workbook(&blank(Role::Agency), Lang::Ja);
    let styles = with_part(&sheet, "xl/styles.xml", |xml| {
        xml.replace("</cellXfs>", &format!("{}</cellXfs>", "<xf xfId=\"0\"/>".repeat(1_000_000)))
    });
    let texts = with_part(&sheet, "xl/sharedStrings.xml", |xml| {
        xml.replace("</sst>", &format!("<si><t>{}</t></si></sst>", "x".repeat(60_000_000)))
    });
    let import: &[&str] = &["import", "?", "--into", "theirs.liu.ron"];
    let (check, verify): (&[&str], &[&str]) = (&["check", "?"], &["verify", "?"]);
    let mib = 1024 * 1024;
    vec![
        ("many.liu.zip", many_entries(65_535), verify, "many.liu.zip"),
        ("many.xlsx", many_entries(65_535), import, "many.xlsx"),
        ("many.liu.ron", many_entries(65_535), check, "many.liu.ron"),
        ("nested.liu.zip", nested(200), verify, "nested.liu.zip"),
        ("nested.xlsx", nested(200), import, "nested.xlsx"),
        ("itself.liu.zip", holds_itself(), verify, "itself.liu.zip"),
        ("itself.xlsx", holds_itself(), import, "itself.xlsx"),
        ("styles.xlsx", styles, import, "大きすぎます"),
        ("texts.xlsx", texts, import, "大きすぎます"),
        ("circle.pdf", names_in_a_circle(), verify, "扱える量を超える"),
        ("zeros.pdf", object_stream_of_zeros(), verify, "メモリを使う"),
        ("zeros.liu.ron", vec![0; 16 * mib], check, "zeros.liu.ron"),
        ("deep.liu.json", b"[".repeat(16 * mib), check, "deep.liu.json"),
        ("deep.liu.ron", b"(a:".repeat(5 * mib), check, "deep.liu.ron"),
        ("notes.liu.ron", b"/*".repeat(8 * mib), check, "notes.liu.ron"),
        ("deep.ron", b"[".repeat(4 * mib), &["catalogue", "check", "?"], "deep.ron"),
        ("wide.sig", vec![b'A'; 16 * mib], &["verify", "theirs.liu.json", "--signature", "?"], "wide.sig"),
    ]
}

#[cfg(target_os = "linux")]
#[test]
fn the_worst_file_of_each_kind_is_refused_within_the_limits() {
    let desk = Desk::new();
    desk.run(&["new", "--role", "agency", "--task", "LIU-A1", "theirs"]);
    let json = desk.run(&["export", "theirs.liu.ron", "--to", "json", "--format", "json"]);
    assert_eq!(json.code, 0, "{json:?}");
    let made = std::fs::read_dir(desk.path("json")).unwrap().next().unwrap().unwrap().path();
    std::fs::rename(made, desk.path("theirs.liu.json")).unwrap();
    for (name, bytes, asked, said) in cases() {
        desk.write(name, bytes);
        let arguments: Vec<&str> = asked.iter().map(|part| if *part == "?" { name } else { part }).collect();
        let ran = within_limits(&desk, &arguments).unwrap_or_else(|| panic!("{name}: the limits ended it"));
        assert!(matches!(ran.code, 1 | 2) && ran.err.contains(said) && !ran.err.contains("WARN"), "{name}: {ran:?}");
        std::fs::remove_file(desk.path(name)).unwrap();
    }
}

/// A folder that is no set may hold anything, and as much of it as there is.
#[test]
fn a_folder_is_verified_only_as_far_as_a_set_goes() {
    let desk = Desk::new();
    for (folder, files, each) in [("many", 65, 1), ("large", 5, 60 << 20), ("one", 1, 65 << 20)] {
        std::fs::create_dir(desk.path(folder)).unwrap();
        for number in 0..files {
            let file = std::fs::File::create(desk.path(&format!("{folder}/{number}"))).unwrap();
            file.set_len(each).unwrap();
        }
    }
    for (folder, said) in [("many", "64"), ("large", "256 MiB"), ("one", "64 MiB")] {
        let ran = desk.run(&["verify", folder]);
        assert!(ran.code == 2 && ran.err.contains(said) && ran.err.contains(folder), "{ran:?}");
    }
}
