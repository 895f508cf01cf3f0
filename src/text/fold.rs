//! Folding for search: what a person means to be the same compares equal. Never used on what is stored.

use unicode_normalization::UnicodeNormalization as _;

/// A text as search sees it: NFKC, lower case, katakana as hiragana, every dash and long-vowel mark as `-`, white space as one
/// blank.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.nfkc().flat_map(char::to_lowercase) {
        if character.is_whitespace() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else {
            folded.push(fold_character(character));
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// What a person looks for: words that must all occur, in any order. An empty query finds everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<String>);

impl Query {
    /// Takes what was typed into a search field.
    pub fn new(typed: &str) -> Self {
        Self(fold(typed).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect())
    }

    /// Whether every word occurs somewhere in these texts.
    pub fn finds<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let folded: Vec<String> = texts.into_iter().map(fold).collect();
        self.0.iter().all(|word| folded.iter().any(|text| text.contains(word.as_str())))
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn fold_character(character: char) -> char {
    match character {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(character) - 0x60).unwrap_or(character),
        'ー' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | '〜' | '~' | '﹣' => '-',
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
        ] {
            assert_eq!(fold(one), fold(other), "{one} / {other}");
        }
    }

    #[test]
    fn what_differs_stays_different() {
        for (one, other) in [("機密性", "完全性"), ("はい", "ばい"), ("a1", "a2"), ("神", "神社")] {
            assert_ne!(fold(one), fold(other), "{one} / {other}");
        }
    }

    #[test]
    fn all_words_of_a_query_must_occur_in_any_order() {
        let texts = ["Web会議サービス", "動画・音声、配信等"];
        for (typed, found) in
            [("", true), ("カイギ", false), ("会議 ＷＥＢ", true), ("配信 さーびす", true), ("会議 採用", false)]
        {
            assert_eq!(Query::new(typed).finds(texts), found, "{typed}");
        }
    }
}
