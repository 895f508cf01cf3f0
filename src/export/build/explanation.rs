//! 評価結果の説明: what an approver must know, on two pages.

use super::{approval, as_many_as_fit, closing, decisions, frame, front};
use crate::export::report::{Block, Cell, Chapter, Report};
use crate::export::{Document, ExportInput};
use crate::judgement::{Severity, Standing};
use crate::text::{Lang, report as words};

/// How many characters of reasons are told of decisions as proposed that had to be explained …
const MOST_EXPLAINED: usize = 700;
/// … and of those that were lowered. With many items there is another page.
const MOST_LOWERED: usize = 900;
/// How many findings are told.
const MOST_FINDINGS: usize = 6;

/// What was changed after approval, the decision with all that it rests on, what still stands in the way, and what comes next.
pub(super) fn report(input: &ExportInput<'_>) -> Report {
    let mut chapters: Vec<Chapter> = approval::changes(approval::MOST_CHANGES, input).into_iter().collect();
    chapters.extend(front::levels(room(MOST_LOWERED, input), input));
    chapters.push(front::decision(input));
    chapters.extend(front::conditions_and_risks(input));
    if let (Some(over), Some(last)) = (front::period_over(input), chapters.last_mut()) {
        last.blocks.push(over);
    }
    chapters.extend(in_the_way(input));
    chapters.extend(explained(input));
    chapters.push(closing::next(input));
    Report { head: front::head(input), verdict: Some(front::verdict(input)), chapters, ..frame(&Document::Explanation, input) }
}

fn room(characters: usize, input: &ExportInput<'_>) -> usize {
    // English labels leave less room beside a reason.
    let many = input.record.items.len() > super::MANY_ITEMS && input.lang == Lang::Ja;
    if many { characters * 5 / 4 } else { characters }
}

/// The decisions as proposed that had to be explained.
fn explained(input: &ExportInput<'_>) -> Option<Chapter> {
    let lang = input.lang;
    let mut table = decisions::standing(Standing::Explained, input);
    if table.rows.is_empty() {
        return None;
    }
    let length = |row: &Vec<Cell>| row.last().map_or(0, |reason| reason.text.chars().count());
    let hidden = as_many_as_fit(&mut table.rows, room(MOST_EXPLAINED, input), length);
    let mut blocks = vec![Block::Table(table)];
    if hidden > 0 {
        blocks.push(Block::note(words::more_explained(hidden, Document::Record.label(super::procedure(input), lang), lang)));
    }
    Some(Chapter::new(words::explained_cells(lang), blocks))
}

/// The findings that an approver must not overlook; notes are left to the whole record.
fn in_the_way(input: &ExportInput<'_>) -> Option<Chapter> {
    let lang = input.lang;
    let grave = input.judgement.findings.iter().filter(|finding| finding.severity() != Severity::Note);
    let mut points: Vec<String> = grave.map(|finding| closing::finding_line(finding, input)).collect();
    if points.is_empty() {
        return None;
    }
    let hidden = points.len().saturating_sub(MOST_FINDINGS);
    points.truncate(MOST_FINDINGS);
    let mut blocks = vec![Block::List { points }];
    if hidden > 0 {
        blocks.push(Block::note(words::more_findings(hidden, Document::Record.label(super::procedure(input), lang), lang)));
    }
    Some(Chapter::new(words::findings(lang), blocks))
}
