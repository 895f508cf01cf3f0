//! Walking through the text of a RON or JSON file, sound or not: what stands where, and in which field.
//!
//! The readers say what does not fit and at which line. Which field that is, and what somebody wrote there by hand that no reader
//! expects, is seen here. Nothing is read from this walk.

use std::iter::Peekable;
use std::str::CharIndices;

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    Comma,
    Colon,
    /// What stands between quotation marks, without its escapes.
    Text(String),
    /// A name, a number or a word.
    Word(String),
    /// Any other character.
    Other(char),
}

/// The pieces of a text, each with where it begins and ends, in bytes. Comments and white space are none.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = (usize, usize, Token)> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (at, character) = rest.next()?;
            let token = match character {
                _ if character.is_ascii_whitespace() => continue,
                '/' if rest.peek().is_some_and(|(_, next)| matches!(next, '/' | '*')) => {
                    skip_comment(&mut rest);
                    continue;
                }
                '(' | '[' | '{' => Token::Open(character),
                ')' | ']' | '}' => Token::Close(character),
                ',' => Token::Comma,
                ':' => Token::Colon,
                '"' => Token::Text(quoted(&mut rest)),
                'r' if is_raw(text.get(at + 1..)) => Token::Text(raw(&mut rest)),
                _ if is_word(character) => {
                    let mut word = String::from(character);
                    while let Some((_, next)) = rest.next_if(|(_, next)| is_word(*next)) {
                        word.push(next);
                    }
                    Token::Word(word)
                }
                other => Token::Other(other),
            };
            let end = rest.peek().map_or(text.len(), |(end, _)| *end);
            return Some((at, end, token));
        }
    })
}

type Rest<'a> = Peekable<CharIndices<'a>>;

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '.' | '+' | '-')
}

/// Whether what follows an `r` makes it a raw string of RON: `"` or `#…#"`.
fn is_raw(after: Option<&str>) -> bool {
    after.is_some_and(|after| after.trim_start_matches('#').starts_with('"'))
}

fn skip_comment(rest: &mut Rest<'_>) {
    if rest.next().is_some_and(|(_, second)| second == '/') {
        while rest.next_if(|(_, character)| *character != '\n').is_some() {}
        return;
    }
    let mut depth = 1_usize;
    while let Some((_, character)) = rest.next() {
        let next = rest.peek().map(|(_, next)| *next);
        match (character, next) {
            ('*', Some('/')) => depth -= 1,
            ('/', Some('*')) => depth += 1,
            _ => continue,
        }
        rest.next();
        if depth == 0 {
            return;
        }
    }
}

fn raw(rest: &mut Rest<'_>) -> String {
    let mut hashes = 0_usize;
    while rest.next_if(|(_, character)| *character == '#').is_some() {
        hashes += 1;
    }
    rest.next();
    let mut text = String::new();
    while let Some((_, character)) = rest.next() {
        if character == '"' {
            let mut ends = rest.clone();
            if (0..hashes).all(|_| ends.next().is_some_and(|(_, hash)| hash == '#')) {
                *rest = ends;
                break;
            }
        }
        text.push(character);
    }
    text
}

