//! Bad input gets a clear error: what is wrong, where, what was expected, what to do. The file stays as it is.

use std::path::{Path, PathBuf};

use liu_wizard::file::{
    Action, AppFolders, Cause, DiskStorage, Expected, Fault, FileError, Foreign, MemoryStorage, Place, Problem, RecordLock,
    Refused, Session, Shape, Slip, Storage, StorageError, open, parse, save, to_json, to_ron, verify,
};
use liu_wizard::file::{Holder, Taking};
use liu_wizard::record::{Record, TextField};
use liu_wizard::text::Lang;
use proptest::prelude::*;

const GOOD: &str = include_str!("../data/format/v1.liu.ron");

fn record() -> Record {
    parse(GOOD.as_bytes(), "v1.liu.ron").unwrap().0
}

/// Opens the bytes as a file on the disk and as one in memory, sees that the file is untouched, and returns the one error.
fn refused(name: &str, bytes: &[u8]) -> FileError {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let error = open(&DiskStorage::new().with_reader(crate::support::reader()), &path).expect_err(name);
    assert!(std::fs::read(&path).unwrap() == bytes, "{name}: the file was changed");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "{name}: something was left beside the file");

    let memory = MemoryStorage::new().with_reader(crate::support::reader());
    memory.put(&path, bytes);
    assert_eq!(open(&memory, &path).expect_err(name), error);
    assert!(verify(&memory, &path).is_err());
    assert!(memory.get(&path).as_deref() == Some(bytes), "{name}");
    teaches(&error, name);
    error
}

/// Every message says what is wrong, names the file and says what to do, in both languages.
fn teaches(error: &FileError, name: &str) {
    let [ja, en] = [Lang::Ja, Lang::En].map(|lang| error.message(lang));
    for message in [&ja, &en] {
        assert!(!message.what.is_empty() && !message.action.is_empty(), "{name}: {message}");
        assert!(message.place.contains(name), "{name}: {message}");
    }
    assert!(ja.what.chars().any(|c| ('ぁ'..='ん').contains(&c)), "{ja}");
    assert!(en.what.is_ascii() || en.what.chars().filter(|c| !c.is_ascii()).count() * 2 < en.what.chars().count(), "{en}");
    assert!(!error.to_string().is_empty());
}

fn foreign(name: &str, bytes: &[u8]) -> Foreign {
    match refused(name, bytes) {
        FileError::Foreign { what, .. } => what,
        other => panic!("{name}: {other:?}"),
    }
}

fn unfit(name: &str, text: &str) -> (Place, Problem) {
    match refused(name, text.as_bytes()) {
        FileError::Unfit { place, problem, .. } => (*place, problem),
        other => panic!("{name}: {other:?}"),
    }
}

/// The good record with one place changed, in RON.
fn ron(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "{from}");
    GOOD.replacen(from, to, 1)
}

/// The good record with one place changed, in JSON.
fn json(from: &str, to: &str) -> String {
    let good = laid_out();
    assert!(good.contains(from), "{from}");
    good.replacen(from, to, 1)
}

/// The good record in JSON as an editor may lay it out: on many lines, in an order of its own.
fn laid_out() -> String {
    #[derive(serde::Serialize)]
    struct File<'a> {
        format: &'a str,
        version: u32,
        record: &'a Record,
    }
    serde_json::to_string_pretty(&File { format: liu_wizard::file::FORMAT, version: 1, record: &record() }).unwrap()
}

