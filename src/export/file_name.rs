//! Names of exported files: predictable, safe on every file system they may travel to, and each another one.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

use super::archive::as_disks_see;
use crate::record::Record;

/// The most characters of a service's name that a file's name takes. With the rest it stays under 80, and under 255 bytes.
const LONGEST_SERVICE_NAME: usize = 48;

/// What the name of every file begins with that is made of a record: `LIU-3f6c1a90_ウェブ会議サービス甲`.
pub fn stem(record: &Record) -> String {
    let id: String = record.id.short().chars().map(|character| if character == '.' { '-' } else { character }).collect();
    let service = safe(record.service.name.as_str());
    if service.is_empty() { format!("LIU-{id}") } else { format!("LIU-{id}_{service}") }
}

/// A text as a part of a file's name: nothing a path, a shell or a file system takes for its own. Kanji stay.
pub fn safe(text: &str) -> String {
    let mut name = String::new();
    for character in text.nfc() {
        let kept =
            character.is_alphanumeric() || matches!(character, '-' | '_' | '(' | ')' | '（' | '）' | '・' | 'ー' | '々' | '〆');
        if kept {
            name.push(character);
        } else if matches!(character, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}') {
            // A selected form of a kanji is the same kanji to who looks for the file.
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
    }
    let cut: String = name.chars().take(LONGEST_SERVICE_NAME).collect();
    cut.trim_end_matches('_').to_owned()
}

/// The name, or the same with a number, if a disk takes it for one that is taken: `LIU-3f6c1a90_甲_2.pdf`. It is taken then.
pub fn distinct(name: &str, taken: &mut BTreeSet<String>) -> String {
    // Every ending of two parts is one of these.
    let ending = [".liu.ron", ".liu.json", ".oscal-ssp.json"].into_iter().find(|ending| name.ends_with(ending));
    let at = name.len() - ending.map_or_else(|| name.rfind('.').map_or(0, |dot| name.len() - dot), str::len);
    let (stem, ending) = name.split_at_checked(at).unwrap_or((name, ""));
    let numbered = (2_u32..).map(|number| format!("{stem}_{number}{ending}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| taken.insert(as_disks_see(name))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_keep_kanji_and_lose_what_a_path_would_take_for_its_own() {
        for (service, expected) in [
            ("ウェブ会議サービス甲", "ウェブ会議サービス甲"),
            ("../../etc/passwd", "etc_passwd"),
            ("C:\\Windows\\con", "C_Windows_con"),
            ("名簿.exe. ", "名簿_exe"),
            ("髙﨑 クラウド（試行）", "髙﨑_クラウド（試行）"),
            ("葛\u{E0100}飾", "葛飾"),
            ("🙂", ""),
            ("a\u{202E}fdp", "a_fdp"),
            ("カ\u{3099}ス", "ガス"),
        ] {
            assert_eq!(safe(service), expected, "{service}");
        }
    }

    #[test]
    fn a_name_that_a_disk_takes_for_another_is_numbered_before_its_ending() {
        let mut taken = BTreeSet::new();
        for (name, expected) in [
            ("LIU-1_甲.liu.json", "LIU-1_甲.liu.json"),
            ("LIU-1_甲.liu.json", "LIU-1_甲_2.liu.json"),
            ("liu-1_甲.LIU.JSON", "liu-1_甲.LIU_2.JSON"),
            ("LIU-1_甲.liu.json", "LIU-1_甲_3.liu.json"),
            ("LIU-1_ガス.pdf", "LIU-1_ガス.pdf"),
            ("LIU-1_カ\u{3099}ス.pdf", "LIU-1_カ\u{3099}ス_2.pdf"),
            ("LIU-1_set", "LIU-1_set"),
            ("LIU-1_SET", "LIU-1_SET_2"),
            ("LIU-1_set.zip", "LIU-1_set.zip"),
            ("LIU-1_甲_2.liu.json", "LIU-1_甲_2_2.liu.json"),
        ] {
            assert_eq!(distinct(name, &mut taken), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn no_name_of_a_service_makes_an_unsafe_file_name(service in any::<String>()) {
            let name = safe(&service);
            prop_assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '.', '\0', '\n']), "{name}");
            // LIU-12345678_ and the longest endings around it.
            let (longest, ending) = ("_影響度評価シート", ".oscal-ssp.json");
            prop_assert!(name.chars().count() + "LIU-12345678_".len() + longest.chars().count() + ending.len() <= 90, "{name}");
            prop_assert!(name.len() + "LIU-12345678_".len() + longest.len() + ending.len() <= 255, "{name}");
        }
    }
}
