//! Paths as they are shown.

use std::ffi::OsStr;

use crate::record::{code_mark, visible};

/// A path, or a name in one, as text that is only shown: what is no UTF-8 in it is given byte by byte, `\x8b`, and what acts or
/// hides by its code.
pub fn shown_path(path: impl AsRef<OsStr>) -> String {
    let mut shown = String::new();
    for chunk in path.as_ref().as_encoded_bytes().utf8_chunks() {
        shown.push_str(chunk.valid());
        for byte in chunk.invalid() {
            shown.push_str(&format!("\\x{byte:02x}"));
        }
    }
    visible(&shown).replace('\n', &code_mark('\n'))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::ffi::OsStrExt as _;

    use super::*;

    #[test]
    fn what_is_no_utf8_is_given_byte_by_byte() {
        assert_eq!(shown_path(OsStr::from_bytes(b"/a/\x95\\.liu.ron")), "/a/\\x95\\.liu.ron");
        assert_eq!(shown_path("/案件/甲.liu.ron"), "/案件/甲.liu.ron");
        assert_eq!(shown_path("/a\u{202E}nor.uil\u{200B}\n"), "/a〔U+202E〕nor.uil〔U+200B〕〔U+000A〕");
    }
}
