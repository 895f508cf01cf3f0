//! The record that is attached to a PDF. The PDF is read by a process of its own and never written to.

use super::parse::parse_told;
use super::{FileError, PdfProblem, Read, Told};
use crate::bounds::PDF_NOTE;
use crate::reader::{Parts, Reader, ReaderProblem, Task};
use crate::record::Record;

/// The name under which a PDF of this program has attached how it was printed.
pub const PRINT_NOTE: &str = "print-note.json";

/// What a PDF has attached that is of use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attached {
    /// The record.
    pub record: Record,
    /// How the PDF says that it was printed, as it stands there; nothing if it does not say.
    pub print_note: Option<String>,
    /// How the file of the record stood there.
    pub told: Vec<Told>,
}

/// Whether bytes are a PDF.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// The record that is attached to a PDF, and what it says of how it was printed. `name` is for messages.
///
/// # Errors
/// [`FileError::Pdf`] if there is none to take; the errors of [`parse`](super::parse()) if what calls itself a record does not fit.
pub(super) fn attached(reader: &Reader, bytes: &[u8], name: &str) -> Result<Attached, FileError> {
    let refused = |problem| FileError::Pdf { name: name.to_owned(), problem };
    let mut found: Vec<(Record, Vec<Told>)> = Vec::new();
    let (mut faulty, mut print_note) = (None, None);
    for (its_name, content) in attached_files(reader, bytes).map_err(refused)? {
        if its_name == PRINT_NOTE {
            print_note = String::from_utf8(content).ok().filter(|note| note.len() <= PDF_NOTE);
            continue;
        }
        match parse_told(&content, &format!("{name} › {its_name}")) {
            Ok(Read { record, .. }) if found.iter().any(|(known, _)| *known == record) => {}
            Ok(Read { record, told, .. }) => found.push((record, told)),
            // Other files may be attached as well.
            Err(FileError::Foreign { .. }) => {}
            Err(error) => faulty = Some(error),
        }
    }
    match (found.pop(), found.len(), faulty) {
        (Some((record, told)), 0, None) => Ok(Attached { record, print_note, told }),
        (_, _, Some(error)) => Err(error),
        (None, _, None) => Err(refused(PdfProblem::NoRecord)),
        (Some(_), others, None) => Err(refused(PdfProblem::Several(others + 1))),
    }
}

/// The files that are attached to a PDF and may be records, with their names.
fn attached_files(reader: &Reader, bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, PdfProblem> {
    let parts: Parts = reader.ask(Task::AttachedToPdf, bytes).map_err(PdfProblem::Reader)?;
    let mut parts = parts.into_iter();
    let said: Option<Result<Vec<String>, PdfProblem>> = parts.next().and_then(|said| serde_json::from_slice(&said).ok());
    let names = said.unwrap_or(Err(PdfProblem::Reader(ReaderProblem::Nonsense)))?;
    if names.len() != parts.len() {
        return Err(PdfProblem::Reader(ReaderProblem::Nonsense));
    }
    Ok(names.into_iter().zip(parts).collect())
}
