//! The one table of characters: what kind each is, and what becomes of it in a text.
//!
//! Every way into a record asks here, so that typing, pasting, a sheet, a file and an argument cannot differ. What is done with a
//! kind stands in [`CharacterClass::treatment`]; what was done is a value ([`TextChanges`](super::TextChanges)) that is told.

use icu_properties::props::{
    BidiControl, DefaultIgnorableCodePoint, Emoji, GeneralCategory, NoncharacterCodePoint, UnifiedIdeograph,
};
use icu_properties::{CodePointMapData, CodePointSetData};
use unicode_normalization::UnicodeNormalization as _;

/// What kind of character one is, as far as it matters for a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CharacterClass {
    /// LF, CR and CR LF.
    LineEnd,
    /// The tabulator.
    Tab,
    /// A combining voiced or semi-voiced mark of kana, as macOS and some PDF readers hand it over.
    VoicedMark,
    /// The other controls of C0 and C1, and DEL.
    Control,
    /// U+FEFF.
    ByteOrderMark,
    /// The line and the paragraph separator, U+2028 and U+2029.
    Separator,
    /// What changes the direction of text (`Bidi_Control`).
    Direction,
    /// A code that Unicode promises never to give a meaning.
    Noncharacter,
    /// What takes no ink: zero-width characters, soft hyphen, Hangul fillers, tags, annotation marks.
    Invisible,
    /// A variation selector where it selects no form: nobody sees it, and many of them can carry a message.
    StraySelector,
    /// 外字: a code whose character each machine has made for itself.
    PrivateUse,
    /// A code without a character so far.
    Unassigned,
    /// A letter of another script that looks like a Latin one, within a word of Latin letters.
    LookAlike,
    /// A variation selector behind a character of which it selects a form (葛󠄀).
    Selector,
    /// A character that normalisation would exchange for another, such as 神 (U+FA19).
    Compatibility,
    /// A full- or half-width form.
    Width,
    /// Every other one.
    Ordinary,
}

/// What becomes of a character in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Treatment {
    /// No text has it. Where a person types or pastes it, or a sheet brings it, it is left out and that is said; a file or an
    /// argument that has it is refused with its place; in a name that is only shown its code stands in its place.
    LeftOut,
    /// Another takes its place: a blank for a tab, one kana for kana and mark, and that is said. LF stands for every line end
    /// without a word, since each system writes them otherwise and nobody sees it.
    Changed,
    /// It stays, and its code is shown beside the field, on 確認 and in print.
    Marked,
    /// It stays as it was typed. Searches, dates and words for choices fold it ([`fold`](super::fold())).
    Kept,
}

