//! Sentences of the steps in which an assessment is answered, decided, checked, approved and handed on.

pub mod approval;
pub mod decisions;
pub mod objective;
pub mod output;
pub mod precedents;
pub mod provider;
pub mod review;

use super::Lang;

/// Words that stand in a row: C1、C4 / C1, C4.
pub fn listed<'a>(words: impl IntoIterator<Item = &'a str>, lang: Lang) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    words.join(lang.pick("、", ", "))
}