fn quoted(rest: &mut Rest<'_>) -> String {
    let mut text = String::new();
    let mut first_half = None;
    while let Some((_, character)) = rest.next() {
        match character {
            '"' => break,
            '\\' => match rest.next().map(|(_, escaped)| escaped) {
                Some('n') => text.push('\n'),
                Some('t') => text.push('\t'),
                Some('r') => text.push('\r'),
                Some('0') => text.push('\0'),
                Some('x') => text.extend(hexadecimal(rest, 2).and_then(char::from_u32)),
                Some('u') => {
                    let code = if rest.next_if(|(_, brace)| *brace == '{').is_some() {
                        let code = hexadecimal(rest, 6);
                        rest.next_if(|(_, brace)| *brace == '}');
                        code
                    } else {
                        hexadecimal(rest, 4)
                    };
                    match (first_half.take(), code) {
                        (None, Some(high @ 0xD800..=0xDBFF)) => first_half = Some(high),
                        (Some(high), Some(low @ 0xDC00..=0xDFFF)) => {
                            text.extend(char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
                        }
                        (_, code) => text.extend(code.and_then(char::from_u32)),
                    }
                }
                Some(other) => text.push(other),
                None => break,
            },
            other => text.push(other),
        }
    }
    text
}

/// A number of at most so many hexadecimal digits.
fn hexadecimal(rest: &mut Rest<'_>, most: usize) -> Option<u32> {
    let mut number = None;
    for _ in 0..most {
        let Some((_, digit)) = rest.next_if(|(_, digit)| digit.is_ascii_hexdigit()) else { break };
        number = Some(number.unwrap_or(0) * 16 + digit.to_digit(16).unwrap_or_default());
    }
    number
}

/// What is open at a place: a bracket, the name that stands before the value, and which entry of a list it is.
#[derive(Debug, Default)]
struct Level {
    is_list: bool,
    variant: Option<String>,
    key: Option<String>,
    pending: Option<String>,
    index: usize,
    id: Option<String>,
}

/// Where in the record a walk is.
#[derive(Debug, Default)]
pub(super) struct Walk {
    levels: Vec<Level>,
}

impl Walk {
    /// The path of the value at a place of a text, in bytes, as a field of the record is called: `items[i2].name`.
    pub(super) fn to(text: &str, place: usize) -> Self {
        let mut walk = Self::default();
        for (at, _, token) in tokens(text) {
            if at >= place {
                break;
            }
            walk.pass(&token);
        }
        walk
    }

    /// Goes past a piece of the text.
    pub(super) fn pass(&mut self, token: &Token) {
        if let Token::Open(bracket) = token {
            let variant = self.levels.last_mut().and_then(|level| level.pending.take()).filter(|word| word != "Some");
            self.levels.push(Level { is_list: *bracket == '[', variant, ..Level::default() });
            return;
        }
        let Some(level) = self.levels.last_mut() else { return };
        match token {
            Token::Open(_) | Token::Other(_) => {}
            Token::Close(_) => {
                self.levels.pop();
            }
            Token::Comma => {
                level.key = None;
                level.pending = None;
                level.index += 1;
            }
            Token::Colon => level.key = level.pending.take(),
            Token::Text(text) | Token::Word(text) => {
                let is_name = text.len() <= 64 && !text.contains('\n');
                if matches!(level.key.as_deref(), Some("id" | "flag")) && level.id.is_none() && is_name {
                    level.id = Some(text.clone());
                }
                level.pending = Some(text.clone());
            }
        }
    }

    /// How many brackets are open.
    pub(super) fn depth(&self) -> usize {
        self.levels.len()
    }

    /// The path of the value that comes next, or that was just passed: of a record within it, of a catalogue or of settings from
    /// the outermost name on. Entries without an id are numbered from 1 in a record, and from 0 elsewhere, as `catalogue check` does.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        let is_record = self.levels.first().and_then(|level| level.key.as_deref()) == Some("record");
        let mut within = self.levels.iter().skip(usize::from(is_record)).peekable();
        let mut is_in_list = false;
        while let Some(level) = within.next() {
            if is_in_list {
                match &level.id {
                    Some(id) => path.push_str(&format!("[{id}]")),
                    None => path.push_str(&format!("[{}]", self.index_before(level) + usize::from(is_record))),
                }
            }
            let variant = level.variant.as_deref().filter(|_| level.key.is_some());
            for name in variant.into_iter().chain(level.key.as_deref()) {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            is_in_list = level.is_list && within.peek().is_some();
        }
        path
    }

    /// Which entry of the list around it a bracket is, from 0.
    fn index_before(&self, level: &Level) -> usize {
        let at = self.levels.iter().position(|other| std::ptr::eq(other, level)).unwrap_or_default();
        self.levels.get(at.wrapping_sub(1)).map_or(0, |list| list.index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path_at(text: &str, mark: &str) -> String {
        Walk::to(text, text.find(mark).unwrap()).path()
    }

    #[test]
    fn a_place_is_named_as_the_field_that_stands_there() {
        let ron = "// a: (\n(format: \"x\", record: (agency: (name: \"一\", approver: (title: \"二\")), /* ( */ task: agency_entry(task: \"三\"),\n items: [(id: \"i1\", name: \"四\"), (id: \"i2\", answers: {\"C1\": yes}, decisions: (confidentiality: (reason: \"五\"))), (name: \"六\")]))";
        for (mark, path) in [
            ("\"一", "agency.name"),
            ("\"二", "agency.approver.title"),
            ("\"三", "task.agency_entry.task"),
            ("\"四", "items[i1].name"),
            ("yes", "items[i2].answers.C1"),
            ("\"五", "items[i2].decisions.confidentiality.reason"),
            ("\"六", "items[3].name"),
            ("\"x", "format"),
        ] {
            assert_eq!(path_at(ron, mark), path, "{mark}");
        }
        let json =
            "{\"format\":\"x\",\"record\":{\"agency\":{\"name\":\"一, \\\"{\"},\"items\":[{\"id\":\"i1\",\"name\":\"四\"}]}}";
        assert_eq!((path_at(json, "\"一"), path_at(json, "\"四")), ("agency.name".to_owned(), "items[i1].name".to_owned()));
        let catalogue =
            "(meta: (id: \"a\"), questions: [(id: \"C2\", guidance: (ja: \"一\")), (basis: [(note: 1), (note: \"二\")])])";
        for (mark, path) in [("\"a", "meta.id"), ("\"一", "questions[C2].guidance.ja"), ("\"二", "questions[1].basis[1].note")]
        {
            assert_eq!(path_at(catalogue, mark), path, "{mark}");
        }
    }

    #[test]
    fn texts_are_given_without_their_escapes_however_they_are_written() {
        let texts = |text: &str| -> Vec<String> {
            tokens(text).filter_map(|(_, _, token)| if let Token::Text(text) = token { Some(text) } else { None }).collect()
        };
        assert_eq!(
            texts(r###""a\n\t\"\\\u{3042}\x41" r"b\" r##"c"#"## "\u304b\u3099\ud842\udfb7""###),
            ["a\n\t\"\\あA", "b\\", "c\"#", "か\u{3099}𠮷"]
        );
    }

    #[test]
    fn nothing_that_is_cut_off_or_senseless_ends_the_walk() {
        for text in ["\"", "\"\\", "\"\\u", "\"\\u{", "r#\"", "/*", "/", ")]}", "((((", "\"\\ud800\"", "：\u{0}"] {
            assert!(Walk::to(text, text.len()).path().is_empty(), "{text}");
        }
    }
}
