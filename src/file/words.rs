//! What does not fit in a file, in words.

use super::problem::{Problem, Refused, Slip};
use crate::record::HARD_LENGTH;
use crate::text::file::spelling as words;
use crate::text::{Lang, Message};

/// What does not fit, and what was expected.
pub(super) fn problem_in_words(problem: &Problem, lang: Lang) -> (String, String) {
    let always = |what: &str, expected: &str| (what.to_owned(), expected.to_owned());
    match problem {
        Problem::CutOff => always(words::cut_off(lang), words::a_whole_record(lang)),
        Problem::Trailing => always(words::trailing(lang), words::ends_with_bracket(lang)),
        Problem::TooDeep => always(words::too_deep(lang), words::levels_at_most(lang)),
        Problem::NotUtf8 => always(words::not_utf8(lang), words::utf8_text(lang)),
        Problem::Zeros => always(words::zeros(lang), words::a_whole_record(lang)),
        Problem::ShiftJis => always(words::shift_jis(lang), words::utf8_text(lang)),
        Problem::MergeMarks => always(words::merge_marks(lang), words::one_version(lang)),
        Problem::FullWidth { found, expected } => (words::full_width(*found, expected, lang), words::half_width(expected, lang)),
        Problem::QuoteNotClosed => always(words::quote_not_closed(lang), words::a_quote_in_its_line(lang)),
        Problem::BracketNotClosed { before } => (words::bracket_before(before, lang), words::paired_brackets(lang).to_owned()),
        Problem::UnknownField { found, known } => {
            (words::unknown_field(found, lang) + &meant(found, known, lang), words::known_fields(known, lang))
        }
        Problem::MissingField { field } => (words::missing_field(field, lang), words::field_in_bracket(field, lang)),
        Problem::RepeatedField { field } => (words::repeated_field(field, lang), words::each_field_once(lang).to_owned()),
        Problem::UnknownWord { found, known } => {
            (words::unknown_value(found, lang) + &meant(found, known, lang), words::known_values(known, lang))
        }
        Problem::WrongKind { expected, found } => {
            (words::wrong_kind(found.as_deref(), lang), words::this_kind(&expected.name(lang), lang))
        }
        Problem::Refused(refused) => refused_in_words(refused, lang),
        Problem::Spelling(slip) => {
            let (what, expected) = slip_in_words(slip, lang);
            let said = if let Slip::Other(said) = slip { format!(" ({said})") } else { String::new() };
            (format!("{what}{said}"), expected.to_owned())
        }
    }
}

/// The known word that was probably meant.
pub(super) fn meant<T: AsRef<str>>(found: &str, known: &[T], lang: Lang) -> String {
    let likeness = |word: &&str| strsim::damerau_levenshtein(found, word);
    let allowed = if found.chars().count() < 5 { 1 } else { 2 };
    let nearest = known.iter().map(AsRef::as_ref).min_by_key(likeness).filter(|word| likeness(word) <= allowed);
    nearest.map_or_else(String::new, |word| words::meant(word, lang))
}

/// What is wrong and what was expected.
const fn slip_in_words(slip: &Slip, lang: Lang) -> (&'static str, &'static str) {
    match slip {
        Slip::Comma => (words::comma(lang), words::one_comma(lang)),
        Slip::Colon => (words::colon(lang), words::a_colon(lang)),
        Slip::Bracket => (words::bracket(lang), words::paired_brackets(lang)),
        Slip::Value => (words::value(lang), words::in_quotation_marks(lang)),
        Slip::Name => (words::name(lang), words::a_known_name(lang)),
        Slip::Escape => (words::escape(lang), words::how_to_escape(lang)),
        Slip::Control => (words::control(lang), words::how_to_break(lang)),
        Slip::Character(_) => (words::character(lang), words::pairs_and_commas(lang)),
        Slip::Other(_) => (words::other_spelling(lang), words::pairs_and_commas(lang)),
    }
}

fn refused_in_words(refused: &Refused, lang: Lang) -> (String, String) {
    let (what, expected) = match refused {
        Refused::Character { code, position } => {
            (words::refused_character(position, code, lang), words::allowed_characters(lang))
        }
        Refused::LineBreak => (words::line_break(lang).to_owned(), words::one_line(lang)),
        Refused::TooLong { length } => return (words::too_long(length, lang), words::length_at_most(HARD_LENGTH, lang)),
        Refused::TooMany(list) => {
            let Message { what, expected, .. } = crate::text::too_many(*list, lang);
            return (what, expected);
        }
        Refused::Date { found } => (words::no_date(found, lang), words::a_date(lang)),
        Refused::Moment { found } => (words::no_moment(found, lang), words::a_moment(lang)),
        Refused::Id { found } => (words::no_id(found, lang), words::an_id(lang)),
        Refused::Digest => (words::no_digest(lang).to_owned(), words::a_digest(lang)),
        Refused::AnsweredTwice { question } => (words::answered_twice(question, lang), words::answered_once(lang)),
        Refused::Other(said) => (words::not_taken(said, lang), ""),
    };
    (what, expected.to_owned())
}
