//! Why a record was not signed, or why a signature does not hold.

use thiserror::Error;

use crate::file::{FileError, Foreign};
use crate::record::Date;
use crate::text::Lang;

/// Why a record was not signed, or why a signature does not hold. No file was changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SignatureError {
    /// A file could not be read or written, or the record could not be put into words.
    #[error(transparent)]
    File(#[from] FileError),
    /// Larger than what it should be ever is.
    #[error("{name}: more than {most} bytes")]
    TooLarge {
        /// The file.
        name: String,
        /// The most bytes that are read.
        most: u64,
    },
    /// The key cannot be signed with.
    #[error("{name}: {problem:?}")]
    Key {
        /// The file.
        name: String,
        /// Why.
        problem: KeyProblem,
    },
    /// The signature does not hold.
    #[error("{name}: {problem:?}")]
    Signature {
        /// The file.
        name: String,
        /// Why.
        problem: SignatureProblem,
    },
    /// What should be a list of allowed signers is something else.
    #[error("{name}: not a list but {}", .what.name(Lang::En))]
    NotAList {
        /// The file.
        name: String,
        /// What it is.
        what: Foreign,
    },
    /// The list of allowed signers cannot be used.
    #[error("{name}: line {line}: {problem:?}")]
    List {
        /// The file.
        name: String,
        /// The line, from 1.
        line: usize,
        /// What stands in it, cut to what can be shown.
        excerpt: String,
        /// Why.
        problem: ListProblem,
    },
    /// The signature fits, and the list does not allow its signer.
    #[error("{name}: {why:?}")]
    NotAllowed {
        /// The list.
        name: String,
        /// Why.
        why: WhyNot,
    },
    /// The record is in a JSON file that is written otherwise than this program writes: `ssh-keygen` would sign and check other
    /// bytes.
    #[error("{name}: not canonical JSON")]
    NotCanonical {
        /// The file.
        name: String,
    },
}

/// Why a key cannot be signed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyProblem {
    /// It is no private key.
    NotAKey,
    /// It is the public half.
    PublicHalf,
    /// It is a private key in an older or another format than OpenSSH's.
    OtherFormat,
    /// It is of a type that is not signed with, such as `ssh-rsa`.
    Unsupported(String),
    /// It is encrypted, and no passphrase was given.
    Encrypted,
    /// It is encrypted, and not with this passphrase.
    WrongPassphrase,
    /// Testing one passphrase would take minutes: so many rounds are asked for.
    TooManyRounds(u32),
    /// Its halves do not belong together.
    HalvesDiffer,
}

/// Why a signature does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureProblem {
    /// It is no SSH signature, or more than one.
    NotASignature,
    /// It was made with a key of a type that is not verified here.
    Unsupported(String),
    /// It was given for something else than a record.
    OtherNamespace(String),
    /// It was made with a key for which everybody can make signatures.
    WeakKey,
    /// It is not of this content.
    DoesNotFit,
}

/// Why a list of allowed signers cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListProblem {
    /// The marks of a merge that somebody has to finish.
    MergeMarks,
    /// A full-width character where the plain one should stand.
    FullWidth {
        /// It.
        found: char,
        /// The plain one.
        expected: &'static str,
    },
    /// A quotation mark that is not closed in its line.
    QuoteNotClosed,
    /// A public key of this type that is not whole.
    BrokenKey(String),
    /// No public key stands where it should.
    NoKey,
    /// A name or purpose is a pattern for many.
    Pattern(String),
    /// The key is that of an authority that allows other keys.
    Authority,
    /// An option that is not known.
    Option(String),
    /// An option that stands twice.
    Twice(String),
    /// A limit that is not a day.
    NoDay(String),
}

/// Why a list does not allow a signer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// His key does not stand in it.
    NotListed,
    /// It is allowed for other purposes only.
    OtherPurpose,
    /// It is allowed from this day on.
    NotYet(Date),
    /// It was allowed up to the day before this one.
    NoLonger(Date),
}

impl SignatureError {
    /// Whether everything could be read, and the answer is no.
    pub const fn is_objection(&self) -> bool {
        match self {
            Self::File(_) | Self::TooLarge { .. } | Self::Key { .. } | Self::NotAList { .. } | Self::List { .. } => false,
            Self::NotAllowed { .. } | Self::NotCanonical { .. } => true,
            Self::Signature { problem, .. } => match problem {
                SignatureProblem::NotASignature | SignatureProblem::Unsupported(_) => false,
                SignatureProblem::OtherNamespace(_) | SignatureProblem::WeakKey | SignatureProblem::DoesNotFit => true,
            },
        }
    }
}
