//! How long a run of bytes is, in the type that files and manifests count in.

/// The number of bytes.
pub fn byte_count(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
