//! Packages made to do harm are refused with a reason that names what is wrong, and nothing is written.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

use std::io::{Cursor, Write as _};
use std::sync::OnceLock;

use crate::support::command_line::{Desk, tree};
use crate::support::package::{files, repacked, with_manifest, with_part};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::{Along, ArchiveProblem, ManifestProblem, NamedFile, SetProblem};
use liu_wizard::file::{self, FileError, Foreign};
use liu_wizard::package::{self, Misfit, PackageError, Setting, Wish};
use liu_wizard::record::{Date, Line, Prose, Record, RecordId, Role};
use liu_wizard::text::Lang;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

fn record(id: &str, role: Role) -> Record {
    let catalogue = Catalogue::shipped().unwrap();
    let profile = catalogue.profiles.first().unwrap().id.clone();
    let mut record = Record::new(RecordId::new(id).unwrap(), role, today(), profile, catalogue.pin());
    record.service.name = Line::new("ウェブ会議サービス甲").unwrap();
    record.request.letter = Prose::new("評価をお願いします。").unwrap();
    record
}

/// A request that nothing is wrong with.
fn whole() -> &'static [u8] {
    static WHOLE: OnceLock<Vec<u8>> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let catalogue = Catalogue::shipped().unwrap();
        let setting = Setting { catalogue: &catalogue, today: today(), lang: Lang::Ja, along: Along::default(), undecided: true };
        package::make(&record("00000000-0000-4000-8000-000000000001", Role::Csp), Wish::Request, &[], &setting).unwrap()
    })
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::STORE)
}

