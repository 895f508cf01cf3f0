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

mod algorithm;
mod allowed;
mod error;
mod files;
mod limits;
mod secret;
mod sign;
mod verify;
mod weak;
mod words;

pub use allowed::{AllowedSigners, Listed};
pub use error::{KeyProblem, ListProblem, SignatureError, SignatureProblem, WhyNot};
pub use files::{Checked, Placing, SignedFiles, check, check_opened, names, place, sign_opened};
pub use limits::{EXTENSION, MOST_KEY_BYTES, MOST_LIST_BYTES, MOST_PASSPHRASE_BYTES, MOST_SIGNATURE_BYTES, NAMESPACE};
pub use secret::Secret;
pub use sign::{Signed, sign};
pub use verify::{Signer, verify};
