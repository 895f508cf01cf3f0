//! What goes along beside the content of a record.

use serde::{Deserialize, Serialize};

use crate::record::{History, Record};

/// What stands beside the content and leaves the house only if somebody asks for it: it is the house's own talk, and a reader of a
/// document does not see that the record in it carries more than the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Along {
    /// The comments: a chapter of the whole record and of 影響度評価シート, and part of the record as data.
    pub comments: bool,
    /// The history, with every earlier wording: a list of the versions in 事前申請記録, and part of the record as data.
    pub history: bool,
    /// The annex of 事前申請記録: criteria, terms, questions with what they rest on, sources. It holds nothing of the record.
    /// Sets and applications have it without being asked, once.
    pub annex: bool,
    /// Whether it is the provider's part of an application: then neither the request, nor what is still open, is printed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub application: bool,
}

impl Along {
    /// All of it.
    pub const EVERYTHING: Self = Self { comments: true, history: true, annex: true, application: false };

    /// The record as it leaves the house.
    #[must_use]
    pub fn of(self, record: &Record) -> Record {
        let comments = if self.comments { record.comments.clone() } else { Vec::new() };
        let history = if self.history { record.history.clone() } else { History::default() };
        Record { comments, history, ..record.clone() }
    }
}