impl CharacterClass {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::LineEnd,
        Self::Tab,
        Self::VoicedMark,
        Self::Control,
        Self::ByteOrderMark,
        Self::Separator,
        Self::Direction,
        Self::Noncharacter,
        Self::Invisible,
        Self::StraySelector,
        Self::PrivateUse,
        Self::Unassigned,
        Self::LookAlike,
        Self::Selector,
        Self::Compatibility,
        Self::Width,
        Self::Ordinary,
    ];

    /// What becomes of one of this kind.
    pub const fn treatment(self) -> Treatment {
        match self {
            Self::LineEnd | Self::Tab | Self::VoicedMark => Treatment::Changed,
            Self::Control | Self::ByteOrderMark | Self::Separator | Self::Direction | Self::Noncharacter => Treatment::LeftOut,
            Self::Invisible | Self::StraySelector | Self::PrivateUse | Self::Unassigned | Self::LookAlike => Treatment::Marked,
            Self::Selector | Self::Compatibility | Self::Width | Self::Ordinary => Treatment::Kept,
        }
    }

    /// Texts in which the second character is of this kind.
    pub const fn samples(self) -> &'static [&'static str] {
        match self {
            Self::LineEnd => &["前\n後", "前\r後"],
            Self::Tab => &["前\t後"],
            Self::VoicedMark => &["か\u{3099}後", "は\u{309A}後"],
            Self::Control => &["前\0後", "前\u{7}後", "前\u{1B}[31m後", "前\u{7F}後", "前\u{85}後", "前\u{9B}後"],
            Self::ByteOrderMark => &["前\u{FEFF}後"],
            Self::Separator => &["前\u{2028}後", "前\u{2029}後"],
            Self::Direction => {
                &["前\u{61C}後", "前\u{200E}後", "前\u{200F}後", "前\u{202A}後", "前\u{202E}後", "前\u{2066}後", "前\u{2069}後"]
            }
            Self::Noncharacter => &["前\u{FDD0}後", "前\u{FFFE}後", "前\u{FFFF}後", "前\u{1FFFF}後", "前\u{10FFFF}後"],
            Self::Invisible => &[
                "前\u{200B}後",
                "前\u{200C}後",
                "前\u{200D}後",
                "前\u{2060}後",
                "前\u{AD}後",
                "前\u{34F}後",
                "前\u{115F}後",
                "前\u{2800}後",
                "前\u{3164}後",
                "前\u{FFA0}後",
                "前\u{FFF9}後",
                "前\u{1D173}後",
                "前\u{E0041}後",
            ],
            Self::StraySelector => &["x\u{FE01}後", "あ\u{E0101}後", "。\u{FE0F}\u{FE0F}後"],
            Self::PrivateUse => &["前\u{E000}後", "前\u{F8FF}後", "前\u{10FFFD}後"],
            Self::Unassigned => &["前\u{378}後", "前\u{40000}後"],
            Self::LookAlike => &["Gоogle", "Lіu", "Aρp"],
            Self::Selector => &["葛\u{E0100}飾", "☀\u{FE0F}晴"],
            Self::Compatibility => &["天\u{FA19}社", "山\u{FA10}町"],
            Self::Width => &["前Ａ後", "前１後", "前ｱ後"],
            Self::Ordinary => &["前あ後", "前漢後", "前　後", "前𠮷後", "前🙂後", "前한後", "前Я後"],
        }
    }

    /// The kind of a character by itself. Of a variation selector, and of a letter that looks like another, only its neighbours
    /// tell: [`marked`] knows.
    pub fn of(character: char) -> Self {
        if (' '..='~').contains(&character) {
            return Self::Ordinary;
        }
        match character {
            '\n' | '\r' => return Self::LineEnd,
            '\t' => return Self::Tab,
            '\u{3099}' | '\u{309A}' => return Self::VoicedMark,
            '\u{FEFF}' => return Self::ByteOrderMark,
            '\u{2028}' | '\u{2029}' => return Self::Separator,
            // Blank Braille and the null notehead have no ink; Unicode counts them as symbols. Annotation marks are format controls.
            '\u{2800}' | '\u{1D159}' | '\u{FFF9}'..='\u{FFFB}' => return Self::Invisible,
            _ => {}
        }
        if is_selector(character) {
            return Self::Selector;
        }
        if const { CodePointSetData::new::<NoncharacterCodePoint>() }.contains(character) {
            return Self::Noncharacter;
        }
        if const { CodePointSetData::new::<BidiControl>() }.contains(character) {
            return Self::Direction;
        }
        if const { CodePointSetData::new::<DefaultIgnorableCodePoint>() }.contains(character) {
            return Self::Invisible;
        }
        match const { CodePointMapData::<GeneralCategory>::new() }.get(character) {
            GeneralCategory::Control => Self::Control,
            GeneralCategory::PrivateUse => Self::PrivateUse,
            GeneralCategory::Unassigned => Self::Unassigned,
            _ if matches!(character, '\u{FF01}'..='\u{FF9F}' | '\u{FFE0}'..='\u{FFEE}') => Self::Width,
            _ if !std::iter::once(character).nfc().eq(std::iter::once(character)) => Self::Compatibility,
            _ => Self::Ordinary,
        }
    }
}

