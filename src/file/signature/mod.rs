//! A signature beside a record: made with the user's own SSH key, and checked here or with stock `ssh-keygen`.
//!
//! What is signed are the bytes of the record's `.liu.json` ([`to_json`](super::to_json), RFC 8785), in the format of
//! [PROTOCOL.sshsig](https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig), so that a stranger without this
//! program can do
//!
//! ```text
//! ssh-keygen -Y verify -f allowed_signers -I WHO -n liu-wizard-record -s NAME.liu.json.sig < NAME.liu.json
//! ```
//!
//! **Invariants:** a private key is read and never written; what was made is verified before it is handed out; a text that is
//! not exactly one signature is none, so that no bit of it can be changed unnoticed.

mod allowed;
mod error;
mod files;
mod secret;
mod sign;
mod verify;
mod weak;
mod words;

use ssh_key::{Algorithm, EcdsaCurve};

pub use allowed::{AllowedSigners, Listed};
pub use error::{KeyProblem, ListProblem, SignatureError, SignatureProblem, WhyNot};
pub use files::{Checked, Placing, SignedFiles, check, check_opened, place, sign_opened};
pub use secret::Secret;
pub use sign::{Signed, sign};
pub use verify::{Signer, verify};

/// What signatures of records are for: one given for anything else does not hold for a record, and the other way round.
pub const NAMESPACE: &str = "liu-wizard-record";

/// The end of the name of a signature, after the name of the file that is signed.
pub const EXTENSION: &str = ".sig";

/// The largest file that is read as a private key, in bytes. The longest keys have a fifth of it.
pub const MOST_KEY_BYTES: u64 = 64 * 1024;

/// The largest file that is read as a signature, in bytes. One of ours has under 600.
pub const MOST_SIGNATURE_BYTES: u64 = 16 * 1024;

/// The largest list of allowed signers that is read, in bytes: some ten thousand lines.
pub const MOST_LIST_BYTES: u64 = 1024 * 1024;

/// The longest passphrase, in bytes, as in OpenSSH.
pub const MOST_PASSPHRASE_BYTES: usize = 1024;

/// Key types that records are signed and verified with.
///
/// RSA is left out: the only implementation at hand lets others learn the private key from the time that signing takes
/// (RUSTSEC-2023-0071), and is not mended.
const fn is_supported(algorithm: &Algorithm) -> bool {
    matches!(algorithm, Algorithm::Ed25519 | Algorithm::Ecdsa { curve: EcdsaCurve::NistP256 })
}
