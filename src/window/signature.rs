//! What is known of signatures of the record on the screen, and what is asked for of them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::file::signature::{Checked, Secret, SignedFiles, Signer};
use crate::record::Record;
use crate::text::Message;

/// A file that signing or checking needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignaturePart {
    /// The private key.
    Key,
    /// The signature to be checked.
    Signature,
    /// The list of allowed signers.
    AllowedSigners,
}

/// A signature to be made of the saved record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOrder {
    /// The file of the private key.
    pub key: PathBuf,
    /// What protects it, if anything was entered.
    pub passphrase: Option<Secret>,
    /// Whether an earlier signature may be replaced.
    pub replace: bool,
}

/// A signature to be checked against the record on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckOrder {
    /// The file of the signature.
    pub signature: PathBuf,
    /// A list of allowed signers, if one is to be asked.
    pub allowed: Option<PathBuf>,
}

/// What is known of signatures of the record on the screen.
#[derive(Debug, Default)]
pub struct SignatureDesk {
    /// Files that were chosen in a dialog.
    pub chosen: BTreeMap<SignaturePart, PathBuf>,
    /// What became of signing.
    pub signing: Work<Signature>,
    /// What became of checking.
    pub checking: Work<Checked>,
}

/// A signature that was made.
#[derive(Debug)]
pub struct Signature {
    /// Where it stands, and beside what.
    pub files: SignedFiles,
    /// Whose key it was made with.
    pub signer: Signer,
}

/// Work that is done beside the window.
#[derive(Debug, Default)]
pub enum Work<T> {
    /// None was asked for.
    #[default]
    Idle,
    /// It is being done.
    Running,
    /// It was done, or not, with the record as it was then.
    Done(Arc<Record>, Result<T, Message>),
}
