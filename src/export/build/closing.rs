//! Chapters on how the service may be used, what stands out, and what comes next.

use super::text_fact;
use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Chapter, Fact};
use crate::judgement::Finding;
use crate::record::{RecordPart, TextField};
use crate::text::{self, Label as _, report as words};

/// 利用条件 and 残るリスク.
pub(super) fn use_and_risk(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let facts = TextField::of(RecordPart::Decisions).map(|field| text_fact(field, input)).collect();
    Chapter::new(words::use_and_risk(lang), vec![Block::Facts { facts }])
}

/// What stands out.
pub(super) fn findings(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let block = if input.judgement.findings.is_empty() {
        Block::paragraph(words::no_findings(lang))
    } else {
        Block::Table(super::findings_table(input))
    };
    Chapter::new(words::findings(lang), vec![block])
}

/// A finding on one line, with what to do about it.
pub(super) fn finding_line(finding: &Finding, input: &ExportInput<'_>) -> String {
    let lang = input.lang;
    let message = text::finding_message(finding, input.record, input.catalogue, lang);
    let place = text::field_name(&finding.field, input.record, input.catalogue, lang);
    words::labelled(finding.severity().label(lang), &words::with_note(&message.what, &place, lang), lang)
}

/// What this document is not, and what is to be done next, by whom.
pub fn next(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let steps = text::next::steps(input.record, input.catalogue, input.judgement, input.today, lang);
    let facts = steps.into_iter().map(|step| Fact::new(step.who, Cell::new(step.what))).collect();
    // The sentence comes first, so that it never stands on a last page of its own.
    let blocks = vec![Block::note(words::not_submitted(lang)), Block::Facts { facts }];
    Chapter::new(words::next(lang), blocks)
}
