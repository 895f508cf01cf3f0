//! 評価結果の説明: what an approver must know, on two pages.

use super::{approval, closing, cover, decisions, frame, parts, verdict};
use crate::export::report::{Block, Chapter, Report};
use crate::export::{Document, ExportInput};
use crate::judgement::{Severity, Standing};
use crate::text::{self, report as words};

/// How many decisions that were explained, and not lowered, are told one by one. Those that were lowered are all told.
const MOST_EXPLAINED: usize = 6;

/// What was changed after approval, result, reasons, what was lowered, conditions and risks, what still stands in the way, and
/// what others say to it.
pub(super) fn report(input: &ExportInput<'_>) -> Report {
    let mut chapters: Vec<Chapter> = approval::changes(input).into_iter().collect();
    chapters.extend([why(input), lowered(input)]);
    chapters.extend(explained(input));
    chapters.push(closing::use_and_risk(input));
    chapters.extend(in_the_way(input));
    chapters.extend(approval::opinions_chapter(input));
    chapters.push(parts::sign_off(input));
    Report { verdict: Some(verdict(input)), cover: cover(input, true), chapters, ..frame(&Document::Explanation, input) }
}

fn why(input: &ExportInput<'_>) -> Chapter {
    let paragraphs = text::explain_briefly(input.record, input.catalogue, input.judgement, input.lang);
    Chapter::new(words::why(input.lang), paragraphs.into_iter().map(Block::paragraph).collect())
}

fn lowered(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let table = decisions::standing(Standing::Lowered, input);
    let block = if table.rows.is_empty() { Block::paragraph(words::nothing_lowered(lang)) } else { Block::Table(table) };
    Chapter::new(words::lowered_cells(lang), vec![block])
}

/// The decisions as proposed that had to be explained.
fn explained(input: &ExportInput<'_>) -> Option<Chapter> {
    let lang = input.lang;
    let mut table = decisions::standing(Standing::Explained, input);
    let hidden = table.rows.len().saturating_sub(MOST_EXPLAINED);
    table.rows.truncate(MOST_EXPLAINED);
    if table.rows.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Table(table)];
    if hidden > 0 {
        blocks.push(Block::note(words::more_explained(hidden, Document::Record.label(super::procedure(input), lang), lang)));
    }
    Some(Chapter::new(words::explained_cells(lang), blocks))
}

/// The findings that an approver must not overlook; notes are left to the whole record.
fn in_the_way(input: &ExportInput<'_>) -> Option<Chapter> {
    let grave = input.judgement.findings.iter().filter(|finding| finding.severity() != Severity::Note);
    let points: Vec<String> = grave.map(|finding| closing::finding_line(finding, input)).collect();
    (!points.is_empty()).then(|| Chapter::new(words::findings(input.lang), vec![Block::List { points }]))
}
