//! The worksheet of the items as Excel has it: names and heads stay in view, what does not apply turns grey, and a page holds
//! one objective or two.

use std::ops::RangeInclusive;

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{ConditionalFormatFormula, Formula, IgnoreError, Worksheet, XlsxError};

use super::super::ExportInput;
use super::super::report::{Emphasis, Running};
use super::draw::{self, Lists};
use super::grid::{Grid, GridCell, HEAD_COLUMNS, What};
use super::marks::{KEY_COLUMN, TABLE_CORNER};
use super::page::Takes;
use super::styles::{ANSWER_COLOUR, LINE_HEIGHT, Styles};
use super::text::lines;
use crate::catalogue::{Effect, NotApplicableWhen, Question};
use crate::record::{Answer, ConfidentialityGrade, ItemField, Objective, PersonCount};
use crate::text::{Label as _, report as report_words, workbook as words};

/// The rows above the items: the hidden one with the keys of the columns, title, band, heads.
const KEYS: u32 = 0;
const TITLE: u32 = 1;
const BAND: u32 = 2;
const HEADS: u32 = 3;
const FIRST: u32 = 4;
/// How many columns are printed at the left of every page: number and name.
const REPEATED: usize = 2;
/// The width of an A4 page on its side between its margins, in points, and how much of it is used: widths of columns are
/// counted in digits of a font that another machine may not have.
const PAGE_WIDTH: f64 = 784.0;
const USED: f64 = 0.98;
/// The width of a digit of the font of the workbook, in points: 0.76 of its size.
const DIGIT: f64 = 7.6;
/// The least and the greatest scale of print, in per cent.
const SCALES: RangeInclusive<u16> = 40..=90;

/// Where things are on the worksheet.
struct Places<'a> {
    grid: &'a Grid,
    input: &'a ExportInput<'a>,
    /// The column of each column of the table. That of the rows' keys is left of all.
    at: Vec<u16>,
}

