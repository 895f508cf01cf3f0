//! The list of those whose signatures are accepted: the part of OpenSSH's `allowed_signers` that can be kept without guessing.
//!
//! A line that asks for more is refused with its reason, and the list with it: half a list would look like a whole one.

use std::borrow::Cow;

use ssh_key::PublicKey;

use super::limits::no_larger;
use super::{ListProblem, MOST_LIST_BYTES, NAMESPACE, SignatureError, Signer, WhyNot};
use crate::file::diagnose::{is_merge_mark, plain};
use crate::file::{Foreign, text_or_foreign};
use crate::record::Date;
use crate::record::excerpt as shown;

/// A list of allowed signers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowedSigners {
    name: String,
    lines: Vec<Line>,
}

/// What the list says of a signer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// What the list calls him, most often a mail address. It is what `ssh-keygen` takes after `-I`.
    pub principals: Vec<String>,
    /// What stands after his keys.
    pub comments: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    principals: Vec<String>,
    options: Options,
    key: String,
    comment: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Options {
    namespaces: Option<Vec<String>>,
    /// The first day.
    after: Option<Date>,
    /// The day after the last.
    before: Option<Date>,
}

impl AllowedSigners {
    /// Reads a list. `name` is for messages alone.
    ///
    /// # Errors
    /// [`SignatureError::List`] names the first line that is not understood, and why; [`SignatureError::NotAList`] what the file is.
    pub fn parse(text: &[u8], name: &str) -> Result<Self, SignatureError> {
        no_larger(text, MOST_LIST_BYTES, name)?;
        let name = shown(name, 120);
        let text = match text_or_foreign(text) {
            Ok(text) => text,
            // A list without a line allows nobody.
            Err(Foreign::Empty) => Cow::default(),
            Err(what) => return Err(SignatureError::NotAList { name, what }),
        };
        if let what @ (Foreign::Html | Foreign::Xml) = Foreign::of(text.as_bytes()) {
            return Err(SignatureError::NotAList { name, what });
        }
        let mut lines = Vec::new();
        for (index, line) in text.split('\n').map(str::trim).enumerate() {
            if !line.is_empty() && !line.starts_with('#') {
                lines.push(Line::parse(line).map_err(|problem| SignatureError::List {
                    name: name.clone(),
                    line: index + 1,
                    excerpt: shown(line, 60),
                    problem: reason(line, problem),
                })?);
            }
        }
        Ok(Self { name, lines })
    }

    /// What the list says of a signer on a day.
    ///
    /// # Errors
    /// [`SignatureError::NotAllowed`] if no line allows him on that day.
    pub fn find(&self, signer: &Signer, day: Date) -> Result<Listed, SignatureError> {
        let mut listed: Option<Listed> = None;
        let mut why = None;
        for line in self.lines.iter().filter(|line| line.key == signer.public_key) {
            match line.options.allow(day) {
                Ok(()) => {
                    let listed = listed.get_or_insert_default();
                    listed.principals.extend(line.principals.iter().cloned());
                    listed.comments.extend(Some(line.comment.clone()).filter(|comment| !comment.is_empty()));
                }
                Err(reason) => why = why.or(Some(reason)),
            }
        }
        let why = why.unwrap_or(WhyNot::NotListed);
        listed.ok_or_else(|| SignatureError::NotAllowed { name: self.name.clone(), why })
    }
}

impl Line {
    /// `principals [options] type key [comment]`
    fn parse(line: &str) -> Result<Self, ListProblem> {
        let (principals, rest) = word(line);
        let principals = exact_names(unquoted(principals))?;
        if let Some((key, comment)) = key_and_comment(rest) {
            return Ok(Self { principals, options: Options::default(), key, comment });
        }
        let (options, rest) = word(rest);
        if rest.is_empty() || is_kind(options) {
            return Err(if rest.is_empty() { ListProblem::NoKey } else { ListProblem::BrokenKey(shown(options, 60)) });
        }
        let options = Options::parse(options)?;
        let (key, comment) = key_and_comment(rest).ok_or_else(|| match word(rest).0 {
            kind if is_kind(kind) => ListProblem::BrokenKey(shown(kind, 60)),
            _ => ListProblem::NoKey,
        })?;
        Ok(Self { principals, options, key, comment })
    }
}