/// A ZIP file of these names, each with a few bytes.
fn zip_of(names: &[&str]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        archive.start_file(*name, options()).unwrap();
        archive.write_all(b"content").unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// Puts bytes into each header that begins with `magic`, at a distance from its beginning.
fn patched(zip: &[u8], magic: &[u8], at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut patched = zip.to_vec();
    let places: Vec<usize> = zip.windows(4).enumerate().filter(|(_, four)| *four == magic).map(|(place, _)| place).collect();
    assert!(!places.is_empty());
    for place in places {
        patched[place + at..place + at + bytes.len()].copy_from_slice(bytes);
    }
    patched
}

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";

/// The same field in the header before each file and in the directory at the end.
fn patched_both(zip: &[u8], local: usize, central: usize, bytes: &[u8]) -> Vec<u8> {
    patched(&patched(zip, LOCAL, local, bytes), CENTRAL, central, bytes)
}

fn replaced(zip: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut replaced = zip.to_vec();
    for place in 0..=zip.len() - from.len() {
        if &zip[place..place + from.len()] == from {
            replaced[place..place + to.len()].copy_from_slice(to);
        }
    }
    replaced
}

fn refused(bytes: &[u8]) -> PackageError {
    package::read(bytes).map(|package| package.manifest).unwrap_err()
}

fn archive_problem(bytes: &[u8]) -> ArchiveProblem {
    match refused(bytes) {
        PackageError::Archive(problem) => problem,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_no_whole_zip_file_is_said_to_be_none() {
    assert!(package::read(whole()).is_ok());
    for (bytes, expected) in [
        (&b""[..], ArchiveProblem::NotZip),
        (b"%PDF-1.7", ArchiveProblem::NotZip),
        (LOCAL, ArchiveProblem::CutOff),
        (&whole()[..whole().len() - 1], ArchiveProblem::CutOff),
        (&whole()[..whole().len() / 2], ArchiveProblem::CutOff),
        (b"MZ and a program", ArchiveProblem::NotZip),
        (&[whole(), whole()].concat(), ArchiveProblem::CutOff),
    ] {
        assert_eq!(archive_problem(bytes), expected);
    }
    let cut_inside = [&whole()[..1000], &whole()[2000..]].concat();
    assert!(matches!(archive_problem(&cut_inside), ArchiveProblem::Damaged { .. }));
}

#[test]
fn names_that_are_more_than_names_are_refused() {
    let too_long = "あ".repeat(121);
    for name in [
        "../manifest.json",
        "/etc/passwd",
        "a/../manifest.json",
        "a//manifest.json",
        "./manifest.json",
        "~/\u{202E}/manifest.json",
        "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/manifest.json",
        "..\\manifest.json",
        "__MACOSX/../../manifest.json",
        "C:manifest.json",
        "\\\\server\\share",
        "..",
        ".hidden",
        "manifest.json ",
        "manifest.json.",
        "CON",
        "lpt1.txt",
        "a\u{202E}fdp.exe",
        "a\nb",
        "what?.json",
        too_long.as_str(),
    ] {
        assert!(matches!(archive_problem(&zip_of(&[name])), ArchiveProblem::Name { .. }), "{name:?}");
    }
}

#[test]
fn two_files_that_a_disk_takes_for_one_are_refused() {
    let twice = replaced(&zip_of(&["aaaa.json", "bbbb.json"]), b"bbbb.json", b"aaaa.json");
    assert!(matches!(archive_problem(&twice), ArchiveProblem::Twice { .. }));
    for names in [["A.json", "a.json"], ["ガ.json", "カ\u{3099}.json"], ["ｱ.json", "ア.json"]] {
        assert!(matches!(archive_problem(&zip_of(&names)), ArchiveProblem::Twice { .. }), "{names:?}");
    }
}

#[test]
fn links_and_devices_are_refused_and_folders_with_something_in_them() {
    let mut link = ZipWriter::new(Cursor::new(Vec::new()));
    link.add_symlink("manifest.json", "/etc/passwd", options()).unwrap();
    let mut hidden = ZipWriter::new(Cursor::new(Vec::new()));
    hidden.add_symlink(".DS_Store", "/etc/passwd", options()).unwrap();
    let folder = replaced(&zip_of(&["folder_"]), b"folder_", b"folder/");
    for bytes in [link.finish().unwrap().into_inner(), hidden.finish().unwrap().into_inner(), folder] {
        assert!(matches!(archive_problem(&bytes), ArchiveProblem::NotAFile { .. }));
    }
    // A named pipe: the upper half of the attributes is the mode.
    let pipe = patched(&zip_of(&["manifest.json"]), CENTRAL, 40, &0o010_644_u16.to_le_bytes());
    assert!(matches!(archive_problem(&pipe), ArchiveProblem::NotAFile { .. }));
}

#[test]
fn encrypted_files_and_unknown_compression_are_refused() {
    let plain = zip_of(&["manifest.json"]);
    let encrypted = patched_both(&plain, 6, 8, &[1, 0]);
    assert!(matches!(archive_problem(&encrypted), ArchiveProblem::Encrypted { .. }));
    let encrypted_otherwise = patched_both(&plain, 8, 10, &[99, 0]);
    assert!(matches!(archive_problem(&encrypted_otherwise), ArchiveProblem::Encrypted { .. }));
    for method in [9_u8, 12, 14, 93, 95, 98] {
        let other = patched_both(&plain, 8, 10, &[method, 0]);
        assert!(matches!(archive_problem(&other), ArchiveProblem::Method { .. }), "{method}");
    }
}

#[test]
fn more_files_than_any_package_has_are_refused_before_room_is_made_for_them() {
    let names: Vec<String> = (0..201).map(|number| format!("{number}.bin")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(archive_problem(&zip_of(&names)), ArchiveProblem::TooManyFiles { most: 200 });
    let lying = patched(&zip_of(&["manifest.json"]), END, 8, &[0xFF, 0xFF, 0xFF, 0xFF]);
    assert_eq!(archive_problem(&lying), ArchiveProblem::TooManyFiles { most: 200 });
    // The larger record may tell of more files than there is memory for, and of a directory as large.
    let small = zip_of(&["manifest.json"]);
    let (body, _) = small.split_at(small.len() - 22);
    let mut huge = body.to_vec();
    huge.extend(b"PK\x06\x06\x2C\0\0\0\0\0\0\0\x2D\0\x2D\0\0\0\0\0\0\0\0\0");
    for number in [u64::MAX / 400, u64::MAX / 400, u64::MAX / 8, 0] {
        huge.extend(number.to_le_bytes());
    }
    huge.extend(b"PK\x06\x07\0\0\0\0");
    huge.extend(u64::try_from(body.len()).unwrap().to_le_bytes());
    huge.extend(b"\x01\0\0\0PK\x05\x06\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\0");
    assert_eq!(archive_problem(&huge), ArchiveProblem::TooManyFiles { most: 200 });
    // Nor do files that are left out make room for more.
    let added: Vec<String> = (0..900).map(|number| format!("__MACOSX/{number}")).collect();
    let added: Vec<&str> = added.iter().map(String::as_str).collect();
    assert_eq!(archive_problem(&zip_of(&added)), ArchiveProblem::TooManyFiles { most: 200 });
}

#[test]
fn files_that_unpack_to_too_much_are_refused_whatever_size_they_declare() {
    let most = 64 * 1024 * 1024;
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::DEFLATE).compression_level(Some(1));
    bomb.start_file("manifest.json", packed).unwrap();
    bomb.write_all(&vec![b' '; most + 1]).unwrap();
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < most / 100, "{}", bomb.len());
    let too_large = ArchiveProblem::TooLarge { name: "manifest.json".to_owned(), most: 64 * 1024 * 1024 };
    assert_eq!(archive_problem(&bomb), too_large);
    // A size that lies is found out after that many bytes.
    let lying = archive_problem(&patched_both(&bomb, 22, 24, &100_u32.to_le_bytes()));
    assert!(matches!(lying, ArchiveProblem::Damaged { .. }), "{lying:?}");
    // And several that are small enough by themselves.
    let mut many = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..4 {
        many.start_file(format!("{number}.bin"), packed).unwrap();
        many.write_all(&vec![0; 50 * 1024 * 1024]).unwrap();
    }
    let many = many.finish().unwrap().into_inner();
    // How much that may be goes by the length of the file, so that a small one takes no more than a large one could.
    let most = (64 * 1024 * 1024 + 4 * many.len() as u64) / (1024 * 1024) * (1024 * 1024);
    assert_eq!(archive_problem(&many), ArchiveProblem::AllTooLarge { most });
}

/// What unpacks to 4 GiB, by the same 64 MiB again and again.
fn large_bomb() -> Vec<u8> {
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::DEFLATE).compression_level(Some(1));
    let mut one = ZipWriter::new(Cursor::new(Vec::new()));
    one.start_file("0.bin", packed).unwrap();
    one.write_all(&vec![0; 64 * 1024 * 1024]).unwrap();
    let mut one = zip::ZipArchive::new(Cursor::new(one.finish().unwrap().into_inner())).unwrap();
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..64 {
        bomb.raw_copy_file_rename(one.by_index(0).unwrap(), format!("{number}.bin")).unwrap();
    }
    bomb.finish().unwrap().into_inner()
}

#[cfg(target_os = "linux")]
#[test]
fn a_bomb_is_refused_in_bounded_memory() {
    let desk = Desk::new();
    desk.write("bomb.liu.zip", large_bomb());
    let before = tree(desk.folder.path());
    // The program may take one gibibyte of addresses, a quarter of what the file unpacks to.
    let program = env!("CARGO_BIN_EXE_liu-wizard");
    let limited = |arguments: &str| {
        let line = format!("ulimit -v 1048576 && exec {program} {arguments}");
        let mut command = std::process::Command::new("/bin/sh");
        command.args(["-c", &line]).current_dir(desk.folder.path()).env("LIU_WIZARD_DATA", desk.path("data"));
        command.output().unwrap()
    };
    for command in ["verify", "show", "check", "package attachments --to out", "new made --request"] {
        let ran = limited(&format!("{command} bomb.liu.zip"));
        let said = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(2), "{command}: {said}");
        assert!(said.contains("大きすぎます（") && said.contains("MiBまで）"), "{command}: {said}");
    }
    assert!(before == tree(desk.folder.path()), "nothing was written, and nothing changed");
}

