//! What the program says stands in the room `text`, in both languages and by one idiom; and no file is too long to be read.
//!
//! A sentence is a line of `sentences!`, with arguments or without; a menu of words is one of `words!`. In a function that has to
//! decide first, `say!` tells two formats apart and `Lang::pick` two sentences without arguments.

use crate::house::Source;

/// Japanese outside of text that is no sentence, each with its reason.
const NO_SENTENCES: [(&str, &str); 8] = [
    ("catalogue/load.rs", "the head of a catalogue file, in both languages: bytes of the file, written below text"),
    ("file/format.rs", "the head of a record's file, in both languages: bytes of the file, which stay"),
    ("record/character.rs", "samples of each kind of character, by which the table is tested"),
    ("record/date.rs", "the names of eras, with which a day is written; record imports nothing"),
    ("record/date_reading.rs", "the grammar of days that are read"),
    ("window/widgets/kinsoku.rs", "the characters at which lines do not break"),
    ("export/docx/frame.rs", "the name of the font, as Word knows it"),
    ("export/workbook/styles.rs", "the name of the font, as Excel knows it"),
];

/// Where two languages stand side by side that are not the two in which something is said, each with its reason.
const NO_SAYING: [(&str, &str); 2] =
    [("text/days.rs", "the names of eras, Japanese and in Latin letters"), ("text/meant.rs", "words that are read and not said")];

/// A file longer than this has a reason.
const LONG: usize = 450;

/// Files that are longer, each with its reason.
const MAY_BE_LONG: [(&str, &str); 1] = [("draft.rs", "a room of one file, with its tests")];

#[test]
fn japanese_words_stand_in_text() {
    let mut found = Vec::new();
    for source in Source::all().iter().filter(|source| !source.is_text()) {
        let words = source.japanese();
        match NO_SENTENCES.iter().find(|(path, _)| *path == source.path) {
            Some((path, why)) => assert!(!words.is_empty(), "{path} is off the list: it holds no {why}"),
            None => found.extend(words),
        }
    }
    assert!(found.is_empty(), "these belong into src/text:\n{}", found.join("\n"));
}

#[test]
fn two_languages_have_one_idiom() {
    let mut found = Vec::new();
    for source in Source::all() {
        let idioms = source.other_idioms();
        match NO_SAYING.iter().find(|(path, _)| *path == source.path) {
            Some((path, why)) => assert!(!idioms.is_empty(), "{path} is off the list: it holds no {why}"),
            None => found.extend(idioms),
        }
    }
    assert!(found.is_empty(), "write these by sentences!, words!, say! or Lang::pick, in src/text:\n{}", found.join("\n"));
}

#[test]
fn a_long_file_has_a_reason() {
    let sources = Source::all();
    let long = sources.iter().filter(|source| source.text.lines().count() > LONG).map(|source| source.path.as_str());
    let known: Vec<&str> = MAY_BE_LONG.iter().map(|(path, _)| *path).collect();
    assert_eq!(long.collect::<Vec<_>>(), known, "files of more than {LONG} lines, and those that may be");
}

/// Whatever way a sentence or a pair of languages is written down, it is seen; what is for tests, or no word, is not.
#[test]
fn a_sentence_elsewhere_is_seen() {
    let of = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    for seen in [
        "fn said() -> &'static str {\n \"保存しました\" }",
        "const SAID: &str =\n r\"保存しました\";",
        "fn said() -> String {\n format!(\"{}件\", 1) }",
        "fn said() { f(&[(1,\n \"はい\")]) }",
    ] {
        let found = of("file/error.rs", seen).japanese();
        assert!(found.len() == 1 && found[0].starts_with("src/file/error.rs:2: "), "{seen}: {found:?}");
    }
    for not_seen in [
        "/// 保存しました\nfn said() {}",
        "fn of(character: char) -> bool { character == '日' }",
        "fn said() -> &'static str { \"・\" }",
        "#[cfg(test)] mod tests { const SAID: &str = \"保存しました\"; }",
        "#[error(\"保存しました\")] struct Said;",
    ] {
        assert_eq!(of("file/error.rs", not_seen).japanese(), Vec::<String>::new(), "{not_seen}");
    }
    for seen in [
        "fn said() { match lang { Lang::Ja => \"はい\", Lang::En => yes } }",
        "fn said() { match lang { Lang::Ja => format!(\"はい\"), _ => yes } }",
        "fn said() { match (lang, 1) { (Lang::Ja, 1) => { format!(\"はい\") } _ => yes } }",
        "fn said() { match lang { Lang::Ja if polite => vec![\"はい\"], _ => yes } }",
        "fn said() { match lang { Lang::Ja => &[\"はい\"], _ => yes } }",
        "fn said() { let (ja, en) = (\"はい\", \"yes\"); }",
        "const SAID: [&str; 2] = [\"はい\", \"yes\"];",
        "fn said() { both(\"はい\", \"yes\",) }",
    ] {
        assert_eq!(of("text/said.rs", seen).other_idioms(), ["src/text/said.rs:1: \"はい\""], "{seen}");
    }
    let picked = "fn said() { lang.pick(\"、\", \", \") }";
    assert_eq!(of("window/said.rs", picked).other_idioms(), ["src/window/said.rs:1: \"、\""]);
    assert_eq!(of("text/said.rs", picked).other_idioms(), Vec::<String>::new());
    let idiom = "sentences! { yes = \"はい\", \"yes\"; } fn no(lang: Lang) { say!(lang, \"いいえ{a}\", \"no{a}\") }";
    assert_eq!(of("text/said.rs", idiom).other_idioms(), Vec::<String>::new());
}
