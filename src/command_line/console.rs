//! Where results and messages go: results to standard output, messages to standard error.

use std::borrow::Cow;
use std::io::{self, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Failure;
use crate::record::{code_mark, is_refused};
use crate::text::command_line as words;
use crate::text::{Lang, Message};

/// Standard output and error, and how much is to be said on them.
pub struct Console<'a> {
    /// The language of everything said.
    pub lang: Lang,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    talk: Talk,
}

/// How much is said beside results and problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Talk {
    /// Messages, and progress on a terminal.
    OnTerminal,
    /// Messages only.
    Plain,
    /// Nothing (`--quiet`).
    Quiet,
}

impl<'a> Console<'a> {
    /// Says things in `lang` on these two.
    pub fn new(lang: Lang, talk: Talk, out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self { lang, out, err, talk }
    }

    /// Says no more than results and problems from here on.
    pub fn be_quiet(&mut self) {
        self.talk = Talk::Quiet;
    }

    /// A part of the result, with a line end.
    ///
    /// # Errors
    /// [`Failure::Output`] if nobody takes it.
    pub fn result(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.out, "{}", harmless(text)).map_err(Failure::Output)
    }

    /// Everything said so far is on its way.
    ///
    /// # Errors
    /// [`Failure::Output`] if nobody takes it.
    pub fn flush(&mut self) -> Result<(), Failure> {
        self.out.flush().map_err(Failure::Output)
    }

    /// A message that is worth knowing and no result. Nobody listening is no problem.
    pub fn note(&mut self, text: &str) {
        if self.talk != Talk::Quiet {
            writeln!(self.err, "{}", harmless(text)).ok();
        }
    }

    /// Something that went wrong. It is said even when little else is.
    pub fn problem(&mut self, message: &Message) {
        writeln!(self.err, "{}{}", words::problem_prefix(self.lang), harmless(&message.to_string())).ok();
    }

    /// A bar for so many pieces of work; unseen unless somebody sits before a terminal and there are several.
    pub fn progress(&self, pieces: usize) -> ProgressBar {
        let seen = self.talk == Talk::OnTerminal && pieces > 1;
        let target = if seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(u64::try_from(pieces).ok(), target);
        // The template is fixed; should indicatif ever refuse it, its own default is shown.
        match ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}") {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }
    }
}

/// Text in which nothing acts on a terminal: file names and foreign texts can hold control characters.
fn harmless(text: &str) -> Cow<'_, str> {
    let acts = |character: char| character != '\n' && is_refused(character);
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let show = |character: char| if acts(character) { code_mark(character) } else { character.to_string() };
    Cow::Owned(text.chars().map(show).collect())
}

/// Whether a failure to write is only that the reader has gone, as in `liu-wizard list DIR | head`.
pub(super) fn reader_has_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_act_on_the_terminal() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console = Console::new(Lang::Ja, Talk::Plain, &mut out, &mut err);
        console.result("a\u{1b}[31mb\u{202e}c\n終").unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "a〔U+001B〕[31mb〔U+202E〕c\n終\n");
    }

    #[test]
    fn a_quiet_console_still_says_what_went_wrong() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console = Console::new(Lang::En, Talk::Quiet, &mut out, &mut err);
        console.note("written");
        console.problem(&Message { what: "disk full".to_owned(), ..Message::default() });
        assert_eq!((out.as_slice(), String::from_utf8(err).unwrap().as_str()), (&b""[..], "liu-wizard: error: disk full\n"));
    }
}
