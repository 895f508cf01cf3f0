//! What a signature is for, how its file is called, and how large what is read may be.

use super::SignatureError;
pub use crate::bounds::{
    KEY_BYTES as MOST_KEY_BYTES, PASSPHRASE_BYTES as MOST_PASSPHRASE_BYTES, SIGNATURE_BYTES as MOST_SIGNATURE_BYTES,
    SIGNERS_BYTES as MOST_LIST_BYTES,
};
use crate::record::excerpt as shown;

/// What signatures of records are for: one given for anything else does not hold for a record, and the other way round.
pub const NAMESPACE: &str = "liu-wizard-record";

/// The end of the name of a signature, after the name of the file that is signed.
pub const EXTENSION: &str = ".sig";

/// Refuses what is larger than what it should be ever is.
pub(super) fn no_larger(bytes: &[u8], most: u64, name: &str) -> Result<(), SignatureError> {
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= most);
    if fits { Ok(()) } else { Err(SignatureError::TooLarge { name: shown(name, 120), most }) }
}
