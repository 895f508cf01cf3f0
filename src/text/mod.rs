//! Every sentence the program says, in Japanese and in English. A missing one does not compile.
//!
//! **Invariant:** nothing is decided here. Official wording and questions are data of the catalogue, not sentences of this room.

#[macro_use]
mod sentences;

pub mod along;
pub mod approval;
mod approval_line;
pub mod archive;
pub mod catalogue;
mod catalogue_problems;
pub mod command_line;
pub mod comments;
pub mod comparison;
pub mod conditions;
pub mod days;
pub mod difference;
pub mod examples;
mod explanation;
pub mod export;
mod fields;
pub mod file;
mod finding_actions;
mod findings;
pub mod history;
pub mod import;
mod import_files;
pub mod labels;
mod lang;
pub mod marks;
pub mod meant;
pub mod next;
pub mod oscal;
pub mod package;
pub mod pages;
mod path;
pub mod picture;
pub mod portfolio;
mod problems;
pub mod procedure;
pub mod reader;
pub mod report;
pub mod rules;
mod search;
pub mod signature;
pub mod steps_finish;
pub mod steps_start;
pub mod window;
pub mod workbook;

pub use catalogue_problems::{catalogue_error, catalogue_problem};
pub use explanation::explain;
pub use fields::{answer, field_name, field_place, item_name, numbered_item_name, numbered_name, question_name};
pub use findings::{finding_basis, finding_message};
pub use labels::Label;
pub use lang::{Lang, Message, Sentence};
pub use path::shown_path;
pub use problems::{corporate_number_error, date_error, edit_error, id_error, text_error, too_many};
pub use search::Query;