/// Whether no text holds a character: it is left out, or another takes its place.
pub fn is_refused(character: char) -> bool {
    matches!(character, '\t' | '\r')
        || (!character.is_ascii_graphic() && CharacterClass::of(character).treatment() == Treatment::LeftOut)
}

/// Whether a character is taken but cannot be seen, so that a reader should be told of it.
pub fn is_invisible(character: char) -> bool {
    !character.is_ascii_graphic() && CharacterClass::of(character) == CharacterClass::Invisible
}

/// A character of a text that a reader is to be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Marked {
    /// The character.
    pub character: char,
    /// Why it is shown.
    pub class: CharacterClass,
    /// Where it stands, in characters, from 1.
    pub position: usize,
}

/// The characters of a text that are to be shown with their codes: those that no text has, and those that are kept and marked.
pub fn marked(text: &str) -> Vec<Marked> {
    let mut found = Vec::new();
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return found;
    }
    let mut before: Option<char> = None;
    for (index, character) in text.chars().enumerate() {
        let class = match CharacterClass::of(character) {
            CharacterClass::Selector if !before.is_some_and(|base| selects(character, base)) => CharacterClass::StraySelector,
            other => other,
        };
        if class.treatment() == Treatment::Marked || is_refused(character) {
            found.push(Marked { character, class, position: index + 1 });
        }
        before = Some(character);
    }
    look_alikes(text, &mut found);
    found
}

/// A text in which what cannot be seen, and what has no meaning of its own, is told by its code: 架〔U+200B〕空. For what is only
/// shown: names of files, and documents. Line breaks stay.
pub fn visible(text: &str) -> String {
    let marks = marked(text);
    let mut marks = marks.iter().filter(|mark| mark.class != CharacterClass::LookAlike).peekable();
    let mut shown = String::with_capacity(text.len());
    for (index, character) in text.chars().enumerate() {
        if marks.next_if(|mark| mark.position == index + 1).is_some() {
            shown.push_str(&code_mark(character));
        } else {
            shown.push(character);
        }
    }
    shown
}

/// A text as a message shows it: on one line, cut after so many characters, with everything told by its code that acts or hides.
pub fn excerpt(text: &str, most: usize) -> String {
    let end = text.char_indices().nth(most).map_or(text.len(), |(end, _)| end);
    let mut shown = visible(text.get(..end).unwrap_or_default()).replace('\n', &code_mark('\n'));
    if end < text.len() {
        shown.push('…');
    }
    shown
}

/// What stands for a character that is told by its code: 〔U+200B〕.
pub fn code_mark(character: char) -> String {
    format!("〔U+{:04X}〕", u32::from(character))
}

/// The Latin letter that a letter of another script looks like.
pub const fn looks_like(character: char) -> Option<char> {
    Some(match character {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'Υ' | 'Ү' => 'Y',
        'Ζ' => 'Z',
        'а' => 'a',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' => 'e',
        'һ' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'ν' => 'v',
        'х' => 'x',
        'у' => 'y',
        _ => return None,
    })
}

/// Letters that look like Latin ones, in words with Latin letters. A word of another script alone is what it is.
fn look_alikes(text: &str, found: &mut Vec<Marked>) {
    let mut word: Vec<Marked> = Vec::new();
    let mut is_latin = false;
    for (index, character) in text.chars().chain([' ']).enumerate() {
        if looks_like(character).is_some() {
            word.push(Marked { character, class: CharacterClass::LookAlike, position: index + 1 });
        } else if character.is_ascii_alphabetic() || matches!(character, 'Ａ'..='Ｚ' | 'ａ'..='ｚ') {
            is_latin = true;
        } else if !(character.is_ascii_digit() || is_invisible(character)) {
            if is_latin {
                found.append(&mut word);
            }
            word.clear();
            is_latin = false;
        }
    }
    found.sort_by_key(|mark| mark.position);
}

