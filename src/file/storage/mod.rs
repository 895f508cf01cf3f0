//! The one door to the disk.

mod disk;
mod entry;
mod error;
mod memory;
mod storage;

pub use disk::DiskStorage;
pub use entry::{Entry, EntryKind};
pub use error::{Action, Cause, StorageError};
pub use memory::{Fault, MemoryStorage, Unsynced};
pub use storage::{Lock, Storage};
