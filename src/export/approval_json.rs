//! The approval as data, with what was changed after it.

use schemars::JsonSchema;
use serde::Serialize;

use super::ExportInput;
use crate::record::{
    ApprovalState, ApprovalStatement, ChangesSinceApproval, ContentDigest, Date, Difference, Lapse, Opinion, Person, Place,
    Record, Stated, Validity,
};
use crate::text::difference;

/// The decision on a record as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApprovalDocument {
    /// Where it stands.
    pub state: ApprovalState,
    /// Who brought it to this state; of an approval that has lapsed, who gave it.
    pub by: Person,
    /// The day on which that was done.
    pub on: Option<Date>,
    /// What was said with it.
    pub comment: String,
    /// How long an approval holds.
    pub validity: Validity,
    /// The last day on which it holds.
    pub expires_on: Option<Date>,
    /// Whether that day has passed.
    pub has_run_out: bool,
    /// Whether it was approved, and the approver is the assessor.
    pub approved_by_assessor: bool,
    /// By whom and why it was made to lapse.
    pub lapse: Option<Lapse>,
    /// Digest of the content it covers.
    pub content: Option<ContentDigest>,
    /// Whether a copy is kept that is not that content.
    pub kept_copy_is_another: bool,
    /// Whether what stands here is what was recorded.
    pub statement: StatementDocument,
    /// What was changed after the state was recorded.
    pub changes: ChangesDocument,
    /// What it says was judged when it was given. Absent, it is not known.
    pub stated: Option<Stated>,
    /// What others said.
    pub opinions: Vec<OpinionDocument>,
}

/// Whether what stands in an approval is what was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatementDocument {
    /// Nobody recorded anything.
    Nothing,
    /// It is what was recorded.
    AsRecorded,
    /// It has no digest.
    NotKnown,
    /// It does not fit its digest.
    Changed,
}

impl From<ApprovalStatement> for StatementDocument {
    fn from(statement: ApprovalStatement) -> Self {
        match statement {
            ApprovalStatement::Nothing => Self::Nothing,
            ApprovalStatement::AsRecorded => Self::AsRecorded,
            ApprovalStatement::NotKnown => Self::NotKnown,
            ApprovalStatement::Changed => Self::Changed,
        }
    }
}

/// What was changed after the state of an approval was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "since", rename_all = "snake_case")]
pub enum ChangesDocument {
    /// The state is bound to no content.
    NotBound,
    /// The content is the same.
    Unchanged,
    /// The content was changed.
    Changed {
        /// In these places.
        places: Vec<ChangeDocument>,
    },
    /// The content was changed, and it is not known where.
    Unknown,
}

/// A place that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeDocument {
    /// Its path in the file.
    #[serde(rename = "where")]
    pub place: String,
    /// What it is called.
    pub name: String,
    /// What stood there, in words.
    pub old: String,
    /// What stands there now, in words.
    pub new: String,
}

/// What somebody said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpinionDocument {
    /// The opinion as the record holds it.
    #[serde(flatten)]
    pub opinion: Opinion,
    /// Whether it is about the content as it is now.
    pub on_this_content: bool,
}

pub(super) fn approval_document(input: &ExportInput<'_>) -> ApprovalDocument {
    let ExportInput { record, today, .. } = *input;
    let approval = &record.approval;
    let now = record.content_digest();
    let opinions = approval.opinions.iter();
    ApprovalDocument {
        state: approval.state,
        by: approval.by.clone(),
        on: approval.on,
        comment: approval.comment.to_string(),
        validity: approval.validity,
        expires_on: approval.expires_on(),
        has_run_out: approval.has_run_out(today),
        approved_by_assessor: record.is_approved_by_assessor(),
        lapse: approval.lapse.clone(),
        content: approval.content.clone(),
        kept_copy_is_another: record.kept_copy_is_another(),
        statement: approval.statement().into(),
        changes: changes_document(input),
        stated: approval.stated.as_deref().cloned(),
        opinions: opinions
            .map(|opinion| OpinionDocument { opinion: opinion.clone(), on_this_content: opinion.content == now })
            .collect(),
    }
}

fn changes_document(input: &ExportInput<'_>) -> ChangesDocument {
    let record = input.record;
    match record.changes_since_approval() {
        ChangesSinceApproval::NotBound => ChangesDocument::NotBound,
        ChangesSinceApproval::Unchanged => ChangesDocument::Unchanged,
        ChangesSinceApproval::Unknown => ChangesDocument::Unknown,
        ChangesSinceApproval::Changed(found) => {
            let old = record.covered_content().unwrap_or(record);
            let places = found.iter().map(|found| change_document(found, old, input)).collect();
            ChangesDocument::Changed { places }
        }
    }
}

fn change_document(found: &Difference<'_>, old: &Record, input: &ExportInput<'_>) -> ChangeDocument {
    let difference::Told { place: name, old, new } = difference::told(found, old, input.record, input.catalogue, input.lang);
    ChangeDocument { place: path(&found.place), name, old, new }
}

fn path(place: &Place) -> String {
    match place {
        Place::Id => "id".to_owned(),
        Place::Role => "role".to_owned(),
        Place::Created => "created".to_owned(),
        Place::Received => "received".to_owned(),
        Place::Asked => "asked".to_owned(),
        Place::AnswersRequest => "answers_request".to_owned(),
        Place::Field(field) => field.to_string(),
    }
}