const fn is_selector(character: char) -> bool {
    matches!(character, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180D}' | '\u{180F}')
}

/// Whether a variation selector can select a form of the character before it.
fn selects(selector: char, base: char) -> bool {
    let is_ideograph = || {
        const { CodePointSetData::new::<UnifiedIdeograph>() }.contains(base)
            || matches!(base, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
    };
    match selector {
        '\u{E0100}'..='\u{E01EF}' => is_ideograph(),
        '\u{FE0E}' | '\u{FE0F}' => const { CodePointSetData::new::<Emoji>() }.contains(base) || is_ideograph(),
        // The others select forms of ideographs and of mathematical signs.
        '\u{FE00}'..='\u{FE0D}' => {
            is_ideograph() || const { CodePointMapData::<GeneralCategory>::new() }.get(base) == GeneralCategory::MathSymbol
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_recognised_by_its_samples() {
        for class in CharacterClass::ALL {
            for sample in class.samples() {
                let second = sample.chars().nth(1).unwrap();
                let by_neighbours = marked(sample).iter().find(|mark| mark.position == 2).map(|mark| mark.class);
                let found = by_neighbours.unwrap_or_else(|| CharacterClass::of(second));
                assert_eq!(found, class, "{sample:?}");
                let is_shown = class.treatment() == Treatment::Marked || is_refused(second);
                assert_eq!(by_neighbours.is_some(), is_shown, "{sample:?}");
            }
        }
    }

    #[test]
    fn every_direction_control_and_noncharacter_of_unicode_is_refused() {
        let controls = ('\u{61C}'..='\u{61C}').chain('\u{200E}'..='\u{200F}').chain('\u{202A}'..='\u{202E}');
        for character in controls.chain('\u{2066}'..='\u{2069}') {
            assert_eq!(CharacterClass::of(character), CharacterClass::Direction, "U+{:04X}", u32::from(character));
        }
        let refused = ('\0'..=char::MAX).filter(|character| is_refused(*character)).count();
        // 65 controls but LF; U+FEFF; two separators; twelve direction controls; 66 noncharacters.
        assert_eq!(refused, 64 + 1 + 2 + 12 + 66);
    }

    #[test]
    fn what_can_be_seen_is_not_marked() {
        for text in [
            "葛\u{E0100}飾",
            "髙﨑",
            "天\u{FA19}社",
            "𠮷野家🙂",
            "  二\n行　",
            "한글",
            "ｱﾝｹｰﾄ",
            "5μm",
            "αβ",
            "ОАО",
            "№1",
            "❤\u{FE0F}",
            "∩\u{FE00}",
        ] {
            assert_eq!((marked(text), visible(text)), (vec![], text.to_owned()), "{text}");
        }
    }

    #[test]
    fn an_excerpt_is_one_line_and_cut() {
        assert_eq!(excerpt("a\u{202E}b\nc\u{7}\t", 10), "a〔U+202E〕b〔U+000A〕c〔U+0007〕〔U+0009〕");
        assert_eq!(excerpt("あいうえお", 3), "あいう…");
    }

    #[test]
    fn what_cannot_be_seen_is_told_by_its_code() {
        assert_eq!(visible("架\u{200B}空\u{1}\u{FFFE}\u{E000}"), "架〔U+200B〕空〔U+0001〕〔U+FFFE〕〔U+E000〕");
        assert_eq!(visible("葛\u{E0100}\u{E0101}"), "葛\u{E0100}〔U+E0101〕");
        assert_eq!(visible("Gооgle"), "Gооgle", "it can be seen, and is told beside the field");
        let seen: Vec<usize> = marked("abc Gооgle АО").iter().map(|mark| mark.position).collect();
        assert_eq!(seen, [6, 7]);
    }
}
