//! What goes into a package beside the record that it is made of: results that were taken in, and by what all is made.

use std::sync::Arc;

use super::manifest::PartRole;
use super::read::Package;
use super::{MakeError, Objection, PackageKind};
use crate::catalogue::Catalogue;
use crate::export::Along;
use crate::judgement::{Judgement, judge};
use crate::reader::Reader;
use crate::record::{Date, Record};
use crate::text::Lang;

/// By what a package is made.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The catalogue that records are judged by.
    pub catalogue: &'a Catalogue,
    /// The day on which it is made.
    pub today: Date,
    /// The language of what people read in it.
    pub lang: Lang,
    /// What the records in it carry beside their content. The documents print none of it.
    pub along: Along,
    /// Whether results may go on which nobody decided. They are then said to be so wherever their outcome is.
    pub undecided: bool,
}

/// Something that was received and does not go into the application.
#[derive(Clone, Debug)]
pub struct LeftOut {
    /// The record in it.
    pub record: Record,
    /// Why it is left out.
    pub why: Vec<Objection>,
}

/// An agency's result that was taken in, with the documents as the agency made them.
#[derive(Clone, Debug)]
pub struct TakenResult {
    /// The record.
    pub record: Record,
    /// The printed documents of it that came with it; none if the record came alone.
    pub(super) documents: Vec<(PartRole, Vec<u8>)>,
    /// The catalogue that judges it, if not that of the setting.
    catalogue: Option<Arc<Catalogue>>,
}

impl TakenResult {
    /// A result that came as a record alone.
    pub const fn of_record(record: Record) -> Self {
        Self { record, documents: Vec::new(), catalogue: None }
    }

    /// The same result, judged by this catalogue rather than by that of the record it is packed with.
    #[must_use]
    pub fn judged_by(self, catalogue: Arc<Catalogue>) -> Self {
        Self { catalogue: Some(catalogue), ..self }
    }

    /// What comes of it, by the catalogue that judges it.
    pub(super) fn judge(&self, setting: &Setting<'_>) -> Judgement {
        judge(&self.record, self.setting(setting).catalogue, setting.today)
    }

    /// By what it is judged and printed.
    pub(super) fn setting<'a>(&'a self, setting: &Setting<'a>) -> Setting<'a> {
        Setting { catalogue: self.catalogue.as_deref().unwrap_or(setting.catalogue), ..*setting }
    }

    /// A result that came as a package. Its documents go on as they are.
    ///
    /// # Errors
    /// [`MakeError::NotAResult`] if the package is another thing; [`MakeError::Document`] if a document shows another record.
    pub fn of_package(package: Package, reader: &Reader) -> Result<Self, MakeError> {
        if package.kind() != PackageKind::Result {
            return Err(MakeError::NotAResult { kind: package.kind() });
        }
        if let Some(problem) = package.check_documents(reader).into_iter().next() {
            return Err(MakeError::Document(problem));
        }
        let documents = documents_of(&package, &package.record);
        Ok(Self { record: package.record, documents, catalogue: None })
    }

    /// The results in an application, as they were taken in for it.
    ///
    /// # Errors
    /// [`MakeError::Document`] if a document shows another record.
    pub fn of_application(package: &Package, reader: &Reader) -> Result<Vec<Self>, MakeError> {
        if let Some(problem) = package.check_documents(reader).into_iter().next() {
            return Err(MakeError::Document(problem));
        }
        let taken = |record: &Record| Self { record: record.clone(), documents: documents_of(package, record), catalogue: None };
        Ok(package.results.iter().map(taken).collect())
    }
}

/// The printed documents of a record in a package, one of each kind.
fn documents_of(package: &Package, record: &Record) -> Vec<(PartRole, Vec<u8>)> {
    let mut documents: Vec<(PartRole, Vec<u8>)> = Vec::new();
    for (part, bytes) in package.parts().filter(|(part, _)| part.role.document().is_some()) {
        let is_new = !documents.iter().any(|(role, _)| *role == part.role);
        if is_new && part.of.as_ref() == Some(&record.id) {
            documents.push((part.role, bytes.to_vec()));
        }
    }
    documents
}