/// Draws the worksheet. Tells the rows whose height follows what is typed.
pub(super) fn draw(
    sheet: &mut Worksheet,
    grid: &Grid,
    (running, input): (&Running, &ExportInput<'_>),
    lists: &mut Lists,
    styles: &Styles,
) -> Result<Vec<u32>, XlsxError> {
    let places = Places::new(grid, input)?;
    sheet.set_name(words::items_sheet(input.lang))?;
    places.write_heads(sheet, styles)?;
    let free = places.write_rows(sheet, styles)?;
    places.add_rules(sheet, lists)?;
    places.add_formats(sheet, styles)?;
    places.set_up(sheet, running)?;
    Ok(free)
}

impl<'a> Places<'a> {
    fn new(grid: &'a Grid, input: &'a ExportInput<'a>) -> Result<Self, XlsxError> {
        let (mut at, mut next) = (Vec::with_capacity(grid.columns.len()), 1_u16);
        for column in &grid.columns {
            // The hidden key of a decision stands immediately left of it.
            next = next.checked_add(u16::from(matches!(column.what, What::Decision(_)))).ok_or(XlsxError::RowColumnLimitError)?;
            at.push(next);
            next = next.checked_add(1).ok_or(XlsxError::RowColumnLimitError)?;
        }
        Ok(Self { grid, input, at })
    }

    fn columns(&self) -> impl Iterator<Item = (u16, &'a super::grid::Column)> {
        self.at.iter().copied().zip(&self.grid.columns)
    }

    fn last_column(&self) -> u16 {
        self.at.last().copied().unwrap_or(1)
    }

    fn last_row(&self) -> Result<u32, XlsxError> {
        let rows = u32::try_from(self.grid.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
        Ok(FIRST + rows.saturating_sub(1))
    }

    fn write_heads(&self, sheet: &mut Worksheet, styles: &Styles) -> Result<(), XlsxError> {
        let lang = self.input.lang;
        sheet.write_string_with_format(KEYS, 0, TABLE_CORNER, &styles.key)?;
        sheet.set_column_hidden(0)?;
        sheet.set_row_hidden(KEYS)?;
        let mut height: f64 = 1.0;
        for (at, column) in self.columns() {
            sheet.set_column_width(at, column.width)?;
            let key = column.what.key();
            if !key.is_empty() {
                sheet.write_string_with_format(KEYS, at, &key, &styles.key)?;
            }
            if matches!(column.what, What::Decision(_)) {
                sheet.write_string_with_format(KEYS, at - 1, KEY_COLUMN, &styles.key)?;
                sheet.set_column_hidden(at - 1)?;
            }
            sheet.write_blank(BAND, at, &styles.band)?;
            if column.id.is_empty() {
                sheet.write_string_with_format(HEADS, at, &column.title, &styles.header)?;
                height = height.max(lines(&column.title, column.width));
            } else {
                let title = format!("\n{}", column.title);
                let parts = [(&styles.small, column.id.as_str()), (&styles.header, title.as_str())];
                sheet.write_rich_string_with_format(HEADS, at, &parts, &styles.header)?;
                height = height.max(1.0 + lines(&column.title, column.width));
            }
        }
        sheet.set_row_height(HEADS, LINE_HEIGHT * height + 4.0)?;
        let first = self.at.first().copied().unwrap_or(1);
        sheet.write_string_with_format(TITLE, first, words::items_sheet(lang), &styles.title)?;
        sheet.set_row_height(TITLE, LINE_HEIGHT * 1.6)?;
        let mut before = None;
        for (index, (at, column)) in self.columns().enumerate() {
            let section = column.what.objective(self.input);
            if index == 0 || index == HEAD_COLUMNS || section != before {
                let title = match section {
                    _ if index == 0 => report_words::items(lang).to_owned(),
                    None => words::attributes(lang).to_owned(),
                    Some(objective) => words::objective(objective, lang),
                };
                sheet.write_string_with_format(BAND, at, title, &styles.band)?;
            }
            if index == HEAD_COLUMNS {
                sheet.write_string_with_format(TITLE, at, words::items_lead(lang), &styles.lead)?;
            }
            before = section;
        }
        Ok(())
    }

    fn write_rows(&self, sheet: &mut Worksheet, styles: &Styles) -> Result<Vec<u32>, XlsxError> {
        let mut free = Vec::with_capacity(self.grid.rows.len());
        for (row, number) in self.grid.rows.iter().zip(FIRST..) {
            sheet.write_string_with_format(number, 0, &row.key, &styles.key)?;
            let mut height: f64 = 1.0;
            for ((at, column), cell) in self.columns().zip(&row.cells) {
                if let What::Decision(objective) = &column.what {
                    sheet.write_string_with_format(number, at - 1, &row.decisions[*objective], &styles.key)?;
                }
                match cell {
                    GridCell::Fixed(text, _) if text.is_empty() => {
                        sheet.write_blank(number, at, styles.fixed(Emphasis::Plain))?;
                    }
                    GridCell::Fixed(text, emphasis) => {
                        height = height.max(lines(text, column.width));
                        sheet.write_string_with_format(number, at, text, styles.fixed(*emphasis))?;
                    }
                    GridCell::Answer(text) => {
                        height = height.max(lines(text, column.width));
                        let is_picked = column.guide.as_ref().is_some_and(|guide| matches!(guide.takes, Takes::OneOf(_)));
                        let is_name = column.what == What::Attribute(ItemField::Name);
                        let format = styles.answer_in(is_picked, row.is_new && !is_name);
                        if text.is_empty() {
                            sheet.write_blank(number, at, format)?;
                        } else {
                            sheet.write_string_with_format(number, at, text, format)?;
                        }
                    }
                    GridCell::Remaining(left) => {
                        // An empty result would be written as zero.
                        let result = if row.is_new { " ".to_owned() } else { left.to_string() };
                        let formula = Formula::new(self.remaining(number + 1, row.is_new)).set_result(result);
                        sheet.write_formula_with_format(number, at, formula, &styles.number)?;
                    }
                }
            }
            sheet.set_row_height(number, LINE_HEIGHT * height + 3.0)?;
            free.push(number);
        }
        Ok(free)
    }

    /// A cell of a row, as a formula that is copied down calls it.
    fn cell(&self, wanted: &What, row: u32) -> Option<String> {
        let (at, _) = self.columns().find(|(_, column)| column.what == *wanted)?;
        Some(format!("${}{row}", column_number_to_name(at)))
    }

    fn is(&self, wanted: &What, row: u32, word: &str) -> Option<String> {
        Some(format!("{}=\"{}\"", self.cell(wanted, row)?, word.replace('"', "\"\"")))
    }

    /// When a question does not apply to the item of a row.
    fn not_applicable(&self, question: &Question, row: u32) -> Option<String> {
        let lang = self.input.lang;
        let attribute = |part, word: &str| self.is(&What::Attribute(part), row, word);
        let mut when: Vec<String> = question
            .not_applicable_when
            .iter()
            .filter_map(|when| match when {
                NotApplicableWhen::NoPersonalData => attribute(ItemField::PersonCount, PersonCount::None.label(lang)),
                NotApplicableWhen::ConfidentialityOne => {
                    attribute(ItemField::ConfidentialityGrade, ConfidentialityGrade::One.label(lang))
                }
            })
            .collect();
        if let Effect::Mitigate(named) = &question.effect {
            let raises: Vec<String> = named.iter().flat_map(|id| self.raises(id, row)).collect();
            when.push(format!("NOT({})", any(&raises).unwrap_or_else(|| "FALSE".to_owned())));
        }
        any(&when)
    }

    /// The answers with which a question raises a proposal.
    fn raises(&self, id: &crate::record::QuestionId, row: u32) -> Vec<String> {
        let Some(question) = self.input.catalogue.question(id) else { return Vec::new() };
        let says =
            |answer: &Answer| self.is(&What::Answer(id.clone()), row, &crate::text::answer(answer, question, self.input.lang));
        match &question.effect {
            Effect::Options(options) => {
                let raising = options.iter().filter(|option| option.raise.is_some());
                raising.filter_map(|option| says(&Answer::Choice(option.id.clone()))).collect()
            }
            _ => says(&Answer::Yes).into_iter().collect(),
        }
    }

    /// How much of a row is left to be filled in, as long as somebody fills it in.
    fn remaining(&self, row: u32, is_new: bool) -> String {
        let lang = self.input.lang;
        let (unknown, not_applicable) = (Answer::Unknown.label(lang), report_words::not_applicable(lang));
        let mut terms = Vec::new();
        for (_, column) in self.columns() {
            let Some(cell) = self.cell(&column.what, row) else { continue };
            let open = |words: &[&str]| {
                let each = words.iter().map(|word| format!("({cell}=\"{word}\")"));
                each.collect::<Vec<_>>().join("+")
            };
            let asked = |question: &Question, open: String| match self.not_applicable(question, row) {
                Some(when) => format!("IF({when},0,{open})"),
                None => open,
            };
            match &column.what {
                What::Attribute(ItemField::ConfidentialityGrade) | What::Decision(_) => terms.push(open(&[""])),
                What::Attribute(part) => {
                    if let Some(question) = super::guide::derived_from(*part, self.input) {
                        terms.push(asked(question, open(&["", unknown])));
                    }
                }
                What::Answer(id) => {
                    let question = self.input.catalogue.question(id);
                    if let Some(question) = question.filter(|question| !matches!(question.effect, Effect::Mitigate(_))) {
                        terms.push(asked(question, open(&["", unknown, not_applicable])));
                    }
                }
                What::Number | What::Remaining | What::Proposal(_) | What::Reason(_) => {}
            }
        }
        let sum = terms.join("+");
        match self.cell(&What::Attribute(ItemField::Name), row) {
            Some(name) if is_new => format!("=IF({name}=\"\",\"\",{sum})"),
            _ => format!("={sum}"),
        }
    }

    fn add_rules(&self, sheet: &mut Worksheet, lists: &mut Lists) -> Result<(), XlsxError> {
        let last = self.last_row()?;
        for (at, column) in self.columns() {
            if let Some(guide) = &column.guide {
                let rule = draw::rule(guide, lists, self.input.lang)?;
                sheet.add_data_validation(FIRST, at, last, at, &rule)?;
            }
        }
        Ok(())
    }

    /// Grey where a question does not apply; blue once there is a name; an unknown answer stands out.
    fn add_formats(&self, sheet: &mut Worksheet, styles: &Styles) -> Result<(), XlsxError> {
        let (last, first) = (self.last_row()?, FIRST + 1);
        let lang = self.input.lang;
        for (at, column) in self.columns() {
            let question = if let What::Answer(id) = &column.what { self.input.catalogue.question(id) } else { None };
            if let Some(when) = question.and_then(|question| self.not_applicable(question, first)) {
                let grey = ConditionalFormatFormula::new().set_rule(format!("={when}").as_str()).set_format(&styles.grey);
                sheet.add_conditional_format(FIRST, at, last, at, &grey.set_stop_if_true(true))?;
            }
            if let Some(unknown) = question.and_then(|_| self.is(&column.what, first, Answer::Unknown.label(lang))) {
                let unknown = ConditionalFormatFormula::new().set_rule(format!("={unknown}").as_str());
                sheet.add_conditional_format(FIRST, at, last, at, &unknown.set_format(&styles.unknown))?;
            }
        }
        let new = u32::try_from(self.grid.rows.iter().filter(|row| !row.is_new).count()).unwrap_or(0) + FIRST;
        if let Some(name) = self.cell(&What::Attribute(ItemField::Name), new + 1).filter(|_| new <= last) {
            let named = ConditionalFormatFormula::new().set_rule(format!("={name}<>\"\"").as_str()).set_format(&styles.named);
            for (at, column) in self.columns().filter(|(_, column)| column.guide.is_some()) {
                if column.what != What::Attribute(ItemField::Name) {
                    sheet.add_conditional_format(new, at, last, at, &named)?;
                }
            }
        }
        Ok(())
    }

    fn set_up(&self, sheet: &mut Worksheet, running: &Running) -> Result<(), XlsxError> {
        let (first, last, bottom) = (self.at.first().copied().unwrap_or(1), self.last_column(), self.last_row()?);
        let repeated = self.at.get(REPEATED - 1).copied().unwrap_or(first);
        let in_view = self.at.get(HEAD_COLUMNS - 1).copied().unwrap_or(first);
        sheet.ignore_error_range(0, first, bottom, last, IgnoreError::NumberStoredAsText)?;
        sheet.set_freeze_panes(FIRST, in_view + 1)?;
        sheet.set_tab_color(ANSWER_COLOUR);
        draw::set_up(sheet, running);
        sheet.set_landscape().set_margins(0.4, 0.4, 0.6, 0.6, 0.25, 0.25);
        sheet.set_repeat_rows(BAND, HEADS)?.set_repeat_columns(first, repeated)?;
        sheet.set_print_area(TITLE, first, bottom, last)?;
        sheet.set_print_scale(self.scale()).set_vertical_page_breaks(&self.breaks())?;
        Ok(())
    }

    /// The pages, from left to right: the attributes; confidentiality; integrity and availability, together where there are many items.
    fn pages(&self) -> Vec<Vec<usize>> {
        let mut pages: Vec<Vec<usize>> = vec![Vec::new(); 4];
        for (index, column) in self.grid.columns.iter().enumerate().skip(REPEATED) {
            let page = match column.what.objective(self.input) {
                None => 0,
                Some(Objective::Confidentiality) => 1,
                Some(Objective::Integrity) => 2,
                Some(Objective::Availability) => {
                    if self.grid.is_dense {
                        2
                    } else {
                        3
                    }
                }
            };
            if let Some(page) = pages.get_mut(page) {
                page.push(index);
            }
        }
        pages.retain(|page| !page.is_empty());
        pages
    }

    /// The columns before which a page begins. The hidden key of a decision stays on the page before.
    fn breaks(&self) -> Vec<u32> {
        let firsts = self.pages().into_iter().skip(1).filter_map(|page| page.first().copied());
        firsts.filter_map(|index| self.at.get(index).copied().map(u32::from)).collect()
    }

    /// The scale at which the widest page fits.
    fn scale(&self) -> u16 {
        let points = |index: usize| self.grid.columns.get(index).map_or(0.0, |column| (column.width + 0.7) * DIGIT);
        let repeated: f64 = (0..REPEATED).map(points).sum();
        let widest = self.pages().into_iter().map(|page| page.into_iter().map(points).sum::<f64>()).fold(1.0, f64::max);
        let fits = |scale: &u16| (repeated + widest) * f64::from(*scale) / 100.0 <= PAGE_WIDTH * USED;
        SCALES.rev().find(fits).unwrap_or(*SCALES.start())
    }
}

/// One of these holds.
fn any(conditions: &[String]) -> Option<String> {
    match conditions {
        [] => None,
        [one] => Some(one.clone()),
        several => Some(format!("OR({})", several.join(","))),
    }
}

#[cfg(test)]
mod tests {
    use super::any;

    #[test]
    fn conditions_are_joined_only_where_there_are_several() {
        assert_eq!(any(&[]), None);
        assert_eq!(any(&["A=1".to_owned()]), Some("A=1".to_owned()));
        assert_eq!(any(&["A=1".to_owned(), "B=2".to_owned()]), Some("OR(A=1,B=2)".to_owned()));
    }
}
