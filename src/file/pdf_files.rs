//! What is attached to a PDF, as the reader process sees it.

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use super::{Foreign, MAX_BYTES, PdfProblem, byte_count};
use crate::bounds::{PDF_ATTACHED, PDF_DEPTH, PDF_NODES, PDF_STREAM, PDF_TOGETHER};
use crate::reader::{Confined, Parts, ReaderProblem};
use crate::record::excerpt as shown;

/// Answers [`Task::AttachedToPdf`](crate::reader::Task): first what is to be said, then the files that may be records, in the order
/// of their names in it.
pub fn answer_attached_to_pdf(bytes: &[u8], confined: &Confined) -> Parts {
    let (said, mut files) = match attached_files(bytes, confined) {
        Ok(files) => {
            let (names, files): (Vec<_>, Vec<_>) = files.into_iter().unzip();
            (Ok(names), files)
        }
        Err(problem) => (Err(problem), Vec::new()),
    };
    // Names and problems are text, which is always written.
    files.insert(0, serde_json::to_vec(&said).unwrap_or_default());
    files
}

fn attached_files(bytes: &[u8], _: &Confined) -> Result<Vec<(String, Vec<u8>)>, PdfProblem> {
    let mut document = load(bytes, false)?;
    // A table that leads elsewhere than to the objects is made anew by looking for them.
    if document.catalog().is_err() && !document.is_encrypted() {
        document = load(bytes, true)?;
    }
    if document.is_encrypted() {
        return Err(PdfProblem::Protected);
    }
    files_of(&document)
}

fn load(bytes: &[u8], force_reconstruct: bool) -> Result<Document, PdfProblem> {
    let filter = Some(without_pages as lopdf::FilterFunc);
    let options = LoadOptions { max_decompressed_size: Some(PDF_STREAM), filter, force_reconstruct, ..LoadOptions::default() };
    #[expect(clippy::disallowed_methods, reason = "this is the reader process")]
    Document::load_mem_with_options(bytes, options).map_err(|error| {
        if matches!(error, lopdf::Error::InvalidPassword) {
            PdfProblem::Protected
        } else {
            PdfProblem::Unreadable { said: shown(&error.to_string(), 200) }
        }
    })
}

/// Lets go what pages are made of. Of a long document that is nearly all of it, and a hundred times what the files attached to it are;
/// nobody asks for it here.
fn without_pages(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    const OF_PAGES: [&[u8]; 7] = [b"StructElem", b"Page", b"Pages", b"Font", b"FontDescriptor", b"Annot", b"ExtGState"];
    let is_of_pages = match object {
        Object::Dictionary(entries) => OF_PAGES.into_iter().any(|kind| entries.has_type(kind)),
        _ => false,
    };
    (!is_of_pages).then(|| (id, object.clone()))
}

/// The files that the catalogue of a PDF names as attached and that may be records, with their names. Streams that are too large are
/// left out, and so is what is no text. More than is looked through is refused, since what was not seen may say something else.
fn files_of(document: &Document) -> Result<Vec<(String, Vec<u8>)>, PdfProblem> {
    let Ok(catalogue) = document.catalog() else { return Ok(Vec::new()) };
    let too_many = PdfProblem::Reader(ReaderProblem::Nonsense);
    let mut named = Named { document, files: Vec::new(), nodes: 0 };
    if let Some(tree) = entry(document, catalogue, b"Names").and_then(|names| entry(document, names, b"EmbeddedFiles")) {
        named.collect(tree, PDF_DEPTH);
    }
    if let Some(list) = catalogue.get(b"AF").ok().and_then(|list| resolved(document, list)).and_then(|list| list.as_array().ok())
    {
        named.files.extend(list.iter().filter_map(|file| dictionary(document, file)).take(PDF_ATTACHED + 1));
    }
    if named.files.len() > PDF_ATTACHED || named.nodes > PDF_NODES {
        return Err(too_many);
    }
    let mut files = Vec::new();
    let mut left = PDF_TOGETHER;
    for file in named.files {
        let name = [&b"UF"[..], b"F"].into_iter().find_map(|key| lopdf::decode_text_string(file.get(key).ok()?).ok());
        let content = entry(document, file, b"EF").and_then(|streams| {
            let stream = [&b"UF"[..], b"F"].into_iter().find_map(|key| resolved(document, streams.get(key).ok()?))?;
            stream.as_stream().ok()?.decompressed_content_with_limit(PDF_STREAM).ok()
        });
        if let Some(content) = content.filter(|content| byte_count(content) <= MAX_BYTES && Foreign::of_bytes(content).is_none())
        {
            let Some(after) = left.checked_sub(content.len()) else { return Err(too_many) };
            left = after;
            files.push((shown(&name.unwrap_or_default(), 80), content));
        }
    }
    Ok(files)
}

/// The files that a tree of names leads to.
struct Named<'a> {
    document: &'a Document,
    files: Vec<&'a Dictionary>,
    /// So many nodes were looked at. Nodes may name each other in circles, and many times.
    nodes: usize,
}

impl<'a> Named<'a> {
    /// Follows a name tree: pairs of name and file, or kids with more of them.
    fn collect(&mut self, node: &'a Dictionary, depth: usize) {
        self.nodes += 1;
        if depth == 0 || self.files.len() > PDF_ATTACHED || self.nodes > PDF_NODES {
            return;
        }
        let document = self.document;
        let list =
            |key: &[u8]| node.get(key).ok().and_then(|list| resolved(document, list)).and_then(|list| list.as_array().ok());
        if let Some(pairs) = list(b"Names") {
            let files = pairs.iter().skip(1).step_by(2).filter_map(|file| dictionary(document, file));
            self.files.extend(files.take(PDF_ATTACHED + 1));
        }
        for kid in list(b"Kids").into_iter().flatten().take(PDF_ATTACHED).filter_map(|kid| dictionary(document, kid)) {
            self.collect(kid, depth - 1);
        }
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
