//! A record or a catalogue that somebody edited in Notepad, merged, cut off, or saved in another encoding: what loses nothing is read, and that is
//! said; everything else is refused with its place, its field and the true reason, in both languages.

use std::path::Path;

use liu_wizard::catalogue::Catalogue;
use liu_wizard::file::{
    self, Expected, FileError, FileFormat, Foreign, MemoryStorage, Problem, Told, open, parse, parse_told, save, to_json, to_ron,
};
use liu_wizard::portfolio::{CatalogueFileError, load_catalogue};
use liu_wizard::record::{Edit, Field, Record, TextField};
use liu_wizard::text::{Lang, Message};

const GOOD: &str = include_str!("../data/format/v1.liu.ron");

/// The record, with texts in it to be spoilt.
fn record() -> Record {
    let mut record = parse(GOOD.as_bytes(), "v1.liu.ron").unwrap().0;
    for (field, text) in [(TextField::AgencyName, "架空省"), (TextField::Bureau, "大臣官房"), (TextField::Section, "政策調整課")]
    {
        record.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
    }
    record
}

fn ron() -> String {
    to_ron(&record()).unwrap()
}

fn json() -> String {
    let text = to_json(&record()).unwrap();
    // As an editor lays it out.
    serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(&text).unwrap()).unwrap()
}

