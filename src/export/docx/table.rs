//! Tables, and the cells in them that are left to be typed into.

use super::body::Body;
use super::layout::{LOWERED_GROUND, OPEN_GROUND, SHADE, widths};
use super::text::{emphasised, ground, paragraph, styled_paragraph};
use super::xml::{Element, el, val};
use crate::export::Picture;
use crate::export::report::{Cell, Emphasis, Fact, Table};
use crate::text::report as words;

/// A row of more lines than this may go on on the next page: one that must not would hide what a page has no room for.
const SHORT: usize = 12;
/// Height of a row in which something is to be written, in twentieths of a point.
const ROOM_TO_WRITE: u32 = 680;
/// Shares of labels and of their values.
const FACTS: [u32; 2] = [27, 73];
/// Word takes no longer name for a place to type into.
const LONGEST_NAME: usize = 64;
/// Nobody listens to a longer name of a table, which repeats what stands above it.
const LONGEST_CAPTION: usize = 255;

impl Body<'_> {
    /// Labels with their values, a row each.
    pub(super) fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        let widths = widths(self.layout.text_width(), FACTS.into_iter());
        let mut table = begin("FactsTable", "w:firstColumn", &widths, &self.under, "");
        for fact in facts {
            let label = (Some(SHADE), vec![paragraph("Label", &fact.label)]);
            let value = (shade(&fact.value), self.cell(&fact.value, &fact.label, "TableText"));
            let of_label = Cell::new(fact.label.as_str());
            table = table.child(row(self.properties(&[&of_label, &fact.value], &widths), &widths, [label, value]));
        }
        self.push_table(table);
    }

    /// A table, whose header row stands on every page that it goes on on.
    pub(super) fn table(&mut self, table: &Table) {
        self.text("Caption", &table.title);
        let widths = widths(self.layout.text_width(), table.columns.iter().map(|column| column.share.into()));
        let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
        let name = if table.title.is_empty() { &self.under } else { &table.title };
        let mut written = begin("RecordTable", "w:firstRow", &widths, name, &titles.join(words::between_points(self.lang)));
        let header = titles.iter().map(|title| (Some(SHADE), vec![paragraph("TableHeader", title)]));
        written = written.child(row(vec![el("w:cantSplit"), el("w:tblHeader")], &widths, header));
        for cells in &table.rows {
            let first = cells.first().map_or("", |cell| cell.text.as_str());
            let style = if cells.iter().any(is_to_write) { "TableTextKept" } else { "TableText" };
            let mut content = Vec::new();
            for (cell, title) in cells.iter().zip(&titles) {
                content.push((shade(cell), self.cell(cell, &words::labelled(first, title, self.lang), style)));
            }
            let properties = self.properties(&cells.iter().collect::<Vec<_>>(), &widths);
            written = written.child(row(properties, &widths, content));
        }
        self.push_table(written);
    }

    /// Items × objectives, with what its marks mean above it.
    pub(super) fn picture(&mut self, picture: &Picture) {
        self.text("SmallPrint", &picture.legend);
        self.table(&picture.table());
    }

    /// The paragraphs of a cell. `name` is what a place to type into is found by, `style` that of the text.
    fn cell(&mut self, cell: &Cell, name: &str, style: &str) -> Vec<Element> {
        let mut paragraphs = Vec::new();
        if is_to_write(cell) {
            paragraphs.push(styled_paragraph(style).child(self.place(cell, name)));
        } else if !cell.text.is_empty() || cell.detail.is_empty() {
            paragraphs.push(styled_paragraph(style).child(emphasised(cell.emphasis, &cell.text)));
        }
        if !cell.detail.is_empty() {
            paragraphs.push(paragraph("TableSmallPrint", &cell.detail));
        }
        paragraphs
    }

    /// What is particular to a row of these cells.
    fn properties(&self, cells: &[&Cell], widths: &[u32]) -> Vec<Element> {
        let mut properties = Vec::new();
        let lines = |(cell, width): (&&Cell, &u32)| {
            // Twentieths of a point, and halves of it.
            let letters = width.saturating_sub(2 * self.layout.cell_side) / (self.layout.table * 10).max(1);
            lines(&cell.text, letters) + lines(&cell.detail, letters)
        };
        if cells.iter().zip(widths).all(|cell| lines(cell) <= SHORT) {
            properties.push(el("w:cantSplit"));
        }
        if cells.iter().any(|cell| is_to_write(cell)) {
            properties.push(val("w:trHeight", ROOM_TO_WRITE).with("w:hRule", "atLeast"));
        }
        properties
    }

    /// A place for plain text, which a screen reader finds by its name.
    fn place(&mut self, cell: &Cell, name: &str) -> Element {
        self.controls += 1;
        let name = shortened(name, LONGEST_NAME);
        let properties = el("w:sdtPr")
            .child(val("w:alias", &name))
            .child(val("w:tag", &name))
            .child(val("w:id", self.controls))
            .child(el("w:text"));
        let content = el("w:sdtContent").child(emphasised(cell.emphasis, &cell.text));
        el("w:sdt").child(properties).child(content)
    }
}

