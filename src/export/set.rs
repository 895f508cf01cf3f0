//! The set of a record (事前申請の記録一式, 調達の記録一式): PDF, JSON and RON of it, with a manifest of their digests.
//!
//! A digest proves nothing against somebody who can change manifest and files alike. It shows slips and damage; the reference is
//! what the other side holds.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::archive::{self, Limits, NamedFile};
use super::{Data, ExportError, ExportInput, ExportedFile, FileRole, Product, render};
use crate::file;
use crate::record::{ApprovalState, CataloguePin, ContentDigest, Date, ProfileId, RecordId};

/// What the manifest of a set says it is.
pub const SET_FORMAT: &str = "liu-wizard-set";
/// Its version.
const VERSION: u32 = 1;
/// What it is called in a set.
pub const MANIFEST_NAME: &str = "manifest.json";
/// What a set may hold at most.
const LIMITS: Limits = Limits { files: 64, each: 64 * 1024 * 1024, all: 256 * 1024 * 1024 };

/// What a set holds, and of what it was made. Written as canonical JSON (RFC 8785).
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

/// Makes the set: PDF, JSON, RON and the manifest.
///
/// # Errors
/// As [`render`].
pub fn pre_application(input: &ExportInput<'_>) -> Result<Vec<ExportedFile>, ExportError> {
    let mut files = Vec::new();
    for (product, role) in [
        (Product::RECORD_PDF, FileRole::Document),
        (Product::Data(Data::Json), FileRole::RecordJson),
        (Product::Data(Data::Ron), FileRole::RecordRon),
    ] {
        let name = product.file_name(input.record, input.lang);
        files.push(ExportedFile { name, bytes: render(&product, input)?, role });
    }
    let manifest =
        serde_jcs::to_vec(&manifest(input, &files)).map_err(|error| ExportError::Packing { problem: error.to_string() })?;
    files.push(ExportedFile { name: MANIFEST_NAME.to_owned(), bytes: manifest, role: FileRole::Manifest });
    Ok(files)
}

fn manifest(input: &ExportInput<'_>, files: &[ExportedFile]) -> Manifest {
    let listed = files.iter().map(|file| ManifestFile {
        name: file.name.clone(),
        role: file.role,
        size: size(&file.bytes),
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
    }
}

fn size(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
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
/// [`ExportError::Unpacking`] if it is no ZIP file, or holds folders, too many files or too large ones.
pub fn read_zip(bytes: &[u8]) -> Result<Vec<NamedFile>, ExportError> {
    archive::unpack(bytes, LIMITS).map_err(ExportError::Unpacking)
}

/// What came of checking a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetCheck {
    /// What the set says of itself.
    pub manifest: Manifest,
    /// What does not fit; nothing if the set is whole.
    pub problems: Vec<SetProblem>,
}

/// Something in a set that does not fit its manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetProblem {
    /// The manifest lists a file that is not there.
    Missing(String),
    /// A file has another content than when the set was made.
    Changed(String),
    /// A file is there that the manifest does not list.
    NotListed(String),
    /// A file that is listed as the record cannot be read as one.
    Unreadable(String),
    /// A record in the set is another one, or has another content, than the manifest says.
    AnotherRecord(String),
}

/// A file as a manifest lists it.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes.
    pub sha256: &'a ContentDigest,
}

impl ManifestFile {
    fn listed(&self) -> Listed<'_> {
        Listed { name: &self.name, size: self.size, sha256: &self.sha256 }
    }
}

/// Why a manifest is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ManifestProblem {
    /// There is none.
    Missing,
    /// It cannot be read.
    Unreadable(String),
    /// It is the manifest of something else.
    OtherFormat(String),
    /// It is of a later version of the program.
    Newer {
        /// Its version.
        version: u32,
        /// The latest version that is known.
        known: u32,
    },
}

/// Checks the files of a set, by name and content, against the manifest among them.
///
/// # Errors
/// [`ExportError::NoManifest`], [`ExportError::Manifest`] and [`ExportError::ManifestNewer`] if there is nothing to check against.
pub fn verify_set(files: &[NamedFile]) -> Result<SetCheck, ExportError> {
    let manifest: Manifest = read_manifest(files, SET_FORMAT, VERSION)?;
    let mut problems = Vec::new();
    for listed in &manifest.files {
        let bytes = find(files, &listed.name);
        problems.extend(check_listed(listed.listed(), bytes));
        match (listed.role, bytes) {
            (FileRole::RecordJson | FileRole::RecordRon, Some(bytes)) => match file::parse(bytes, &listed.name) {
                Err(_) => problems.push(SetProblem::Unreadable(listed.name.clone())),
                Ok((record, _)) => {
                    if record.id != manifest.record || record.content_digest() != manifest.content {
                        problems.push(SetProblem::AnotherRecord(listed.name.clone()));
                    }
                }
            },
            (FileRole::RecordJson | FileRole::RecordRon, None) | (FileRole::Document | FileRole::Manifest, _) => {}
        }
    }
    problems.extend(not_listed(files, manifest.files.iter().map(|listed| listed.name.as_str())));
    Ok(SetCheck { manifest, problems })
}

/// Whether a file is there as it is listed.
pub fn check_listed(listed: Listed<'_>, found: Option<&[u8]>) -> Option<SetProblem> {
    match found {
        None => Some(SetProblem::Missing(listed.name.to_owned())),
        Some(bytes) if ContentDigest::of(bytes) != *listed.sha256 || size(bytes) != listed.size => {
            Some(SetProblem::Changed(listed.name.to_owned()))
        }
        Some(_) => None,
    }
}

/// The files beside the manifest that are not listed in it.
pub fn not_listed<'a>(files: &[NamedFile], listed: impl Iterator<Item = &'a str> + Clone) -> Vec<SetProblem> {
    let others = files.iter().map(|(name, _)| name).filter(|name| *name != MANIFEST_NAME);
    others.filter(|name| !listed.clone().any(|other| other == *name)).map(|name| SetProblem::NotListed(name.clone())).collect()
}

/// Reads the manifest among files, if it is of this format and of no later version than this.
///
/// # Errors
/// [`ManifestProblem`] says why it is not read.
pub fn read_manifest<T: DeserializeOwned>(files: &[NamedFile], format: &str, version: u32) -> Result<T, ManifestProblem> {
    /// What tells a later version before its unknown fields do.
    #[derive(Deserialize)]
    struct Head {
        format: String,
        version: u32,
    }

    let bytes = find(files, MANIFEST_NAME).ok_or(ManifestProblem::Missing)?;
    let unreadable = |error: serde_json::Error| ManifestProblem::Unreadable(error.to_string());
    let head: Head = serde_json::from_slice(bytes).map_err(unreadable)?;
    if head.format != format {
        return Err(ManifestProblem::OtherFormat(head.format));
    }
    if head.version > version {
        return Err(ManifestProblem::Newer { version: head.version, known: version });
    }
    serde_json::from_slice(bytes).map_err(unreadable)
}

fn find<'a>(files: &'a [NamedFile], name: &str) -> Option<&'a [u8]> {
    files.iter().find(|(its_name, _)| its_name == name).map(|(_, bytes)| bytes.as_slice())
}