fn utf16(text: &str, little: bool, marked: bool) -> Vec<u8> {
    let mark = if marked { "\u{FEFF}" } else { "" };
    let units = [mark, text].concat();
    units.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

#[test]
fn what_can_be_read_without_loss_is_read_said_and_written_anew_as_always() {
    let with_breaks = |text: &str| text.replace('\n', "\r\n");
    for (text, format) in [(ron(), FileFormat::Ron), (json(), FileFormat::Json)] {
        let cases = [
            (text.clone().into_bytes(), vec![]),
            (["\u{FEFF}", &text].concat().into_bytes(), vec![Told::ByteOrderMark]),
            (with_breaks(&text).into_bytes(), vec![Told::LineEnds]),
            (["\u{FEFF}", &with_breaks(&text)].concat().into_bytes(), vec![Told::ByteOrderMark, Told::LineEnds]),
            (utf16(&text, true, true), vec![Told::Utf16]),
            (utf16(&text, false, true), vec![Told::Utf16]),
            (utf16(&text, true, false), vec![Told::Utf16]),
            (utf16(&text, false, false), vec![Told::Utf16]),
            (utf16(&with_breaks(&text), true, true), vec![Told::Utf16, Told::LineEnds]),
        ];
        for (bytes, told) in cases {
            let read = parse_told(&bytes, "例").unwrap();
            assert_eq!((&read.record, read.format, &read.told), (&record(), format, &told));
            for (told, lang) in read.told.iter().flat_map(|told| [(told, Lang::Ja), (told, Lang::En)]) {
                assert!(!told.words(lang).is_empty());
            }
            let (disk, path) = (MemoryStorage::new(), Path::new("/a.liu.ron"));
            disk.put(path, &bytes);
            let opened = open(&disk, path).unwrap();
            assert_eq!(opened.told, told);
            assert_eq!(disk.get(path).as_deref(), Some(bytes.as_slice()), "reading changes nothing");
        }
    }
}

#[test]
fn a_text_that_is_taken_otherwise_is_told_with_its_field() {
    for (from, to, expected) in [
        ("\"架空省\"", "\"架空\\t省\"", "タブ（1か所）"),
        ("\"架空省\"", "\"架空か\u{3099}省\"", "U+3099"),
        ("\"架空省\"", "\"架空\t省\"", "タブ"),
    ] {
        let read = parse_told(ron().replace(from, to).as_bytes(), "例").unwrap();
        let [told] = read.told.as_slice() else { panic!("{:?}", read.told) };
        let said = told.words(Lang::Ja);
        assert!(said.contains(expected) && said.contains("機関名"), "{said}");
    }
    let read = parse_told(json().replace("\"架空省\"", "\"か\\u3099\"").as_bytes(), "例").unwrap();
    assert!(matches!(read.told.as_slice(), [Told::Text { path, .. }] if path == "agency.name"), "{:?}", read.told);
}

/// A slip: what it is called, the text with it, what stands at its place, the words that tell the reason in both languages.
struct Slipped {
    name: &'static str,
    text: String,
    at: &'static str,
    ja: &'static str,
    en: &'static str,
}

fn slips() -> Vec<Slipped> {
    let ron = |from: &str, to: &str| {
        let text = ron();
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let json = |from: &str, to: &str| {
        let text = json();
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let slip = |name, text, at, ja, en| Slipped { name, text, at, ja, en };
    let agency = "agency: (\n      name: \"架空省\"";
    vec![
        slip("full-width colon", ron("name: \"架空省\"", "name： \"架空省\""), "name：", "全角の「：」", "full-width “：”"),
        slip("full-width colon in JSON", json("\"bureau\": ", "\"bureau\"： "), "\"bureau\"", "全角の「：」", "full-width “：”"),
        slip("full-width comma", ron("\"架空省\",", "\"架空省\"，"), "架空省", "全角の「，」", "full-width “，”"),
        slip("ideographic comma", ron("\"架空省\",", "\"架空省\"、"), "架空省", "全角の「、」", "full-width “、”"),
        slip("full-width bracket", ron("agency: (", "agency: （"), "agency", "全角の「（」", "full-width “（”"),
        slip("full-width digits", ron("version: 1,", "version: １,"), "version", "全角の「１」", "full-width “１”"),
        slip("full-width quotes", ron("\"架空省\"", "＂架空省＂"), "架空省", "全角の「＂」", "full-width “＂”"),
        slip("smart quotes", ron("\"架空省\"", "“架空省”"), "架空省", "全角の「“」", "full-width"),
        slip("a smart quote at the end", ron("\"架空省\"", "\"架空省”"), "架空省", "全角の「”」", "full-width"),
        slip("smart quotes in JSON", json("\"架空省\"", "“架空省”"), "架空省", "全角の「“」", "full-width"),
        slip("ideographic space", ron("name: \"架空省\"", "name:　\"架空省\""), "架空省", "全角の「　」", "full-width"),
        slip("missing closing quote", ron("\"架空省\",", "\"架空省,"), "架空省", "閉じていません", "not closed"),
        slip("missing comma", ron("\"架空省\",", "\"架空省\""), "bureau", "コンマ", "comma"),
        slip("missing comma in JSON", json("\"架空省\"", "\"架空省\" \"x\""), "架空省", "コンマ", "comma"),
        slip(
            "missing bracket",
            ron(
                "assessor: (\n        title: \"\",\n        name: \"\",\n      ),",
                "assessor: (\n        title: \"\",\n        name: \"\",\n",
            ),
            "approver",
            "approver",
            "approver",
        ),
        slip(
            "missing bracket before another part",
            ron(agency, "agency: (\n      name: \"架空省\", gate: (service_reason: \"\")"),
            "gate",
            "括弧が閉じていません",
            "bracket is not closed",
        ),
        slip("misspelt field", ron("bureau:", "bureu:"), "bureu", "「bureau」の書き間違い", "Did you mean `bureau`"),
        slip(
            "misspelt field in JSON",
            json("\"bureau\"", "\"buraeu\""),
            "buraeu",
            "「bureau」の書き間違い",
            "Did you mean `bureau`",
        ),
        slip("misspelt value", ron("role: agency", "role: agensy"), "agensy", "「agency」の書き間違い", "Did you mean `agency`"),
        slip(
            "field twice",
            ron("bureau: \"大臣官房\",", "bureau: \"大臣官房\", bureau: \"\","),
            "bureau",
            "二度あります",
            "appears twice",
        ),
        slip(
            "merge marks",
            ron(
                "      bureau: \"大臣官房\",\n",
                "<<<<<<< HEAD\n      bureau: \"大臣官房\",\n=======\n      bureau: \"別\",\n>>>>>>> theirs\n",
            ),
            "<<<<<<< HEAD",
            "合わせ損ねた印",
            "failed merge",
        ),
        slip(
            "merge marks in JSON",
            json("    \"agency\": {", "<<<<<<< ours\n    \"agency\": {"),
            "<<<<<<< ours",
            "合わせ損ねた印",
            "failed merge",
        ),
        slip(
            "something behind it",
            format!("{}\nメモ", super_trim(&ron("架空省", "架空省"))),
            ")",
            "余分な文字",
            "after the end",
        ),
    ]
}

fn super_trim(text: &str) -> String {
    text.trim_end().to_owned()
}

fn refused(name: &str, bytes: &[u8]) -> FileError {
    let (disk, path) = (MemoryStorage::new(), Path::new("/例.liu.ron"));
    disk.put(path, bytes);
    let error = open(&disk, path).expect_err(name);
    assert_eq!(disk.get(path).as_deref(), Some(bytes), "{name}: the file was changed");
    error
}

#[test]
fn each_slip_is_named_with_its_place_and_the_true_reason() {
    for Slipped { name, text, at, ja, en } in slips() {
        let error = refused(name, text.as_bytes());
        let FileError::Unfit { place, .. } = &error else { panic!("{name}: {error:?}") };
        assert!(text.lines().nth(place.line - 1).unwrap().contains(at), "{name}: {place:?}");
        let [said_ja, said_en] = [Lang::Ja, Lang::En].map(|lang| error.message(lang).to_string());
        assert!(said_ja.contains(ja), "{name}: {said_ja}");
        assert!(said_en.contains(en), "{name}: {said_en}");
    }
}

#[test]
fn the_place_names_the_field_as_the_window_calls_it() {
    let said = |from: &str, to: &str, lang| refused("x", ron().replacen(from, to, 1).as_bytes()).message(lang).place;
    let at = said("\"大臣官房\"", "5", Lang::Ja);
    assert!(at.contains("部局"), "{at}");
    let at = said("\"会議の録音\"", "\"会議\\u{202e}\"", Lang::Ja);
    assert!(at.contains("情報 i1 の内容"), "{at}");
    let at = refused("x", json().replacen("\"大臣官房\"", "\"大臣\\u202e\"", 1).as_bytes()).message(Lang::En).place;
    assert!(at.contains("Bureau") || at.contains("bureau"), "{at}");
}

#[test]
fn what_was_not_written_to_its_end_or_saved_as_something_else_is_named_for_what_it_is() {
    let text = ron();
    let half = &text[..text.find("大臣官房").unwrap()];
    let zeros = [half.as_bytes(), &[0; 4096]].concat();
    assert!(matches!(refused("zeros", &zeros), FileError::Unfit { problem: Problem::Zeros, .. }));
    assert!(matches!(refused("half", half.as_bytes()), FileError::Unfit { problem: Problem::CutOff, .. }));
    let odd = &utf16(half, true, true)[..half.encode_utf16().count() * 2 + 1];
    assert!(matches!(refused("half of UTF-16", odd), FileError::Unfit { problem: Problem::NotUtf8 | Problem::CutOff, .. }));
    let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(&text);
    let error = refused("Shift_JIS", &shift_jis);
    assert!(matches!(&error, FileError::Unfit { problem: Problem::ShiftJis, .. }), "{error:?}");
    let Message { what, action, .. } = error.message(Lang::Ja);
    assert!(what.contains("評価記録ですが") && action.contains("UTF-8"), "{what}{action}");
    let foreign = |bytes: &[u8]| match refused("foreign", bytes) {
        FileError::Foreign { what, .. } => what,
        other => panic!("{other:?}"),
    };
    assert_eq!(foreign(&[0; 4096]), Foreign::Zeros);
    assert_eq!(foreign(b""), Foreign::Empty);
    let login = "\u{FEFF}<!DOCTYPE html>\n<html><head><title>ログイン</title></head></html>";
    assert_eq!(foreign(login.as_bytes()), Foreign::Html);
    assert!(Foreign::Html.advice(Lang::Ja).contains("ログイン"));
    assert_eq!(foreign(b"PK\x03\x04..[Content_Types].xml..word/document.xml"), Foreign::Docx);
    assert_eq!(foreign(&utf16("会議は月曜日です。abc", true, true)), Foreign::Utf16);
}

#[test]
fn what_was_read_from_utf16_is_saved_as_always_and_opens_again() {
    let (disk, path) = (MemoryStorage::new(), Path::new("/a.liu.ron"));
    disk.put(path, &utf16(&ron(), true, true));
    let opened = open(&disk, path).unwrap();
    let folders = file::AppFolders::at("/data");
    let now = jiff::Timestamp::UNIX_EPOCH;
    save(&disk, path, &opened.record, &Expected::Digest(opened.digest), &folders, now).unwrap();
    assert_eq!(disk.get(path), Some(ron().into_bytes()));
}

fn catalogue() -> String {
    Catalogue::shipped().unwrap().to_ron().unwrap()
}

fn refused_catalogue(bytes: &[u8]) -> CatalogueFileError {
    let (disk, path) = (MemoryStorage::new(), Path::new("/own.ron"));
    disk.put(path, bytes);
    load_catalogue(&disk, path).expect_err("it is no catalogue")
}

#[test]
fn a_catalogue_that_notepad_saved_is_read() {
    let shipped = Catalogue::shipped().unwrap().digest();
    let text = catalogue();
    for bytes in [
        ["\u{FEFF}", &text.replace('\n', "\r\n")].concat().into_bytes(),
        utf16(&text, true, true),
        utf16(&text, false, true),
        utf16(&text.replace('\n', "\r\n"), true, false),
    ] {
        let (disk, path) = (MemoryStorage::new(), Path::new("/own.ron"));
        disk.put(path, &bytes);
        assert_eq!(load_catalogue(&disk, path).unwrap().digest(), shipped);
    }
}

#[test]
fn each_slip_in_a_catalogue_is_named_with_its_place_and_the_true_reason() {
    let spoilt = |from: &str, to: &str| {
        assert!(catalogue().contains(from), "{from}");
        catalogue().replacen(from, to, 1)
    };
    let cut = catalogue();
    for (text, place, ja, en) in [
        (spoilt("section: gate", "section： gate"), "questions[G1]", "全角の「：」", "full-width “：”"),
        (spoilt("id: \"G1\",", "id: \"G1\"，"), "questions", "全角の「，」", "full-width “，”"),
        (spoilt("id: \"G1\",", "id: \"G1\""), "questions", "コンマ", "comma"),
        (spoilt("id: \"G1\",", "id: \"G1,"), "questions", "閉じていません", "not closed"),
        (spoilt("section: gate", "section: gat"), "questions[G1].section", "「gate」の書き間違い", "Did you mean `gate`"),
        (spoilt("guidance:", "guidence:"), "questions[G1]", "「guidance」の書き間違い", "Did you mean `guidance`"),
        (spoilt("  questions: [", "<<<<<<< HEAD\n  questions: ["), "<<<<<<< HEAD", "合わせ損ねた印", "failed merge"),
        (cut[..cut.find("section: gate").unwrap()].to_owned(), "questions", "途中で切れています", "ends in the middle"),
    ] {
        let error = refused_catalogue(text.as_bytes());
        assert!(matches!(error, CatalogueFileError::Unfit { .. }), "{error:?}");
        let [said_ja, said_en] = [Lang::Ja, Lang::En].map(|lang| error.message(lang));
        assert!(said_ja.what.contains(ja) && said_en.what.contains(en), "{said_ja}\n{said_en}");
        assert!(said_ja.what.contains("目録「own.ron」") && said_en.place.contains(place), "{said_ja}\n{said_en}");
        assert!(!said_ja.action.is_empty() && !said_en.action.is_empty(), "{said_ja}");
    }
}

#[test]
fn what_is_no_catalogue_is_named_for_what_it_is() {
    let text = catalogue();
    let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(&text);
    for (bytes, expected) in [
        (ron().into_bytes(), Foreign::Record),
        (json().into_bytes(), Foreign::Record),
        (shift_jis.into_owned(), Foreign::ShiftJis),
        (b"%PDF-1.7\n".to_vec(), Foreign::Pdf),
        (b"<!DOCTYPE html>\n<html></html>".to_vec(), Foreign::Html),
        (b"{\"catalog\": {}}".to_vec(), Foreign::Oscal),
        (Vec::new(), Foreign::Empty),
    ] {
        let error = refused_catalogue(&bytes);
        assert!(matches!(&error, CatalogueFileError::Other { what, .. } if *what == expected), "{expected:?}: {error:?}");
        for lang in [Lang::Ja, Lang::En] {
            let Message { what, place, action, .. } = error.message(lang);
            assert!(what.contains("own.ron") && place.contains("own.ron") && !action.is_empty(), "{what}");
        }
    }
}
