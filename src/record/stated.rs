//! What an approval says was judged: a statement of the one who gave it, kept so that the outcome of then can be told where the
//! catalogue of then is not at hand. It is computed by nobody who reads it, and nothing follows from it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::entries::{self, MOST_ENTRIES};
use super::{Assessment, CataloguePin, ItemId, PerObjective};

/// 判定: how the whole comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 適合（LIUの考え方に適合）
    Fits,
    /// 不適合（低位を超える）
    NotLow,
    /// 要確認（一覧に該当なし）
    Unlisted,
    /// 未確定
    Undetermined,
    /// LIU不要（統一基準4.2.3で判断）
    NotRequired,
    /// 対象外（ISMAPで判断）
    OutOfScope,
    /// 無効（評価者が利用機関の職員でない）
    InvalidAssessor,
    /// 停止（上位者へ）
    Stop,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Self; 8] = [
        Self::Fits,
        Self::NotLow,
        Self::Unlisted,
        Self::Undetermined,
        Self::NotRequired,
        Self::OutOfScope,
        Self::InvalidAssessor,
        Self::Stop,
    ];
}

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// It holds.
    Yes,
    /// It does not hold, whatever else may come.
    No,
    /// Not known yet.
    Undetermined,
}

/// The judgement that was before the one who approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// The catalogue it was judged by.
    pub catalogue: CataloguePin,
    /// 判定
    pub outcome: Outcome,
    /// Condition ①: the task falls under the 対象業務一覧.
    pub condition_listed: Condition,
    /// Condition ②: the result of the assessment is 低位.
    pub condition_low: Condition,
    /// The level of each objective.
    pub objectives: PerObjective<Assessment>,
    /// The information items in the order of the record.
    #[serde(deserialize_with = "entries::stated")]
    #[schemars(length(max = MOST_ENTRIES))]
    pub items: Vec<StatedItem>,
}

/// What was judged of one information item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedItem {
    /// The item.
    pub id: ItemId,
    /// The level that counts in each objective.
    pub levels: PerObjective<Assessment>,
}

impl Stated {
    /// What was stated of the item with this id.
    pub fn item(&self, id: &ItemId) -> Option<&StatedItem> {
        self.items.iter().find(|item| item.id == *id)
    }
}
