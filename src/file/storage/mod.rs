//! The one door to the disk.

mod disk;
mod entry;
mod error;
mod memory;
#[expect(clippy::module_inception, reason = "each type stands in a file of its name")]
mod storage;

pub use disk::DiskStorage;
pub use entry::{Entry, EntryKind};
pub use error::{Action, Cause, StorageError};
pub use memory::{Fault, MemoryStorage, Unsynced};
pub use storage::{Lock, Storage};
