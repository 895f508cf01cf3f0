//! Why a record was not signed or a signature does not hold, in words.

use super::{KeyProblem, ListProblem, NAMESPACE, SignatureError, SignatureProblem, WhyNot};
use crate::file::Foreign;
use crate::file::names::at_name;
use crate::file::words::meant;
use crate::text::file::{place, record, signature as words, spelling};
use crate::text::{Lang, Message};

/// The options of a line that are known.
const OPTIONS: [&str; 3] = ["namespaces", "valid-after", "valid-before"];

/// What is wrong, what was expected, and what to do.
type Parts = (String, String, String);

impl SignatureError {
    /// What the user is told.
    pub fn message(&self, lang: Lang) -> Message {
        let (place, (what, expected, action)) = match self {
            SignatureError::File(error) => return error.message(lang),
            SignatureError::TooLarge { name, most } => (at_name(name, lang), too_large(*most, lang)),
            SignatureError::Key { name, problem } => (at_name(name, lang), key(problem, lang)),
            SignatureError::Signature { name, problem } => (at_name(name, lang), signature(problem, lang)),
            SignatureError::NotAList { name, what } => (at_name(name, lang), not_a_list(*what, lang)),
            SignatureError::List { name, line, excerpt, problem } => {
                (place::line(name, *line, lang) + &place::excerpt(excerpt, lang), list(problem, lang))
            }
            SignatureError::NotAllowed { name, why } => (at_name(name, lang), not_allowed(*why, lang)),
            SignatureError::NotCanonical { name } => (at_name(name, lang), not_canonical(lang)),
        };
        Message { what, place, expected, action }
    }
}

fn parts(what: &str, expected: &str, action: &str) -> Parts {
    (what.to_owned(), expected.to_owned(), action.to_owned())
}

fn too_large(most: u64, lang: Lang) -> Parts {
    parts(record::too_large(lang), &words::size_at_most(most / 1024, lang), words::is_it_the_right_file(lang))
}

fn key(problem: &KeyProblem, lang: Lang) -> Parts {
    let a_key = words::an_openssh_key(lang);
    match problem {
        KeyProblem::NotAKey => parts(words::no_key(lang), a_key, words::make_a_key(lang)),
        KeyProblem::PublicHalf => parts(words::public_half(lang), a_key, words::choose_private_half(lang)),
        KeyProblem::OtherFormat => parts(words::other_format(lang), a_key, words::convert_a_copy(lang)),
        KeyProblem::Unsupported(kind) if kind == "ssh-rsa" => parts(words::rsa_key(lang), a_key, words::why_no_rsa(lang)),
        KeyProblem::Unsupported(kind) => parts(&words::unsupported_key(kind, lang), a_key, words::make_a_key(lang)),
        KeyProblem::Encrypted => parts(words::encrypted(lang), words::passphrase_of_key(lang), words::enter_passphrase(lang)),
        KeyProblem::WrongPassphrase => {
            parts(words::wrong_passphrase(lang), words::passphrase_of_key(lang), words::enter_again(lang))
        }
        KeyProblem::TooManyRounds(rounds) => {
            parts(&words::too_many_rounds(*rounds, lang), words::rounds_at_most(lang), words::fewer_rounds(lang))
        }
        KeyProblem::HalvesDiffer => parts(words::halves_differ(lang), a_key, words::restore_key(lang)),
    }
}

fn signature(problem: &SignatureProblem, lang: Lang) -> Parts {
    match problem {
        SignatureProblem::NotASignature => {
            parts(words::no_signature(lang), words::one_signature(lang), words::not_the_file_or_changed(lang))
        }
        SignatureProblem::Unsupported(kind) => parts(
            &words::unsupported_signature(kind, lang),
            words::supported_signatures(lang),
            &words::check_with_openssh(NAMESPACE, lang),
        ),
        SignatureProblem::OtherNamespace(found) => parts(
            &words::other_purpose(found, lang),
            &words::for_this_purpose(NAMESPACE, lang),
            &words::sign_again(NAMESPACE, lang),
        ),
        SignatureProblem::WeakKey => parts(words::weak_key(lang), "", words::do_not_trust(lang)),
        SignatureProblem::DoesNotFit => {
            parts(words::does_not_fit(lang), words::of_this_content(lang), words::get_both_again(lang))
        }
    }
}

fn list(problem: &ListProblem, lang: Lang) -> Parts {
    let always = |sentence: fn(Lang) -> &'static str| sentence(lang).to_owned();
    let what = match problem {
        ListProblem::MergeMarks => always(spelling::merge_marks),
        ListProblem::FullWidth { found, expected } => spelling::full_width(*found, expected, lang),
        ListProblem::QuoteNotClosed => always(words::list_quote_not_closed),
        ListProblem::BrokenKey(kind) => words::list_broken_key(kind, lang),
        ListProblem::NoKey => always(words::list_no_key),
        ListProblem::Authority => always(words::list_authority),
        ListProblem::Pattern(found) => words::list_pattern(found, lang),
        ListProblem::Option(found) => {
            let name = found.split('=').next().unwrap_or_default();
            let is_known = OPTIONS.contains(&name.to_ascii_lowercase().as_str());
            words::list_option(found, lang) + &if is_known { String::new() } else { meant(name, &OPTIONS, lang) }
        }
        ListProblem::Twice(option) => words::list_twice(option, lang),
        ListProblem::NoDay(found) => words::list_no_day(found, lang),
    };
    let expected = match problem {
        ListProblem::NoDay(_) => words::a_day,
        ListProblem::Pattern(_) => words::each_name,
        ListProblem::MergeMarks => spelling::one_version,
        ListProblem::FullWidth { expected, .. } => {
            return (what, spelling::half_width(expected, lang), always(words::correct_line));
        }
        ListProblem::BrokenKey(_) => words::key_on_one_line,
        _ => words::a_line,
    };
    let action = if *problem == ListProblem::MergeMarks { spelling::choose_a_version } else { words::correct_line };
    (what, always(expected), always(action))
}

fn not_a_list(what: Foreign, lang: Lang) -> Parts {
    let action = match what {
        Foreign::ShiftJis | Foreign::Utf16 | Foreign::Html => what.advice(lang),
        _ => words::is_it_the_right_file(lang),
    };
    parts(&words::not_a_list(what.name(lang), lang), words::a_line(lang), action)
}

fn not_allowed(why: WhyNot, lang: Lang) -> Parts {
    let what = match why {
        WhyNot::NotListed => words::not_listed(lang).to_owned(),
        WhyNot::OtherPurpose => words::key_of_other_purpose(lang).to_owned(),
        WhyNot::NotYet(first) => words::not_yet(first, lang),
        WhyNot::NoLonger(end) => words::no_longer(end, lang),
    };
    (what, words::a_line_of_today(NAMESPACE, lang), words::ask_for_fingerprint(lang).to_owned())
}

fn not_canonical(lang: Lang) -> Parts {
    parts(words::not_canonical(lang), words::canonical_json(lang), words::save_as_json(lang))
}
