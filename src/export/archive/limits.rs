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

/// What any ZIP file may unpack to, however small it is: the records and documents of a case, many times.
const ALL_OF_A_SMALL_ONE: u64 = 64 * 1024 * 1024;
/// So many times its length more. Text packs better than that, and no case has so much of it; pictures and documents do not.
const TIMES_ITS_LENGTH: u64 = 4;

impl Limits {
    /// What a ZIP file of this length may hold: a small one is not to take all the memory that a large one may.
    pub(super) fn of_length(self, length: u64) -> Self {
        let all = ALL_OF_A_SMALL_ONE.saturating_add(length.saturating_mul(TIMES_ITS_LENGTH));
        // What is said of it is said in MiB.
        Self { all: self.all.min(all - all % (1024 * 1024)), ..self }
    }
}
