//! What is said of something that was taken: what of it was left out, or what cannot be seen of it.

use crate::record::{TextChanges, first_hidden, is_refused, without_hidden};
use crate::text::{Lang, characters, import as words, marks};

/// What is said beside a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The text is taken otherwise than it stands in the sheet.
    Changed(TextChanges),
    /// A hidden character is all in which sheet and record differ.
    OnlyHidden {
        /// Its code point.
        code: u32,
        /// Where it stands, in characters, from 1.
        position: usize,
        /// Whether it stands in the sheet, and not in the record.
        in_sheet: bool,
    },
    /// Blanks or line breaks are all in which sheet and record differ.
    OnlyBlanks {
        /// Where the first of them stands, in characters, from 1.
        position: usize,
    },
    /// A time of day was left out.
    Time(String),
}

impl Remark {
    /// It in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Changed(changes) => characters::changes(changes, lang).join(marks::between_sentences(lang)),
            Self::OnlyHidden { code, position, in_sheet } => words::only_hidden(*code, *position, *in_sheet, lang),
            Self::OnlyBlanks { position } => words::only_blanks(*position, lang),
            Self::Time(time) => words::time_left_out(time, lang),
        }
    }
}

/// What is to be said of a text that was taken from a cell.
pub(super) fn on_text(changes: TextChanges, old: &str, new: &str) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Some(changes).filter(|changes| !changes.is_empty()).map(Remark::Changed).into_iter().collect();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    if without_hidden(old) == without_hidden(new) {
        let differing = old.chars().chain(['\n']).zip(new.chars().chain(['\n'])).position(|(old, new)| old != new).unwrap_or(0);
        let hidden = |text: &str| {
            let from: String = text.chars().skip(differing).collect();
            first_hidden(&from).map(|(code, position)| (code, position + differing))
        };
        match (hidden(new), hidden(old)) {
            (Some((code, position)), before) if before.is_none_or(|(_, other)| position <= other) => {
                remarks.push(Remark::OnlyHidden { code, position, in_sheet: true });
            }
            (_, Some((code, position))) => remarks.push(Remark::OnlyHidden { code, position, in_sheet: false }),
            _ => {}
        }
    } else if squeezed(old) == squeezed(new) {
        let position = old.chars().zip(new.chars()).position(|(old, new)| old != new);
        let position = position.unwrap_or_else(|| old.chars().count().min(new.chars().count())) + 1;
        remarks.push(Remark::OnlyBlanks { position });
    }
    debug_assert!(!new.chars().any(is_refused), "no text holds them");
    remarks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_named_with_its_place() {
        let said = |old: &str, new: &str| on_text(TextChanges::default(), old, new);
        assert_eq!(said("架空省", "架空\u{200B}省"), [Remark::OnlyHidden { code: 0x200B, position: 3, in_sheet: true }]);
        assert_eq!(said("架空省\u{2060}", "架空省"), [Remark::OnlyHidden { code: 0x2060, position: 4, in_sheet: false }]);
        let both = said("葛\u{E0100}\u{200B}飾", "葛\u{E0100}飾");
        assert_eq!(both, [Remark::OnlyHidden { code: 0x200B, position: 3, in_sheet: false }]);
        assert_eq!(said("一 二", "一　二"), [Remark::OnlyBlanks { position: 2 }]);
        assert_eq!(said("一二", "一二 "), [Remark::OnlyBlanks { position: 3 }]);
        assert_eq!(said("一", "二"), []);
    }
}
