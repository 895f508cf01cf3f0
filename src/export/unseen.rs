//! Texts of documents without what cannot be seen: nobody is to be fooled by what stands there unseen.

use crate::record::without_heaps;

/// A text whose characters can all be seen, apart from its line breaks. Of a heap of marks as much is left as can be read.
///
/// A record holds no refused character. They are told by their codes all the same, since XML has no way to write most of them.
pub(super) fn visible(text: &str) -> String {
    crate::record::visible(&without_heaps(text, &mut |_| ()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heap_of_marks_is_cut() {
        assert_eq!(visible(&format!("値a{}。", "\u{301}".repeat(99))), format!("値a{}〓。", "\u{301}".repeat(15)));
    }
}
