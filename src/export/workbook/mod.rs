//! 影響度評価シート as an Excel workbook: filled in by a person, and read again by the program.
//!
//! The report decides what stands where. A cell that shows a place of the record can be filled in, and has the name of that
//! place in a hidden cell immediately left of it, so that it is found again wherever it is moved to.

mod draw;
mod guide;
mod heights;
mod marks;
mod page;
mod plan;
mod styles;

pub use marks::{FORMAT, KEY_COLUMN, NEW, NEW_ITEMS, ShownDecision, VERSION, new_item_ids, property};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::carried::NotCarried;
use super::entered;
use super::report::{Fact, Report};
use super::{ExportError, ExportInput, carried};
use crate::catalogue::StepId;
use crate::text::{Label as _, workbook as words};
use page::{Across, Page};
use plan::Builder;

/// Writes the report as a workbook.
///
/// # Errors
/// [`ExportError::Packing`] if a record has more rows than a worksheet; [`ExportError::NoSuchItem`] only if the report is of
/// another record.
pub(super) fn write(report: &Report, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    let mut pages = vec![front(report, input)?];
    pages.extend(plan::pages(report, input)?);
    let drawn = drawn(report, &pages, input).map_err(|error| ExportError::Packing { problem: error.to_string() })?;
    heights::let_go(&drawn).map_err(|error| ExportError::Packing { problem: error.to_string() })
}

fn drawn(report: &Report, pages: &[Page], input: &ExportInput<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    draw::draw(&mut workbook, pages, &report.running, input.lang)?;
    workbook.set_properties(&properties(report, pages, input)?);
    workbook.save_to_buffer()
}

/// The first worksheet: what came out, how to fill in the others, and what comes back.
fn front(report: &Report, input: &ExportInput<'_>) -> Result<Page, ExportError> {
    let lang = input.lang;
    let running = &report.running;
    let mut page = Builder::new(words::front(lang), report.title.clone(), input);
    page.across(Across::Notice, &running.draft);
    page.across(Across::Text, &report.subtitle);
    report.notices.iter().for_each(|notice| page.across(Across::Notice, notice));
    page.across(Across::Note, &format!("{}\n{}", running.identity, running.state));
    page.heading(words::how_to(lang));
    for point in [words::colour, words::choosing, words::writing, words::whole, words::returned, words::as_exported] {
        page.point(point(lang));
    }
    if let Some(verdict) = &report.verdict {
        page.heading(&verdict.label);
        let outcome = Fact::new(verdict.label.as_str(), verdict.outcome.clone());
        let facts: Vec<Fact> = std::iter::once(outcome).chain(verdict.parts.iter().cloned()).collect();
        page.facts(&facts)?;
    }
    page.heading(words::carried(lang));
    let mut steps: Vec<StepId> = entered::entries(input.record, input.catalogue)
        .iter()
        .filter_map(|entry| carried::of(&entry.place(), input.catalogue).ok())
        .chain([StepId::Items])
        .collect();
    steps.retain(|step| *step != StepId::Application || input.catalogue.shows_check_list(input.record));
    steps.sort_unstable();
    steps.dedup();
    let steps: Vec<&str> = steps.iter().map(|step| step.label(lang)).collect();
    page.across(Across::Text, &steps.join(lang.pick("、", ", ")));
    page.heading(words::not_carried(lang));
    NotCarried::ALL.iter().for_each(|what| page.point(what.label(lang)));
    Ok(page.done())
}

fn properties(report: &Report, pages: &[Page], input: &ExportInput<'_>) -> Result<DocProperties, XlsxError> {
    let (pin, today, content) = (input.catalogue.pin(), input.today, input.record.content_digest());
    let number = |part: i8| u8::try_from(part).unwrap_or(1);
    let day = ExcelDateTime::from_ymd(u16::try_from(today.year()).unwrap_or(1900), number(today.month()), number(today.day()))?;
    let answers: usize = pages.iter().map(|page| page.answers().count()).sum();
    let properties = DocProperties::new().set_title(report.title.as_str()).set_creation_datetime(&day);
    let (version, answers) = (VERSION.to_string(), answers.to_string());
    let named = [
        (property::FORMAT, FORMAT),
        (property::VERSION, &version),
        (property::RECORD, input.record.id.as_str()),
        (property::CONTENT, content.as_str()),
        (property::CATALOGUE, pin.id.as_str()),
        (property::CATALOGUE_VERSION, pin.version.as_str()),
        (property::CATALOGUE_DIGEST, pin.digest.as_str()),
        (property::LANG, input.lang.code()),
        (property::ANSWERS, &answers),
    ];
    Ok(named.into_iter().fold(properties, |properties, (name, value)| properties.set_custom_property(name, value)))
}
