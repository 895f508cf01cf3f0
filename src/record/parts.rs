//! The parts of a record beside its information items: service, agency, gate, task, request and application.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Answers, ContentDigest, Date, Line, Prose, Record, RecordId, RedFlagId, TaskId};

/// Who works with the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 政府機関等
    Agency,
    /// クラウドサービス事業者
    Csp,
}

/// What a provider says of its service: the CSP part (サービス).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Service {
    /// Name of the provider.
    pub provider: Line<100>,
    /// 法人番号 as typed; whether it holds is a finding, so that a slip is never lost.
    pub corporate_number: Line<13>,
    /// Name of the service.
    pub name: Line<100>,
    /// Where it is described.
    pub url: Line<200>,
    /// What it does.
    pub summary: Prose<400>,
    /// Whether it is offered as SaaS, in the provider's own view. The gate asks the agency again (G1).
    pub is_saas: Answer,
    /// The platform it runs on.
    pub platform: Line<100>,
    /// Registration of that platform, for example on the ISMAPクラウドサービスリスト, in words.
    pub platform_registration: Line<200>,
    /// Kinds of information it may hold.
    pub information_kinds: Prose<400>,
    /// Where data are kept.
    pub data_location: Line<100>,
    /// The functions that are used.
    pub functions: Prose<400>,
    /// Other certifications.
    pub certifications: Prose<400>,
}

/// The agency that uses the service, and who answers for the assessment (利用機関と体制).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Agency {
    /// 機関名
    pub name: Line<100>,
    /// 部局
    pub bureau: Line<100>,
    /// 課室
    pub section: Line<100>,
    /// The task in the agency's own words.
    pub task_name: Line<100>,
    /// What the service is used for.
    pub purpose: Prose<400>,
    /// Who uses it.
    pub users: Line<100>,
    /// Who assesses.
    pub assessor: Person,
    /// Who approves.
    pub approver: Person,
    /// Day of the assessment.
    pub assessed_on: Option<Date>,
}

/// A person by office. All titles are free text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// 役職
    pub title: Line<60>,
    /// 氏名
    pub name: Line<60>,
}

/// The gate (前提確認): answers to G1 to G8 but G5, which is the choice of the target task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Gate {
    /// Answers by question.
    pub answers: Answers,
    /// Why the service fits although it is not the assumed one of the entry (G6).
    pub service_reason: Prose<400>,
}

/// Which entry of the 対象業務一覧 the task falls under (対象業務).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum TaskChoice {
    /// 未選択
    #[default]
    NotChosen,
    /// 不明
    Unknown,
    /// 一覧に該当なし
    NotListed,
    /// An entry of the catalogue.
    Listed(TaskId),
    /// The official row as the agency pasted it (機関入力).
    AgencyEntry {
        /// The task in the words of the row.
        #[serde(default)]
        task: Prose<400>,
        /// The assumed service of the row.
        #[serde(default)]
        service: Line<100>,
        /// Where the row was copied from, and of what date.
        #[serde(default)]
        origin: Line<200>,
    },
}

/// What the assessor says to one red flag of the chosen task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RedFlagReply {
    /// The red flag.
    pub flag: RedFlagId,
    /// Whether it applies; [`Answer::Unknown`] and [`Answer::NotAnswered`] leave it open.
    #[serde(default)]
    pub applies: Answer,
    /// A word on it.
    #[serde(default)]
    pub word: Line<100>,
}

/// The request of a CSP to an agency (依頼).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// The agency that is asked.
    pub addressee: Line<100>,
    /// The target task the CSP has in mind.
    pub suggested_task: TaskChoice,
    /// The information the CSP expects to be handled.
    pub suggested_information: Prose<400>,
    /// Whom to ask, with address.
    pub contact: Prose<200>,
    /// By when an answer is hoped for.
    pub deadline: Option<Date>,
    /// Text of the letter.
    pub letter: Prose<1000>,
}

/// The CSP's own part of the pre-application (事前申請): what must be at hand beside the assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Application {
    /// GビズID is at hand.
    pub gbizid: Answer,
    /// The CSP's part of the assessment sheet is complete.
    pub own_part_complete: Answer,
    /// An agency has returned its assessment.
    pub assessment_received: Answer,
    /// The 言明 is prepared.
    pub statement: Answer,
    /// The internal audit's result is at hand.
    pub internal_audit: Answer,
    /// The external audit is planned.
    pub external_audit: Answer,
    /// The 事前相談 has been held.
    pub consultation: Answer,
    /// Remarks.
    pub remarks: Prose<400>,
}

/// A file that came from outside and was taken into the record, such as a filled-in sheet. The file itself is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceivedFile {
    /// Its name as it was received; never a path.
    pub name: Line<200>,
    /// SHA-256 of its bytes, by which a copy of it can be told.
    pub sha256: ContentDigest,
    /// The day on which it was taken in.
    pub on: Date,
}

/// The request that an assessment answers, as it was when the assessment was begun.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestRef {
    /// The provider's record.
    pub record: RecordId,
    /// Digest of its content, without its approval.
    pub content: ContentDigest,
    /// Digest of its CSP part alone, which the agency takes over and leaves as it is.
    pub service: ContentDigest,
}

impl RequestRef {
    /// Names a provider's record as a request, as it is now.
    pub fn of(request: &Record) -> Self {
        Self { record: request.id.clone(), content: request.content_digest(), service: request.service.digest() }
    }
}
