//! What a reader may use. Figures are for a file of 16 MiB, the largest that is taken.

use std::time::Duration;

pub use crate::bounds::{PROCESS_ANSWER as ANSWER, PROCESS_INPUT as INPUT, PROCESS_MEMORY as MEMORY, PROCESS_PARTS as PARTS};
use crate::bounds::{PROCESS_SECONDS, PROCESS_WALL_SECONDS};

/// So many seconds of processor time. Programs that are built for developers are ten times slower.
pub const PROCESSOR_SECONDS: u64 = PROCESS_SECONDS * if cfg!(debug_assertions) { 10 } else { 1 };

/// After so long it is ended whatever it has used.
pub const WALL: Duration = Duration::from_secs(PROCESS_WALL_SECONDS * if cfg!(debug_assertions) { 6 } else { 1 });
