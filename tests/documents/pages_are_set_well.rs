//! A printed page is set as a printer would: no mark over another, no head alone at its foot, no row alone at its head.

use std::collections::BTreeMap;

use crate::support::exports::{Case, dense, purpose_harmed};
use crate::support::paper::{Page, pages, printed};
use liu_wizard::export::{
    Block, Cell, Chapter, Column, Document, Emphasis, Medium, Printed, Report, Table, empty_report, report, write_report,
};
use liu_wizard::file;
use liu_wizard::record::{Answer, ItemId, PersonCount, QuestionId, Record};
use liu_wizard::text::Lang;
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations};

const MARKS: &str = "、。，．：；・「」『』（）〔〕【】《》〈〉［］";

fn examples() -> Vec<Record> {
    liu_wizard::examples::all().iter().map(|example| file::parse(example.ron.as_bytes(), "example").unwrap().0).collect()
}

/// Where the ink of a letter begins and ends, in ems from where it is set; nothing if there is none.
fn ink(font: &FontInstance, text: &str) -> Option<(f64, f64)> {
    let mut characters = text.chars();
    let (character, None) = (characters.next()?, characters.next()) else { return None };
    let face = font.ttf();
    let bounds = face.glyph_bounding_box(face.glyph_index(character)?)?;
    let ems = |units: i16| f64::from(units) / f64::from(face.units_per_em());
    Some((ems(bounds.x_min), ems(bounds.x_max)))
}

/// Neighbours on a line of which one is printed over the other, or nearer to it than the font sets them.
fn squeezed(page: &Page, font: &FontInstance) -> Vec<String> {
    let mut found = Vec::new();
    for (_, line) in page.lines() {
        for two in line.windows(2) {
            let [one, other] = two else { continue };
            if one.text.is_ascii() || other.text.is_ascii() || (one.size - other.size).abs() > 0.1 {
                continue;
            }
            let (Some((_, end)), Some((begin, _))) = (ink(font, &one.text), ink(font, &other.text)) else { continue };
            let gap = (other.x + begin * other.size - one.x - end * one.size) / one.size;
            let both_marks = MARKS.contains(one.text.as_str()) && MARKS.contains(other.text.as_str());
            if gap < if both_marks { 0.1 } else { -0.02 } {
                let around: String = line.iter().map(|glyph| glyph.text.as_str()).collect();
                found.push(format!("{}{} ({gap:.2} em) in {around:.200}", one.text, other.text));
            }
        }
    }
    found
}

/// Lines of which the ink begins outside the left margin.
fn hanging(page: &Page, margin: f64, font: &FontInstance) -> Vec<String> {
    let mut found = Vec::new();
    for (_, line) in page.lines() {
        let Some(first) = line.first() else { continue };
        let Some((begin, _)) = ink(font, &first.text) else { continue };
        let out = margin - first.x - begin * first.size;
        if out > 0.3 {
            found.push(format!("{out:.1} pt: {}", line.iter().map(|glyph| glyph.text.as_str()).collect::<String>()));
        }
    }
    found
}

/// Where a text stands nearer to the one in the next column than the edges of both cells leave room for, or runs into it.
fn crowded(page: &Page) -> Vec<String> {
    let upright: Vec<_> = page.glyphs.iter().filter(|glyph| glyph.upright).collect();
    let mut found = Vec::new();
    for (at, two) in upright.windows(2).enumerate() {
        let [one, other] = two else { continue };
        // Within a text there is no gap but at a blank.
        let gap = other.x - one.x - one.advance;
        // Marks stand nearer; a row of dots leads to a number.
        let is_mark = MARKS.contains(one.text.as_str()) || MARKS.contains(other.text.as_str()) || one.text == ".";
        let goes_on = gap.abs() < 0.9 || is_mark || one.text.trim().is_empty() || other.x < one.x;
        if (one.y - other.y).abs() < 0.5 && !goes_on && gap < 3.5 {
            let around = upright.iter().skip(at.saturating_sub(12)).take(24).map(|glyph| glyph.text.as_str());
            found.push(format!("{gap:.1} pt in {}", around.collect::<String>()));
        }
    }
    found
}

