//! Names within a ZIP file: how they are written, which of them systems add by themselves, and which are more than names.

use unicode_normalization::UnicodeNormalization as _;

use crate::bounds::ZIP_DEPTH;
pub(super) use crate::bounds::ZIP_NAME as LONGEST_NAME;
use crate::record::is_refused;

/// What the list of the other files is called.
pub const MANIFEST_NAME: &str = "manifest.json";

/// A name as text, with folders divided by `/`, and whether it was written in Shift_JIS as Windows does it (CP932). `garbled` is
/// how the reader of ZIP files takes it.
pub(super) fn decoded(raw: &[u8], garbled: impl FnOnce() -> String) -> (String, bool) {
    let (name, is_cp932) = match std::str::from_utf8(raw) {
        Ok(name) => (name.to_owned(), false),
        Err(_) => match encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(raw) {
            Some(name) => (name.into_owned(), true),
            None => (garbled(), false),
        },
    };
    // Only after decoding: the second byte of 表 and ソ in Shift_JIS is that of a backslash.
    (name.replace('\\', "/"), is_cp932)
}

/// The name without the folders that it stands in.
pub(super) fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether systems and their programs put files of this name beside others by themselves: thumbnails, views of folders, locks.
pub(in super::super) fn is_added_by_systems(path: &str) -> bool {
    const FOLDERS: [&str; 5] = ["__macosx", ".spotlight-v100", ".trashes", ".fseventsd", "@eadir"];
    const FILES: [&str; 7] = [".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".directory", ".localized", "icon\r"];
    let path = path.to_lowercase();
    let name = last(&path);
    let is_lock = name.starts_with("~$") || (name.starts_with(".~lock.") && name.ends_with('#'));
    is_lock || name.starts_with("._") || FILES.contains(&name) || path.split('/').any(|part| FOLDERS.contains(&part))
}

/// Whether a path leads out of the ZIP file.
pub(super) fn leads_elsewhere(path: &str) -> bool {
    path.split('/').any(|part| matches!(part, "" | "." | "..") || part.contains(':'))
}

/// Whether a path leads to a place within the ZIP file, and is one on every system.
pub(super) fn is_plain_path(path: &str) -> bool {
    path.split('/').count() <= ZIP_DEPTH && path.split('/').all(is_plain_name)
}

/// Whether a name is the name of a file on every system, and nothing more: no drive, no device, nothing unseen.
fn is_plain_name(name: &str) -> bool {
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let stem = stem.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let acts = |character: char| r#"/\:*?"<>|"#.contains(character) || character.is_control() || is_refused(character);
    !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && !name.contains(acts)
        && !name.starts_with([' ', '.'])
        && !name.ends_with([' ', '.'])
        && !DEVICES.contains(&stem)
}

/// A name as it is compared by disks that know no difference between large and small letters, or between ways to write a kana.
pub fn as_disks_see(name: &str) -> String {
    name.nfkc().flat_map(char::to_lowercase).nfkc().collect()
}
