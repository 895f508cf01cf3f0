//! The true reason why a file does not fit: what readers say, and what somebody did by hand that they cannot know of.

use ron::error::SpannedError;

use super::problem::{Place, Problem, Refused, Slip, offset, place, said_by_json, said_by_ron};
use super::walk::{Token, Walk, tokens};
use crate::record::TextField;

/// What RON's reader said, or the reason behind it.
pub fn of_ron(text: &str, error: SpannedError) -> (Place, Problem) {
    reason(text, said_by_ron(text, error))
}

/// What JSON's reader said, or the reason behind it.
pub(super) fn of_json(text: &str, error: &serde_json::Error) -> (Place, Problem) {
    reason(text, said_by_json(text, error))
}

fn reason(text: &str, (at, problem): (Place, Problem)) -> (Place, Problem) {
    // What reads well as RON or JSON and is refused for what it says needs no other reason, but where it runs on over lines and
    // nothing of its kind has a line break.
    let reads_well = match &problem {
        Problem::TooDeep => return (at, problem),
        Problem::Refused(
            Refused::LineBreak | Refused::Date { .. } | Refused::Moment { .. } | Refused::Id { .. } | Refused::Digest,
        ) => true,
        Problem::Refused(_) => return (at, problem),
        _ => false,
    };
    let end = offset(text, at.line, at.column);
    if let Some(line) = merge_mark(text).filter(|_| !reads_well) {
        return (place(text, line, 1), Problem::MergeMarks);
    }
    let mut last_text = None;
    for (from, to, token) in tokens(text) {
        // A reader may stop before the blanks before what it cannot read.
        if text.get(end..from).is_some_and(|between| !between.trim().is_empty()) {
            break;
        }
        match token {
            Token::Other(found) => {
                if let Some(expected) = plain(found) {
                    return (at_byte(text, from), Problem::FullWidth { found, expected });
                }
            }
            // The program writes every break within a text as `\\n`: one that goes over lines was not closed in its own.
            Token::Text(written) => last_text = Some((from, to, written)),
            _ => {}
        }
    }
    if let Some((from, to, written)) = last_text
        && text.get(from..to).is_some_and(|raw| raw.contains('\n') && !raw.starts_with('r'))
    {
        let first_line = written.lines().next().unwrap_or_default();
        return match first_line.char_indices().find(|(_, character)| matches!(character, '“' | '”' | '＂')) {
            Some((at, found)) if !first_line.contains('\\') => {
                (at_byte(text, from + 1 + at), Problem::FullWidth { found, expected: "\"" })
            }
            // JSON's reader stops at the break itself, and says so.
            _ if problem == Problem::Spelling(Slip::Control) => (at, problem),
            _ => (at_byte(text, from), Problem::QuoteNotClosed),
        };
    }
    match problem {
        Problem::UnknownField { found, known }
            if Walk::to(text, end).depth() > 2 && is_outer_field(&found, &at.field, &known) =>
        {
            (at, Problem::BracketNotClosed { before: found })
        }
        problem => (at, problem),
    }
}

/// The first line with a mark that a version control leaves where two versions could not be put together.
fn merge_mark(text: &str) -> Option<usize> {
    text.lines().position(is_merge_mark).map(|line| line + 1)
}

/// Whether a line is the mark of a merge that can be nothing else.
pub(super) fn is_merge_mark(line: &str) -> bool {
    ["<<<<<<<", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark))
}

/// What a full-width character should have been.
pub(super) const fn plain(found: char) -> Option<&'static str> {
    Some(match found {
        '：' => ":",
        '，' | '、' => ",",
        '（' => "(",
        '）' => ")",
        '［' | '「' => "[",
        '］' | '」' => "]",
        '｛' => "{",
        '｝' => "}",
        '“' | '”' | '„' | '＂' | '″' => "\"",
        '‘' | '’' | '＇' => "\"",
        '．' => ".",
        '－' | '−' => "-",
        '０' => "0",
        '１' => "1",
        '２' => "2",
        '３' => "3",
        '４' => "4",
        '５' => "5",
        '６' => "6",
        '７' => "7",
        '８' => "8",
        '９' => "9",
        '\u{3000}' | '\u{A0}' => " ",
        _ => return None,
    })
}

/// Whether a name that does not fit here is one of a part outside, so that a bracket before it is missing.
fn is_outer_field(found: &str, here: &str, known: &[String]) -> bool {
    let outer_parts = || TextField::ALL.iter().filter_map(|text| text.path().split_once('.')).map(|(part, _)| part);
    let alone = [
        "items",
        "red_flags",
        "raises",
        "approval",
        "comments",
        "task",
        "profile",
        "catalogue",
        "conditions_of_use",
        "residual_risk",
        // Of a catalogue.
        "meta",
        "tasks",
        "questions",
        "levels",
        "criteria",
        "definitions",
        "profiles",
        "check_list",
        "sources",
    ];
    let is_part = outer_parts().any(|part| part == found) || alone.contains(&found);
    is_part && !here.is_empty() && !known.iter().any(|name| name == found)
}

/// The place of a byte of a text.
fn at_byte(text: &str, byte: usize) -> Place {
    let before = text.get(..byte).unwrap_or_default();
    let column = before.chars().rev().take_while(|character| *character != '\n').count() + 1;
    place(text, before.matches('\n').count() + 1, column)
}
