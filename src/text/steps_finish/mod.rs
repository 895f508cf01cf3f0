//! Sentences of the steps in which an assessment is answered, decided, checked, approved and handed on.

pub mod approval;
pub mod decisions;
pub mod objective;
pub mod output;
pub mod provider;
pub mod review;

use super::Lang;
use crate::catalogue::Question;
use crate::record::InformationItem;

/// A question as short as it can be named: C2 要配慮個人情報.
pub fn question_name(question: &Question, lang: Lang) -> String {
    format!("{} {}", question.id, question.short.text(lang))
}

/// What an item is called on screen; one without a name by its place, counted from 1.
pub fn item_name(item: &InformationItem, place: usize, lang: Lang) -> String {
    if item.name.is_blank() {
        return match lang {
            Lang::Ja => format!("（名称未入力・{place}件目）"),
            Lang::En => format!("(no name, item {place})"),
        };
    }
    item.name.as_str().to_owned()
}

/// Words that stand in a row: C1、C4 / C1, C4.
pub fn listed<'a>(words: impl IntoIterator<Item = &'a str>, lang: Lang) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    words.join(lang.pick("、", ", "))
}
