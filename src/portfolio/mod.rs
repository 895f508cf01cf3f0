//! Many records, and records with the catalogue they need: opening them checked, and looking through folders.
//!
//! **Invariant:** a summary is kept of each record, never the records themselves; a file that cannot be read is listed with the
//! reason and stops nothing.

mod open;
mod scan;

pub use open::{CatalogueFileError, OpenError, OpenedFile, check_ids, load_catalogue, open_checked, open_file};
pub use scan::{ListedRecord, Scan, Summary, scan};
