//! Which characters the printed form can show, and what it prints for the others.
//!
//! Under PDF/A one character without a glyph would make the whole export fail. It is printed as 〓 instead, and an appendix
//! tells its code and where it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::Font;
use unicode_normalization::char::is_combining_mark;

use super::report::Report;
use crate::record::{CharacterClass, NOT_SHOWN, marked, without_heaps};

/// What is printed for a character that no font has.
pub const SUBSTITUTE: char = NOT_SHOWN;

/// The fonts of the printed form, in the order in which they are asked for a character.
pub(super) fn fonts() -> &'static [Font] {
    static FONTS: OnceLock<Vec<Font>> = OnceLock::new();
    FONTS.get_or_init(|| {
        let files = [crate::fonts::BIZ_UDP_GOTHIC, crate::fonts::BIZ_UDP_GOTHIC_BOLD, crate::fonts::NOTO_SANS_JP_EXTRAS];
        files.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect()
    })
}

/// The characters of a text that the printed form cannot show, each once, in their order.
pub fn unprintable(text: &str) -> Vec<char> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    printed(text, &mut |character| {
        if seen.insert(character) {
            found.push(character);
        }
    });
    found
}

/// A character that is printed as [`SUBSTITUTE`], and the places where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Substituted {
    /// The character.
    pub character: char,
    /// The chapter as it is numbered and the label, each place once, in reading order.
    pub places: Vec<(String, String)>,
}

/// Makes every text of a report printable, and says what was substituted, by code point.
pub(super) fn make_printable(report: &mut Report) -> Vec<Substituted> {
    let mut found: BTreeMap<char, Vec<(String, String)>> = BTreeMap::new();
    report.change_texts(&mut |place, text| {
        let mut characters = BTreeSet::new();
        let shown = printed(text, &mut |character| {
            characters.insert(character);
        });
        if characters.is_empty() {
            return;
        }
        *text = shown;
        let label = printed(place.label, &mut |_| ());
        for character in characters {
            let places = found.entry(character).or_default();
            if !places.iter().any(|(chapter, its_label)| chapter == place.chapter && *its_label == label) {
                places.push((place.chapter.to_owned(), label.clone()));
            }
        }
    });
    found.into_iter().map(|(character, places)| Substituted { character, places }).collect()
}

/// The text as it is printed. Every character that is not shown is given to `missing`.
fn printed(text: &str, missing: &mut dyn FnMut(char)) -> String {
    let text = without_heaps(text, &mut |cut| cut.chars().for_each(&mut *missing));
    let mut shown = String::with_capacity(text.len());
    // The fonts that have everything of the character that marks and variation selectors now attach to.
    let mut base: Vec<&Font> = Vec::new();
    let marks = marked(&text);
    let mut marks = marks.iter().filter(|mark| mark.class != CharacterClass::LookAlike).peekable();
    for (index, character) in text.chars().enumerate() {
        if character == '\n' {
            base.clear();
            shown.push(character);
        } else if marks.next_if(|mark| mark.position == index + 1).is_some() {
            // Also where a font has something for a code that means nothing to others.
            base.clear();
            missing(character);
            shown.push(SUBSTITUTE);
        } else if is_variation_selector(character) {
            // A selector without effect is invisible and harmless after a shown character. After 〓 it would select nothing.
            if base.is_empty() { missing(character) } else { shown.push(character) }
        } else if is_combining_mark(character) {
            base.retain(|font| has(font, character));
            if base.is_empty() {
                missing(character);
                shown.push(SUBSTITUTE);
            } else {
                shown.push(character);
            }
        } else {
            base = fonts().iter().filter(|font| has(font, character)).collect();
            if base.is_empty() {
                missing(character);
                shown.push(SUBSTITUTE);
            } else {
                shown.push(character);
            }
        }
    }
    shown
}

fn has(font: &Font, character: char) -> bool {
    font.info().coverage.contains(character.into())
}

fn is_variation_selector(character: char) -> bool {
    matches!(character, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_are_printed_as_typed() {
        for text in ["髙﨑", "神", "𠮷野家", "㈱①ｶﾞ～", "Straße", "葛\u{E0100}飾", "二\n行"] {
            assert_eq!((printed(text, &mut |_| ()), unprintable(text)), (text.to_owned(), vec![]), "{text}");
        }
    }

    #[test]
    fn what_no_font_has_is_told_once() {
        assert_eq!(unprintable("会議🙂と🙂と한"), ['🙂', '한']);
        assert_eq!(printed("会議🙂\u{FE0F}室", &mut |_| ()), "会議〓室");
        assert_eq!(unprintable("外\u{E000}字\u{E0100}\u{E0101}"), ['\u{E000}', '\u{E0101}']);
    }

    #[test]
    fn a_heap_of_marks_is_cut_and_told() {
        let heap = format!("値a{}。", "\u{301}".repeat(20_000));
        assert_eq!(printed(&heap, &mut |_| ()), format!("値a{}〓。", "\u{301}".repeat(15)));
        assert_eq!(unprintable(&heap), ['\u{301}']);
    }

    #[test]
    fn an_invisible_character_is_shown() {
        assert_eq!((printed("架\u{200B}空", &mut |_| ()), unprintable("架\u{200B}空")), ("架〓空".to_owned(), vec!['\u{200B}']));
    }
}
