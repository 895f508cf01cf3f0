//! How much a ZIP file may hold.

use crate::bounds::{ZIP_SMALL, ZIP_TIMES};

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

impl Limits {
    /// What a ZIP file of this length may hold: a small one is not to take all the memory that a large one may.
    pub(super) fn of_length(self, length: u64) -> Self {
        let all = ZIP_SMALL.saturating_add(length.saturating_mul(ZIP_TIMES));
        // What is said of it is said in MiB.
        Self { all: self.all.min(all - all % (1024 * 1024)), ..self }
    }
}
