//! Characters in words: what each kind is called, what was changed of a text, which codes stand in it.

use super::{Lang, marks};
use crate::record::{CharacterClass, HARD_LENGTH, LeftOut, Marked, TextChanges, looks_like, visible};

/// The most codes that one sentence names.
const NAMED: usize = 6;

/// What a kind of characters is called.
pub const fn class(class: CharacterClass, lang: Lang) -> &'static str {
    match class {
        CharacterClass::LineEnd => lang.pick("改行", "line end"),
        CharacterClass::Tab => lang.pick("タブ", "tab"),
        CharacterClass::VoicedMark => lang.pick("結合用の濁点・半濁点", "combining voiced mark"),
        CharacterClass::Control => lang.pick("制御文字", "control character"),
        CharacterClass::ByteOrderMark => lang.pick("文中の BOM", "byte order mark"),
        CharacterClass::Separator => lang.pick("行・段落の区切り文字", "line or paragraph separator"),
        CharacterClass::Direction => lang.pick("文字の向きを変える文字", "direction control"),
        CharacterClass::Noncharacter => lang.pick("文字ではない符号", "noncharacter"),
        CharacterClass::Invisible => lang.pick("見えない文字", "invisible character"),
        CharacterClass::StraySelector => lang.pick("働かない異体字セレクター", "variation selector without effect"),
        CharacterClass::PrivateUse => lang.pick("外字（私用領域）", "private-use character"),
        CharacterClass::Unassigned => lang.pick("未割り当ての符号", "unassigned code"),
        CharacterClass::LookAlike => lang.pick("英字に見える別の字", "letter that only looks Latin"),
        CharacterClass::Selector => lang.pick("異体字セレクター", "variation selector"),
        CharacterClass::Compatibility => lang.pick("互換漢字など、正規化で変わる字", "compatibility character"),
        CharacterClass::Width => lang.pick("全角・半角の形", "full- or half-width form"),
        CharacterClass::Ordinary => lang.pick("ふつうの文字", "ordinary character"),
    }
}

/// What was changed of a text so that it could be taken: a sentence for each thing.
pub fn changes(changes: &TextChanges, lang: Lang) -> Vec<String> {
    let TextChanges { left_out, tabs, joined, breaks, cut_from } = changes;
    let mut said = Vec::new();
    if !left_out.is_empty() {
        let named: Vec<String> = left_out.iter().take(NAMED).map(|one| left_out_in_words(*one, lang)).collect();
        let named = and_more(named, left_out.len(), lang);
        said.push(say!(
            lang,
            "使えない文字を取り除きました: {named}。",
            "Characters that are not allowed were left out: {named}."
        ));
    }
    if *breaks > 0 {
        said.push(say!(
            lang,
            "この欄は1行です。改行（{breaks}か所）は空白にしました。",
            "This field takes one line. Line breaks ({breaks}) became blanks."
        ));
    }
    if *tabs > 0 {
        said.push(say!(lang, "タブ（{tabs}か所）は空白にしました。", "Tabs ({tabs}) became blanks."));
    }
    if *joined > 0 {
        said.push(say!(
            lang,
            "離れていた濁点・半濁点（U+3099、U+309A、{joined}か所）は、前のかなと一つの字にしました。",
            "Separate voiced marks (U+3099, U+309A; {joined}) were put together with the kana before them."
        ));
    }
    if let Some(length) = cut_from {
        said.push(say!(
            lang,
            "{length}字は長すぎます。先頭の{HARD_LENGTH}字だけを入れました。",
            "{length} characters are too many. Only the first {HARD_LENGTH} were taken."
        ));
    }
    said
}

fn left_out_in_words(LeftOut { code, count, position }: LeftOut, lang: Lang) -> String {
    let name = char::from_u32(code).map_or("", |character| class(CharacterClass::of(character), lang));
    match count {
        1 => say!(lang, "{name} U+{code:04X}（{position}文字目）", "{name} U+{code:04X} (character {position})"),
        _ => say!(
            lang,
            "{name} U+{code:04X}（{position}文字目から{count}個）",
            "{name} U+{code:04X} ({count} of them, the first at character {position})"
        ),
    }
}

