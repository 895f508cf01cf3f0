//! Information items (取り扱う情報), their grades, and the decisions made on them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::entries::{self, MOST_ENTRIES};
use super::{Answers, Assessment, ItemId, Level, Line, PerObjective, Prose, QuestionId};

/// 機密性の格付 of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConfidentialityGrade {
    /// Not graded yet.
    #[default]
    NotGraded,
    /// 機密性1情報
    One,
    /// 機密性2情報
    Two,
    /// 機密性3情報
    Three,
}

/// 完全性 or 可用性の格付 of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Not graded yet.
    #[default]
    NotGraded,
    /// 完全性1 / 可用性1
    One,
    /// 完全性2 / 可用性2
    Two,
}

/// How many people the personal data of an item are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PersonCount {
    /// 未回答
    #[default]
    NotAnswered,
    /// 不明
    Unknown,
    /// なし: no personal data
    None,
    /// 〜100
    #[serde(rename = "up_to_100")]
    UpTo100,
    /// 101〜1,000
    #[serde(rename = "up_to_1000")]
    UpTo1000,
    /// 1,000超
    #[serde(rename = "over_1000")]
    Over1000,
}

/// Whether and when an item is to be published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PublicationPlan {
    /// 未回答
    #[default]
    NotAnswered,
    /// 不明
    Unknown,
    /// 公表しない
    NotPlanned,
    /// 公表する予定
    Planned,
    /// 公表済み
    Published,
}

/// One kind of information that the service is to handle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InformationItem {
    /// Stays when the item is renamed or moved.
    pub id: ItemId,
    /// What it is called.
    #[serde(default)]
    pub name: Line<60>,
    /// What it contains.
    #[serde(default)]
    pub description: Prose<400>,
    /// Whose it is: 誰の情報か.
    #[serde(default)]
    pub whose: Line<60>,
    /// 機密性の格付
    #[serde(default)]
    pub confidentiality_grade: ConfidentialityGrade,
    /// 完全性の格付
    #[serde(default)]
    pub integrity_grade: Grade,
    /// 可用性の格付
    #[serde(default)]
    pub availability_grade: Grade,
    /// Kinds of personal data, in words.
    #[serde(default)]
    pub personal_data: Line<100>,
    /// How many people the personal data are about.
    #[serde(default)]
    pub person_count: PersonCount,
    /// Whether it is to be published.
    #[serde(default)]
    pub publication: PublicationPlan,
    /// When it is to be published, in words.
    #[serde(default)]
    pub publication_time: Line<60>,
    /// How long it is kept, in words.
    #[serde(default)]
    pub retention: Line<60>,
    /// The answers of this item to the questions of the three objectives.
    #[serde(default)]
    pub answers: Answers,
    /// The decisions on its three cells.
    #[serde(default)]
    pub decisions: PerObjective<Decision>,
}

impl InformationItem {
    /// An item of which nothing is known.
    pub fn new(id: ItemId) -> Self {
        Self {
            id,
            name: Line::default(),
            description: Prose::default(),
            whose: Line::default(),
            confidentiality_grade: ConfidentialityGrade::NotGraded,
            integrity_grade: Grade::NotGraded,
            availability_grade: Grade::NotGraded,
            personal_data: Line::default(),
            person_count: PersonCount::NotAnswered,
            publication: PublicationPlan::NotAnswered,
            publication_time: Line::default(),
            retention: Line::default(),
            answers: Answers::default(),
            decisions: PerObjective::default(),
        }
    }
}

/// The decision (決定) on one cell. The reason is kept when the choice is taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Decision {
    /// The level chosen, if any.
    pub choice: Choice,
    /// Why, in the assessor's words.
    pub reason: Prose<400>,
}

/// What the assessor chose for one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Choice {
    /// 未決定
    #[default]
    NotDecided,
    /// 決定
    Decided {
        /// The level chosen.
        level: Level,
        /// The proposal that the assessor saw when choosing.
        against: SeenProposal,
    },
}

/// The proposal against which a decision was made. A later, higher one reopens the decision.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SeenProposal {
    /// The level then proposed, or what it was at least.
    pub level: Level,
    /// Whether the proposal was complete.
    pub complete: bool,
    /// The questions that raised the cell then, each with the level it raised to.
    #[serde(default, deserialize_with = "entries::causes")]
    #[schemars(length(max = MOST_ENTRIES))]
    pub causes: Vec<SeenCause>,
}

impl SeenProposal {
    /// What the assessor saw: a proposal and what raised it.
    pub fn new(proposal: Assessment, causes: Vec<SeenCause>) -> Self {
        Self { level: proposal.floor(), complete: proposal.is_assessed(), causes }
    }
}

/// One question that raised a cell, and how far.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SeenCause {
    /// The question.
    pub question: QuestionId,
    /// The level it raised to.
    pub level: Level,
}
