//! What a package says of itself and of its parts, as canonical JSON that seals itself against slips.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MakeError, PackageError, PackageKind};
use crate::bounds::PACKAGE_MANIFEST;
use crate::export::{self, ArchiveProblem, Document, Listed, MANIFEST_NAME, ManifestProblem, NamedFile, read_manifest};
use crate::record::{ApprovalState, CataloguePin, ContentDigest, Date, Line, ProfileId, Prose, RecordId, RequestRef};

/// What the manifest says it is.
pub const FORMAT: &str = "liu-wizard-package";
/// The version that is written, and the newest that is read.
pub const VERSION: u32 = 1;

/// What a part is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartRole {
    /// The record that the package is about, as `*.liu.json`.
    Record,
    /// The record of an agency's result, as `*.liu.json`.
    Result,
    /// The whole record as a document.
    RecordDocument,
    /// 影響度評価シート of a record.
    Sheet,
    /// 影響度評価シート of a record, to be filled in in Excel.
    Workbook,
    /// 評価結果の説明 of a record.
    Explanation,
    /// 依頼文
    Letter,
    /// Why a request is sent back.
    Comment,
    /// Cover and check-list of the application.
    Cover,
    /// A file that somebody put in, such as evidence. The program neither reads nor runs it.
    Attachment,
}

impl PartRole {
    /// How the name of such a part begins in a package.
    pub(super) const fn stem(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Result => "result",
            Self::RecordDocument => "record",
            Self::Sheet | Self::Workbook => "sheet",
            Self::Explanation => "explanation",
            Self::Letter => "letter",
            Self::Comment => "reason",
            Self::Cover => "cover",
            Self::Attachment => "attachment",
        }
    }

    /// The document of a record that the part is, if it is one.
    pub const fn document(self) -> Option<Document> {
        match self {
            Self::RecordDocument => Some(Document::Record),
            Self::Sheet => Some(Document::Sheet),
            Self::Explanation => Some(Document::Explanation),
            Self::Record | Self::Result | Self::Workbook | Self::Letter | Self::Comment | Self::Cover | Self::Attachment => None,
        }
    }
}

/// What a package holds, and what it was made of. Written as canonical JSON (RFC 8785).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Always `liu-wizard-package`.
    pub format: String,
    /// Version of the manifest's format.
    pub version: u32,
    /// What the package is for.
    pub kind: PackageKind,
    /// The record that it is about.
    pub record: RecordId,
    /// Digest of the record's content, without its approval.
    pub content: ContentDigest,
    /// The state of its approval.
    pub state: ApprovalState,
    /// The procedure profile.
    pub profile: ProfileId,
    /// The catalogue that the record is pinned to.
    pub catalogue: CataloguePin,
    /// The day on which the package was made.
    pub made_on: Date,
    /// The request that is answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<RequestRef>,
    /// Why a request is sent back without an assessment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Prose<1000>>,
    /// The other files.
    pub parts: Vec<Part>,
    /// SHA-256 of the canonical JSON of everything else in the manifest, so that no slip in it goes unnoticed.
    pub seal: ContentDigest,
}

/// One file of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name in the package, made by the program: of ASCII characters, so that no ZIP program changes it.
    pub name: String,
    /// What it is for.
    pub role: PartRole,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes.
    pub sha256: ContentDigest,
    /// The record that it is or shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<RecordId>,
    /// Digest of that record's content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<ContentDigest>,
    /// What it is called for people; an attachment as where it came from. Shown, and never used as a path. Only attachments had one
    /// in earlier packages, in which the other names were shown as they were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Line<200>>,
}

impl Part {
    pub(super) fn listed(&self) -> Listed<'_> {
        Listed { name: &self.name, size: self.size, sha256: &self.sha256 }
    }
}

impl Manifest {
    /// What a part is called for people, with its name in the package.
    pub fn called(&self, name: &str) -> String {
        let title = self.parts.iter().find(|part| part.name == name).and_then(|part| part.title.as_ref());
        title.map_or_else(|| name.to_owned(), |title| format!("{title} ({name})"))
    }

    /// Seals the manifest, and writes it.
    pub(super) fn write(&self) -> Result<Vec<u8>, MakeError> {
        export::sealed(self).map_err(|error| MakeError::Packing { problem: error.to_string() })
    }

    /// Reads the manifest among the files of a package.
    pub(super) fn read(files: &[NamedFile]) -> Result<Self, PackageError> {
        /// What tells an unknown kind before other unknown things do.
        #[derive(Deserialize)]
        struct Head {
            kind: String,
        }

        let length = files.iter().find(|(name, _)| name == MANIFEST_NAME).map_or(0, |(_, bytes)| bytes.len());
        if length > PACKAGE_MANIFEST {
            let most = u64::try_from(PACKAGE_MANIFEST).unwrap_or(u64::MAX);
            return Err(PackageError::Archive(ArchiveProblem::TooLarge { name: MANIFEST_NAME.to_owned(), most }));
        }
        if let Ok(Head { kind }) = read_manifest(files, FORMAT, VERSION)
            && !PackageKind::ALL.iter().any(|known| known.name() == kind)
        {
            return Err(PackageError::UnknownKind { found: kind.chars().take(80).collect() });
        }
        let manifest: Self = read_manifest(files, FORMAT, VERSION).map_err(PackageError::Manifest)?;
        let written = files.iter().find(|(name, _)| name == MANIFEST_NAME).map(|(_, bytes)| bytes.as_slice());
        let unreadable = |error: serde_json::Error| PackageError::Manifest(ManifestProblem::Unreadable(error.to_string()));
        if !export::is_as_sealed(&manifest, Some(&manifest.seal), written).map_err(unreadable)? {
            return Err(PackageError::ManifestChanged);
        }
        Ok(manifest)
    }
}
