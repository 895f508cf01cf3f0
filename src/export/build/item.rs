//! The extract for one information item, on one page.

use super::items::{facts, heading};
use super::{answers, decisions, frame};
use crate::export::report::{Block, Chapter, Report};
use crate::export::{Document, ExportError, ExportInput};
use crate::record::ItemId;
use crate::text::report as words;

/// What was entered about the item, the decisions on it, and its answers.
pub(super) fn report(id: &ItemId, input: &ExportInput<'_>) -> Result<Report, ExportError> {
    let found = input.record.items.iter().enumerate().find(|(_, item)| item.id == *id).zip(input.judgement.item(id));
    let Some(((index, item), judged)) = found else { return Err(ExportError::NoSuchItem { item: id.to_string() }) };
    let lang = input.lang;
    let chapters = vec![
        Chapter::new(words::items(lang), vec![Block::Facts { facts: facts(item, lang) }]),
        Chapter::new(words::decisions(lang), vec![Block::Table(decisions::of_item(item, input))]),
        Chapter::new(words::answers(lang), answers::answers_of(item, judged, input).collect()),
    ];
    Ok(Report { subtitle: heading(index, item, lang), chapters, compact: true, ..frame(&Document::Item(id.clone()), input) })
}
