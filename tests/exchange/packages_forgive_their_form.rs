//! A package that somebody unpacked and packed again opens, whatever that did to its outer form, and what was let pass is said. Its
//! parts are judged as strictly as ever.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::support::command_line::{Desk, tree};
use crate::support::package::{changed_files, files, repacked};
use liu_wizard::export::{ArchiveProblem, Forgiven, NamedFile, SetProblem};
use liu_wizard::package::{self, Package, PackageError};
use liu_wizard::text::Lang;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn found(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/zip").join(format!("{name}.liu.zip"));
    std::fs::read(path).unwrap()
}

/// The files of a request of an earlier program, whose names are Japanese: the manifest, a record, its sheet and attachments of
/// which several are the same byte or nothing at all.
fn earlier() -> &'static [NamedFile] {
    static FILES: OnceLock<Vec<NamedFile>> = OnceLock::new();
    FILES.get_or_init(|| files(&found("zip64")))
}

fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(method)
}

fn zipped<'a>(files: impl IntoIterator<Item = (String, &'a [u8])>, method: CompressionMethod) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        match name.strip_suffix('/') {
            Some(folder) => archive.add_directory(folder, options(method)).unwrap(),
            None => {
                archive.start_file(name, options(method)).unwrap();
                archive.write_all(bytes).unwrap();
            }
        }
    }
    archive.finish().unwrap().into_inner()
}

fn renamed(rename: impl Fn(&str) -> String) -> impl Iterator<Item = (String, &'static [u8])> {
    earlier().iter().map(move |(name, bytes)| (rename(name), bytes.as_slice()))
}

/// The same files with names that are no UTF-8, as other programs write them.
fn with_raw_names(rename: impl Fn(&str) -> Vec<u8>) -> Vec<u8> {
    let placeholder = |number: usize, length: usize| format!("{number:0length$}");
    let names: Vec<Vec<u8>> = earlier().iter().map(|(name, _)| rename(name)).collect();
    let stand_ins = names.iter().enumerate().map(|(number, name)| placeholder(700_000 + number, name.len()));
    let stand_ins: Vec<String> = stand_ins.collect();
    let files = stand_ins.iter().cloned().zip(earlier().iter().map(|(_, bytes)| bytes.as_slice()));
    let mut zip = zipped(files, CompressionMethod::STORE);
    for (stand_in, name) in stand_ins.iter().zip(&names) {
        assert_eq!(stand_in.len(), name.len());
        let places: Vec<usize> =
            zip.windows(name.len()).enumerate().filter(|(_, window)| *window == stand_in.as_bytes()).map(|(at, _)| at).collect();
        assert_eq!(places.len(), 2, "before the file and in the directory");
        for place in places {
            zip[place..place + name.len()].copy_from_slice(name);
        }
    }
    zip
}

fn shift_jis(name: &str) -> Vec<u8> {
    encoding_rs::SHIFT_JIS.encode(name).0.into_owned()
}

/// The same ZIP file with the larger directory end that programs write who do not know how much will come.
fn as_zip64(zip: &[u8]) -> Vec<u8> {
    let (body, end) = zip.split_at(zip.len() - 22);
    let number =
        |from: usize, length: usize| end[from..from + length].iter().rev().fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
    let (count, size, offset) = (number(10, 2), number(12, 4), number(16, 4));
    let mut zip64 = body.to_vec();
    zip64.extend(b"PK\x06\x06");
    zip64.extend(44_u64.to_le_bytes());
    zip64.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for number in [count, count, size, offset] {
        zip64.extend(number.to_le_bytes());
    }
    zip64.extend(b"PK\x06\x07\0\0\0\0");
    zip64.extend(u64::try_from(body.len()).unwrap().to_le_bytes());
    zip64.extend(1_u32.to_le_bytes());
    zip64.extend(b"PK\x05\x06\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\0");
    zip64
}

/// The same ZIP file with a comment.
fn with_comment(zip: &[u8], comment: &[u8]) -> Vec<u8> {
    let length = u16::try_from(comment.len()).unwrap().to_le_bytes();
    [&zip[..zip.len() - 2], &length, comment].concat()
}

