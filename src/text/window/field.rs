//! What fields of text and dates say.

use crate::text::Lang;

sentences! {
    /// Marks a field that the profile requires.
    required = "必須", "Required";
    /// The same of one that somebody left empty.
    required_and_empty = "必須：まだ空です", "Required: still empty";
    /// Of a field that is needed only here and there.
    left_empty = "まだ空です", "Still empty";

    /// How a date may be written.
    date_hint = "例：2026/11/23、R8.11.23、令和8年11月23日", "For example 2026/11/23, R8.11.23 or 令和8年11月23日";
}

/// The length of a text, and the length beyond which it is long.
pub fn length(length: usize, soft: usize, lang: Lang) -> String {
    if length > soft {
        say!(
            lang,
            "{length}／{soft}字：目安より長い文です。保存はできます。",
            "{length} / {soft} characters: longer than recommended. It is saved all the same."
        )
    } else {
        say!(lang, "{length}／{soft}字", "{length} / {soft} characters")
    }
}

/// The same by its numbers alone.
pub fn length_in_short(length: usize, soft: usize) -> String {
    format!("{length}／{soft}")
}
