//! What a signature is for, how its file is called, and how large what is read may be.

use super::SignatureError;
use crate::record::excerpt as shown;

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

/// Refuses what is larger than what it should be ever is.
pub(super) fn no_larger(bytes: &[u8], most: u64, name: &str) -> Result<(), SignatureError> {
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= most);
    if fits { Ok(()) } else { Err(SignatureError::TooLarge { name: shown(name, 120), most }) }
}
