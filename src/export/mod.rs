//! The record for the outside: one report without a format, and thin writers of it.
//!
//! Beside what people read (PDF, Markdown) stand the record as a file that the program opens again (JSON, RON), the judgement as
//! data, and the set, which holds them together with a manifest.
//!
//! What leaves the house is the content with its approval. Comments and history go along only where they are asked for ([`Along`]).
//!
//! **Invariant:** nothing is judged here, and no clock is read: equal input gives equal bytes. Text of the record is data in every
//! format; none of it ever acts as markup.

mod along;
mod approval_json;
mod archive;
mod build;
pub mod carried;
mod cell;
mod copy_kind;
mod csv;
mod docx;
mod eligibility;
pub mod entered;
mod error;
mod file_name;
mod glyphs;
mod input;
mod judgement_json;
mod listed;
mod make;
mod markdown;
mod one_file;
mod oscal;
mod page_text;
mod pages;
mod pdf;
mod pdf_packed;
mod picture;
mod print_note;
mod product;
mod report;
mod set;
mod unseen;
pub mod workbook;
mod write;

pub use along::Along;
pub use approval_json::{ApprovalDocument, ChangeDocument, ChangesDocument, OpinionDocument, StatementDocument};
pub use archive::{ArchiveProblem, Forgiven, Limits, MANIFEST_NAME, NamedFile, Unpacked, pack, unpack};
pub use build::{check_list, empty_report, full_picture, picture, text_or_blank, what_comes_next};
pub use cell::{Cell, Column, Emphasis, Entry, Table};
pub use copy_kind::CopyKind;
pub use eligibility::{eligibility, eligibility_pdf};
pub use error::ExportError;
pub use file_name::{distinct as distinct_name, safe as safe_name_part, stem as file_stem};
pub use glyphs::{SUBSTITUTE, unprintable};
pub use input::ExportInput;
pub use judgement_json::{JudgementDocument, judgement_json};
pub use listed::{
    Listed, ManifestProblem, SetProblem, check_listed, find, is_as_sealed, not_listed, read_manifest, recognise, sealed,
};
pub use make::{make, render};
pub use one_file::{check_copy, print, report, typeset, write_report};
pub use pages::{LONGEST_SIDE, Pages, Pixels};
pub use picture::{Picture, PictureCell, PictureRow};
pub use print_note::{PROGRAM, PrintNote, Printed};
pub use product::{Data, Document, Medium, Packing, Product};
pub use report::{Block, Chapter, Fact, Head, Report, Running, Spot, Verdict};
pub use set::{Manifest, ManifestFile, SET_FORMAT, SetCheck, of_folder, pre_application, read_zip, verify_set};
pub use write::{ExportedFile, FileRole, IfPresent, write_all, write_one};
