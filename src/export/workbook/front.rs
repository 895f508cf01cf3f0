//! The first worksheet: what it is, how to fill in the others, and what comes back. It is read on the screen and not printed.

use super::super::ExportInput;
use super::super::carried::{self, CELL_UNITS, NotCarried};
use super::super::entered;
use super::super::report::{Block, Cell, Report, Table};
use super::page::{Across, Keyed, Page, Print, Row, Slot};
use super::text::{cut, sheet_name};
use crate::catalogue::{Procedure, StepId};
use crate::text::{Label as _, marks, procedure as by_procedure, report as report_words, workbook as words};

/// The widths of the columns, in characters.
const WIDTHS: [f64; 5] = [24.0, 30.0, 12.0, 12.0, 8.0];

/// The first worksheet.
pub(super) fn front(report: &Report, input: &ExportInput<'_>) -> Page {
    let lang = input.lang;
    let running = &report.running;
    let mut page = Builder::new(words::front(lang), report.title.clone(), input, false);
    page.across(Across::Notice, &running.draft);
    let named = [input.record.case_name.as_str(), input.record.service.name.as_str(), input.record.agency.name.as_str()];
    let named = named.into_iter().filter(|name| !name.trim().is_empty()).collect::<Vec<_>>();
    page.across(Across::Text, &named.join("　"));
    page.across(Across::Text, &report.subtitle);
    report.notices.iter().for_each(|notice| page.across(Across::Notice, notice));
    page.across(Across::Note, format!("{}　{}", running.identity, running.state).trim_end());
    page.heading(words::how_to(lang));
    for point in words::POINTS {
        page.point(point(lang));
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
    let procedure = input.catalogue.procedure(input.record);
    let named = |step: &StepId| match (step, procedure) {
        // Where there is no such step, the check-list stands here as what it is.
        (StepId::Application, Procedure::AtProcurement) => by_procedure::check_list(procedure, lang),
        (step, _) => step.label(lang),
    };
    let steps: Vec<&str> = steps.iter().map(named).collect();
    page.across(Across::Text, &steps.join(marks::comma(lang)));
    page.heading(words::not_carried(lang));
    NotCarried::ALL.iter().for_each(|what| page.point(what.label(lang)));
    page.done()
}

/// A worksheet of comments, where they go along.
pub(super) fn comments(report: &Report, input: &ExportInput<'_>) -> Option<Page> {
    let title = report_words::comments(input.lang);
    let chapter = report.chapters.iter().find(|chapter| input.along.comments && chapter.title == title)?;
    let mut page = Builder::new(title, title.to_owned(), input, true);
    for block in &chapter.blocks {
        match block {
            Block::Table(table) => page.table(table),
            Block::Paragraph { text } => page.across(Across::Text, text),
            _ => {}
        }
    }
    Some(page.done())
}

struct Builder<'a> {
    input: &'a ExportInput<'a>,
    name: String,
    rows: Vec<Row>,
    is_printed: bool,
}

impl<'a> Builder<'a> {
    fn new(name: &str, title: String, input: &'a ExportInput<'a>, is_printed: bool) -> Self {
        Self { input, name: sheet_name(name), rows: vec![Row::Across(Across::Title, title)], is_printed }
    }

    /// A text across the page, if there is one.
    fn across(&mut self, what: Across, text: &str) {
        if !text.is_empty() {
            self.rows.push(Row::Across(what, cut(text, CELL_UNITS, self.input.lang)));
        }
    }

    fn heading(&mut self, text: &str) {
        self.rows.push(Row::Gap);
        self.across(Across::Heading, text);
    }

    fn point(&mut self, point: &str) {
        self.across(Across::Text, &format!("・{point}"));
    }

    fn slots(&self, cells: &[Cell]) -> Vec<Slot> {
        let said = |cell: &Cell| {
            let said = [cell.text.as_str(), cell.detail.as_str()].into_iter().filter(|text| !text.is_empty());
            cut(&said.collect::<Vec<_>>().join("\n"), CELL_UNITS, self.input.lang)
        };
        cells.iter().map(|cell| Slot::Fixed(said(cell), cell.emphasis)).collect()
    }

    fn header(&mut self, titles: &[&str]) {
        self.rows.push(Row::Header(titles.iter().map(|title| ((*title).to_owned(), Keyed::No)).collect()));
    }

    fn table(&mut self, table: &Table) {
        self.header(&table.columns.iter().map(|column| column.title.as_str()).collect::<Vec<_>>());
        for row in &table.rows {
            self.rows.push(Row::Slots(self.slots(row)));
        }
    }

    fn done(self) -> Page {
        let print = if self.is_printed { Print::Wide } else { Print::Not };
        Page { name: self.name, rows: self.rows, widths: WIDTHS.to_vec(), head: 1, is_upright: false, print }
    }
}