#[test]
fn a_zip_file_that_contradicts_itself_is_damaged() {
    let plain = zip_of(&["manifest.json", "b.bin"]);
    let mut overlapping = ZipWriter::new_append(Cursor::new(plain.clone())).unwrap();
    overlapping.shallow_copy_file("b.bin", "c.bin").unwrap();
    let other_name = {
        let mut bytes = plain.clone();
        bytes[30..43].copy_from_slice(b"Manifest.json");
        bytes
    };
    for (what, bytes) in [
        ("two entries over the same bytes", overlapping.finish().unwrap().into_inner()),
        ("another name before the file", other_name),
        ("too small a size", patched_both(&plain, 22, 24, &3_u32.to_le_bytes())),
        ("another check sum", patched_both(&plain, 14, 16, &[1, 2, 3, 4])),
        ("the directory elsewhere", patched(&plain, END, 16, &[0xF0, 0xFF, 0, 0])),
    ] {
        assert!(matches!(archive_problem(&bytes), ArchiveProblem::Damaged { .. }), "{what}");
    }
}

#[test]
fn what_calls_itself_a_package_and_is_none_of_this_program_is_named() {
    let manifest = |change: fn(&mut serde_json::Value)| refused(&with_manifest(whole(), change));
    assert_eq!(refused(&zip_of(&["record.liu.json"])), PackageError::Manifest(ManifestProblem::Missing));
    assert_eq!(manifest(|it| it["kind"] = "pamphlet".into()), PackageError::UnknownKind { found: "pamphlet".to_owned() });
    let newer = PackageError::Manifest(ManifestProblem::Newer { version: 2, known: 1 });
    assert_eq!(manifest(|it| it["version"] = 2.into()), newer);
    let other = PackageError::Manifest(ManifestProblem::OtherFormat("oscal".to_owned()));
    assert_eq!(manifest(|it| it["format"] = "oscal".into()), other);
    assert!(matches!(
        manifest(|it| it["later"] = true.into()),
        PackageError::Manifest(ManifestProblem::Unreadable(said)) if said.contains("later")
    ));
    let mut large = files(whole());
    large[0].1.resize(1024 * 1024 + 1, b' ');
    assert!(matches!(archive_problem(&repacked(&large)), ArchiveProblem::TooLarge { .. }));
    // Sealed right, and written with a blank that canonical JSON has not.
    let mut files = files(whole());
    files[0].1.insert(1, b' ');
    assert_eq!(refused(&repacked(&files)), PackageError::ManifestChanged);
}

