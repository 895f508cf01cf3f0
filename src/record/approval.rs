//! What an approval (承認) is made of: its state, how long it holds, its lapse, and what others said.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ContentDigest, Date, Person, Prose};

/// Where the decision on the record stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalState {
    /// 作成中
    #[default]
    Draft,
    /// 確認依頼
    Submitted,
    /// 差戻し
    Returned,
    /// 承認
    Approved,
    /// 否認
    Rejected,
    /// 失効: an approval was taken back before its validity ran out.
    Lapsed,
}

impl ApprovalState {
    /// All states, in the order in which they are come to.
    pub const ALL: [Self; 6] = [Self::Draft, Self::Submitted, Self::Returned, Self::Approved, Self::Rejected, Self::Lapsed];

    /// The states that may follow. A state never changes content, and content never changes a state.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Draft | Self::Returned => &[Self::Submitted],
            Self::Submitted => &[Self::Approved, Self::Returned, Self::Rejected, Self::Draft],
            Self::Approved => &[Self::Draft, Self::Lapsed],
            Self::Rejected | Self::Lapsed => &[Self::Draft],
        }
    }
}

/// How long an approval holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    /// Not chosen.
    #[default]
    NotChosen,
    /// 6 months
    SixMonths,
    /// 12 months
    TwelveMonths,
    /// 24 months
    TwentyFourMonths,
    /// 36 months
    ThirtySixMonths,
}

impl Validity {
    /// All periods that can be chosen.
    pub const ALL: [Self; 4] = [Self::SixMonths, Self::TwelveMonths, Self::TwentyFourMonths, Self::ThirtySixMonths];

    /// The number of months.
    pub const fn months(self) -> Option<u8> {
        match self {
            Self::NotChosen => None,
            Self::SixMonths => Some(6),
            Self::TwelveMonths => Some(12),
            Self::TwentyFourMonths => Some(24),
            Self::ThirtySixMonths => Some(36),
        }
    }
}

/// The act by which an approval was made to lapse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lapse {
    /// Who did it.
    #[serde(default)]
    pub by: Person,
    /// On which day.
    pub on: Date,
    /// Why.
    #[serde(default)]
    pub comment: Prose<400>,
}

/// What somebody else said to the content (意見).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// Who said it.
    #[serde(default)]
    pub by: Person,
    /// On which day.
    pub on: Date,
    /// How he stands to it.
    pub view: OpinionView,
    /// In his words.
    #[serde(default)]
    pub comment: Prose<400>,
    /// Digest of the content he had before him.
    pub content: ContentDigest,
}

/// How somebody stands to the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OpinionView {
    /// 異議なし
    Agrees,
    /// 異議あり
    Objects,
    /// 意見のみ: says something to it and takes no side.
    Comments,
}

impl OpinionView {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Agrees, Self::Objects, Self::Comments];
}
