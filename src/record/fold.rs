//! One folding for every word and every date, whether typed, pasted or taken from a file: what a person means to be the same
//! compares equal. Never used on what is stored.

use unicode_normalization::UnicodeNormalization as _;

use super::{CharacterClass, Treatment};

/// A text as it is compared: NFKC, lower case, katakana as hiragana, every dash, wave and long-vowel mark as `-`, white space and
/// line breaks as one blank, nothing that cannot be seen, no blank at its ends.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.nfkc().flat_map(char::to_lowercase) {
        if character.is_whitespace() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if !is_hidden(character) {
            folded.push(fold_character(character));
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// Whether a character leaves no trace on paper: it may make two texts differ that look alike.
pub fn is_hidden(character: char) -> bool {
    match CharacterClass::of(character) {
        CharacterClass::Selector | CharacterClass::Invisible => true,
        other => other.treatment() == Treatment::LeftOut && !character.is_whitespace(),
    }
}

/// The first hidden character of a text: its code point and where it stands, in characters, from 1.
pub fn first_hidden(text: &str) -> Option<(u32, usize)> {
    let found = text.chars().enumerate().find(|(_, character)| is_hidden(*character));
    found.map(|(index, character)| (u32::from(character), index + 1))
}

/// A text without hidden characters.
pub fn without_hidden(text: &str) -> String {
    text.chars().filter(|character| !is_hidden(*character)).collect()
}

fn fold_character(character: char) -> char {
    match character {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(character) - 0x60).unwrap_or(character),
        'ー'
        | '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2053}'
        | '\u{2212}'
        | '\u{223C}'
        | '\u{2500}'
        | '\u{2501}'
        | '\u{2796}'
        | '\u{02D7}'
        | '\u{FE58}'
        | '\u{30A0}'
        | '〜'
        | '〰'
        | '~' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_to_be_the_same_folds_to_the_same() {
        for (one, other) in [
            ("Ｗｅｂ会議サービス", "web会議さーびす"),
            ("ｱﾝｹｰﾄ", "アンケート"),
            ("サ−ビス", "サービス"),
            ("ＬＩＵ－Ａ１", "liu-a1"),
            ("配信　予約", "配信 予約"),
            ("  端の空白\n", "端の空白"),
            ("ガイド", "か\u{3099}いと\u{3099}"),
            ("㍿", "株式会社"),
            ("はい\u{200B}", "ﾊｲ"),
            ("\u{FEFF}はい\r\n", "は\u{AD}い"),
            ("葛\u{E0100}飾", "葛飾"),
            ("～100人", "〜１００人"),
            ("㋿8年", "令和８年"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} / {other}");
        }
    }

    #[test]
    fn dashes_of_all_widths_are_one() {
        for dash in "-‐‑‒–—―−－﹣﹘ーｰ─━~～〜〰⁓∼➖".chars() {
            assert_eq!(fold(&format!("8{dash}11")), "8-11", "U+{:04X}", u32::from(dash));
        }
    }

    #[test]
    fn what_differs_stays_different() {
        for (one, other) in [("機密性", "完全性"), ("はい", "ばい"), ("a1", "a2"), ("神", "神社"), ("一", "-")] {
            assert_ne!(fold(one), fold(other), "{one} / {other}");
        }
    }

    #[test]
    fn a_hidden_character_is_named_with_its_place() {
        assert_eq!(first_hidden("はい\u{200B}"), Some((0x200B, 3)));
        assert_eq!(first_hidden("\u{FEFF}はい"), Some((0xFEFF, 1)));
        assert_eq!(first_hidden("は い\n"), None);
    }
}
