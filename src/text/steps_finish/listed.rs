//! Words in a row.

use crate::text::{Lang, marks};

/// Words that stand in a row: C1、C4 / C1, C4.
pub fn listed<'a>(words: impl IntoIterator<Item = &'a str>, lang: Lang) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    words.join(marks::comma(lang))
}
