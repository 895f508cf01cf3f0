//! What a reader may use. Figures are for a file of 16 MiB, the largest that is taken.

use std::time::Duration;

/// So much memory of its own, in bytes. The largest sheet and the largest PDF that this program makes need a third of it; with the
/// program that asks, and the file and the answer in it, it stays below 256 MiB.
pub const MEMORY: u64 = 160 * 1024 * 1024;

/// So many seconds of processor time. It does not go on while others have the processor, so that a loaded computer changes nothing.
/// Programs that are built for developers are ten times slower.
pub const PROCESSOR_SECONDS: u64 = if cfg!(debug_assertions) { 20 } else { 2 };

/// After so long it is ended whatever it has used: where the system knows no limit of processor time, or does not let it work.
pub const WALL: Duration = Duration::from_secs(if cfg!(debug_assertions) { 120 } else { 20 });

/// The longest answer, in bytes. A record has at most 16 MiB, and so have the texts of a sheet.
pub const ANSWER: u64 = 40 * 1024 * 1024;

/// The most parts of an answer.
pub const PARTS: usize = 4096;

/// The largest file that is taken in. Larger ones than 16 MiB are only named for what they are.
pub const INPUT: u64 = 64 * 1024 * 1024;
