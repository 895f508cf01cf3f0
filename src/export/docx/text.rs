//! Paragraphs and runs of text.

use super::xml::{Element, el, val};
use crate::export::report::Emphasis;

/// A text as typed: its line breaks are kept, and its blanks too.
pub(super) fn run(properties: Option<Element>, text: &str) -> Element {
    let mut run = el("w:r").children(properties);
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            run = run.child(el("w:br"));
        }
        run = run.child(el("w:t").with("xml:space", "preserve").text(line));
    }
    run
}

/// A text in a style of characters.
pub(super) fn styled(style: &str, text: &str) -> Element {
    run(Some(el("w:rPr").child(val("w:rStyle", style))), text)
}

/// A text that stands out.
pub(super) fn emphasised(emphasis: Emphasis, text: &str) -> Element {
    match emphasis {
        Emphasis::Plain | Emphasis::ToWrite => run(None, text),
        Emphasis::Strong => styled("Strong", text),
        Emphasis::Good => styled("Good", text),
        Emphasis::Bad => styled("Bad", text),
        Emphasis::Lowered => styled("Lowered", text),
        Emphasis::Open => styled("Open", text),
        Emphasis::Faint => styled("Faint", text),
    }
}

/// A paragraph in a style of paragraphs, with what is particular to it alone.
pub(super) fn particular(style: &str, properties: impl IntoIterator<Item = Element>) -> Element {
    el("w:p").child(el("w:pPr").child(val("w:pStyle", style)).children(properties))
}

/// A paragraph in a style of paragraphs, to be filled.
pub(super) fn styled_paragraph(style: &str) -> Element {
    particular(style, None)
}

/// A paragraph of one text.
pub(super) fn paragraph(style: &str, text: &str) -> Element {
    styled_paragraph(style).child(run(None, text))
}

/// A line around a paragraph or a run, of this width in eighths of a point.
pub(super) fn line(name: &'static str, width: u32, space: u32, colour: &str) -> Element {
    val(name, "single").with("w:sz", width).with("w:space", space).with("w:color", colour)
}

/// A ground of one colour.
pub(super) fn ground(colour: &str) -> Element {
    val("w:shd", "clear").with("w:color", "auto").with("w:fill", colour)
}
