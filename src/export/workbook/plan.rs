//! From the report to worksheets: each chapter becomes one, and what shows a place of the record can be filled in.

use super::super::carried::{self, CELL_UNITS, NotCarried};
use super::super::entered;
use super::super::report::{Block, Cell, Chapter, Column, Emphasis, Entry, Fact, Report, Table};
use super::super::{ExportError, ExportInput};
use super::guide::guide;
use super::marks::{NEW, ShownDecision, new_item_ids};
use super::page::{Across, Answer, Keyed, Page, Row, Slot};
use crate::record::{Edit, Field, ItemField, NewItem, Record};
use crate::text::{Label as _, Lang, report as report_words, workbook as words};

/// The width of a page in characters, shared out among its slots: upright, and on its side.
const UPRIGHT_WIDTH: f64 = 92.0;
const SIDEWAYS_WIDTH: f64 = 136.0;
/// With more slots than this a page lies on its side.
const UPRIGHT_SLOTS: usize = 3;
/// A column in which texts are entered is no narrower than this.
const TEXT_WIDTH: f64 = 36.0;
/// The share of the width that remarks take.
const REMARK_SHARE: u8 = 3;
/// The longest name of a worksheet, in UTF-16 code units.
const NAME_UNITS: usize = 31;

/// The worksheets of a report, without the first.
pub(super) fn pages(report: &Report, input: &ExportInput<'_>) -> Result<Vec<Page>, ExportError> {
    let mut part = "";
    let mut pages = Vec::with_capacity(report.chapters.len());
    for (index, chapter) in report.chapters.iter().enumerate() {
        if !chapter.part.is_empty() {
            part = &chapter.part;
        }
        let (number, running, title) = (index + 1, &report.running, chapter.heading());
        let mut page = Builder::new(&format!("{number} {}", chapter.title), title, input);
        let below = [part, running.draft.as_str()].into_iter().filter(|text| !text.is_empty());
        page.across(Across::Note, &below.collect::<Vec<_>>().join("　"));
        page.chapter(chapter)?;
        pages.push(page.done());
    }
    Ok(pages)
}

/// Builds one worksheet.
pub(super) struct Builder<'a> {
    input: &'a ExportInput<'a>,
    name: String,
    rows: Vec<Row>,
    /// The shares of the widest table so far.
    shares: Vec<u8>,
    /// The slots in which texts are entered.
    texts: Vec<bool>,
    head: usize,
}

impl<'a> Builder<'a> {
    /// A worksheet with nothing but its title.
    pub(super) fn new(name: &str, title: String, input: &'a ExportInput<'a>) -> Self {
        let rows = vec![Row::Across(Across::Title, title)];
        Self { input, name: sheet_name(name), rows, shares: Vec::new(), texts: Vec::new(), head: 1 }
    }

    /// A text across the page, if there is one.
    pub(super) fn across(&mut self, what: Across, text: &str) {
        if !text.is_empty() {
            self.rows.push(Row::Across(what, cut(text, CELL_UNITS, self.input.lang)));
        }
    }

    /// Something new, apart from what stands above.
    pub(super) fn heading(&mut self, text: &str) {
        self.rows.push(Row::Gap);
        self.across(Across::Heading, text);
    }

    fn chapter(&mut self, chapter: &Chapter) -> Result<(), ExportError> {
        self.head = self.rows.len();
        for block in &chapter.blocks {
            match block {
                Block::Heading { text } => self.heading(text),
                Block::Paragraph { text } => self.across(Across::Text, text),
                Block::Note { text } => self.across(Across::Note, text),
                Block::Notice { text } => self.across(Across::Notice, text),
                Block::List { points } => points.iter().for_each(|point| self.point(point)),
                Block::Facts { facts } => self.facts(facts)?,
                Block::Table(table) => self.named_table(table)?,
                Block::Picture(picture) => {
                    self.across(Across::Note, &picture.legend);
                    self.named_table(&picture.table())?;
                }
            }
        }
        if chapter.title == report_words::items(self.input.lang) { self.new_items() } else { Ok(()) }
    }

