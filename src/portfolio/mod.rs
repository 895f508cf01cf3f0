//! Many records, and records with the catalogue they need: the catalogues at hand, opening records checked, laying two side by
//! side, looking through folders, finding those that are precedents for another, and taking in what agencies send to a provider.
//!
//! **Invariant:** a summary is kept of each record, never the records themselves; a file that cannot be read is listed with the
//! reason and stops nothing.

mod catalogue_file;
mod comparison;
mod effect;
mod kept;
mod open;
mod pages;
mod precedent;
mod recent;
mod scan;
mod shelf;
mod take_in;

pub use catalogue_file::{CatalogueFileError, load_catalogue};
pub use comparison::{Compared, Comparison, Relation, Side, differences, results};
pub use effect::Effect;
pub use kept::{Lost, keep, kept_at};
pub use open::{OpenError, OpenedFile, check_ids, open_checked, open_despite_attachments, open_file};
pub use pages::{Pages, PagesProblem, PagesUnknown};
pub use precedent::{
    MOST_PRECEDENTS, Precedent, PrecedentCell, PrecedentItem, PrecedentRaise, Precedents, Unreadable, find, lower_than_every,
};
pub use recent::RecentRecord;
pub use scan::{ListedRecord, Scan, Summary, scan};
pub use shelf::{AtHand, KeepError, Rules, Shelf};
pub use take_in::{Answer, TakeIn, is_workbook, passed_over};
