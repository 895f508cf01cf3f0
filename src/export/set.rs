//! The pre-application set (事前申請の記録一式): PDF, JSON and RON of one record, with a manifest of their digests.
//!
//! A digest proves nothing against somebody who can change manifest and files alike. It shows slips and damage; the reference is
//! what the other side holds.

use std::io::{Cursor, Read as _, Write as _};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use zip::write::SimpleFileOptions;

use super::{Data, ExportError, ExportInput, ExportedFile, FileRole, Product, render};
use crate::file;
use crate::record::{ApprovalState, CataloguePin, ContentDigest, Date, ProfileId, RecordId};

/// What the manifest says it is.
const FORMAT: &str = "liu-wizard-set";
/// Its version.
const VERSION: u32 = 1;
/// What it is called in a set.
pub const MANIFEST_NAME: &str = "manifest.json";
/// No set holds more files than this.
const MOST_FILES: usize = 64;
/// No file of a set is larger than this, in bytes.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

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
        format: FORMAT.to_owned(),
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
    zip_of(files).map_err(|error| ExportError::Packing { problem: error.to_string() })
}

/// Files, by name and content, as one ZIP file: stored, without times, so that equal input gives equal bytes.
pub(super) fn zip_of<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Reads the files of a ZIP file, none of which is written anywhere.
///
/// # Errors
/// [`ExportError::Unpacking`] if it is no ZIP file, or holds folders, too many files or too large ones.
pub fn read_zip(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, ExportError> {
    let refused = |problem: String| ExportError::Unpacking { problem };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused(error.to_string()))?;
    if archive.len() > MOST_FILES {
        return Err(refused(format!("{} > {MOST_FILES} files", archive.len())));
    }
    let mut files = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| refused(error.to_string()))?;
        let name = file.name().map_err(|error| refused(error.to_string()))?.into_owned();
        if !file.is_file() || name.contains(['/', '\\']) {
            return Err(refused(format!("{name:?}")));
        }
        let mut content = Vec::new();
        // Sizes that a ZIP file declares may lie.
        file.take(LARGEST_FILE + 1).read_to_end(&mut content).map_err(|error| refused(format!("{name:?}: {error}")))?;
        if size(&content) > LARGEST_FILE {
            return Err(refused(format!("{name:?} > {LARGEST_FILE} bytes")));
        }
        files.push((name, content));
    }
    Ok(files)
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

/// Checks the files of a set, by name and content, against the manifest among them.
///
/// # Errors
/// [`ExportError::NoManifest`], [`ExportError::Manifest`] and [`ExportError::ManifestNewer`] if there is nothing to check against.
pub fn verify_set(files: &[(String, Vec<u8>)]) -> Result<SetCheck, ExportError> {
    let found = |name: &str| files.iter().find(|(its_name, _)| its_name == name).map(|(_, bytes)| bytes.as_slice());
    let manifest = read_manifest(found(MANIFEST_NAME).ok_or(ExportError::NoManifest)?)?;
    let mut problems = Vec::new();
    for listed in &manifest.files {
        let Some(bytes) = found(&listed.name) else {
            problems.push(SetProblem::Missing(listed.name.clone()));
            continue;
        };
        if ContentDigest::of(bytes) != listed.sha256 || size(bytes) != listed.size {
            problems.push(SetProblem::Changed(listed.name.clone()));
        }
        match listed.role {
            FileRole::RecordJson | FileRole::RecordRon => match file::parse(bytes, &listed.name) {
                Err(_) => problems.push(SetProblem::Unreadable(listed.name.clone())),
                Ok((record, _)) => {
                    if record.id != manifest.record || record.content_digest() != manifest.content {
                        problems.push(SetProblem::AnotherRecord(listed.name.clone()));
                    }
                }
            },
            FileRole::Document | FileRole::Manifest => {}
        }
    }
    for (name, _) in files {
        if name != MANIFEST_NAME && !manifest.files.iter().any(|listed| listed.name == *name) {
            problems.push(SetProblem::NotListed(name.clone()));
        }
    }
    Ok(SetCheck { manifest, problems })
}

fn read_manifest(bytes: &[u8]) -> Result<Manifest, ExportError> {
    /// What tells a later version before its unknown fields do.
    #[derive(Deserialize)]
    struct Head {
        format: String,
        version: u32,
    }

    let unreadable = |error: serde_json::Error| ExportError::Manifest { problem: error.to_string() };
    let head: Head = serde_json::from_slice(bytes).map_err(unreadable)?;
    if head.format != FORMAT {
        return Err(ExportError::Manifest { problem: format!("format {:?}, expected {FORMAT:?}", head.format) });
    }
    if head.version > VERSION {
        return Err(ExportError::ManifestNewer { version: head.version, known: VERSION });
    }
    serde_json::from_slice(bytes).map_err(unreadable)
}
