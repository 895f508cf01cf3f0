//! The words in the sources: where they stand, and how two languages are written down.

use std::fs;
use std::path::Path;
use std::str::FromStr as _;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::root;
use super::tokens::{after_item, attribute, is_punct, trees};

/// A source of the library: its path below `src`, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// A text in quotation marks: where it is, what it says, and in which language.
pub struct Said {
    pub place: String,
    pub text: String,
    pub is_japanese: bool,
}

/// Something that stands in a source, outside of what is for tests.
#[derive(Debug, Default)]
struct Wording {
    /// Texts in quotation marks, as they are written.
    texts: Vec<String>,
    /// Two languages that are told apart otherwise than by the idiom, each with a text of it.
    other_idioms: Vec<String>,
    /// Texts from which a language is picked by hand.
    picked: Vec<String>,
}

impl Source {
    /// All sources of the library.
    pub fn all() -> Vec<Self> {
        let mut sources = Vec::new();
        read_folder(&root().join("src"), "", &mut sources);
        sources.sort_by(|one, other| one.path.cmp(&other.path));
        sources
    }

    /// Whether it is of the room in which sentences stand.
    pub fn is_text(&self) -> bool {
        self.path.starts_with("text/")
    }

    /// Everything in quotation marks, without its escapes.
    pub fn said(&self) -> Vec<Said> {
        let written = self.wording().texts;
        let texts = written.clone();
        let said = self.placed(written.into_iter()).into_iter().zip(texts).map(|(placed, written)| {
            let place = placed.strip_suffix(&written).unwrap_or(&placed).trim_end_matches(": ").to_owned();
            let text = unescaped(&written);
            // An English sentence may name a Japanese word.
            let letters = text.chars().filter(char::is_ascii_alphabetic).count();
            let is_mostly = text.chars().filter(|character| is_japanese(&character.to_string())).count() > letters;
            Said { place, is_japanese: is_mostly, text }
        });
        said.collect()
    }

    /// Japanese words in quotation marks, each with its place.
    pub fn japanese(&self) -> Vec<String> {
        self.placed(self.wording().texts.into_iter().filter(|text| is_japanese(text)))
    }

    /// Where two languages stand side by side otherwise than by `sentences!`, `words!`, `say!` and, inside of text, `Lang::pick`.
    pub fn other_idioms(&self) -> Vec<String> {
        let Wording { other_idioms, picked, .. } = self.wording();
        self.placed(other_idioms.into_iter().chain(picked.into_iter().filter(|_| !self.is_text())))
    }

    fn wording(&self) -> Wording {
        let mut wording = Wording::default();
        wording.read(&trees(TokenStream::from_str(&self.text).unwrap()));
        wording
    }

    /// Texts with file and line, the line of the first that is written so behind the one before.
    fn placed(&self, texts: impl Iterator<Item = String>) -> Vec<String> {
        let mut after = 0;
        let placed = texts.map(|text| {
            let at = self.text[after..].find(&text).map_or_else(|| self.text.find(&text), |at| Some(after + at));
            after = at.unwrap_or(after);
            format!("src/{}:{}: {text}", self.path, self.text[..after].lines().count())
        });
        placed.collect()
    }
}

impl Wording {
    fn read(&mut self, tokens: &[TokenTree]) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at = match token {
                TokenTree::Punct(mark) if mark.as_char() == '#' => {
                    let (for_tests, after) = attribute(tokens, at);
                    if for_tests { after_item(tokens, after) } else { after }
                }
                TokenTree::Punct(mark) if mark.as_char() == '=' && is_punct(tokens.get(at + 1), '>') => {
                    if names_a_language(&tokens[..at]) {
                        self.other_idioms.extend(text_at(&tokens[at + 2..]));
                    }
                    at + 2
                }
                TokenTree::Group(group) => {
                    let inner = trees(group.stream());
                    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
                    if matches!(before, Some(TokenTree::Ident(word)) if word == "pick") {
                        self.picked.extend(text_at(&inner));
                    } else if !is_punct(before, '!') {
                        self.other_idioms.extend(pair(group, &inner));
                    }
                    self.read(&inner);
                    at + 1
                }
                TokenTree::Literal(_) => {
                    self.texts.extend(text(token));
                    at + 1
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => at + 1,
            };
        }
    }
}

fn read_folder(folder: &Path, path: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let path = if path.is_empty() { name } else { format!("{path}/{name}") };
        if file.is_dir() {
            read_folder(&file, &path, sources);
        } else {
            sources.push(Source { path, text: fs::read_to_string(&file).unwrap() });
        }
    }
}

/// Whether kana or kanji stand in a text. Marks, such as 「・」, are no words.
fn is_japanese(text: &str) -> bool {
    text.chars().any(|character| matches!(character, '\u{3041}'..='\u{309F}' | '\u{30A1}'..='\u{30FA}' | '\u{3400}'..='\u{9FFF}'))
}

/// What a text says as it is written in a source: without quotation marks, escapes and the breaks of the line.
fn unescaped(written: &str) -> String {
    let text = written.trim_start_matches(['r', '#', '"']).trim_end_matches(['#', '"']);
    let mut lines = text.split("\\\n");
    let mut whole = lines.next().unwrap_or_default().to_owned();
    lines.for_each(|line| whole.push_str(line.trim_start()));
    whole.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\")
}

/// A text in quotation marks.
fn text(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    let written = literal.to_string();
    (written.starts_with('"') || written.starts_with('r')).then_some(written)
}

/// The text with which an expression begins: by itself, in a block or a list, or in a macro such as `format!`.
fn text_at(tokens: &[TokenTree]) -> Option<String> {
    match tokens {
        [TokenTree::Ident(_), mark, TokenTree::Group(group), ..] if is_punct(Some(mark), '!') => text_at(&trees(group.stream())),
        [mark, TokenTree::Group(group), ..] if is_punct(Some(mark), '&') => text_at(&trees(group.stream())),
        [TokenTree::Group(group), ..] => text_at(&trees(group.stream())),
        [first, ..] => text(first),
        [] => None,
    }
}

/// Whether the pattern of an arm, which ends these tokens, names one of the languages.
fn names_a_language(before: &[TokenTree]) -> bool {
    let pattern = before.iter().rev().take_while(|token| {
        !is_punct(Some(token), ',') && !matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
    });
    let mut names = pattern.map(ToString::to_string);
    names.any(|name| name == "Ja" || name == "En" || name.contains("Lang :: "))
}

/// A Japanese text beside one that is not, and nothing else, in brackets.
fn pair(group: &Group, inner: &[TokenTree]) -> Option<String> {
    let [one, comma, other, rest @ ..] = inner else { return None };
    let only_two = matches!(rest, []) || (matches!(rest, [_]) && is_punct(rest.first(), ','));
    if group.delimiter() == Delimiter::Brace || !is_punct(Some(comma), ',') || !only_two {
        return None;
    }
    let (one, other) = (text(one)?, text(other)?);
    (is_japanese(&one) && !is_japanese(&other)).then_some(one)
}
