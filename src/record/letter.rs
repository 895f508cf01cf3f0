//! How much stands as one letter in what is shown. A letter with thousands of marks above it, or of letters joined to it, is nothing
//! that can be read: it costs whoever draws it the square of its length, and covers what stands around it.
//!
//! A text is kept as it was typed. What is drawn of it, on paper and on the screen, shows [`NOT_SHOWN`] in place of the rest.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

pub use crate::bounds::RECORD_LETTER as MOST_IN_LETTER;

/// Stands for what cannot be shown.
pub const NOT_SHOWN: char = '〓';

/// Of so many characters in a row that could join others a letter is looked at closely.
const SUSPICIOUS: usize = 8;

/// A text as it can be shown: with one [`NOT_SHOWN`] for what is too much of each letter, which `cut` is given.
pub fn without_heaps<'a>(text: &'a str, cut: &mut dyn FnMut(&'a str)) -> Cow<'a, str> {
    changed(text, &mut |shown, rest| {
        cut(rest);
        shown.push(NOT_SHOWN);
    })
}

/// A text as it can be shown while it is being written: with one [`NOT_SHOWN`] for each character that is too much, so that every
/// character has its place.
pub fn heaps_marked(text: &str) -> Cow<'_, str> {
    changed(text, &mut |shown, rest| shown.extend(rest.chars().map(|_| NOT_SHOWN)))
}

/// How many characters of a text cannot be shown since they are too much of one letter.
pub fn heaped(text: &str) -> usize {
    let mut characters = 0;
    without_heaps(text, &mut |rest| characters += rest.chars().count());
    characters
}

fn changed<'a>(text: &'a str, instead: &mut dyn FnMut(&mut String, &'a str)) -> Cow<'a, str> {
    if !may_heap(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for letter in text.graphemes(true) {
        match letter.char_indices().nth(MOST_IN_LETTER).map(|(end, _)| letter.split_at_checked(end)) {
            Some(Some((kept, rest))) => {
                shown.push_str(kept);
                instead(&mut shown, rest);
            }
            _ => shown.push_str(letter),
        }
    }
    if shown == text { Cow::Borrowed(text) } else { Cow::Owned(shown) }
}

/// Whether a text may have a letter of too many characters; almost none does, and to look at each letter takes longer.
fn may_heap(text: &str) -> bool {
    let mut joining = 0;
    text.len() > MOST_IN_LETTER
        && text.chars().any(|character| {
            joining = if stands_alone(character) { 0 } else { joining + 1 };
            joining > SUSPICIOUS
        })
}

/// Characters of which each begins a letter of its own, as Latin letters, kana and kanji do: most of what is written here.
const fn stands_alone(character: char) -> bool {
    matches!(character,
        '\0'..='\u{2FF}'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205E}'
        | '\u{3000}'..='\u{3020}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A0}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF01}'..='\u{FF9D}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> (String, Vec<usize>) {
        let mut cut = Vec::new();
        let shown = without_heaps(text, &mut |rest| cut.push(rest.chars().count())).into_owned();
        (shown, cut)
    }

    #[test]
    fn what_people_write_is_shown_as_typed() {
        for text in [
            "有識者会議の資料",
            "葛\u{E0100}飾区",
            "👨🏽\u{200D}👩🏽\u{200D}👧🏽\u{200D}👦🏽",
            "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
            "\u{0F67}\u{0F90}\u{0FB5}\u{0FA8}\u{0FB3}\u{0FBA}\u{0FBC}\u{0FBB}\u{0F82}",
            "কার্ৎস্ন্য",
            "הַמֶּ֖לֶךְ",
            "한글과 한",
            "กิ่งก้านสาขา กิ่งก้านสาขา",
            "السلام عليكم ورحمة الله وبركاته",
            "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
            "ｶﾞｷﾞｸﾞｹﾞｺﾞｻﾞｼﾞｽﾞｾﾞｿﾞ",
        ] {
            assert!(matches!(without_heaps(text, &mut |_| ()), Cow::Borrowed(same) if same == text), "{text}");
            assert_eq!(heaped(text), 0, "{text}");
        }
    }

    #[test]
    fn of_a_heap_as_much_is_shown_as_stands_as_one_letter() {
        let marks = format!("値a{}。", "\u{301}".repeat(20));
        assert_eq!(shown(&marks), (format!("値a{}〓。", "\u{301}".repeat(15)), vec![5]));
        for heap in ["क\u{94D}".repeat(40), "ᄀ".repeat(40), "👩\u{200D}".repeat(40), format!("☃{}", "\u{FE0F}".repeat(40))]
        {
            let (shown, cut) = shown(&heap);
            assert_eq!((shown.chars().count(), cut.len()), (MOST_IN_LETTER + 1, 1), "{heap}");
            assert_eq!(heaped(&heap), heap.chars().count() - MOST_IN_LETTER, "{heap}");
        }
    }

    #[test]
    fn while_it_is_written_every_character_has_its_place() {
        let heap = format!("あ{}い", "\u{301}".repeat(30));
        let marked = heaps_marked(&heap);
        assert_eq!(marked.chars().count(), heap.chars().count());
        assert_eq!(marked.chars().filter(|character| *character == NOT_SHOWN).count(), 15);
        assert!(marked.ends_with('い'));
    }
}
