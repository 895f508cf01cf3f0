//! Reading a package: what it holds, checked against its manifest, in memory alone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::manifest::{Manifest, Part, PartRole};
use super::{CameAttached, Misfit, PackageError, PackageKind, attachment, without_assessment};
use crate::bounds::{PACKAGE_FILE, PACKAGE_FILES, PACKAGE_UNPACKED};
use crate::export::{
    Along, Forgiven, Limits, NamedFile, SetProblem, Unpacked, check_listed, find, not_listed, recognise, unpack,
};
use crate::file::{self, FileFormat};
use crate::reader::Reader;
use crate::record::{ContentDigest, Line, Record, RecordId, Role};

/// What a package may hold at most.
pub(super) const LIMITS: Limits = Limits { files: PACKAGE_FILES, each: PACKAGE_FILE, all: PACKAGE_UNPACKED };

/// A package that is whole.
#[derive(Clone, Debug)]
pub struct Package {
    /// What it says of itself; all of it was checked.
    pub manifest: Manifest,
    /// The record that it is about.
    pub record: Record,
    /// The results of agencies in an application.
    pub results: Vec<Record>,
    /// What of the outer form was let pass: it is none of the content, and is said.
    pub forgiven: Vec<Forgiven>,
    /// Attachments that are missing or changed; of a package that is whole there are none.
    damaged: Vec<SetProblem>,
    files: Vec<NamedFile>,
}

impl Package {
    /// What the package is for.
    pub const fn kind(&self) -> PackageKind {
        self.manifest.kind
    }

    /// The record that it is about, as it is to be read: of a request that was sent back without the assessment that is not given.
    pub fn about(&self) -> Record {
        match self.kind() {
            PackageKind::Returned => without_assessment(&self.record),
            PackageKind::Request | PackageKind::Result | PackageKind::Application => self.record.clone(),
        }
    }

    /// Refuses a package of which attachments are missing or changed.
    ///
    /// # Errors
    /// [`PackageError::Attachments`] names them.
    pub fn refuse_if_damaged(&self) -> Result<(), PackageError> {
        let damaged = self.attachments().into_iter().filter_map(|came| Some((came.title, came.content.err()?)));
        let damaged: Vec<_> = damaged.collect();
        if damaged.is_empty() { Ok(()) } else { Err(PackageError::Attachments(damaged)) }
    }

    /// Attachments that are missing or changed.
    pub fn damaged(&self) -> &[SetProblem] {
        &self.damaged
    }

    /// What came attached, with what became of it.
    pub fn attachments(&self) -> Vec<CameAttached> {
        let listed = self.manifest.parts.iter().filter(|part| part.role == PartRole::Attachment);
        let came = |part: &Part| CameAttached {
            title: part.title.clone().unwrap_or_else(|| Line::of_name(&part.name)),
            name: Line::<200>::of_name(&part.name).to_string(),
            size: part.size,
            sha256: part.sha256.clone(),
            content: match (self.damaged.iter().find(|problem| problem.file() == part.name), find(&self.files, &part.name)) {
                (None, Some(bytes)) => Ok(bytes.to_vec()),
                (Some(problem), _) => Err(problem.clone()),
                (None, None) => Err(SetProblem::Missing(part.name.clone())),
            },
        };
        listed.map(came).collect()
    }

    /// The parts with their bytes, in the order of the manifest. Those that are missing or changed are not among them.
    pub fn parts(&self) -> impl Iterator<Item = (&Part, &[u8])> {
        self.manifest.parts.iter().filter_map(|part| Some((part, find(&self.files, &part.name)?)))
    }

    /// The record with this id: the one the package is about, or a result in it.
    pub fn record_of(&self, id: &RecordId) -> Option<&Record> {
        std::iter::once(&self.record).chain(&self.results).find(|record| record.id == *id)
    }

    /// The printed documents with their bytes, in the order of the manifest.
    pub fn documents(&self) -> impl Iterator<Item = (&Part, &[u8])> {
        let is_document = |role| !matches!(role, PartRole::Record | PartRole::Result | PartRole::Workbook | PartRole::Attachment);
        self.parts().filter(move |(part, bytes)| is_document(part.role) && !is_markdown(part, bytes))
    }

    /// What does not fit of the printed documents: each has the record attached that the package holds beside it, with or without
    /// its comments and history.
    pub fn check_documents(&self, reader: &Reader) -> Vec<SetProblem> {
        let mut problems = Vec::new();
        for (part, bytes) in self.documents() {
            let beside = part.of.as_ref().and_then(|id| self.record_of(id));
            match file::read(reader, bytes, &part.name) {
                Ok(attached) if beside.is_some_and(|record| is_record_or_less(&attached.record, record)) => {}
                Ok(_) => problems.push(SetProblem::AnotherRecord(part.name.clone())),
                Err(_) => problems.push(SetProblem::Unreadable(part.name.clone())),
            }
        }
        problems
    }
}

/// Whether one record is the other, perhaps without comments or history: with nothing of its own beside the content.
fn is_record_or_less(one: &Record, other: &Record) -> bool {
    let along = Along { comments: !one.comments.is_empty(), history: !one.history.is_empty(), annex: false, application: false };
    *one == along.of(other)
}

