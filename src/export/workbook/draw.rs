//! Worksheets as Excel has them: protected but for the cells to be filled in, and set up for print on A4.

use std::collections::BTreeMap;

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, Formula, IgnoreError, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::super::ExportInput;
use super::super::report::Running;
use super::marks::KEY_COLUMN;
use super::page::{Across, Guide, Keyed, Page, Print, Row, Slot, Takes};
use super::sheet::Sheet;
use super::styles::{ANSWER_COLOUR, LINE_HEIGHT, Styles};
use super::text::lines;
use crate::record::HARD_LENGTH;
use crate::text::{Lang, workbook as words};

/// A4 as Excel numbers it.
const A4: u8 = 9;
/// How many cells one rule names at most; Excel reads no list of any length.
const CELLS_OF_A_RULE: usize = 400;
/// The name of the worksheet that holds what can be chosen.
const LISTS: &str = "lists";
/// A row to be signed in holds a signature or a stamp, in points, also where the page is printed small.
pub(super) const SIGN_HEIGHT: f64 = 66.0;
/// The first and the last column of a page that are seen.
type Columns = (u16, u16);

/// What may be entered, and in which cells.
type Rules<'a> = BTreeMap<&'a Guide, Vec<(u32, u16)>>;

/// Draws all worksheets, then the lists to choose from, on a sheet of their own that nobody sees. Tells for each worksheet in
/// which rows the height follows what is typed.
pub(super) fn draw(
    workbook: &mut Workbook,
    sheets: &[Sheet],
    (running, input): (&Running, &ExportInput<'_>),
) -> Result<Vec<Vec<u32>>, XlsxError> {
    let styles = Styles::new();
    workbook.set_default_format(&styles.default, 20, 72)?;
    let mut lists = Lists::default();
    let mut free = Vec::with_capacity(sheets.len());
    for drawn in sheets {
        let sheet = workbook.add_worksheet();
        free.push(match drawn {
            Sheet::Page(page) => draw_page(sheet, page, (running, input), &mut lists, &styles)?,
            Sheet::Grid(grid) => super::grid_draw::draw(sheet, grid, (running, input), &mut lists, &styles)?,
        });
    }
    lists.draw(workbook, &styles)?;
    Ok(free)
}

fn draw_page(
    sheet: &mut Worksheet,
    page: &Page,
    (running, input): (&Running, &ExportInput<'_>),
    lists: &mut Lists,
    styles: &Styles,
) -> Result<Vec<u32>, XlsxError> {
    sheet.set_name(&page.name)?;
    let rules = draw_rows(sheet, page, styles)?;
    for (guide, cells) in rules {
        for cells in cells.chunks(CELLS_OF_A_RULE) {
            add_rule(sheet, guide, cells, lists, input.lang)?;
        }
    }
    set_up_page(sheet, page, running)?;
    let free = page.rows.iter().zip(0_u32..).filter(|(row, _)| matches!(row, Row::Slots(_)));
    Ok(free.map(|(_, number)| number).collect())
}

/// The column of a slot that is seen. The hidden one with its key is immediately left of it.
fn seen(slot: usize) -> Result<u16, XlsxError> {
    u16::try_from(slot * 2 + 1).map_err(|_| XlsxError::RowColumnLimitError)
}

fn columns(page: &Page) -> Result<Columns, XlsxError> {
    Ok((seen(0)?, seen(page.widths.len().saturating_sub(1))?))
}

/// Writes the rows, and tells the rules of the cells to be filled in.
fn draw_rows<'a>(sheet: &mut Worksheet, page: &'a Page, styles: &Styles) -> Result<Rules<'a>, XlsxError> {
    let mut rules = Rules::new();
    for (row, number) in page.rows.iter().zip(0_u32..) {
        match row {
            Row::Gap => {}
            Row::Across(what, text) => draw_across(sheet, number, (*what, text), page, styles)?,
            Row::Header(titles) => {
                for (slot, (title, keyed)) in titles.iter().enumerate() {
                    sheet.write_string_with_format(number, seen(slot)?, title, &styles.header)?;
                    if *keyed == Keyed::Yes {
                        sheet.write_string_with_format(number, seen(slot)? - 1, KEY_COLUMN, &styles.key)?;
                    }
                }
            }
            Row::Slots(slots) => {
                sheet.set_row_height(number, LINE_HEIGHT * page.lines(slots) + 2.0)?;
                draw_slots(sheet, number, slots, styles, &mut rules)?;
            }
            Row::Sign(slots) => {
                sheet.set_row_height(number, (LINE_HEIGHT * page.lines(slots)).max(SIGN_HEIGHT))?;
                draw_slots(sheet, number, slots, styles, &mut rules)?;
            }
        }
    }
    Ok(rules)
}

fn draw_slots<'a>(
    sheet: &mut Worksheet,
    number: u32,
    slots: &'a [Slot],
    styles: &Styles,
    rules: &mut Rules<'a>,
) -> Result<(), XlsxError> {
    for (slot, cell) in slots.iter().enumerate() {
        let column = seen(slot)?;
        let (text, format) = match cell {
            Slot::Empty => continue,
            Slot::Heading(text) => (text, &styles.section),
            Slot::Fixed(text, emphasis) => (text, styles.fixed(*emphasis)),
            Slot::Answer(answer) => {
                sheet.write_string_with_format(number, column - 1, &answer.key, &styles.key)?;
                rules.entry(&answer.guide).or_default().push((number, column));
                (&answer.text, styles.answer_in(false, false))
            }
        };
        if text.is_empty() {
            sheet.write_blank(number, column, format)?;
        } else {
            sheet.write_string_with_format(number, column, text, format)?;
        }
    }
    Ok(())
}

