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

    /// How near a thing with this title is to what is looked for; nothing if it is not found by its title and these texts.
    pub fn nearness<'a>(&self, title: &'a str, more: impl IntoIterator<Item = &'a str>) -> Option<Nearness> {
        if !self.finds(std::iter::once(title).chain(more)) {
            return None;
        }
        let (title, whole) = (fold(title), self.0.join(" "));
        Some(match () {
            () if title == whole => Nearness::Exact,
            () if title.starts_with(&whole) => Nearness::Begins,
            () if title.contains(&whole) => Nearness::Contains,
            () => Nearness::Elsewhere,
        })
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// How near something that is found is to what was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// It is called just that.
    Exact,
    /// Its name begins with it.
    Begins,
    /// Its name has it within.
    Contains,
    /// It is found by something else that is said of it.
    Elsewhere,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_called_just_that_is_nearest() {
        let found = |typed: &str, title: &'static str| Query::new(typed).nearness(title, ["判定と指摘"]);
        assert_eq!(found("確認", "確認"), Some(Nearness::Exact));
        assert_eq!(found("確認", "確認・承認に戻る"), Some(Nearness::Begins));
        assert_eq!(found("確認", "前提確認"), Some(Nearness::Contains));
        assert_eq!(found("指摘", "確認"), Some(Nearness::Elsewhere));
        assert_eq!(found("承認", "出力"), None);
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
