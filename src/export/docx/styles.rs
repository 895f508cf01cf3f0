//! The styles: Word's own where it has one, others by what they are for.

use super::frame::{BULLETS, FONT, JAPANESE_FONT, WORD};
use super::layout::{BLUE, GREEN, INK, LINE, Layout, QUIET, RED, SHADE};
use super::text::{ground, line};
use super::xml::{Element, el, val};
use crate::export::report::Report;
use crate::text::{Lang, report as words};

/// All styles that a document uses, and the headings that it could use.
pub(super) fn styles(report: &Report, layout: &Layout, lang: Lang) -> Element {
    let styles = running_text(layout, lang)
        .into_iter()
        .chain(headings(report.has_parts(), layout))
        .chain(in_tables(layout, lang))
        .chain(characters(lang))
        .chain(tables(layout, lang));
    el("w:styles").with("xmlns:w", WORD).child(defaults(layout)).children(styles.map(Style::element))
}

/// Fonts, languages and line breaking of everything.
fn defaults(layout: &Layout) -> Element {
    let fonts = el("w:rFonts").with("w:ascii", FONT).with("w:eastAsia", JAPANESE_FONT).with("w:hAnsi", FONT).with("w:cs", FONT);
    let run = el("w:rPr")
        .child(fonts)
        .child(val("w:color", INK))
        .children(size(layout.body))
        .child(val("w:lang", "en-US").with("w:eastAsia", "ja-JP"));
    let paragraph = el("w:pPr").child(el("w:kinsoku")).child(el("w:overflowPunct"));
    el("w:docDefaults").child(el("w:rPrDefault").child(run)).child(el("w:pPrDefault").child(paragraph))
}

fn running_text(layout: &Layout, lang: Lang) -> Vec<Style> {
    let small = [val("w:color", QUIET)].into_iter().chain(size(layout.small));
    let boxed = |colour| el("w:pBdr").children(BOX.map(|side| line(side, 6, 4, colour)));
    let aside =
        el("w:pBdr").child(line("w:top", 4, 3, SHADE)).child(line("w:left", 20, 6, BLUE)).child(line("w:bottom", 4, 3, SHADE));
    let number = el("w:numPr").child(val("w:numId", BULLETS));
    vec![
        Style::known("paragraph", "Normal", "Normal").default().paragraph([around(
            layout.gap,
            layout.gap,
            layout.body,
            layout.line,
        )]),
        Style::known("paragraph", "Title", "Title")
            .paragraph([el("w:keepNext"), around(0, 2 * layout.gap, TITLE, TIGHT)])
            .run(bold(INK).chain(size(TITLE))),
        Style::known("paragraph", "Subtitle", "Subtitle").run(size(SUBTITLE)),
        Style::known("paragraph", "ListBullet", "List Bullet").paragraph([number]),
        Style::known("paragraph", "TOCHeading", "TOC Heading")
            .paragraph([el("w:keepNext"), around(3 * layout.gap, layout.gap, SECTION, TIGHT)])
            .run(bold(BLUE).chain(size(SECTION))),
        Style::known("paragraph", "TOC1", "toc 1").paragraph([around(0, 0, layout.body, layout.line)]),
        Style::known("paragraph", "Header", "header").paragraph([around(0, 0, MARGIN_TEXT, TIGHT)]).run(margin_text()),
        Style::known("paragraph", "Footer", "footer").paragraph([around(0, 0, MARGIN_TEXT, TIGHT)]).run(margin_text()),
        Style::own("paragraph", "DraftMark", words::style_draft(lang))
            .paragraph([boxed(RED), el("w:ind").with("w:left", 80).with("w:right", 80), val("w:jc", "center")])
            .run(bold(RED)),
        Style::own("paragraph", "Outcome", words::style_outcome(lang))
            .paragraph([el("w:keepNext"), around(layout.gap, layout.gap, OUTCOME, TIGHT)])
            .run(bold(INK).chain(size(OUTCOME))),
        Style::own("paragraph", "Notice", words::style_notice(lang)).paragraph([
            el("w:keepLines"),
            aside,
            ground(SHADE),
            around(2 * layout.gap, 2 * layout.gap, layout.body, layout.line),
            el("w:ind").with("w:left", 170),
        ]),
        Style::own("paragraph", "SmallPrint", words::style_small_print(lang))
            .paragraph([around(layout.gap, layout.gap, layout.small, layout.line)])
            .run(small),
    ]
}

