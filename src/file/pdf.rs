//! The record that is attached to a PDF. The PDF is read in bounded memory and never written to.

use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::parse::parse;
use super::problem::shown;
use super::{FileError, MAX_BYTES, PdfProblem};
use crate::record::Record;

/// No single stream of a PDF is unpacked beyond this, in bytes: no record is larger.
const LARGEST_STREAM: usize = 16 * 1024 * 1024;
/// No PDF with more attached files is looked through.
const MOST_ATTACHED: usize = 256;
/// The tree of attached files is followed no deeper.
const DEEPEST: usize = 16;

/// The name under which a PDF of this program has attached how it was printed.
pub const PRINT_NOTE: &str = "print-note.json";
/// No such note is larger, in bytes.
const LARGEST_NOTE: usize = 1024 * 1024;

/// What a PDF has attached that is of use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attached {
    /// The record.
    pub record: Record,
    /// How the PDF says that it was printed, as it stands there; nothing if it does not say.
    pub print_note: Option<String>,
}

/// Whether bytes are a PDF.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// The record that is attached to a PDF, and what it says of how it was printed. `name` is for messages.
///
/// # Errors
/// [`FileError::Pdf`] if there is none to take; the errors of [`parse`] if what calls itself a record does not fit.
pub(super) fn attached(bytes: &[u8], name: &str) -> Result<Attached, FileError> {
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
    let (mut faulty, mut print_note) = (None, None);
    for (its_name, content) in attached_files(&document) {
        if its_name == PRINT_NOTE {
            print_note = String::from_utf8(content).ok().filter(|note| note.len() <= LARGEST_NOTE);
            continue;
        }
        match parse(&content, &format!("{name} › {its_name}")) {
            Ok((record, _)) if found.contains(&record) => {}
            Ok((record, _)) => found.push(record),
            // Other files may be attached as well.
            Err(FileError::Foreign { .. }) => {}
            Err(error) => faulty = Some(error),
        }
    }
    match (found.pop(), found.len(), faulty) {
        (Some(record), 0, None) => Ok(Attached { record, print_note }),
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
