//! What an assessment is: service, agency, gate, task, information items, answers, decisions, approval.
//!
//! The record holds what people said and decided, with *not answered*, 不明 and *not decided* as values of their own. What
//! follows from it is the judgement's; nothing derived is stored here. What an approval states was judged ([`Stated`]) is a
//! statement of the one who gave it: nothing is computed from it.
//!
//! **Invariant:** no disk, no clock, no screen. Ids and days are made outside and passed in.

mod agency;
mod answer;
mod application;
mod apply;
mod approval;
mod asked;
mod catalogue_pin;
mod change;
mod character;
mod check_list;
mod comment;
mod comments;
mod content;
mod corporate_number;
mod covered;
mod date;
mod date_reading;
mod day_field;
mod day_fields;
mod difference;
mod digest;
mod edit;
mod entries;
mod field;
mod field_path;
mod fold;
mod gate;
mod history;
mod id;
mod item;
mod item_field;
mod leaves;
mod letter;
mod level;
mod moment;
mod paper;
mod person;
mod procurement;
mod raise;
mod received;
#[expect(clippy::module_inception, reason = "each type stands in a file of its name")]
mod record;
mod record_part;
mod request;
mod restore;
mod revisions;
mod role;
mod seal;
mod service;
mod stated;
mod task;
mod text;
mod text_changes;
mod text_field;
mod text_fields;
mod texts;

pub use agency::Agency;
pub use answer::{Answer, Answers};
pub use application::Application;
pub use approval::{ApprovalState, Lapse, Opinion, OpinionView, Validity};
pub use asked::{Asked, AskedState, Came, CameAs, Sent};
pub use catalogue_pin::CataloguePin;
pub use change::Change;
pub use character::{
    CharacterClass, Marked, Treatment, code_mark, excerpt, is_invisible, is_refused, looks_like, marked, visible,
};
pub use check_list::CheckListPoint;
pub use comment::{Comment, Sender};
pub use corporate_number::{CorporateNumberError, check_corporate_number};
pub use covered::{ChangesSinceApproval, same_person};
pub use date::{Date, DateError};
pub use date_reading::WrittenDay;
pub use day_field::DayField;
pub use difference::{Difference, FieldValue, Place};
pub use digest::ContentDigest;
pub use edit::{Edit, EditError, NewItem};
pub use entries::{List, MOST_ENTRIES, too_many};
pub use field::Field;
pub use fold::{first_hidden, fold, is_hidden, without_hidden};
pub use gate::Gate;
pub use history::{History, HistoryError, Revision};
pub use id::{CatalogueId, CommentId, IdError, ItemId, OptionId, ProfileId, QuestionId, RecordId, RedFlagId, TaskId};
pub use item::{
    Choice, ConfidentialityGrade, Decision, Grade, InformationItem, PersonCount, PublicationPlan, SeenCause, SeenProposal,
};
pub use item_field::{ItemField, ItemFieldKind};
pub use letter::{MOST_IN_LETTER, NOT_SHOWN, heaped, heaps_marked, without_heaps};
pub use level::{Assessment, Level, Objective, PerObjective};
pub use moment::Moment;
pub use paper::Paper;
pub use person::Person;
pub use procurement::Procurement;
pub use raise::{Raise, RaiseTo};
pub use received::ReceivedFile;
pub use record::{Approval, Record};
pub use record_part::RecordPart;
pub use request::{Request, RequestRef};
pub use role::Role;
pub use seal::ApprovalStatement;
pub use service::Service;
pub use stated::{Condition, Outcome, Stated, StatedItem};
pub use task::{RedFlagReply, TaskChoice};
pub use text::{HARD_LENGTH, Line, Prose, Text, TextError, stored_otherwise, without_breaks_at_ends, without_last_breaks};
pub use text_changes::{LeftOut, TextChanges};
pub use text_field::TextField;
