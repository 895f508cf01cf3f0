//! Characters that cannot be seen, made visible: nobody is to be fooled by what stands there unseen.

use crate::record::{is_invisible, is_refused, without_heaps};

/// What stands for a character that cannot be seen, 〔U+200B〕; nothing for one that can.
///
/// A record holds none of the refused ones. They are shown all the same, since XML has no way to write most of them.
pub(super) fn shown(character: char) -> Option<String> {
    (is_invisible(character) || is_refused(character)).then(|| format!("〔U+{:04X}〕", u32::from(character)))
}

/// A text whose characters can all be seen, apart from its line breaks. Of a heap of marks as much is left as can be read.
pub(super) fn visible(text: &str) -> String {
    let text = without_heaps(text, &mut |_| ());
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match shown(character) {
            Some(shown) => out.push_str(&shown),
            None => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_told_by_its_code() {
        assert_eq!(visible("架\u{200B}空\u{1}\u{FFFE}"), "架〔U+200B〕空〔U+0001〕〔U+FFFE〕");
    }

    #[test]
    fn a_heap_of_marks_is_cut() {
        assert_eq!(visible(&format!("値a{}。", "\u{301}".repeat(99))), format!("値a{}〓。", "\u{301}".repeat(15)));
    }

    #[test]
    fn what_can_be_seen_stays_as_typed() {
        for text in ["葛\u{E0100}飾", "𠮷野家🙂", "  二\n行　", "한글"] {
            assert_eq!(visible(text), text);
        }
    }
}