/// Which characters stand out in a text, and how it reads around the first of them.
pub fn told(marked: &[Marked], text: Option<&str>, lang: Lang) -> String {
    let mut named: Vec<String> = Vec::new();
    let mut known: Vec<char> = Vec::new();
    for mark in marked {
        if !known.contains(&mark.character) {
            known.push(mark.character);
            if named.len() < NAMED {
                let count = marked.iter().filter(|other| other.character == mark.character).count();
                named.push(in_words(*mark, count, lang));
            }
        }
    }
    let named = and_more(named, known.len(), lang);
    match (text, marked.first()) {
        (Some(text), Some(first)) => {
            let around = around(text, first.position);
            say!(lang, "「{around}」（{named}）", "“{around}” ({named})")
        }
        _ => say!(lang, "（{named}）", "({named})"),
    }
}

fn in_words(Marked { character, position, .. }: Marked, count: usize, lang: Lang) -> String {
    let code = u32::from(character);
    let looks = looks_like(character).map_or_else(String::new, |latin| say!(lang, "、{latin} ではない", ", not {latin}"));
    match count {
        1 => say!(lang, "U+{code:04X}{looks}、{position}文字目", "U+{code:04X}{looks}, character {position}"),
        _ => say!(
            lang,
            "U+{code:04X}{looks}、{position}文字目から{count}個",
            "U+{code:04X}{looks}, {count} of them from character {position}"
        ),
    }
}

fn and_more(named: Vec<String>, all: usize, lang: Lang) -> String {
    let more = all.saturating_sub(named.len());
    let mut named = named.join(marks::semicolon(lang));
    if more > 0 {
        named.push_str(&say!(lang, "、ほか{more}種", "; and {more} more"));
    }
    named
}

/// What stands in an id, a number or a day that is none of the characters meant there, by code; nothing if all are ASCII.
pub fn other_than_ascii(found: &str, lang: Lang) -> String {
    let mut named: Vec<String> = Vec::new();
    let mut others: Vec<char> = Vec::new();
    for character in found.chars().filter(|character| !character.is_ascii()) {
        // Words of a day, such as 令和, are what they look like.
        let class = CharacterClass::of(character);
        let is_telling =
            looks_like(character).is_some() || !matches!(class, CharacterClass::Ordinary | CharacterClass::Compatibility);
        if is_telling && !others.contains(&character) {
            others.push(character);
            let code = u32::from(character);
            let latin = looks_like(character);
            named.push(match latin {
                Some(latin) => say!(lang, "U+{code:04X}（{latin} に見える別の字）", "U+{code:04X} (looks like {latin})"),
                None => format!("U+{code:04X} ({})", self::class(class, lang)),
            });
        }
    }
    let all = named.len();
    named.truncate(NAMED);
    let named = and_more(named, all, lang);
    if named.is_empty() {
        named
    } else {
        say!(lang, "半角の英数字ではない文字: {named}。", " Not plain ASCII: {named}.")
    }
}

/// A few characters before and behind a position, with what cannot be seen told by its code.
fn around(text: &str, position: usize) -> String {
    let from = position.saturating_sub(6);
    let excerpt: String = text.chars().skip(from).take(11).collect();
    let is_cut = text.chars().nth(from + 11).is_some();
    let (before, behind) = (if from > 0 { "…" } else { "" }, if is_cut { "…" } else { "" });
    format!("{before}{}{behind}", visible(&excerpt.replace('\n', " ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Line, marked};

    #[test]
    fn what_was_changed_is_told_with_code_count_and_place() {
        let (_, changed) = Line::<9>::from_typed("a\u{202E}b\u{202E}\tか\u{3099}\nc\0");
        let [ja, en] = [Lang::Ja, Lang::En].map(|lang| changes(&changed, lang).join("\n"));
        for said in
            ["文字の向きを変える文字 U+202E（2文字目から2個）", "制御文字 U+0000（", "改行（1か所）", "タブ（1か所）", "U+3099"]
        {
            assert!(ja.contains(said), "{said}: {ja}");
        }
        for said in
            ["direction control U+202E (2 of them, the first at character 2)", "control character U+0000", "Line breaks (1)"]
        {
            assert!(en.contains(said), "{said}: {en}");
        }
        assert!(changes(&Line::<9>::from_typed("架空").1, Lang::Ja).is_empty());
    }

    #[test]
    fn a_text_is_shown_around_what_cannot_be_seen() {
        let text = "一二三四五六七八架\u{200B}空\u{200B}省の九十一二三四五六七八";
        let said = told(&marked(text), Some(text), Lang::Ja);
        assert_eq!(said, "「…五六七八架〔U+200B〕空〔U+200B〕省の九…」（U+200B、10文字目から2個）");
        let text = "Gооgle";
        assert_eq!(told(&marked(text), Some(text), Lang::En), "“Gооgle” (U+043E, not o, 2 of them from character 2)");
    }
}
