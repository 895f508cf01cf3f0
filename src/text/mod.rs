//! Every sentence the program says, in Japanese and in English. A missing one does not compile.
//!
//! One idiom for both languages, so that a sentence is found and changed in one way:
//!
//! - `sentences!` makes a function of each line, `name = "ja", "en";` or, with arguments, `name(found: &str) = "ja {found}", "en {found}";`.
//!   A sentence that is always the same, or only takes in its arguments, is such a line.
//! - `words!` makes a list of words to choose from.
//! - In a function that has to see first what it speaks of, an arm is `say!(lang, "ja {found}", "en {found}")`, or, without arguments,
//!   `lang.pick("ja", "en")`. What stands between two things that are put together is in [`marks`].
//!
//! The room that speaks matches on its own types and calls a function of this one (`export::error` with [`export`]). A test finds
//! sentences elsewhere, and languages told apart in another way.
//!
//! **Invariant:** nothing is decided here. Official wording and questions are data of the catalogue, not sentences of this room.

#[macro_use]
mod sentences;

pub mod along;
pub mod answer_effects;
pub mod approval;
mod approval_line;
pub mod archive;
pub mod asked;
pub mod catalogue;
mod catalogue_problems;
pub mod characters;
pub mod command_line;
pub mod comments;
pub mod comparison;
mod concerns;
pub mod conditions;
pub mod days;
pub mod difference;
pub mod eligibility;
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
mod next_thing;
pub mod oscal;
pub mod package;
pub mod pages;
pub mod partner;
mod path;
pub mod picture;
pub mod portfolio;
mod problems;
pub mod procedure;
pub mod reader;
pub mod reason_phrases;
pub mod report;
pub mod rules;
mod search;
pub mod signature;
pub mod steps_finish;
pub mod steps_start;
pub mod trial;
pub mod window;
pub mod workbook;

pub use catalogue_problems::{
    catalogue_error, catalogue_expected, catalogue_problem, catalogue_unread, correct_catalogue, no_catalogue,
};
pub use concerns::concern_counts;
pub use explanation::{Why, explain, why};
pub use fields::{answer, field_name, field_place, item_name, numbered_item_name, numbered_name, question_name};
pub use findings::{finding_basis, finding_message};
pub use labels::Label;
pub use lang::{Lang, Message, Sentence};
pub use next_thing::{next as next_line, next_thing};
pub use path::shown_path;
pub use problems::{corporate_number_error, date_error, edit_error, id_error, path_in_words, text_error, too_many};
pub use search::{Nearness, Query};
