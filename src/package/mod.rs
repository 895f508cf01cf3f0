//! What provider and agency hand each other, as one file: request, result, and the application put together from them.
//!
//! A package is a ZIP file (`.liu.zip`) with a manifest that lists every part with its SHA-256. Reading gives records and bytes
//! in memory; a request becomes an assessment by [`begin_assessment`], results become an application by [`make()`].
//!
//! A request holds the provider's part and what it asks for, and nothing of what is the provider's own ([`request_of`]).
//!
//! **Invariant:** a file's own paths and sizes are never trusted, and nothing is written outside of what the user saves. A digest
//! shows slips and damage; it proves nothing against somebody who can change manifest and parts alike.

mod asked;
mod attachment;
mod backing;
mod belonging;
mod comments;
mod documents;
mod error;
mod exchange;
mod kind;
mod make;
mod manifest;
mod print_again;
mod read;
mod taken;

pub use asked::{
    Oddity, asked_of, oddities, point_told_by_part, point_told_by_result, put_down, with_answer, with_sent, without_answer,
};
pub use attachment::{
    Attachment, AttachmentError, CameAttached, LARGEST_ATTACHMENT, LARGEST_ATTACHMENTS, MOST_ATTACHMENTS, attachment,
    check_attachments, save_attachment,
};
pub use backing::{backing, is_decided};
pub use belonging::{Objection, objections};
pub use comments::{Circle, Offer, comments_to_offer, with_wanted_comments};
pub use error::{MakeError, Misfit, PackageError};
pub use exchange::{
    Answering, application_of, begin_assessment, comments_of_request, is_of_request, is_providers, request_of,
    take_over_comments, without_assessment,
};
pub use kind::{MAX_BYTES, PackageKind};
pub use make::{Wish, make, suggested_name};
pub use manifest::{FORMAT, Manifest, Part, PartRole, VERSION};
pub use print_again::{NotPrinted, print_again};
pub use read::{Package, completed_name, read, read_despite_attachments};
pub use taken::{LeftOut, Setting, TakenResult};