/// A text across all slots, in a row that is high enough: the height of merged cells is not set by itself.
fn draw_across(
    sheet: &mut Worksheet,
    row: u32,
    (what, text): (Across, &str),
    page: &Page,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let (first, last) = columns(page)?;
    let format = styles.across(what);
    if first == last {
        sheet.write_string_with_format(row, first, text, format)?;
    } else {
        sheet.merge_range(row, first, row, last, text, format)?;
    }
    let size = if what == Across::Title { 1.4 } else { 1.0 };
    sheet.set_row_height(row, LINE_HEIGHT * size * lines(text, page.widths.iter().sum::<f64>() / size))?;
    Ok(())
}

/// Says for some cells what may be entered.
fn add_rule(sheet: &mut Worksheet, guide: &Guide, cells: &[(u32, u16)], lists: &mut Lists, lang: Lang) -> Result<(), XlsxError> {
    let Some((row, column)) = cells.first().copied() else { return Ok(()) };
    let rule = rule(guide, lists, lang)?;
    let named: Vec<String> = cells.iter().map(|(row, column)| row_col_to_cell(*row, *column)).collect();
    sheet.add_data_validation(row, column, row, column, &rule.set_multi_range(named.join(" ")))?;
    Ok(())
}

/// What may be entered, and what is said when a cell is selected.
pub(super) fn rule(guide: &Guide, lists: &mut Lists, lang: Lang) -> Result<DataValidation, XlsxError> {
    let rule = DataValidation::new();
    let rule = match &guide.takes {
        Takes::Text => {
            let longest = u32::try_from(HARD_LENGTH).unwrap_or(u32::MAX);
            let rule = rule.allow_text_length(DataValidationRule::LessThanOrEqualTo(longest));
            rule.set_error_message(words::error_text(lang))?
        }
        Takes::OneOf(words_of_list) => {
            let list = Formula::new(format!("={}", lists.name(words_of_list)));
            rule.allow_list_formula(list).set_error_message(words::error_pick(lang))?
        }
    };
    let rule = rule.set_error_title(words::error_title(lang))?;
    let rule = if guide.message.is_empty() {
        rule
    } else {
        rule.set_input_title(guide.title.as_str())?.set_input_message(guide.message.as_str())?
    };
    Ok(rule)
}

/// What every worksheet is set up to: paper, head and foot, and that only answers can be changed.
pub(super) fn set_up(sheet: &mut Worksheet, running: &Running) {
    let unlocked = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
    sheet.protect_with_options(&unlocked).set_paper_size(A4);
    let plain = |text: &str| text.replace('&', "&&");
    let right = [running.draft.as_str(), running.state.as_str()].into_iter().filter(|text| !text.is_empty());
    let right = plain(&right.collect::<Vec<_>>().join("　"));
    sheet.set_header(format!("&L{}&R{right}", plain(&running.identity)));
    sheet.set_footer(format!("&L{}&R&P / &N", plain(&running.notice)));
}

fn set_up_page(sheet: &mut Worksheet, page: &Page, running: &Running) -> Result<(), XlsxError> {
    let (first, last) = columns(page)?;
    for (slot, width) in page.widths.iter().enumerate() {
        sheet.set_column_width(seen(slot)?, *width)?;
        sheet.set_column_hidden(seen(slot)? - 1)?;
    }
    let rows = u32::try_from(page.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    let bottom = rows.saturating_sub(1);
    sheet.ignore_error_range(0, first, bottom, last, IgnoreError::NumberStoredAsText)?;
    sheet.set_freeze_panes(page.head, 0)?;
    if page.answers().next().is_some() {
        sheet.set_tab_color(ANSWER_COLOUR);
    }
    set_up(sheet, running);
    sheet.set_print_fit_to_pages(1, u16::from(page.print == Print::One)).set_margins(0.5, 0.5, 0.6, 0.6, 0.25, 0.25);
    if page.is_upright {
        sheet.set_portrait();
    } else {
        sheet.set_landscape();
    }
    sheet.set_repeat_rows(0, page.head.saturating_sub(1))?;
    if page.print == Print::Not {
        // A hidden column in which nothing stands.
        sheet.set_print_area(0, 0, 0, 0)?;
    } else {
        sheet.set_print_area(0, first, bottom, last)?;
    }
    Ok(())
}

/// What can be chosen: a column for each list, with a name by which the rules of cells call it.
#[derive(Default)]
pub(super) struct Lists(Vec<Vec<String>>);

impl Lists {
    fn name(&mut self, wanted: &[String]) -> String {
        let index = self.0.iter().position(|list| list == wanted).unwrap_or_else(|| {
            self.0.push(wanted.to_vec());
            self.0.len() - 1
        });
        name_of_list(index)
    }

    fn draw(self, workbook: &mut Workbook, styles: &Styles) -> Result<(), XlsxError> {
        let sheet = workbook.add_worksheet();
        sheet.set_name(LISTS)?.set_very_hidden(true).protect();
        let mut names = Vec::with_capacity(self.0.len());
        for ((list, column), index) in self.0.iter().zip(0_u16..).zip(0..) {
            for (word, row) in list.iter().zip(0_u32..) {
                sheet.write_string_with_format(row, column, word, &styles.key)?;
            }
            let last = u32::try_from(list.len()).map_err(|_| XlsxError::RowColumnLimitError)?.saturating_sub(1);
            let range = rust_xlsxwriter::utility::cell_range_absolute(0, column, last, column);
            names.push((name_of_list(index), format!("={LISTS}!{range}")));
        }
        for (name, range) in names {
            workbook.define_name(name, &range)?;
        }
        Ok(())
    }
}

fn name_of_list(index: usize) -> String {
    format!("liu_list_{}", index + 1)
}
