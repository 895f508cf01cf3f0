//! Texts that fit: into a cell, into the name of a worksheet, into a height.

use crate::text::{Lang, workbook as words};

/// How wide a full-width character and a letter are beside a digit of the font, whose digits are wide.
const FULL_WIDTH: f64 = 1.32;
const LETTER: f64 = 0.9;
/// How many lines the highest row has: a row is at most 409 points high.
const MOST_LINES: f64 = 27.0;
/// The longest name of a worksheet, in UTF-16 code units.
const NAME_UNITS: usize = 31;

/// A text that is no longer than so many UTF-16 code units, and says so if it was cut.
pub(super) fn cut(text: &str, units: usize, lang: Lang) -> String {
    if text.encode_utf16().count() <= units {
        return text.to_owned();
    }
    let note = words::cut_here(lang);
    let mut left = units.saturating_sub(note.encode_utf16().count());
    let fits = |character: &char| {
        let needed = character.len_utf16();
        let fits = needed <= left;
        left = left.saturating_sub(needed);
        fits
    };
    let mut kept: String = text.chars().take_while(fits).collect();
    kept.push_str(note);
    kept
}

/// A name that a worksheet may have.
pub(super) fn sheet_name(title: &str) -> String {
    let allowed = |character: char| if "[]:*?/\\".contains(character) { ' ' } else { character };
    let mut units = 0;
    let fits = |character: &char| {
        units += character.len_utf16();
        units <= NAME_UNITS
    };
    title.chars().map(allowed).take_while(fits).collect::<String>().trim_matches(['\'', ' ']).to_owned()
}

/// How many lines a text takes at a width in half-width characters.
pub(super) fn lines(text: &str, width: f64) -> f64 {
    let of_line = |line: &str| {
        let taken: f64 = line.chars().map(|character| if character.is_ascii() { LETTER } else { FULL_WIDTH }).sum();
        (taken / (width - 0.6).max(1.0)).ceil().max(1.0)
    };
    text.split('\n').map(of_line).sum::<f64>().min(MOST_LINES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_worksheets_are_short_and_free_of_what_they_must_not_have() {
        assert_eq!(sheet_name("9 a/b:c[d]*e?'"), "9 a b c d  e");
        assert_eq!(sheet_name(&"𠮷".repeat(40)).encode_utf16().count(), 30);
    }

    #[test]
    fn a_cut_text_says_that_it_was_cut() {
        assert_eq!(cut("短い文", 3, Lang::Ja), "短い文");
        assert_eq!(cut("𠮷野家で会う約束をした", 8, Lang::Ja), "𠮷…（以下略）");
    }
}