#[test]
fn parts_that_are_missing_changed_or_not_listed_are_named() {
    let whole_files = files(whole());
    let name = whole_files[1].0.clone();
    let with = |change: &dyn Fn(&mut Vec<NamedFile>)| {
        let mut files = whole_files.clone();
        change(&mut files);
        refused(&repacked(&files))
    };
    let parts = |problem| PackageError::Parts(vec![problem]);
    assert_eq!(with(&|files| _ = files.remove(1)), parts(SetProblem::Missing(name.clone())));
    assert_eq!(with(&|files| files[1].1[0] = b'('), parts(SetProblem::Changed(name)));
    let more = ("読んでください.exe".to_owned(), b"MZ".to_vec());
    assert_eq!(with(&|files| files.push(more.clone())), parts(SetProblem::NotListed(more.0.clone())));
    let twice = with_manifest(whole(), |manifest| {
        let parts = manifest["parts"].as_array_mut().unwrap();
        parts.push(parts[0].clone());
    });
    assert!(matches!(refused(&twice), PackageError::Misfit(Misfit::ListedTwice { .. })));
}

#[test]
fn a_record_that_is_none_or_not_the_one_described_is_refused() {
    let nested = with_part(whole(), "record", whole());
    assert!(matches!(refused(&nested), PackageError::Record(FileError::Foreign { what: Foreign::Zip, .. })));
    let other = file::to_json(&record("00000000-0000-4000-8000-000000000002", Role::Csp)).unwrap();
    assert!(matches!(refused(&with_part(whole(), "record", other.as_bytes())), PackageError::Parts(problems)
        if matches!(problems.as_slice(), [SetProblem::AnotherRecord(_)])));
    let misfit = |change: fn(&mut serde_json::Value)| match refused(&with_manifest(whole(), change)) {
        PackageError::Misfit(misfit) => misfit,
        other => panic!("{other:?}"),
    };
    assert_eq!(misfit(|it| it["record"] = "somebody-else".into()), Misfit::AnotherRecord);
    assert_eq!(misfit(|it| it["state"] = "approved".into()), Misfit::AnotherRecord);
    assert_eq!(misfit(|it| it["kind"] = "result".into()), Misfit::RoleOfRecord);
    assert_eq!(misfit(|it| it["kind"] = "application".into()), Misfit::Results);
    assert_eq!(misfit(|it| it["comment"] = "なぜ".into()), Misfit::Comment);
    assert_eq!(misfit(|it| it["parts"][0]["role"] = "attachment".into()), Misfit::NotOneRecord);
    let many = |it: &mut serde_json::Value| {
        for number in 0..51 {
            let digest = "0".repeat(64);
            let part = serde_json::json!({ "name": number.to_string(), "role": "attachment", "size": 1, "sha256": digest });
            it["parts"].as_array_mut().unwrap().push(part);
        }
    };
    assert_eq!(misfit(many), Misfit::TooManyAttachments { most: 50 });
}

