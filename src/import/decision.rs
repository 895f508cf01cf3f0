//! A decision on a sheet: whether it is the one that stood there when the sheet was made, or was made on the sheet.

use super::beside::{Beside, KeyedCell};
use super::cell::{Otherwise, meant, written};
use super::row::{ProblemKind, Said};
use crate::catalogue::Catalogue;
use crate::export::Entry;
use crate::export::entered::{self, Pick};
use crate::export::workbook::ShownDecision;
use crate::record::{Choice, ContentDigest, Edit, Field, ItemId, Level, Objective, Record, SeenProposal, fold};
use crate::text::{Lang, workbook as words};

/// Reads the cell of a decision.
///
/// A decision that was left as it stood remains the one it was, made against what was proposed then. It was made on the sheet
/// if its level is another, if it was chosen as confirmed again, or if its reason was written anew while other answers make
/// another proposal. Such a decision is made against what the answers of the sheet propose.
pub(super) fn decision(
    item: &ItemId,
    objective: Objective,
    (cell, seen): (&KeyedCell<'_>, Option<SeenProposal>),
    (beside, as_sheet): (&Beside<'_>, &Record),
) -> Result<Option<Otherwise>, ProblemKind> {
    let field = Field::Decision(item.clone(), objective);
    let decided = |record: &Record| record.item(item).map(|item| item.decisions[objective].clone());
    let before = decided(beside.record).ok_or_else(|| ProblemKind::ItemGone(item.to_string()))?;
    let word = written(cell.content)?;
    let is_empty = fold(word).is_empty();
    let (level, is_confirmed) = match confirmed(word, beside.catalogue) {
        Some(level) => (Some(level), true),
        None if is_empty => (None, false),
        None if says_the_same(word, &field, beside) => (level_of(&before.choice), false),
        None => match meant(word, &field, &Pick::Level(None), beside)? {
            Pick::Level(level) => (level, false),
            _ => (None, false),
        },
    };
    let old = before.choice;
    let Some(level) = level else {
        let edit = Edit::Undecide(item.clone(), objective);
        let new = Said::Decision(Choice::NotDecided);
        return Ok((old != Choice::NotDecided).then_some(Otherwise { old: Said::Decision(old), new, edit, remarks: Vec::new() }));
    };
    if let Choice::Decided { level: known, .. } = &old
        && cell.shown.is_none()
        && *known == level
        && !is_confirmed
    {
        return Ok(None);
    }
    let shown: ShownDecision = cell.shown.and_then(|json| serde_json::from_str(json).ok()).ok_or(ProblemKind::NoProposal)?;
    let seen = seen.unwrap_or(shown.seen);
    let reason = decided(as_sheet).map(|decision| ContentDigest::of(decision.reason.as_str().as_bytes()));
    let explains_anew = shown.reason.is_some() && reason.as_ref().map(ContentDigest::short) != shown.reason.as_deref();
    let against = match shown.choice {
        Choice::Decided { level: shown_level, against }
            if shown_level == level && !is_confirmed && !(explains_anew && seen != against) =>
        {
            against
        }
        Choice::Decided { .. } | Choice::NotDecided => seen,
    };
    if !is_known(&against, beside.catalogue) {
        return Err(ProblemKind::NoProposal);
    }
    let new = Choice::Decided { level, against: against.clone() };
    if new == old {
        return Ok(None);
    }
    let edit = Edit::Decide { item: item.clone(), objective, level, against };
    Ok(Some(Otherwise { old: Said::Decision(old), new: Said::Decision(new), edit, remarks: Vec::new() }))
}

fn level_of(choice: &Choice) -> Option<Level> {
    if let Choice::Decided { level, .. } = choice { Some(*level) } else { None }
}

/// Whether a word is what stands in the record, also if it is none that can be chosen.
fn says_the_same(word: &str, field: &Field, beside: &Beside<'_>) -> bool {
    let entry = Entry::Choice(field.clone());
    let written = |lang| entered::written(&entry, beside.record, beside.catalogue, lang);
    [Lang::Ja, Lang::En].into_iter().any(|lang| fold(&written(lang)) == fold(word))
}

/// The level that a word says was chosen again.
fn confirmed(word: &str, catalogue: &Catalogue) -> Option<Level> {
    let says = |level: Level, lang: Lang| {
        fold(&words::confirmed(&crate::text::labels::level(level, catalogue, lang), lang)) == fold(word)
    };
    let levels = catalogue.levels.iter().map(|definition| definition.level);
    levels.into_iter().find(|level| [Lang::Ja, Lang::En].into_iter().any(|lang| says(*level, lang)))
}

/// A proposal that names questions nobody knows would make a record that cannot be opened.
fn is_known(proposal: &SeenProposal, catalogue: &Catalogue) -> bool {
    proposal.causes.iter().all(|cause| catalogue.question(&cause.question).is_some())
}
