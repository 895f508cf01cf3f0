//! One record on disk: the format and its versions, saving that loses nothing, locks, recovery, settings.
//!
//! All writing of the whole program goes through [`Storage`], so that a test can make any single step of it fail.
//!
//! **Invariants:** a file that is refused stays as it is; a save leaves the old or the new content, never anything else;
//! nothing here knows of a window, and no clock is read: times are passed in.

mod byte_count;
mod copies;
mod decode;
mod diagnose;
mod error;
mod folders;
mod foreign;
mod format;
mod format_version;
mod lock;
mod machine;
mod names;
mod open;
mod parse;
mod pdf;
mod pdf_files;
mod pdf_problem;
mod printed;
mod problem;
mod recovery;
mod ron_text;
mod save;
mod session;
mod settings;
pub mod signature;
mod storage;
mod traces;
mod verify;
mod versions;
mod walk;
mod words;

pub use byte_count::byte_count;
pub use copies::other_copies;
pub use decode::{Told, text_or_foreign};
pub use diagnose::of_ron as diagnosed;
pub use error::{FileError, does_not_fit};
pub use folders::{AppFolders, DATA_VARIABLE, NoDataFolder, PORTABLE_MARK};
pub use foreign::Foreign;
pub use format::{FileFormat, completed_name, schema, to_json, to_ron};
pub use format_version::{FORMAT, SCHEMA_ID, VERSION};
pub use lock::{Holder, RecordLock, Renewal, Taking};
pub use names::name_of;
pub use open::{Found, Opened, bytes_of, open, read};
pub use parse::{MAX_BYTES, Read, parse, parse_told};
pub use pdf::PRINT_NOTE;
pub use pdf_files::answer_attached_to_pdf;
pub use pdf_problem::PdfProblem;
pub use printed::{forget_printed, keep_printed};
pub use problem::{Place, Problem, Refused, Shape, Slip};
pub use recovery::{Orphan, OwnSave, Snapshot, SnapshotMeta};
pub use save::{Expected, Saved, digest_to_be, save};
pub use session::Session;
pub use settings::{Look, OwnCatalogue, RECENT, Said, Settings, SettingsError, WayThrough};
pub use storage::{
    Action, Cause, DiskStorage, Entry, EntryKind, Fault, Lock, MemoryStorage, Readers, Storage, StorageError, Unsynced,
};
pub use traces::{Emptied, Kept, Trace, empty, kept};
pub use verify::{Verified, verify};
pub use versions::{Version, versions};
