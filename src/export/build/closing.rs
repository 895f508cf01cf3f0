//! Chapters on why the outcome is so, how the service may be used, what stands out, and what comes next.

use super::{filled, profile};
use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Chapter, Emphasis, Table};
use crate::judgement::Severity;
use crate::text::{self, Label as _, report as words};

/// Why the outcome is so, in sentences.
pub(super) fn why(input: &ExportInput<'_>) -> Chapter {
    let paragraphs = text::explain(input.record, input.catalogue, input.judgement, input.lang);
    let blocks = paragraphs.into_iter().map(Block::paragraph).collect();
    Chapter { title: words::why(input.lang).to_owned(), blocks }
}

/// 利用条件 and 残るリスク.
pub(super) fn use_and_risk(input: &ExportInput<'_>) -> Chapter {
    use crate::record::TextField;
    let (lang, record) = (input.lang, input.record);
    let blocks = vec![
        Block::heading(TextField::ConditionsOfUse.label(lang)),
        Block::paragraph(filled(&record.conditions_of_use, lang).text),
        Block::heading(TextField::ResidualRisk.label(lang)),
        Block::paragraph(filled(&record.residual_risk, lang).text),
    ];
    Chapter { title: words::use_and_risk(lang).to_owned(), blocks }
}

/// What stands out.
pub(super) fn findings(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let title = words::findings(lang).to_owned();
    if input.judgement.findings.is_empty() {
        return Chapter { title, blocks: vec![Block::paragraph(words::no_findings(lang))] };
    }
    let columns =
        [(words::severity(lang), 2), (words::finding(lang), 7), (words::place_of_finding(lang), 4), (words::action(lang), 6)];
    let mut table = Table::new("", &columns);
    for finding in &input.judgement.findings {
        let message = text::finding_message(finding, input.record, input.catalogue, lang);
        let severity = finding.severity();
        let emphasis = match severity {
            Severity::Error => Emphasis::Bad,
            Severity::Warning => Emphasis::Strong,
            Severity::Note => Emphasis::Plain,
        };
        table.rows.push(vec![
            Cell::with(severity.label(lang), emphasis),
            Cell::new(message.what).detail(finding.kind.id()),
            Cell::new(text::field_name(&finding.field, input.record, input.catalogue, lang)),
            Cell::new(message.action),
        ]);
    }
    Chapter { title, blocks: vec![Block::Table(table)] }
}

/// What this document is not, and what comes after it.
pub(super) fn next(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let mut blocks = vec![Block::Notice { text: words::not_submitted(lang).to_owned() }];
    if let Some(profile) = profile(input) {
        let text = profile.wording.what_comes_next.text(lang);
        // Most profiles begin with the sentence that stands above already.
        blocks.push(Block::paragraph(text.strip_prefix(words::not_submitted(lang)).unwrap_or(text).trim_start()));
    }
    Chapter { title: words::next(lang).to_owned(), blocks }
}