/// Reads a package. What is refused was not read in part.
///
/// # Errors
/// [`PackageError`] says why it is refused.
pub fn read(bytes: &[u8]) -> Result<Package, PackageError> {
    let package = read_despite_attachments(bytes)?;
    package.refuse_if_damaged()?;
    Ok(package)
}

/// Reads a package whose attachments may be missing or changed, for somebody who is told so: see [`Package::damaged`]. Everything
/// else is as whole as in [`read()`], and a damaged attachment is not given out.
///
/// # Errors
/// [`PackageError`] says why it is refused.
pub fn read_despite_attachments(bytes: &[u8]) -> Result<Package, PackageError> {
    let Unpacked { mut files, mut forgiven } = unpack(bytes, LIMITS).map_err(PackageError::Archive)?;
    let manifest = Manifest::read(&files)?;
    let names = || manifest.parts.iter().map(|part| part.name.as_str());
    let mut seen = BTreeSet::new();
    if let Some(name) = names().find(|name| !seen.insert(*name)) {
        return Err(Misfit::ListedTwice { name: name.to_owned() }.into());
    }
    attachment::check_listed(&manifest.parts)?;
    forgiven.extend(recognise(&mut files, manifest.parts.iter().map(Part::listed)));
    let (mut problems, mut damaged) = (Vec::new(), Vec::new());
    for part in &manifest.parts {
        let found = if part.role == PartRole::Attachment { &mut damaged } else { &mut problems };
        found.extend(check_listed(part.listed(), find(&files, &part.name)));
    }
    problems.extend(not_listed(&files, names()));
    if !problems.is_empty() {
        problems.extend(damaged);
        return Err(PackageError::Parts(problems));
    }
    files.retain(|(name, _)| !damaged.iter().any(|problem| problem.file() == name));
    let records = records(&manifest, &files, PartRole::Record)?;
    let results = self::records(&manifest, &files, PartRole::Result)?;
    let Ok([record]) = <[Record; 1]>::try_from(records) else { return Err(Misfit::NotOneRecord.into()) };
    check_what_it_is_about(&manifest, &record, &results)?;
    Ok(Package { manifest, record, results, forgiven, damaged, files })
}

/// Markdown has nothing attached. What calls itself so and is a PDF is looked at all the same.
fn is_markdown(part: &Part, bytes: &[u8]) -> bool {
    part.role.document().is_none() && part.name.ends_with(".md") && std::str::from_utf8(bytes).is_ok()
}

/// The records that are parts in this role, each the one that its part names.
fn records(manifest: &Manifest, files: &[NamedFile], role: PartRole) -> Result<Vec<Record>, PackageError> {
    let mut records = Vec::new();
    for part in manifest.parts.iter().filter(|part| part.role == role) {
        let bytes = find(files, &part.name).unwrap_or_default();
        let (record, format) = file::parse(bytes, &part.name).map_err(PackageError::Record)?;
        let is_named = part.of.as_ref() == Some(&record.id) && part.content == Some(record.content_digest());
        if !is_named || format != FileFormat::Json {
            return Err(PackageError::Parts(vec![SetProblem::AnotherRecord(part.name.clone())]));
        }
        records.push(record);
    }
    Ok(records)
}

/// Whether the manifest and the records agree, and are what the kind of package asks for.
fn check_what_it_is_about(manifest: &Manifest, record: &Record, results: &[Record]) -> Result<(), Misfit> {
    let content: ContentDigest = record.content_digest();
    let agrees = manifest.record == record.id
        && manifest.content == content
        && manifest.state == record.approval.state
        && manifest.profile == record.profile
        && manifest.catalogue == record.catalogue
        && manifest.answers == record.answers_request;
    if !agrees {
        return Err(Misfit::AnotherRecord);
    }
    let role = match manifest.kind {
        PackageKind::Request | PackageKind::Application => Role::Csp,
        PackageKind::Result | PackageKind::Returned => Role::Agency,
    };
    if record.role != role || results.iter().any(|result| result.role != Role::Agency) {
        return Err(Misfit::RoleOfRecord);
    }
    if (manifest.kind == PackageKind::Application) == results.is_empty() {
        return Err(Misfit::Results);
    }
    let ids: BTreeSet<&RecordId> = std::iter::once(record).chain(results).map(|record| &record.id).collect();
    if ids.len() != 1 + results.len() {
        return Err(Misfit::Results);
    }
    let returned = manifest.kind == PackageKind::Returned;
    if returned != manifest.comment.is_some() || (returned && record.answers_request.is_none()) {
        return Err(Misfit::Comment);
    }
    Ok(())
}

/// The same path with the end of a package's name: `case` → `case.liu.zip`.
pub fn completed_name(path: &Path) -> PathBuf {
    const ENDING: &str = ".liu.zip";
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return path.to_owned() };
    let lower = name.to_lowercase();
    if lower.ends_with(ENDING) && lower.len() > ENDING.len() {
        return path.to_owned();
    }
    let stem = [".zip", ".liu"].iter().find_map(|end| lower.ends_with(end).then(|| name.get(..name.len() - end.len())));
    let stem = stem.flatten().filter(|stem| !stem.is_empty()).unwrap_or(name);
    path.with_file_name(format!("{stem}{ENDING}"))
}