impl Options {
    fn parse(options: &str) -> Result<Self, ListProblem> {
        let mut read = Self::default();
        for option in split_outside_quotes(options, |character| character == ',') {
            let (name, value) = option.split_once('=').unwrap_or((option, ""));
            let lower = name.to_ascii_lowercase();
            let unknown = || ListProblem::Option(shown(option, 60));
            let value = || value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).ok_or_else(unknown);
            let is_repeated = match lower.as_str() {
                "cert-authority" => return Err(ListProblem::Authority),
                "namespaces" => read.namespaces.replace(exact_names(value()?)?).is_some(),
                "valid-after" => read.after.replace(day(value()?)?).is_some(),
                "valid-before" => read.before.replace(day(value()?)?).is_some(),
                _ => return Err(unknown()),
            };
            if is_repeated {
                return Err(ListProblem::Twice(lower));
            }
        }
        Ok(read)
    }

    fn allow(&self, today: Date) -> Result<(), WhyNot> {
        if self.namespaces.as_ref().is_some_and(|names| !names.iter().any(|name| name == NAMESPACE)) {
            return Err(WhyNot::OtherPurpose);
        }
        match (self.after, self.before) {
            (Some(first), _) if today < first => Err(WhyNot::NotYet(first)),
            (_, Some(end)) if today >= end => Err(WhyNot::NoLonger(end)),
            _ => Ok(()),
        }
    }
}

/// The reason behind a line that is not understood: what somebody did to it by hand.
fn reason(line: &str, problem: ListProblem) -> ListProblem {
    if is_merge_mark(line) || line.starts_with("=======") {
        return ListProblem::MergeMarks;
    }
    // Only these say no more than that something does not fit.
    if !matches!(problem, ListProblem::NoKey | ListProblem::Option(_) | ListProblem::NoDay(_)) {
        return problem;
    }
    let half_width = |found| match found {
        '＝' => Some("="),
        '＃' => Some("#"),
        other => plain(other),
    };
    // Every key begins with these letters; what follows it is a comment.
    let before = line.split("AAAA").next().unwrap_or(line);
    if let Some((found, expected)) = before.chars().find_map(|found| Some((found, half_width(found)?))) {
        ListProblem::FullWidth { found, expected }
    } else if before.matches('"').count() % 2 == 1 {
        ListProblem::QuoteNotClosed
    } else {
        problem
    }
}

/// A key as a signature tells it, without comment, and the comment.
fn key_and_comment(text: &str) -> Option<(String, String)> {
    let (kind, rest) = word(text);
    let (data, comment) = word(rest);
    let key = PublicKey::from_openssh(&format!("{kind} {data}")).ok()?;
    Some((key.to_openssh().ok()?, shown(comment, 120)))
}

/// Whether a word is a type of keys.
fn is_kind(word: &str) -> bool {
    ["ssh-", "ecdsa-", "sk-"].iter().any(|start| word.starts_with(start))
}

/// Names parted by commas. Patterns would allow whom nobody named.
fn exact_names(list: &str) -> Result<Vec<String>, ListProblem> {
    let names = list.split(',').map(|name| match name {
        "" => Err(ListProblem::NoKey),
        _ if name.contains(['*', '?', '!']) => Err(ListProblem::Pattern(shown(name, 60))),
        _ => Ok(shown(name, 120)),
    });
    names.collect()
}

/// A day as `20261123`. OpenSSH also takes times of day, which a day cannot be compared with.
fn day(written: &str) -> Result<Date, ListProblem> {
    let number = |range| written.get(range).and_then(|digits: &str| digits.parse::<i16>().ok());
    let is_plain = written.len() == 8 && written.bytes().all(|byte| byte.is_ascii_digit());
    let date = || {
        let small = |range| number(range).and_then(|number| i8::try_from(number).ok());
        Date::new(number(0..4)?, small(4..6)?, small(6..8)?)
    };
    is_plain.then(date).flatten().ok_or_else(|| ListProblem::NoDay(shown(written, 60)))
}

/// The first word of a text and what follows it. Blanks between double quotes belong to the word.
fn word(text: &str) -> (&str, &str) {
    let word = split_outside_quotes(text, |character| matches!(character, ' ' | '\t')).next().unwrap_or_default();
    let rest = text.get(word.len()..).unwrap_or_default();
    (word, rest.trim_start())
}

fn split_outside_quotes(text: &str, is_end: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |character| {
        quoted ^= character == '"';
        !quoted && is_end(character)
    })
}

fn unquoted(word: &str) -> &str {
    word.strip_prefix('"').and_then(|word| word.strip_suffix('"')).unwrap_or(word)
}