#[test]
fn a_foreign_file_is_named_for_what_it_is() {
    let here = Path::new("tests/data/bad");
    let kept = |name: &str| std::fs::read(here.join(name)).unwrap();
    let utf16: Vec<u8> = "(format".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: Vec<(&str, Vec<u8>, Foreign)> = vec![
        ("empty.liu.ron", Vec::new(), Foreign::Empty),
        ("blank.liu.ron", b" \r\n\t\n".to_vec(), Foreign::Empty),
        ("mark_only.liu.ron", b"\xEF\xBB\xBF".to_vec(), Foreign::Empty),
        ("zeros.liu.ron", vec![0; 4096], Foreign::Zeros),
        ("sheet.xlsx", b"PK\x03\x04..[Content_Types].xml..xl/workbook.xml".to_vec(), Foreign::Xlsx),
        ("letter.docx", b"PK\x03\x04..[Content_Types].xml..word/document.xml".to_vec(), Foreign::Docx),
        ("old.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest".to_vec(), Foreign::OldOffice),
        ("archive.zip", b"PK\x03\x04record".to_vec(), Foreign::Zip),
        ("photo.png", b"\x89PNG\r\n\x1A\nrest".to_vec(), Foreign::Image),
        ("photo.jpg", b"\xFF\xD8\xFF\xE0rest".to_vec(), Foreign::Image),
        ("tool.exe", b"MZ\x90\0rest".to_vec(), Foreign::Program),
        ("noise.liu.ron", (0..=255).map(|byte| byte ^ 0x5A).collect(), Foreign::Binary),
        ("page.html", b"<!DOCTYPE html><html></html>".to_vec(), Foreign::Html),
        ("data.xml", b"<?xml version=\"1.0\"?><a/>".to_vec(), Foreign::Xml),
        ("utf16_with_mark.txt", [b"\xFF\xFE".to_vec(), utf16.clone()].concat(), Foreign::Utf16),
        ("utf16.txt", utf16, Foreign::Utf16),
        ("shift_jis.txt", b"\x8B\xC6\x96\xB1\x81E\x8F\xEE\x95\xF1".to_vec(), Foreign::ShiftJis),
        ("cnil_pia.json", kept("cnil_pia.json"), Foreign::CnilPia),
        ("oscal_ssp.json", kept("oscal_ssp.json"), Foreign::Oscal),
        ("catalogue.ron", kept("catalogue.ron"), Foreign::Catalogue),
        ("judgement.json", br#"{"outcome":"fits","condition_listed":"yes","condition_low":"yes"}"#.to_vec(), Foreign::Judgement),
        (
            "manifest.json",
            br#"{"format":"liu-wizard-set","version":1,"made_on":"2026-11-23","files":[]}"#.to_vec(),
            Foreign::Manifest,
        ),
        ("package.json", br#"{"name":"x","version":"1.0.0"}"#.to_vec(), Foreign::Json),
        ("list.json", b"[1, 2, 3]".to_vec(), Foreign::Json),
        ("broken.json", b"{\"a\": [1, 2".to_vec(), Foreign::Json),
        ("settings.ron", b"(lang: \"ja\", zoom_percent: 100)".to_vec(), Foreign::Ron),
        ("notes.txt", "会議は月曜日です。\n".as_bytes().to_vec(), Foreign::Text),
        ("table.csv", b"a,b\n1,2\n".to_vec(), Foreign::Text),
    ];
    for (name, bytes, what) in cases {
        assert_eq!(foreign(name, &bytes), what, "{name}");
    }
    // This one is a record, and is not called something else.
    let error = refused("shift_jis_record.liu.ron", &kept("shift_jis_record.liu.ron"));
    assert!(matches!(error, FileError::Unfit { problem: Problem::ShiftJis, .. }), "{error:?}");
}

#[test]
fn a_pdf_that_is_none_is_refused_as_one() {
    for bytes in [&b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"[..], b"%PDF-"] {
        assert!(matches!(refused("report.pdf", bytes), FileError::Pdf { .. }));
    }
}

#[test]
fn the_message_on_a_foreign_file_says_what_it_is_and_what_to_choose() {
    let error = refused("report.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let ja = error.message(Lang::Ja);
    assert_eq!(ja.what, "評価記録ではありません。古い形式の Office 文書（.xls / .doc など）です。");
    assert_eq!(ja.place, "ファイル: report.doc");
    assert!(ja.expected.contains(".liu.ron") && ja.action.contains(".liu.ron"), "{ja}");
    assert_eq!(
        error.message(Lang::En).what,
        "This is not an assessment record but an old Office document (.xls, .doc or the like)."
    );
}

#[test]
fn an_unknown_field_is_named_with_its_line() {
    let (place, problem) = unfit("ron.liu.ron", &ron("role: agency", "rolle: agency"));
    assert_eq!((place.line, place.column, place.excerpt.as_str()), (13, 5, "rolle: agency,"));
    assert!(matches!(&problem, Problem::UnknownField { found, known } if found == "rolle" && known.contains(&"role".to_owned())));
    let (place, problem) = unfit("json.liu.json", &json("\"role\"", "\"rolle\""));
    assert_eq!((place.line, place.column), (6, 11));
    assert!(matches!(&problem, Problem::UnknownField { found, known } if found == "rolle" && known.contains(&"role".to_owned())));
    let (_, problem) = unfit("variant.liu.ron", &ron("task: \"会議\"", "taskk: \"会議\""));
    assert!(matches!(&problem, Problem::UnknownField { found, .. } if found == "taskk"), "{problem:?}");
    let message = refused("message.liu.ron", ron("role: agency", "rolle: agency").as_bytes()).message(Lang::Ja);
    assert_eq!(message.what, "「rolle」という項目はありません。「role」の書き間違いではありませんか。");
    assert_eq!(message.place, "ファイル: message.liu.ron の 13 行 5 文字目「rolle: agency,」");
    assert!(message.expected.contains("role、created"), "{message}");
}

#[test]
fn what_does_not_fit_is_named_in_ron_and_in_json() {
    let field = |field: &str| Problem::MissingField { field: field.to_owned() };
    let twice = |field: &str| Problem::RepeatedField { field: field.to_owned() };
    let refused = Problem::Refused;
    let cases: Vec<(String, Problem)> = vec![
        (ron("  role: agency,\n", ""), field("role")),
        (json("    \"role\": \"agency\",\n", ""), field("role")),
        (ron("version: 1,", ""), field("version")),
        (ron("role: agency,", "role: agency, role: csp,"), twice("role")),
        (json("\"role\": \"agency\",", "\"role\": \"agency\", \"role\": \"csp\","), twice("role")),
        (ron("version: 1,", "version: 1, version: 1,"), twice("version")),
        (ron("\"G1\": yes", "\"G1\": yes, \"G1\": no"), refused(Refused::AnsweredTwice { question: "G1".to_owned() })),
        (
            json("\"G1\": \"yes\"", "\"G1\": \"yes\", \"G1\": \"no\""),
            refused(Refused::AnsweredTwice { question: "G1".to_owned() }),
        ),
        (json("\"listed\": \"LIU-A1\"", "\"listed\": \"LIU-A1\", \"listed\": \"LIU-A2\""), Problem::Spelling(Slip::Value)),
        (ron("created: \"2026-11-23\"", "created: \"2026-02-30\""), refused(Refused::Date { found: "2026-02-30".to_owned() })),
        (ron("\"G1\"", "\"G 1\""), refused(Refused::Id { found: "G 1".to_owned() })),
        (ron("digest: \"d25", "digest: \"X25"), refused(Refused::Digest)),
        (ron("case_name: \"", "case_name: \"\\n"), refused(Refused::LineBreak)),
        (
            ron("\"会議の録音\"", "\"会議\\u{202e}の録音\""),
            refused(Refused::Character { code: "202E".to_owned(), position: "3".to_owned() }),
        ),
        (
            json("\"会議の録音\"", "\"会議\u{202E}の録音\""),
            refused(Refused::Character { code: "202E".to_owned(), position: "3".to_owned() }),
        ),
        (ron("会議の録音", &"長".repeat(20_001)), refused(Refused::TooLong { length: "20001".to_owned() })),
        (ron("role: agency,", "role: agency"), Problem::Spelling(Slip::Comma)),
        (json("\"agency\",\n    \"created", "\"agency\"\n    \"created"), Problem::Spelling(Slip::Comma)),
        (ron("\"C2\": no", "\"C2\" no"), Problem::Spelling(Slip::Colon)),
        (json("\"会議の録音\"", "\"会議の\n録音\""), Problem::Spelling(Slip::Control)),
        (ron("会議の録音", "会議の\\録音"), Problem::Spelling(Slip::Escape)),
        (format!("{GOOD}("), Problem::Trailing),
        (format!("{}{{", laid_out()), Problem::Trailing),
        (ron("red_flags: [", &format!("red_flags: [{}", "[".repeat(100_000))), Problem::TooDeep),
    ];
    for (text, expected) in cases {
        assert_eq!(unfit("例.liu.ron", &text).1, expected);
    }
}

#[test]
fn a_value_of_the_wrong_kind_is_refused() {
    let kinds = [
        (ron("provider: \"\"", "provider: 5"), Shape::Text),
        (json("\"provider\": \"\"", "\"provider\": 5"), Shape::Text),
        (json("\"provider\": \"\"", "\"provider\": null"), Shape::Text),
        (ron("role: agency", "role: \"agency\""), Shape::Word),
        (ron("complete: true", "complete: 1"), Shape::Boolean),
        (json("\"complete\": true", "\"complete\": 1"), Shape::Boolean),
        (ron("version: 1,", "version: \"1\","), Shape::Number),
        (ron("version: 1,", "version: -1,"), Shape::Number),
        (json("\"version\": 1,", "\"version\": 1.0,"), Shape::Number),
        (ron("causes: []", "causes: \"\""), Shape::List),
        (json("\"causes\": []", "\"causes\": {}"), Shape::List),
        (
            json(
                "\"assessor\": {\n        \"title\": \"\",\n        \"name\": \"\"\n      }",
                "\"assessor\": [\"課長\", \"架空\"]",
            ),
            Shape::Fields,
        ),
    ];
    for (text, expected) in kinds {
        let (place, problem) = unfit("例.liu.ron", &text);
        assert!(
            matches!(&problem, Problem::WrongKind { expected: kind, .. } if *kind == expected),
            "{expected:?}: {problem:?} {place:?}"
        );
    }
    let (place, problem) = unfit("例.liu.json", &json("\"role\": \"agency\"", "\"role\": \"visitor\""));
    assert_eq!(problem, Problem::UnknownWord { found: "visitor".to_owned(), known: vec!["agency".to_owned(), "csp".to_owned()] });
    assert_eq!(place.line, 6);
}

#[test]
fn a_newer_version_is_refused_whole() {
    for text in [ron("version: 1,", "version: 2,"), json("\"version\": 1,", "\"version\": 2,")] {
        // What else a newer version holds does not matter.
        for text in [text.clone(), text.replace("role", "new_field")] {
            let error = refused("新.liu.ron", text.as_bytes());
            assert_eq!(error, FileError::OtherVersion { name: "新.liu.ron".to_owned(), found: 2 });
            let [ja, en] = [Lang::Ja, Lang::En].map(|lang| error.message(lang).to_string());
            assert!(ja.contains("より新しい") && ja.contains("第2版") && ja.contains("第1版まで"), "{ja}");
            assert!(en.contains("newer liu-wizard") && en.contains("version 2") && en.contains("up to version 1"), "{en}");
        }
    }
    let error = refused("零.liu.ron", ron("version: 1,", "version: 0,").as_bytes());
    assert!(error.message(Lang::En).what.contains("no format version 0"), "{error}");
}

#[test]
fn an_id_that_stands_twice_is_refused() {
    for text in [ron("id: \"i2\"", "id: \"i1\""), json("\"id\": \"i2\"", "\"id\": \"i1\"")] {
        assert_eq!(
            refused("a.liu.ron", text.as_bytes()),
            FileError::RepeatedId { name: "a.liu.ron".to_owned(), id: "i1".to_owned() }
        );
    }
    let flag = "(flag: \"LIU-A1.F1\", applies: yes),";
    let text = ron("red_flags: [", &format!("red_flags: [{flag}"));
    assert!(matches!(refused("a.liu.ron", text.as_bytes()), FileError::RepeatedId { id, .. } if id == "LIU-A1.F1"));
}

#[test]
fn a_file_of_more_than_16_mib_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huge.liu.ron");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(50 * 1024 * 1024).unwrap();
    let error = open(&DiskStorage::new(), &path).unwrap_err();
    assert_eq!(error, FileError::TooLarge { name: "huge.liu.ron".to_owned() });
    teaches(&error, "huge.liu.ron");
    assert!(error.message(Lang::Ja).expected.contains("16 MiB"));
    assert_eq!(file.metadata().unwrap().len(), 50 * 1024 * 1024);
    assert!(matches!(parse(&vec![b' '; 17 * 1024 * 1024], "a"), Err(FileError::TooLarge { .. })));
}

#[cfg(unix)]
#[test]
fn a_device_without_end_is_refused() {
    let error = open(&DiskStorage::new(), Path::new("/dev/zero")).unwrap_err();
    assert!(matches!(&error, FileError::Storage(StorageError { cause: Cause::NotAFile, .. })), "{error}");
    teaches(&error, "zero");
}

#[test]
fn deeply_nested_files_neither_overflow_nor_linger() {
    let long = 1_000_000;
    for (name, text) in [
        ("a.ron", "(".repeat(long)),
        ("b.ron", "[".repeat(long)),
        ("c.json", "{\"a\":".repeat(long)),
        ("d.ron", "Some(".repeat(long)),
        ("e.ron", "/*".repeat(long)),
        ("f.json", format!("{}{}", "[".repeat(long), "]".repeat(long))),
        ("g.liu.ron", ron("task: listed(\"LIU-A1\")", &format!("task: {}", "listed(".repeat(long)))),
        ("h.liu.json", json("\"red_flags\": [", &format!("\"red_flags\": [{}", "{\"flag\":".repeat(long)))),
    ] {
        let error = parse(text.as_bytes(), name).unwrap_err();
        teaches(&error, name);
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let json = to_json(&record()).unwrap();
    for good in [GOOD, json.as_str()] {
        let whole = good.trim_end().len();
        for end in 0..whole {
            let error = parse(&good.as_bytes()[..end], "cut.liu.ron").expect_err("a part is no record");
            if end > 2000 {
                assert!(matches!(&error, FileError::Unfit { problem: Problem::CutOff, .. }), "{end}: {error:?}");
            }
        }
        assert!(parse(&good.as_bytes()[..whole], "whole.liu.ron").is_ok());
    }
}

#[test]
fn a_name_from_outside_cannot_act_on_the_screen() {
    let error = parse(b"x", "evil\u{202E}nor.uil\n\u{7}.exe").unwrap_err();
    let shown = error.message(Lang::Ja).to_string();
    assert!(!shown.chars().any(|c| c != '\n' && liu_wizard::record::is_refused(c)), "{shown:?}");
    let (place, _) = unfit("a.liu.json", &json("\"会議の録音\"", "\"会議\u{202E}の録音\""));
    assert!(!place.excerpt.chars().any(liu_wizard::record::is_refused), "{place:?}");
    let column = "      \"description\": \"会議?の録音\"".trim_start().chars().count() + 8;
    assert_eq!(place.column, column, "columns count characters, not bytes");
}

fn folders() -> AppFolders {
    AppFolders::at("/data")
}

fn now() -> jiff::Timestamp {
    "2026-11-23T00:00:00Z".parse().unwrap()
}

/// The record with another name, so that saving it would change the file.
fn edited() -> Record {
    let mut record = record();
    let field = liu_wizard::record::Field::Text(TextField::CaseName);
    record.apply(liu_wizard::record::Edit::SetText { field, text: "変更".to_owned() }).unwrap();
    record
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ふつうのファイル");
    std::fs::write(&file, "x").unwrap();
    let own = AppFolders::at(folder.path().join("data"));
    let disk = DiskStorage::new();

    let below_a_file = file.join("a.liu.ron");
    let error = save(&disk, &below_a_file, &record(), &Expected::New, &own, now()).unwrap_err();
    assert!(matches!(&error, FileError::Storage(StorageError { cause: Cause::NotAFolder, .. })), "{error:?}");
    teaches(&error, "a.liu.ron");

    let nowhere = folder.path().join("ない").join("a.liu.ron");
    let error = save(&disk, &nowhere, &record(), &Expected::New, &own, now()).unwrap_err();
    assert!(matches!(&error, FileError::Storage(StorageError { cause: Cause::NotFound, .. })), "{error:?}");
    teaches(&error, "a.liu.ron");

    let is_folder = folder.path().join("フォルダー.liu.ron");
    std::fs::create_dir(&is_folder).unwrap();
    for expected in [Expected::New, Expected::Overwrite] {
        let error = save(&disk, &is_folder, &record(), &expected, &own, now()).unwrap_err();
        assert!(matches!(&error, FileError::Storage(StorageError { cause: Cause::IsFolder, .. })), "{error:?}");
    }
    assert!(matches!(open(&disk, &is_folder), Err(FileError::Storage(StorageError { cause: Cause::IsFolder, .. }))));
    assert!(matches!(open(&disk, &nowhere), Err(FileError::Storage(StorageError { cause: Cause::NotFound, .. }))));
    assert_eq!(std::fs::read(&file).unwrap(), b"x");
}

#[test]
fn a_file_marked_read_only_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (path, own) = (folder.path().join("a.liu.ron"), AppFolders::at(folder.path().join("data")));
    std::fs::write(&path, GOOD).unwrap();
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let error = save(&DiskStorage::new(), &path, &edited(), &Expected::Overwrite, &own, now()).unwrap_err();
    assert!(matches!(&error, FileError::Storage(StorageError { cause: Cause::Denied, .. })), "{error:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), GOOD);
    teaches(&error, "a.liu.ron");
}

#[test]
fn every_way_in_which_a_disk_fails_is_said_and_changes_nothing() {
    let path = PathBuf::from("/書類/a.liu.ron");
    for (cause, words) in [
        (Cause::Full, "空きがありません"),
        (Cause::Denied, "権限がありません"),
        (Cause::ReadOnly, "読み取り専用"),
        (Cause::InUse, "ほかのプログラム"),
        (Cause::BadName, "使えない名前"),
        (Cause::Other("input/output error".to_owned()), "input/output error"),
    ] {
        let memory = MemoryStorage::new();
        memory.put(&path, GOOD.as_bytes());
        // The first step reads; from the second on nothing can be written.
        memory.set_fault(Fault::FailsFrom(2, cause.clone()));
        let error = save(&memory, &path, &edited(), &Expected::Overwrite, &folders(), now()).unwrap_err();
        let said = format!("{} {error}", error.message(Lang::Ja));
        memory.restart();
        assert_eq!(memory.get(&path).as_deref(), Some(GOOD.as_bytes()), "{cause}");
        teaches(&error, "a.liu.ron");
        let written = StorageError { path: path.clone(), action: Action::Write, cause: cause.clone() };
        assert!(written.message(Lang::Ja).what.contains(words), "{said}");
        assert!(!written.message(Lang::En).what.is_empty() && !written.message(Lang::En).action.is_empty());
    }
}

#[test]
fn what_was_not_done_on_the_disk_is_said_as_people_say_it() {
    let said = |action, cause| StorageError { path: PathBuf::from("/書類/a.liu.ron"), action, cause }.message(Lang::Ja);
    for (action, expected) in [
        (Action::Read, "ファイルを読み込めませんでした。"),
        (Action::Write, "ファイルに書き込めませんでした。"),
        (Action::List, "フォルダーの中を読み取れませんでした。"),
        (Action::Remove, "ファイルを削除できませんでした。"),
        (Action::CreateFolder, "フォルダーを作成できませんでした。"),
        (Action::Lock, "ファイルを占有できませんでした。"),
    ] {
        let message = said(action, Cause::NotFound);
        assert!(message.what.starts_with(expected), "{message}");
    }
    // Who only reads has nothing to save elsewhere.
    for cause in [Cause::Denied, Cause::Other("input/output error".to_owned())] {
        assert!(said(Action::Write, cause.clone()).action.contains("別名で保存"));
        assert!(!said(Action::Read, cause.clone()).action.contains("保存"), "{cause}");
    }
}

#[test]
fn a_file_that_changed_outside_is_not_replaced() {
    let (memory, path) = (MemoryStorage::new(), PathBuf::from("/書類/a.liu.ron"));
    memory.put(&path, GOOD.as_bytes());
    let opened = open(&memory, &path).unwrap();
    let theirs = GOOD.replace("会議の録音", "ほかの人の変更");
    memory.put(&path, theirs.as_bytes());
    let expected = Expected::Digest(opened.digest);
    let error = save(&memory, &path, &edited(), &expected, &folders(), now()).unwrap_err();
    assert_eq!(error, FileError::ChangedOutside { path: path.clone() });
    teaches(&error, "a.liu.ron");
    assert_eq!(memory.get(&path).as_deref(), Some(theirs.as_bytes()));

    memory.remove(&path).unwrap();
    let error = save(&memory, &path, &edited(), &expected, &folders(), now()).unwrap_err();
    assert_eq!(error, FileError::Vanished { path: path.clone() });
    teaches(&error, "a.liu.ron");
    assert_eq!(memory.get(&path), None);
}

#[test]
fn a_new_file_never_replaces_another() {
    for storage in [&MemoryStorage::new() as &dyn Storage, &DiskStorage::new()] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.liu.ron");
        storage.create_folder(folder.path()).unwrap();
        storage.write_durably(&path, b"mine").unwrap();
        let error = save(storage, &folder.path().join("a"), &record(), &Expected::New, &folders(), now()).unwrap_err();
        assert_eq!(error, FileError::Exists { path: path.clone() });
        teaches(&error, "a.liu.ron");
        let error = storage.create_new(&path, b"yours").unwrap_err();
        assert_eq!(error.cause, Cause::Exists);
        assert_eq!(storage.read(&path, 100).unwrap(), b"mine");
        assert_eq!(storage.list(folder.path()).unwrap().len(), 1, "{storage:?}");
    }
}

#[test]
fn a_record_opened_twice_says_who_has_it() {
    let memory = std::sync::Arc::new(MemoryStorage::new());
    let path = PathBuf::from("/書類/a.liu.ron");
    memory.put(&path, GOOD.as_bytes());
    let session = |data: &str, id: u128| {
        memory.create_folder(Path::new(data)).unwrap();
        Session::begin(memory.clone(), AppFolders::at(data), uuid::Uuid::from_u128(id)).unwrap()
    };
    let holder = |user: &str, host: &str| Holder { user: user.to_owned(), host: host.to_owned() };
    let (hanako, taro) = (session("/hanako", 1), session("/taro", 2));
    let first = RecordLock::acquire(&hanako, &path, &holder("hanako", "PC-1"), now(), Taking::IfFree).unwrap();
    let second = RecordLock::acquire(&taro, &path, &holder("taro", "PC-2"), now(), Taking::IfFree).unwrap_err();
    let (by, since) = (Some("hanako (PC-1)".to_owned()), Some("2026-11-23 09:00".to_owned()));
    let locked = FileError::Locked { path: path.clone(), by, since, by_command: false };
    assert_eq!(second, locked);
    teaches(&second, "a.liu.ron");
    let own = RecordLock::acquire(&hanako, &path, &holder("hanako", "PC-1"), now(), Taking::IfFree);
    assert!(matches!(own, Err(FileError::Locked { .. })), "also by the same program");

    drop(first);
    let taken = RecordLock::acquire(&taro, &path, &holder("taro", "PC-2"), now(), Taking::IfFree);
    assert!(taken.is_ok(), "closed, so free");
    drop(taken);
    assert_eq!(memory.get(Path::new("/書類/.~lock.a.liu.ron#")), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let read = parse(&bytes, "a.liu.ron");
        prop_assert!(read.is_err());
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(\\(|\\[|\\{|\"|:|,|//|/\\*|\\PC|[a-z]|\\)|\\]|\\}|#!|\\\\|[0-9]){0,200}") {
        let text = format!("(format: \"liu-wizard-record\", version: 1, record: {text}");
        let error = parse(text.as_bytes(), "a.liu.ron").unwrap_err();
        prop_assert!(!error.message(Lang::Ja).what.is_empty());
    }

    /// A record with some bits turned over is refused, or it is another record that is written and read like any.
    #[test]
    fn a_damaged_record_is_refused_or_whole(flips in proptest::collection::vec((any::<prop::sample::Index>(), 0_u8..8), 1..4), in_json in any::<bool>()) {
        let good = if in_json { to_json(&record()).unwrap() } else { GOOD.to_owned() };
        let mut bytes = good.into_bytes();
        for (at, bit) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
        }
        match parse(&bytes, "a.liu.ron") {
            Err(error) => for lang in [Lang::Ja, Lang::En] {
                let message = error.message(lang);
                prop_assert!(!message.what.is_empty() && message.place.contains("a.liu.ron") && !message.action.is_empty());
            },
            Ok((read, _)) => {
                let again = parse(to_ron(&read).unwrap().as_bytes(), "b.liu.ron").unwrap().0;
                prop_assert_eq!(again, read);
            }
        }
    }
}