    /// A table whose cells are named by their columns.
    fn named_table(&mut self, table: &Table) -> Result<(), ExportError> {
        self.across(Across::Heading, &table.title);
        let rows: Vec<Vec<Named<'_>>> = table
            .rows
            .iter()
            .map(|row| row.iter().zip(&table.columns).map(|(cell, column)| (cell, column.title.as_str())).collect())
            .collect();
        self.table(self.input.record, &table.columns, &rows)
    }

    /// A point of a list.
    pub(super) fn point(&mut self, point: &str) {
        self.across(Across::Text, &format!("・{point}"));
    }

    /// Labels with their values, as a table of two columns.
    pub(super) fn facts(&mut self, facts: &[Fact]) -> Result<(), ExportError> {
        let lang = self.input.lang;
        let value =
            if facts.iter().any(|fact| self.key(&fact.value).is_some()) { words::value(lang) } else { words::content(lang) };
        let columns = [(words::field(lang), 3), (value, 6)];
        let columns = columns.map(|(title, share)| Column { title: title.to_owned(), share });
        // Values are long, whoever wrote them.
        self.measure(&[3, 6], &[false, true], value == words::value(lang));
        let labels: Vec<Cell> = facts.iter().map(|fact| Cell::with(fact.label.as_str(), Emphasis::Strong)).collect();
        let rows = facts.iter().zip(&labels).map(|(fact, label)| vec![(label, ""), (&fact.value, fact.label.as_str())]);
        self.table(self.input.record, &columns, &rows.collect::<Vec<_>>())
    }

    /// Rows for items that may be added.
    fn new_items(&mut self) -> Result<(), ExportError> {
        let lang = self.input.lang;
        let ids = new_item_ids(self.input.record);
        let mut with_them = self.input.record.clone();
        let new = |id| NewItem { id, name: String::new(), description: String::new() };
        let added = with_them.apply(Edit::AddItems(ids.iter().cloned().map(new).collect()));
        added.map_err(|error| ExportError::Packing { problem: error.to_string() })?;
        self.heading(words::new_items(lang));
        self.across(Across::Note, words::new_items_explained(lang));
        let titles = [words::field(lang), ItemField::Name.label(lang), ItemField::Description.label(lang)];
        let columns = [(titles[0], 3), (titles[1], 6), (titles[2], 6)];
        let columns = columns.map(|(title, share)| Column { title: title.to_owned(), share });
        let mut cells = Vec::with_capacity(ids.len());
        for (index, id) in ids.iter().enumerate() {
            let empty = |part| Cell::new("").of(Entry::Text(Field::Item(id.clone(), part)));
            let label = Cell::with(words::new_item(index + 1, lang), Emphasis::Strong);
            cells.push([label, empty(ItemField::Name), empty(ItemField::Description)]);
        }
        let rows: Vec<_> = cells.iter().map(|row| row.iter().zip(titles).collect()).collect();
        self.table(&with_them, &columns, &rows)
    }

