//! Printed pages as a reader sees them that is not ours: every character with its place.
#![allow(dead_code, reason = "each test takes what it needs")]

use liu_wizard::export::{Document, ExportInput, Medium, Product, render};
use liu_wizard::record::Record;
use liu_wizard::text::Lang;
use pdf_extract::{Dictionary, MediaBox, Object, OutputDev, OutputError, Transform, output_doc};

use crate::support::exports::Case;

/// What a page shows, in the order in which it was set.
#[derive(Debug)]
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub glyphs: Vec<Glyph>,
}

/// A character on a page. Lengths are in points, from the left and from the top.
#[derive(Clone, Debug)]
pub struct Glyph {
    pub text: String,
    pub x: f64,
    /// Its base line.
    pub y: f64,
    pub size: f64,
    /// How far it takes the one after it.
    pub advance: f64,
    /// Whether it stands upright; the mark behind the pages of a draft does not.
    pub upright: bool,
}

impl Page {
    /// What stands on it, without blanks and without what is aslant.
    pub fn text(&self) -> String {
        let upright = self.glyphs.iter().filter(|glyph| glyph.upright);
        upright.flat_map(|glyph| glyph.text.chars()).filter(|character| !character.is_whitespace()).collect()
    }

    /// Its lines from top to bottom: their height, and the glyphs on it from left to right.
    pub fn lines(&self) -> Vec<(f64, Vec<&Glyph>)> {
        let mut glyphs: Vec<&Glyph> = self.glyphs.iter().filter(|glyph| glyph.upright).collect();
        glyphs.sort_by(|one, other| one.y.total_cmp(&other.y));
        let mut lines: Vec<(f64, Vec<&Glyph>)> = Vec::new();
        for glyph in glyphs {
            match lines.last_mut() {
                Some((height, line)) if (glyph.y - *height).abs() < 2.0 => line.push(glyph),
                _ => lines.push((glyph.y, vec![glyph])),
            }
        }
        lines.iter_mut().for_each(|(_, line)| line.sort_by(|one, other| one.x.total_cmp(&other.x)));
        lines
    }
}

/// The pages of a PDF.
pub fn pages(pdf: &[u8]) -> Vec<Page> {
    let mut document = pdf_extract::Document::load_mem(pdf).unwrap();
    document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok()).for_each(write_widths_out);
    let mut reader = Reader::default();
    output_doc(&document, &mut reader).unwrap();
    assert_eq!(reader.pages.len(), document.get_pages().len());
    reader.pages
}

/// Gives each glyph of a font its width by itself: the reader does not understand `first last width`, and takes it for none.
fn write_widths_out(font: &mut Dictionary) {
    let Ok(Object::Array(widths)) = font.get(b"W") else { return };
    let mut each = Vec::new();
    let mut rest = widths.as_slice();
    loop {
        rest = match rest {
            [first, Object::Array(widths), rest @ ..] => {
                each.extend([first.clone(), Object::Array(widths.clone())]);
                rest
            }
            [first, last, width, rest @ ..] => {
                let (first, last) = (first.as_i64().unwrap(), last.as_i64().unwrap());
                each.extend([first.into(), Object::Array((first..=last).map(|_| width.clone()).collect())]);
                rest
            }
            _ => break,
        };
    }
    font.set("W", each);
}

/// The pages of a document of a record.
pub fn printed(document: &Document, record: &Record, lang: Lang) -> Vec<Page> {
    printed_with(document, &Case::new(record.clone()).input(lang))
}

/// The same, of everything an export is made of.
pub fn printed_with(document: &Document, input: &ExportInput<'_>) -> Vec<Page> {
    pages(&render(&Product::Document(document.clone(), Medium::Pdf), input).unwrap())
}

#[derive(Default)]
struct Reader {
    pages: Vec<Page>,
}

impl OutputDev for Reader {
    fn begin_page(&mut self, _: u32, media: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.pages.push(Page { width: media.urx - media.llx, height: media.ury - media.lly, glyphs: Vec::new() });
        Ok(())
    }

    fn output_character(&mut self, place: &Transform, width: f64, _: f64, size: f64, text: &str) -> Result<(), OutputError> {
        if let Some(page) = self.pages.last_mut() {
            let size = size * place.m11.hypot(place.m12);
            page.glyphs.push(Glyph {
                text: text.to_owned(),
                x: place.m31,
                y: page.height - place.m32,
                size,
                advance: width * size,
                upright: place.m12.abs() < 1e-6,
            });
        }
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
