//! 影響度評価シート: the provider's part and the agency's part apart from each other. What a workbook lets a person enter is its cells.

use super::{answers, approval, closing, comments, decisions, front, gate_and_task, items, objective, parts, whole};
use super::{frame, has_assessment};
use crate::export::report::{Block, Report};
use crate::export::{Document, ExportInput};
use crate::text::report as words;

/// Both parts, whoever has filled in what, and what was decided.
pub(super) fn report(input: &ExportInput<'_>) -> Report {
    let lang = input.lang;
    let assessed = has_assessment(input);
    let mut this_record = parts::this_record(input);
    this_record.blocks.push(Block::Facts { facts: parts::paper(input) });
    this_record.blocks.extend(super::versions::versions(input));
    let mut chapters = vec![this_record.begins(words::part_record(lang))];
    chapters.push(parts::service(input).begins(words::part_provider(lang)));
    chapters.push(parts::request(input));
    chapters.extend(input.catalogue.shows_check_list(input.record).then(|| parts::check_list(input)));
    chapters.push(parts::agency(input).begins(words::part_agency(lang)));
    chapters.push(gate_and_task::gate(input));
    chapters.push(gate_and_task::task(input));
    chapters.push(items::sheet(input));
    let has_many = input.record.items.len() > super::MANY_ITEMS;
    chapters.push(if has_many { objective::answers(input) } else { answers::answers(input) });
    chapters.push(decisions::sheet(input));
    chapters.push(closing::use_and_risk(input));
    chapters.extend(comments::comments(input));
    chapters.push(front::decision(input));
    if assessed {
        chapters.push(approval::chapter(input));
    }
    Report {
        head: front::head(input),
        verdict: assessed.then(|| front::verdict(input)),
        chapters: whole::numbered(chapters, lang).collect(),
        ..frame(&Document::Sheet, input)
    }
}
