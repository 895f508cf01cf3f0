//! The one door to the disk.

mod disk;
mod entry;
mod error;
mod memory;
mod readers;
#[expect(clippy::module_inception, reason = "each type stands in a file of its name")]
mod storage;
mod temporary;

pub use disk::DiskStorage;
pub use entry::{Entry, EntryKind};
pub use error::{Action, Cause, StorageError};
pub use memory::{Fault, MemoryStorage, Unsynced};
pub use readers::Readers;
pub use storage::{Lock, Storage};