#[test]
fn every_refusal_teaches_in_both_languages_and_leaves_the_folder_as_it_was() {
    let desk = Desk::new();
    let mut link = ZipWriter::new(Cursor::new(Vec::new()));
    link.add_symlink("manifest.json", "/etc/passwd", options()).unwrap();
    let cases = [
        ("a.liu.zip", whole()[..whole().len() / 2].to_vec(), "終わりが欠けている"),
        ("b.liu.zip", zip_of(&["../../evil.liu.json"]), "../../evil.liu.json"),
        ("c.liu.zip", link.finish().unwrap().into_inner(), "リンク"),
        ("d.liu.zip", zip_of(&["A.json", "a.json"]), "同じ名前"),
        ("e.liu.zip", with_manifest(whole(), |it| it["kind"] = "pamphlet".into()), "pamphlet"),
        ("f.liu.zip", with_manifest(whole(), |it| it["version"] = 9.into()), "新しい liu-wizard"),
        ("g.liu.zip", with_part(whole(), "record", whole()), "ZIP"),
        ("h", zip_of(&["readme.txt"]), "manifest.json がない"),
        ("i.liu.zip", b"no zip".to_vec(), "ZIPファイルではありません"),
        ("j.liu.zip", with_manifest(whole(), |it| it["record"] = "x".into()), "manifest.json の示すもの"),
    ];
    for (name, bytes, _) in &cases {
        desk.write(name, bytes);
    }
    let before = tree(desk.folder.path());
    for (name, _, said) in &cases {
        for command in [&["check"][..], &["show"], &["verify"], &["new", "made", "--request"], &["export", "--to", "out"]] {
            let ran = desk.run(&[command, &[name]].concat());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command:?} {name}: {ran:?}");
            assert!(ran.err.contains(said), "{command:?} {name}: {}", ran.err);
            assert!(ran.err.contains(name) || ran.err.contains(".liu.json"), "{command:?} {name}: {}", ran.err);
            let english = desk.run(&[command, &[name, "--lang", "en"]].concat());
            assert!(english.err.is_ascii() || english.err.contains('“') || english.err.contains("LIU-"), "{}", english.err);
        }
    }
    assert!(before == tree(desk.folder.path()), "nothing was written, and nothing changed");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is done to the bytes, a package is refused or says what it said.
    #[test]
    fn no_damage_to_a_package_is_taken_for_content(at in any::<prop::sample::Index>(), byte in any::<u8>(), tail in any::<bool>()) {
        let mut bytes = whole().to_vec();
        // Headers stand at the end, where chance alone seldom hits.
        let (from, length) = if tail { (bytes.len() - 600, 600) } else { (0, bytes.len()) };
        bytes[from + at.index(length)] = byte;
        if let Ok(package) = package::read(&bytes) {
            let original = package::read(whole()).unwrap();
            prop_assert_eq!(package.record, original.record);
            prop_assert_eq!(package.manifest, original.manifest);
        }
    }

    #[test]
    fn bytes_that_begin_like_a_package_never_break_the_reader(tail in prop::collection::vec(any::<u8>(), 0..200)) {
        let end = [END, &[0; 18]].concat();
        prop_assert!(package::read(&[LOCAL, &tail, &end].concat()).is_err());
    }
}
