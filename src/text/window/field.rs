//! What fields of text and dates say.

use crate::record::{Date, TextError};
use crate::text::Lang;

/// Marks a field that the profile requires.
pub const fn required(lang: Lang) -> &'static str {
    lang.pick("必須", "Required")
}

/// The length of a text, and the length beyond which it is long.
pub fn length(length: usize, soft: usize, lang: Lang) -> String {
    let over = length > soft;
    match (lang, over) {
        (Lang::Ja, false) => format!("{length}／{soft}字"),
        (Lang::Ja, true) => format!("{length}／{soft}字：目安より長い文です。保存はできます。"),
        (Lang::En, false) => format!("{length} / {soft} characters"),
        (Lang::En, true) => format!("{length} / {soft} characters: longer than recommended. It is saved all the same."),
    }
}

/// Why part of a typed or pasted text was left out.
pub fn refused(problem: &TextError, lang: Lang) -> String {
    match (problem, lang) {
        (TextError::RefusedCharacter { code, position }, Lang::Ja) => {
            format!("{position}文字目の見えない制御文字（U+{code:04X}）を取り除きました。")
        }
        (TextError::RefusedCharacter { code, position }, Lang::En) => {
            format!("The invisible control character U+{code:04X} at position {position} was left out.")
        }
        (TextError::LineBreak { .. }, Lang::Ja) => "この欄は1行です。改行は空白にしました。".to_owned(),
        (TextError::LineBreak { .. }, Lang::En) => "This field takes one line. The line break became a space.".to_owned(),
        (TextError::TooLong { length }, Lang::Ja) => {
            format!("{length}字は長すぎます。先頭の{}字だけを入れました。", crate::record::HARD_LENGTH)
        }
        (TextError::TooLong { length }, Lang::En) => {
            format!("{length} characters are too many. Only the first {} were taken.", crate::record::HARD_LENGTH)
        }
    }
}

/// How a date may be written.
pub const fn date_hint(lang: Lang) -> &'static str {
    lang.pick("例：2026/11/23、R8.11.23、令和8年11月23日", "For example 2026/11/23, R8.11.23 or 令和8年11月23日")
}

/// A date in both calendars.
pub fn both_calendars(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{}年{}月{}日（{}）", date.year(), date.month(), date.day(), date.in_japanese_era()),
        Lang::En => format!("{date} ({})", date.in_japanese_era()),
    }
}
