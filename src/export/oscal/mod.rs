//! The record as an OSCAL 1.2.3 system security plan in JSON, for programs that read risk data of many systems.
//!
//! OSCAL has no document for an impact assessment alone. The plan therefore carries the assessment where OSCAL has a place for
//! it (`system-information`, RA-2), and says of everything else that OSCAL demands (boundary, status, baseline of controls) that
//! the record does not hold it. The record itself lies in `back-matter`, whole, with its digest.
//!
//! **What is not assessed is never a level.** The schema demands an information type, but none of its impacts, and no level of
//! the system. So:
//!
//! - The impact of a cell that is not assessed is left out, and a property `not-assessed` names the objective instead.
//! - `security-impact-level` and `security-sensitivity-level` stand only where all three objectives are assessed and the outcome
//!   is 適合 or 不適合. No other outcome gives the system a level, not even if every cell has one.
//! - A record that lacks anything, up to the outcome, can only be a draft: `completeness` is `draft-incomplete`, and the remarks
//!   say so. As a final copy it is refused, since an approval may well cover a record with 不明 in it.
//! - A record without any information item is refused, and so is a provider's in which nothing is assessed: there is nothing to
//!   say, and an empty plan reads like a clean one.
//!
//! **One day, one name.** All ids are UUIDs of version 5 made of the record's id and a name within the record, and
//! `last-modified` is the first moment of the day of the export in Japan. Titles, descriptions and remarks are Markdown in OSCAL,
//! so text of the record is escaped there; in properties and names it is plain.

mod implementation;
mod metadata;
mod model;
mod names;
mod plan;
mod system;
mod value;
mod write;

pub(super) use write::write;
