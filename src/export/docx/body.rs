//! The text of a document, in the order of the report.

use super::frame::{RELATION, WORD, section};
use super::layout::{GREEN, INK, Layout, RED};
use super::text::{emphasised, line, paragraph, particular, run, styled, styled_paragraph};
use super::xml::{Element, el};
use crate::export::report::{Block, Chapter, Emphasis, Report, Verdict};
use crate::text::Lang;

/// The document itself.
pub(super) fn document(report: &Report, layout: &Layout, lang: Lang) -> Element {
    let headings = if report.has_parts() { ["Heading2", "Heading3"] } else { ["Heading1", "Heading2"] };
    let mut body =
        Body { layout, lang, headings, under: report.title.clone(), controls: 0, after_table: false, content: Vec::new() };
    body.report(report);
    // A document does not end with a table.
    body.keep_apart();
    el("w:document")
        .with("xmlns:w", WORD)
        .with("xmlns:r", RELATION)
        .child(el("w:body").children(body.content).child(section(layout)))
}

/// The name by which a link finds a chapter.
fn bookmark(index: usize) -> String {
    format!("chapter_{}", index + 1)
}

/// A document that is being written.
pub(super) struct Body<'a> {
    pub(super) layout: &'a Layout,
    pub(super) lang: Lang,
    /// The styles of a chapter's heading and of those below it.
    headings: [&'static str; 2],
    /// The heading that everything stands under now.
    pub(super) under: String,
    /// How many places there are so far to type into.
    pub(super) controls: u32,
    after_table: bool,
    content: Vec<Element>,
}

impl Body<'_> {
    fn report(&mut self, report: &Report) {
        let running = &report.running;
        self.text("DraftMark", &running.draft);
        self.text("Normal", &report.head.handling.text);
        self.text("Normal", &report.head.addressee.text);
        self.text("Title", &report.title);
        self.text("Subtitle", &report.subtitle);
        self.facts(&report.head.facts);
        for notice in &report.notices {
            self.text("Notice", notice);
        }
        if let Some(verdict) = &report.verdict {
            self.verdict(verdict);
            self.under.clone_from(&report.title);
        }
        self.facts(&report.cover);
        let first = report.listed().next().map(|(first, _)| first);
        for (index, chapter) in report.chapters.iter().enumerate() {
            if !chapter.part.is_empty() {
                self.part(&chapter.part, index > 0);
            }
            if first == Some(index) {
                self.contents(report);
            }
            let is_listed = report.listed().any(|(listed, _)| listed == index);
            self.chapter(chapter, is_listed.then_some(index));
        }
    }

    /// The result in a box of its colour, and what it is made of.
    fn verdict(&mut self, verdict: &Verdict) {
        let tone = match verdict.outcome.emphasis {
            Emphasis::Good => GREEN,
            Emphasis::Bad => RED,
            Emphasis::Plain | Emphasis::Strong | Emphasis::Lowered | Emphasis::Open | Emphasis::Faint | Emphasis::ToWrite => INK,
        };
        let boxed = || el("w:pBdr").children(["w:top", "w:left", "w:bottom", "w:right"].map(|side| line(side, 10, 6, tone)));
        let sides = || el("w:ind").with("w:left", 140).with("w:right", 140);
        self.push(particular("SmallPrint", [el("w:keepNext"), boxed(), sides()]).child(run(None, &verdict.label)));
        let outcome = emphasised(verdict.outcome.emphasis, &verdict.outcome.text);
        self.push(particular("Outcome", [boxed(), sides()]).child(outcome));
        if !verdict.state.text.is_empty() {
            self.push(particular("SmallPrint", [el("w:keepNext"), boxed(), sides()]).child(run(None, &verdict.state_label)));
            let state = emphasised(verdict.state.emphasis, &verdict.state.text);
            self.push(particular("Outcome", [boxed(), sides()]).child(state));
        }
        self.under.clone_from(&verdict.label);
        self.facts(&verdict.parts);
    }

    fn part(&mut self, title: &str, on_a_new_page: bool) {
        let on_a_new_page = on_a_new_page.then(|| el("w:pageBreakBefore"));
        self.push(particular("Heading1", on_a_new_page).child(run(None, title)));
    }

    /// A field that Word can make anew, with what it shows until then: the chapters, each a link. Numbers of pages are not known here.
    fn contents(&mut self, report: &Report) {
        self.text("TOCHeading", &report.contents);
        let mark = |kind| el("w:r").child(el("w:fldChar").with("w:fldCharType", kind));
        let last = report.listed().last().map(|(last, _)| last);
        let mut before = vec![
            mark("begin"),
            el("w:r").child(el("w:instrText").with("xml:space", "preserve").text(" TOC \\o \"1-1\" \\n \\h \\z ")),
            mark("separate"),
        ];
        for (index, chapter) in report.listed() {
            let link = el("w:hyperlink").with("w:anchor", bookmark(index)).child(run(None, &chapter.heading()));
            let end = (last == Some(index)).then(|| mark("end"));
            self.push(styled_paragraph("TOC1").children(std::mem::take(&mut before)).child(link).children(end));
        }
    }

    /// A chapter; one that is listed has a name that its link leads to.
    fn chapter(&mut self, chapter: &Chapter, listed: Option<usize>) {
        let [its_own, below] = self.headings;
        match listed {
            None => self.heading(its_own, &chapter.heading(), &chapter.title),
            Some(index) => {
                chapter.title.clone_into(&mut self.under);
                let begin = el("w:bookmarkStart").with("w:id", index).with("w:name", bookmark(index));
                let end = el("w:bookmarkEnd").with("w:id", index);
                self.push(styled_paragraph(its_own).child(begin).child(run(None, &chapter.heading())).child(end));
            }
        }
        for block in &chapter.blocks {
            match block {
                Block::Heading { text } => self.heading(below, text, text),
                Block::Paragraph { text } => self.text("Normal", text),
                Block::Note { text } => self.text("SmallPrint", text),
                Block::Notice { text } => self.push(styled_paragraph("Notice").child(styled("Strong", text))),
                Block::Facts { facts } => self.facts(facts),
                Block::Table(table) => self.table(table),
                Block::Picture(picture) => self.picture(picture),
                Block::List { points } => points.iter().for_each(|point| self.text("ListBullet", point)),
            }
        }
    }

    fn heading(&mut self, style: &str, text: &str, name: &str) {
        name.clone_into(&mut self.under);
        self.text(style, text);
    }

    /// A paragraph; none if there is nothing to say.
    pub(super) fn text(&mut self, style: &str, text: &str) {
        if !text.is_empty() {
            self.push(paragraph(style, text));
        }
    }

    fn push(&mut self, paragraph: Element) {
        self.content.push(paragraph);
        self.after_table = false;
    }

    pub(super) fn push_table(&mut self, table: Element) {
        self.keep_apart();
        self.content.push(table);
        self.after_table = true;
    }

    /// Word makes one table of two between which nothing stands.
    fn keep_apart(&mut self) {
        if self.after_table {
            self.push(styled_paragraph("BetweenTables"));
        }
    }
}
