//! The set of a record (事前申請の記録一式, 調達の記録一式): documents as PDF, JSON and RON of it, with a manifest of their digests that
//! seals itself.
//!
//! A digest proves nothing against somebody who can change manifest and files alike. It shows slips and damage; the reference is
//! what the other side holds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::archive::MANIFEST_NAME;
use super::archive::{self, Forgiven, Limits, NamedFile, Unpacked};
use super::listed::{
    Listed, ManifestProblem, SetProblem, check_listed, find, is_as_sealed, not_listed, read_manifest, recognise, sealed,
};
use super::one_file;
use super::{Along, Data, Document, ExportError, ExportInput, ExportedFile, FileRole, Medium, Product};
use crate::bounds::{SET_FILE, SET_FILES, SET_UNPACKED};
use crate::file::{self, byte_count};
use crate::record::{ApprovalState, CataloguePin, ContentDigest, Date, ProfileId, Record, RecordId};

/// What the manifest of a set says it is.
pub const SET_FORMAT: &str = "liu-wizard-set";
/// The version that is written, and the newest that is read.
const VERSION: u32 = 2;
/// The last version whose manifest has no seal.
const LAST_UNSEALED: u32 = 1;
/// What a set may hold at most.
const LIMITS: Limits = Limits { files: SET_FILES, each: SET_FILE, all: SET_UNPACKED };

/// What a set holds, and of what it was made. Written as canonical JSON (RFC 8785) that seals itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Always `liu-wizard-set`.
    pub format: String,
    /// Version of the manifest's format.
    pub version: u32,
    /// The record.
    pub record: RecordId,
    /// Digest of the record's content, without its approval.
    pub content: ContentDigest,
    /// The state of its approval.
    pub state: ApprovalState,
    /// The procedure profile.
    pub profile: ProfileId,
    /// The catalogue that the record is pinned to.
    pub catalogue: CataloguePin,
    /// The day on which the set was made.
    pub made_on: Date,
    /// The other files.
    pub files: Vec<ManifestFile>,
    /// SHA-256 of the canonical JSON of everything else in the manifest, so that no slip in it goes unnoticed. Version 1 had none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<ContentDigest>,
}

/// One file of a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ManifestFile {
    /// Its name, without a folder.
    pub name: String,
    /// What it is for.
    pub role: FileRole,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes.
    pub sha256: ContentDigest,
}

/// Makes the set: these documents as PDF, JSON, RON and the manifest. The record among them has its annex, whatever goes along
/// otherwise: a set is kept for those who ask later what was gone by.
///
/// # Errors
/// As [`render`](super::render()).
pub fn pre_application(documents: &[Document], input: &ExportInput<'_>) -> Result<Vec<ExportedFile>, ExportError> {
    let input = &ExportInput { along: Along { annex: true, ..input.along }, ..*input };
    let mut files = Vec::new();
    let called = |product: Product| product.file_name(input.record, input.lang);
    for document in documents {
        let bytes = one_file::document(document, Medium::Pdf, input)?;
        let name = called(Product::Document(document.clone(), Medium::Pdf));
        files.push(ExportedFile { name, bytes, role: FileRole::Document });
    }
    for (data, role) in [(Data::Json, FileRole::RecordJson), (Data::Ron, FileRole::RecordRon)] {
        files.push(ExportedFile { name: called(Product::Data(data)), bytes: one_file::data(data, input)?, role });
    }
    let manifest = sealed(&manifest(input, &files)).map_err(|error| ExportError::Packing { problem: error.to_string() })?;
    files.push(ExportedFile { name: MANIFEST_NAME.to_owned(), bytes: manifest, role: FileRole::Manifest });
    Ok(files)
}

fn manifest(input: &ExportInput<'_>, files: &[ExportedFile]) -> Manifest {
    let listed = files.iter().map(|file| ManifestFile {
        name: file.name.clone(),
        role: file.role,
        size: byte_count(&file.bytes),
        sha256: ContentDigest::of(&file.bytes),
    });
    Manifest {
        format: SET_FORMAT.to_owned(),
        version: VERSION,
        record: input.record.id.clone(),
        content: input.record.content_digest(),
        state: input.record.approval.state,
        profile: input.record.profile.clone(),
        catalogue: input.record.catalogue.clone(),
        made_on: input.today,
        files: listed.collect(),
        seal: None,
    }
}

/// Packs the files of a set into one ZIP file.
///
/// # Errors
/// [`ExportError::Packing`].
pub(super) fn pack(files: &[ExportedFile]) -> Result<Vec<u8>, ExportError> {
    let files = files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
    archive::pack(files).map_err(|error| ExportError::Packing { problem: error.to_string() })
}