/// Written in one go, with the sizes behind each file instead of before it.
fn streamed() -> Vec<u8> {
    let mut archive = ZipWriter::new_stream(Vec::new());
    for (name, bytes) in earlier() {
        archive.start_file(name.as_str(), options(CompressionMethod::DEFLATE)).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// What people and programs make of one package, each with what is said of it.
fn forms() -> Vec<(&'static str, Vec<u8>, Vec<Forgiven>)> {
    let stored = CompressionMethod::STORE;
    let plain = zipped(renamed(str::to_owned), CompressionMethod::DEFLATE);
    let japanese = earlier().iter().filter(|(name, _)| !name.is_ascii()).count();
    let marks_apart = earlier().iter().filter(|(name, _)| !name.nfd().eq(name.chars())).count();
    assert!(japanese > 5 && marks_apart > 1);
    let added = |names: &[&str]| vec![Forgiven::AddedBySystems(names.iter().map(|name| (*name).to_owned()).collect())];
    let with = |names: &[&str]| {
        let more = names.iter().map(|name| ((*name).to_owned(), &b"by the system"[..]));
        zipped(renamed(str::to_owned).chain(more), stored)
    };
    let mac = ["__MACOSX/", "__MACOSX/._manifest.json", ".DS_Store"];
    let windows = ["Thumbs.db", "desktop.ini", "~$名簿.docx"];
    let mut backwards = earlier().to_vec();
    backwards.reverse();
    let garbled = |name: &str| match name.is_ascii() {
        true => name.to_owned(),
        false => name.bytes().map(|byte| char::from_u32(0x2500 + u32::from(byte)).unwrap()).collect::<String>(),
    };
    let first_garbled = |name: &str| if name.starts_with("添付06") { "photo (1).pdf".to_owned() } else { name.to_owned() };
    vec![
        ("as it was", plain.clone(), vec![]),
        ("stored", zipped(renamed(str::to_owned), stored), vec![]),
        ("in another order", repacked(&backwards), vec![]),
        ("sizes behind the files", streamed(), vec![]),
        ("zip64", as_zip64(&plain), vec![]),
        ("zip64 with something before it", [b"#!/bin/sh\n", &as_zip64(&plain)[..]].concat(), vec![Forgiven::Before(10)]),
        ("in a folder", zipped(renamed(|name| format!("依頼/{name}")), stored), vec![Forgiven::Folder("依頼".to_owned())]),
        (
            "in folders that are listed",
            zipped(
                [("a/".to_owned(), &b""[..]), ("a/b/".to_owned(), b"")].into_iter().chain(renamed(|name| format!("a/b/{name}"))),
                stored,
            ),
            vec![Forgiven::Folder("a/b".to_owned())],
        ),
        ("in a folder of Windows", zipped(renamed(|name| format!("a\\{name}")), stored), vec![Forgiven::Folder("a".to_owned())]),
        ("an empty folder beside it", zipped(renamed(str::to_owned).chain([("空/".to_owned(), &b""[..])]), stored), vec![]),
        ("packed on macOS", with(&mac), added(&mac[1..])),
        ("packed on Windows", with(&windows), added(&windows)),
        ("with a comment", with_comment(&plain, "お世話になっております".as_bytes()), vec![Forgiven::Comment]),
        ("with a comment like an end", with_comment(&plain, b"PK\x05\x06 and more"), vec![Forgiven::Comment]),
        ("with bytes behind it", [&plain, &b"\r\n--gateway--\r\n"[..]].concat(), vec![Forgiven::Behind(15)]),
        ("with many bytes behind it", [plain.clone(), vec![0; 100_000]].concat(), vec![Forgiven::Behind(100_000)]),
        ("with bytes before it", [b"MZ", &plain[..]].concat(), vec![Forgiven::Before(2)]),
        ("names in Shift_JIS", with_raw_names(shift_jis), vec![Forgiven::ShiftJis(japanese)]),
        ("names in UTF-8 that do not say so", with_raw_names(|name| name.as_bytes().to_vec()), vec![]),
        (
            "names with their marks apart",
            zipped(renamed(|name| name.nfd().collect()), stored),
            vec![Forgiven::MarksApart(marks_apart)],
        ),
        (
            "one name changed",
            zipped(renamed(first_garbled), stored),
            vec![Forgiven::Renamed { from: "photo (1).pdf".to_owned(), to: "添付06.pdf".to_owned() }],
        ),
        (
            "names garbled",
            zipped(renamed(garbled), stored),
            earlier()
                .iter()
                .filter(|(name, _)| !name.is_ascii())
                .map(|(name, _)| Forgiven::Renamed { from: garbled(name), to: name.clone() })
                .collect(),
        ),
    ]
}

/// What a package holds, whatever it came in.
fn content(package: &Package) -> (Vec<u8>, Vec<(String, Vec<u8>)>) {
    let parts = package.parts().map(|(part, bytes)| (part.sha256.as_str().to_owned(), bytes.to_vec()));
    (serde_json::to_vec(&package.manifest).unwrap(), parts.collect())
}

fn read(bytes: &[u8], what: &str) -> Package {
    package::read(bytes).unwrap_or_else(|error| panic!("{what}: {error:?}"))
}

#[test]
fn four_packages_that_were_packed_again_open_and_it_is_said_what_was_let_pass() {
    let desk = Desk::new();
    let expected = content(&read(&found("zip64"), "zip64"));
    for (name, said) in
        [("cp932", "Shift_JIS"), ("folder", "フォルダー「req」"), ("mac", "__MACOSX/._manifest.json"), ("zip64", "")]
    {
        assert_eq!(content(&read(&found(name), name)), expected, "{name}");
        let file = format!("{name}.liu.zip");
        desk.write(&file, found(name));
        for command in [&["verify"][..], &["show"], &["package", "attachments"], &["new", "made", "--request"]] {
            let (ran, verifies) = (desk.run(&[command, &[&file]].concat()), command == ["verify"]);
            // An earlier program printed the sheet in it and did not say how, so that nobody can tell what its pages are.
            let pages_unknown = ran.err.contains("どう印刷したかがPDFに書いてありません");
            assert_eq!((ran.code == 1, ran.code <= 1, pages_unknown), (verifies, true, verifies), "{command:?} {ran:?}");
            assert_eq!(ran.err.contains("外側の形が書き出したときと違います"), !said.is_empty(), "{command:?} {ran:?}");
            assert!(ran.err.contains(said), "{command:?} {name}: {}", ran.err);
            let _ = std::fs::remove_file(desk.path("made.liu.ron"));
        }
    }
}

#[test]
fn whatever_was_done_to_the_outer_form_the_same_package_opens() {
    let expected = content(&read(&found("zip64"), "zip64"));
    for (what, bytes, forgiven) in forms() {
        let package = read(&bytes, what);
        assert_eq!(content(&package), expected, "{what}");
        let mut said = package.forgiven;
        // Which of the same bytes had which of the names is nobody's loss.
        let key = |forgiven: &Forgiven| match forgiven {
            Forgiven::Renamed { .. } => "renamed".to_owned(),
            other => format!("{other:?}"),
        };
        said.sort_by_key(key);
        let (said, forgiven): (Vec<_>, Vec<_>) = (said.iter().map(key).collect(), forgiven.iter().map(key).collect());
        assert_eq!(said, forgiven, "{what}");
    }
}

#[test]
fn what_is_let_pass_is_said_in_both_languages() {
    for (_, _, forgiven) in forms() {
        for forgiven in forgiven {
            assert!(!forgiven.words(Lang::Ja).is_ascii(), "{forgiven:?}");
            let english = forgiven.words(Lang::En);
            // Names stand in it as they are; none of these has hiragana, and every Japanese sentence has.
            let has_hiragana = english.contains(|character| matches!(character, 'ぁ'..='ん'));
            assert!(!english.is_empty() && !has_hiragana, "{english}");
        }
    }
}

#[test]
fn unpacked_and_packed_again_by_the_programs_that_are_here_it_opens() {
    let expected = content(&read(&found("zip64"), "zip64"));
    let tried = [
        ("7z", &["a", "-tzip", "-r", "../again.zip", "."][..]),
        ("7z", &["a", "-tzip", "-mx=0", "../again.zip", "."]),
        ("7z", &["a", "-tzip", "-mx=9", "-mcu=on", "../again.zip", "../依頼"]),
        ("zip", &["-q", "-r", "../again.zip", "."]),
        ("zip", &["-q", "-0", "-z", "-r", "../again.zip", "."]),
        ("zip", &["-q", "-fz", "-r", "../again.zip", "."]),
    ];
    for (program, arguments) in tried {
        for language in ["C", "C.UTF-8"] {
            let desk = Desk::new();
            std::fs::create_dir(desk.path("依頼")).unwrap();
            for (name, bytes) in earlier() {
                desk.write(&format!("依頼/{name}"), bytes);
            }
            let mut command = Command::new(program);
            command.args(arguments).current_dir(desk.path("依頼")).env("LC_ALL", language).env_remove("ZIPOPT");
            // `-z` reads a comment; an empty one from here.
            command.stdin(Stdio::null()).stdout(Stdio::null());
            let Ok(status) = command.status() else { continue };
            assert!(status.success(), "{program} {arguments:?}");
            let again = std::fs::read(desk.path("again.zip")).unwrap();
            let package = read(&again, &format!("{program} {arguments:?} {language}"));
            assert_eq!(content(&package), expected, "{program} {arguments:?} {language}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_named_with_what_to_do() {
    let desk = Desk::new();
    let plain = repacked(earlier());
    let flagged = |at_local: usize, at_central: usize, bytes: [u8; 2]| {
        let mut zip = plain.clone();
        for (magic, at) in [(&b"PK\x03\x04"[..], at_local), (b"PK\x01\x02", at_central)] {
            let places: Vec<usize> = zip.windows(4).enumerate().filter(|(_, four)| *four == magic).map(|(at, _)| at).collect();
            for place in places {
                zip[place + at..place + at + 2].copy_from_slice(&bytes);
            }
        }
        zip
    };
    let nested =
        zipped([("依頼.liu.zip".to_owned(), plain.as_slice()), ("お読みください.txt".to_owned(), b"")], CompressionMethod::STORE);
    let two = zipped(renamed(|name| format!("a/{name}")).chain(renamed(|name| format!("b/{name}"))), CompressionMethod::STORE);
    let cases = [
        ("encrypted", flagged(6, 8, [1, 0]), "パスワード", "パスワードで展開してください"),
        ("aes", flagged(8, 10, [99, 0]), "パスワード", "パスワードで展開してください"),
        ("deflate64", flagged(8, 10, [9, 0]), "Deflate64", "まとめ直して"),
        ("bzip2", flagged(8, 10, [12, 0]), "BZip2", "まとめ直して"),
        ("lzma", flagged(8, 10, [14, 0]), "LZMA", "まとめ直して"),
        ("zstd", flagged(8, 10, [93, 0]), "Zstandard", "まとめ直して"),
        ("nested", nested, "依頼.liu.zip", "中のZIPファイルを開いてください"),
        ("two", two, "a/manifest.json、b/manifest.json", "一つずつ"),
        ("7z", b"7z\xBC\xAF\x27\x1C\0\x04and so on".to_vec(), "7z形式", "まとめ直して"),
        ("rar", b"Rar!\x1A\x07\x01\0and so on".to_vec(), "RAR形式", "まとめ直して"),
        ("lzh", b"\x20\x01-lh5-and so on".to_vec(), "LZH形式", "まとめ直して"),
        ("spanned", b"PK\x07\x08PK\x03\x04and so on".to_vec(), "分割された", "すべて同じところに"),
    ];
    for (name, bytes, what, action) in cases {
        let file = format!("{name}.liu.zip");
        desk.write(&file, &bytes);
        let before = tree(desk.folder.path());
        for command in [&["verify"][..], &["show"], &["new", "made", "--request"]] {
            let ran = desk.run(&[command, &[&file]].concat());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name} {command:?} {ran:?}");
            assert!(ran.err.contains(what) && ran.err.contains(action), "{name} {command:?}: {}", ran.err);
        }
        assert!(before == tree(desk.folder.path()), "{name}: nothing was written");
    }
    // And what the programs that are here really make.
    std::fs::create_dir(desk.path("request")).unwrap();
    for (name, bytes) in earlier() {
        desk.write(&format!("request/{name}"), bytes);
    }
    for (method, said) in [
        ("-mm=Deflate64", "Deflate64"),
        ("-mm=BZip2", "BZip2"),
        ("-mm=LZMA", "LZMA"),
        ("-mm=PPMd", "PPMd"),
        ("-psecret", "パスワード"),
        ("-mem=AES256 -psecret", "パスワード"),
    ] {
        let _ = std::fs::remove_file(desk.path("made.zip"));
        let mut command = Command::new("7z");
        command.args(["a", "-tzip"]).args(method.split(' ')).args(["../made.zip", "."]).current_dir(desk.path("request"));
        let Ok(status) = command.stdout(Stdio::null()).status() else { return };
        assert!(status.success(), "{method}");
        let ran = desk.run(&["verify", "made.zip"]);
        assert!(ran.code == 2 && ran.err.contains(said), "{method}: {ran:?}");
    }
}

#[test]
fn a_folder_more_hides_no_file_and_no_missing_one() {
    let parts = || earlier().iter().enumerate().filter(|(_, (name, _))| name != "manifest.json");
    let in_folder = |files: &[NamedFile]| {
        let files = files.iter().map(|(name, bytes)| (format!("req/{name}"), bytes.as_slice()));
        zipped(files, CompressionMethod::DEFLATE)
    };
    let problems = |files: &[NamedFile]| match package::read(&in_folder(files)).map(|package| package.manifest).unwrap_err() {
        PackageError::Parts(problems) => problems,
        PackageError::Attachments(damaged) => damaged.into_iter().map(|(_, problem)| problem).collect(),
        other => panic!("{other:?}"),
    };
    for (place, (name, _)) in parts() {
        let mut files = earlier().to_vec();
        files.remove(place);
        assert_eq!(problems(&files), [SetProblem::Missing(name.clone())]);
        let mut files = earlier().to_vec();
        files[place].1.push(b'!');
        assert_eq!(problems(&files), [SetProblem::Changed(name.clone())]);
        // Changed, and called as another system writes it: still told by its name.
        files[place].0 = name.nfd().collect::<String>().to_uppercase();
        assert_eq!(problems(&files), [SetProblem::Changed(name.clone())]);
    }
    for more in ["readme.txt", "sub/readme.txt", "添付09.txt", "setup.exe"] {
        let mut files = earlier().to_vec();
        files.push((more.to_owned(), b"more".to_vec()));
        assert_eq!(problems(&files), [SetProblem::NotListed(more.to_owned())]);
    }
    // A second copy of a part is one file too many, whatever it is called.
    let mut files = earlier().to_vec();
    let (place, _) = parts().next().unwrap();
    files.push(("copy.pdf".to_owned(), files[place].1.clone()));
    assert_eq!(problems(&files), [SetProblem::NotListed("copy.pdf".to_owned())]);
}

#[test]
fn a_second_zip_file_around_the_first_is_refused() {
    let plain = repacked(earlier());
    let other = repacked(&[("evil.txt".to_owned(), b"evil".to_vec())]);
    let cases = [
        ("before it", [other.as_slice(), &plain].concat()),
        ("behind it", [plain.as_slice(), &other].concat()),
        ("behind it, cut off", [plain.as_slice(), &other[..other.len() - 22]].concat()),
        ("in the comment", with_comment(&plain, &other)),
        ("in the comment, cut off", with_comment(&plain, &other[..other.len() - 22])),
    ];
    for (what, bytes) in cases {
        let error = package::read(&bytes).map(|package| package.manifest).unwrap_err();
        let is_refused = matches!(error, PackageError::Archive(ArchiveProblem::CutOff | ArchiveProblem::Damaged { .. }));
        assert!(is_refused, "{what}: {error:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Whatever the outer form, a part of which one bit was changed is not taken for the part.
    #[test]
    fn a_changed_part_is_seen_in_every_outer_form(
        file in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        bit in 0..8_u32,
        form in 0..5_usize,
    ) {
        let full: Vec<usize> = (0..earlier().len()).filter(|place| !earlier()[*place].1.is_empty()).collect();
        let file = full[file.index(full.len())];
        let changed = changed_files(earlier(), file, at.index(earlier()[file].1.len()), 1 << bit);
        let rename = |name: &str| match form {
            0 => name.to_owned(),
            1 => format!("req/{name}"),
            2 => name.nfd().collect(),
            3 => name.replace(char::is_alphabetic, "x").replace("xxxxxxxx.xxxx", "manifest.json"),
            _ => format!("a\\b\\{name}"),
        };
        let files = changed.iter().map(|(name, bytes)| (rename(name), bytes.as_slice()));
        let packed = zipped(files, CompressionMethod::DEFLATE);
        prop_assert!(package::read(&packed).is_err());
    }
}

/// What a package of this program says of its parts is what an earlier one reads, too: the fields of the first version and no other.
#[test]
fn a_new_package_has_ascii_names_inside_and_says_what_its_parts_are_called() {
    let desk = Desk::new();
    let run = |arguments: &[&str]| {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
    };
    run(&["new", "--role", "csp", "ours"]);
    let ours = desk.read("ours.liu.ron").replacen(" name: \"\"", " name: \"ウェブ会議サービス甲\"", 1);
    desk.write("ours.liu.ron", ours.replacen("letter: \"\"", "letter: \"評価をお願いします。\"", 1));
    for name in ["構成図.PDF", "setup.exe", "構成図.xlsx"] {
        desk.write(name, "evidence");
    }
    run(&["package", "request", "ours.liu.ron", "--to", "p", "--attach", "構成図.PDF", "setup.exe", "構成図.xlsx"]);
    let zip = std::fs::read(desk.path("p.liu.zip")).unwrap();
    let manifest: serde_json::Value = serde_json::from_slice(&files(&zip)[0].1).unwrap();
    assert_eq!(manifest["version"], 1);
    let known = ["name", "role", "size", "sha256", "of", "content", "title"];
    let mut told = Vec::new();
    for part in manifest["parts"].as_array().unwrap() {
        assert!(part.as_object().unwrap().keys().all(|key| known.contains(&key.as_str())), "{part}");
        told.push((part["name"].as_str().unwrap().to_owned(), part["title"].as_str().unwrap().to_owned()));
    }
    assert!(files(&zip).iter().all(|(name, _)| name.is_ascii()), "{told:?}");
    let called = |name: &str| told.iter().find(|(stored, _)| stored == name).map(|(_, title)| title.as_str());
    assert!(called("record.liu.json").unwrap().ends_with("_ウェブ会議サービス甲.liu.json"), "{told:?}");
    assert!(called("sheet.pdf").unwrap().ends_with("_影響度評価シート.pdf"), "{told:?}");
    assert_eq!(called("letter.pdf"), Some("依頼文.pdf"));
    assert_eq!(called("letter.md"), Some("依頼文.md"));
    assert_eq!(called("attachment01.pdf"), Some("構成図.PDF"));
    assert_eq!(called("attachment02.bin"), Some("setup.exe"));
    assert_eq!(called("attachment03.xlsx"), Some("構成図.xlsx"));
    let verified = desk.run(&["verify", "p.liu.zip"]);
    assert!(verified.code == 0 && verified.out.contains("依頼文.pdf") && verified.err.is_empty(), "{verified:?}");
}