/// Parts (if there are any), chapters and what is within them.
fn headings(parted: bool, layout: &Layout) -> Vec<Style> {
    let known = [("Heading1", "heading 1"), ("Heading2", "heading 2"), ("Heading3", "heading 3")];
    let looks = if parted { [part, chapter, section] } else { [chapter, section, section] };
    let styles = known.into_iter().zip(looks).zip(0..);
    styles.map(|(((id, name), look), level)| look(Style::known("paragraph", id, name).next("Normal"), layout, level)).collect()
}

fn part(style: Style, layout: &Layout, level: u32) -> Style {
    let boxed = el("w:pBdr").children(BOX.map(|side| line(side, 4, 4, BLUE)));
    style
        .paragraph([
            el("w:keepNext"),
            el("w:keepLines"),
            boxed,
            ground(BLUE),
            around(layout.above_chapter, 2 * layout.gap, PART, TIGHT),
            // The box stands out by its space.
            el("w:ind").with("w:left", 80).with("w:right", 80),
            val("w:outlineLvl", level),
        ])
        .run(bold("FFFFFF").chain(size(PART)))
}

fn chapter(style: Style, layout: &Layout, level: u32) -> Style {
    style
        .paragraph([
            el("w:keepNext"),
            el("w:keepLines"),
            el("w:pBdr").child(line("w:bottom", 8, 3, BLUE)),
            around(layout.above_chapter, 2 * layout.gap, layout.chapter, TIGHT),
            val("w:outlineLvl", level),
        ])
        .run(bold(BLUE).chain(size(layout.chapter)))
}

fn section(style: Style, layout: &Layout, level: u32) -> Style {
    style
        .paragraph([
            el("w:keepNext"),
            el("w:keepLines"),
            around(3 * layout.gap, layout.gap, SECTION, TIGHT),
            val("w:outlineLvl", level),
        ])
        .run(bold(INK).chain(size(SECTION)))
}

fn in_tables(layout: &Layout, lang: Lang) -> Vec<Style> {
    let plain = |letters| around(0, 0, letters, TIGHT);
    let gap =
        el("w:spacing").with("w:before", 0).with("w:after", 0).with("w:line", 3 * layout.gap / 2).with("w:lineRule", "exact");
    vec![
        Style::known("paragraph", "Caption", "caption")
            .paragraph([el("w:keepNext"), el("w:keepLines"), around(2 * layout.gap, layout.gap, layout.body, TIGHT)])
            .run(bold(INK)),
        Style::own("paragraph", "TableText", words::style_cell(lang)).paragraph([plain(layout.table)]).run(size(layout.table)),
        // Whoever signs sees who else does.
        Style::own("paragraph", "TableTextKept", words::style_cell_kept(lang))
            .based_on("TableText")
            .paragraph([el("w:keepNext")]),
        Style::own("paragraph", "TableSmallPrint", words::style_cell_detail(lang))
            .paragraph([plain(layout.small)])
            .run([val("w:color", QUIET)].into_iter().chain(size(layout.small))),
        Style::own("paragraph", "TableHeader", words::style_column(lang))
            .paragraph([el("w:keepNext"), plain(layout.small)])
            .run(bold(INK).chain(size(layout.small))),
        Style::own("paragraph", "Label", words::style_label(lang))
            .paragraph([plain(layout.label)])
            .run(bold(INK).chain(size(layout.label))),
        Style::own("paragraph", "BetweenTables", words::style_between_tables(lang)).paragraph([gap]),
    ]
}

/// How a text stands out; what it means is said in the text.
fn characters(lang: Lang) -> Vec<Style> {
    let default = "DefaultParagraphFont";
    let own = |id, name| Style::own("character", id, name).based_on(default);
    vec![
        Style::known("character", default, "Default Paragraph Font").default(),
        Style::known("character", "Strong", "Strong").based_on(default).run(weight()),
        own("Good", words::style_good(lang)).run(bold(GREEN)),
        own("Bad", words::style_bad(lang)).run(bold(RED)),
        own("Lowered", words::style_lowered(lang)).run(bold(RED)),
        own("Open", words::style_open(lang)).run(weight()),
        own("Faint", words::style_faint(lang)).run([val("w:color", QUIET)]),
    ]
}

