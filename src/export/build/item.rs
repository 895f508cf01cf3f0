//! The extract for one information item, on one page.

use super::items::{heading, table};
use super::{answers, decisions, frame, front, text_or_blank};
use crate::export::report::{Block, Cell, Chapter, Emphasis, Fact, Report};
use crate::export::{Document, ExportError, ExportInput};
use crate::record::{ItemId, TextField};
use crate::text::{Label as _, approval, marks, report as words};

/// What was entered about the item, the decisions on it, and its answers.
pub(super) fn report(id: &ItemId, input: &ExportInput<'_>) -> Result<Report, ExportError> {
    let found = input.record.items.iter().enumerate().find(|(_, item)| item.id == *id).zip(input.judgement.item(id));
    let Some(((index, item), judged)) = found else { return Err(ExportError::NoSuchItem { item: id.to_string() }) };
    let lang = input.lang;
    let chapters = vec![
        Chapter::new(words::items(lang), vec![Block::Table(table(std::iter::once((index, item)), input))]),
        Chapter::new(words::decisions(lang), vec![Block::Table(decisions::of_item(item, input))]),
        Chapter::new(words::answers(lang), answers::answers_of(item, judged, input).collect()),
    ];
    let record = input.record;
    let state = approval::standing(record, input.today, lang);
    let outcome = format!("{}{}{state}", input.judgement.outcome.label(lang), marks::between_results(lang));
    let case = words::case_and_service(record.case_name.as_str(), record.service.name.as_str(), lang);
    let cover = vec![
        Fact::new(words::case(lang), text_or_blank(&case, TextField::ServiceName, input)),
        Fact::new(words::agency(lang), text_or_blank(&front::agency_name(input), TextField::AgencyName, input)),
        Fact::new(words::outcome(lang), Cell::with(outcome, Emphasis::Strong)),
    ];
    Ok(Report {
        subtitle: heading(index, item, lang),
        cover,
        chapters,
        compact: true,
        ..frame(&Document::Item(id.clone()), input)
    })
}
