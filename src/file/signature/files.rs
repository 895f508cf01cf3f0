//! Keys, signatures and lists on the disk. A key is only ever read.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{
    AllowedSigners, EXTENSION, Listed, MOST_KEY_BYTES, MOST_LIST_BYTES, MOST_SIGNATURE_BYTES, Secret, SignatureError, Signed,
    Signer, sign, verify,
};
use crate::file::names::name_of;
use crate::file::{
    AppFolders, Cause, Expected, FileError, FileFormat, Found, Opened, Storage, StorageError, completed_name, save, to_json,
};
use crate::record::{ContentDigest, Date, Record};

/// How a signature begins. Nothing else is ever replaced by one.
const BEGINNING: &[u8] = b"-----BEGIN SSH SIGNATURE-----";

/// Where a signature goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placing<'a> {
    /// The file the record was opened from.
    pub file: &'a Path,
    /// The file of the signature, if it is not to stand beside the record.
    pub to: Option<&'a Path>,
    /// Whether an earlier signature, and an earlier `.liu.json` beside it, may be replaced.
    pub replace: bool,
}

/// The files that `ssh-keygen` needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedFiles {
    /// What was signed: the record as canonical JSON.
    pub json: PathBuf,
    /// The signature.
    pub signature: PathBuf,
}

/// What came of checking a signature that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Whose key it was made with.
    pub signer: Signer,
    /// What the list of allowed signers says, if there is one.
    pub listed: Option<Result<Listed, SignatureError>>,
}

/// Signs an opened record with a key file.
///
/// # Errors
/// [`SignatureError::NotCanonical`] if the record stands in a JSON file of other bytes than those that are signed; else those of
/// reading the key and of [`sign`].
pub fn sign_opened(
    storage: &dyn Storage,
    opened: &Opened,
    file: &Path,
    key: &Path,
    passphrase: Option<&Secret>,
) -> Result<Signed, SignatureError> {
    is_canonical(opened, file)?;
    let text = Secret::new(read(storage, key, MOST_KEY_BYTES)?);
    sign(&opened.record, text.bytes(), &name_of(key), passphrase.map(Secret::bytes))
}

/// Writes a signature and, where the record was not opened from one, the `.liu.json` that it signs.
///
/// # Errors
/// [`FileError::Exists`] if something of other content is there; the errors of [`save`] and of the disk.
pub fn place(
    storage: &dyn Storage,
    opened: &Opened,
    signed: &Signed,
    placing: &Placing<'_>,
    folders: &AppFolders,
    now: Timestamp,
) -> Result<SignedFiles, FileError> {
    let SignedFiles { json, signature } = names(opened, placing);
    let there = may_be_written(storage, &signature, signed, placing.replace)?;
    if json != placing.file {
        let expected = if placing.replace { Expected::Overwrite } else { Expected::New };
        save(storage, &json, &opened.record, &expected, folders, now)?;
    }
    let bytes = signed.text.as_bytes();
    match there {
        There::Same => {}
        There::Nothing => storage.create_new(&signature, bytes).map_err(|error| exists_or(error, &signature))?,
        There::Other => storage.write_durably(&signature, bytes)?,
    }
    Ok(SignedFiles { json, signature })
}

/// Checks a signature file against an opened record, as [`check`] does. Of a JSON file every byte counts, as with `ssh-keygen`.
///
/// # Errors
/// [`SignatureError::NotCanonical`] if the record stands in a JSON file of other bytes than those that can be signed; else those
/// of [`check`].
pub fn check_opened(
    storage: &dyn Storage,
    opened: &Opened,
    file: &Path,
    signature: &Path,
    allowed: Option<&Path>,
    today: Date,
) -> Result<Checked, SignatureError> {
    is_canonical(opened, file)?;
    check(storage, &opened.record, signature, allowed, today)
}

/// Checks a signature file against a record, and its signer against a list of allowed signers.
///
/// # Errors
/// [`SignatureError`] if the signature does not hold, or if the list cannot be read.
pub fn check(
    storage: &dyn Storage,
    record: &Record,
    signature: &Path,
    allowed: Option<&Path>,
    today: Date,
) -> Result<Checked, SignatureError> {
    let text = read(storage, signature, MOST_SIGNATURE_BYTES)?;
    let signer = verify(record, &text, &name_of(signature))?;
    let listed = match allowed {
        None => None,
        Some(list) => {
            let text = read(storage, list, MOST_LIST_BYTES)?;
            Some(AllowedSigners::parse(&text, &name_of(list))?.find(&signer, today))
        }
    };
    Ok(Checked { signer, listed })
}

fn is_canonical(opened: &Opened, file: &Path) -> Result<(), SignatureError> {
    let is_json = opened.found == Found::File(FileFormat::Json);
    if is_json && opened.digest != ContentDigest::of(to_json(&opened.record)?.as_bytes()) {
        return Err(SignatureError::NotCanonical { name: name_of(file) });
    }
    Ok(())
}

fn read(storage: &dyn Storage, path: &Path, most: u64) -> Result<Vec<u8>, SignatureError> {
    storage.read(path, most).map_err(|error| match error.cause {
        Cause::TooLarge => SignatureError::TooLarge { name: name_of(path), most },
        _ => SignatureError::File(error.into()),
    })
}

/// The pair as `ssh-keygen` expects it: a file, and beside it the same name with `.sig`.
pub fn names(opened: &Opened, placing: &Placing<'_>) -> SignedFiles {
    let own = match opened.found {
        Found::File(FileFormat::Json) => placing.file.to_owned(),
        Found::File(FileFormat::Ron) | Found::AttachedToPdf | Found::InPackage => {
            let name = placing.file.file_name().unwrap_or_default().to_string_lossy();
            let lower = name.to_lowercase();
            let stem = [".liu.ron", ".ron", ".pdf", ".liu.zip"].iter().find_map(|end| {
                let stem = name.get(..name.len().checked_sub(end.len())?)?;
                (lower.ends_with(end) && !stem.is_empty()).then_some(stem)
            });
            completed_name(&placing.file.with_file_name(format!("{}.json", stem.unwrap_or(&name))))
        }
    };
    let json = match placing.to.and_then(Path::parent) {
        Some(folder) if own != placing.file => folder.join(own.file_name().unwrap_or_default()),
        _ => own,
    };
    let signature = placing.to.map_or_else(
        || {
            let mut name = json.file_name().unwrap_or_default().to_owned();
            name.push(EXTENSION);
            json.with_file_name(name)
        },
        Path::to_owned,
    );
    SignedFiles { json, signature }
}

/// What stands where a signature is to go.
enum There {
    Nothing,
    Same,
    Other,
}

fn may_be_written(storage: &dyn Storage, path: &Path, signed: &Signed, replace: bool) -> Result<There, FileError> {
    let exists = || FileError::Exists { path: path.to_owned() };
    match storage.read(path, MOST_SIGNATURE_BYTES) {
        Ok(there) if there == signed.text.as_bytes() => Ok(There::Same),
        // A record or a key must not be lost by a slip in the name.
        Ok(there) if replace && there.starts_with(BEGINNING) => Ok(There::Other),
        Ok(_) => Err(exists()),
        Err(error) => match error.cause {
            Cause::NotFound => Ok(There::Nothing),
            Cause::TooLarge => Err(exists()),
            _ => Err(error.into()),
        },
    }
}

fn exists_or(error: StorageError, path: &Path) -> FileError {
    match error.cause {
        Cause::Exists => FileError::Exists { path: path.to_owned() },
        _ => error.into(),
    }
}