/// A table without rows. `leads` is the row or column that the others are read by.
fn begin(style: &str, leads: &'static str, widths: &[u32], name: &str, description: &str) -> Element {
    let mut look = el("w:tblLook");
    for part in ["w:firstRow", "w:lastRow", "w:firstColumn", "w:lastColumn"] {
        look = look.with(part, u8::from(part == leads));
    }
    let mut properties = el("w:tblPr")
        .child(val("w:tblStyle", style))
        .child(width("w:tblW", widths.iter().sum()))
        .child(el("w:tblLayout").with("w:type", "fixed"))
        .child(look.with("w:noHBand", 1).with("w:noVBand", 1))
        .child(val("w:tblCaption", shortened(name, LONGEST_CAPTION)));
    if !description.is_empty() {
        properties = properties.child(val("w:tblDescription", shortened(description, LONGEST_CAPTION)));
    }
    let grid = el("w:tblGrid").children(widths.iter().map(|width| el("w:gridCol").with("w:w", width)));
    el("w:tbl").child(properties).child(grid)
}

/// A row of cells by their grounds and paragraphs.
fn row(
    properties: Vec<Element>,
    widths: &[u32],
    cells: impl IntoIterator<Item = (Option<&'static str>, Vec<Element>)>,
) -> Element {
    let cells = cells.into_iter().zip(widths).map(|((shade, paragraphs), its_width)| {
        let properties = el("w:tcPr").child(width("w:tcW", *its_width)).children(shade.map(ground));
        el("w:tc").child(properties).children(paragraphs)
    });
    el("w:tr").child(el("w:trPr").children(properties)).children(cells)
}

/// The most lines that a text can take where so many letters stand on one.
fn lines(text: &str, letters: u32) -> usize {
    let letters = usize::try_from(letters).unwrap_or_default().max(1);
    let of_line = |line: &str| {
        let wide = line.chars().filter(|character| !character.is_ascii()).count();
        let narrow = line.chars().count() - wide;
        (wide + narrow * 2 / 3).div_ceil(letters).max(1)
    };
    if text.is_empty() { 0 } else { text.split('\n').map(of_line).sum() }
}

fn width(name: &'static str, width: u32) -> Element {
    el(name).with("w:w", width).with("w:type", "dxa")
}

fn shortened(text: &str, longest: usize) -> String {
    text.chars().take(longest).collect()
}

fn is_to_write(cell: &Cell) -> bool {
    cell.emphasis == Emphasis::ToWrite
}

const fn shade(cell: &Cell) -> Option<&'static str> {
    match cell.emphasis {
        Emphasis::Lowered => Some(LOWERED_GROUND),
        Emphasis::Open => Some(OPEN_GROUND),
        Emphasis::Plain | Emphasis::Strong | Emphasis::Good | Emphasis::Bad | Emphasis::Faint | Emphasis::ToWrite => None,
    }
}
