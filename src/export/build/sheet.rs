//! 影響度評価シート: the provider's part and the agency's part apart from each other. What a workbook lets a person enter is its cells.

use super::{answers, closing, comments, decisions, gate_and_task, items, parts};
use super::{frame, has_assessment, verdict};
use crate::export::report::{Block, Chapter, Report};
use crate::export::{Document, ExportInput};
use crate::record::TextField;
use crate::text::report as words;

/// Both parts, whoever has filled in what.
pub(super) fn report(input: &ExportInput<'_>) -> Report {
    let lang = input.lang;
    let mut chapters = vec![case(input).begins(words::part_record(lang)), parts::this_record(input)];
    chapters.push(parts::service(input).begins(words::part_provider(lang)));
    chapters.push(parts::request(input));
    chapters.extend(input.catalogue.shows_check_list(input.record).then(|| parts::check_list(input)));
    chapters.push(parts::agency(input).begins(words::part_agency(lang)));
    chapters.push(gate_and_task::gate(input));
    chapters.push(gate_and_task::task(input));
    chapters.push(items::sheet(input));
    chapters.push(answers::answers(input));
    chapters.push(decisions::sheet(input));
    chapters.push(closing::use_and_risk(input));
    chapters.extend(comments::comments(input));
    chapters.push(parts::sign_off(input));
    Report { verdict: has_assessment(input).then(|| verdict(input)), chapters, ..frame(&Document::Sheet, input) }
}

fn case(input: &ExportInput<'_>) -> Chapter {
    let mut facts = vec![super::text_fact(TextField::CaseName, &input.record.case_name, input.lang)];
    facts.extend(parts::paper(input));
    Chapter::new(words::case(input.lang), vec![Block::Facts { facts }])
}
