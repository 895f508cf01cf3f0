//! No export says on which machine, by whom, or where it was made: only what stands in the record.

use std::io::{Cursor, Read as _};

use crate::support::command_line::{Desk, tree};
use lopdf::Document as Pdf;

/// Words that stand in the surroundings of the program and nowhere in a record.
const CANARIES: [(&str, &str); 8] = [
    ("USER", "canary-login"),
    ("LOGNAME", "canary-logname"),
    ("USERNAME", "canary-username"),
    ("HOSTNAME", "canary-host"),
    ("COMPUTERNAME", "canary-computer"),
    ("HOME", "/canary-home"),
    ("LANG", "canary_LANG.UTF-8"),
    ("CANARY_SECRET", "canary-value"),
];

/// The bytes of a file, and of everything packed in it.
fn laid_open(name: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut parts = vec![(name.to_owned(), bytes.to_vec())];
    if bytes.starts_with(b"PK\x03\x04") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let its_name = format!("{name}!{}", file.name().unwrap());
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            parts.extend(laid_open(&its_name, &content));
        }
    }
    if bytes.starts_with(b"%PDF-") {
        let document = Pdf::load_mem(bytes).unwrap();
        for (id, object) in &document.objects {
            if let Ok(stream) = object.as_stream() {
                let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                parts.push((format!("{name}#{id:?}"), content));
            }
            parts.push((format!("{name}#{id:?}"), format!("{object:?}").into_bytes()));
        }
    }
    parts
}

fn contains(bytes: &[u8], word: &str) -> bool {
    let found = |word: &[u8]| bytes.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word));
    let utf16 = |order: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    found(word.as_bytes()) || found(&utf16(u16::to_be_bytes)) || found(&utf16(u16::to_le_bytes))
}

#[test]
fn login_host_paths_and_environment_appear_in_no_export() {
    let desk = Desk::new();
    let folder = desk.path("canary-folder");
    std::fs::create_dir(&folder).unwrap();
    let example = &liu_wizard::examples::all()[0];
    std::fs::write(folder.join("canary-file.liu.ron"), example.ron).unwrap();
    let formats = "pdf,docx,md,xlsx,json,oscal,csv,ron,set,zip";
    let arguments = ["export", "canary-file.liu.ron", "--to", "canary-out", "--format", formats];
    let output = desk
        .command(&[&arguments[..], &["--document", "record,sheet,explanation", "--item", "1"]].concat())
        .current_dir(&folder)
        .envs(CANARIES)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let mut words: Vec<String> = CANARIES.iter().map(|(_, value)| (*value).to_owned()).chain(["canary".to_owned()]).collect();
    words.push(desk.folder.path().display().to_string());
    words.push(env!("CARGO_MANIFEST_DIR").to_owned());
    // What the machine is really called, unless it is a word that could stand anywhere.
    let host = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    words.extend([host.trim().to_owned()].into_iter().filter(|host| host.len() >= 8 && host != "localhost"));

    let made = tree(&folder.join("canary-out"));
    assert!(made.len() >= 20, "{}", made.len());
    let mut parts = 0;
    for (path, bytes) in made {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for (part, content) in laid_open(&name, &bytes) {
            parts += 1;
            for word in &words {
                assert!(!contains(&content, word) && !part.contains(word.as_str()), "{word} in {part}");
            }
        }
    }
    assert!(parts > 500, "the files were opened: {parts}");
}
