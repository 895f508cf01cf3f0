//! Making a package of a record, with what goes along.

use std::path::PathBuf;

use super::package_arguments::PackageTo;
use super::{Context, Exit, Failure};
use crate::export::{self, Along, IfPresent};
use crate::package::{self, Circle, MakeError, Setting, TakenResult, Wish};
use crate::record::{Record, Sender};
use crate::text::along;
use crate::text::command_line::ArgumentProblem;

/// Makes it, writes it, and prints where.
pub(super) fn make(
    record: &Record,
    wish: Wish<'_>,
    to: &PackageTo,
    undecided: bool,
    cx: &mut Context<'_, '_>,
) -> Result<(), Failure> {
    let lang = cx.lang();
    let circles = circles(record, wish, to, cx)?;
    let wanted = |circle: &Circle| circles.contains(circle);
    let record = package::with_wanted_comments(wish.kind(), record, wanted);
    let results: Vec<TakenResult>;
    let wish = match wish {
        Wish::Application { results: came, left_out } => {
            results = came.iter().map(|result| with_wanted(result, &circles)).collect();
            Wish::Application { results: &results, left_out }
        }
        other => other,
    };
    let attachments = to.attach.iter().map(|path| package::attachment(cx.storage(), path)).collect::<Result<Vec<_>, _>>();
    let catalogue = cx.rules(&record).catalogue;
    let along = Along { comments: true, history: to.history, annex: false };
    let setting = Setting { catalogue: &catalogue, today: cx.today, lang, along, undecided };
    let made = attachments.and_then(|attachments| package::make(&record, wish, &attachments, &setting)).map_err(|error| {
        let exit = match &error {
            MakeError::Export(_) | MakeError::Packing { .. } => Exit::NotWritten,
            // As a final copy of what is not final.
            MakeError::Undecided { .. } => Exit::Objections,
            _ => Exit::Unreadable,
        };
        Failure::Said(error.message(lang), exit)
    })?;
    let path: PathBuf = package::completed_name(&to.to);
    let if_present = if to.overwrite { IfPresent::Replace } else { IfPresent::Refuse };
    export::write_one(cx.storage(), &path, &made, if_present)
        .map_err(|error| Failure::Said(error.message(lang), Exit::NotWritten))?;
    cx.console.result(&path.display().to_string())
}

/// A result as it goes into an application: with its comments if they are wanted.
fn with_wanted(result: &TakenResult, circles: &[Circle]) -> TakenResult {
    let mut result = result.clone();
    if !circles.contains(&Circle::InResult(sender_of(&result.record))) {
        result.record.comments.clear();
    }
    result
}

fn sender_of(record: &Record) -> Sender {
    Sender { record: record.id.clone(), name: record.agency.name.clone() }
}

/// Whose comments go along. Those that do not are said.
fn circles(record: &Record, wish: Wish<'_>, to: &PackageTo, cx: &mut Context<'_, '_>) -> Result<Vec<Circle>, Failure> {
    let lang = cx.lang();
    let results: &[TakenResult] = match wish {
        Wish::Application { results, .. } => results,
        Wish::Request | Wish::Result | Wish::Returned { .. } => &[],
    };
    let offers = package::comments_to_offer(wish.kind(), record, results.iter().map(|result| &result.record));
    let named: Vec<&str> = to.comments.iter().map(|name| name.trim()).collect();
    let is_named = |circle: &Circle| {
        let value = value_of(circle);
        named.iter().any(|name| *name == "all" || *name == value)
    };
    if let Some(unknown) = named
        .iter()
        .find(|name| !["all", "own", "results"].contains(name) && !offers.iter().any(|offer| value_of(&offer.circle) == **name))
    {
        let known = offers.iter().map(|offer| value_of(&offer.circle).to_owned());
        let mut expected: Vec<String> = ["all", "own", "results"].map(str::to_owned).into_iter().chain(known).collect();
        expected.dedup();
        let problem =
            ArgumentProblem::Value { option: "--comments", found: (*unknown).to_owned(), expected: expected.join(", ") };
        return Err(Failure::not_understood(&problem, lang));
    }
    let mut circles = Vec::new();
    for offer in offers {
        let goes = !to.without_comments && (offer.by_default || is_named(&offer.circle));
        if goes {
            circles.push(offer.circle);
        } else if !to.without_comments {
            let party = match &offer.circle {
                Circle::House | Circle::Parties => None,
                Circle::With(party) | Circle::InResult(party) => Some(party.name.as_str()),
            };
            let whose = along::whose(party, lang);
            cx.console.note(&along::kept_back(&whose, offer.count, value_of(&offer.circle), lang));
        }
    }
    Ok(circles)
}

/// By which value of `--comments` a circle is named.
fn value_of(circle: &Circle) -> &str {
    match circle {
        Circle::House | Circle::Parties => "own",
        Circle::InResult(_) => "results",
        Circle::With(party) if party.name.is_blank() => "all",
        Circle::With(party) => party.name.as_str(),
    }
}