/// Chapter titles, headings and titles of tables, without blanks.
fn heads(report: &Report) -> Vec<String> {
    let mut heads = Vec::new();
    for chapter in &report.chapters {
        heads.extend([chapter.part.as_str(), chapter.title.as_str()].map(dense));
        for block in &chapter.blocks {
            match block {
                Block::Heading { text } => heads.push(dense(text)),
                Block::Table(table) => heads.push(dense(&table.title)),
                _ => {}
            }
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

/// The lines of a page without its head and foot.
fn body(page: &Page) -> Vec<String> {
    let margin = 56.0;
    let inside = page.lines().into_iter().filter(|(height, _)| *height > margin && *height < page.height - 40.0);
    inside.map(|(_, line)| dense(&line.iter().map(|glyph| glyph.text.as_str()).collect::<String>())).collect()
}

fn font() -> FontInstance {
    let font = Font::new(Bytes::new(liu_wizard::fonts::BIZ_UDP_GOTHIC), 0).unwrap();
    font.instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default())
}

fn check_examples(lang: Lang) {
    let font = font();
    let mut neighbours = 0;
    for record in examples() {
        let item = record.items.first().map(|item| Document::Item(item.id.clone()));
        for document in Document::WHOLE.into_iter().chain(item) {
            let heads = heads(&report(&document, &Case::new(record.clone()).input(lang)).unwrap());
            for (number, page) in (1..).zip(printed(&document, &record, lang)) {
                let place = format!("{} {document:?} {lang:?}, page {number}", record.service.name);
                assert_eq!(squeezed(&page, &font), Vec::<String>::new(), "{place}");
                let margin = if matches!(document, Document::Item(_)) { 45.35 } else { 53.85 };
                assert_eq!(hanging(&page, margin, &font), Vec::<String>::new(), "{place}");
                let crowded = crowded(&page);
                assert!(crowded.is_empty(), "{place}: {:?}", crowded.first());
                neighbours += page
                    .text()
                    .chars()
                    .zip(page.text().chars().skip(1))
                    .filter(|(one, other)| MARKS.contains(*one) && MARKS.contains(*other))
                    .count();
                let last = body(&page).pop().unwrap_or_default();
                assert!(!heads.iter().any(|head| last.ends_with(head.as_str())), "{place} ends with {last}");
            }
        }
    }
    assert!(neighbours > 30, "{neighbours}");
}

#[test]
fn no_mark_is_over_another_and_no_head_alone_in_any_japanese_example() {
    check_examples(Lang::Ja);
}

#[test]
fn no_mark_is_over_another_and_no_head_alone_in_any_english_example() {
    check_examples(Lang::En);
}

#[test]
fn no_word_runs_out_of_its_column_where_items_are_many() {
    let items: Vec<_> = examples().into_iter().flat_map(|record| record.items).collect();
    let mut record = purpose_harmed("理由");
    record.items = items;
    for (number, item) in (1..).zip(&mut record.items) {
        item.id = ItemId::new(format!("item-{number}")).unwrap();
    }
    // Every word that an answer, a grade and a level can be.
    for (item, answer) in record.items.iter_mut().zip([Answer::Unknown, Answer::NotAnswered].into_iter().cycle()).step_by(3) {
        for question in ["C1", "C6", "I3", "A2"] {
            item.answers.set(QuestionId::new(question).unwrap(), answer.clone());
        }
    }
    record.items[5].person_count = PersonCount::NotAnswered;
    assert!(record.items.len() > 25);
    for lang in [Lang::Ja, Lang::En] {
        for (number, page) in (1..).zip(printed(&Document::Record, &record, lang)) {
            let crowded = crowded(&page);
            assert!(crowded.is_empty(), "{lang:?}, page {number}: {:?}", crowded.first());
        }
    }
}

#[test]
fn lines_break_as_they_must_between_marks() {
    let case = Case::new(purpose_harmed("理由"));
    let input = case.input(Lang::Ja);
    let text = "資料「（案）」、「（改訂版）」。（資料は）、「公表する」版だけ（）（）。".repeat(40);
    let shifted = (0..12).map(|shift| Block::paragraph(format!("{}{text}", "字".repeat(shift)))).collect();
    let report = Report { chapters: vec![Chapter::new("章", shifted)], ..empty_report("題", &input) };
    let font = font();
    for page in pages(&write_report(report, Medium::Pdf, &Printed::Alone(Document::Record), &input).unwrap()) {
        assert_eq!(hanging(&page, 53.85, &font), Vec::<String>::new());
        for line in body(&page) {
            let (first, last) = (line.chars().next().unwrap(), line.chars().last().unwrap());
            assert!(!"、。」）".contains(first) && !"「（".contains(last), "{line}");
        }
    }
}

/// A table of so many rows whose cells name table and row, after a heading.
fn table(number: usize, rows: usize, lines: usize, sign: bool) -> Vec<Block> {
    let columns = ["甲", "乙", "丙"].map(|title| Column { title: title.to_owned(), share: 1 }).to_vec();
    let cell = |row: usize| Cell::new(format!("T{number:03}R{row:02}{}", "\nり".repeat(lines)));
    let last = || if sign { Cell::with("", Emphasis::ToWrite) } else { Cell::new("短") };
    let rows = (0..rows).map(|row| vec![cell(row), Cell::new("短"), last()]).collect();
    vec![Block::heading(format!("T{number:03}HHH")), Block::Table(Table { title: String::new(), columns, rows, dense: false })]
}

/// On which page each mark of the form `T000R00` stands.
fn pages_of_rows(pages: &[Page]) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for (number, page) in (1..).zip(pages) {
        let text = page.text();
        for (at, _) in text.match_indices('T') {
            if let Some(mark) = text.get(at..at + 7).filter(|mark| mark[4..].starts_with(['R', 'H'])) {
                found.entry(mark.to_owned()).or_insert(number);
            }
        }
    }
    found
}

#[test]
fn a_table_keeps_its_head_with_two_rows_and_its_last_two_together_wherever_it_begins() {
    let case = Case::new(purpose_harmed("理由"));
    let input = case.input(Lang::Ja);
    let sizes =
        [(2, 0, false), (3, 1, false), (7, 0, false), (4, 3, false), (2, 0, true), (5, 1, false), (24, 0, false), (3, 0, true)];
    let mut blocks = Vec::new();
    for (number, (rows, lines, sign)) in sizes.into_iter().cycle().take(96).enumerate() {
        blocks.push(Block::paragraph("前の文。\n".repeat(number % 5 + number / 8)));
        blocks.extend(table(number, rows, lines, sign));
    }
    let report = Report { chapters: vec![Chapter::new("章", blocks)], ..empty_report("題", &input) };
    let pages = pages(&write_report(report, Medium::Pdf, &Printed::Alone(Document::Record), &input).unwrap());
    let on = pages_of_rows(&pages);
    let mut at_a_break = 0;
    for (number, (rows, _, sign)) in sizes.into_iter().cycle().take(96).enumerate() {
        let row = |row: usize| on[&format!("T{number:03}R{row:02}")];
        assert_eq!(on[&format!("T{number:03}HHH")], row(0), "the head of table {number}");
        assert_eq!(row(0), row(1), "the first two rows of table {number}");
        assert_eq!(row(rows - 2), row(rows - 1), "the last two rows of table {number}");
        assert!(!sign || row(0) == row(rows - 1), "what is to be signed, table {number}");
        at_a_break += usize::from(row(0) != row(rows - 1));
    }
    assert!(at_a_break > 8, "{at_a_break} of them go over a page");
}
