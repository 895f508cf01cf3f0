//! Word documents read back by readers that are not ours.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::process::{Command, Stdio};

use docx_rs::{
    DocumentChild, Paragraph, ParagraphChild, Run, RunChild, StructuredDataTagChild, Table, TableCellContent, TableChild,
    TableRowChild, read_docx,
};
use liu_wizard::export::{Block, Cell, Document, Fact, Medium, Product, Report, render};
use liu_wizard::record::Record;
use liu_wizard::text::Lang;
use quick_xml::events::{BytesStart, Event};

use crate::support::exports::Case;

/// A document as Word reads it.
pub fn word(document: &Document, record: &Record, lang: Lang) -> Vec<u8> {
    render(&Product::Document(document.clone(), Medium::Docx), &Case::new(record.clone()).input(lang)).unwrap()
}

/// A file of the document.
pub fn part(docx: &[u8], name: &str) -> Node {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut content = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut content).unwrap();
    Node::read(&content)
}

/// The names of its files.
pub fn part_names(docx: &[u8]) -> Vec<String> {
    zip::ZipArchive::new(Cursor::new(docx)).unwrap().file_names().map(|name| name.unwrap().to_string()).collect()
}

/// An element of XML.
#[derive(Debug, Default)]
pub struct Node {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
    /// The text directly in it.
    pub text: String,
}

impl Node {
    fn read(xml: &str) -> Self {
        let mut reader = quick_xml::Reader::from_str(xml);
        reader.config_mut().check_end_names = true;
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => open.push(Self::begin(&start)),
                Event::Empty(start) => open.last_mut().unwrap().children.push(Self::begin(&start)),
                Event::End(_) => {
                    let node = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(node);
                }
                Event::Text(text) => open.last_mut().unwrap().text.push_str(&text.xml10_content()),
                Event::GeneralRef(name) => {
                    let meant = quick_xml::escape::unescape(&format!("&{};", name.into_inner())).unwrap().into_owned();
                    open.last_mut().unwrap().text.push_str(&meant);
                }
                Event::Eof => break,
                Event::Decl(_) => {}
                other => panic!("{other:?} in a file of ours"),
            }
        }
        assert_eq!(open.len(), 1, "everything is closed");
        open.pop().unwrap().children.pop().unwrap()
    }

    fn begin(start: &BytesStart<'_>) -> Self {
        let attribute = |attribute: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
            let attribute = attribute.unwrap();
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap().into_owned();
            (attribute.key.as_ref().to_owned(), value)
        };
        Self {
            name: start.name().as_ref().to_owned(),
            attributes: start.attributes().map(attribute).collect(),
            ..Self::default()
        }
    }

    /// Every element of this name in it, in their order.
    pub fn all(&self, name: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }

    /// The first of this name in it.
    pub fn first(&self, name: &str) -> Option<&Node> {
        self.all(name).into_iter().next()
    }

    pub fn has(&self, name: &str) -> bool {
        self.first(name).is_some()
    }

    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// `w:val` of the first of this name in it.
    pub fn val(&self, name: &str) -> &str {
        self.first(name).map_or("", |node| node.attribute("w:val"))
    }

    /// All text that is to be read in it.
    pub fn said(&self) -> String {
        match self.name.as_str() {
            "w:t" => self.text.clone(),
            "w:br" => "\n".to_owned(),
            _ => self.children.iter().map(Self::said).collect(),
        }
    }

    /// The style of a paragraph.
    pub fn style(&self) -> &str {
        self.val("w:pStyle")
    }
}

/// The paragraphs that are not empty, in and outside of tables.
pub fn paragraphs(docx: &[u8]) -> Vec<String> {
    let said = part(docx, "word/document.xml").all("w:p").iter().map(|paragraph| paragraph.said()).collect::<Vec<_>>();
    said.into_iter().filter(|text| !text.is_empty()).collect()
}

/// The same as `docx-rs` reads them, which takes `&amp;` in a text for `&`.
pub fn paragraphs_by_docx_rs(docx: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for child in read_docx(docx).unwrap().document.children {
        match child {
            DocumentChild::Paragraph(paragraph) => found.push(text_of(&paragraph)),
            DocumentChild::Table(table) => paragraphs_of(&table, &mut found),
            DocumentChild::Section(_) => {}
            other => panic!("{other:?}"),
        }
    }
    found.retain(|text| !text.is_empty());
    found
}

fn paragraphs_of(table: &Table, found: &mut Vec<String>) {
    for TableChild::TableRow(row) in &table.rows {
        for TableRowChild::TableCell(cell) in &row.cells {
            for content in &cell.children {
                match content {
                    TableCellContent::Paragraph(paragraph) => found.push(text_of(paragraph)),
                    other => panic!("{other:?}"),
                }
            }
        }
    }
}

