//! Files and the manifest that lists them with their digests: which file is which, and what does not fit.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::archive::{Forgiven, MANIFEST_NAME, NamedFile, as_disks_see};
use crate::file::byte_count;
use crate::record::ContentDigest;

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

/// Something in a set or package that does not fit its manifest.
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
    /// The manifest is not as it was written, or its seal does not fit it.
    ManifestChanged,
}

/// The field of a manifest in which its seal stands.
const SEAL: &str = "seal";

/// A manifest with its seal, as it is written: canonical JSON (RFC 8785). What stands in its field `seal` so far does not count.
///
/// # Errors
/// If it is nothing that JSON can say: the program is at fault.
pub fn sealed(manifest: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut value = serde_json::to_value(manifest)?;
    let seal = seal_of_the_rest(&mut value)?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert(SEAL.to_owned(), seal.as_str().into());
    }
    serde_jcs::to_vec(&value)
}

/// Whether `written` is the manifest as it is written, and `seal` the seal of it. Of one without a seal only the first can be told.
///
/// # Errors
/// As [`sealed`].
pub fn is_as_sealed(
    manifest: &impl Serialize,
    seal: Option<&ContentDigest>,
    written: Option<&[u8]>,
) -> Result<bool, serde_json::Error> {
    let mut value = serde_json::to_value(manifest)?;
    let is_as_written = written == Some(serde_jcs::to_vec(&value)?.as_slice());
    let its_own = seal_of_the_rest(&mut value)?;
    Ok(is_as_written && seal.is_none_or(|seal| *seal == its_own))
}

/// SHA-256 of the canonical JSON of everything but the seal, which is taken out.
fn seal_of_the_rest(manifest: &mut serde_json::Value) -> Result<ContentDigest, serde_json::Error> {
    if let Some(fields) = manifest.as_object_mut() {
        fields.remove(SEAL);
    }
    Ok(ContentDigest::of(&serde_jcs::to_vec(manifest)?))
}

/// Gives files the names under which they are listed, and says what was let pass. A file is known by its name, however its marks
/// are written; else by its content; else by a name that a disk takes for the same, so that what was changed is told by name.
pub fn recognise<'a>(files: &mut [NamedFile], listed: impl Iterator<Item = Listed<'a>>) -> Vec<Forgiven> {
    let listed: Vec<Listed<'_>> = listed.collect();
    let mut missing: Vec<Listed<'_>> = listed.iter().filter(|listed| find(files, listed.name).is_none()).copied().collect();
    let is_known = |name: &str| name == MANIFEST_NAME || listed.iter().any(|listed| listed.name == name);
    let strangers = files.iter_mut().filter(|(name, _)| !is_known(name));
    let mut strangers: Vec<Stranger<'_>> = strangers.map(|(name, bytes)| Stranger { name, bytes, digest: None }).collect();
    let (mut marks_apart, mut forgiven) = (0, Vec::new());
    missing.retain(|listed| match take(&mut strangers, |file| file.name.nfc().eq(listed.name.nfc())) {
        Some(name) => {
            marks_apart += 1;
            listed.name.clone_into(name);
            false
        }
        None => true,
    });
    missing.retain(|listed| match take(&mut strangers, |file| file.is(listed)) {
        Some(name) => {
            forgiven.push(Forgiven::Renamed { from: name.clone(), to: listed.name.to_owned() });
            listed.name.clone_into(name);
            false
        }
        None => true,
    });
    for listed in &missing {
        if let Some(name) = take(&mut strangers, |file| as_disks_see(file.name) == as_disks_see(listed.name)) {
            listed.name.clone_into(name);
        }
    }
    forgiven.extend((marks_apart > 0).then_some(Forgiven::MarksApart(marks_apart)));
    forgiven
}

/// A file whose name is not listed.
struct Stranger<'a> {
    name: &'a mut String,
    bytes: &'a [u8],
    /// Of its bytes, once somebody asked.
    digest: Option<ContentDigest>,
}

impl Stranger<'_> {
    fn is(&mut self, listed: &Listed<'_>) -> bool {
        let bytes = self.bytes;
        byte_count(bytes) == listed.size && self.digest.get_or_insert_with(|| ContentDigest::of(bytes)) == listed.sha256
    }
}

/// Takes out the first stranger who fits, and gives his name.
fn take<'a>(strangers: &mut Vec<Stranger<'a>>, fits: impl FnMut(&mut Stranger<'a>) -> bool) -> Option<&'a mut String> {
    let at = strangers.iter_mut().position(fits)?;
    Some(strangers.remove(at).name)
}

/// Whether a file is there as it is listed.
pub fn check_listed(listed: Listed<'_>, found: Option<&[u8]>) -> Option<SetProblem> {
    match found {
        None => Some(SetProblem::Missing(listed.name.to_owned())),
        Some(bytes) if ContentDigest::of(bytes) != *listed.sha256 || byte_count(bytes) != listed.size => {
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

/// The bytes of the file of this name.
pub fn find<'a>(files: &'a [NamedFile], name: &str) -> Option<&'a [u8]> {
    files.iter().find(|(its_name, _)| its_name == name).map(|(_, bytes)| bytes.as_slice())
}