/// Reads the files of a ZIP file, none of which is written anywhere.
///
/// # Errors
/// [`ExportError::Unpacking`] if it is no ZIP file that can be read safely, or holds too many files or too large ones.
pub fn read_zip(bytes: &[u8]) -> Result<Unpacked, ExportError> {
    archive::unpack(bytes, LIMITS).map_err(ExportError::Unpacking)
}

/// The files of a folder, without those that systems add by themselves.
pub fn of_folder(mut files: Vec<NamedFile>) -> Unpacked {
    let added: Vec<String> =
        files.iter().map(|(name, _)| name).filter(|name| archive::is_added_by_systems(name)).cloned().collect();
    files.retain(|(name, _)| !archive::is_added_by_systems(name));
    let forgiven = if added.is_empty() { Vec::new() } else { vec![Forgiven::AddedBySystems(added)] };
    Unpacked { files, forgiven }
}

/// What came of checking a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetCheck {
    /// What the set says of itself.
    pub manifest: Manifest,
    /// What does not fit; nothing if the set is whole.
    pub problems: Vec<SetProblem>,
    /// The record in it; nothing if none can be read.
    pub record: Option<Record>,
    /// The documents in it that people read, with their names: those that are there as they are listed.
    pub documents: Vec<NamedFile>,
    /// What of the outer form was let pass.
    pub forgiven: Vec<Forgiven>,
}

impl Manifest {
    /// Whether the manifest seals itself. One of an earlier version of the program does not, so that nobody knows whether it was
    /// changed where it says nothing of a file or of the record.
    pub const fn is_sealed(&self) -> bool {
        self.version > LAST_UNSEALED
    }

    /// Whether it is as it was written: canonical, and with the seal that its version asks for.
    fn is_as_written(&self, files: &[NamedFile]) -> Result<bool, ExportError> {
        let is_as_sealed = is_as_sealed(self, self.seal.as_ref(), find(files, MANIFEST_NAME));
        let unreadable = |error: serde_json::Error| ManifestProblem::Unreadable(error.to_string());
        Ok(is_as_sealed.map_err(unreadable)? && self.seal.is_some() == self.is_sealed())
    }

    /// Whether this is the record it speaks of.
    fn is_of(&self, record: &Record) -> bool {
        self.record == record.id
            && self.content == record.content_digest()
            && self.state == record.approval.state
            && self.profile == record.profile
            && self.catalogue == record.catalogue
    }
}

impl ManifestFile {
    fn listed(&self) -> Listed<'_> {
        Listed { name: &self.name, size: self.size, sha256: &self.sha256 }
    }
}

/// Checks the files of a set against the manifest among them. One that has another name is known by its content.
///
/// # Errors
/// [`ExportError::NoManifest`], [`ExportError::Manifest`] and [`ExportError::ManifestNewer`] if there is nothing to check against.
pub fn verify_set(unpacked: Unpacked) -> Result<SetCheck, ExportError> {
    let Unpacked { mut files, mut forgiven } = unpacked;
    let manifest: Manifest = read_manifest(&files, SET_FORMAT, VERSION)?;
    forgiven.extend(recognise(&mut files, manifest.files.iter().map(ManifestFile::listed)));
    let mut problems = Vec::new();
    if !manifest.is_as_written(&files)? {
        problems.push(SetProblem::ManifestChanged);
    }
    let (mut its_record, mut documents) = (None, Vec::new());
    for listed in &manifest.files {
        let bytes = find(&files, &listed.name);
        let problem = check_listed(listed.listed(), bytes);
        let is_whole = problem.is_none();
        problems.extend(problem);
        match (listed.role, bytes) {
            (FileRole::RecordJson | FileRole::RecordRon, Some(bytes)) => match file::parse(bytes, &listed.name) {
                Err(_) => problems.push(SetProblem::Unreadable(listed.name.clone())),
                Ok((record, _)) => {
                    if !manifest.is_of(&record) || its_record.as_ref().is_some_and(|other| *other != record) {
                        problems.push(SetProblem::AnotherRecord(listed.name.clone()));
                    }
                    its_record.get_or_insert(record);
                }
            },
            (FileRole::Document, Some(_)) if is_whole => documents.push(listed.name.as_str()),
            (FileRole::RecordJson | FileRole::RecordRon, None) | (FileRole::Document | FileRole::Manifest, _) => {}
        }
    }
    problems.extend(not_listed(&files, manifest.files.iter().map(|listed| listed.name.as_str())));
    let documents = files.into_iter().filter(|(name, _)| documents.contains(&name.as_str())).collect();
    Ok(SetCheck { manifest, problems, record: its_record, documents, forgiven })
}