fn text_of(paragraph: &Paragraph) -> String {
    let mut text = String::new();
    for child in &paragraph.children {
        match child {
            ParagraphChild::Run(run) => text.push_str(&text_of_run(run)),
            ParagraphChild::StructuredDataTag(place) => {
                for child in &place.children {
                    let StructuredDataTagChild::Run(run) = child else { panic!("{child:?}") };
                    text.push_str(&text_of_run(run));
                }
            }
            ParagraphChild::Hyperlink(link) => link.children.iter().for_each(|child| match child {
                ParagraphChild::Run(run) => text.push_str(&text_of_run(run)),
                other => panic!("{other:?}"),
            }),
            ParagraphChild::BookmarkStart(_) | ParagraphChild::BookmarkEnd(_) => {}
            other => panic!("{other:?}"),
        }
    }
    text
}

fn text_of_run(run: &Run) -> String {
    let text = run.children.iter().map(|child| match child {
        RunChild::Text(text) => text.text.as_str(),
        RunChild::Break(_) => "\n",
        RunChild::FieldChar(_) | RunChild::InstrText(_) | RunChild::InstrTextString(_) => "",
        other => panic!("{other:?}"),
    });
    text.collect()
}

/// What a report says, in the order in which a person reads it.
pub fn said_by(report: &Report) -> Vec<String> {
    let head = &report.head;
    let mut said = vec![report.running.draft.clone(), head.handling.text.clone(), head.addressee.text.clone()];
    said.extend([report.title.clone(), report.subtitle.clone()]);
    said_by_facts(&head.facts, &mut said);
    said.extend(report.notices.iter().cloned());
    if let Some(verdict) = &report.verdict {
        said.push(verdict.label.clone());
        said.push(verdict.outcome.text.clone());
        said.push(verdict.state_label.clone());
        said.push(verdict.state.text.clone());
        said_by_facts(&verdict.parts, &mut said);
    }
    said_by_facts(&report.cover, &mut said);
    let first = report.listed().next().map(|(first, _)| first);
    for (index, chapter) in report.chapters.iter().enumerate() {
        if first == Some(index) {
            said.push(report.contents.clone());
            said.extend(report.listed().map(|(_, chapter)| chapter.heading()));
        }
        said.push(chapter.part.clone());
        said.push(chapter.heading());
        for block in &chapter.blocks {
            match block {
                Block::Heading { text } | Block::Paragraph { text } | Block::Note { text } | Block::Notice { text } => {
                    said.push(text.clone());
                }
                Block::Facts { facts } => said_by_facts(facts, &mut said),
                Block::Table(table) => said_by_table(table, &mut said),
                Block::Picture(picture) => {
                    said.push(picture.legend.clone());
                    said_by_table(&picture.table(), &mut said);
                }
                Block::List { points } => said.extend(points.iter().cloned()),
            }
        }
    }
    said.retain(|text| !text.is_empty());
    said
}

fn said_by_table(table: &liu_wizard::export::Table, said: &mut Vec<String>) {
    said.push(table.title.clone());
    said.extend(table.columns.iter().map(|column| column.title.clone()));
    table.rows.iter().flatten().for_each(|cell| said_by_cell(cell, said));
}

fn said_by_facts(facts: &[Fact], said: &mut Vec<String>) {
    for fact in facts {
        said.push(fact.label.clone());
        said_by_cell(&fact.value, said);
    }
}

fn said_by_cell(cell: &Cell, said: &mut Vec<String>) {
    said.push(cell.text.clone());
    said.push(cell.detail.clone());
}

/// A document as an office suite prints it, with fonts, settings and a profile of the test's own; nothing where there is none.
pub fn printed_by_office_suite(docx: &[u8]) -> Option<Vec<u8>> {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("soffice is not on PATH: no office suite was asked to open the document");
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts");
    let settings = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{fonts}</dir><cachedir>{}</cachedir></fontconfig>",
        at("font-cache").display()
    );
    std::fs::write(at("fonts.conf"), settings).unwrap();
    std::fs::write(at("document.docx"), docx).unwrap();
    let output = Command::new("soffice")
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", folder.path())
        .env("LC_ALL", "C.UTF-8")
        .env("TZ", "Asia/Tokyo")
        .env("FONTCONFIG_FILE", at("fonts.conf"))
        .env("SAL_USE_VCLPLUGIN", "svp")
        .arg(format!("-env:UserInstallation=file://{}", at("profile").display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(at("document.docx"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    Some(std::fs::read(at("document.pdf")).unwrap_or_else(|error| panic!("{error}: {output:?}")))
}