fn tables(layout: &Layout, lang: Lang) -> Vec<Style> {
    let margin = |side, width| el(side).with("w:w", width).with("w:type", "dxa");
    let properties = |sides: &[&'static str]| {
        let borders = el("w:tblBorders").children(sides.iter().map(|side| line(side, 4, 0, LINE)));
        let margins = el("w:tblCellMar")
            .child(margin("w:top", layout.cell_above))
            .child(margin("w:left", layout.cell_side))
            .child(margin("w:bottom", layout.cell_above))
            .child(margin("w:right", layout.cell_side));
        el("w:tblPr").child(borders).child(margins)
    };
    let all = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
    let across = ["w:top", "w:bottom", "w:insideH"];
    vec![
        Style::known("table", "TableNormal", "Normal Table").default(),
        Style::own("table", "RecordTable", words::style_table(lang)).based_on("TableNormal").table(properties(&all)),
        Style::own("table", "FactsTable", words::style_facts(lang)).based_on("TableNormal").table(properties(&across)),
    ]
}

const TITLE: u32 = 36;
const OUTCOME: u32 = 32;
const PART: u32 = 28;
const SUBTITLE: u32 = 22;
const SECTION: u32 = 21;
const MARGIN_TEXT: u32 = 15;
/// Height of lines that need no room between them, in tenths of their letters. Word sets Japanese no tighter.
const TIGHT: u32 = 13;
const BOX: [&str; 4] = ["w:top", "w:left", "w:bottom", "w:right"];

fn margin_text() -> impl Iterator<Item = Element> {
    [val("w:color", QUIET)].into_iter().chain(size(MARGIN_TEXT))
}

fn size(letters: u32) -> impl Iterator<Item = Element> {
    [val("w:sz", letters), val("w:szCs", letters)].into_iter()
}

fn weight() -> impl Iterator<Item = Element> {
    [el("w:b"), el("w:bCs")].into_iter()
}

fn bold(colour: &str) -> impl Iterator<Item = Element> + use<> {
    weight().chain([val("w:color", colour)])
}

/// Room above and below, and lines of a height of our own, in tenths of their letters: what a font says of its height is read differently by different
/// programs.
fn around(above: u32, below: u32, letters: u32, height: u32) -> Element {
    let line = letters * height;
    el("w:spacing").with("w:before", above).with("w:after", below).with("w:line", line).with("w:lineRule", "atLeast")
}

/// A style that is being put together.
struct Style {
    kind: &'static str,
    id: &'static str,
    name: &'static str,
    own: bool,
    default: bool,
    based_on: Option<&'static str>,
    next: Option<&'static str>,
    properties: Vec<Element>,
}

impl Style {
    /// One that Word knows by this name, whatever language it speaks.
    fn known(kind: &'static str, id: &'static str, name: &'static str) -> Self {
        let based_on = (kind == "paragraph").then_some("Normal");
        Self { kind, id, name, own: false, default: false, based_on, next: None, properties: Vec::new() }
    }

    /// One of our own.
    fn own(kind: &'static str, id: &'static str, name: &'static str) -> Self {
        Self { own: true, ..Self::known(kind, id, name) }
    }

    /// What everything of its kind has that names no style.
    fn default(self) -> Self {
        Self { default: true, based_on: None, ..self }
    }

    fn based_on(self, id: &'static str) -> Self {
        Self { based_on: Some(id), ..self }
    }

    /// The style of the paragraph that is typed after one of this.
    fn next(self, id: &'static str) -> Self {
        Self { next: Some(id), ..self }
    }

    fn paragraph(mut self, properties: impl IntoIterator<Item = Element>) -> Self {
        self.properties.push(el("w:pPr").children(properties));
        self
    }

    fn run(mut self, properties: impl IntoIterator<Item = Element>) -> Self {
        self.properties.push(el("w:rPr").children(properties));
        self
    }

    fn table(mut self, properties: Element) -> Self {
        self.properties.push(properties);
        self
    }

    fn element(self) -> Element {
        let mut style = el("w:style").with("w:type", self.kind);
        if self.default {
            style = style.with("w:default", 1);
        }
        if self.own {
            style = style.with("w:customStyle", 1);
        }
        // Word offers what is asked for in this way among its styles.
        let offered = (self.kind == "paragraph" || self.own).then(|| el("w:qFormat"));
        style
            .with("w:styleId", self.id)
            .child(val("w:name", self.name))
            .children(self.based_on.map(|id| val("w:basedOn", id)))
            .children(self.next.map(|id| val("w:next", id)))
            .children(offered)
            .children(self.properties)
    }
}
