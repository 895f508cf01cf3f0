//! How much a ZIP file may hold.

/// What a ZIP file may hold at most. Sizes are in bytes, unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// So many files.
    pub files: usize,
    /// So much in one file.
    pub each: u64,
    /// So much in all of them.
    pub all: u64,
}
