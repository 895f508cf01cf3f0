//! What an assessment is: service, agency, gate, task, information items, answers, decisions, approval.
//!
//! The record holds what people said and decided, with *not answered*, 不明 and *not decided* as values of their own. What
//! follows from it is the judgement's; nothing derived is stored here. What an approval states was judged ([`Stated`]) is a
//! statement of the one who gave it: nothing is computed from it.
//!
//! **Invariant:** no disk, no clock, no screen. Ids and days are made outside and passed in.

mod answer;
mod approval;
mod comment;
mod corporate_number;
mod covered;
mod date;
mod date_reading;
mod difference;
mod digest;
mod edit;
mod field;
mod field_path;
mod fold;
mod history;
mod id;
mod item;
mod level;
mod moment;
mod paper;
mod parts;
mod patch;
mod procurement;
mod restore;
mod seal;
mod stated;
mod text;

pub use answer::{Answer, Answers};
pub use approval::{Approval, ApprovalState, Lapse, Opinion, OpinionView, Validity};
pub use comment::{Comment, Sender};
pub use corporate_number::{CorporateNumberError, check_corporate_number};
pub use covered::{ChangesSinceApproval, same_person};
pub use date::{Date, DateError};
pub use date_reading::WrittenDay;
pub use difference::{Difference, FieldValue, Place};
pub use digest::ContentDigest;
pub use edit::{Edit, EditError, NewItem};
pub use field::{CheckListPoint, Field, ItemField, TextField};
pub use fold::{first_hidden, fold, is_hidden, without_hidden};
pub use history::{History, HistoryError, Revision};
pub use id::{CatalogueId, CommentId, IdError, ItemId, OptionId, ProfileId, QuestionId, RecordId, RedFlagId, TaskId};
pub use item::{
    Choice, ConfidentialityGrade, Decision, Grade, InformationItem, PersonCount, PublicationPlan, SeenCause, SeenProposal,
};
pub use level::{Assessment, Level, Objective, PerObjective};
pub use moment::Moment;
pub use paper::Paper;
pub use parts::{Agency, Application, Gate, Person, ReceivedFile, RedFlagReply, Request, RequestRef, Role, Service, TaskChoice};
pub use patch::Change;
pub use procurement::Procurement;
pub use seal::ApprovalStatement;
pub use stated::{Condition, Outcome, Stated, StatedItem};
pub use text::{
    HARD_LENGTH, Line, Prose, Text, TextError, is_invisible, is_refused, without_breaks_at_ends, without_last_breaks,
};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One assessment record (評価記録).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Names the record for its whole life.
    pub id: RecordId,
    /// Who works with it.
    pub role: Role,
    /// The day on which it was begun.
    pub created: Date,
    /// The procedure profile (手続の版) it was made under.
    pub profile: ProfileId,
    /// The catalogue it was made with.
    pub catalogue: CataloguePin,
    /// Name of the case in the agency's or the CSP's own filing.
    #[serde(default)]
    pub case_name: Line<60>,
    /// What the head of a document made of the record says.
    #[serde(default, skip_serializing_if = "Paper::is_empty")]
    pub paper: Paper,
    /// The CSP part.
    #[serde(default)]
    pub service: Service,
    /// The agency and its people.
    #[serde(default)]
    pub agency: Agency,
    /// The procurement (調達) for which it is made.
    #[serde(default, skip_serializing_if = "Procurement::is_empty")]
    pub procurement: Procurement,
    /// 前提確認
    #[serde(default)]
    pub gate: Gate,
    /// 対象業務
    #[serde(default)]
    pub task: TaskChoice,
    /// What was said to the red flags of the chosen task.
    #[serde(default)]
    pub red_flags: Vec<RedFlagReply>,
    /// 取り扱う情報
    #[serde(default)]
    pub items: Vec<InformationItem>,
    /// Raises for the task as a whole (集約).
    #[serde(default)]
    pub raises: PerObjective<Raise>,
    /// 利用条件
    #[serde(default)]
    pub conditions_of_use: Prose<1000>,
    /// 残るリスク
    #[serde(default)]
    pub residual_risk: Prose<1000>,
    /// The CSP's request.
    #[serde(default)]
    pub request: Request,
    /// The CSP's part of the pre-application.
    #[serde(default)]
    pub application: Application,
    /// The files that were taken into it, in the order in which they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub received: Vec<ReceivedFile>,
    /// The request that this assessment answers. While it is set, the CSP part is the provider's and stays as it was taken over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers_request: Option<RequestRef>,
    /// 承認
    #[serde(default)]
    pub approval: Approval,
    /// コメント on fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<Comment>,
    /// 変更の履歴: every save with what it changed.
    #[serde(default, skip_serializing_if = "History::is_empty")]
    pub history: History,
}

/// The catalogue a record was made with: old results stay as they were.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CataloguePin {
    /// Which catalogue.
    pub id: CatalogueId,
    /// Its version, as the catalogue calls it.
    pub version: Line<40>,
    /// SHA-256 of its canonical content.
    pub digest: ContentDigest,
}

/// A raise of one objective for the task as a whole, for example because many records lie together (集約).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Raise {
    /// To which level, if at all.
    pub to: RaiseTo,
    /// Why.
    pub reason: Prose<400>,
}

/// Whether an objective is raised for the task as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RaiseTo {
    /// 引上げなし
    #[default]
    NotRaised,
    /// 引上げ
    Level(Level),
}

impl Record {
    /// A record in which nothing was answered.
    pub fn new(id: RecordId, role: Role, created: Date, profile: ProfileId, catalogue: CataloguePin) -> Self {
        Self {
            id,
            role,
            created,
            profile,
            catalogue,
            case_name: Line::default(),
            paper: Paper::default(),
            service: Service::default(),
            agency: Agency::default(),
            procurement: Procurement::default(),
            gate: Gate::default(),
            task: TaskChoice::default(),
            red_flags: Vec::new(),
            items: Vec::new(),
            raises: PerObjective::default(),
            conditions_of_use: Prose::default(),
            residual_risk: Prose::default(),
            request: Request::default(),
            application: Application::default(),
            received: Vec::new(),
            answers_request: None,
            approval: Approval::default(),
            comments: Vec::new(),
            history: History::default(),
        }
    }

    /// The information item with this id.
    pub fn item(&self, id: &ItemId) -> Option<&InformationItem> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// What was said to a red flag; not answered if nothing was.
    pub fn red_flag(&self, flag: &RedFlagId) -> Option<&RedFlagReply> {
        self.red_flags.iter().find(|reply| reply.flag == *flag)
    }

    /// Whether the CSP part is still the one that was taken over with the request; so it is where no request is answered.
    pub fn has_service_of_request(&self) -> bool {
        self.answers_request.as_ref().is_none_or(|request| request.service == self.service.digest())
    }

    /// Whether the content was changed after the state of the approval was reached.
    pub fn changed_since_approval(&self) -> bool {
        self.approval.content.as_ref().is_some_and(|content| *content != self.content_digest())
    }
}
