//! What surrounds the text: header, footer, page, settings, fonts and the marks of lists.

use super::layout::{LINE, Layout, PAGE_HEIGHT, PAGE_WIDTH, RED};
use super::text::{line, particular, run};
use super::xml::{Element, el, val};
use crate::export::report::Running;

/// Namespace of everything in a document.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Namespace of references to other files.
pub(super) const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The font of the printed form, as it is called where letters are Latin …
pub(super) const FONT: &str = "BIZ UDPGothic";
/// … and where they are Japanese. Windows 10 and later come with it.
pub(super) const JAPANESE_FONT: &str = "BIZ UDPゴシック";
/// Id by which the document refers to its header.
pub(super) const HEADER: &str = "header";
/// Id by which it refers to its footer.
pub(super) const FOOTER: &str = "footer";
/// The list whose points have no order.
pub(super) const BULLETS: u32 = 1;

/// Record and state at the head of every page, and whether it is a draft.
pub(super) fn header(running: &Running, layout: &Layout) -> Element {
    let mut paragraph = particular("Header", [el("w:pBdr").child(line("w:bottom", 4, 4, LINE)), to_the_right(layout)])
        .child(run(None, &running.identity))
        .child(tab())
        .child(run(None, &running.state));
    if !running.draft.is_empty() {
        let boxed = el("w:rPr").child(val("w:rStyle", "Bad")).child(line("w:bdr", 6, 0, RED));
        paragraph = paragraph.child(run(None, "　")).child(run(Some(boxed), &running.draft));
    }
    el("w:hdr").with("xmlns:w", WORD).child(paragraph)
}

/// The notice at the foot of every page, and the number of the page.
pub(super) fn footer(running: &Running, layout: &Layout) -> Element {
    // Whoever shows the pages puts the right numbers in.
    let number = |field| el("w:fldSimple").with("w:instr", field).child(run(None, "1"));
    let paragraph = particular("Footer", [to_the_right(layout)])
        .child(run(None, &running.notice))
        .child(tab())
        .child(number("PAGE"))
        .child(run(None, " / "))
        .child(number("NUMPAGES"));
    el("w:ftr").with("xmlns:w", WORD).child(paragraph)
}

fn to_the_right(layout: &Layout) -> Element {
    el("w:tabs").child(val("w:tab", "right").with("w:pos", layout.text_width()))
}

fn tab() -> Element {
    el("w:r").child(el("w:tab"))
}

/// The page, with its header and footer.
pub(super) fn section(layout: &Layout) -> Element {
    let reference = |name, id| el(name).with("w:type", "default").with("r:id", id);
    let margins = el("w:pgMar")
        .with("w:top", layout.top)
        .with("w:right", layout.side)
        .with("w:bottom", layout.bottom)
        .with("w:left", layout.side)
        .with("w:header", layout.edge)
        .with("w:footer", layout.edge)
        .with("w:gutter", 0);
    el("w:sectPr")
        .child(reference("w:headerReference", HEADER))
        .child(reference("w:footerReference", FOOTER))
        .child(el("w:pgSz").with("w:w", PAGE_WIDTH).with("w:h", PAGE_HEIGHT))
        .child(margins)
}

/// How Word is to treat the document: as one of its own time, in Japanese.
pub(super) fn settings() -> Element {
    let compatibility = el("w:compatSetting")
        .with("w:name", "compatibilityMode")
        .with("w:uri", "http://schemas.microsoft.com/office/word")
        .with("w:val", 15);
    el("w:settings")
        .with("xmlns:w", WORD)
        .child(val("w:characterSpacingControl", "doNotCompress"))
        .child(el("w:compat").child(compatibility))
        .child(val("w:themeFontLang", "en-US").with("w:eastAsia", "ja-JP"))
}

/// By which other name a font may be found.
pub(super) fn font_table() -> Element {
    let font = |name, other| {
        el("w:font")
            .with("w:name", name)
            .child(val("w:altName", other))
            .child(val("w:charset", "80"))
            .child(val("w:family", "swiss"))
            .child(val("w:pitch", "variable"))
    };
    el("w:fonts").with("xmlns:w", WORD).child(font(FONT, JAPANESE_FONT)).child(font(JAPANESE_FONT, FONT))
}

/// What stands before the points of a list.
pub(super) fn numbering(layout: &Layout) -> Element {
    // As wide as a letter: letters are measured in halves of a point, distances in twentieths.
    let hanging = layout.body * 10;
    let level = el("w:lvl")
        .with("w:ilvl", 0)
        .child(val("w:start", 1))
        .child(val("w:numFmt", "bullet"))
        .child(val("w:pStyle", "ListBullet"))
        .child(val("w:lvlText", "・"))
        .child(val("w:lvlJc", "left"))
        .child(el("w:pPr").child(el("w:ind").with("w:left", hanging).with("w:hanging", hanging)));
    let list = el("w:abstractNum").with("w:abstractNumId", 0).child(val("w:multiLevelType", "singleLevel")).child(level);
    let number = el("w:num").with("w:numId", BULLETS).child(val("w:abstractNumId", 0));
    el("w:numbering").with("xmlns:w", WORD).child(list).child(number)
}
