//! Search: what a person looks for.

use crate::record::fold;

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

#[cfg(test)]
mod tests {
    use super::*;

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
