//! Which characters JIS X 0213:2004 has. Others may be missing where a record is read or printed.

use std::sync::OnceLock;

/// Ranges of code points in ascending order; how it was made stands in its head.
const RANGES: &str = include_str!("../../assets/jisx0213-ranges.txt");

/// Whether a character is of JIS X 0213, a line end, or a variation selector that picks the shape of such a character.
pub(super) fn contains(character: char) -> bool {
    if matches!(character, '\n' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}') {
        return true;
    }
    let code = u32::from(character);
    let ranges = ranges();
    let after = ranges.partition_point(|(first, _)| *first <= code);
    after.checked_sub(1).and_then(|index| ranges.get(index)).is_some_and(|(_, last)| code <= *last)
}

fn ranges() -> &'static [(u32, u32)] {
    static PARSED: OnceLock<Vec<(u32, u32)>> = OnceLock::new();
    PARSED.get_or_init(|| {
        let words = RANGES.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        words.filter_map(range).collect()
    })
}

fn range(word: &str) -> Option<(u32, u32)> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    Some((u32::from_str_radix(first, 16).ok()?, u32::from_str_radix(last, 16).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_the_standard_are_in_and_others_are_not() {
        for character in "aZ~ 、。あァｶ漢鷗﨑𠂉①㈱～〜―—ㇷ\u{309A}\u{E0100}¥\n".chars() {
            assert!(contains(character), "{character:?}");
        }
        for character in "髙𠮷😀한ไ\u{10FFFD}\u{7F}\u{0}".chars() {
            assert!(!contains(character), "{character:?}");
        }
    }

    #[test]
    fn the_table_is_read_whole_and_in_order() {
        let words = RANGES.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).count();
        assert_eq!(ranges().len(), words);
        assert!(ranges().windows(2).all(|pair| pair[0].0 <= pair[0].1 && pair[0].1 < pair[1].0));
        // 11,233 characters, of which 25 are spelled with two code points, beside ASCII and half-width kana.
        let characters: u32 = ranges().iter().map(|(first, last)| last - first + 1).sum();
        assert!((11_233..15_000).contains(&characters), "{characters}");
    }
}