    /// A header row and the rows below it, of a record that may have new items.
    fn table(&mut self, record: &Record, columns: &[Column], rows: &[Vec<Named<'_>>]) -> Result<(), ExportError> {
        if rows.is_empty() {
            return Ok(());
        }
        let (mut header, mut shares, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        let mut slots: Vec<Vec<Slot>> = rows.iter().map(|_| Vec::new()).collect();
        for (index, column) in columns.iter().enumerate() {
            let mut remarks = Vec::with_capacity(rows.len());
            let (mut keyed, mut takes_text) = (Keyed::No, false);
            // Whether a question applies differs from table to table; their columns are to be the same all the same.
            let mut remarked = false;
            for (row, slots) in rows.iter().zip(&mut slots) {
                let Some((cell, name)) = row.get(index) else { continue };
                let (slot, remark) = self.slot(cell, name, record)?;
                if matches!(slot, Slot::Answer(_)) {
                    keyed = Keyed::Yes;
                    takes_text |= matches!(cell.entry, Some(Entry::Text(_)));
                    remarked |= matches!(cell.entry, Some(Entry::Answer(Field::Answer(..))));
                }
                remarked |= !remark.is_empty();
                slots.push(slot);
                remarks.push(remark);
            }
            header.push((column.title.clone(), keyed));
            shares.push(column.share);
            texts.push(takes_text);
            if remarked {
                header.push((words::remark(self.input.lang).to_owned(), Keyed::No));
                shares.push(REMARK_SHARE);
                texts.push(false);
                slots.iter_mut().zip(remarks).for_each(|(slots, remark)| slots.push(Slot::Fixed(remark, Emphasis::Faint)));
            }
        }
        let is_keyed = header.iter().any(|(_, keyed)| *keyed == Keyed::Yes);
        self.measure(&shares, &texts, is_keyed);
        self.rows.push(Row::Header(header));
        self.rows.extend(slots.into_iter().map(Row::Slots));
        Ok(())
    }

    /// The place that a cell brings back, and its key.
    fn key<'b>(&self, cell: &'b Cell) -> Option<(&'b Entry, String)> {
        let entry = cell.entry.as_ref().filter(|entry| carried::of(&entry.place(), self.input.catalogue).is_ok())?;
        Some((entry, entered::key(entry)?))
    }

    /// A cell, and what is to be said beside it.
    fn slot(&self, cell: &Cell, name: &str, record: &Record) -> Result<(Slot, String), ExportError> {
        let (lang, catalogue) = (self.input.lang, self.input.catalogue);
        let Some((entry, key)) = self.key(cell) else {
            let said = [cell.text.as_str(), cell.detail.as_str()].into_iter().filter(|text| !text.is_empty());
            let said = cut(&said.collect::<Vec<_>>().join("\n"), CELL_UNITS, lang);
            return Ok((Slot::Fixed(said, cell.emphasis), String::new()));
        };
        let text = entered::written(entry, record, catalogue, lang);
        if carried::value_not_carried(entry, record, catalogue) == Some(NotCarried::TooLong) {
            return Ok((Slot::Fixed(cut(&text, CELL_UNITS, lang), Emphasis::Plain), words::cut(lang).to_owned()));
        }
        let remark = cut(&remark(cell, entry, &text, self.input), CELL_UNITS, lang);
        let key = match entry {
            Entry::Choice(Field::Decision(..)) => format!("{key} {}", self.shown(entry)?),
            Entry::Text(Field::Item(id, _)) if self.input.record.item(id).is_none() => format!("{NEW}{key}"),
            _ => key,
        };
        Ok((Slot::Answer(Answer { key, text, guide: guide(entry, name, record, self.input) }), remark))
    }

    /// What the person who decides has before him, as JSON.
    fn shown(&self, entry: &Entry) -> Result<String, ExportError> {
        let Entry::Choice(Field::Decision(id, objective)) = entry else { return Ok(String::new()) };
        let (item, judged) = (self.input.record.item(id), self.input.judgement.item(id));
        let Some((item, judged)) = item.zip(judged) else { return Err(ExportError::NoSuchItem { item: id.to_string() }) };
        let shown = ShownDecision { seen: judged.cells[*objective].seen(), choice: item.decisions[*objective].choice.clone() };
        serde_json::to_string(&shown).map_err(|error| ExportError::Packing { problem: error.to_string() })
    }

    /// Keeps the shares of the widest table in which something is entered; others only add slots beyond.
    fn measure(&mut self, shares: &[u8], texts: &[bool], is_keyed: bool) {
        self.texts.resize(self.texts.len().max(texts.len()), false);
        for (known, found) in self.texts.iter_mut().zip(texts) {
            *known |= found;
        }
        let beyond = if is_keyed && shares.len() > self.shares.len() { 0 } else { self.shares.len() };
        self.shares.truncate(beyond);
        self.shares.extend(shares.iter().skip(beyond));
    }

    /// The worksheet.
    pub(super) fn done(self) -> Page {
        let is_upright = self.shares.len() <= UPRIGHT_SLOTS;
        let page = if is_upright { UPRIGHT_WIDTH } else { SIDEWAYS_WIDTH };
        let all: f64 = self.shares.iter().copied().map(f64::from).sum();
        let width = |(share, takes_text): (&u8, &bool)| {
            let width = f64::from(*share) / all * page;
            if *takes_text { width.max(TEXT_WIDTH) } else { width }
        };
        let widths: Vec<f64> = self.shares.iter().zip(&self.texts).map(width).collect();
        let widths = if widths.is_empty() { vec![page] } else { widths };
        let mut headers = self.rows.iter().filter_map(|row| if let Row::Header(titles) = row { Some(titles) } else { None });
        let first = headers.next();
        // A header that not all tables of the sheet share would name the wrong columns on a later page.
        let shared = matches!(self.rows.get(self.head), Some(Row::Header(_))) && headers.all(|other| Some(other) == first);
        let head = u32::try_from(self.head + usize::from(shared)).unwrap_or(1);
        Page { name: self.name, rows: self.rows, widths, head, is_upright }
    }
}

/// A cell with what it is called: its label, or the title of its column.
type Named<'a> = (&'a Cell, &'a str);

/// What the report says in an answer cell beyond what was entered: 対象外, 低位（再確認が必要）, a day in the other calendar.
fn remark(cell: &Cell, entry: &Entry, written: &str, input: &ExportInput<'_>) -> String {
    let lang = input.lang;
    let place = entry.place();
    let nothing = match &place {
        crate::record::Place::Field(field) => entered::nothing(field).map(|pick| pick.word(field, input.catalogue, lang)),
        _ => None,
    };
    let says_nothing = cell.text == report_words::empty(lang) || nothing.as_ref() == Some(&cell.text);
    let says_more = !says_nothing && !written.starts_with(cell.text.as_str());
    let said = [says_more.then_some(cell.text.as_str()), Some(cell.detail.as_str())];
    said.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A text that is no longer than so many UTF-16 code units, and says so if it was cut.
pub(super) fn cut(text: &str, units: usize, lang: Lang) -> String {
    if text.encode_utf16().count() <= units {
        return text.to_owned();
    }
    let note = words::cut_here(lang);
    let mut left = units.saturating_sub(note.encode_utf16().count());
    let fits = |character: &char| {
        let needed = character.len_utf16();
        let fits = needed <= left;
        left = left.saturating_sub(needed);
        fits
    };
    let mut kept: String = text.chars().take_while(fits).collect();
    kept.push_str(note);
    kept
}

/// A name that a worksheet may have.
fn sheet_name(title: &str) -> String {
    let allowed = |character: char| if "[]:*?/\\".contains(character) { ' ' } else { character };
    let mut units = 0;
    let fits = |character: &char| {
        units += character.len_utf16();
        units <= NAME_UNITS
    };
    title.chars().map(allowed).take_while(fits).collect::<String>().trim_matches(['\'', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_worksheets_are_short_and_free_of_what_they_must_not_have() {
        assert_eq!(sheet_name("9 a/b:c[d]*e?'"), "9 a b c d  e");
        assert_eq!(sheet_name(&"𠮷".repeat(40)).encode_utf16().count(), 30);
    }

    #[test]
    fn a_cut_text_says_that_it_was_cut() {
        assert_eq!(cut("短い文", 3, Lang::Ja), "短い文");
        assert_eq!(cut("𠮷野家で会う約束をした", 8, Lang::Ja), "𠮷…（以下略）");
    }
}
