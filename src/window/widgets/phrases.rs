//! Where phrases begin in Japanese text (文節), so that lines of what is read end where a reader pauses.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Longer paragraphs break anywhere that lines may: nobody sets running text of this length without breaks.
const LONGEST: usize = 2_000;

/// How many paragraphs are remembered. When there are more, all are forgotten: a window shows a few hundred.
const REMEMBERED: usize = 2_000;

thread_local! {
    /// Finding phrases takes some microseconds a character, and a paragraph is laid out in every frame.
    static KNOWN: RefCell<HashMap<Box<str>, Rc<[usize]>>> = RefCell::default();
}

/// The numbers of the characters with which phrases begin, the first character left out. Of a paragraph without Japanese there
/// are none.
pub(super) fn phrase_starts(paragraph: &str) -> Rc<[usize]> {
    KNOWN.with_borrow_mut(|known| {
        if let Some(starts) = known.get(paragraph) {
            return Rc::clone(starts);
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let starts: Rc<[usize]> = find(paragraph).into();
        known.insert(paragraph.into(), Rc::clone(&starts));
        starts
    })
}

fn find(paragraph: &str) -> Vec<usize> {
    if !paragraph.chars().any(is_kana_or_kanji) || paragraph.chars().nth(LONGEST).is_some() {
        return Vec::new();
    }
    let phrases = budoux::parse(budoux::models::default_japanese_model(), paragraph);
    let mut starts = Vec::new();
    let mut at = 0;
    for phrase in &phrases {
        // Within what the model takes for one phrase, a reader pauses at these marks as well.
        let mut before = None;
        for (number, character) in phrase.chars().enumerate() {
            if at + number > 0 && (number == 0 || before.is_some_and(|before| PAUSES.contains(before))) {
                starts.push(at + number);
            }
            before = Some(character);
        }
        at += phrase.chars().count();
    }
    starts
}

/// Behind these a phrase ends, whatever it is.
const PAUSES: &str = " 　、。・／）」』";

const fn is_kana_or_kanji(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A paragraph with its phrases parted by |.
    fn parted(text: &str) -> String {
        let starts = phrase_starts(text);
        let part = |(number, character): (usize, char)| {
            if starts.contains(&number) { format!("|{character}") } else { character.to_string() }
        };
        text.chars().enumerate().map(part).collect()
    }

    #[test]
    fn phrases_are_those_of_a_reader() {
        for (text, expected) in [
            ("低位にはなりません。", "低位にはなりません。"),
            ("回答と、判定の理由を読み返します。", "回答と、|判定の|理由を|読み返します。"),
            ("no Japanese here", "no Japanese here"),
        ] {
            assert_eq!(parted(text), expected);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn phrases_begin_within_the_text(text in "[あ-ん一-三「」（）。、ー0-9a-c\u{301} \u{1F600}\u{E0100}]{0,60}") {
            let starts = phrase_starts(&text);
            prop_assert!(starts.is_sorted());
            prop_assert!(starts.iter().all(|start| *start > 0 && *start < text.chars().count()));
        }
    }
}
