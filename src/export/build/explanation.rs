//! 評価結果の説明: what an approver must know, on two pages.

use super::{closing, cover, decisions, frame, parts, verdict};
use crate::export::report::{Block, Chapter, Report};
use crate::export::{Document, ExportInput};
use crate::judgement::Severity;
use crate::text::report as words;

/// Result, reasons, what was lowered, conditions and risks, and what still stands in the way.
pub(super) fn report(input: &ExportInput<'_>) -> Report {
    let mut chapters = vec![closing::why(input), lowered(input), closing::use_and_risk(input)];
    chapters.extend(in_the_way(input));
    chapters.push(parts::sign_off(input));
    Report { verdict: Some(verdict(input)), cover: cover(input, true), chapters, ..frame(&Document::Explanation, input) }
}

fn lowered(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let table = decisions::lowered(input);
    let block = if table.rows.is_empty() { Block::paragraph(words::nothing_lowered(lang)) } else { Block::Table(table) };
    Chapter::new(words::lowered_cells(lang), vec![block])
}

/// The findings that an approver must not overlook; notes are left to 事前申請記録.
fn in_the_way(input: &ExportInput<'_>) -> Option<Chapter> {
    let grave = input.judgement.findings.iter().filter(|finding| finding.severity() != Severity::Note);
    let points: Vec<String> = grave.map(|finding| closing::finding_line(finding, input)).collect();
    (!points.is_empty()).then(|| Chapter::new(words::findings(input.lang), vec![Block::List { points }]))
}
