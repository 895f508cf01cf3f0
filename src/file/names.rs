//! How messages name a file, and how files beside it are called.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use crate::record::{ContentDigest, excerpt as shown};
use crate::text::file::place as words;
use crate::text::{Lang, shown_path};

/// The name of a file as messages show it.
pub fn name_of(path: &Path) -> String {
    shown(&shown_path(path.file_name().unwrap_or(path.as_os_str())), 120)
}

/// Where: a file by its name.
pub(super) fn at_name(name: &str, lang: Lang) -> String {
    words::file(name, lang)
}

/// Where: a file by its whole path.
pub(super) fn at_path(path: &Path, lang: Lang) -> String {
    let folder = path.parent().map(shown_path).unwrap_or_default();
    let name = at_name(&name_of(path), lang);
    if folder.is_empty() { name } else { format!("{name} ({})", shown(&folder, 200)) }
}

/// The longest name that file systems take, in bytes.
const LONGEST: usize = 255;

/// The name of a file that stands beside another, made of its name. Of one that would be too long the middle is left out, and a
/// digest tells it from others that begin alike.
pub(super) fn with_affixes(before: &str, name: &OsStr, after: &str) -> OsString {
    let mut whole = OsString::from(before);
    whole.push(name);
    whole.push(after);
    if whole.len() <= LONGEST {
        return whole;
    }
    let digest = ContentDigest::of(name.as_encoded_bytes());
    let room = LONGEST.saturating_sub(before.len() + digest.short().len() + after.len() + 1);
    let text = name.to_string_lossy();
    let begun: String = text
        .char_indices()
        .take_while(|(at, character)| at + character.len_utf8() <= room)
        .map(|(_, character)| character)
        .collect();
    format!("{before}{begun}~{}{after}", digest.short()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_beside_another_fits_wherever_that_one_does() {
        assert_eq!(with_affixes(".~lock.", OsStr::new("案件.liu.ron"), "#"), ".~lock.案件.liu.ron#");
        let long = |last: &str| format!("{}{last}.liu.ron", "案".repeat(81));
        let [one, other] = ["甲", "乙"].map(|last| with_affixes(".~lock.", OsStr::new(&long(last)), "#"));
        assert!(one.len() <= 255 && one.len() > 245, "{}", one.len());
        assert_ne!(one, other);
        let shown = one.to_str().unwrap();
        assert!(shown.starts_with(".~lock.案案") && shown.ends_with('#'), "{shown}");
    }
}
