//! From record and judgement to the document that people read. One file for each group of chapters.

mod answers;
mod approval;
mod blank;
mod closing;
mod comments;
mod common;
mod decisions;
mod document;
mod explanation;
mod frame;
mod front;
mod gate_and_task;
mod highest;
mod item;
mod items;
mod objective;
mod partner;
mod parts;
mod picture;
mod reference;
mod rules;
mod sheet;
mod tables;
mod versions;
mod whole;

pub use blank::text_or_blank;
use blank::{blank, date_cell, day, entered, filled, missing, text_fact};
pub use closing::next as what_comes_next;
use common::{
    MANY_ITEMS, answer_cell, as_many_as_fit, assessed, bases, condition, findings_cell, has_assessment, has_request, procedure,
    profile, small, state,
};
pub(super) use document::report;
pub use frame::empty_report;
use frame::{cover, frame};
pub(super) use partner::for_strangers;
pub use parts::check_list;
pub use picture::{full_picture, picture};
use tables::findings_table;
pub(super) use tables::{findings_data, items_table};
