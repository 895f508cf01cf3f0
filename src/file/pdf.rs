//! The record that is attached to a PDF. The PDF is read in bounded memory and never written to.

use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::parse::parse;
use super::problem::shown;
use super::{FileError, MAX_BYTES};
use crate::record::Record;
use crate::text::Lang;

/// No single stream of a PDF is unpacked beyond this, in bytes: no record is larger.
const LARGEST_STREAM: usize = 16 * 1024 * 1024;
/// No PDF with more attached files is looked through.
const MOST_ATTACHED: usize = 256;
/// The tree of attached files is followed no deeper.
const DEEPEST: usize = 16;

/// Why no record can be taken from a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfProblem {
    /// No record is attached to it.
    NoRecord,
    /// Records that differ are attached to it, so many.
    Several(usize),
    /// It is protected by a password.
    Protected,
    /// It cannot be read as a PDF.
    Unreadable {
        /// What the reader said.
        said: String,
    },
}

impl PdfProblem {
    /// What is wrong, and what to do.
    pub(super) fn words(&self, lang: Lang) -> (String, &'static str) {
        match self {
            Self::NoRecord => (
                lang.pick("このPDFには評価記録が添付されていません。", "No assessment record is attached to this PDF.").to_owned(),
                lang.pick(
                    "liu-wizard が書き出したままのPDFを選ぶか、渡した人に .liu.ron か .liu.json を頼んでください。印刷し直したPDFでは添付が失われます。",
                    "Choose a PDF as liu-wizard exported it, or ask for the .liu.ron or .liu.json. A PDF that was printed again has lost its attachment.",
                ),
            ),
            Self::Several(count) => (
                match lang {
                    Lang::Ja => format!("このPDFには、内容の違う評価記録が{count}件添付されています。"),
                    Lang::En => format!("{count} different assessment records are attached to this PDF."),
                },
                lang.pick(
                    "どれを使うかを渡した人に確かめ、その .liu.ron か .liu.json を受け取ってください。",
                    "Ask whoever handed it over which one is meant, and for its .liu.ron or .liu.json.",
                ),
            ),
            Self::Protected => (
                lang.pick("このPDFはパスワードで保護されています。", "This PDF is protected by a password.").to_owned(),
                lang.pick(
                    "保護のないPDFか、.liu.ron か .liu.json を受け取ってください。",
                    "Ask for the PDF without protection, or for the .liu.ron or .liu.json.",
                ),
            ),
            Self::Unreadable { said } => (
                match lang {
                    Lang::Ja => format!("PDFとして読めません：{said}"),
                    Lang::En => format!("This cannot be read as a PDF: {said}"),
                },
                lang.pick(
                    "途中で壊れたおそれがあります。渡した人に、もう一度送ってもらってください。",
                    "It may have been damaged on its way. Ask whoever handed it over to send it again.",
                ),
            ),
        }
    }
}

/// Whether bytes are a PDF.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// The record that is attached to a PDF. `name` is for messages.
///
/// # Errors
/// [`FileError::Pdf`] if there is none to take; the errors of [`parse`] if what calls itself a record does not fit.
pub(super) fn attached_record(bytes: &[u8], name: &str) -> Result<Record, FileError> {
    let refused = |problem| FileError::Pdf { name: name.to_owned(), problem };
    let options = LoadOptions { max_decompressed_size: Some(LARGEST_STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|error| {
        let said = shown(&error.to_string(), 200);
        refused(if matches!(error, lopdf::Error::InvalidPassword) {
            PdfProblem::Protected
        } else {
            PdfProblem::Unreadable { said }
        })
    })?;
    if document.is_encrypted() {
        return Err(refused(PdfProblem::Protected));
    }
    let mut found: Vec<Record> = Vec::new();
    let mut faulty = None;
    for (its_name, content) in attached_files(&document) {
        match parse(&content, &format!("{name} › {its_name}")) {
            Ok((record, _)) if found.contains(&record) => {}
            Ok((record, _)) => found.push(record),
            // Other files may be attached as well.
            Err(FileError::Foreign { .. }) => {}
            Err(error) => faulty = Some(error),
        }
    }
    match (found.pop(), found.len(), faulty) {
        (Some(record), 0, None) => Ok(record),
        (_, _, Some(error)) => Err(error),
        (None, _, None) => Err(refused(PdfProblem::NoRecord)),
        (Some(_), others, None) => Err(refused(PdfProblem::Several(others + 1))),
    }
}

/// The files that the catalogue of a PDF names as attached, with their names. Streams that are too large are left out.
fn attached_files(document: &Document) -> Vec<(String, Vec<u8>)> {
    let Ok(catalogue) = document.catalog() else { return Vec::new() };
    let mut named: Vec<&Dictionary> = Vec::new();
    if let Some(tree) = entry(document, catalogue, b"Names").and_then(|names| entry(document, names, b"EmbeddedFiles")) {
        collect(document, tree, DEEPEST, &mut named);
    }
    if let Some(list) = catalogue.get(b"AF").ok().and_then(|list| resolved(document, list)).and_then(|list| list.as_array().ok())
    {
        named.extend(list.iter().filter_map(|file| dictionary(document, file)).take(MOST_ATTACHED));
    }
    let mut files = Vec::new();
    for file in named.into_iter().take(MOST_ATTACHED) {
        let name = [&b"UF"[..], b"F"].into_iter().find_map(|key| lopdf::decode_text_string(file.get(key).ok()?).ok());
        let content = entry(document, file, b"EF").and_then(|streams| {
            let stream = [&b"UF"[..], b"F"].into_iter().find_map(|key| resolved(document, streams.get(key).ok()?))?;
            stream.as_stream().ok()?.decompressed_content_with_limit(LARGEST_STREAM).ok()
        });
        if let Some(content) = content.filter(|content| u64::try_from(content.len()).is_ok_and(|length| length <= MAX_BYTES)) {
            files.push((shown(&name.unwrap_or_default(), 80), content));
        }
    }
    files
}

/// Follows a name tree: pairs of name and file, or kids with more of them.
fn collect<'a>(document: &'a Document, node: &'a Dictionary, depth: usize, found: &mut Vec<&'a Dictionary>) {
    if depth == 0 || found.len() >= MOST_ATTACHED {
        return;
    }
    let list = |key: &[u8]| node.get(key).ok().and_then(|list| resolved(document, list)).and_then(|list| list.as_array().ok());
    if let Some(pairs) = list(b"Names") {
        found.extend(pairs.iter().skip(1).step_by(2).filter_map(|file| dictionary(document, file)).take(MOST_ATTACHED));
    }
    for kid in list(b"Kids").into_iter().flatten().take(MOST_ATTACHED).filter_map(|kid| dictionary(document, kid)) {
        collect(document, kid, depth - 1, found);
    }
}

fn entry<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    self::dictionary(document, dictionary.get(key).ok()?)
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    resolved(document, object)?.as_dict().ok()
}

fn resolved<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Object> {
    document.dereference(object).ok().map(|(_, object)| object)
}
