//! Checking a signature.

use ssh_key::{HashAlg, LineEnding, PublicKey, SshSig};

use super::algorithm::is_supported;
use super::limits::no_larger;
use super::weak::is_weak;
use super::{MOST_SIGNATURE_BYTES, NAMESPACE, SignatureError, SignatureProblem};
use crate::file::to_json;
use crate::record::Record;
use crate::record::excerpt as shown;

/// Whose key a signature was made with. Who holds that key, the signature does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// `SHA256:` and the digest of the public key in Base64, as `ssh-keygen -l` shows it.
    pub fingerprint: String,
    /// The type of the key, such as `ssh-ed25519`.
    pub kind: String,
    /// The public key on one line, without a comment: a signature carries none.
    pub public_key: String,
}

/// Checks that a signature is of exactly this record. `name` is for messages alone.
///
/// # Errors
/// [`SignatureError::Signature`] says why it does not hold.
pub fn verify(record: &Record, signature: &[u8], name: &str) -> Result<Signer, SignatureError> {
    let content = to_json(record)?;
    no_larger(signature, MOST_SIGNATURE_BYTES, name)?;
    holds(content.as_bytes(), signature).map_err(|problem| SignatureError::Signature { name: shown(name, 120), problem })
}

fn holds(content: &[u8], signature: &[u8]) -> Result<Signer, SignatureProblem> {
    let signature = parse(signature)?;
    if signature.namespace() != NAMESPACE {
        return Err(SignatureProblem::OtherNamespace(shown(signature.namespace(), 60)));
    }
    if is_weak(signature.public_key()) {
        return Err(SignatureProblem::WeakKey);
    }
    let key = PublicKey::from(signature.public_key().clone());
    key.verify(NAMESPACE, content, &signature).map_err(|_| SignatureProblem::DoesNotFit)?;
    Ok(Signer {
        fingerprint: key.fingerprint(HashAlg::Sha256).to_string(),
        kind: key.algorithm().as_str().to_owned(),
        public_key: key.to_openssh().map_err(|_| SignatureProblem::NotASignature)?,
    })
}

/// The signature in a text that is nothing else. Lines may end as on Windows, and blank ones may follow.
fn parse(signature: &[u8]) -> Result<SshSig, SignatureProblem> {
    let text = std::str::from_utf8(signature).map_err(|_| SignatureProblem::NotASignature)?.replace("\r\n", "\n");
    let text = text.trim_end_matches('\n');
    let signature = SshSig::from_pem(text).map_err(|_| SignatureProblem::NotASignature)?;
    let algorithm = signature.public_key().algorithm();
    if !is_supported(&algorithm) {
        return Err(SignatureProblem::Unsupported(shown(algorithm.as_str(), 60)));
    }
    // The reader is lenient with lengths and with what stands before; what it did not look at could be changed unnoticed.
    let same = signature.to_pem(LineEnding::LF).is_ok_and(|written| written.trim_end_matches('\n') == text);
    if same && signature.version() == SshSig::VERSION { Ok(signature) } else { Err(SignatureProblem::NotASignature) }
}
