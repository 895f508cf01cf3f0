//! Reasons that are no more than the beginnings that the catalogue offers: nothing of them is the assessor's own.

use crate::catalogue::reason_phrases;
use crate::record::InformationItem;

/// The longest that was filled into a place of a beginning, in characters.
const FILLED: usize = 60;

/// Whether a reason says no more than beginnings that were picked, in whatever language, also with what the record said then in their
/// places, or with nothing there. An empty reason says nothing, and is missed elsewhere.
pub(super) fn is_only_begun(reason: &str, item: &InformationItem) -> bool {
    let mut rest = reason;
    let mut is_begun = false;
    loop {
        rest = rest.trim_start_matches(|character: char| !character.is_alphanumeric());
        if rest.is_empty() {
            return is_begun;
        }
        let texts = reason_phrases().iter().flat_map(|phrase| [phrase.text.ja.as_str(), phrase.text.en.as_str()]);
        // The longest of those that fit: one may begin as another does.
        let Some(after) = texts.filter_map(|text| after(rest, text, item)).min_by_key(|after| after.len()) else { return false };
        rest = after;
        is_begun = true;
    }
}

/// What follows a beginning, if the text starts with it.
fn after<'a>(text: &'a str, beginning: &str, item: &InformationItem) -> Option<&'a str> {
    let beginning = beginning.trim_end_matches(|character: char| !character.is_alphanumeric());
    let mut pieces = beginning.split('{');
    let mut rest = text.strip_prefix(pieces.next()?)?;
    for piece in pieces {
        let (place, said) = piece.split_once('}')?;
        let filled = known(place, item).and_then(|filled| rest.strip_prefix(filled)).and_then(|after| after.strip_prefix(said));
        rest = match filled {
            Some(after) => after,
            None => {
                let (filled, after) = rest.split_once(said)?;
                let is_a_fact = !filled.contains(['、', '。', ',', '.', '\n']) && filled.chars().count() <= FILLED;
                is_a_fact.then_some(after)?
            }
        };
    }
    Some(rest)
}

/// What the record says in its own words for a place.
fn known<'a>(place: &str, item: &'a InformationItem) -> Option<&'a str> {
    let text = match place {
        "publication" => item.publication_time.as_str(),
        "retention" => item.retention.as_str(),
        "whose" => item.whose.as_str(),
        _ => "",
    };
    Some(text.trim()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{ItemId, Line};

    fn item() -> InformationItem {
        let mut item = InformationItem::new(ItemId::new("i").unwrap());
        item.retention = Line::new("集計の確定後、3か月").unwrap();
        item
    }

    #[test]
    fn a_beginning_alone_is_no_reason() {
        for only in [
            "氏名を尋ねないので、",
            " 氏名を尋ねないので、。",
            "氏名を尋ねないので",
            "氏名を尋ねないので、集計した結果だけを使うので、",
            "No names are asked for, so ",
            "No names are asked for, so 氏名を尋ねないので、",
            "101〜1000人分にとどまり、",
            "保存は集計の確定後、3か月までなので、",
            "保存はまでなので、",
            "保存は{retention}までなので、",
            "保存は5年までなので、\n氏名と連絡先だけで、",
            "It is about 101 to 1000 persons only, and ",
        ] {
            assert!(is_only_begun(only, &item()), "{only}");
        }
    }

    #[test]
    fn a_word_of_ones_own_makes_it_a_reason() {
        for own in [
            "",
            "、",
            "氏名を尋ねないので、漏れても本人は分からない。",
            "漏れても本人は分からない。氏名を尋ねないので、",
            "氏名を尋ねないため、",
            "公表前提",
            "保存は短く、分からないよう加工して年度末までなので、",
            "No names are asked for, so nobody is known.",
        ] {
            assert!(!is_only_begun(own, &item()), "{own}");
        }
    }

    #[test]
    fn every_beginning_that_is_offered_is_known_as_one() {
        for phrase in reason_phrases() {
            for text in [&phrase.text.ja, &phrase.text.en] {
                assert!(is_only_begun(text, &item()), "{text}");
                assert!(!is_only_begun(&format!("{text}影響は小さい。"), &item()), "{text}");
            }
        }
    }
}
