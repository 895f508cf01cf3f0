//! Printing once more what stands in a PDF of this program, as the PDF says that it was printed.

use std::sync::Arc;

use super::documents;
use super::manifest::{Part, PartRole};
use super::read::Package;
use crate::catalogue::Catalogue;
use crate::export::{self, ExportError, ExportInput, PrintNote, Printed};
use crate::judgement::{Judgement, judge};
use crate::record::{CataloguePin, Record};

/// Why nothing is printed.
#[derive(Debug)]
pub enum NotPrinted {
    /// A catalogue is not at hand by which it was printed.
    NoCatalogue(Box<CataloguePin>),
    /// It tells of what stands beside it in a package, and is looked at without that.
    NoPackage,
    /// The package is none in which such a document stands.
    OtherPackage,
    /// The record names what the catalogue does not know.
    OtherCatalogue,
    /// The record does not allow it, or it cannot be set.
    Export(ExportError),
}

impl From<ExportError> for NotPrinted {
    fn from(error: ExportError) -> Self {
        Self::Export(error)
    }
}

/// Prints once more what a PDF says that was printed of the record attached to it. `package` is the one in which it stands, and
/// `catalogue` gives the catalogues at hand.
///
/// # Errors
/// [`NotPrinted`] says why nothing is printed.
pub fn print_again(
    note: &PrintNote,
    record: &Record,
    package: Option<&Package>,
    catalogue: impl Fn(&CataloguePin) -> Option<Arc<Catalogue>>,
) -> Result<Vec<u8>, NotPrinted> {
    let catalogue = |pin: &CataloguePin| catalogue(pin).ok_or_else(|| NotPrinted::NoCatalogue(Box::new(pin.clone())));
    let its_catalogue = catalogue(&note.catalogue)?;
    if !its_catalogue.dangling_ids(record).is_empty() {
        return Err(NotPrinted::OtherCatalogue);
    }
    let judgement = judge(record, &its_catalogue, note.day);
    let input = note.input(record, &its_catalogue, &judgement);
    export::check_copy(&input)?;
    let beside = || package.ok_or(NotPrinted::NoPackage);
    let report = match &note.printed {
        Printed::Alone(document) => export::report(document, &input)?,
        Printed::InPackage(document) => documents::of_record(document, &input)?,
        Printed::Letter => documents::letter(&enclosed(beside()?), &input),
        Printed::Reason => {
            let manifest = &beside()?.manifest;
            let said = manifest.answers.as_ref().zip(manifest.comment.as_ref());
            let (request, comment) = said.ok_or(NotPrinted::OtherPackage)?;
            documents::comment(request, comment.as_str(), &enclosed(beside()?), &input)
        }
        Printed::Cover { judged_by, left_out } => {
            let results = &beside()?.results;
            if results.len() != judged_by.len() {
                return Err(NotPrinted::OtherPackage);
            }
            let catalogues: Vec<Arc<Catalogue>> = judged_by.iter().map(catalogue).collect::<Result<_, _>>()?;
            let judged: Vec<Judgement> =
                results.iter().zip(&catalogues).map(|(result, catalogue)| judge(result, catalogue, note.day)).collect();
            let of_results: Vec<ExportInput<'_>> = results
                .iter()
                .zip(catalogues.iter().zip(&judged))
                .map(|(result, (catalogue, judged))| ExportInput::new(result, catalogue, judged, note.day, note.lang()))
                .collect();
            documents::cover(&of_results, left_out, &enclosed(beside()?), &input)
        }
    };
    Ok(export::print(report, note, &input)?)
}

/// What a letter or cover lists: all that was put into the package before it.
fn enclosed(package: &Package) -> Vec<Part> {
    let is_listed = |part: &&Part| !matches!(part.role, PartRole::Letter | PartRole::Comment | PartRole::Cover);
    package.manifest.parts.iter().filter(is_listed).cloned().collect()
}
