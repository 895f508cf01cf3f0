//! The record and its approval. They stand in one file since an approval keeps a copy of the record it was given for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::entries::{self, MOST_ENTRIES};
use super::{
    Agency, Application, ApprovalState, Asked, CataloguePin, Comment, ContentDigest, Date, Gate, History, InformationItem,
    ItemId, Lapse, Line, Opinion, Paper, PerObjective, Person, Procurement, ProfileId, Prose, Raise, ReceivedFile, RecordId,
    RedFlagId, RedFlagReply, Request, RequestRef, Role, Service, Stated, TaskChoice, Validity,
};

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
    #[serde(default, deserialize_with = "entries::red_flags")]
    #[schemars(length(max = MOST_ENTRIES))]
    pub red_flags: Vec<RedFlagReply>,
    /// 取り扱う情報
    #[serde(default, deserialize_with = "entries::items")]
    #[schemars(length(max = MOST_ENTRIES))]
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
    #[serde(default, deserialize_with = "entries::received", skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MOST_ENTRIES))]
    pub received: Vec<ReceivedFile>,
    /// 依頼先: whom a provider asked, in the order in which they were put down.
    #[serde(default, deserialize_with = "entries::asked", skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MOST_ENTRIES))]
    pub asked: Vec<Asked>,
    /// The request that this assessment answers. While it is set, the CSP part is the provider's and stays as it was taken over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers_request: Option<RequestRef>,
    /// 承認
    #[serde(default)]
    pub approval: Approval,
    /// コメント on fields.
    #[serde(default, deserialize_with = "entries::comments", skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MOST_ENTRIES))]
    pub comments: Vec<Comment>,
    /// 変更の履歴: every save with what it changed.
    #[serde(default, skip_serializing_if = "History::is_empty")]
    pub history: History,
}

/// The decision on the record as a whole, and what others said to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Approval {
    /// Where it stands.
    pub state: ApprovalState,
    /// Who brought it to this state; of an approval that has lapsed, who gave it.
    pub by: Person,
    /// The day on which that was done.
    pub on: Option<Date>,
    /// What was said with it.
    pub comment: Prose<400>,
    /// How long an approval holds.
    pub validity: Validity,
    /// Digest of the content as it was then. A record whose content has another digest was changed since.
    pub content: Option<ContentDigest>,
    /// By whom and why an approval was made to lapse.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lapse: Option<Lapse>,
    /// The content as it was then, with no approval of its own. Only a copy with the digest above counts as that content.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covered: Option<Box<Record>>,
    /// What the approval says was judged. Absent, it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated: Option<Box<Stated>>,
    /// What others said beside the one decision, in the order in which they said it. They stay when the state changes.
    #[serde(deserialize_with = "entries::opinions", skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MOST_ENTRIES))]
    pub opinions: Vec<Opinion>,
    /// SHA-256 of the canonical JSON (RFC 8785) of a list of two: all of this but the copy and this digest, and whether there is
    /// a copy. A record of an older program has none: whether its approval was changed is then not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seal: Option<ContentDigest>,
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
            asked: Vec::new(),
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

impl Approval {
    /// The last day on which an approval holds, if there is one and it is limited.
    pub fn expires_on(&self) -> Option<Date> {
        match self.state {
            ApprovalState::Approved => self.on?.plus_months(self.validity.months()?),
            _ => None,
        }
    }

    /// Whether the validity of an approval has run out by this day (期限切れ). Nobody has to do anything for that.
    pub fn has_run_out(&self, today: Date) -> bool {
        self.expires_on().is_some_and(|last_day| last_day < today)
    }
}
