//! Making a signature.

use ssh_key::{HashAlg, Kdf, LineEnding, PrivateKey};

use super::algorithm::is_supported;
use super::limits::no_larger;
use super::{KeyProblem, MOST_KEY_BYTES, SignatureError, Signer, verify};
use crate::bounds::KEY_ROUNDS;
use crate::file::to_json;
use crate::record::Record;
use crate::record::excerpt as shown;

/// How files begin that hold keys in other formats.
const OTHER_FORMATS: [&str; 6] = [
    "-----BEGIN RSA PRIVATE KEY",
    "-----BEGIN DSA PRIVATE KEY",
    "-----BEGIN EC PRIVATE KEY",
    "-----BEGIN PRIVATE KEY",
    "-----BEGIN ENCRYPTED PRIVATE KEY",
    "PuTTY-User-Key-File-",
];

/// How files begin that hold a public key.
const PUBLIC_HALVES: [&str; 6] =
    ["ssh-", "ecdsa-", "sk-", "---- BEGIN SSH2 PUBLIC KEY", "-----BEGIN PUBLIC KEY", "-----BEGIN RSA PUBLIC KEY"];

/// A signature that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The signature as it stands in a `.sig` file.
    pub text: String,
    /// Whose key it was made with.
    pub signer: Signer,
}

/// Signs a record with the text of an OpenSSH private key. `name` is for messages alone.
///
/// The same record and key always give the same bytes.
///
/// # Errors
/// [`SignatureError::Key`] says why the key cannot be signed with.
pub fn sign(record: &Record, key: &[u8], name: &str, passphrase: Option<&[u8]>) -> Result<Signed, SignatureError> {
    let content = to_json(record)?;
    let key = private_key(key, name, passphrase)?;
    let useless = || refused(name, KeyProblem::HalvesDiffer);
    let signature = key.sign(super::NAMESPACE, HashAlg::Sha512, content.as_bytes()).map_err(|_| useless())?;
    let text = signature.to_pem(LineEnding::LF).map_err(|_| useless())?;
    // A key file may hold a public half that is not its own; nobody could verify such a signature.
    let signer = verify(record, text.as_bytes(), name).map_err(|_| useless())?;
    Ok(Signed { text, signer })
}

fn private_key(bytes: &[u8], name: &str, passphrase: Option<&[u8]>) -> Result<PrivateKey, SignatureError> {
    let refused = |problem| refused(name, problem);
    no_larger(bytes, MOST_KEY_BYTES, name)?;
    let bytes = bytes.trim_ascii();
    let begins_with = |beginning: &&str| bytes.starts_with(beginning.as_bytes());
    if PUBLIC_HALVES.iter().any(begins_with) {
        return Err(refused(KeyProblem::PublicHalf));
    }
    if OTHER_FORMATS.iter().any(begins_with) {
        return Err(refused(KeyProblem::OtherFormat));
    }
    let key = PrivateKey::from_openssh(bytes).map_err(|_| refused(KeyProblem::NotAKey))?;
    let algorithm = key.algorithm();
    if !is_supported(&algorithm) {
        return Err(refused(KeyProblem::Unsupported(shown(algorithm.as_str(), 60))));
    }
    if !key.is_encrypted() {
        return Ok(key);
    }
    if let Kdf::Bcrypt { rounds, .. } = key.kdf()
        && *rounds > KEY_ROUNDS
    {
        return Err(refused(KeyProblem::TooManyRounds(*rounds)));
    }
    let passphrase = passphrase.filter(|passphrase| !passphrase.is_empty()).ok_or_else(|| refused(KeyProblem::Encrypted))?;
    key.decrypt(passphrase).map_err(|error| {
        refused(match error {
            ssh_key::Error::Crypto => KeyProblem::WrongPassphrase,
            _ => KeyProblem::NotAKey,
        })
    })
}

fn refused(name: &str, problem: KeyProblem) -> SignatureError {
    SignatureError::Key { name: shown(name, 120), problem }
}
