//! The target task (対象業務) and what is said to its red flags.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Line, Prose, RedFlagId, TaskId};

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
