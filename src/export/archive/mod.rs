//! ZIP files that hold other files side by side: packed without times, and read as if somebody had made them to do harm.
//!
//! Nothing is unpacked to the disk. What a ZIP file says of itself (names, sizes, how many) is believed nowhere. Its outer form is
//! another matter: who unpacks it and packs it again has a folder more, other names or another order, and nothing else.

mod end;
mod limits;
mod name;
mod pack;
mod problem;
mod unpack;

pub use limits::Limits;
pub(super) use name::is_added_by_systems;
pub use name::{MANIFEST_NAME, as_disks_see};
pub use pack::pack;
pub use problem::{ArchiveProblem, Forgiven};
pub use unpack::{NamedFile, Unpacked, unpack};
